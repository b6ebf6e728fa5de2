// Document portraits: for each source a band of its leading codes and a lane of marks for every code; each mark opens its quote.
import { useId, useRef, useState } from 'react';
import type {
  Portrait,
  PortraitLane,
  PortraitMark,
  PortraitReport,
} from '../../../shared/contract/portrait.ts';
import { must } from '../../../shared/must.ts';
import { passagesOf } from '../../../shared/matrices/portrait-sheets.ts';
import type { ReportSheet } from '../../../shared/matrices/report-words.ts';
import { CodeMark } from '../../ui/code-mark.tsx';
import { Button } from '../../ui/button.tsx';
import { windowState } from '../../window-state.ts';
import { useWords } from '../../words.ts';
import { useAxisCodes } from '../facts.ts';
import { openQuote } from '../quote-item.tsx';
import { askMore } from '../table-state.ts';
import { portraitsAtOnce } from '../../../shared/matrices/report-presets.ts';
import { ledStretches, markAfter, marksIn, stretchesOf, type MarkPlace } from './portrait-keys.ts';
import type { Behind } from './report-desk.tsx';
import { ReportTable } from './report-table.tsx';
import './portraits.css';

interface PortraitsProps {
  readonly answer: PortraitReport;
  readonly passages: ReportSheet | undefined;
  readonly behind: Behind | null;
  readonly onOpen: (behind: Behind) => void;
}

export function Portraits({ answer, passages, behind, onOpen }: PortraitsProps) {
  const { say } = useWords();
  const keys = useId();
  const marks = passagesOf(answer.sources);
  return (
    <>
      <p id={keys} className="small q2">
        {say('portrait.keys')}
      </p>
      {answer.sources.map((portrait) => (
        <SourcePortrait key={portrait.uid} portrait={portrait} keys={keys} behind={behind} onOpen={onOpen} />
      ))}
      {answer.sources.length < answer.total ? (
        <Button onPress={showMore}>{say('portrait.more')}</Button>
      ) : null}
      {passages ? (
        <>
          <h3>{passages.name}</h3>
          <ReportTable
            sheet={passages}
            reading={[passages.head.length - 1]}
            onOpen={(row) => {
              const passage = marks[row];
              if (passage) openQuote(passage.mark.quote);
            }}
          />
        </>
      ) : null}
    </>
  );
}

function showMore(): void {
  const { report } = windowState.get();
  if (report?.kind === 'portrait') askMore(report.most + portraitsAtOnce);
}

const firstMark: MarkPlace = { lane: 0, mark: 0 };

interface SourceProps {
  readonly portrait: Portrait;
  /** id of the words about the keys. */
  readonly keys: string;
  readonly behind: Behind | null;
  readonly onOpen: (behind: Behind) => void;
}

function SourcePortrait({ portrait, keys, behind, onOpen }: SourceProps) {
  const { say } = useWords();
  const field = useRef<HTMLElement>(null);
  const [last, setActive] = useState<MarkPlace>(firstMark);
  // What the keys were at may be coded no more.
  const active = marksAt(portrait, last).length === 0 ? firstMark : last;
  const { source, lanes } = portrait;
  const chosenIn = (lane: number): number | null => {
    const { line, column } = behind?.place ?? { line: null, column: null };
    return line === lane && behind?.title === behindMark(portrait, { lane, mark: column }).title
      ? column
      : null;
  };
  const onKey = (event: React.KeyboardEvent): void => {
    const focused = event.target instanceof HTMLElement ? event.target.dataset['mark'] : undefined;
    if (focused === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = markAfter(portrait, active, event.key);
    if (next) field.current?.querySelector<HTMLElement>(`[data-mark="${next.lane} ${next.mark}"]`)?.focus();
    else if (event.code === 'KeyO') openQuote(must(marksAt(portrait, active)[0], 'a mark').quote);
    else return;
    event.preventDefault();
  };
  return (
    <section
      ref={field}
      className="portrait"
      role="group"
      aria-label={say('portrait.of', { source })}
      aria-describedby={keys}
      onKeyDown={onKey}
    >
      <h3>{source}</h3>
      {lanes.length === 0 ? (
        <p className="small q2">{say('portrait.nothing')}</p>
      ) : (
        <Band
          portrait={portrait}
          active={active.lane === -1 ? active.mark : null}
          chosen={chosenIn(-1)}
          onFocus={setActive}
          onOpen={(mark) => onOpen(behindMark(portrait, { lane: -1, mark }))}
        />
      )}
      {lanes.map((lane, place) => (
        <Lane
          key={lane.code.reference}
          lane={lane}
          place={place}
          active={active.lane === place ? active.mark : null}
          chosen={chosenIn(place)}
          onFocus={setActive}
          onOpen={(mark) => onOpen(behindMark(portrait, { lane: place, mark }))}
        />
      ))}
      {lanes.length === 0 ? null : <Axis paragraphs={portrait.paragraphs} />}
    </section>
  );
}

const titleOf = (source: string, code: string): string => `${code} · ${source}`;

/** A mark alone, all of a lane, or those of a stretch of the band; none where there is no such place. */
function marksAt(portrait: Portrait, { lane, mark }: MarkPlace): readonly PortraitMark[] {
  if (lane === -1) {
    const stretch = ledStretches(portrait)[mark];
    return stretch ? marksIn(portrait, stretch) : [];
  }
  const marks = portrait.lanes[lane]?.marks ?? [];
  return mark === -1 ? marks : marks.slice(mark, mark + 1);
}

/** The quotes at a place; read off the report, so that they stay what it shows. */
function behindMark(portrait: Portrait, at: MarkPlace): Behind {
  const { source, uid } = portrait;
  const stretch = at.lane === -1 ? ledStretches(portrait)[at.mark] : undefined;
  const code = portrait.lanes[stretch?.lane ?? at.lane]?.code;
  const mark = stretch ? undefined : portrait.lanes[at.lane]?.marks[at.mark];
  return {
    title: titleOf(source, code?.name ?? ''),
    quotes: (answer) => {
      if (answer.kind !== 'portrait') return [];
      const own = answer.sources.find((each) => each.uid === uid);
      const lane = own?.lanes.findIndex((each) => each.code.reference === code?.reference) ?? -1;
      if (!own || lane === -1) return [];
      const marks = stretch ? marksIn(own, { ...stretch, lane }) : (own.lanes[lane]?.marks ?? []);
      const quotes = marks.map(({ quote }) => quote);
      if (!mark) return quotes;
      return quotes.filter(({ start, end }) => start < mark.quote.end && end > mark.quote.start);
    },
    place: { line: at.lane, column: at.mark },
  };
}

interface LaneProps {
  readonly lane: PortraitLane;
  readonly place: number;
  /** The mark that the keys are at; null where they are in another lane. */
  readonly active: number | null;
  /** The mark whose quote stands beside it, -1 for all. */
  readonly chosen: number | null;
  readonly onFocus: (place: MarkPlace) => void;
  /** −1 opens the whole lane. */
  readonly onOpen: (mark: number) => void;
}

function Lane({ lane: { code, share, marks }, place, active, chosen, onFocus, onOpen }: LaneProps) {
  const { say } = useWords();
  const look = useAxisCodes().codes.get(code.reference)?.look;
  const counted = say('portrait.share', { n: marks.length, share: percent(share) });
  return (
    <div className="portrait-lane">
      <button
        className="portrait-name"
        title={`${code.name}: ${counted}`}
        data-mark={`${place} -1`}
        tabIndex={active === -1 ? 0 : -1}
        aria-pressed={chosen === -1}
        onFocus={() => onFocus({ lane: place, mark: -1 })}
        onClick={() => onOpen(-1)}
      >
        {look ? <CodeMark look={look} /> : null}
        <span className="cut">{code.name}</span>
        <span className="visually-hidden">{counted}</span>
      </button>
      <div className="portrait-track">
        {marks.map(({ from, to, quote }, index) => {
          const name = say('portrait.mark', {
            code: code.name,
            paragraph: quote.paragraph,
            from: percent(from),
            to: percent(to),
            quote: shortened(quote.said),
          });
          return (
            <button
              key={quote.id}
              className={`portrait-mark ${look?.className ?? ''}`}
              style={{ left: percent(from), width: percent(to - from) }}
              data-mark={`${place} ${index}`}
              tabIndex={index === active ? 0 : -1}
              aria-label={name}
              title={name}
              onFocus={() => onFocus({ lane: place, mark: index })}
              aria-pressed={index === chosen}
              onClick={() => onOpen(index)}
            />
          );
        })}
      </div>
    </div>
  );
}

interface BandProps {
  readonly portrait: Portrait;
  /** The stretch that the keys are at; null where they are in a lane. */
  readonly active: number | null;
  /** The stretch whose quotes stand beside it. */
  readonly chosen: number | null;
  readonly onFocus: (place: MarkPlace) => void;
  readonly onOpen: (stretch: number) => void;
}

/** The code that covers most of each part of the text, by its sign and colour; each stretch opens the quotes of its code there. */
function Band({ portrait, active, chosen, onFocus, onOpen }: BandProps) {
  const { say } = useWords();
  const { codes } = useAxisCodes();
  let led = -1;
  return (
    <div className="portrait-lane">
      <span className="small q2 portrait-name">{say('portrait.band-short')}</span>
      <div className="portrait-band" role="group" aria-label={say('portrait.band')}>
        {stretchesOf(portrait).map(({ lane, from, to, parts }) => {
          // As many gaps within as there are between single parts.
          const style = { flex: `${parts} 1 ${parts - 1}px` };
          if (lane === null) return <span key={from} className="portrait-tile" style={style} />;
          const { code } = must(portrait.lanes[lane], 'a lane');
          const look = codes.get(code.reference)?.look;
          const index = ++led;
          const name = say('portrait.stretch', {
            code: code.name,
            from: percent(from),
            to: percent(to),
            n: marksIn(portrait, { lane, from, to, parts }).length,
          });
          return (
            <button
              key={from}
              className="portrait-stretch"
              style={style}
              data-mark={`-1 ${index}`}
              tabIndex={index === active ? 0 : -1}
              title={name}
              aria-pressed={index === chosen}
              onFocus={() => onFocus({ lane: -1, mark: index })}
              onClick={() => onOpen(index)}
            >
              <span className="visually-hidden">{name}</span>
              {Array.from({ length: parts }, (_, part) => (
                <span key={part} aria-hidden className={`portrait-tile ${look?.className ?? ''}`}>
                  {look?.mark}
                </span>
              ))}
            </button>
          );
        })}
      </div>
    </div>
  );
}

const quarters = [0, 0.25, 0.5, 0.75, 1];

function Axis({ paragraphs }: { readonly paragraphs: number }) {
  return (
    <div className="portrait-lane small q2" aria-hidden>
      <span className="portrait-name">¶ 1–{paragraphs}</span>
      <div className="portrait-axis">
        {quarters.map((at) => (
          <span key={at} style={{ left: percent(at) }}>
            {at * 100}%
          </span>
        ))}
      </div>
    </div>
  );
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

const longestShown = 80;

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length > longestShown ? `${letters.slice(0, longestShown).join('')}…` : text;
}
