// What of a matrix is in sight: the rows and columns that no folded family hides.
import { useMemo } from 'react';
import type { MatrixAnswer } from '../../shared/contract/matrices.ts';
import { useStore } from '../store.ts';
import { shownLines, type Line } from './axis-lines.ts';
import { useAxisCodes } from './facts.ts';
import { shownAnswer } from './panels.ts';
import { tableState } from './table-state.ts';

/** As many columns are shown with all their codes at first; of more, only the families. */
const openColumns = 16;

export interface MatrixView {
  /** What the engine answered. */
  readonly asked: MatrixAnswer;
  /** The table to show: with panels, all of them in one (see shownAnswer), else as it was answered. */
  readonly answer: MatrixAnswer;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** False for a table without columns: its single column needs no total. */
  readonly hasTotals: boolean;
}

/** The rows and columns of an answer that are in sight. */
export function useMatrixView(asked: MatrixAnswer | undefined): MatrixView | null {
  const { depths } = useAxisCodes();
  const turnedRows = useStore(tableState, (state) => state.turnedRows);
  const turnedColumns = useStore(tableState, (state) => state.turnedColumns);
  return useMemo(() => {
    if (!asked) return null;
    const answer = shownAnswer(asked);
    const { dimensions } = answer;
    const columnFolding = { open: answer.columns.length <= openColumns, turned: turnedColumns };
    return {
      asked,
      answer,
      rows: shownLines(answer.rows, dimensions.rows, depths, { open: true, turned: turnedRows }),
      columns: shownLines(answer.columns, dimensions.columns, depths, columnFolding),
      hasTotals: dimensions.columns.length > 0,
    };
  }, [asked, depths, turnedRows, turnedColumns]);
}
