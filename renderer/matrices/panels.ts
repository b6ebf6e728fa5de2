// Panels as they are shown: one table under the other with the same columns, all together last; and the cells in them.
import type { AxisEntry, MatrixAnswer, MatrixPane } from '../../shared/contract/matrices.ts';
import { ALL, stacked } from '../../shared/matrices/flat.ts';
import type { CellRecords } from './cell/records.ts';
import type { Cell } from './question.ts';

const all: AxisEntry = { ids: [ALL], labels: [''] };

/** The table to show for an answer: with panels, all of them and the one of all together as one table, by outer rows. */
export function shownAnswer(answer: MatrixAnswer): MatrixAnswer {
  if (answer.panels.length === 0) return answer;
  const together = stacked({ ...answer, panels: [...answer.panels, { ...answer, entry: all }] });
  // Its last row is the total of the whole table, which stands at the foot.
  return {
    ...together,
    rows: together.rows.slice(0, -1),
    cells: together.cells.slice(0, -1),
    rowTotals: together.rowTotals.slice(0, -1),
    bases: together.bases.slice(0, together.rows.length - 1),
    empty:
      together.empty.length === 0
        ? []
        : [...together.empty.slice(0, together.rows.length - 1), together.empty.at(-1) ?? null],
    changes: together.changes && [...together.changes.slice(0, -2), ...together.changes.slice(-1)],
  };
}

/** The cell of an answer at a row of its shown table; null is the row of totals at the foot. */
export function cellAt({ rows, panels }: MatrixAnswer, place: number | null, column: number | null): Cell {
  if (place === null || panels.length === 0) return { row: place, column };
  const height = rows.length + 1;
  const [panel, row] = [Math.floor(place / height), place % height];
  return {
    row: row === rows.length ? null : row,
    column,
    ...(panel < panels.length ? { panel } : {}),
  };
}

/** The row of the shown table in which a cell of the answer stands; null for the foot. */
export function shownRow({ rows, panels }: MatrixAnswer, { row, panel }: Cell): number | null {
  if (panels.length === 0 || (panel === undefined && row === null)) return row;
  return (panel ?? panels.length) * (rows.length + 1) + (row ?? rows.length);
}

/** The numbers that a cell stands among. */
export function paneOf(answer: MatrixAnswer, { panel }: Cell): MatrixPane {
  return (panel === undefined ? undefined : answer.panels[panel]) ?? answer;
}

/** A row of totals within the table. */
export function isOfAll({ ids }: AxisEntry): boolean {
  return ids.length > 1 && ids.at(-1) === ALL;
}

/** What is noted in cells stands in the table of all together. */
export function shownRecords(records: CellRecords, { panels }: MatrixAnswer): CellRecords {
  if (panels.length === 0) return records;
  const moved = [...records.values()].map((record) => {
    const row = record.row === null ? null : [ALL, ...record.row];
    return [JSON.stringify([row, record.column]), record] as const;
  });
  return new Map(moved);
}
