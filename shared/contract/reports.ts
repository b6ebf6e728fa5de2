// Contract of the reports: displays that no table of two dimensions gives, each with its statistics and its warnings.
import { z } from 'zod';
import type { Statistic } from '../matrices/statistics/statistic.ts';
import { portraitInput, type PortraitReport } from './portrait.ts';
import { exportTo, question, type ExportedFile, type Quote, type Ruled } from './matrices.ts';
import { longest, most, reference } from './parts.ts';
import { tracingInput, type TracingReport } from './tracing.ts';
import { codeTrendInput, wordTrendInput, type CodeTrendReport, type WordTrendReport } from './trends.ts';

/** Codes of this depth, sub-codes rolled up; null: every code with its own codings. */
const level = z.int().min(1).max(99).nullable();

/**
 * A condition or outcome of a case: a rating, case:ATTRIBUTE or cell:MATRIX/HEADING>=N (of its cell there, 1 to 5), or as a
 * draft the presence of a code, code:ID.
 */
const rating = z
  .string()
  .max(2 * longest.reference)
  .regex(/^(case|code|cell)[:：].+$/su);

export const reportInput = z.discriminatedUnion('kind', [
  /** Which cases have a code, by an attribute: the unit is the case. */
  z.strictObject({ kind: z.literal('crosstab'), ...question, attribute: reference, level }),
  /** Codes against codes: links as ordered pairs with their signs, and how often both stand together. */
  z.strictObject({
    kind: z.literal('relations'),
    ...question,
    rows: z.array(reference).min(1).max(200),
    columns: z.array(reference).min(1).max(200),
    /** Links of this type only; null: of every type. */
    type: reference.nullable(),
    near: z.string(),
    /** The pairs that the theory claims: framed, and what lies off them is counted; null: those of the project's frameworks. */
    claims: z
      .array(z.tuple([reference, reference]))
      .max(most.things)
      .nullable(),
  }),
  /** 三级编码表: each coded sentence with its concept, category and core category. */
  z.strictObject({
    kind: z.literal('levels'),
    ...question,
    /** No more sentences than this are listed; null or left out: all. */
    most: z.int().min(1).nullable().optional(),
  }),
  /** What each further source brings, in the order of collection. */
  z.strictObject({
    kind: z.literal('saturation'),
    ...question,
    level,
    base: z.int().min(1).max(1000),
    run: z.int().min(1).max(1000),
    /** As a share: 0.05, or 0. */
    threshold: z.number().min(0).max(1),
    /** How many of the last sources are held back; 0: none. */
    heldBack: z.int().min(0).max(10_000),
    /** An attribute of the sources by which they were collected, such as a date; null: by their numbers. */
    order: reference.nullable(),
  }),
  /** How much of each source is coded, and the turns of respondents that are not. */
  z.strictObject({ kind: z.literal('coverage'), ...question, most: z.int().min(0).max(100_000) }),
  /** QCA, crisp sets. */
  z.strictObject({
    kind: z.literal('truth-table'),
    ...question,
    conditions: z.array(rating).min(1).max(10),
    outcome: rating,
    /** A configuration counts for the outcome when this share of its cases has it. */
    cutoff: z.number().gt(0.5).max(1),
  }),
  /** Document portraits: where along its text each source is coded. */
  portraitInput,
  /** Process tracing: evidence × hypothesis, with its tests. */
  tracingInput,
  /** How often codes, or words, stand in each phase or source, one after another. */
  codeTrendInput,
  wordTrendInput,
]);
export type ReportInput = z.infer<typeof reportInput>;
export type ReportKind = ReportInput['kind'];

export const reportInputs = {
  'matrices.report': reportInput,
  'export.report': z.strictObject({ ...exportTo, question: reportInput }),
};

export interface ReportOutputs {
  'matrices.report': ReportAnswer;
  'export.report': ExportedFile;
}

export type ReportAnswer =
  | CrosstabReport
  | RelationsReport
  | LevelsReport
  | SaturationReport
  | CoverageReport
  | TruthTableReport
  | PortraitReport
  | TracingReport
  | CodeTrendReport
  | WordTrendReport;

/** What must be said beside the numbers. */
export type ReportWarning =
  /** Chi-squared is not to be trusted where fewer than 5 are expected. */
  | 'few-expected'
  /** Many tests: some will be significant by chance. */
  | 'many-tests'
  | 'too-few-cases'
  /** Presence of a code is a draft of a rating. */
  | 'draft-ratings'
  | 'contradictions'
  | 'left-out'
  /** Saturation counts as reached, but less than 90 % of the codes that Chao2 expects were found. */
  | 'more-expected'
  /** Evidence whose test has no outcome yet. */
  | 'unjudged'
  /** A hypothesis that one test confirms and another eliminates. */
  | 'contradictory-tests';

export interface Report extends Ruled {
  readonly warnings: readonly ReportWarning[];
}

export interface CodeHeading {
  /** Its short id; empty for a code that has none. */
  readonly id: string;
  /** By what a question names it, as the headings of tables do: its short id, else its uid. */
  readonly reference: string;
  readonly name: string;
}

export interface CrosstabReport extends Report {
  readonly kind: 'crosstab';
  readonly attribute: string;
  /** The attribute's values and how many cases have material and the value. */
  readonly values: readonly { readonly name: string; readonly n: number }[];
  readonly rows: readonly {
    readonly code: CodeHeading;
    /** By value: cases with the code. */
    readonly k: readonly number[];
    readonly chiSquared: Statistic;
    readonly degrees: number;
    readonly p: Statistic;
    readonly exact: Statistic;
    readonly cramersV: Statistic;
    readonly leastExpected: number;
  }[];
}

export interface Relation {
  readonly links: number;
  readonly positive: number;
  readonly negative: number;
  /** Pairs of codings that stand together, whichever comes first. */
  readonly together: number;
  readonly claimed: boolean;
}

export interface RelationsReport extends Report {
  readonly kind: 'relations';
  readonly rows: readonly CodeHeading[];
  readonly columns: readonly CodeHeading[];
  /** By row, by column. */
  readonly cells: readonly (readonly Relation[])[];
  /** Share of the links, and of the pairs, that the claims do not hold; null without claims or where there are none. */
  readonly offClaims: { readonly links: number | null; readonly together: number | null };
}

export interface LevelsReport extends Report {
  readonly kind: 'levels';
  readonly rows: readonly {
    readonly quote: Quote;
    readonly concept: CodeHeading;
    readonly category: CodeHeading | null;
    readonly core: CodeHeading | null;
  }[];
  /** All coded sentences, also beyond those listed. */
  readonly total: number;
}

export interface SaturationReport extends Report {
  readonly kind: 'saturation';
  /** The attribute that says the order of collection; null where the sources stand as they were imported. */
  readonly orderedBy: string | null;
  /** In the order of collection; `fresh` are the codes that no earlier one has. */
  readonly units: readonly {
    readonly source: string;
    readonly uid: string;
    readonly codes: number;
    readonly fresh: readonly CodeHeading[];
    readonly cumulative: number;
    /** To be expected in so many sources, whichever they are. */
    readonly expected: number;
    /** Of the run that ends here; null before the first. */
    readonly run: { readonly fresh: number; readonly ratio: Statistic } | null;
  }[];
  readonly base: number;
  readonly run: number;
  readonly threshold: number;
  readonly baseCodes: number;
  /** Sources that it took, the run apart ("8+2"); null where it was not reached. */
  readonly reachedAt: number | null;
  readonly chao2: Statistic;
  readonly chao2Corrected: Statistic;
  readonly coverage: Statistic;
  /** Sources without codings, which cannot be told from sources not coded yet. */
  readonly leftOut: readonly string[];
  readonly heldBack: {
    readonly sources: number;
    readonly known: number;
    readonly fresh: readonly CodeHeading[];
  } | null;
}

export interface CoverageReport extends Report {
  readonly kind: 'coverage';
  readonly sources: readonly {
    readonly source: string;
    readonly uid: string;
    readonly share: number | null;
    readonly ownShare: number | null;
    readonly references: number;
    /** Turns of respondents, and those without any coding. */
    readonly turns: number;
    readonly uncoded: number;
  }[];
  readonly uncoded: readonly UncodedTurn[];
  /** All uncoded turns, also beyond those listed. */
  readonly total: number;
}

export interface UncodedTurn {
  readonly source: string;
  readonly sourceUid: string;
  readonly speaker: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface TruthTableReport extends Report {
  readonly kind: 'truth-table';
  /** Short names, as the solutions have them. */
  readonly conditions: readonly string[];
  readonly outcome: string;
  readonly rows: readonly {
    readonly values: readonly (0 | 1)[];
    readonly cases: readonly string[];
    readonly inclusion: number;
    /** null: a contradiction. */
    readonly outcome: 0 | 1 | null;
  }[];
  readonly remainders: number;
  /** The shortest models, none where no configuration has the outcome; null where there is too much to go through. */
  readonly conservative: readonly Solution[] | null;
  readonly parsimonious: readonly Solution[] | null;
  /** Cases without a rating of every condition and the outcome. */
  readonly leftOut: readonly string[];
}

/** One of the shortest models: any of its terms suffices. */
export interface Solution {
  readonly terms: readonly {
    readonly text: string;
    readonly cases: readonly string[];
    readonly consistency: Statistic;
    readonly coverage: Statistic;
  }[];
}
