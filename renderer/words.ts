// Words on screen, in the language that the person chose.
import type { Refusal } from '../shared/refused.ts';
import { sayRefusal } from '../shared/say-refused.ts';
import { say, type Language, type Values, type WordKey } from '../shared/words/say.ts';
import { settings } from './settings.ts';
import { useStore } from './store.ts';

export interface Words {
  readonly language: Language;
  readonly say: (key: WordKey, values?: Values) => string;
  readonly refusal: (refusal: Refusal) => string;
}

/** The words in the chosen language; the component is drawn anew when the language changes. */
export function useWords(): Words {
  return wordsIn(useStore(settings, (value) => value.language));
}

/** The words outside components. */
export function words(): Words {
  return wordsIn(settings.get().language);
}

const known = new Map<Language, Words>();

/** The same object for the same language: what is made of its words stands. */
function wordsIn(language: Language): Words {
  const words = known.get(language) ?? {
    language,
    say: (key, values) => say(language, key, values),
    refusal: (refusal) => sayRefusal(language, refusal),
  };
  known.set(language, words);
  return words;
}
