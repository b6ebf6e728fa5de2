// Every sentence a person reads is looked up here: key and values in, a sentence in the reader's language out.
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

export type Language = 'en' | 'zh';
export type WordKey = keyof typeof en;
/** A list is written with the language's own marks between its members. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>;

const listMark: Readonly<Record<Language, string>> = { en: ', ', zh: '、' };
const dictionaries: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en, zh };

/**
 * The sentence `key` in `language`. `{name}` is replaced by `values.name`; `{n|source|sources}` by `one` when
 * values.n is 1 and by `many` otherwise (the number itself is not printed). A missing value is a bug and throws.
 */
export function say(language: Language, key: WordKey, values: Values = {}): string {
  return dictionaries[language][key].replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one: string | undefined, many: string | undefined) => {
      const value = values[name];
      if (value === undefined) throw new Error(`The words "${key}" miss the value "${name}"`);
      if (typeof value === 'object') return listed(language, value);
      if (one === undefined || many === undefined) return String(value);
      return Number(value) === 1 ? one : many;
    },
  );
}

/** The members with the language's own mark between them: “a, b”, “a、b”. */
export function listed(language: Language, members: readonly string[]): string {
  return members.join(listMark[language]);
}

/** True when `key` is a sentence of the program. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(en, key);
}
