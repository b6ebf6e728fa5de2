// An answer put in another order, or in part: rows and columns moved, with everything that is told by their places.
import type { AxisEntry, MatrixAnswer, MatrixPane } from '../contract/matrices.ts';

/** By new place: the old one. Null leaves an axis as it is. */
export interface Places {
  readonly rows: readonly number[] | null;
  readonly columns: readonly number[] | null;
}

/** The answer with its rows and columns in new places; those that are not named are left out, and totals stay those of all. */
export function arranged(answer: MatrixAnswer, places: Places): MatrixAnswer {
  if (places.rows === null && places.columns === null) return answer;
  const rows = places.rows ?? [...answer.rows.keys()];
  const columns = places.columns ?? [...answer.columns.keys()];
  const of = { rows, columns, width: answer.columns.length };
  return {
    ...answer,
    ...arrangedPane(answer, of),
    rows: moved<AxisEntry>(answer.rows, rows),
    columns: moved<AxisEntry>(answer.columns, columns),
    panels: answer.panels.map((panel) => ({ ...panel, ...arrangedPane(panel, of) })),
  };
}

/** By old place: the new one. */
export function inverse(places: readonly number[]): number[] {
  const found: number[] = [];
  for (const [place, old] of places.entries()) found[old] = place;
  return found;
}

function arrangedPane(
  pane: MatrixPane,
  {
    rows,
    columns,
    width,
  }: { readonly rows: readonly number[]; readonly columns: readonly number[]; readonly width: number },
): MatrixPane {
  const table = <T>(lines: readonly (readonly T[])[]): T[][] =>
    moved(lines, rows).map((line) => moved(line, columns));
  const [rowAt, columnAt] = [inverse(rows), inverse(columns)];
  const withTotals = <T>(lines: readonly (readonly T[])[]): T[][] =>
    moved(lines, [...rows, pane.cells.length]).map((line) => moved(line, [...columns, width]));
  return {
    total: pane.total,
    cells: table(pane.cells),
    rowTotals: moved(pane.rowTotals, rows),
    columnTotals: moved(pane.columnTotals, columns),
    bases: pane.bases.length === 0 ? [] : table(pane.bases),
    outOfRange: pane.outOfRange.flatMap(({ row, column, value }) => {
      const [newRow, newColumn] = [rowAt[row], columnAt[column]];
      return newRow === undefined || newColumn === undefined
        ? []
        : [{ row: newRow, column: newColumn, value }];
    }),
    empty:
      pane.empty.length === 0
        ? []
        : moved(pane.empty, [...rows, pane.cells.length]).map(
            (line) => line && moved(line, [...columns, width]),
          ),
    changes: pane.changes === null ? null : withTotals(pane.changes),
  };
}

function moved<T>(list: readonly T[], places: readonly number[]): T[] {
  return places.map((place) => list[place] as T);
}
