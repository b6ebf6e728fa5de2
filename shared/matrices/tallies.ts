// Which sums a question needs for each cell of its table.
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

export interface Tallies {
  /** How many sums add up over codings. Each stands at its place among them; -1 for one that no measure needs. */
  readonly added: number;
  readonly references: 0;
  /** Sum of the weights, then number of codings with a weight. */
  readonly weights: number;
  /** Number of codings of level 1, of level 2, of level 3. */
  readonly levels: number;
  /** Passages and sources are counted once each in a cell, and so is a stretch of text. */
  readonly passages: boolean;
  readonly sources: boolean;
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
  const weights = 1;
  const levels = weights + 2 * Number(needs('mean-weight'));
  const withLevels = needs('mean-level', 'median-level');
  return {
    added: levels + 3 * Number(withLevels),
    references: 0,
    weights: needs('mean-weight') ? weights : -1,
    levels: withLevels ? levels : -1,
    passages: needs('passages'),
    sources: needs('sources'),
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
