// Rows put in an order that brings like profiles together.
import { must } from '../must.ts';

const MOST_ROUNDS = 100;
const SETTLED = 1e-9;

/**
 * Places of the rows along the first axis of a correspondence analysis, found by reciprocal averaging (Hill 1973): a row's
 * score is the mean of the scores of its columns, weighted by its numbers, and a column's that of its rows, again and
 * again, with the trivial constant scores taken out. It looks at profiles (shares of the row), not at sizes. Numbers below
 * 0 move the whole table up; undefined counts as 0; rows without numbers stand last. The first row with numbers stands in
 * the first half, so that the same table gives the same order.
 */
export function seriation(cells: readonly (readonly (number | null)[])[]): number[] {
  const lowest = Math.min(0, ...cells.map((row) => Math.min(0, ...row.map((value) => value ?? 0))));
  const width = Math.max(0, ...cells.map((row) => row.length));
  const table = cells.map((row) => Float64Array.from({ length: width }, (_, c) => (row[c] ?? 0) - lowest));
  const rowSums = table.map((row) => row.reduce((a, b) => a + b, 0));
  const filled = [...table.keys()].filter((row) => (rowSums[row] ?? 0) > 0);
  const empty = [...table.keys()].filter((row) => (rowSums[row] ?? 0) === 0);
  if (filled.length < 3) return [...filled, ...empty];

  const scores = axisScores(
    filled.map((row) => must(table[row], 'the row')),
    filled.map((row) => must(rowSums[row], 'its sum')),
    width,
  );
  const sign = (scores[0] ?? 0) > 0 ? -1 : 1;
  const scoreOf = new Map(filled.map((row, place) => [row, sign * (scores[place] ?? 0)]));
  // Equal profiles keep the order in which they stood.
  const near = (a: number, b: number): number => (Math.abs(a - b) < 1e-7 ? 0 : a - b);
  const ordered = filled.toSorted((a, b) => near(scoreOf.get(a) ?? 0, scoreOf.get(b) ?? 0) || a - b);
  return [...ordered, ...empty];
}

function axisScores(table: readonly Float64Array[], sums: readonly number[], width: number): Float64Array {
  const columnSums = new Float64Array(width);
  for (const row of table)
    for (let c = 0; c < width; c++) columnSums[c] = (columnSums[c] ?? 0) + (row[c] ?? 0);
  const all = sums.reduce((a, b) => a + b, 0);
  // Any start does that is not constant; this one leans on no row.
  let scores = Float64Array.from(table, (_, place) => Math.sin(place + 1));
  standardize(scores, sums, all);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const columns = new Float64Array(width);
    for (const [place, row] of table.entries()) {
      const score = scores[place] ?? 0;
      for (let c = 0; c < width; c++) columns[c] = (columns[c] ?? 0) + score * (row[c] ?? 0);
    }
    for (let c = 0; c < width; c++)
      columns[c] = (columnSums[c] ?? 0) === 0 ? 0 : (columns[c] ?? 0) / (columnSums[c] ?? 1);
    const next = Float64Array.from(table, (row, place) => {
      let sum = 0;
      for (let c = 0; c < width; c++) sum += (row[c] ?? 0) * (columns[c] ?? 0);
      return sum / (sums[place] ?? 1);
    });
    // All rows alike: there is nothing to put in order.
    if (!standardize(next, sums, all)) return new Float64Array(table.length);
    const moved = Math.max(...next.map((score, place) => Math.abs(score - (scores[place] ?? 0))));
    scores = next;
    if (moved < SETTLED) break;
  }
  return scores;
}

/** Brings the weighted mean to 0 and the variance to 1; false where there is no variance. */
function standardize(scores: Float64Array, weights: readonly number[], all: number): boolean {
  const weighted = (pick: (score: number) => number): number =>
    scores.reduce((sum, score, place) => sum + pick(score) * (weights[place] ?? 0), 0) / all;
  const mean = weighted((score) => score);
  const deviation = Math.sqrt(weighted((score) => (score - mean) ** 2));
  if (deviation < 1e-12) return false;
  for (let place = 0; place < scores.length; place++)
    scores[place] = ((scores[place] ?? 0) - mean) / deviation;
  return true;
}
