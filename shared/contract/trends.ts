// Contract of the trends: how often codes, or words, stand in each phase or source, one after another.
import { z } from 'zod';
import { codeOvers, codeTrendMeasures, wordOvers, wordTrendMeasures } from '../matrices/trend-choices.ts';
import { question } from './matrices.ts';
import { longest, most, reference } from './parts.ts';
import type { CodeHeading, Report } from './reports.ts';

/** An attribute of the sources that tells when, such as a date; null: the sources stand by their numbers. */
const order = reference.nullable();

export const codeTrendInput = z.strictObject({
  kind: z.literal('code-trend'),
  ...question,
  /** A line for each of these codes, with their sub-codes; null: for those at the top of the codebook. */
  codes: z.array(reference).min(1).max(200).nullable(),
  over: z.enum(codeOvers),
  order,
  measure: z.enum(codeTrendMeasures),
});

export const wordTrendInput = z.strictObject({
  kind: z.literal('word-trend'),
  ...question,
  /** Words or phrases; one that ends in * stands for all that begin so. */
  words: z
    .array(
      z
        .string()
        .max(longest.reference)
        .refine((text) => text.isWellFormed() && /[\p{L}\p{N}]/u.test(text), 'a word'),
    )
    .max(most.things),
  over: z.enum(wordOvers),
  order,
  /** What is drawn: hits, or hits in 1,000 words (字 in a Chinese project). */
  measure: z.enum(wordTrendMeasures),
  /** No more passages than this are listed; null: all. */
  most: z.int().min(0).nullable(),
});

/** A phase, a source or a case. Without text in scope it is a gap: its values are null. */
export interface TrendPoint {
  /** As filters name it. */
  readonly id: string;
  readonly name: string;
  /** Of a source: the value of the attribute that orders them. */
  readonly when: string | null;
  /** Sources with text in scope; of codes those that somebody has coded, in a phase also by codings that tell of it. */
  readonly sources: number;
}

interface Trend extends Report {
  /** In the order of time; cases in the project's order. */
  readonly points: readonly TrendPoint[];
  /** The attribute in whose order the sources stand, as the project calls it. */
  readonly order: string | null;
}

export interface CodeTrendReport extends Trend {
  readonly kind: 'code-trend';
  readonly over: z.infer<typeof codeTrendInput>['over'];
  readonly measure: z.infer<typeof codeTrendInput>['measure'];
  readonly lines: readonly { readonly code: CodeHeading; readonly values: readonly (number | null)[] }[];
}

export interface WordTrendReport extends Trend {
  readonly kind: 'word-trend';
  readonly over: z.infer<typeof wordTrendInput>['over'];
  readonly measure: z.infer<typeof wordTrendInput>['measure'];
  /** What `sizes` and `rates` count: words, or units of the Chinese word count. */
  readonly unit: 'words' | 'units';
  /** By point: how much text was searched. */
  readonly sizes: readonly number[];
  readonly lines: readonly WordLine[];
  /** In the order of the sources and of their texts. */
  readonly passages: readonly WordPassage[];
  /** All hits, each once, also beyond those listed. */
  readonly total: number;
  /** Hits in text that has no point: of no phase, of no case. */
  readonly outside: number;
}

export interface WordLine {
  readonly word: string;
  readonly hits: readonly (number | null)[];
  /** In 1,000 words or units. */
  readonly rates: readonly (number | null)[];
}

/** Positions are UTF-16 units of the source. */
export interface WordPassage {
  readonly word: string;
  readonly source: string;
  readonly sourceUid: string;
  readonly paragraph: number;
  readonly speaker: string | null;
  readonly start: number;
  readonly end: number;
  /** The sentence around the hit, and where it begins. */
  readonly sentence: string;
  readonly from: number;
}
