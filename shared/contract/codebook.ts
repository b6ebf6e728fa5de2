// Contract of the codebook, cases, attributes and phases as the window edits them.
import { z } from 'zod';
import { shortIdPattern } from '../names.ts';
import type { AttributeType } from '../matrices/corpus.ts';
import { prose, reference, things } from './parts.ts';
import type { CaseEntry, CodeEntry } from './coding.ts';

const color = z.string().regex(/^#[0-9A-Fa-f]{6}$/);

export const codebookInputs = {
  /** What is left out stays; null or '' takes a text away. */
  'codes.update': z.strictObject({
    code: reference,
    name: reference.optional(),
    /** Refused where another code has it. */
    shortId: z.string().regex(shortIdPattern).nullable().optional(),
    alsoName: prose.nullable().optional(),
    color: color.nullable().optional(),
    definition: prose.nullable().optional(),
    useWhen: prose.nullable().optional(),
    notWhen: prose.nullable().optional(),
    example: prose.nullable().optional(),
  }),
  /** Moves the code under `parent` (null: to the top), before the sibling `before` (null: last). */
  'codes.move': z.strictObject({
    code: reference,
    parent: reference.nullable(),
    before: reference.nullable(),
  }),
  /**
   * Removes the code and its sub-codes. With codings on them: 'refuse' refuses (saying how many), 'remove' removes the
   * codings too, a code's reference moves them to that code. One act.
   */
  'codes.remove': z.strictObject({
    code: reference,
    codings: z.union([z.enum(['refuse', 'remove']), z.strictObject({ moveTo: reference })]),
  }),
  'code-sets.list': z.strictObject({}),
  /** Makes the set where there is none of this name, then adds and drops codes. */
  'code-sets.update': z.strictObject({ name: reference, add: things, drop: things }),
  /** Removes the set; its codes stay. */
  'code-sets.remove': z.strictObject({ name: reference }),
  /** A case for each source that has none: the one that its name begins with, else one of its own name. One act. */
  'cases.forSources': z.strictObject({}),
  'cases.rename': z.strictObject({ case: reference, name: reference }),
  /** Removes the case, its attributes and what it gathers; sources and codings stay. */
  'cases.remove': z.strictObject({ case: reference }),
  'cases.detach': z.strictObject({
    case: reference,
    source: reference.nullable(),
    speaker: reference.nullable(),
  }),
  'attributes.list': z.strictObject({}),
  'attributes.add': z.strictObject({
    owner: z.enum(['case', 'source']),
    name: reference,
    type: z.enum(['text', 'number', 'date', 'yes-no', 'choice', 'ordinal']),
    choices: things,
  }),
  'phases.list': z.strictObject({}),
  'phases.add': z.strictObject({ name: reference }),
  'phases.rename': z.strictObject({ phase: reference, name: reference }),
  /** Before the phase `before`, or last. */
  'phases.move': z.strictObject({ phase: reference, before: reference.nullable() }),
  /** Refused while a source or coding has the phase. */
  'phases.remove': z.strictObject({ phase: reference }),
  'coders.list': z.strictObject({}),
  /** Another name for a coder, whose codings stay theirs; refused where another coder has it. */
  'coders.rename': z.strictObject({ coder: reference, name: reference }),
};

export interface CodebookOutputs {
  'codes.update': CodeEntry;
  'codes.move': null;
  'codes.remove': null;
  'code-sets.list': { readonly sets: readonly CodeSetEntry[] };
  'code-sets.update': CodeSetEntry;
  'code-sets.remove': null;
  'cases.forSources': { readonly sources: number; readonly made: number };
  'cases.rename': CaseEntry;
  'cases.remove': null;
  'cases.detach': CaseEntry;
  'attributes.list': { readonly attributes: readonly AttributeEntry[] };
  'attributes.add': null;
  'phases.list': { readonly phases: readonly PhaseEntry[] };
  'phases.add': null;
  'phases.rename': null;
  'phases.move': null;
  'phases.remove': null;
  'coders.rename': null;
  'coders.list': {
    readonly coders: readonly { readonly uid: string; readonly name: string; readonly codings: number }[];
  };
}

/** A flat group of codes; a code may be in many. */
export interface CodeSetEntry {
  readonly uid: string;
  readonly name: string;
  /** Short ids, or names where a code has none, in the order of the codebook. */
  readonly codes: readonly string[];
}

export interface AttributeEntry {
  readonly uid: string;
  readonly owner: 'case' | 'source';
  readonly name: string;
  readonly type: AttributeType;
  readonly choices: readonly string[];
}

export interface PhaseEntry {
  readonly uid: string;
  readonly name: string;
  readonly kind: string | null;
  readonly sources: number;
}
