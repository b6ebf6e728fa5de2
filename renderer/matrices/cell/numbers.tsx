// The numbers of a cell: its own with unit and base, and the four counts that are always at hand.
import type { MatrixAnswer, Quote } from '../../../shared/contract/matrices.ts';
import { headingText } from '../../../shared/matrices/headings.ts';
import { measureName } from '../../../shared/matrices/rule.ts';
import type { Language } from '../../../shared/words/say.ts';
import { useCall } from '../../engine.ts';
import { useWords } from '../../words.ts';
import { cellIn } from '../chosen-cell.ts';
import { asTitle } from '../facts.ts';
import { baseText, changeText, numberText } from '../numbers.ts';
import { paneOf } from '../panels.ts';
import { isOfPairs, type Cell, type ChosenCell, type MatrixInput } from '../question.ts';

/** The words of the cell's headings, and of the phase that is meant of a change; none for the total of all. */
export function cellTitle(language: Language, table: MatrixAnswer, cell: Cell): string[] {
  const { row, column, panel, side } = cell;
  const part = (axis: 'rows' | 'columns', place: number | null): string[] => {
    const entry = place === null ? undefined : table[axis][place];
    return entry === undefined || entry.ids.length === 0
      ? []
      : [headingText(language, table.dimensions[axis], entry)];
  };
  const within = panel === undefined ? undefined : table.panels[panel];
  return [
    ...(within ? [headingText(language, [table.panelDimension ?? ''], within.entry)] : []),
    ...part('rows', row),
    ...part('columns', column),
    ...(side && table.change
      ? [asTitle(headingText(language, ['phase'], table.change[side === 'before' ? 'from' : 'to']))]
      : []),
  ];
}

const counts = ['references', 'sources', 'cases', 'speakers'] as const;

interface NumbersProps {
  readonly question: MatrixInput;
  readonly table: MatrixAnswer;
  readonly chosen: ChosenCell;
  /** Where it stands in the table. */
  readonly cell: Cell;
  readonly quotes: readonly Quote[] | undefined;
}

export function Numbers({ question, table, chosen, cell, quotes }: NumbersProps) {
  const { say, language } = useWords();
  const isPairs = isOfPairs(question);
  const four = [
    useCount(question, chosen, 'references'),
    useCount(question, chosen, 'sources'),
    useCount(question, chosen, 'cases'),
    useCount(question, chosen, 'speakers'),
  ];
  const value = valueAt(table, cell);
  const isPlain = (counts as readonly string[]).includes(table.measure);
  return (
    <div className="numbers">
      {isPairs || !isPlain ? (
        <p className="own-number">
          <b>
            {value === null
              ? '–'
              : (table.change === null ? numberText : changeText)(language, table.measure, value)}
          </b>{' '}
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
      ) : table.change !== null ? null : (
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

/** k of N for shares of cases, n for means, the paired cases of a change; nothing for measures without a base, and for totals. */
function Base({
  table,
  cell,
  value,
}: {
  readonly table: MatrixAnswer;
  readonly cell: Cell;
  readonly value: number | null;
}) {
  const { say, language } = useWords();
  const base =
    cell.row === null || cell.column === null
      ? undefined
      : paneOf(table, cell).bases[cell.row]?.[cell.column];
  if (base === undefined || value === null) return null;
  return (
    <span className="q2">
      {' · '}
      {table.change !== null
        ? say('written.paired', { n: base })
        : baseText(language, table.measure, value, base)}
    </span>
  );
}

/** The same cell of the same question, counted in another unit. Null where the table is of pairs or of changes, or not known yet. */
function useCount(
  question: MatrixInput,
  chosen: ChosenCell,
  measure: (typeof counts)[number],
): number | null {
  const { value } = useCall(
    'matrices.table',
    isOfPairs(question) || question.change ? null : { ...question, measure },
  );
  // In an order by numbers the same cell stands elsewhere.
  const cell = value && cellIn(value, chosen);
  return value && cell ? valueAt(value, cell) : null;
}

function valueAt(table: MatrixAnswer, cell: Cell): number | null {
  const { cells, rowTotals, columnTotals, total } = paneOf(table, cell);
  const { row, column } = cell;
  if (row !== null && column !== null) return cells[row]?.[column] ?? null;
  if (row !== null) return rowTotals[row] ?? null;
  return (column === null ? total : columnTotals[column]) ?? null;
}
