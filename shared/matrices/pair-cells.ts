// From pairs of kinds of codings to the cells of a table of codes by codes.
import { must } from '../must.ts';
import type { Kind, Scoped } from './cooccurrence.ts';
import type { PairCounts } from './nearness.ts';
import { at } from './numbers.ts';

/**
 * The pairs by row and column, each once per cell. They are brought to the rows first, then to the columns. Pairs without
 * order are counted both ways round; where one stands in a cell both ways, it is taken out once.
 */
export function inCells(
  { rows, columns, kinds }: Scoped,
  counts: PairCounts,
  ordered: boolean,
): Int32Array[] {
  const byRow = rows.headings.map(() => new Int32Array(kinds.length));
  const others = new Int32Array(kinds.length);
  for (const [kind, { rows: atRows }] of kinds.entries()) {
    for (let other = 0; other < others.length; other++) {
      // The row's coding is the earlier one.
      others[other] = countOf(counts, other, kind) + (ordered ? 0 : countOf(counts, kind, other));
    }
    for (const row of atRows) addAll(must(byRow[row], 'a line per row'), others);
  }
  const cells = byRow.map((line) => toColumns(line, kinds, columns.headings.length));
  if (!ordered) takeOutOnce(kinds, counts, cells);
  return cells;
}

function countOf(counts: PairCounts, later: number, earlier: number): number {
  const line = counts[later];
  return line === undefined ? 0 : at(line, earlier);
}

function addAll(line: Int32Array, more: Int32Array): void {
  for (let place = 0; place < line.length; place++) line[place] = at(line, place) + at(more, place);
}

function toColumns(line: Int32Array, kinds: readonly Kind[], width: number): Int32Array {
  const cells = new Int32Array(width);
  for (let kind = 0; kind < line.length; kind++) {
    const count = at(line, kind);
    if (count === 0) continue;
    const { columns } = must(kinds[kind], 'a kind');
    for (let place = 0; place < columns.length; place++) {
      const column = at(columns, place);
      cells[column] = at(cells, column) + count;
    }
  }
  return cells;
}

/** A pair stands both ways round in the cells of the rows and of the columns that its codings share. */
function takeOutOnce(kinds: readonly Kind[], counts: PairCounts, cells: readonly Int32Array[]): void {
  // By row and by column: the latest kind that stands there.
  const latestAtRow = new Int32Array(cells.length).fill(-1);
  const latestAtColumn = new Int32Array(cells[0]?.length ?? 0).fill(-1);
  for (const [later, one] of kinds.entries()) {
    for (const row of one.rows) latestAtRow[row] = later;
    for (const column of one.columns) latestAtColumn[column] = later;
    for (let earlier = 0; earlier < kinds.length; earlier++) {
      const count = countOf(counts, later, earlier);
      if (count === 0) continue;
      const other = must(kinds[earlier], 'a kind');
      for (let place = 0; place < other.rows.length; place++) {
        const row = at(other.rows, place);
        if (at(latestAtRow, row) !== later) continue;
        const line = must(cells[row], 'a line per row');
        for (const column of other.columns) {
          if (at(latestAtColumn, column) === later) line[column] = at(line, column) - count;
        }
      }
    }
  }
}
