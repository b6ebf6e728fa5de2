// Document portraits: for each source a band of its leading codes and a lane of marks for every code; each mark opens its quote.
import { useId, useRef, useState } from 'react';
import type { Portrait, PortraitLane, PortraitReport } from '../../../shared/contract/portrait.ts';
import { must } from '../../../shared/must.ts';
import { passagesOf } from '../../../shared/matrices/portrait-sheets.ts';
import type { ReportSheet } from '../../../shared/matrices/report-words.ts';
import { CodeMark } from '../../ui/code-mark.tsx';
import { Button } from '../../ui/button.tsx';
import { windowState } from '../../window-state.ts';
import { useWords } from '../../words.ts';
import { useAxisCodes } from '../facts.ts';
import { openQuote } from '../quote-item.tsx';
import { askReport } from '../table-state.ts';
import { portraitsAtOnce } from '../../../shared/matrices/report-presets.ts';
import type { Behind } from './report-room.tsx';
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
  if (report?.kind === 'portrait') askReport({ ...report, most: report.most + portraitsAtOnce });
}

/** Where the keys are: a mark in a lane. */
interface MarkPlace {
  readonly lane: number;
  readonly mark: number;
}

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
  const [active, setActive] = useState<MarkPlace>({ lane: 0, mark: 0 });
  const { source, lanes } = portrait;
  const onKey = (event: React.KeyboardEvent): void => {
    const focused = event.target instanceof HTMLElement ? event.target.dataset['mark'] : undefined;
    if (focused === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = markAfter(lanes, active, event.key);
    if (next) field.current?.querySelector<HTMLElement>(`[data-mark="${next.lane} ${next.mark}"]`)?.focus();
    else if (event.code === 'KeyO') openQuote(must(lanes[active.lane]?.marks[active.mark], 'a mark').quote);
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
        <Band portrait={portrait} />
      )}
      {lanes.map((lane, place) => (
        <Lane
          key={lane.code.reference}
          lane={lane}
          place={place}
          active={active.lane === place ? active.mark : null}
          chosen={behind?.title === titleOf(source, lane.code.name) ? behind.place.column : null}
          onFocus={setActive}
          onOpen={(mark) => onOpen(behindMark(portrait, place, mark))}
        />
      ))}
      {lanes.length === 0 ? null : <Axis paragraphs={portrait.paragraphs} />}
    </section>
  );
}

const titleOf = (source: string, code: string): string => `${code} · ${source}`;

/** The quotes of a lane, or those at one mark of it; read off the report, so that they stay what it shows. */
function behindMark({ source, uid, lanes }: Portrait, line: number, column: number | null): Behind {
  const { code, marks } = must(lanes[line], 'a lane');
  const at = column === null ? null : must(marks[column], 'a mark').quote;
  return {
    title: titleOf(source, code.name),
    quotes: (answer) => {
      if (answer.kind !== 'portrait') return [];
      const own = answer.sources.find((each) => each.uid === uid);
      const lane = own?.lanes.find((each) => each.code.reference === code.reference);
      const quotes = lane?.marks.map(({ quote }) => quote) ?? [];
      return at === null ? quotes : quotes.filter(({ start, end }) => start < at.end && end > at.start);
    },
    place: { line, column: column ?? -1 },
  };
}

/** Where a key leads: along the lane, or to the mark nearest in the lane above or below; null for other keys. */
function markAfter(lanes: readonly PortraitLane[], { lane, mark }: MarkPlace, key: string): MarkPlace | null {
  const marks = lanes[lane]?.marks ?? [];
  const within = (place: number): MarkPlace => ({
    lane,
    mark: Math.min(Math.max(0, place), marks.length - 1),
  });
  switch (key) {
    case 'ArrowLeft':
      return within(mark - 1);
    case 'ArrowRight':
      return within(mark + 1);
    case 'Home':
      return within(0);
    case 'End':
      return within(marks.length - 1);
    case 'ArrowUp':
    case 'ArrowDown': {
      const next = Math.min(Math.max(0, lane + (key === 'ArrowUp' ? -1 : 1)), lanes.length - 1);
      const from = marks[mark]?.from ?? 0;
      const distances = lanes[next]?.marks.map((each) => Math.abs(each.from - from)) ?? [];
      return next === lane ? { lane, mark } : { lane: next, mark: distances.indexOf(Math.min(...distances)) };
    }
    default:
      return null;
  }
}

interface LaneProps {
  readonly lane: PortraitLane;
  readonly place: number;
  /** The mark that the keys are at; null where they are in another lane. */
  readonly active: number | null;
  /** The mark whose quote stands beside it, -1 for all. */
  readonly chosen: number | null;
  readonly onFocus: (place: MarkPlace) => void;
  /** Null opens the whole lane. */
  readonly onOpen: (mark: number | null) => void;
}

function Lane({ lane: { code, share, marks }, place, active, chosen, onFocus, onOpen }: LaneProps) {
  const { say } = useWords();
  const look = useAxisCodes().codes.get(code.reference)?.look;
  const counted = say('portrait.share', { n: marks.length, share: percent(share) });
  return (
    <div className="portrait-lane">
      <button className="portrait-name" title={`${code.name}: ${counted}`} onClick={() => onOpen(null)}>
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

/** The code that covers most of each part of the text, by its sign and colour. */
function Band({ portrait: { tiles, lanes } }: { readonly portrait: Portrait }) {
  const { say } = useWords();
  const { codes } = useAxisCodes();
  return (
    <div className="portrait-lane">
      <span className="small q2 portrait-name">{say('portrait.band-short')}</span>
      <div className="portrait-band" role="img" aria-label={say('portrait.band')}>
        {tiles.map((tile, place) => {
          const code = tile === null ? undefined : lanes[tile]?.code;
          const look = codes.get(code?.reference ?? '')?.look;
          return (
            <span key={place} className={`portrait-tile ${look?.className ?? ''}`} title={code?.name}>
              {look?.mark}
            </span>
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
