// The words of a refusal, apart from the refusal itself: what only refuses carries no dictionaries.
import type { Refusal } from './refused.ts';
import { isWordKey, say, type Language } from './words/say.ts';

/** The sentence of a refusal in the reader's language. */
export function sayRefusal(language: Language, refusal: Refusal): string {
  return sayNearest(language, refusal) ?? say(language, refusal.key, refusal.values);
}

/** The sentence that offers the name which was perhaps meant; null where none is known. */
export function sayNearest(language: Language, { key, values }: Refusal): string | null {
  const near = `near.${key}`;
  return 'near' in values && isWordKey(near) ? say(language, near, values) : null;
}
