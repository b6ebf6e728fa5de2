// What is noted in the cells of the open saved matrix, found by the headings of a cell.
import { useMemo } from 'react';
import type { AxisEntry, MatrixAnswer } from '../../../shared/contract/matrices.ts';
import type { CellHeading, CellRecord } from '../../../shared/contract/saved-matrices.ts';
import { useCall } from '../../engine.ts';
import type { Cell, MatrixInput } from '../question.ts';

export type CellRecords = ReadonlyMap<string, CellRecord>;

/** Where a cell of a saved matrix stands, as its calls take it. */
export interface CellAddress {
  readonly matrix: string;
  readonly row: CellHeading;
  readonly column: CellHeading;
}

/** Empty where the question belongs to no saved matrix. */
export function useCellRecords({ matrix, at }: MatrixInput): CellRecords {
  const asked = matrix === undefined ? null : { matrix, ...(at === undefined ? {} : { at }) };
  const cells = useCall('cells.list', asked).value?.cells;
  return useMemo(
    () => new Map((cells ?? []).map((record) => [JSON.stringify([record.row, record.column]), record])),
    [cells],
  );
}

/** By headings; undefined for a total. */
export function recordAt(
  records: CellRecords,
  row: AxisEntry | undefined,
  column: AxisEntry | undefined,
): CellRecord | undefined {
  return records.size === 0
    ? undefined
    : records.get(JSON.stringify([row?.ids ?? null, column?.ids ?? null]));
}

/** Null where the question belongs to no saved matrix, and in a panel: notes are of the table of all together. */
export function addressOf(
  { matrix }: MatrixInput,
  { rows, columns }: Pick<MatrixAnswer, 'rows' | 'columns'>,
  { row, column, panel }: Cell,
): CellAddress | null {
  if (matrix === undefined || panel !== undefined) return null;
  const ids = (entries: readonly AxisEntry[], place: number | null): CellHeading =>
    place === null ? null : [...(entries[place]?.ids ?? [])];
  return { matrix, row: ids(rows, row), column: ids(columns, column) };
}
