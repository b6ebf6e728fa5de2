// Quine–McCluskey: the shortest combinations of conditions that cover the configurations with the outcome.
import { must } from '../../must.ts';
import type { TruthTable } from './truth-table.ts';

/** A combination: for each condition present (1), absent (0) or of no matter (null). */
export type Term = readonly (0 | 1 | null)[];

/** Bits that matter, and their values. */
interface Implicant {
  readonly care: number;
  readonly value: number;
}

/** No more models than this are listed, nor looked for. */
const MOST_MODELS = 30;

/**
 * The minimal models of a truth table, each a list of terms of which one suffices. 'conservative' builds on observed
 * configurations only; 'parsimonious' may use every remainder that makes a term shorter. None where no configuration has
 * the outcome. Contradictions are neither covered nor used.
 */
export function minimise(table: TruthTable, kind: 'conservative' | 'parsimonious'): Term[][] {
  const { conditions } = table;
  const positive = table.rows.filter(({ outcome }) => outcome === 1).map(({ key }) => parse(key));
  if (positive.length === 0) return [];
  const observed = new Set(table.rows.map(({ key }) => parse(key)));
  const free =
    kind === 'conservative'
      ? []
      : Array.from({ length: 2 ** conditions }, (_, row) => row).filter((row) => !observed.has(row));
  const primes = primeImplicants([...positive, ...free], conditions).filter((prime) =>
    positive.some((row) => covers(prime, row)),
  );
  return covering(primes, positive)
    .map((model) => model.map((prime) => termOf(prime, conditions)))
    .map((model) => model.toSorted((a, b) => (String(a) < String(b) ? 1 : -1)));
}

/** A term as QCA writes it: "DEV*~URB". The term of nothing is "1": always. */
export function termText(term: Term, names: readonly string[]): string {
  const parts = term.flatMap((value, place) =>
    value === null ? [] : [`${value === 0 ? '~' : ''}${names[place] ?? ''}`],
  );
  return parts.length === 0 ? '1' : parts.join('*');
}

/** True when a case with these conditions has the combination. */
export function hasTerm(term: Term, values: readonly (0 | 1)[]): boolean {
  return term.every((value, place) => value === null || value === values[place]);
}

const parse = (key: string): number => Number.parseInt(key === '' ? '0' : key, 2);

const covers = ({ care, value }: Implicant, row: number): boolean => (row & care) === value;

function termOf({ care, value }: Implicant, conditions: number): Term {
  return Array.from({ length: conditions }, (_, place) => {
    const bit = 1 << (conditions - 1 - place);
    if ((care & bit) === 0) return null;
    return (value & bit) === 0 ? 0 : 1;
  });
}

/** Joins combinations that differ in one condition until none is left to join; those never joined are prime. */
function primeImplicants(rows: readonly number[], conditions: number): Implicant[] {
  const whole = 2 ** conditions - 1;
  const keyOf = ({ care, value }: Implicant): number => care * (whole + 1) + value;
  let level = new Map(rows.map((value) => [keyOf({ care: whole, value }), { care: whole, value }]));
  const primes: Implicant[] = [];
  while (level.size > 0) {
    const next = new Map<number, Implicant>();
    for (const implicant of level.values()) {
      const { care, value } = implicant;
      let isPrime = true;
      for (let bit = 1; bit <= whole; bit <<= 1) {
        if ((care & bit) === 0 || !level.has(keyOf({ care, value: value ^ bit }))) continue;
        isPrime = false;
        const joined = { care: care ^ bit, value: value & ~bit };
        next.set(keyOf(joined), joined);
      }
      if (isPrime) primes.push(implicant);
    }
    level = next;
  }
  return primes;
}

/** The smallest sets of primes that cover all rows: those of one row with the fewest primes are tried first. */
function covering(primes: readonly Implicant[], rows: readonly number[]): Implicant[][] {
  const byRow = new Map(rows.map((row) => [row, primes.filter((prime) => covers(prime, row))]));
  for (let size = 1; size <= rows.length; size++) {
    const found = new Map<string, Implicant[]>();
    const go = (chosen: readonly Implicant[], open: readonly number[]): void => {
      if (found.size >= MOST_MODELS) return;
      const [next] = open.toSorted((a, b) => (byRow.get(a)?.length ?? 0) - (byRow.get(b)?.length ?? 0));
      if (next === undefined) {
        const key = chosen
          .map((prime) => primes.indexOf(prime))
          .sort((a, b) => a - b)
          .join();
        found.set(key, [...chosen]);
      } else if (chosen.length < size) {
        for (const prime of must(byRow.get(next), 'the primes of the row'))
          go(
            [...chosen, prime],
            open.filter((row) => !covers(prime, row)),
          );
      }
    };
    go([], rows);
    if (found.size > 0) return [...found.values()];
  }
  return [];
}
