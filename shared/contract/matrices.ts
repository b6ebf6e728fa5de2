// Contract of the stages matrices and export: questions to the one matrix engine, and table files.
import { z } from 'zod';
import { documentFormats, tableFormats } from '../export/formats.ts';
import { measures, togetherMeasures } from '../matrices/question.ts';
import type { RuleLine } from '../matrices/rule.ts';
import type { EmptyReason } from './saved-matrices.ts';
import { dimension, headingIds, longest, most, reference } from './parts.ts';

/** What may name nothing; the question says so in words. */
const name = z.string().max(longest.reference);

/** What every question says: which codings count, and when. */
export const question = {
  /** DIM=VALUE pairs in the grammar of parseDimension. */
  filters: z.array(z.strictObject({ dimension, value: z.string().max(longest.prose) })).max(most.things),
  overlap: z.enum(['split', 'largest', 'whole']),
  /** Names of the coders whose codings count; null: the project's rule (one coder), 'all' everyone. */
  coders: z.union([z.array(name).min(1).max(most.things), z.literal('all')]).nullable(),
  /** Asks the project as it stood at this moment; left out: as it stands. */
  at: z.iso.datetime().optional(),
};

const descending = z.boolean();
const headings = z.array(headingIds).max(most.headings);

/** In which order an axis stands: see `Order`. */
const order = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('hand'), ids: headings }),
  z.strictObject({ by: z.literal('name'), descending }),
  z.strictObject({ by: z.literal('attribute'), attribute: name, descending }),
  z.strictObject({ by: z.literal('total'), descending }),
  z.strictObject({ by: z.literal('value'), at: headingIds, descending }),
  z.strictObject({ by: z.literal('rating'), at: headingIds.nullable(), descending }),
  z.strictObject({ by: z.literal('similarity') }),
]);

/** A question as it is asked, saved and exported; what it leaves out is null. */
export const matrixInput = z.strictObject({
  ...question,
  rows: z.array(dimension).min(1).max(2),
  columns: z.array(dimension).max(2),
  measure: z.enum([...measures, ...togetherMeasures]),
  /** For code × code: when two codings count as together ('overlap', 'passage', 'turn', 'turns:2', 'within:200', 'followed:200'). */
  near: name.nullable(),
  /** The saved matrix whose cells this table shows: the quotes left out of them do not count there. */
  matrix: reference.optional(),
  /** A third dimension: a table for each of its values beside the one of all together. */
  panels: dimension.nullable().optional(),
  /** Before → after: the cells are what changed from one phase to the other, over cases with material in both. */
  change: z
    .strictObject({ dimension: z.enum(['phase', 'source-phase']), from: name, to: name })
    .nullable()
    .optional(),
  /** Without one the axis stands in the project's order. */
  rowOrder: order.nullable().optional(),
  columnOrder: order.nullable().optional(),
});

/** A place among the answer's rows, columns or panels, or the ids of the heading there; null for the total. */
const headingChoice = z.union([z.int().min(0), headingIds]).nullable();

const frequenciesInput = z.strictObject({
  ...question,
  by: z.enum(['code', 'case', 'source', 'speaker']),
  rowOrder: order.nullable().optional(),
});

const quotesInput = z.strictObject({
  ...question,
  limit: z.int().min(1).nullable(),
});

/** Without a file the answer carries the text itself, where the format is one of text. */
export const exportTo = {
  file: z.string().nullable(),
  format: z.enum(tableFormats),
  language: z.enum(['en', 'zh']),
  /** As what names leave; left out: as pseudonyms where the project has any. */
  names: z.enum(['real', 'pseudonyms']).optional(),
};

/** A document with the quotes behind the numbers, numbered as in the table; other formats have no use for it. */
const appendix = z.boolean().optional();

export const matricesInputs = {
  'matrices.table': matrixInput,
  'matrices.frequencies': frequenciesInput,
  'matrices.quotes': quotesInput,
  /** What is written in the cells, as files of words have it. Panels have numbers only: it is of all of them together. */
  'matrices.written': z.strictObject({ question: matrixInput, language: z.enum(['en', 'zh']) }),
  /** The quotes behind one cell. A question of change has two sides: those before or those after, without `side` both. */
  'matrices.cell': z.strictObject({
    question: matrixInput,
    row: headingChoice,
    column: headingChoice,
    panel: headingChoice.optional(),
    side: z.enum(['before', 'after']).nullable().optional(),
  }),
  'export.table': z.strictObject({
    ...exportTo,
    appendix,
    question: matrixInput,
    /** Words: what is written in the cells, with quotes. Panels have numbers only. */
    cells: z.enum(['numbers', 'words']).optional(),
    /** The headings to write where not all are, those of panels with the panel before them; totals stay those of all. */
    only: z.strictObject({ rows: headings, columns: headings }).optional(),
  }),
  'export.frequencies': z.strictObject({ ...exportTo, appendix, question: frequenciesInput }),
  'export.quotes': z.strictObject({ ...exportTo, question: quotesInput }),
  /** How the study was coded and counted, from its audit trail, as a document. */
  'export.methods': z.strictObject({ ...exportTo, format: z.enum(documentFormats) }),
  /** A chart as the window drew it: the bytes of an SVG or PNG file. */
  'export.picture': z.strictObject({ file: z.string(), content: z.base64() }),
};
export type MatrixOrder = z.infer<typeof order>;
export type MatrixMeasure = z.infer<typeof matrixInput>['measure'];

export interface MatricesOutputs {
  'matrices.table': MatrixAnswer;
  'matrices.frequencies': FrequenciesAnswer;
  'matrices.quotes': QuotesAnswer;
  'matrices.written': WrittenAnswer;
  /** `excluded`: the quotes that the researcher left out of this cell of the saved matrix. */
  'matrices.cell': { readonly quotes: readonly Quote[]; readonly excluded: readonly Quote[] };
  'export.table': ExportedFile;
  'export.frequencies': ExportedFile;
  'export.quotes': ExportedFile;
  'export.methods': ExportedFile;
  'export.picture': { readonly bytes: number };
}

/** The rule is sent as data and put into words by the reader's language: see ruleText. */
export interface Ruled {
  readonly rule: readonly RuleLine[];
}

/** One heading; nested dimensions give several ids and labels. Fixed values (roles, levels) are worded by headingText. */
export interface AxisEntry {
  readonly ids: readonly string[];
  readonly labels: readonly string[];
}

/** The numbers of one table. */
export interface MatrixPane {
  /** In a question of change: after − before. */
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
  /** N of k/N, n of a mean, or n of the paired cases of a change, per cell; empty where the measure has none. */
  readonly bases: readonly (readonly number[])[];
  /**
   * Coefficients that are not between 0 and 1, whose cells are null: the value as it was worked out, null where it has
   * none. Only for the c-coefficient.
   */
  readonly outOfRange: readonly {
    readonly row: number;
    readonly column: number;
    readonly value: number | null;
  }[];
  /**
   * Why no number stands in a cell, by row, by column, with the totals after the last of each: its text is not coded yet,
   * or what is noted there says so. A row without any is null; empty where no row has any. Of these only
   * 'nothing-said' keeps its 0.
   */
  readonly empty: readonly (readonly (EmptyReason | null)[] | null)[];
  /** Only for a question of change: by row, by column, with the totals after the last of each. */
  readonly changes: readonly (readonly CellChange[])[] | null;
}

/** One cell of a change: means over its paired cases (null where there are none; of
 * 'presence' these are shares of the cases), and how many of them rose and fell. */
export interface CellChange {
  readonly before: number | null;
  readonly after: number | null;
  readonly n: number;
  readonly rose: number;
  readonly fell: number;
}

/** With panels its own numbers are those of all panels together, each coding once. */
export interface MatrixAnswer extends Ruled, MatrixPane {
  readonly measure: MatrixMeasure;
  /** In the grammar of parseDimension. */
  readonly dimensions: {
    readonly rows: readonly string[];
    readonly columns: readonly string[];
  };
  readonly rows: readonly AxisEntry[];
  readonly columns: readonly AxisEntry[];
  /** Empty for a question without panels, whose dimension is null. */
  readonly panelDimension: string | null;
  readonly panels: readonly (MatrixPane & { readonly entry: AxisEntry })[];
  /** The two phases of a question of change, and the cases with material in both. */
  readonly change: {
    readonly from: AxisEntry;
    readonly to: AxisEntry;
    /** How many are compared. */
    readonly paired: number;
    /** Those that are not, because nobody has coded their material of one of the phases yet. */
    readonly uncoded: readonly AxisEntry[];
  } | null;
  readonly n: ScopeCounts;
}

/** By row, by column of the flat table: null where there is nothing to say. */
export interface WrittenAnswer extends Ruled {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly (string | null)[])[];
}

export interface ScopeCounts {
  readonly references: number;
  readonly sources: number;
  readonly cases: number;
  readonly speakers: number;
}

export interface FrequencyRow {
  readonly id: string;
  readonly name: string;
  /** Codes: sub-codes rolled up, each coding once. */
  readonly references: number;
  /** Codes: without sub-codes; the same as `references` for the others. */
  readonly own: number;
  readonly sources: number;
  readonly cases: number;
  readonly speakers: number;
  readonly caseShare: { readonly k: number; readonly n: number };
  /** Codes: 1 at the top. */
  readonly depth: number;
  /** Nobody has coded any of its text yet: its zeros are no counts. */
  readonly isUncoded: boolean;
}

export interface FrequenciesAnswer extends Ruled {
  readonly n: ScopeCounts;
  readonly by: 'code' | 'case' | 'source' | 'speaker';
  readonly rows: readonly FrequencyRow[];
}

export interface Quote {
  readonly id: string;
  readonly code: string;
  readonly codeName: string;
  readonly codeUid: string;
  /** Names of the cases that the passage touches, joined by "; "; null for none. */
  readonly case: string | null;
  readonly source: string;
  readonly sourceUid: string;
  readonly sourceNumber: number;
  readonly paragraph: number;
  /** Number of the turn in the source, from 1; null where nobody has spoken yet. */
  readonly turn: number | null;
  readonly speaker: string | null;
  readonly phase: string | null;
  readonly level: number | null;
  readonly direction: number | null;
  readonly weight: number | null;
  readonly coder: string;
  /** When it was coded: ISO date and time, UTC. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The quote as it is printed: without the speaker labels in it. */
  readonly said: string;
  readonly memo: string | null;
}

export interface QuotesAnswer extends Ruled {
  readonly n: ScopeCounts;
  readonly quotes: readonly Quote[];
}

export interface ExportedFile {
  readonly bytes: number;
  /** The file's text where no file was named, else null. */
  readonly text: string | null;
  /** How many texts were longer than a spreadsheet cell holds and end with '…'. */
  readonly cut: number;
  /** At how many places a pseudonym stands for a name; null where names left as they are. */
  readonly replaced: number | null;
}
