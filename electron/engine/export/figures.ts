// Numbers of a table as documents and the terminal show them.
import type { MatrixMeasure } from '../../../shared/contract/matrices.ts';
import type { NumberLook } from '../../../shared/export/sheet.ts';

/** Shares as per cent, means and other fractions with two decimals; behind it the n that it is of, where there is one. */
export function figure(measure: MatrixMeasure, value: number, n?: number): string {
  const of = n === undefined ? '' : ` (n=${n})`;
  if (measure.endsWith('share')) return `${(value * 100).toFixed(1)}%${of}`;
  return (fractions.has(measure) ? value.toFixed(2) : String(value)) + of;
}

/** How a spreadsheet shows them, or null for whole numbers. */
export function lookOf(measure: MatrixMeasure): NumberLook | null {
  if (measure.endsWith('share')) return 'percent';
  return fractions.has(measure) ? 'fraction' : null;
}

const fractions: ReadonlySet<MatrixMeasure> = new Set<MatrixMeasure>([
  'rate',
  'mean-weight',
  'mean-level',
  'median-level',
  'c-coefficient',
  'jaccard',
  'lift',
]);
