// Contract of pseudonyms: the list of names that are replaced in what leaves the project.
import { z } from 'zod';
import type { Pseudonym } from '../pseudonyms.ts';
import { reference } from './parts.ts';

export const pseudonymInputs = {
  'pseudonyms.list': z.strictObject({}),
  /**
   * Adds names, or gives those that are there another pseudonym. Refuses a name without a letter or digit, and a pseudonym
   * in which a name of the list stands: what left the project would have it again.
   */
  'pseudonyms.set': z.strictObject({
    pseudonyms: z
      .array(z.strictObject({ name: reference, pseudonym: reference }))
      .min(1)
      .max(10_000),
  }),
  'pseudonyms.remove': z.strictObject({ name: reference }),
  /** Where the name stands in the texts: all are counted, `most` are shown. */
  'pseudonyms.find': z.strictObject({ name: reference, most: z.int().min(0).max(1000) }),
};

export interface PseudonymOutputs {
  'pseudonyms.list': {
    /** In the order of the names. */
    readonly pseudonyms: readonly Pseudonym[];
    /** Names of cases and speakers that have no pseudonym and are found in no other name of the list. */
    readonly suggested: readonly SuggestedName[];
  };
  'pseudonyms.set': null;
  'pseudonyms.remove': null;
  'pseudonyms.find': {
    readonly places: number;
    readonly sources: number;
    readonly shown: readonly FoundName[];
  };
}

export interface SuggestedName {
  readonly name: string;
  readonly kind: 'case' | 'speaker';
}

/** A place in a text: the name as it is written there, with the words around it. */
export interface FoundName {
  readonly source: string;
  readonly sourceUid: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly name: string;
  readonly after: string;
}
