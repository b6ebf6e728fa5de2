// The sentence of a fault that the check of a project found, made when it is shown.
import type { Fault } from '../contract/project.ts';
import { isWordKey, type Values, type WordKey } from './say.ts';

/** What is not as stored, in the words of `say`; a table that is not known here is told by its name. */
export function faultSentence(
  say: (key: WordKey, values?: Values) => string,
  { what, table, where }: Fault,
): string {
  const key = `table.${table}`;
  return say(`verify.${what}`, { where, table: isWordKey(key) ? say(key) : (table ?? '') });
}
