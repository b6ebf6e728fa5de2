// A quote behind a number: the words, whose they are and where they stand; opens its place, copies its citation.
import {
  ArrowUpRight,
  CircleSlash2,
  Minus,
  Pin,
  Quote as QuoteIcon,
  StickyNote,
  Superscript,
  Undo2,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { namedOnce, placeCited } from '../../shared/cite.ts';
import type { Quote } from '../../shared/contract/matrices.ts';
import { valueLabel } from '../../shared/matrices/rule.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { leaving, readNames, withNamesSaid } from '../names/leaving.ts';
import { notify, openPassage } from '../window-state.ts';
import { useWords, words } from '../words.ts';
import type { Noted, QuoteActs } from './cell/quote-list.tsx';
import { languageOf } from '../text-language.ts';
import { Recode } from './cell/recode.tsx';
import { useAxisCodes } from './facts.ts';

interface QuoteItemProps {
  readonly quote: Quote;
  /** The one that Tab leads to. */
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly noted?: Noted;
  /** What can be done with it in its cell; null where nothing can be noted. */
  readonly acts?: QuoteActs | null;
  /** It is asked why the quote is left out. */
  readonly isLeaving?: boolean;
}

export function QuoteItem(props: QuoteItemProps) {
  const { quote, isCurrent, onFocus, noted, acts, isLeaving } = props;
  const { say, language } = useWords();
  const { codes } = useAxisCodes();
  const { memo, speaker, phase, level, direction } = quote;
  const code = codeOfQuote(quote, codes);
  // Sources are often named after their case.
  const isNamed = quote.case === null || quote.source.startsWith(quote.case);
  const details = [
    phase,
    level === null ? null : valueLabel(language, { kind: 'level' }, String(level)),
    direction === null
      ? null
      : say('tables.direction', { value: valueLabel(language, { kind: 'direction' }, String(direction)) }),
  ].filter((each) => each !== null);
  return (
    <li
      className={noted?.isPinned === true ? 'qitem pinned' : 'qitem'}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
    >
      <p
        className={`quote ${code?.look.className ?? ''}`}
        lang={languageOf(quote.quote)}
        onClick={() => {
          // Words that were selected with the mouse are to be copied.
          if (getSelection()?.isCollapsed !== false) openQuote(quote);
        }}
      >
        <span className="mk">{quote.quote}</span>
      </p>
      <div className="cite">
        {code ? <CodeMark look={code.look} /> : null}
        <span className="q2">{quote.codeName}</span>
        <Tags noted={noted} isNegative={direction === -1} />
      </div>
      <div className="cite">
        <span className="grow">
          {speaker === null ? null : <span className="med q2">{speaker} </span>}
          {isNamed ? quote.source : [quote.case, quote.source].join(say('rule.list'))}{' '}
          <span className="nowrap">¶ {quote.paragraph}</span>
          {details.map((each) => `${say('rule.list')}${each}`).join('')}
        </span>
        <span className="hstack acts">
          {acts ? <NoteActs quote={quote} noted={noted} acts={acts} /> : null}
          <IconButton
            icon={QuoteIcon}
            small
            label={say('tables.copy-citation')}
            onPress={() => void copyCitation(quote)}
          />
          <IconButton
            icon={ArrowUpRight}
            small
            label={say('tables.open-in-source')}
            onPress={() => openQuote(quote)}
          />
        </span>
      </div>
      {noted?.excluded == null ? null : (
        <p className="small q2 left-out">{say('cells.left-out', { reason: noted.excluded })}</p>
      )}
      {isLeaving === true && acts ? <Reason id={quote.id} acts={acts} /> : null}
      {memo === null ? null : (
        <p className="memo small q2">
          <StickyNote className="i s" aria-label={say('tables.memo')} />
          {memo}
        </p>
      )}
    </li>
  );
}

/** What stands out: its number in the summary, that it speaks against the code, that it is pinned. */
function Tags({ noted, isNegative }: { readonly noted: Noted | undefined; readonly isNegative: boolean }) {
  const { say } = useWords();
  return (
    <span className="right hstack tags">
      {noted?.number == null ? null : (
        <span className="tag" title={say('cells.in-summary')}>
          {say('cells.number', { n: noted.number })}
        </span>
      )}
      {isNegative ? (
        <span className="tag bad">
          <Minus className="i" aria-hidden />
          {say('cells.is-negative')}
        </span>
      ) : null}
      {noted?.isPinned === true ? (
        <span className="tag acc">
          <Pin className="i" aria-hidden />
          {say('cells.is-pinned')}
        </span>
      ) : null}
    </span>
  );
}

interface NoteActsProps {
  readonly quote: Quote;
  readonly noted: Noted | undefined;
  readonly acts: QuoteActs;
}

function NoteActs({ quote: { id, codeUid }, noted, acts }: NoteActsProps) {
  const { say } = useWords();
  const { exclude } = acts;
  const isOut = noted?.excluded != null;
  return (
    <>
      {isOut ? null : (
        <>
          <IconButton
            icon={Pin}
            small
            label={say(noted?.isPinned === true ? 'cells.unpin' : 'cells.pin')}
            keys={['P']}
            pressed={noted?.isPinned === true}
            onPress={() => acts.pin(id)}
          />
          <IconButton
            icon={Superscript}
            small
            label={say('cells.support')}
            keys={['S']}
            onPress={() => acts.support(id)}
          />
          <Recode coding={id} code={codeUid} />
        </>
      )}
      {exclude ? (
        <IconButton
          icon={isOut ? Undo2 : CircleSlash2}
          small
          label={say(isOut ? 'cells.count-again' : 'cells.exclude')}
          keys={['X']}
          onPress={() => exclude(id)}
        />
      ) : null}
    </>
  );
}

/** Why a quote should not count here; Enter leaves it out, Escape lets it stay. */
function Reason({ id, acts }: { readonly id: string; readonly acts: QuoteActs }) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const asked = useRef<HTMLDivElement>(null);
  useEffect(() => {
    asked.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div
      ref={asked}
      className="leaving"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        acts.leave(id, null);
      }}
    >
      <Field
        label={say('cells.why-exclude')}
        value={reason}
        onChange={setReason}
        onEnter={() => reason.trim() !== '' && acts.leave(id, reason)}
        autoFocus
      />
      <Button disabled={reason.trim() === ''} onPress={() => acts.leave(id, reason)}>
        {say('cells.exclude-short')}
      </Button>
    </div>
  );
}

export function openQuote({ sourceUid, start, end, id }: Quote): void {
  openPassage({ source: sourceUid, start, end, coding: id });
}

/** “words” (Case, Speaker, Source, turn n, ¶n). */
export async function copyCitation(quote: Quote): Promise<void> {
  const { say, language } = words();
  await readNames();
  const names = leaving();
  const place = [...namedOnce(quote.source, [quote.case, quote.speaker]), placeCited(language, quote)];
  const text = say('tables.citation', {
    quote: quote.quote,
    place: place.join(say('tables.citation-list')),
  });
  navigator.clipboard.writeText(names.text(text)).then(
    () => notify({ tone: 'plain', text: withNamesSaid(say('tables.citation-copied'), names.replaced()) }),
    () => notify({ tone: 'bad', text: say('tables.not-copied') }),
  );
}

/** Quotes name their code by its short id, else by its name. */
function codeOfQuote({ code, codeName }: Quote, codes: ReturnType<typeof useAxisCodes>['codes']) {
  return (
    codes.get(code) ??
    [...codes.values()].find(({ entry }) => entry.shortId === null && entry.name === codeName)
  );
}
