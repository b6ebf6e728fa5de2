// The sentence of an act of the history, made when it is shown.
import type { ActEntry } from '../contract/project.ts';
import { isWordKey, say, type Language, type Values, type WordKey } from './say.ts';

type Told = Pick<ActEntry, 'name' | 'values'>;

/** Some acts are told in another way by what they did. */
function kindOf(name: string, values: Values): string {
  if (name === 'project.create' && values['framework']) return 'project.create-with';
  if (name === 'project.update' && values['renamed']) return 'project.rename';
  if (name === 'import.files' && values['more']) return 'import.files-more';
  if (name === 'relation-types.remove' && values['links']) return 'relation-types.remove-links';
  if (name === 'evidence.judge' && values['taken']) return 'evidence.judge-taken';
  if (name === 'pseudonyms.set' && values['more']) return 'pseudonyms.set-more';
  return name === 'codings.updateMany' && values['code'] ? 'codings.recodeMany' : name;
}

/** What an act did, in the reader's language; an act of a kind that is not known here is told by its name. */
export function actSentence(language: Language, { name, values }: Told): string {
  if (name === 'undo' || name === 'redo') {
    const { act = '?', ...rest } = values;
    return say(language, `history.${name}`, {
      what: actSentence(language, { name: String(act), values: rest }),
    });
  }
  const key = `history.${kindOf(name, values)}`;
  const told = Object.entries(values).map(([what, value]) => `${what}: ${String(value)}`);
  const fallback = told.length === 0 ? name : `${name} (${told.join(', ')})`;
  if (!isWordKey(key)) return fallback;
  try {
    return withClauses(language, say(language, key, values), clausesOf[name] ?? [], values);
  } catch {
    // An act stored by another version may lack a value of today's sentence.
    return fallback;
  }
}

/** What is told of a number: the name of the value, and the clause that holds it. */
type Clause = readonly [value: string, words: WordKey];

/** What became of the codings of an edited text, in the order in which it is told. */
const clausesOf: Readonly<Record<string, readonly Clause[]>> = {
  'sources.edit': [
    ['codings', 'history.edit.codings'],
    ['touched', 'history.edit.touched'],
    ['removed', 'history.edit.removed'],
  ],
  'sources.replace': [
    ['codings', 'history.edit.codings'],
    ['touched', 'history.edit.touched-by-file'],
    ['removed', 'history.edit.removed'],
  ],
  'sources.restoreVersion': [
    ['touched', 'history.edit.touched-later'],
    ['removed', 'history.edit.removed'],
  ],
};

/** The sentence with the clauses whose number is not zero. */
export function withClauses(
  language: Language,
  sentence: string,
  clauses: readonly Clause[],
  values: Values,
): string {
  return clauses
    .filter(([value]) => values[value] !== 0)
    .reduce(
      (act, [, words], place) =>
        say(language, place === 0 ? 'history.edit.first' : 'history.edit.next', {
          act,
          clause: say(language, words, values),
        }),
      sentence,
    );
}
