// Saturation: which codes each further unit (interview, source) brings, in the order in which they were collected.
import { defined, quotient, undefinedFor, type Statistic } from './statistic.ts';

/** By unit in the order of collection: the codes in it. */
export type Units = readonly (readonly string[])[];

export interface Discovery {
  /** By unit: codes that no earlier one has, and how many there are so far. */
  readonly fresh: readonly (readonly string[])[];
  readonly cumulative: readonly number[];
}

export function discovery(units: Units): Discovery {
  const met = new Set<string>();
  const fresh: string[][] = [];
  const cumulative: number[] = [];
  for (const codes of units) {
    const own = [...new Set(codes)].filter((code) => !met.has(code));
    for (const code of own) met.add(code);
    fresh.push(own);
    cumulative.push(met.size);
  }
  return { fresh, cumulative };
}

export interface SaturationRun {
  /** The unit with which the run ends, counted from 1. */
  readonly ends: number;
  readonly fresh: number;
  /** New codes of the run / codes of the base. */
  readonly ratio: Statistic;
}

export interface GuestSaturation {
  readonly base: number;
  readonly baseCodes: number;
  readonly run: number;
  readonly threshold: number;
  readonly runs: readonly SaturationRun[];
  /** How many units it took, the run apart: "8+2" is 8 and a run of 2 without news; null where it was not reached. */
  readonly reachedAt: number | null;
}

/**
 * Guest, Namey & Chen 2020 (PLoS ONE 15(5): e0232076): the codes of the first `base` units; then of every run of `run`
 * units (overlapping: each further unit ends one) the share that its new codes are of those of the base. Saturation is
 * reached at the first run whose share is not above `threshold` (0.05, or 0).
 */
export function guestSaturation(
  units: Units,
  { base, run, threshold }: { readonly base: number; readonly run: number; readonly threshold: number },
): GuestSaturation {
  const { fresh, cumulative } = discovery(units);
  const baseCodes = cumulative[Math.min(base, units.length) - 1] ?? 0;
  const runs: SaturationRun[] = [];
  for (let ends = base + run; ends <= units.length; ends++) {
    const found = fresh.slice(ends - run, ends).reduce((sum, codes) => sum + codes.length, 0);
    runs.push({ ends, fresh: found, ratio: quotient(found, baseCodes, 'no-units') });
  }
  const reached = runs.find(({ ratio }) => ratio.value !== null && ratio.value <= threshold);
  return { base, baseCodes, run, threshold, runs, reachedAt: reached ? reached.ends - run : null };
}

export interface Accumulation {
  /** By number of units: codes to be expected in so many, whichever they are. */
  readonly expected: readonly number[];
  readonly observed: number;
  /** Codes in exactly one and in exactly two units. */
  readonly singles: number;
  readonly doubles: number;
  readonly chao2: Statistic;
  readonly chao2Corrected: Statistic;
  readonly coverage: Statistic;
}

/**
 * Order set aside. Expected codes: sample-based rarefaction (Mao tau; Colwell, Mao & Chang 2004), Σ 1 − C(S − f, n) /
 * C(S, n) over codes in f of S units. Chao 1987: observed + (S − 1)/S · Q1² / 2 Q2, and bias-corrected with
 * Q1 (Q1 − 1) / 2 (Q2 + 1). Coverage of the sample: Chao & Jost 2012; undefined for a single unit, whose codes are all
 * in one unit by necessity.
 */
export function accumulation(units: Units): Accumulation {
  const frequency = new Map<string, number>();
  for (const codes of units)
    for (const code of new Set(codes)) frequency.set(code, (frequency.get(code) ?? 0) + 1);
  const counts = [...frequency.values()];
  const all = units.length;
  // C(S − f, n) / C(S, n), grown with n: the chance that none of n units has the code.
  const absent = counts.map(() => 1);
  const expected = units.map((_, n) => {
    let sum = 0;
    for (const [place, f] of counts.entries()) {
      absent[place] = (absent[place] ?? 0) * Math.max(0, (all - f - n) / (all - n));
      sum += 1 - (absent[place] ?? 0);
    }
    return sum;
  });
  const observed = counts.length;
  const singles = counts.filter((f) => f === 1).length;
  const doubles = counts.filter((f) => f === 2).length;
  const incidences = counts.reduce((a, b) => a + b, 0);
  const share = (all - 1) / all;
  const none = undefinedFor('no-units');
  return {
    expected,
    observed,
    singles,
    doubles,
    chao2:
      all === 0
        ? none
        : doubles === 0 && singles > 0
          ? undefinedFor('no-doubles')
          : defined(observed + (singles === 0 ? 0 : (share * singles ** 2) / (2 * doubles))),
    chao2Corrected:
      all === 0 ? none : defined(observed + (share * singles * (singles - 1)) / (2 * (doubles + 1))),
    coverage:
      incidences === 0
        ? none
        : all === 1
          ? undefinedFor('one-unit')
          : defined(1 - unseenShare({ all, singles, doubles, incidences })),
  };
}

function unseenShare(of: Record<'all' | 'singles' | 'doubles' | 'incidences', number>): number {
  const { all, singles, doubles, incidences } = of;
  const rest = (all - 1) * singles;
  return rest === 0 ? 0 : (singles / incidences) * (rest / (rest + 2 * doubles));
}

/** What the units held back bring that the others do not have: the test of saturation usual in Chinese theses. */
export function heldBack(
  units: Units,
  isHeldBack: (place: number) => boolean,
): { readonly known: number; readonly fresh: readonly string[] } {
  const known = new Set(units.filter((_, place) => !isHeldBack(place)).flat());
  const held = new Set(units.filter((_, place) => isHeldBack(place)).flat());
  return { known: known.size, fresh: [...held].filter((code) => !known.has(code)) };
}
