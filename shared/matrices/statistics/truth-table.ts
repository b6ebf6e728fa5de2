// Crisp-set QCA: the truth table of rated cases, and how far conditions suffice for an outcome.
import { quotient, type Statistic } from './statistic.ts';

/** A case with its conditions and outcome, each present (1) or absent (0). */
export interface RatedCase {
  readonly name: string;
  readonly values: readonly (0 | 1)[];
  readonly outcome: 0 | 1;
}

export interface TruthRow {
  /** The conditions, one digit each: "10110". */
  readonly key: string;
  readonly cases: readonly string[];
  /** Share of its cases with the outcome. */
  readonly inclusion: number;
  /** 1 where the inclusion reaches the cutoff; null for a contradiction: cases with and without, below the cutoff. */
  readonly outcome: 0 | 1 | null;
}

export interface TruthTable {
  readonly conditions: number;
  /** Configurations that cases have, ascending. */
  readonly rows: readonly TruthRow[];
  readonly contradictions: number;
  /** Configurations that no case has. */
  readonly remainders: number;
  /** More conditions than so few cases can tell apart (see `needsCases`). */
  readonly tooFewCases: boolean;
}

/** Ragin 1987; Duşa 2019. The cutoff of inclusion is 1 unless it is said. */
export function truthTable(cases: readonly RatedCase[], conditions: number, cutoff = 1): TruthTable {
  const groups = Map.groupBy(cases, ({ values }) => values.join(''));
  const rows = [...groups].map(([key, group]): TruthRow => {
    const inclusion = group.filter(({ outcome }) => outcome === 1).length / group.length;
    return {
      key,
      cases: group.map(({ name }) => name),
      inclusion,
      outcome: inclusion >= cutoff ? 1 : inclusion === 0 ? 0 : null,
    };
  });
  return {
    conditions,
    rows: rows.sort((a, b) => (a.key < b.key ? -1 : 1)),
    contradictions: rows.filter(({ outcome }) => outcome === null).length,
    remainders: 2 ** conditions - rows.length,
    tooFewCases: cases.length < needsCases(conditions),
  };
}

/**
 * Cases below which a table of so many conditions may find order in chance. A rule of thumb (Marx & Dusa 2011 show how
 * quickly chance does it): one case for every configuration of up to 3 conditions, then 12 for 4, 16 for 5 and so on.
 */
export function needsCases(conditions: number): number {
  return conditions <= 3 ? 2 ** conditions : 4 * (conditions - 1);
}

export interface Fit {
  readonly sufficiency: Statistic;
  readonly sufficiencyCoverage: Statistic;
  readonly necessity: Statistic;
  readonly necessityCoverage: Statistic;
}

/** Ragin 2006, for memberships between 0 and 1: consistency Σ min(x, y) / Σ x, coverage Σ min(x, y) / Σ y. */
export function fit(x: readonly number[], y: readonly number[]): Fit {
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const both = sum(x.map((value, place) => Math.min(value, y[place] ?? 0)));
  const ofX = quotient(both, sum(x), 'no-units');
  const ofY = quotient(both, sum(y), 'no-units');
  return { sufficiency: ofX, sufficiencyCoverage: ofY, necessity: ofY, necessityCoverage: ofX };
}
