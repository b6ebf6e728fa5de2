// Contract of drafts: words of a field that are not stored yet. No act of the history; nobody is told of them.
import { z } from 'zod';
import { prose, reference } from './parts.ts';

export const draftInputs = {
  'drafts.list': z.strictObject({}),
  /**
   * `about` names the field and what it is a field of, as the window wishes (`code/UID/definition`); `base` is what was
   * stored when the writing began, so that a draft is never taken for an answer to newer words.
   */
  'drafts.keep': z.strictObject({ about: reference, base: prose, text: prose }),
  'drafts.drop': z.strictObject({ about: reference }),
};

export interface DraftOutputs {
  /** The latest first. */
  'drafts.list': { readonly drafts: readonly Draft[] };
  'drafts.keep': null;
  'drafts.drop': null;
}

export interface Draft {
  readonly about: string;
  readonly base: string;
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
}
