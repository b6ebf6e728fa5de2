// From sums to measures: the numbers of a table, with null where a measure is not defined.
import { must } from '../must.ts';
import type { Counts } from './counting.ts';
import { at, real } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { Measure, Question } from './question.ts';
import { countAt, type RealSums, type Sums } from './sums.ts';
import { baseOf, coveredBy, indexOfSum, type Tallies } from './tallies.ts';

/** A measure line by line (see Plan.lines): by column, the total last; and what it is of where the table must say so. */
export interface Measured {
  readonly line: (line: number) => (number | null)[];
  /** N of a share of cases, n of a mean or median; null for measures without. */
  readonly base: ((line: number) => number[]) | null;
}

/** Numbers of a line of the plan, by column, the total last. */
type OfLine = (line: number) => number[];

/** Reads one measure off the counts. */
export function measured(
  plan: Plan,
  question: Question,
  tallies: Tallies,
  counts: Counts,
): (m: Measure) => Measured {
  const perPanel = plan.rows.total + 1;
  const { ofSums, ofTexts } = readingOff(plan, counts);
  const known: RealSums[] = [];
  const added = (sum: number): OfLine => ofSums((known[sum] ??= counts.added(sum)));
  const references: OfLine = (line) => added(tallies.references)(line);
  const ofPanels: number[][] = [];
  /** All rows of the line's panel. */
  const ofAllRows: OfLine = (line) => {
    const total = line - (line % perPanel) + plan.rows.total;
    return (ofPanels[total] ??= references(total));
  };
  const covered = (measure: Measure): OfLine => {
    const text = coveredBy(measure, question.overlap);
    const sums = text === null ? undefined : counts.covered[indexOfSum(tallies.covered, text)];
    return ofSums(must(sums, 'the covered text of the measure'));
  };
  const base = (measure: Measure): OfLine => {
    const text = baseOf(measure, question);
    const which = text === null ? -1 : indexOfSum(tallies.bases, text);
    return ofTexts((textCell) => real(counts.bases, textCell * tallies.bases.length + which));
  };
  const plain = (line: OfLine): Measured => ({ line, base: null });

  return (measure) => {
    switch (measure) {
      case 'references':
        return plain(references);
      case 'passages':
      case 'sources':
      case 'cases':
      case 'speakers':
        return plain(ofSums(counts[measure]));
      case 'characters':
      case 'words':
      case 'units':
        return plain(covered(measure));
      case 'share':
      case 'own-share':
        return { line: ratio(covered(measure), base(measure)), base: null };
      case 'rate':
        return { line: ratio(references, base(measure), 1000), base: null };
      case 'presence':
        return plain((line) => references(line).map(presence));
      case 'row-share':
      case 'column-share':
        return {
          line: (line) => {
            const list = references(line);
            const ofRow = must(list.at(-1), 'the total');
            const all = ofAllRows(line);
            return list.map((here, column) =>
              ofReferences(measure, { here, ofRow, ofColumn: must(all[column], 'a column') }),
            );
          },
          base: null,
        };
      case 'case-share': {
        const all = ofTexts((textCell) => at(counts.casesWithText, textCell));
        return { line: ratio(ofSums(counts.cases), all), base: all };
      }
      case 'mean-weight': {
        const weighted = added(tallies.weights + 1);
        return { line: ratio(added(tallies.weights), weighted), base: weighted };
      }
      case 'mean-level':
      case 'median-level':
        return ofLevels(measure, [
          added(tallies.levels),
          added(tallies.levels + 1),
          added(tallies.levels + 2),
        ]);
    }
  };
}

/** Lists by column, of a line: what was counted of codings, and what text alone tells. */
function readingOff(
  { lines, columns }: Plan,
  { kinds }: Counts,
): {
  readonly ofSums: (sums: Sums | RealSums) => OfLine;
  readonly ofTexts: (valueOf: (textCell: number) => number) => OfLine;
} {
  const width = columns.total + 1;
  const firstTextCell = (line: number): number => at(lines.textOf, line) * columns.textStates;
  /** By state of the codings of a line: the number of the joint state at each column. */
  const known: Int32Array[] = [];
  const statesAt = (codingState: number): Int32Array =>
    (known[codingState] ??= columns.codingOf.map((state) =>
      kinds.numberOf(codingState * columns.codingStates + state),
    ));
  return {
    ofTexts: (valueOf) => (line) =>
      Array.from({ length: width }, (_, column) => valueOf(firstTextCell(line) + at(columns.textOf, column))),
    // A loop that does nothing else, as tables of hundreds of thousands of cells are read off by it.
    ofSums: (sums) => (line) => {
      const list = Array<number>(width);
      const first = firstTextCell(line);
      const states = statesAt(at(lines.codingOf, line));
      for (let column = 0; column < width; column++) {
        list[column] = countAt(sums[first + at(columns.textOf, column)], at(states, column));
      }
      return list;
    },
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
  if (measure === 'presence') return presence(here);
  const of = measure === 'row-share' ? ofRow : ofColumn;
  return of === 0 ? null : here / of;
}

const presence = (references: number): number => Math.min(1, references);

/** Means and medians of the codings that have a level, from the numbers of those of each level. */
function ofLevels(
  measure: 'mean-level' | 'median-level',
  levels: readonly [OfLine, OfLine, OfLine],
): Measured {
  let latest = -1;
  let ofLatest: number[][] = [];
  const byColumn =
    <T>(value: (ones: number, twos: number, threes: number) => T) =>
    (line: number): T[] => {
      // A line is asked for its values and then for what they are of.
      if (line !== latest) ofLatest = levels.map((level) => level(line));
      latest = line;
      const [ones = [], twos = [], threes = []] = ofLatest;
      return ones.map((count, column) => value(count, twos[column] ?? 0, threes[column] ?? 0));
    };
  const base = byColumn((ones, twos, threes) => ones + twos + threes);
  if (measure === 'median-level') return { line: byColumn(medianLevel), base };
  return {
    line: ratio(
      byColumn((ones, twos, threes) => ones + 2 * twos + 3 * threes),
      base,
    ),
    base,
  };
}

/** Nothing over nothing is undefined. */
function ratio(part: OfLine, whole: OfLine, factor = 1): Measured['line'] {
  return (line) => {
    const parts = part(line);
    return whole(line).map((of, column) =>
      of === 0 ? null : (factor * must(parts[column], 'a column')) / of,
    );
  };
}

/** The middle of the levels in order, between two of them their mean; null for none. */
function medianLevel(ones: number, twos: number, threes: number): number | null {
  const n = ones + twos + threes;
  if (n === 0) return null;
  const levelAt = (place: number): number => (place < ones ? 1 : place < ones + twos ? 2 : 3);
  return (levelAt((n - 1) >> 1) + levelAt(n >> 1)) / 2;
}
