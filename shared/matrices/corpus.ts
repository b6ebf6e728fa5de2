// What the matrix engine reads: the whole project as dense lists and typed arrays, one block of codings per source.
// Indexes here are places in these lists (0, 1, 2 …), never database ids; -1 stands for "none".

export interface Corpus {
  readonly codes: readonly CorpusCode[];
  readonly codeSets: readonly CorpusCodeSet[];
  readonly cases: readonly CorpusCase[];
  readonly speakers: readonly CorpusSpeaker[];
  /** In the researcher's order (before, during, after …). */
  readonly phases: readonly CorpusEntry[];
  readonly coders: readonly CorpusEntry[];
  readonly attributes: readonly CorpusAttribute[];
  /** In order of their number. */
  readonly sources: readonly CorpusSource[];
}

export interface CorpusEntry {
  /** What a caller names it by: a short id, a number or a uid. */
  readonly id: string;
  readonly name: string;
  /** Where it has one besides `id`. */
  readonly uid?: string;
  readonly number?: number;
  /** What tells it from others of its name: "Ana (Ferry Street)"; nothing where its name is its own. */
  readonly label?: string;
  /** What else it answers to: its name in the other language, words for a level … */
  readonly alsoNames?: readonly string[];
}

export interface CorpusCode extends CorpusEntry {
  /** Index of the parent code, -1 at the top. Codes stand in tree order: a parent before its children. */
  readonly parent: number;
  /** 1 at the top. */
  readonly depth: number;
  /** A code that names a level or a phase counts the codings with that property. */
  readonly setsLevel: number | null;
  /** Index into `phases`, or null. */
  readonly setsPhase: number | null;
}

interface CorpusCodeSet extends CorpusEntry {
  readonly codes: readonly number[];
}

interface CorpusCase extends CorpusEntry {
  /** Attribute name → value as text. */
  readonly attributes: ReadonlyMap<string, string>;
}

interface CorpusSpeaker extends CorpusEntry {
  readonly interviewer: boolean;
}

export interface CorpusAttribute {
  readonly owner: 'case' | 'source';
  readonly name: string;
  readonly alsoNames?: readonly string[];
  readonly type: AttributeType;
  /** For 'choice' and 'ordinal': the values in their order; empty otherwise. */
  readonly choices: readonly string[];
  /** What values answer to besides themselves. */
  readonly valueWords?: ReadonlyMap<string, readonly string[]>;
}

export type AttributeType = 'text' | 'number' | 'date' | 'yes-no' | 'choice' | 'ordinal';

export interface CorpusSource extends CorpusEntry {
  readonly number: number;
  /** UTF-16 units. */
  readonly length: number;
  /** Index into `phases`, -1 for none. */
  readonly phase: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly atoms: Atoms;
  readonly ruler: Ruler;
  readonly codings: CodingBlock;
}

/**
 * The source's text without its speaker labels, cut into stretches of one speaker and one set of cases.
 * In order, not overlapping. A turn is one or more atoms.
 */
export interface Atoms {
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index into `speakers`, -1 where nobody is named. */
  readonly speaker: Int32Array;
  /** Index of the turn within the source (ascending), -1 before the first label. */
  readonly turn: Int32Array;
  /** Atom i belongs to the cases caseList[caseOffset[i] … caseOffset[i + 1]), ascending. */
  readonly caseOffset: Int32Array;
  readonly caseList: Int32Array;
}

/** What is needed to measure a stretch of text without reading it. Positions are UTF-16 units, ascending. */
export interface Ruler {
  /** Positions of the second halves of surrogate pairs: units that are no character of their own. */
  readonly lowSurrogates: Int32Array;
  readonly labelStart: Int32Array;
  readonly labelEnd: Int32Array;
  /** Whom each label names: index into `speakers`. */
  readonly labelSpeaker: Int32Array;
  /** Starts of the words (Intl.Segmenter) that stand outside labels. */
  readonly words: Int32Array;
  /** Starts of the units of the Chinese word count (字数) that stand outside labels. */
  readonly units: Int32Array;
  /** [start, end) of each non-blank paragraph. */
  readonly paragraphStart: Int32Array;
  readonly paragraphEnd: Int32Array;
}

/** Codings of one source, sorted by start, then end, then code. All arrays have the same length. */
export interface CodingBlock {
  /** Database ids. */
  readonly id: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly code: Int32Array;
  readonly coder: Int32Array;
  /** The coding's own phase, -1 where it takes the source's. */
  readonly phase: Int32Array;
  /** 1–3, 0 for none. */
  readonly level: Int32Array;
  /** -1, 0 or 1; NO_DIRECTION for none. */
  readonly direction: Int32Array;
  /** NaN for none. */
  readonly weight: Float64Array;
}

export const NO_DIRECTION = -128;
