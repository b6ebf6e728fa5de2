// The name that was most probably meant by one that is not known: a slip away, not a guess.
import { must } from './must.ts';
import { fold } from './names.ts';

/** The one of `known` that was most probably meant by `typed`, or null. */
export function nearest(typed: string, known: readonly string[]): string | null {
  const wanted = fold(typed);
  const ranked = known
    .map((name) => ({ name, far: distance(wanted, fold(name)) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best && best.far <= Math.max(1, Math.floor(wanted.replace(/^-+/, '').length / 3)) ? best.name : null;
}

/**
 * As `nearest`, for names that people give: "Case 2" is no slip of "Case 1", and of two short words that differ in every
 * other letter neither was meant by the other.
 */
export function nearestName(typed: string, known: readonly string[]): string | null {
  const wanted = fold(typed);
  const likely = known.filter((name) => {
    const other = fold(name);
    const longest = Math.max(wanted.length, other.length);
    return wanted.length > 1 && digitsOf(other) === digitsOf(wanted) && 2 * distance(wanted, other) < longest;
  });
  return nearest(typed, likely);
}

const digitsOf = (name: string): string => name.replace(/\P{N}/gu, '');

/** The beginning of a name is as near as the name itself. */
function distance(wanted: string, name: string): number {
  return name.startsWith(wanted) ? 0 : editDistance(wanted, name);
}

/** Levenshtein distance with neighbours swapped counted as one (optimal string alignment). */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => must(rows[i]?.[j], 'a filled cell');
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(i - 2, j - 2) + 1);
      }
      row.push(least);
    }
  }
  return at(a.length, b.length);
}
