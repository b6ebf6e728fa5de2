// The one error whose words reach the person: an expected "no" that says what to do.
import { isWordKey, say, type Language, type Values, type WordKey } from './words/say.ts';

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

/** The sentence of a refusal in the reader's language. */
export function sayRefusal(language: Language, refusal: Refusal): string {
  return sayNearest(language, refusal) ?? say(language, refusal.key, refusal.values);
}

/** The sentence that offers the name which was perhaps meant; null where none is known. */
export function sayNearest(language: Language, { key, values }: Refusal): string | null {
  const near = `near.${key}`;
  return 'near' in values && isWordKey(near) ? say(language, near, values) : null;
}
