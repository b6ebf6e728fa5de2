// A question turned round: its rows as columns and its columns as rows, with their orders.
import type { Input } from '../contract/index.ts';
import { Refused } from '../refused.ts';

type MatrixInput = Input<'matrices.table'>;

/** Row % becomes column % and the other way round, so that the numbers stay. Throws Refused where there are no columns. */
export function transposed(question: MatrixInput): MatrixInput {
  const { rows, columns, measure, rowOrder = null, columnOrder = null } = question;
  if (columns.length === 0) throw new Refused('refused.nothing-to-transpose');
  const turned = { 'row-share': 'column-share', 'column-share': 'row-share' } as const;
  return {
    ...question,
    rows: columns,
    columns: rows,
    measure: measure === 'row-share' || measure === 'column-share' ? turned[measure] : measure,
    rowOrder: columnOrder,
    columnOrder: rowOrder,
  };
}
