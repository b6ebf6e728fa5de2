// What of a matrix is in sight: the rows and columns that no folded family hides.
import { useMemo } from 'react';
import type { MatrixAnswer } from '../../shared/contract/matrices.ts';
import { useStore } from '../store.ts';
import { shownLines, type Line } from './axis-lines.ts';
import { useAxisCodes } from './facts.ts';
import { tableState } from './table-state.ts';

/** As many columns are shown with all their codes at first; of more, only the families. */
const openColumns = 16;

export interface MatrixView {
  readonly answer: MatrixAnswer;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** False for a table without columns: its single column needs no total. */
  readonly hasTotals: boolean;
}

/** The rows and columns of an answer that are in sight. */
export function useMatrixView(answer: MatrixAnswer | undefined): MatrixView | null {
  const { depths } = useAxisCodes();
  const turnedRows = useStore(tableState, (state) => state.turnedRows);
  const turnedColumns = useStore(tableState, (state) => state.turnedColumns);
  return useMemo(() => {
    if (!answer) return null;
    const { dimensions } = answer;
    const columnFolding = { open: answer.columns.length <= openColumns, turned: turnedColumns };
    return {
      answer,
      rows: shownLines(answer.rows, dimensions.rows, depths, { open: true, turned: turnedRows }),
      columns: shownLines(answer.columns, dimensions.columns, depths, columnFolding),
      hasTotals: dimensions.columns.length > 0,
    };
  }, [answer, depths, turnedRows, turnedColumns]);
}
