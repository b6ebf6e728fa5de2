// From sums to measures: the numbers of a table, with null where a measure is not defined.
import { must } from '../must.ts';
import type { Axis } from './axis.ts';
import type { Counts } from './counting.ts';
import { at, real } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { Measure, Question } from './question.ts';
import { baseOf, coveredBy, indexOfSum, type Tallies } from './tallies.ts';

/** A measure in every cell and total, and what it is of where the table must say so. */
export interface Measured {
  readonly value: (row: number, column: number) => number | null;
  /** N of a share of cases, n of a mean or median; null for measures without. */
  readonly base: ((row: number, column: number) => number) | null;
}

/** Reads one measure off the counts, by line (see Plan.lines) and column; those after the last are the totals. */
export function measured(
  plan: Plan,
  question: Question,
  tallies: Tallies,
  counts: Counts,
): (m: Measure) => Measured {
  const columnTotal = plan.columns.total;
  const perPanel = plan.rows.total + 1;
  /** All rows of the line's panel. */
  const rowTotal = (line: number): number => line - (line % perPanel) + plan.rows.total;
  const rowText = textStates(plan.lines);
  const columnText = textStates(plan.columns);
  const cell = (row: number, column: number): number => row * (columnTotal + 1) + column;
  const textCell = (row: number, column: number): number =>
    at(rowText, row) * plan.columns.textStates + at(columnText, column);
  const sum = (row: number, column: number, which: number): number =>
    real(must(counts.added[which], 'a sum of the tallies'), cell(row, column));
  const allReferences = must(counts.added[tallies.references], 'references are always counted');
  const references = (row: number, column: number): number => real(allReferences, cell(row, column));
  const inCell =
    (sums: Int32Array): InCell =>
    (row, column) =>
      at(sums, cell(row, column));

  const covered = (measure: Measure): ((row: number, column: number) => number) => {
    const text = coveredBy(measure, question.overlap);
    const sums = text === null ? null : counts.covered[indexOfSum(tallies.covered, text)];
    return inCell(must(sums, 'the covered text of the measure'));
  };
  const base = (measure: Measure): ((row: number, column: number) => number) => {
    const text = baseOf(measure, question);
    const which = text === null ? -1 : indexOfSum(tallies.bases, text);
    return (row, column) => real(counts.bases, textCell(row, column) * tallies.bases.length + which);
  };
  const values = ofValues(tallies, sum);

  return (measure) => {
    switch (measure) {
      case 'references':
        return { value: references, base: null };
      case 'passages':
        return { value: inCell(counts.passages), base: null };
      case 'sources':
        return { value: inCell(counts.sources), base: null };
      case 'cases':
        return { value: inCell(counts.cases), base: null };
      case 'speakers':
        return { value: inCell(counts.speakers), base: null };
      case 'characters':
      case 'words':
      case 'units':
        return { value: covered(measure), base: null };
      case 'share':
      case 'own-share':
        return { value: ratio(covered(measure), base(measure)), base: null };
      case 'rate':
        return { value: ratio((row, column) => 1000 * references(row, column), base(measure)), base: null };
      case 'presence':
      case 'row-share':
      case 'column-share':
        return {
          value: (row, column) =>
            ofReferences(measure, {
              here: references(row, column),
              ofRow: references(row, columnTotal),
              ofColumn: references(rowTotal(row), column),
            }),
          base: null,
        };
      case 'case-share': {
        const all = (row: number, column: number): number => at(counts.casesWithText, textCell(row, column));
        return { value: ratio(inCell(counts.cases), all), base: all };
      }
      case 'mean-weight':
      case 'mean-level':
      case 'median-level':
        return values[measure];
    }
  };
}

/** Measures that are worked out of references alone. */
export type ReferenceMeasure = 'references' | 'presence' | 'row-share' | 'column-share';

/** From the references at a place of the table, in all of its row and in all of its column. */
export function ofReferences(
  measure: ReferenceMeasure,
  { here, ofRow, ofColumn }: Readonly<Record<'here' | 'ofRow' | 'ofColumn', number>>,
): number | null {
  if (measure === 'references') return here;
  if (measure === 'presence') return Math.min(1, here);
  const of = measure === 'row-share' ? ofRow : ofColumn;
  return of === 0 ? null : here / of;
}

/** Means and medians, of the codings that have a weight or a level. */
function ofValues(
  { weights, levels }: Tallies,
  sum: (row: number, column: number, which: number) => number,
): Record<'mean-weight' | 'mean-level' | 'median-level', Measured> {
  const weighted: InCell = (row, column) => sum(row, column, weights + 1);
  const counts = (row: number, column: number): number[] =>
    [0, 1, 2].map((level) => sum(row, column, levels + level));
  const withLevel: InCell = (row, column) => counts(row, column).reduce((a, b) => a + b);
  const levelSum: InCell = (row, column) =>
    counts(row, column).reduce((total, count, index) => total + count * (index + 1), 0);
  return {
    'mean-weight': { value: ratio((row, column) => sum(row, column, weights), weighted), base: weighted },
    'mean-level': { value: ratio(levelSum, withLevel), base: withLevel },
    'median-level': { value: (row, column) => medianLevel(counts(row, column)), base: withLevel },
  };
}

type InCell = (row: number, column: number) => number;

/** Nothing over nothing is undefined. */
function ratio(part: InCell, whole: InCell): Measured['value'] {
  return (row, column) => {
    const of = whole(row, column);
    return of === 0 ? null : part(row, column) / of;
  };
}

/** The middle of the levels in order, between two of them their mean; null for none. */
function medianLevel(counts: readonly number[]): number | null {
  const n = counts.reduce((a, b) => a + b);
  if (n === 0) return null;
  const levelAt = (place: number): number => {
    let seen = 0;
    return 1 + counts.findIndex((count) => (seen += count) > place);
  };
  return (levelAt((n - 1) >> 1) + levelAt(n >> 1)) / 2;
}

/** By heading, the total last: the state of text that it asks for. */
function textStates({ total, headingAt, codingStates }: Axis): Int32Array {
  const states = new Int32Array(total + 1);
  for (let place = 0; place < headingAt.length; place++) {
    const heading = at(headingAt, place);
    if (heading !== -1) states[heading] = (place - (place % codingStates)) / codingStates;
  }
  return states;
}
