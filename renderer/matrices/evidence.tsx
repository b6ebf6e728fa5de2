// The right pane: the chosen cell's number with its unit and base, and every quote that it counts.
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { MatrixAnswer, Quote } from '../../shared/contract/matrices.ts';
import { headingText } from '../../shared/matrices/headings.ts';
import { measureName } from '../../shared/matrices/rule.ts';
import { useCall } from '../engine.ts';
import { Pane } from '../frame/pane.tsx';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Keys } from '../ui/keys.tsx';
import { useWords } from '../words.ts';
import { numberText } from './numbers.ts';
import { copyCitation, openQuote, QuoteItem } from './quote-item.tsx';
import { isOfPairs, isShare, type Cell, type MatrixInput } from './question.ts';
import { chooseCell, tableState } from './table-state.ts';

/** As many quotes are listed at once. */
const page = 100;

interface EvidenceProps {
  readonly question: MatrixInput;
  readonly cell: Cell;
  /** Gives the focus back to the table. */
  readonly onLeave: () => void;
}

export function Evidence({ question, cell, onLeave }: EvidenceProps) {
  const { say, language } = useWords();
  const table = useCall('matrices.table', question).value;
  const found = useCall('matrices.cell', { question, ...cell });
  if (!table) return <EmptyEvidence />;
  const part = (axis: 'rows' | 'columns', place: number | null): string | null => {
    const entry = place === null ? undefined : table[axis][place];
    return entry === undefined || entry.ids.length === 0
      ? null
      : headingText(language, table.dimensions[axis], entry);
  };
  const title = [part('rows', cell.row), part('columns', cell.column)].filter((each) => each !== null);
  return (
    <Pane side="inspector" className="evidence" label={say('tables.evidence')}>
      <div className="bar">
        <h2 className="cut" title={title.join(' × ')}>
          {title.length === 0 ? say('tables.all') : title.join(' × ')}
        </h2>
        <span className="grow" />
        <IconButton
          icon={X}
          label={say('screen.close')}
          onPress={() => {
            chooseCell(null);
            onLeave();
          }}
        />
      </div>
      <Numbers question={question} table={table} cell={cell} quotes={found.value?.quotes} />
      <Quotes key={JSON.stringify([question, cell])} quotes={found.value?.quotes} onLeave={onLeave} />
      <div className="status">
        <span className="hint">
          <Keys keys={['↵']} />
          {say('tables.hint-open')}
        </span>
        <span className="hint">
          <Keys keys={['C']} />
          {say('tables.hint-copy')}
        </span>
        <span className="hint">
          <Keys keys={['Esc']} />
          {say('tables.hint-back')}
        </span>
      </div>
    </Pane>
  );
}

export function EmptyEvidence() {
  const { say } = useWords();
  return (
    <Pane side="inspector" className="evidence" label={say('tables.evidence')}>
      <div className="empty-place">
        <p>{say('tables.choose-cell')}</p>
      </div>
    </Pane>
  );
}

const counts = ['references', 'sources', 'cases', 'speakers'] as const;

interface NumbersProps {
  readonly question: MatrixInput;
  readonly table: MatrixAnswer;
  readonly cell: Cell;
  readonly quotes: readonly Quote[] | undefined;
}

function Numbers({ question, table, cell, quotes }: NumbersProps) {
  const { say, language } = useWords();
  const isPairs = isOfPairs(question);
  const four = [
    useCount(question, cell, 'references'),
    useCount(question, cell, 'sources'),
    useCount(question, cell, 'cases'),
    useCount(question, cell, 'speakers'),
  ];
  const value = valueAt(table, cell);
  const isPlain = (counts as readonly string[]).includes(table.measure);
  return (
    <div className="numbers">
      {isPairs || !isPlain ? (
        <p className="own-number">
          <b>{value === null ? '–' : numberText(language, table.measure, value)}</b>{' '}
          <span className="q2">
            {isPairs && table.measure === 'references' && cell.row !== null && cell.column !== null
              ? say('tables.pairs')
              : measureName(language, table.measure)}
          </span>
          <Base table={table} cell={cell} value={value} />
        </p>
      ) : null}
      {value === null ? <p className="small q2">{say('tables.undefined')}</p> : null}
      {isPairs ? (
        <p className="small q2">{quotes ? say('tables.pair-quotes', { n: quotes.length }) : ' '}</p>
      ) : (
        <div className="four">
          {counts.map((count, i) => (
            <div key={count}>
              <b>{four[i] == null ? ' ' : numberText(language, count, four[i])}</b>
              <span>{say(`tables.unit-${count}`, { n: four[i] ?? 0 })}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** k of N for shares of cases, n for means; nothing for measures without a base, and for totals. */
function Base({
  table,
  cell,
  value,
}: {
  readonly table: MatrixAnswer;
  readonly cell: Cell;
  readonly value: number | null;
}) {
  const { say } = useWords();
  const base = cell.row === null || cell.column === null ? undefined : table.bases[cell.row]?.[cell.column];
  if (base === undefined || value === null) return null;
  return (
    <span className="q2">
      {' · '}
      {isShare(table.measure)
        ? say('tables.k-of-n', { k: Math.round(value * base), n: base })
        : say('tables.of-n', { n: base })}
    </span>
  );
}

/** The same cell of the same question, counted in another unit. Null where the table is of pairs, or not known yet. */
function useCount(question: MatrixInput, cell: Cell, measure: (typeof counts)[number]): number | null {
  const { value } = useCall('matrices.table', isOfPairs(question) ? null : { ...question, measure });
  return value ? valueAt(value, cell) : null;
}

function valueAt(
  { cells, rowTotals, columnTotals, total }: MatrixAnswer,
  { row, column }: Cell,
): number | null {
  if (row !== null && column !== null) return cells[row]?.[column] ?? null;
  if (row !== null) return rowTotals[row] ?? null;
  return (column === null ? total : columnTotals[column]) ?? null;
}

interface QuotesProps {
  readonly quotes: readonly Quote[] | undefined;
  readonly onLeave: () => void;
}

function Quotes({ quotes, onLeave }: QuotesProps) {
  const { say } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const toEvidence = useStore(tableState, (state) => state.toEvidence);
  const [shown, setShown] = useState(page);
  const [at, setAt] = useState(0);
  const focusOn = (place: number): void => {
    setAt(place);
    list.current?.querySelectorAll<HTMLElement>('.qitem')[place]?.focus();
  };
  useEffect(() => {
    if (!toEvidence || !quotes) return;
    tableState.set({ toEvidence: false });
    focusOn(0);
  }, [toEvidence, quotes]);
  if (!quotes) return <p className="scroll chip-help small q">{say('screen.loading')}</p>;
  if (quotes.length === 0) return <p className="scroll chip-help small q2">{say('tables.no-quotes')}</p>;
  const onKey = (event: React.KeyboardEvent): void => {
    const quote = quotes[at];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'ArrowDown') focusOn(Math.min(at + 1, Math.min(shown, quotes.length) - 1));
    else if (event.key === 'ArrowUp') focusOn(Math.max(0, at - 1));
    else if (event.key === 'Escape') onLeave();
    else if (event.code === 'KeyC' && isPlain && quote) copyCitation(quote);
    else if (event.key === 'Enter' && quote && !(event.target instanceof HTMLButtonElement)) openQuote(quote);
    else return;
    event.preventDefault();
  };
  return (
    <ul className="scroll" ref={list} onKeyDown={onKey} aria-label={say('tables.quotes')}>
      {quotes.slice(0, shown).map((quote, place) => (
        <QuoteItem key={quote.id} quote={quote} isCurrent={place === at} onFocus={() => setAt(place)} />
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
