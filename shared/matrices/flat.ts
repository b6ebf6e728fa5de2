// An answer with panels or a change as one flat table, for paper and the terminal.
import type { AxisEntry, MatrixAnswer, MatrixPane } from '../contract/matrices.ts';

/** Stands where a dimension would be: before, after and what changed. */
export const CHANGE = 'change';
/** Stands where the id of a value would be: all rows of a panel together. */
export const ALL = '*all';

/**
 * Panels become an outer dimension of the rows, each with a row of its own total; a change becomes three columns (before,
 * after, change) in the place of each. A table without either is as it was.
 */
export function flat(answer: MatrixAnswer): MatrixAnswer {
  const told = answer.change === null ? answer : withSides(answer);
  return told.panels.length === 0 ? told : stacked(told);
}

/** The panels one under the other, without the table of all together: only the totals of the columns are of all. */
export function stacked(answer: MatrixAnswer): MatrixAnswer {
  const { panels, panelDimension, dimensions } = answer;
  const height = answer.rows.length + 1;
  const joined = (panel: AxisEntry, row: AxisEntry): AxisEntry => ({
    ids: [...panel.ids, ...row.ids],
    labels: [...panel.labels, ...row.labels],
  });
  const all = { ids: [ALL], labels: [''] };
  return {
    ...answer,
    dimensions: { ...dimensions, rows: [panelDimension ?? [], dimensions.rows].flat() },
    rows: panels.flatMap(({ entry }) => [...answer.rows, all].map((row) => joined(entry, row))),
    cells: panels.flatMap(({ cells, columnTotals }) => [...cells, columnTotals]),
    rowTotals: panels.flatMap(({ rowTotals, total }) => [...rowTotals, total]),
    // A total has no n of its own.
    bases: panels.flatMap(({ bases }) => (bases.length === 0 ? [] : [...bases, []])),
    outOfRange: panels.flatMap(({ outOfRange }, panel) =>
      outOfRange.map((each) => ({ ...each, row: panel * height + each.row })),
    ),
    empty: stackedEmpty(answer),
    changes:
      answer.changes === null
        ? null
        : [...panels.flatMap(({ changes }) => changes ?? []), answer.changes.at(-1) ?? []],
    panels: [],
    panelDimension: null,
  };
}

function stackedEmpty({ panels, empty, rows }: MatrixAnswer): MatrixPane['empty'] {
  if (empty.length === 0 && panels.every((panel) => panel.empty.length === 0)) return [];
  const none = [...rows, null].map(() => null);
  return [
    ...panels.flatMap((panel) => (panel.empty.length === 0 ? none : panel.empty)),
    empty.at(-1) ?? null,
  ];
}

function withSides(answer: MatrixAnswer): MatrixAnswer {
  const { change, dimensions, columns } = answer;
  if (change === null) return answer;
  const sides = [change.from, change.to, { ids: [CHANGE], labels: [CHANGE] }];
  return {
    ...answer,
    ...sidedPane(answer),
    // Present or not, over several cases, is a share of these.
    measure: answer.measure === 'presence' ? 'case-share' : answer.measure,
    dimensions: { ...dimensions, columns: [...dimensions.columns, CHANGE] },
    columns: columns.flatMap(({ ids, labels }) =>
      sides.map((side) => ({ ids: [...ids, ...side.ids], labels: [...labels, ...side.labels] })),
    ),
    panels: answer.panels.map((panel) => ({ ...panel, ...sidedPane(panel) })),
    change: null,
  };
}

function sidedPane(pane: MatrixPane): MatrixPane {
  const rows = pane.cells.length;
  const three = (row: number): (number | null)[] =>
    (pane.changes?.[row] ?? [])
      .slice(0, -1)
      .flatMap(({ before, after }, column) => [
        before,
        after,
        (row < rows ? pane.cells[row]?.[column] : pane.columnTotals[column]) ?? null,
      ]);
  return {
    cells: pane.cells.map((_, row) => three(row)),
    rowTotals: pane.rowTotals,
    columnTotals: three(rows),
    total: pane.total,
    bases: pane.bases.map((line) => line.flatMap((n) => [n, n, n])),
    outOfRange: pane.outOfRange,
    empty: pane.empty.map(
      (line) =>
        line && [...line.slice(0, -1).flatMap((reason) => [reason, reason, reason]), line.at(-1) ?? null],
    ),
    changes: null,
  };
}
