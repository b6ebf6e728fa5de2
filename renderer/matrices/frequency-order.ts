// The order of frequencies: by a column, codes within their family; sub-codes of folded families are left out.
import type { CodeDepths } from '../../shared/matrices/code-tree.ts';
import type { FrequenciesAnswer, FrequencyRow } from '../../shared/contract/matrices.ts';
import { shownLines, type Line } from './axis-lines.ts';
import type { SortColumn, TableState } from './table-state.ts';

export interface FrequencyLine extends Line {
  readonly row: FrequencyRow;
}

/** The rows to show, sorted; equal rows keep the order of the project. */
export function frequencyLines(
  { by, rows }: FrequenciesAnswer,
  sort: TableState['sort'],
  depths: CodeDepths,
  turned: ReadonlySet<string>,
): readonly FrequencyLine[] {
  const entries = rows.map(({ id, name }) => ({ ids: [id], labels: [name] }));
  const lines = shownLines(entries, [by], depths, { open: true, turned }).flatMap((line): FrequencyLine[] => {
    const row = rows[line.place];
    return row ? [{ ...line, row }] : [];
  });
  return sort.column === 'heading' && !sort.descending ? lines : sorted(lines, 0, sort);
}

/** Sorts the lines of one depth, each with what stands beneath it. */
function sorted(lines: readonly FrequencyLine[], depth: number, sort: TableState['sort']): FrequencyLine[] {
  const groups: FrequencyLine[][] = [];
  for (const line of lines) {
    if (line.depth <= depth || groups.length === 0) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  const sign = sort.descending ? -1 : 1;
  return groups
    .map((lines, place) => ({ lines, place, size: sizeOf(lines[0], place, sort.column) }))
    .sort((a, b) => sign * (a.size - b.size) || a.place - b.place)
    .flatMap(({ lines: [head, ...beneath] }) => (head ? [head, ...sorted(beneath, depth + 1, sort)] : []));
}

/** By heading, the place in the project's own order counts. */
function sizeOf(line: FrequencyLine | undefined, place: number, column: SortColumn): number {
  return column === 'heading' || !line ? place : line.row[column];
}
