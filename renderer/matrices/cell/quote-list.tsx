// The quotes of a cell: arrows go through them; keys open, copy, pin, leave out, and lead from the summary to them.
import { useEffect, useRef, useState } from 'react';
import type { Quote } from '../../../shared/contract/matrices.ts';
import type { CellRecord } from '../../../shared/contract/saved-matrices.ts';
import { act } from '../../acts.ts';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.ts';
import { copyCitation, openQuote, QuoteItem } from '../quote-item.tsx';
import { tableState } from '../table-state.ts';
import type { CellAddress } from './records.ts';
import { supportWith } from './summary-editor.tsx';
import { quotesOf } from './summary-nodes.ts';

/** As many quotes are listed at once. */
const page = 100;

interface ListProps {
  readonly label: string;
  readonly quotes: readonly Quote[] | undefined;
  readonly record: CellRecord | undefined;
  /** Null where nothing can be noted. */
  readonly address: CellAddress | null;
  /** The quote that a sign of the summary leads to. */
  readonly wanted: string | null;
  readonly onLeave: () => void;
}

export function QuoteList({ label, quotes, record, address, wanted, onLeave }: ListProps) {
  const { say } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const toEvidence = useStore(tableState, (state) => state.toEvidence);
  const [shown, setShown] = useState(page);
  const [at, setAt] = useState(0);
  const [leaving, setLeaving] = useState<string | null>(null);
  const focusOn = (place: number): void => {
    setAt(place);
    list.current?.querySelectorAll<HTMLElement>('.qitem')[place]?.focus();
  };
  useEffect(() => {
    if (!toEvidence || !quotes) return;
    tableState.set({ toEvidence: false });
    focusOn(0);
  }, [toEvidence, quotes]);
  useEffect(() => {
    const place = quotes?.findIndex(({ id }) => id === wanted) ?? -1;
    if (wanted !== null && place !== -1) focusOn(place);
  }, [wanted]);
  if (!quotes) return <p className="scroll chip-help small q">{say('screen.loading')}</p>;
  if (quotes.length === 0) return <p className="scroll chip-help small q2">{say('tables.no-quotes')}</p>;
  const marks = marksOf(record);
  const acts = address && actsFor(address, marks, setLeaving);
  const onKey = (event: React.KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return;
    const quote = quotes[at];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'ArrowDown') focusOn(Math.min(at + 1, Math.min(shown, quotes.length) - 1));
    else if (event.key === 'ArrowUp') focusOn(Math.max(0, at - 1));
    else if (event.key === 'Escape') onLeave();
    else if (!isPlain || !quote || event.target instanceof HTMLButtonElement) return;
    else if (event.key === 'Enter') openQuote(quote);
    else if (event.code === 'KeyC') void copyCitation(quote);
    else if (event.code === 'KeyP' && acts) acts.pin(quote.id);
    else if (event.code === 'KeyS' && acts) supportWith(quote.id);
    else if (event.code === 'KeyX' && acts?.exclude) acts.exclude(quote.id);
    else return;
    event.preventDefault();
  };
  return (
    <ul className="scroll" ref={list} onKeyDown={onKey} aria-label={label}>
      {quotes.slice(0, shown).map((quote, place) => (
        <QuoteItem
          key={quote.id}
          quote={quote}
          isCurrent={place === at}
          onFocus={() => setAt(place)}
          noted={marks.of(quote.id)}
          acts={acts}
          isLeaving={leaving === quote.id}
        />
      ))}
      {quotes.length > shown ? (
        <li className="more">
          <Button onPress={() => setShown(shown + page)}>
            {say('tables.more-quotes', { n: quotes.length - shown })}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

/** What is noted of a quote in its cell. */
export interface Noted {
  readonly isPinned: boolean;
  /** Why it was left out; null where it counts. */
  readonly excluded: string | null;
  /** Its number in the summary. */
  readonly number: number | null;
}

export interface QuoteActs {
  readonly pin: (id: string) => void;
  readonly support: (id: string) => void;
  /** Asks for the reason, or lets the quote count again; null for totals. */
  readonly exclude: ((id: string) => void) | null;
  /** Leaves it out for the reason; without one it stays. */
  readonly leave: (id: string, reason: string | null) => void;
}

interface Marks {
  readonly of: (id: string) => Noted;
}

function marksOf(record: CellRecord | undefined): Marks {
  const order = quotesOf(record?.summary?.paragraphs ?? []);
  return {
    of: (id) => ({
      isPinned: record?.pinned.includes(id) === true,
      excluded: record?.excluded.find(({ coding }) => coding === id)?.reason ?? null,
      number: order.includes(id) ? order.indexOf(id) + 1 : null,
    }),
  };
}

function actsFor(address: CellAddress, marks: Marks, setLeaving: (id: string | null) => void): QuoteActs {
  const mark = (coding: string, as: 'pinned' | 'excluded' | null, reason: string | null): void =>
    void act('cells.quote', { ...address, coding, as, reason });
  const isTotal = address.row === null || address.column === null;
  return {
    pin: (id) => mark(id, marks.of(id).isPinned ? null : 'pinned', null),
    support: supportWith,
    exclude: isTotal
      ? null
      : (id) => (marks.of(id).excluded === null ? setLeaving(id) : mark(id, null, null)),
    leave: (id, reason) => {
      setLeaving(null);
      if (reason !== null) mark(id, 'excluded', reason);
    },
  };
}
