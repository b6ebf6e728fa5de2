// The quotes that written displays show in each cell, found by its place.
import { useMemo } from 'react';
import type { CellExcerpt } from '../../../shared/contract/saved-matrices.ts';
import { useCall } from '../../engine.ts';
import { useLast } from '../facts.ts';
import type { MatrixInput } from '../question.ts';

export type Excerpts = (row: number, column: number, side?: 'before' | 'after') => CellExcerpt | undefined;

/** As many quotes are shown in a cell. */
export const mostShown = 2;

/** Undefined until they are known. */
export function useExcerpts(question: MatrixInput): Excerpts | undefined {
  const cells = useLast(useCall('matrices.excerpts', { question, most: mostShown }).value?.cells);
  return useMemo(() => {
    if (!cells) return undefined;
    const byPlace = new Map(cells.map((cell) => [keyOf(cell.row, cell.column, cell.side), cell]));
    return (row, column, side) => byPlace.get(keyOf(row, column, side ?? null));
  }, [cells]);
}

function keyOf(row: number, column: number, side: 'before' | 'after' | null): string {
  return `${row} ${column} ${side ?? ''}`;
}
