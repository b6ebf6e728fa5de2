// Contract of the stages import and text: files become sources.
import { z } from 'zod';
import type { FoundPattern, LeftOut, SourceFormat, SpeakerRole } from '../import/document.ts';
import type { Refusal } from '../refused.ts';
import type { Made } from './coding.ts';
import { reference, things } from './parts.ts';

/** How the text names who speaks (see findSpeakers): a pattern, 'none', or null, as where it is left out, for what is found by itself. */
const labels = z.string().max(100).nullable().optional();

const placement = z.strictObject({
  case: reference.nullable(),
  phase: reference.nullable(),
  /** Speakers with these names are interviewers, besides those whose label says so. */
  interviewers: things,
  encoding: z.string().nullable(),
  speakers: labels,
});

export const importInputs = {
  /** Streams one ImportOutcome per file, in order. A file is stored when its outcome comes; all of them are one act, one thing to undo. */
  'import.files': z.strictObject({
    files: z
      .array(
        z.strictObject({
          token: z.string(),
          name: z.string(),
          /** For this file instead of what stands below for all. */
          own: placement.partial().optional(),
        }),
      )
      .min(1),
    ...placement.shape,
  }),
  /** Reads a file without storing anything. */
  'import.preview': z.strictObject({
    token: z.string(),
    name: z.string(),
    encoding: z.string().nullable(),
    speakers: labels,
  }),
  'sources.list': z.strictObject({}),
  'sources.text': z.strictObject({ source: reference }),
};

export interface ImportOutputs {
  'import.files': ImportOutcome;
  'import.preview': ImportPreview;
  'sources.list': { readonly sources: readonly SourceEntry[] };
  'sources.text': SourceText;
}

export type ImportOutcome =
  | ({
      readonly outcome: 'imported';
      readonly token: string;
      readonly made: Made;
      /** Name of an earlier source that has exactly this text, or had it before an edit. */
      readonly sameTextAs: string | null;
      /** Names given for interviewers that no label of this file has. */
      readonly unknownInterviewers: readonly string[];
      /** How many footnotes, comments … of the file were not imported. */
      readonly leftOut: Readonly<Record<LeftOut, number>>;
    } & SourceEntry)
  | { readonly outcome: 'refused'; readonly token: string; readonly refusal: Refusal };

export interface SourceEntry {
  readonly uid: string;
  readonly number: number;
  readonly name: string;
  readonly fileName: string;
  readonly format: SourceFormat;
  readonly encoding: string | null;
  /** Non-blank lines. */
  readonly paragraphs: number;
  /** Words (Intl.Segmenter) as all tables count them: speaker labels are none. */
  readonly words: number;
  /** Word count as Chinese reckons it (字数): each Han character and each other word is one; labels are left out. */
  readonly units: number;
  /** Code points of the whole text. */
  readonly characters: number;
  readonly speakers: readonly SourceSpeaker[];
  /** Those that it belongs to as a whole. */
  readonly cases: readonly string[];
  /** Neither it, nor a passage of it, nor anyone who speaks in it belongs to a case. */
  readonly inNoCase: boolean;
  readonly phase: string | null;
  /** How its speakers' labels are written (see findSpeakers), where a person chose that; else null. */
  readonly labelPattern: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly codings: number;
}

export interface SourceSpeaker {
  readonly uid: string;
  readonly name: string;
  readonly turns: number;
  readonly role: SpeakerRole;
}

export interface SourceText {
  readonly uid: string;
  readonly number: number;
  readonly name: string;
  readonly text: string;
}

export type ImportPreview =
  | {
      readonly outcome: 'readable';
      readonly format: SourceFormat;
      readonly encoding: string | null;
      readonly paragraphs: number;
      readonly words: number;
      readonly units: number;
      readonly characters: number;
      readonly speakers: readonly {
        readonly name: string;
        readonly turns: number;
        readonly role: SpeakerRole;
      }[];
      /** The ways in which lines of the text name who speaks, by how many. */
      readonly patterns: readonly FoundPattern[];
      readonly leftOut: Readonly<Record<LeftOut, number>>;
      /** The first 4,000 UTF-16 units of the text, and the labels in them. */
      readonly glance: string;
      readonly labels: readonly { readonly start: number; readonly end: number; readonly speaker: number }[];
      /** Name of a source of the project that has exactly this text, or had it before an edit. */
      readonly sameTextAs: string | null;
    }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };
