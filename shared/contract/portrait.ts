// Contract of the document portrait: where along its text a source is coded, in a lane for each code.
import { z } from 'zod';
import { question, type Quote } from './matrices.ts';
import { reference } from './parts.ts';
import type { CodeHeading, Report } from './reports.ts';

export const portraitInput = z.strictObject({
  kind: z.literal('portrait'),
  ...question,
  /** These sources, one under the other, in the project's order; null: all in scope. */
  sources: z.array(reference).min(1).max(200).nullable(),
  /** A lane for each of these codes, with their sub-codes; null: for the codes of `level`. */
  codes: z.array(reference).min(1).max(200).nullable(),
  /** Codes of this depth, sub-codes rolled up; null: every code. */
  level: z.int().min(1).max(99).nullable(),
  /** What takes the width: every UTF-16 unit of the text the same, or every paragraph. */
  scale: z.enum(['text', 'paragraphs']),
  /** No more sources than this are shown. */
  most: z.int().min(1).max(1000),
});

export interface PortraitReport extends Report {
  readonly kind: 'portrait';
  readonly sources: readonly Portrait[];
  /** All sources in scope, also beyond those shown. */
  readonly total: number;
}

/** One source. Positions are shares of its width: 0 where the text begins, 1 where it ends. */
export interface Portrait {
  readonly source: string;
  readonly uid: string;
  readonly paragraphs: number;
  /** In the order of the codebook; codes without a coding here have none. */
  readonly lanes: readonly PortraitLane[];
  /** The text in as many parts of the same width: the place of the lane that covers most of it, null where nothing is coded. */
  readonly tiles: readonly (number | null)[];
}

export interface PortraitLane {
  readonly code: CodeHeading;
  /** Of the width, each stretch once. */
  readonly share: number;
  /** In the order of the text. */
  readonly marks: readonly PortraitMark[];
  /** By part of the text, as in `tiles`: how much of it the lane covers. */
  readonly cover: readonly number[];
}

export interface PortraitMark {
  readonly from: number;
  readonly to: number;
  readonly quote: Quote;
}
