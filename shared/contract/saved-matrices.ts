// Contract of saved matrices: named questions, reports among them, and what the researcher notes in the cells of tables.
import { z } from 'zod';
import { matrixInput, type Quote } from './matrices.ts';
import { longest, most, prose, reference } from './parts.ts';
import { reportInput, type ReportInput } from './reports.ts';

/** A stretch of a summary: words, or a sign that leads to the coding that supports them. */
const summaryPart = z.union([
  z.strictObject({ text: prose, bold: z.boolean().optional(), italic: z.boolean().optional() }),
  z.strictObject({ quote: z.string().min(1).max(longest.codingId) }),
]);

/** Paragraphs. */
const summary = z.array(z.array(summaryPart).max(most.things)).max(most.things);

/** What a heading is known by: the ids of its values; null for the totals. */
const heading = z.array(z.string().max(longest.reference)).max(2).nullable();

const cell = { matrix: reference, row: heading, column: heading };

/** How the matrix is shown: the name of a display or chart of the window. */
const display = z.string().regex(/^[a-z-]{1,40}$/);

/** Why nothing stands in a cell. */
const emptyReasons = ['not-asked', 'nothing-said', 'absent', 'uncoded'] as const;
export type EmptyReason = (typeof emptyReasons)[number];

/** The question of a table, without the matrix that it belongs to and the moment at which it is asked. */
const tableQuestion = matrixInput.omit({ matrix: true, at: true });

/** Of a report the moment is not kept either. */
const question = z.union([tableQuestion, reportInput]);

export const savedMatricesInputs = {
  'matrices.list': z.strictObject({}),
  /** Refuses a name that another matrix has. */
  'matrices.save': z.strictObject({ name: reference, description: prose, question, display }),
  /** What is left out stays. */
  'matrices.update': z.strictObject({
    matrix: reference,
    name: reference.optional(),
    description: prose.optional(),
    question: question.optional(),
    display: display.optional(),
  }),
  /** With what is written in its cells. */
  'matrices.duplicate': z.strictObject({ matrix: reference, name: reference }),
  'matrices.remove': z.strictObject({ matrix: reference }),
  /** At which headings of saved matrices cells of cases are rated. */
  'matrices.rated': z.strictObject({}),

  /** A few quotes of each cell, those pinned in a saved matrix first; of a question of change, of each of its sides. */
  'matrices.excerpts': z.strictObject({ question: matrixInput, most: z.int().min(1).max(20) }),

  /** What is noted in the cells of a matrix, now or as it stood at a moment. */
  'cells.list': z.strictObject({ matrix: reference, at: z.iso.datetime().optional() }),
  /**
   * Writes the summary, with what stands in the cell now as its evidence; null takes it away. `base` is what stood there
   * when the writing began (null: nothing): where another summary stands there by now, the call is refused.
   */
  'cells.summarise': z.strictObject({
    ...cell,
    summary: summary.nullable(),
    base: summary.nullable().optional(),
  }),
  'cells.rate': z.strictObject({
    ...cell,
    rating: z.int().min(1).max(5).nullable(),
    reason: prose.nullable(),
  }),
  'cells.explain': z.strictObject({ ...cell, empty: z.enum(emptyReasons).nullable() }),
  /** Pins a quote, or leaves it out of the cell's count for a reason; null does neither any more. */
  'cells.quote': z.strictObject({
    ...cell,
    coding: z.string().min(1).max(longest.codingId),
    as: z.enum(['pinned', 'excluded']).nullable(),
    reason: prose.nullable(),
  }),
};

export type Summary = z.infer<typeof summary>;
export type CellHeading = z.infer<typeof heading>;
export type SavedTable = z.infer<typeof tableQuestion>;
/** See `isReport`. */
export type SavedQuestion = SavedTable | ReportInput;

export interface SavedMatricesOutputs {
  'matrices.list': { readonly matrices: readonly SavedMatrix[] };
  'matrices.save': SavedMatrix;
  'matrices.update': SavedMatrix;
  'matrices.duplicate': SavedMatrix;
  'matrices.remove': null;
  'matrices.rated': { readonly headings: readonly RatedHeading[] };
  'matrices.excerpts': { readonly cells: readonly CellExcerpt[] };
  'cells.list': { readonly cells: readonly CellRecord[] };
  'cells.summarise': null;
  'cells.rate': null;
  'cells.explain': null;
  'cells.quote': null;
}

export interface SavedMatrix {
  readonly uid: string;
  readonly name: string;
  readonly description: string;
  readonly question: SavedQuestion;
  readonly display: string;
  /** ISO date and time. */
  readonly created: string;
  readonly changed: string;
  /** How many of its cells have a summary. */
  readonly summaries: number;
}

/** Places among the answer's rows and columns. Cells without codings are left out. */
export interface CellExcerpt {
  readonly row: number;
  readonly column: number;
  readonly side: 'before' | 'after' | null;
  /** How many codings stand there, and how many of them say the contrary (direction −1). */
  readonly n: number;
  readonly negative: number;
  readonly quotes: readonly Quote[];
}

export interface RatedHeading {
  /** The name of the matrix. */
  readonly matrix: string;
  /** The id of the heading. */
  readonly heading: string;
  /** What it is called; a code by its short id. */
  readonly name: string;
}

export interface CellRecord {
  readonly row: CellHeading;
  readonly column: CellHeading;
  readonly summary: CellSummary | null;
  /** 1–5. */
  readonly rating: number | null;
  readonly ratingReason: string | null;
  readonly empty: EmptyReason | null;
  /** Ids of codings. */
  readonly pinned: readonly string[];
  readonly excluded: readonly { readonly coding: string; readonly reason: string | null }[];
}

interface CellSummary {
  readonly paragraphs: Summary;
  readonly coder: string;
  /** ISO date and time. */
  readonly at: string;
  /** Codings that came, went or were changed since it was written; null where the evidence is the same. */
  readonly stale: { readonly came: number; readonly went: number; readonly changed: number } | null;
}
