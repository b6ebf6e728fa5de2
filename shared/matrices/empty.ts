// Cells in which no number stands for a reason: not coded yet, or what the researcher noted. Every door tells them as here.
import type { AxisEntry, MatrixAnswer, MatrixPane } from '../contract/matrices.ts';
import type { EmptyReason } from '../contract/saved-matrices.ts';
import { say, type Language } from '../words/say.ts';
import type { RuleLine } from './rule.ts';

/** What was asked for and not found is counted: its 0 is one. */
type Untold = Exclude<EmptyReason, 'nothing-said'>;

const untold: readonly Untold[] = ['uncoded', 'not-asked', 'absent'];

/** Why no number stands at a place, totals behind the last row and column; null where one may. */
export function untoldAt({ empty }: Pick<MatrixPane, 'empty'>, row: number, column: number): Untold | null {
  const reason = empty[row]?.[column] ?? null;
  return reason === 'nothing-said' ? null : reason;
}

/** What stands for the number in documents, spreadsheets and at the terminal; the rule says what it means. */
export function emptySign(language: Language, reason: Untold): string {
  return say(language, `empty.sign-${reason}`);
}

/** The answer without the zeros that are none; `noted` is what the researcher says of a cell of the table of all together. */
export function withoutUntold(
  answer: MatrixAnswer,
  noted: (row: AxisEntry, column: AxisEntry) => EmptyReason | null,
): MatrixAnswer {
  const all = emptied({ ...answer, empty: withNotes(answer, noted) });
  const panels = answer.panels.map((panel) => ({ ...panel, ...emptied(panel) }));
  const told = { ...answer, ...all, panels };
  return { ...told, rule: [...told.rule, ...describeEmpty(told)] };
}

function withNotes(
  { rows, columns, cells, empty }: MatrixAnswer,
  noted: (row: AxisEntry, column: AxisEntry) => EmptyReason | null,
): MatrixPane['empty'] {
  const lines = [...rows.keys(), rows.length].map((row) => {
    const heading = rows[row];
    const own = columns.map((column, at) =>
      heading && (cells[row]?.[at] ?? 0) === 0 ? noted(heading, column) : null,
    );
    if (own.every((reason) => reason === null)) return empty[row] ?? null;
    return [
      ...own.map((reason, at) => reason ?? empty[row]?.[at] ?? null),
      empty[row]?.[columns.length] ?? null,
    ];
  });
  return lines.every((line) => line === null) ? [] : lines;
}

function emptied<P extends MatrixPane>(pane: P): P {
  if (pane.empty.length === 0) return pane;
  const height = pane.cells.length;
  const width = pane.columnTotals.length;
  const told = (value: number | null, row: number, column: number): number | null =>
    value === 0 && untoldAt(pane, row, column) !== null ? null : value;
  return {
    ...pane,
    cells: pane.cells.map((line, row) =>
      pane.empty[row] ? line.map((value, column) => told(value, row, column)) : line,
    ),
    rowTotals: pane.rowTotals.map((value, row) => told(value, row, width)),
    columnTotals: pane.columnTotals.map((value, column) => told(value, height, column)),
  };
}

/** What each sign means, with the names of the rows and columns that have it throughout. */
function describeEmpty({ rows, columns, panels, dimensions, ...pane }: MatrixAnswer): RuleLine[] {
  const panes = [pane, ...panels].filter(({ empty }) => empty.length > 0);
  return untold.flatMap((reason): RuleLine[] => {
    const isAll = (row: number, column: number): boolean => untoldAt(pane, row, column) === reason;
    const whole = {
      rows: rows.filter((_, row) => isAll(row, columns.length)),
      columns: columns.filter((_, column) => isAll(rows.length, column)),
    };
    const lines = (['rows', 'columns'] as const).flatMap((axis): RuleLine[] => {
      const [dimension, ...inner] = dimensions[axis];
      if (dimension === undefined || inner.length > 0) return [];
      return describeWhole(
        reason,
        dimension,
        whole[axis].map(({ labels }) => labels.join()),
      );
    });
    if (lines.length > 0) return lines;
    const isAnywhere = panes.some(({ empty }) => empty.some((line) => line?.includes(reason)));
    return isAnywhere ? [{ key: `rule.empty-${reason}`, values: {} }] : [];
  });
}

/** What the sign means that rows or columns have throughout, by their names. */
export function describeWhole(reason: Untold, dimension: string, names: readonly string[]): RuleLine[] {
  return names.length === 0
    ? []
    : [{ key: `rule.empty-${reason}-at`, values: { dimension, values: names.join('\n') } }];
}
