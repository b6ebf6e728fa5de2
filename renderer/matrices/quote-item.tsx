// A quote behind a number: the words, whose they are and where they stand; opens its place, copies its citation.
import { ArrowUpRight, Quote as QuoteIcon, StickyNote } from 'lucide-react';
import type { Quote } from '../../shared/contract/matrices.ts';
import { valueLabel } from '../../shared/matrices/rule.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import { IconButton } from '../ui/button.tsx';
import { notify, openPassage } from '../window-state.ts';
import { useWords, words } from '../words.ts';
import { useAxisCodes } from './facts.ts';

interface QuoteItemProps {
  readonly quote: Quote;
  /** The one that Tab leads to. */
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
}

export function QuoteItem({ quote, isCurrent, onFocus }: QuoteItemProps) {
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
    <li className="qitem" tabIndex={isCurrent ? 0 : -1} onFocus={onFocus}>
      <p className={`quote ${code?.look.className ?? ''}`}>
        <span className="mk">{quote.quote}</span>
      </p>
      <div className="cite">
        {code ? <CodeMark look={code.look} /> : null}
        <span className="q2">{quote.codeName}</span>
      </div>
      <div className="cite">
        <span className="grow">
          {speaker === null ? null : <span className="med q2">{speaker} </span>}
          {isNamed ? quote.source : [quote.case, quote.source].join(say('rule.list'))}{' '}
          <span className="nowrap">¶ {quote.paragraph}</span>
          {details.map((each) => `${say('rule.list')}${each}`).join('')}
        </span>
        <span className="hstack acts">
          <IconButton
            icon={QuoteIcon}
            small
            label={say('tables.copy-citation')}
            onPress={() => copyCitation(quote)}
          />
          <IconButton
            icon={ArrowUpRight}
            small
            label={say('tables.open-in-source')}
            onPress={() => openQuote(quote)}
          />
        </span>
      </div>
      {memo === null ? null : (
        <p className="memo small q2">
          <StickyNote className="i s" aria-label={say('tables.memo')} />
          {memo}
        </p>
      )}
    </li>
  );
}

export function openQuote({ sourceUid, start, end, id }: Quote): void {
  openPassage({ source: sourceUid, start, end, coding: id });
}

/** “words” (Case, Speaker, Source ¶n). */
export function copyCitation(quote: Quote): void {
  const { say } = words();
  const place = [quote.case, quote.speaker, `${quote.source} ¶${quote.paragraph}`];
  const text = say('tables.citation', {
    quote: quote.quote,
    place: place.filter((each) => each !== null).join(say('tables.citation-list')),
  });
  navigator.clipboard.writeText(text).then(
    () => notify({ tone: 'plain', text: say('tables.citation-copied') }),
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
