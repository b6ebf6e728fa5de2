// A row of the matrix and the row of totals; drawn anew only when something of it changes.
import { memo } from 'react';
import type { CellRecord, EmptyReason } from '../../shared/contract/saved-matrices.ts';
import { headingText } from '../../shared/matrices/headings.ts';
import { measureName } from '../../shared/matrices/rule.ts';
import type { Language } from '../../shared/words/say.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import type { Words } from '../words.ts';
import type { Line } from './axis-lines.ts';
import type { AxisCodes } from './facts.ts';
import { recordAt, type CellRecords } from './cell/records.ts';
import { emptyMarks } from './empty-reasons.ts';
import { codeOf, partText, Twisty } from './matrix-head.tsx';
import type { MatrixView } from './matrix-view.ts';
import { changeText, heatStep, numberText, shortChangeText, withUnit } from './numbers.ts';
import { headWidths } from './row-window.ts';
import { isOfAll } from './panels.ts';

/** Zero and undefined, and the reasons why nothing stands in a cell; whether there are summaries, and stale ones. */
export type TableMarks = ReadonlySet<'zero' | 'undefined' | 'summary' | 'stale' | EmptyReason>;

export interface RowDrawing {
  readonly id: string;
  readonly view: MatrixView;
  readonly language: Language;
  readonly say: Words['say'];
  readonly codes: AxisCodes;
  /** See heatEnds. */
  readonly ends: readonly number[];
  /** Which marks beside numbers the table has. */
  readonly marks: TableMarks;
  /** What is noted in the cells. */
  readonly records: CellRecords;
  /** In a table of change: one of the phases of a case is not coded. */
  readonly isUncoded: (line: Line, column: Line) => boolean;
}

interface RowProps {
  readonly line: Line;
  /** Its place among the shown rows. */
  readonly at: number;
  /** The row drawn above it; null for the first. */
  readonly before: Line | null;
  /** [first, end) of the columns to draw. */
  readonly firstColumn: number;
  readonly endColumn: number;
  readonly drawing: RowDrawing;
  /** The column that the keys are at, where they are in this row. */
  readonly active: number | null;
  /** Place of the chosen cell's column in the answer. */
  readonly chosen: number | 'total' | null;
  /** The selected columns, from the first to the last; none where the last comes before the first. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
}

export const MatrixRow = memo(function MatrixRow(props: RowProps) {
  const { line, at, before, firstColumn, endColumn, drawing, active, chosen, selectedFrom, selectedTo } =
    props;
  const { id, view } = drawing;
  const { answer, columns, hasTotals } = view;
  const heads = answer.dimensions.rows.length;
  const ofAll = isOfAll(line.entry);
  const isNewGroup = heads > 1 && before?.entry.ids[0] !== line.entry.ids[0];
  return (
    <tr
      className={[isNewGroup ? 'new-group' : '', ofAll ? 'of-all' : ''].join(' ').trim() || undefined}
      aria-rowindex={at + 2}
    >
      <RowHeads line={line} at={at} isNewGroup={isNewGroup} drawing={drawing} isActive={active === -1} />
      <Undrawn columns={firstColumn} />
      {columns.slice(firstColumn, endColumn).map((column, i) => {
        const place = firstColumn + i;
        const value = answer.cells[line.place]?.[column.place] ?? null;
        const record = recordAt(drawing.records, line.entry, column.entry);
        const shown = cellShown(drawing, value, emptyReason(drawing, record, { value, line, column }));
        const isTotal = line.family?.open === true || column.family?.open === true || ofAll;
        const heat = isTotal ? 'sum' : `h${heatStep(drawing.ends, value)}`;
        const isChosen = chosen === column.place;
        const isSelected = selectedFrom <= place && place <= selectedTo;
        return (
          <td
            key={column.place}
            id={`${id}-${at}-${place}`}
            data-at={`${at} ${place}`}
            className={[
              shown.className || heat,
              notedClass(record),
              isChosen ? 'chosen' : '',
              isSelected ? 'selected' : '',
              active === place ? 'is-active' : '',
            ].join(' ')}
            aria-label={active === place ? spoken(drawing, { line, column, record }) : shown.label}
            aria-colindex={heads + place + 1}
            aria-selected={isChosen || isSelected}
          >
            {shown.content}
            {ofCases(answer, value, answer.bases[line.place]?.[column.place])}
          </td>
        );
      })}
      <Undrawn columns={columns.length - endColumn} />
      {hasTotals ? (
        <td
          id={`${id}-${at}-${columns.length}`}
          data-at={`${at} ${columns.length}`}
          className={totalClass(chosen === 'total', active === columns.length, true)}
          aria-label={
            active === columns.length ? spoken(drawing, { line, column: null, record: undefined }) : undefined
          }
          aria-selected={chosen === 'total'}
        >
          {cellShown(drawing, answer.rowTotals[line.place] ?? null, emptyAt(answer, line, null)).content}
        </td>
      ) : null}
    </tr>
  );
});

interface TotalRowProps {
  readonly firstColumn: number;
  readonly endColumn: number;
  readonly drawing: RowDrawing;
  readonly active: number | null;
  readonly chosen: number | 'total' | null;
}

export const TotalRow = memo(function TotalRow(props: TotalRowProps) {
  const { firstColumn, endColumn, drawing, active, chosen } = props;
  const { id, view, say } = drawing;
  const { answer, rows, columns, hasTotals } = view;
  const at = rows.length;
  const cell = (column: Line | null, i: number) => {
    const place = column?.place ?? 'total';
    return (
      <td
        key={place}
        id={`${id}-${at}-${i}`}
        data-at={`${at} ${i}`}
        className={totalClass(chosen === place, active === i, place === 'total')}
        aria-label={active === i ? spoken(drawing, { line: null, column, record: undefined }) : undefined}
        aria-selected={chosen === place}
      >
        {cellShown(drawing, valueAt(answer, null, column), emptyAt(answer, null, column)).content}
      </td>
    );
  };
  return (
    <tfoot>
      <tr className="total">
        <th
          id={`${id}-${at}--1`}
          data-at={`${at} -1`}
          scope="row"
          colSpan={answer.dimensions.rows.length}
          className={active === -1 ? 'is-active' : undefined}
        >
          {say('tables.total')}
        </th>
        <Undrawn columns={firstColumn} />
        {columns.slice(firstColumn, endColumn).map((column, i) => cell(column, firstColumn + i))}
        <Undrawn columns={columns.length - endColumn} />
        {hasTotals ? cell(null, columns.length) : null}
      </tr>
    </tfoot>
  );
});

/** Stands for columns out of sight. */
function Undrawn({ columns }: { readonly columns: number }) {
  return columns > 0 ? <td colSpan={columns} className="undrawn" aria-hidden /> : null;
}

interface RowHeadsProps {
  readonly line: Line;
  readonly at: number;
  readonly isNewGroup: boolean;
  readonly drawing: RowDrawing;
  readonly isActive: boolean;
}

function RowHeads({ line, at, isNewGroup, drawing, isActive }: RowHeadsProps) {
  const { id, view, language, codes } = drawing;
  const dimensions = view.answer.dimensions.rows;
  const widths = headWidths(dimensions);
  return dimensions.map((dimension, part) => {
    const isLast = part === dimensions.length - 1;
    const code = codeOf(line.entry.ids[part], dimension, codes);
    const text = partText(language, dimension, line.entry, part);
    const isRepeated = !isLast && !isNewGroup;
    const folds = line.family !== null && (code !== undefined || dimensions.length === 1);
    return (
      <th
        key={dimension}
        scope="row"
        title={text}
        style={{ left: widths.slice(0, part).reduce((sum, width) => sum + width, 0) }}
        className={[
          `head-${part}`,
          code ? 'of-code' : '',
          isLast && isActive ? 'is-active' : '',
          folds ? 'folds' : '',
        ].join(' ')}
        {...(isLast ? { id: `${id}-${at}--1`, 'data-at': `${at} -1`, draggable: true } : {})}
        {...(folds ? { 'aria-expanded': line.family?.open } : {})}
      >
        <span
          className={`hstack row-name${isRepeated ? ' visually-hidden' : ''}${line.family?.open ? ' strong' : ''}`}
          style={code ? { paddingLeft: line.depth * 14 } : undefined}
        >
          {folds && line.family ? <Twisty open={line.family.open} /> : null}
          {code ? <CodeMark look={code.look} /> : null}
          <span className="cut">{code?.entry.name ?? text}</span>
        </span>
      </th>
    );
  });
}

interface Shown {
  readonly className: string;
  readonly content: React.ReactNode;
  readonly label?: string;
}

/** Nothing is never one thing: undefined, 0, and the reasons why nothing stands there are marks of their own. */
function cellShown(
  { language, say, view }: RowDrawing,
  value: number | null,
  empty: EmptyReason | null,
): Shown {
  if (empty !== null && empty !== 'nothing-said') {
    const { className, icon: Icon } = emptyMarks[empty];
    const content = Icon === null ? '–' : <Icon className="i" aria-hidden />;
    return { className, content, label: say(`cells.empty-${empty}`) };
  }
  if (value === null) return { className: 'undefined', content: '–', label: say('tables.undefined') };
  const { measure, change } = view.answer;
  if (change !== null) {
    const tone = value > 0 ? 'change rises' : value < 0 ? 'change falls' : 'change';
    return { className: tone, content: shortChangeText(language, measure, value) };
  }
  return { className: value === 0 ? 'zero' : '', content: numberText(language, measure, value) };
}

/** k of N beside a share of cases: a percentage of few cases says little without them. */
function ofCases(answer: MatrixView['answer'], value: number | null, base: number | undefined) {
  if (answer.measure !== 'case-share' || value === null || base === undefined) return null;
  return (
    <span className="of-n">
      {Math.round(value * base)}/{base}
    </span>
  );
}

interface CellAt {
  readonly value: number | null;
  readonly line: Line;
  readonly column: Line;
}

/** Why nothing stands in a cell: what the researcher said of it, else that nothing of its row or column is coded yet. */
export function emptyReason(
  { isUncoded, view }: Pick<RowDrawing, 'isUncoded' | 'view'>,
  record: CellRecord | undefined,
  { value, line, column }: CellAt,
): EmptyReason | null {
  if (value !== null && value !== 0) return null;
  // A change has no value where one of its phases is not coded.
  const isSilent = view.answer.change !== null && isUncoded(line, column);
  return record?.empty ?? emptyAt(view.answer, line, column) ?? (isSilent ? 'uncoded' : null);
}

/** Null for the totals. */
function emptyAt({ empty, rows, columns }: MatrixView['answer'], line: Line | null, column: Line | null) {
  return empty[line?.place ?? rows.length]?.[column?.place ?? columns.length] ?? null;
}

function notedClass(record: CellRecord | undefined): string {
  if (!record?.summary) return '';
  return record.summary.stale === null ? 'hassum' : 'hassum stale';
}

interface SpokenCell {
  /** Null for the total. */
  readonly line: Line | null;
  readonly column: Line | null;
  readonly record: CellRecord | undefined;
}

/** What a screen reader says of the cell that the keys are at: row, column, value with its unit and base, what is noted. */
function spoken(drawing: RowDrawing, { line, column, record }: SpokenCell): string {
  const { language, say, view } = drawing;
  const { answer } = view;
  const value = valueAt(answer, line, column);
  const empty =
    line && column ? emptyReason(drawing, record, { value, line, column }) : emptyAt(answer, line, column);
  const base = line && column ? answer.bases[line.place]?.[column.place] : undefined;
  const unit = measureName(language, answer.measure);
  const number =
    value === null
      ? say('tables.undefined')
      : withUnit((answer.change === null ? numberText : changeText)(language, answer.measure, value), unit);
  const heading = (each: Line | null, axis: 'rows' | 'columns'): string =>
    each ? headingText(language, answer.dimensions[axis], each.entry) : say('tables.total');
  const parts = [
    say('cells.spoken', {
      row: heading(line, 'rows'),
      column: heading(column, 'columns') || unit,
      value: empty === null ? number : say(`cells.empty-${empty}`),
    }),
    base === undefined ? null : say('cells.spoken-base', { n: base }),
    record?.summary
      ? say(record.summary.stale === null ? 'cells.spoken-summary' : 'cells.spoken-stale')
      : null,
    record?.rating == null ? null : say('cells.spoken-rating', { n: record.rating }),
  ];
  return parts.filter((part) => part !== null).join(say('rule.list'));
}

function valueAt(answer: MatrixView['answer'], line: Line | null, column: Line | null): number | null {
  if (line && column) return answer.cells[line.place]?.[column.place] ?? null;
  if (line) return answer.rowTotals[line.place] ?? null;
  return (column ? answer.columnTotals[column.place] : answer.total) ?? null;
}

function totalClass(isChosen: boolean, isActive: boolean, isLast: boolean): string {
  return `sum${isLast ? ' last' : ''}${isChosen ? ' chosen' : ''}${isActive ? ' is-active' : ''}`;
}
