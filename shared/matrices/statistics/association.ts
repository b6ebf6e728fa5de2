// How two codes keep company over units (passages, turns, cases): coefficients of the four numbers n1, n2, n12 and N.
import { contingency, type Contingency } from './contingency.ts';
import { defined, quotient, undefinedFor, type Statistic } from './statistic.ts';

/** Units with the one code, with the other, with both, and all units. */
export interface SharedCounts {
  readonly n1: number;
  readonly n2: number;
  readonly n12: number;
  readonly all: number;
}

export interface Association {
  /** [[both, only the first], [only the second, neither]]. */
  readonly table: readonly [readonly [number, number], readonly [number, number]];
  readonly jaccard: Statistic;
  readonly dice: Statistic;
  readonly overlap: Statistic;
  readonly lift: Statistic;
  readonly pmi: Statistic;
  readonly npmi: Statistic;
  readonly phi: Statistic;
  readonly test: Contingency;
}

/**
 * Jaccard 1901: n12 / (n1 + n2 − n12). Dice 1945: 2 n12 / (n1 + n2). Overlap (Szymkiewicz–Simpson): n12 / min(n1, n2).
 * Lift (Brin et al. 1997): n12 N / (n1 n2). Pointwise mutual information (Church & Hanks 1990): log2 of lift, in bits;
 * normalised (Bouma 2009) by −log2(n12 / N), so that 1 is always together. phi: the correlation of the two as 0 and 1.
 */
export function association({ n1, n2, n12, all }: SharedCounts): Association {
  const table = [
    [n12, n1 - n12],
    [n2 - n12, all - n1 - n2 + n12],
  ] as const;
  const nowhere = all === 0 ? 'no-units' : 'never-there';
  const lift = quotient(n12 * all, n1 * n2, nowhere);
  const pmi =
    lift.value === null
      ? lift
      : lift.value === 0
        ? undefinedFor('never-together')
        : defined(Math.log2(lift.value));
  const margins = n1 * n2 * (all - n1) * (all - n2);
  return {
    table,
    jaccard: quotient(n12, n1 + n2 - n12, nowhere),
    dice: quotient(2 * n12, n1 + n2, nowhere),
    overlap: quotient(n12, Math.min(n1, n2), nowhere),
    lift,
    pmi,
    npmi: normalised(pmi, n12 / all),
    phi: quotient(n12 * all - n1 * n2, Math.sqrt(margins), all === 0 ? 'no-units' : 'no-variation'),
    test: contingency(table),
  };
}

/** Both in every unit is 1 by definition, as the limit says. */
function normalised(pmi: Statistic, together: number): Statistic {
  if (pmi.value === null) return pmi;
  return defined(together === 1 ? 1 : pmi.value / -Math.log2(together));
}
