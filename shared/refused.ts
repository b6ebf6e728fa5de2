// The one error whose words reach the person: an expected "no" that says what to do.
import type { Values, WordKey } from './words/say.ts';

/** Keys of refusals: their sentence in shared/words says what was refused and what to do. */
export type RefusalKey = Extract<WordKey, `refused.${string}`>;

/** A refusal as it travels between processes. */
export interface Refusal {
  readonly key: RefusalKey;
  readonly values: Values;
}

export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(key: RefusalKey, values: Values = {}) {
    super(key);
    this.name = 'Refused';
    this.refusal = { key, values };
  }
}
