// The questions of tables that are plain frequencies, with columns of their own for sources, cases and speakers.
import type { Input } from '../contract/index.ts';

type MatrixInput = Input<'matrices.table'>;
type FrequenciesInput = Input<'matrices.frequencies'>;

/** What the frequencies are by, where the question asks for plain frequencies: one dimension, no columns, references, in no order but one by hand. */
export function frequenciesBy({
  rows,
  columns,
  measure,
  change,
  rowOrder,
  panels,
}: MatrixInput): FrequenciesInput['by'] | null {
  const [by, second] = rows;
  if (change || panels || (rowOrder && rowOrder.by !== 'hand')) return null;
  if (columns.length > 0 || second !== undefined || measure !== 'references') return null;
  return by === 'code' || by === 'case' || by === 'source' || by === 'speaker' ? by : null;
}

export function frequenciesQuestion(
  { filters, overlap, coders, at, rowOrder }: MatrixInput,
  by: FrequenciesInput['by'],
): FrequenciesInput {
  const order = rowOrder ? { rowOrder } : {};
  return { filters, overlap, coders, by, ...order, ...(at === undefined ? {} : { at }) };
}
