// Tests of a table of counts: chi-squared with and without Yates, the exact test, Cramér's V, and what to be warned of.
import { must } from '../../must.ts';
import { real } from '../numbers.ts';
import { chiSquaredTail, logFactorial } from './distributions.ts';
import { defined, quotient, undefinedFor, type Statistic } from './statistic.ts';

export interface Contingency {
  readonly n: number;
  readonly degrees: number;
  readonly chiSquared: Statistic;
  readonly p: Statistic;
  /** Only for two by two, else as without. */
  readonly yates: Statistic;
  readonly pYates: Statistic;
  readonly cramersV: Statistic;
  /** The exact test, two-sided: Fisher's for two by two, Freeman–Halton for more rows; tables of two columns only. */
  readonly exact: Statistic;
  /** For two by two: at least as many in the first cell. */
  readonly exactGreater: Statistic;
  /** The smallest expected count; below 5 chi-squared is not to be trusted. */
  readonly leastExpected: number;
}

/** No more tables than this are gone through for one exact test. */
export const MOST_TABLES = 2_000_000;

/**
 * Pearson's chi-squared Σ (o − e)² / e over the rows and columns that hold anything, its p by the chi-squared
 * distribution; with Yates' correction (|o − e| − min(½, |o − e|)), as R does. V = √(χ² / (n (min(rows, columns) − 1))).
 * Undefined where fewer than two rows or columns hold anything, and the exact test where it has more than `mostTables` to go through.
 */
export function contingency(
  table: readonly (readonly number[])[],
  mostTables: number = MOST_TABLES,
): Contingency {
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const filled = table.filter((row) => sum(row) > 0);
  const width = filled[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, c) => c).filter(
    (c) => sum(filled.map((row) => row[c] ?? 0)) > 0,
  );
  const counts = filled.map((row) => columns.map((c) => row[c] ?? 0));
  const n = sum(counts.flat());
  if (counts.length < 2 || columns.length < 2) return nothing(n);

  const rowSums = counts.map(sum);
  const columnSums = columns.map((_, c) => sum(counts.map((row) => row[c] ?? 0)));
  const cells = counts.flatMap((row, r) =>
    row.map((observed, c) => ({ observed, expected: ((rowSums[r] ?? 0) * (columnSums[c] ?? 0)) / n })),
  );
  const isTwoByTwo = counts.length === 2 && columns.length === 2;
  const least = Math.min(...cells.map(({ observed, expected }) => Math.abs(observed - expected)));
  const statistic = (correction: number): number =>
    sum(cells.map(({ observed, expected }) => (Math.abs(observed - expected) - correction) ** 2 / expected));
  const degrees = (counts.length - 1) * (columns.length - 1);
  const chiSquared = statistic(0);
  const yates = isTwoByTwo ? statistic(Math.min(0.5, least)) : chiSquared;
  const exact = columns.length === 2 ? exactTest(counts, mostTables) : null;
  return {
    n,
    degrees,
    chiSquared: defined(chiSquared),
    p: defined(chiSquaredTail(chiSquared, degrees)),
    yates: defined(yates),
    pYates: defined(chiSquaredTail(yates, degrees)),
    cramersV: defined(Math.sqrt(chiSquared / (n * (Math.min(counts.length, columns.length) - 1)))),
    exact: exact === null ? undefinedFor('too-large') : exact,
    exactGreater: isTwoByTwo ? greater(counts) : undefinedFor('too-large'),
    leastExpected: Math.min(...cells.map(({ expected }) => expected)),
  };
}

function nothing(n: number): Contingency {
  const none = undefinedFor(n === 0 ? 'no-units' : 'no-variation');
  return {
    n,
    degrees: 0,
    chiSquared: none,
    p: none,
    yates: none,
    pYates: none,
    cramersV: none,
    exact: none,
    exactGreater: none,
    leastExpected: 0,
  };
}

/** Two tables are equally probable within this, as in R's fisher.test. */
const TOLERANCE = 1 + 1e-7;

/** The probability of all tables with the same margins that are no more probable than this one. */
function exactTest(counts: readonly (readonly number[])[], mostTables: number): Statistic {
  const rows = counts.map((row) => (row[0] ?? 0) + (row[1] ?? 0));
  const first = counts.reduce((total, row) => total + (row[0] ?? 0), 0);
  const n = rows.reduce((a, b) => a + b, 0);
  const whole = logChoose(n, first);
  const chances = rows.map((size) => Float64Array.from({ length: size + 1 }, (_, k) => logChoose(size, k)));
  const chancesOf = (r: number): Float64Array => must(chances[r], 'the chances of a row');
  const observed = counts.reduce((total, row, r) => total + real(chancesOf(r), row[0] ?? 0), -whole);
  const limit = observed + Math.log(TOLERANCE);
  const room = rows.map((_, r) => rows.slice(r + 1).reduce((a, b) => a + b, 0));
  let tables = 0;
  let p = 0;
  const go = (r: number, left: number, log: number): void => {
    const here = chancesOf(r);
    const next = chancesOf(r + 1);
    const most = Math.min(rows[r] ?? 0, left);
    const isNextLast = r === rows.length - 2;
    for (let k = Math.max(0, left - (room[r] ?? 0)); k <= most && tables <= mostTables; k++) {
      const soFar = log + real(here, k);
      if (!isNextLast) {
        go(r + 1, left - k, soFar);
        continue;
      }
      tables++;
      const total = soFar + real(next, left - k);
      if (total <= limit) p += Math.exp(total);
    }
  };
  go(0, first, -whole);
  return tables > mostTables ? undefinedFor('too-large') : defined(Math.min(1, p));
}

function greater([one = [], other = []]: readonly (readonly number[])[]): Statistic {
  const [a = 0, b = 0] = one;
  const [c = 0, d = 0] = other;
  let p = 0;
  for (let k = a; k <= Math.min(a + b, a + c); k++)
    p += Math.exp(logChoose(a + b, k) + logChoose(c + d, a + c - k) - logChoose(a + b + c + d, a + c));
  return quotient(Math.min(1, p), 1, 'no-units');
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
