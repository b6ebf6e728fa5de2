// Contract of links: directed, typed, optionally signed relations between two codings, and the project's types of them.
import { z } from 'zod';
import type { CodingEntry } from './coding.ts';
import { codingId, longest, prose, reference, things } from './parts.ts';

/** +1 strengthens, -1 weakens, 0 neither of the two. */
const sign = z.int().min(-1).max(1).nullable();

const link = z.strictObject({
  /** Given by the caller for a new link. */
  id: z.string().min(1).max(longest.codingId).nullable(),
  from: codingId,
  to: codingId,
  type: reference,
  sign,
  memo: prose.nullable(),
  coder: reference.nullable(),
});

export const linkInputs = {
  'relation-types.list': z.strictObject({}),
  /** A type of the person's own, last in the list. Refuses a name or key that another one answers to. */
  'relation-types.add': z.strictObject({
    name: reference,
    alsoName: prose.nullable(),
    directed: z.boolean(),
    signed: z.boolean(),
  }),
  /** What is left out stays; the key never changes. Refuses to take the sign from a type whose links have one. */
  'relation-types.update': z.strictObject({
    type: reference,
    name: reference.optional(),
    alsoName: prose.nullable().optional(),
    directed: z.boolean().optional(),
    signed: z.boolean().optional(),
    /** The codes that its links join from now on, all of them; none: any. */
    between: things.optional(),
  }),
  /**
   * Removes the type. With links of it: 'refuse' refuses (saying how many), 'remove' removes the links too, a type's
   * reference gives them that type; there they lose a sign that it has not, and one that is there already is joined. One act.
   */
  'relation-types.remove': z.strictObject({
    type: reference,
    links: z.union([z.enum(['refuse', 'remove']), z.strictObject({ moveTo: reference })]),
  }),
  /** The links of a source's codings, at either end, or of one coding; with neither, all of the project. */
  'links.list': z.strictObject({ source: reference.nullable(), coding: codingId.nullable() }),
  /**
   * Links two codings, also of two sources. The same link by the same coder is stored once: adding it again is harmless
   * and gives it a sign or a memo that it lacks. Refuses a coding with itself and a sign where the type has none.
   */
  'links.add': link,
  /** Makes a type with the name `type` and links with it: one act. Refuses a name or key that another type answers to. */
  'links.addNew': link.extend({ directed: z.boolean(), signed: z.boolean() }),
  /** What is left out stays; `turn` makes the link point the other way; an empty memo takes it away. */
  'links.update': z.strictObject({
    id: codingId,
    type: reference.optional(),
    sign: sign.optional(),
    memo: prose.optional(),
    turn: z.literal(true).optional(),
  }),
  'links.remove': z.strictObject({ id: codingId }),
};

export interface LinkOutputs {
  'relation-types.list': { readonly types: readonly RelationTypeEntry[] };
  'relation-types.add': RelationTypeEntry;
  'relation-types.update': RelationTypeEntry;
  'relation-types.remove': null;
  'links.list': { readonly links: readonly LinkEntry[] };
  'links.add': LinkAdded;
  'links.addNew': LinkAdded;
  'links.update': LinkEntry;
  'links.remove': LinkEntry;
}

/** A type of links: "builds", "contradicts". */
export interface RelationTypeEntry {
  readonly uid: string;
  /** Short and lasting, the same in every language: 'draws-on'. */
  readonly key: string;
  readonly name: string;
  /** Its name in the project's other language. */
  readonly alsoName: string | null;
  /** False: the two ends say the same of each other, as in "contradicts". */
  readonly directed: boolean;
  /** Its links may say whether they strengthen or weaken. */
  readonly signed: boolean;
  /** uids of the codes whose codings, or those of their sub-codes, it joins; empty: any. It is advice, not a ban. */
  readonly between: readonly string[];
  readonly links: number;
}

export interface LinkEntry {
  readonly id: string;
  /** Key of the type. */
  readonly type: string;
  readonly typeName: string;
  readonly directed: boolean;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  readonly sign: -1 | 0 | 1 | null;
  readonly memo: string | null;
  readonly coder: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface LinkAdded extends LinkEntry {
  readonly outcome: 'added' | 'already there';
}

/** A coding as the end of a link; `coder` is whose coding it is. */
export interface LinkEnd extends CodingEntry {
  readonly sourceUid: string;
  readonly codeUid: string;
}
