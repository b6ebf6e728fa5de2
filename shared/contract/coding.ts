// Contract of the stages cases and coding: cases with attributes, the codebook, codings.
import { z } from 'zod';
import { shortIdPattern } from '../names.ts';
import { attributeValue, longest, most, position, prose, reference, things } from './parts.ts';

const coding = z.strictObject({
  /** Given by the caller for a new coding; adding the same coding again is harmless, whatever its id. */
  id: z.string().min(1).max(longest.codingId).nullable(),
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
});

const someCodings = z.array(z.string()).min(1).max(100_000);

export const codingInputs = {
  'cases.list': z.strictObject({}),
  /** Makes the case where there is none of this name, then adds what is given; an empty value takes one away. */
  'cases.set': z.strictObject({
    name: reference,
    attributes: z.array(attributeValue).max(most.things),
    sources: things,
    speakers: things,
  }),
  'codes.list': z.strictObject({}),
  'codes.add': z.strictObject({
    name: reference,
    parent: reference.nullable(),
    shortId: z.string().regex(shortIdPattern).nullable(),
    definition: prose.nullable(),
  }),
  'codings.add': coding,
  /** Makes a code with the name `code` at the top of the codebook and codes with it: one act. Refuses a name that is taken there. */
  'codings.addNew': coding,
  'codings.remove': z.strictObject({ id: z.string() }),
  /** Several codes on one passage, in one act; each coding gets the memo and the properties. */
  'codings.addMany': coding.omit({ id: true, code: true }).extend({
    codings: z
      .array(coding.pick({ id: true, code: true }))
      .min(1)
      .max(100),
  }),
  /** The same change in many codings, in one act; what is left out stays. A recoded one may join another that is there. */
  'codings.updateMany': z.strictObject({
    ids: someCodings,
    code: reference.optional(),
    phase: reference.nullable().optional(),
    level: coding.shape.level.optional(),
    direction: coding.shape.direction.optional(),
    weight: coding.shape.weight.optional(),
  }),
  'codings.removeMany': z.strictObject({ ids: someCodings }),
  /** Makes two codings of one, at a position in its passage; `newId` is for the second, the first keeps memos and links. */
  'codings.split': z.strictObject({
    id: z.string(),
    at: position,
    newId: z.string().min(1).max(longest.codingId).nullable(),
  }),
  /** Makes one coding of several of one code, coder and source: it reaches from the first to the last of them. */
  'codings.merge': z.strictObject({ ids: someCodings }),
};

export interface CodingOutputs {
  'cases.list': { readonly cases: readonly CaseEntry[] };
  'cases.set': CaseEntry & { readonly made: Made };
  'codes.list': { readonly codes: readonly CodeEntry[] };
  'codes.add': CodeEntry;
  'codings.add': CodingAdded;
  'codings.addNew': { readonly code: CodeEntry; readonly coding: CodingAdded };
  'codings.remove': CodingEntry;
  'codings.addMany': { readonly codings: readonly CodingAdded[] };
  /** `joined`: how many of the changed ones are now part of a coding that was there. */
  'codings.updateMany': { readonly changed: number; readonly joined: number };
  'codings.removeMany': { readonly removed: number };
  /** Both parts, in the order of the text. */
  'codings.split': { readonly codings: readonly CodingEntry[] };
  'codings.merge': CodingEntry;
}

/** What a call made on its way because nothing answered to its name: a slip in a name shows here. */
export interface Made {
  readonly cases: readonly MadeThing[];
  readonly phases: readonly MadeThing[];
  readonly coders: readonly MadeThing[];
  readonly attributes: readonly MadeThing[];
}

export interface MadeThing {
  readonly name: string;
  /** The name among those that were there which was most probably meant; null where none is close. */
  readonly near: string | null;
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
  /** uid of the code above; null at the top. */
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
  readonly outcome: 'added' | 'already there';
  /**
   * What codings that were there took: what they lacked of the properties given here, or the level or phase that the code
   * names; empty where nothing changed and where the coding was added.
   */
  readonly set: readonly PropertyName[];
  /** The span was widened so as not to cut a character. */
  readonly widened: boolean;
  readonly made: Made;
}

export type PropertyName = 'phase' | 'level' | 'direction' | 'weight' | 'memo';
