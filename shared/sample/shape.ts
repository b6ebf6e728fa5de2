// How the sample study is written down: paragraphs in both languages, codings as numbered brackets in them.
import type { Language } from '../words/say.ts';

/** One text in every language of the program. */
export type InLanguages = Readonly<Record<Language, string>>;

export type PhaseKind = 'before' | 'during' | 'after';

/** Values by the id of the attribute in the frameworks; a value of a list by its own id, a text in both languages. */
export type Attributes = Readonly<Record<string, string | InLanguages>>;

export interface SampleCase {
  readonly name: InLanguages;
  readonly attributes: Attributes;
  readonly documents: readonly SampleDocument[];
}

export interface SampleDocument {
  /** The same in every language; the ids of its codings begin with it. */
  readonly id: string;
  readonly name: InLanguages;
  readonly phase: PhaseKind;
  readonly attributes: Attributes;
  readonly paragraphs: readonly Paragraph[];
  /** What stands behind the brackets: ‹3›…‹/3› in the paragraphs are the passage of number 3. */
  readonly marks: Readonly<Record<number, Mark>>;
}

/** Who speaks (null: the last speaker goes on, or nobody speaks in a note), then the paragraph in English and in Chinese. */
export type Paragraph = readonly [speaker: InLanguages | null, en: string, zh: string];

/** Codes of one passage, separated by spaces: a short id, then '+' or '-' for its direction, then '=' and its level (1–3). */
export type Mark = string | MarkedPassage;

export interface MarkedPassage {
  readonly codes: string;
  /** The time that the passage speaks of, where it is not the document's. */
  readonly phase?: PhaseKind;
  /** Belongs to the coding of the first code. */
  readonly memo?: InLanguages;
}

export const interviewer: InLanguages = { en: 'Interviewer', zh: '访谈者' };
