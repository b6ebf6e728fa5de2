// Contract of editing texts: splices, corrected files and earlier versions become the text, and the codings follow; drafts.
import { z } from 'zod';
import type { Splice } from '../text/splices.ts';
import type { SourceReading, SourceCoding } from './reading.ts';
import { longest, position, reference } from './parts.ts';

/** Text as a source holds it (see cleanTyped). */
const sourceText = z
  .string()
  .max(20_000_000)
  .refine((text) => text.isWellFormed() && !/[\r\0]/.test(text), 'text with plain line breaks');

const splices = z.array(z.strictObject({ start: position, end: position, text: sourceText })).max(200_000);

/** What is to become of the text. */
const textChange = z.discriminatedUnion('kind', [
  /** One after the other, each in positions of the text that the one before left. */
  z.strictObject({ kind: z.literal('splices'), splices }),
  /** A turn, counted from 0, is said by somebody else: its label names this speaker. */
  z.strictObject({ kind: z.literal('speaker'), turn: z.int().min(0), speaker: reference }),
  /** The text of a file takes the place of the text. */
  z.strictObject({
    kind: z.literal('file'),
    token: z.string(),
    name: z.string(),
    encoding: z.string().nullable(),
  }),
  /** An earlier version comes back, with the codings that it had. */
  z.strictObject({ kind: z.literal('version'), version: z.string() }),
]);

const edited = z.strictObject({
  source: reference,
  /** Hash of the text that the change was made on: refused where the stored text is another one by now. */
  base: z.string(),
  change: textChange,
});

export const editingInputs = {
  /** What the change would do to the codings; nothing is stored. */
  'sources.previewEdit': edited,
  /** Changes the text, and with it all that stands in it, in one act. */
  'sources.edit': z.strictObject({
    ...edited.shape,
    /** For codings that the preview lists: taken away, or put on a passage of the text as it is after the change. */
    decisions: z.array(
      z.union([
        z.strictObject({ id: z.string().max(longest.codingId), remove: z.literal(true) }),
        z.strictObject({ id: z.string().max(longest.codingId), start: position, end: position }),
      ]),
    ),
    /** True: codings of which nothing is left, and for which nothing is decided, are taken away; else that is refused. */
    leaveOut: z.boolean(),
    /** The draft that is done with. */
    draft: z.string().nullable(),
  }),
  /** The latest first; the first is the text as it is. */
  'sources.versions': z.strictObject({ source: reference }),
  'sources.version': z.strictObject({ source: reference, version: z.string() }),
  /** Keeps what was typed so far: durable when this answers, no act of the history. */
  'sources.keepDraft': z.strictObject({
    id: z.string().min(1).max(100),
    source: reference,
    base: z.string(),
    splices,
  }),
  /** Those of a source, the oldest first. */
  'sources.drafts': z.strictObject({ source: reference }),
  'sources.dropDraft': z.strictObject({ id: z.string() }),
  /** Streams one null and stays open: as long as it is, the draft belongs to a window that is there. */
  'sources.holdDraft': z.strictObject({ id: z.string() }),
};

export interface EditingOutputs {
  'sources.previewEdit': EditPreview;
  'sources.edit': EditOutcome;
  'sources.versions': { readonly versions: readonly VersionEntry[] };
  'sources.version': VersionReading;
  'sources.keepDraft': null;
  'sources.drafts': { readonly drafts: readonly DraftEntry[] };
  'sources.dropDraft': null;
  'sources.holdDraft': null;
}

/** What becomes of the codings of all coders. */
interface EditCounts {
  /** Codings that keep their words. */
  readonly follow: number;
  /** Codings of an earlier version that were taken away since and come back with it. */
  readonly returned: number;
  /** Passages of cases of which nothing is left. */
  readonly passagesLost: number;
}

export interface EditPreview extends EditCounts {
  /** The text after the change. */
  readonly text: string;
  readonly touched: readonly TouchedCoding[];
}

export interface EditOutcome extends EditCounts {
  /** Hash of the text as it is now. */
  readonly content: string;
  readonly touched: readonly TouchedCoding[];
  readonly removed: number;
}

/** A coding whose words are not the same after the change. */
export interface TouchedCoding {
  readonly id: string;
  /** uid of the code. */
  readonly code: string;
  readonly codeName: string;
  readonly coder: string;
  /**
   * 'changed': other words stand there now. 'found': its words stand elsewhere, at one place. 'lost': nothing is left.
   * 'same': equal to another coding of this coder now, which takes over its memos. 'gone': of an earlier version, and its
   * code or coder is no longer there.
   */
  readonly what: 'changed' | 'found' | 'lost' | 'same' | 'gone';
  readonly before: string;
  /** Null where it has no place. */
  readonly after: string | null;
  /** In the text after the change; where it has no place, an empty span near where it was. */
  readonly start: number;
  readonly end: number;
  /** Of `start`, counted from 1. */
  readonly paragraph: number;
}

export interface VersionEntry {
  /** null: the text as it is. */
  readonly id: string | null;
  /** When it became the text (ISO 8601, UTC), and through whom; null where that is not known. */
  readonly at: string;
  readonly coder: string | null;
  /** Name of the act: 'import.files', 'sources.edit' … */
  readonly how: string;
  readonly paragraphs: number;
  readonly characters: number;
  readonly codings: number;
}

export interface VersionReading extends Pick<SourceReading, 'text' | 'labels' | 'speakers'> {
  readonly codings: readonly Pick<SourceCoding, 'id' | 'code' | 'start' | 'end' | 'coder'>[];
}

export interface DraftEntry {
  readonly id: string;
  readonly coder: string;
  readonly at: string;
  /** A window is writing it. */
  readonly held: boolean;
  readonly base: string;
  /** The text that the splices belong to. */
  readonly baseText: string;
  readonly splices: readonly Splice[];
}
