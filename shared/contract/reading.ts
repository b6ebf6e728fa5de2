// Contract of the reading and coding room: a source as it is read, its codings, and what may be changed in them.
import { z } from 'zod';
import type { SpeakerRole } from '../import/document.ts';
import type { CodingEntry, Made } from './coding.ts';
import type { SourceEntry } from './import.ts';
import { attributeValue, codingId, most, position, prose, reference, things } from './parts.ts';

const belonging = {
  phase: reference.nullable().optional(),
  cases: things.optional(),
  /** The one case instead of `cases`, made where there is none of this name. */
  newCase: reference.optional(),
  attributes: z.array(attributeValue).max(most.things).optional(),
};

export const readingInputs = {
  'sources.read': z.strictObject({ source: reference }),
  /** Renames a source, gives it another phase (null: none), other cases or values; what is left out stays. */
  'sources.update': z.strictObject({ source: reference, name: reference.optional(), ...belonging }),
  /** The same for several sources, as one act. */
  'sources.updateMany': z.strictObject({ sources: things.min(1), ...belonging }),
  /** Removes the source with its codings (one act). */
  'sources.remove': z.strictObject({ source: reference }),
  'speakers.update': z.strictObject({
    speaker: reference,
    name: reference.optional(),
    role: z.enum(['respondent', 'interviewer']).optional(),
  }),
  /** Those of a source; `only` asks for some of them, by id. */
  'codings.list': z.strictObject({ source: reference, only: z.array(codingId).max(most.codings).optional() }),
  /** What is left out stays as it is. A change that makes the coding equal to another one is refused. */
  'codings.update': z.strictObject({
    id: z.string(),
    start: position.optional(),
    end: position.optional(),
    code: reference.optional(),
    phase: reference.nullable().optional(),
    level: z.int().min(1).max(3).nullable().optional(),
    direction: z.int().min(-1).max(1).nullable().optional(),
    weight: z.number().nullable().optional(),
    /** '' takes the memo away. */
    memo: prose.optional(),
  }),
};

export interface ReadingOutputs {
  'sources.read': SourceReading;
  'sources.update': SourceEntry & { readonly made: Made };
  'sources.updateMany': { readonly changed: number };
  'sources.remove': null;
  'speakers.update': null;
  'codings.list': { readonly codings: readonly SourceCoding[] };
  'codings.update': CodingEntry;
}

export interface SourceReading {
  readonly uid: string;
  readonly number: number;
  readonly name: string;
  readonly text: string;
  /** Hash of the text: what an edit of it names as its base. */
  readonly content: string;
  readonly cases: readonly string[];
  readonly phase: string | null;
  readonly speakers: readonly ReadingSpeaker[];
  /** In order; a turn reaches from its label to the next one. `speaker` is a place in `speakers`. */
  readonly labels: readonly { readonly start: number; readonly end: number; readonly speaker: number }[];
}

interface ReadingSpeaker {
  readonly uid: string;
  readonly name: string;
  readonly role: SpeakerRole;
}

/** A coding as the reading room shows it; positions are UTF-16 units of the source's text. */
export interface SourceCoding {
  readonly id: string;
  /** uid of the code. */
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly coder: string;
  /** The coding's own phase, null where it takes the source's. */
  readonly phase: string | null;
  readonly level: number | null;
  readonly direction: number | null;
  readonly weight: number | null;
  readonly memo: string | null;
}
