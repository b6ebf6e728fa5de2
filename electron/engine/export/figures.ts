// Numbers of a table as documents and the terminal show them.
import type { MatrixAnswer, MatrixMeasure } from '../../../shared/contract/matrices.ts';
import type { NumberLook } from '../../../shared/export/sheet.ts';
import { CHANGE } from '../../../shared/matrices/flat.ts';
import type { RuleLine } from '../../../shared/matrices/rule.ts';
import { say, type Language } from '../../../shared/words/say.ts';

interface Figures {
  /** A number by its place: what changed has its sign, and of shares their percentage points. */
  readonly text: (value: number, row: number, column: number) => string;
  /** Says what every cell is of once, where that is the same n, and not in each. */
  readonly rule: readonly RuleLine[];
}

/** How the numbers of a flat table read. */
export function figuresOf(
  language: Language,
  { measure, columns, bases }: Pick<MatrixAnswer, 'measure' | 'columns' | 'bases'>,
): Figures {
  const [one, ...others] = new Set(bases.flat());
  const common = others.length === 0 ? one : undefined;
  const isChange = (column: number): boolean => columns.at(column)?.ids.at(-1) === CHANGE;
  // The total of a change, behind the last column, is what changed in all.
  const text = (value: number, row: number, column: number): string => {
    const n = common === undefined ? bases[row]?.[column] : undefined;
    return isChange(Math.min(column, columns.length - 1))
      ? difference(language, measure, value) + ofText(n)
      : figure(measure, value, n);
  };
  return { text, rule: common === undefined ? [] : [{ key: 'rule.same-n', values: { n: common } }] };
}

function difference(language: Language, measure: MatrixMeasure, value: number): string {
  const isShare = measure.endsWith('share');
  const size = isShare ? (Math.abs(value) * 100).toFixed(1) : figure(measure, Math.abs(value));
  // What is too small to be shown has no sign.
  const signed = /[1-9]/.test(size) ? (value < 0 ? '−' : '+') + size : size;
  return isShare ? say(language, 'tables.points', { n: signed }) : signed;
}

/** Shares as per cent, means and other fractions with two decimals; behind it the n that it is of, where there is one. */
function figure(measure: MatrixMeasure, value: number, n?: number): string {
  if (measure.endsWith('share')) return `${(value * 100).toFixed(1)}%${ofText(n)}`;
  return (fractions.has(measure) ? value.toFixed(2) : String(value)) + ofText(n);
}

function ofText(n: number | undefined): string {
  return n === undefined ? '' : ` (n=${n})`;
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
