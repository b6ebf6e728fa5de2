// Contract of the stages cases and coding: cases with attributes, the codebook, codings.
import { z } from 'zod';
import { position, prose, reference } from './parts.ts';

export const codingInputs = {
  'cases.list': z.strictObject({}),
  /** Makes the case where there is none of this name, then adds what is given; an empty value takes one away. */
  'cases.set': z.strictObject({
    name: reference,
    attributes: z.array(z.strictObject({ name: reference, value: prose })),
    sources: z.array(reference),
    speakers: z.array(reference),
  }),
  'codes.list': z.strictObject({}),
  'codes.add': z.strictObject({
    name: reference,
    parent: reference.nullable(),
    shortId: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,11}$/u)
      .nullable(),
    definition: prose.nullable(),
  }),
  'codings.add': z.strictObject({
    /** Given by the caller for a new coding; adding the same coding again is harmless, whatever its id. */
    id: z.string().min(1).max(100).nullable(),
    source: reference,
    code: reference,
    passage: z.union([
      z.strictObject({ start: position, end: position }),
      /** The nth occurrence, from 1; null where there is only one. */
      z.strictObject({ find: z.string(), nth: z.int().nullable() }),
    ]),
    coder: reference.nullable(),
    phase: reference.nullable(),
    level: z.int().min(1).max(3).nullable(),
    direction: z.int().min(-1).max(1).nullable(),
    weight: z.number().nullable(),
    memo: prose.nullable(),
  }),
  'codings.remove': z.strictObject({ id: z.string() }),
};

export interface CodingOutputs {
  'cases.list': { readonly cases: readonly CaseEntry[] };
  'cases.set': CaseEntry;
  'codes.list': { readonly codes: readonly CodeEntry[] };
  'codes.add': CodeEntry;
  'codings.add': CodingAdded;
  'codings.remove': CodingEntry;
}

export interface CaseEntry {
  readonly uid: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly sources: readonly string[];
  readonly speakers: readonly string[];
}

export interface CodeEntry {
  readonly uid: string;
  readonly shortId: string | null;
  readonly number: number;
  readonly name: string;
  /** Its name in the project's other language. */
  readonly alsoName: string | null;
  /** The parent's short id where it has one, else its name. */
  readonly parent: string | null;
  /** 1 at the top. */
  readonly depth: number;
  readonly color: string | null;
  readonly definition: string | null;
  readonly useWhen: string | null;
  readonly notWhen: string | null;
  readonly example: string | null;
  /** False marks a heading: advice, not a ban. */
  readonly applicable: boolean;
  readonly codings: number;
}

export interface CodingEntry {
  readonly id: string;
  readonly source: string;
  /** The code's short id where it has one, else its name. */
  readonly code: string;
  readonly codeName: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly paragraph: number;
  /** Who speaks where the passage begins; within a label, whom it names. */
  readonly speaker: string | null;
  readonly coder: string;
}

export interface CodingAdded extends CodingEntry {
  /** 'set': a coding that was there took what it lacked, or codings of this passage took the level or phase that the code names. */
  readonly outcome: 'added' | 'already there' | 'set';
  /** The span was widened so as not to cut a character. */
  readonly widened: boolean;
}
