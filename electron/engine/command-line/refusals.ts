// What a refusal says at a terminal: the option or the command that helps stands in the sentence.
import type { Refusal } from '../../../shared/refused.ts';
import { sayNearest, sayRefusal } from '../../../shared/say-refused.ts';
import { isWordKey, say, type Language } from '../../../shared/words/say.ts';

/** `project` is the project as it was written on the command line; null where none was. */
export function sayAtTerminal(language: Language, refusal: Refusal, project: string | null): string {
  const nearest = sayNearest(language, refusal);
  if (nearest !== null) return nearest;
  const key = `terminal.${refusal.key}`;
  if (!isWordKey(key)) return sayRefusal(language, refusal);
  const named = project === null ? say(language, 'value.project') : quoted(project);
  const typed = quoted(String(refusal.values['source'] ?? ''));
  return say(language, key, { ...refusal.values, project: named, typed });
}

/** As it can be typed again. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}._/-]+$/u.test(word) ? word : `"${word}"`;
}
