// Which sums a question needs for each cell of its table, side by side in one row of numbers per cell.
import type { Unit } from './layout.ts';
import type { Measure, OverlapRule, Question } from './question.ts';

/**
 * Text to be summed up. 'whole': all text of the codings; 'base': what of it lies in the cell's own text; 'own': what of
 * that respondents say.
 */
export interface TextSum {
  readonly unit: Unit;
  readonly clip: 'whole' | 'base' | 'own';
}

/** References, sources, then the covered text. */
export const firstText = 2;

export interface Tallies {
  /** Numbers per cell. */
  readonly width: number;
  /** Where a sum stands in the row of its cell; -1 for a sum that no measure needs. */
  readonly references: 0;
  readonly sources: 1;
  readonly passages: number;
  /** Sum of the weights, then number of codings with a weight. */
  readonly weights: number;
  /** Number of codings of level 1, of level 2, of level 3. */
  readonly levels: number;
  /** Covered text, each stretch once; its sums stand from `firstText` on. */
  readonly covered: readonly TextSum[];
  /** Text of the cell, covered or not: what shares and rates are of. */
  readonly bases: readonly TextSum[];
  readonly cases: boolean;
  readonly speakers: boolean;
}

type Asked = Pick<Question, 'measures' | 'overlap' | 'rateUnit'>;

/** What the question's measures need. */
export function talliesFor(question: Asked): Tallies {
  const needs = (...measures: Measure[]): boolean =>
    measures.some((measure) => question.measures.includes(measure));
  const covered = distinct(
    question.measures.flatMap((measure) => coveredBy(measure, question.overlap) ?? []),
  );
  const bases = distinct(question.measures.flatMap((measure) => baseOf(measure, question) ?? []));
  const passages = firstText + covered.length;
  const weights = passages + Number(needs('passages'));
  const levels = weights + 2 * Number(needs('mean-weight'));
  const withLevels = needs('mean-level', 'median-level');
  return {
    references: 0,
    sources: 1,
    passages: needs('passages') ? passages : -1,
    weights: needs('mean-weight') ? weights : -1,
    levels: withLevels ? levels : -1,
    width: levels + 3 * Number(withLevels),
    covered,
    bases,
    cases: needs('cases', 'case-share'),
    speakers: needs('speakers'),
  };
}

/** The covered text that a measure counts, null for measures of something else. */
export function coveredBy(measure: Measure, overlap: OverlapRule): TextSum | null {
  if (measure === 'share') return { unit: 'characters', clip: 'base' };
  if (measure === 'own-share') return { unit: 'words', clip: 'own' };
  if (measure !== 'characters' && measure !== 'words' && measure !== 'units') return null;
  // Split codings count with the part inside: there the whole counted text lies in the cell's own.
  return { unit: measure, clip: overlap === 'split' ? 'base' : 'whole' };
}

/** The text that a measure is a share or a rate of, null for plain counts. */
export function baseOf(measure: Measure, { rateUnit }: Pick<Question, 'rateUnit'>): TextSum | null {
  if (measure === 'share') return { unit: 'characters', clip: 'base' };
  if (measure === 'own-share') return { unit: 'words', clip: 'own' };
  return measure === 'rate' ? { unit: rateUnit, clip: 'base' } : null;
}

/** The place of a sum in a list of sums. */
export function indexOfSum(list: readonly TextSum[], sum: TextSum): number {
  return list.findIndex(({ unit, clip }) => unit === sum.unit && clip === sum.clip);
}

function distinct(list: readonly TextSum[]): TextSum[] {
  return list.filter((sum, index) => indexOfSum(list, sum) === index);
}
