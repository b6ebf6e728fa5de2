// Quine–McCluskey: the shortest combinations of conditions that cover the configurations with the outcome.
import { must } from '../../must.ts';
import { smallestCovers } from './covering.ts';
import type { TruthTable } from './truth-table.ts';

/** A combination: for each condition present (1), absent (0) or of no matter (null). */
export type Term = readonly (0 | 1 | null)[];

/** Bits that matter, and their values. */
interface Implicant {
  readonly care: number;
  readonly value: number;
}

/**
 * The minimal models of a truth table, each a list of terms of which one suffices. 'conservative' builds on observed
 * configurations only; 'parsimonious' may use every remainder that makes a term shorter. None where no configuration has
 * the outcome; null where there is too much to go through. Contradictions are neither covered nor used.
 */
export function minimise(table: TruthTable, kind: 'conservative' | 'parsimonious'): Term[][] | null {
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
  const covered = primes.map((prime) =>
    positive.flatMap((row, place) => (covers(prime, row) ? [place] : [])),
  );
  const models = smallestCovers(positive.length, covered);
  if (models === null) return null;
  return models
    .map((model) => model.map((prime) => termOf(must(primes[prime], 'a prime'), conditions)))
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
