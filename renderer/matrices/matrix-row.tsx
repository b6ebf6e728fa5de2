// A row of the matrix and the row of totals; drawn anew only when something of it changes.
import { CircleDashed } from 'lucide-react';
import { memo } from 'react';
import type { Language } from '../../shared/words/say.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import type { Words } from '../words.ts';
import type { Line } from './axis-lines.ts';
import type { AxisCodes } from './facts.ts';
import { codeOf, partText, Twisty } from './matrix-head.tsx';
import type { MatrixView } from './matrix-view.ts';
import { heatStep, numberText } from './numbers.ts';

export interface RowDrawing {
  readonly id: string;
  readonly view: MatrixView;
  readonly language: Language;
  readonly say: Words['say'];
  readonly codes: AxisCodes;
  /** See heatEnds. */
  readonly ends: readonly number[];
  /** Which marks beside numbers the table has. */
  readonly marks: { readonly zero: boolean; readonly uncoded: boolean; readonly undefined: boolean };
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
}

export const MatrixRow = memo(function MatrixRow(props: RowProps) {
  const { line, at, before, firstColumn, endColumn, drawing, active, chosen } = props;
  const { id, view } = drawing;
  const { answer, columns, hasTotals } = view;
  const heads = answer.dimensions.rows.length;
  const isNewGroup = heads > 1 && before?.entry.ids[0] !== line.entry.ids[0];
  return (
    <tr className={isNewGroup ? 'new-group' : undefined} aria-rowindex={at + 2}>
      <RowHeads line={line} at={at} isNewGroup={isNewGroup} drawing={drawing} isActive={active === -1} />
      {firstColumn > 0 ? <td colSpan={firstColumn} className="undrawn" aria-hidden /> : null}
      {columns.slice(firstColumn, endColumn).map((column, i) => {
        const place = firstColumn + i;
        const value = answer.cells[line.place]?.[column.place] ?? null;
        const shown = cellShown(drawing, value, drawing.isUncoded(line, column));
        const isTotal = line.family?.open === true || column.family?.open === true;
        const heat = isTotal ? 'sum' : `h${heatStep(drawing.ends, value)}`;
        const isChosen = chosen === column.place;
        return (
          <td
            key={column.place}
            id={`${id}-${at}-${place}`}
            data-at={`${at} ${place}`}
            className={`${shown.className || heat}${isChosen ? ' chosen' : ''}${active === place ? ' is-active' : ''}`}
            aria-label={shown.label}
            aria-colindex={heads + place + 1}
            aria-selected={isChosen}
          >
            {shown.content}
          </td>
        );
      })}
      {endColumn < columns.length ? (
        <td colSpan={columns.length - endColumn} className="undrawn" aria-hidden />
      ) : null}
      {hasTotals ? (
        <td
          id={`${id}-${at}-${columns.length}`}
          data-at={`${at} ${columns.length}`}
          className={totalClass(chosen === 'total', active === columns.length, true)}
          aria-selected={chosen === 'total'}
        >
          {cellShown(drawing, answer.rowTotals[line.place] ?? null, false).content}
        </td>
      ) : null}
    </tr>
  );
});

interface TotalRowProps {
  readonly drawing: RowDrawing;
  readonly active: number | null;
  readonly chosen: number | 'total' | null;
}

export function TotalRow({ drawing, active, chosen }: TotalRowProps) {
  const { id, view, say } = drawing;
  const { answer, rows, columns, hasTotals } = view;
  const at = rows.length;
  const places = [...columns.map(({ place }) => place), ...(hasTotals ? ['total' as const] : [])];
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
        {places.map((place, i) => {
          const value = (place === 'total' ? answer.total : answer.columnTotals[place]) ?? null;
          return (
            <td
              key={place}
              id={`${id}-${at}-${i}`}
              data-at={`${at} ${i}`}
              className={totalClass(chosen === place, active === i, place === 'total')}
              aria-selected={chosen === place}
            >
              {cellShown(drawing, value, false).content}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
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
        className={[
          `head-${part}`,
          code ? 'of-code' : '',
          isLast && isActive ? 'is-active' : '',
          folds ? 'folds' : '',
        ].join(' ')}
        {...(isLast ? { id: `${id}-${at}--1`, 'data-at': `${at} -1` } : {})}
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

/** Nothing is never one thing: undefined, not coded yet, and 0 are three marks. */
function cellShown({ language, say, view }: RowDrawing, value: number | null, isUncoded: boolean): Shown {
  if (value === null) return { className: 'undefined', content: '–', label: say('tables.undefined') };
  if (value === 0 && isUncoded) {
    return {
      className: 'uncoded',
      content: <CircleDashed className="i" aria-hidden />,
      label: say('tables.uncoded'),
    };
  }
  const content = numberText(language, view.answer.measure, value);
  return { className: value === 0 ? 'zero' : '', content };
}

function totalClass(isChosen: boolean, isActive: boolean, isLast: boolean): string {
  return `sum${isLast ? ' last' : ''}${isChosen ? ' chosen' : ''}${isActive ? ' is-active' : ''}`;
}
