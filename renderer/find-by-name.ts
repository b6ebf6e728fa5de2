// Whether a name answers to what was typed: part of it, first letters of its words, or pinyin and its initials.
import { pinyin } from 'pinyin-pro';
import { fold } from '../shared/names.ts';

interface NameKeys {
  readonly plain: string;
  /** First letters of the words, or of the pinyin of each Han character. */
  readonly initials: string;
  /** Pinyin without tones and blanks; '' without Han characters. */
  readonly spelled: string;
}

const known = new Map<string, NameKeys>();

/** True when each word typed is found in one of the names. */
export function answersTo(names: readonly string[], typed: string): boolean {
  const words = fold(typed).split(' ').filter(Boolean);
  return words.every((word) => names.some((name) => rank(name, word) > 0));
}

/**
 * The items that answer to every typed word, the best first, equals in their own order; all of them where nothing is
 * typed. `score` tells how well an item answers to one word, 0 for not at all.
 */
export function bestFirst<T>(
  items: readonly T[],
  typed: string,
  score: (item: T, word: string) => number,
): readonly T[] {
  const words = fold(typed).split(' ').filter(Boolean);
  if (words.length === 0) return items;
  return items
    .flatMap((item) => {
      const scores = words.map((word) => score(item, word));
      return scores.includes(0) ? [] : [{ item, score: scores.reduce((sum, each) => sum + each, 0) }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

/** How well `name` answers to one typed word: 0 not at all; the whole name best, then its start. */
export function rank(name: string, word: string): number {
  const { plain, initials, spelled } = keysOf(name);
  if (plain === word) return 5;
  if (plain.startsWith(word)) return 4;
  if (plain.includes(` ${word}`)) return 3;
  if (initials.startsWith(word) || spelled.startsWith(word)) return 2;
  return plain.includes(word) || spelled.includes(word) ? 1 : 0;
}

function keysOf(name: string): NameKeys {
  let keys = known.get(name);
  if (!keys) {
    const han = /\p{Script=Han}/u.test(name);
    const syllables = han ? pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }) : [];
    const words = fold(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    keys = {
      plain: fold(name),
      initials: (han ? syllables : words)
        .map((part) => part[0] ?? '')
        .join('')
        .toLowerCase(),
      spelled: syllables.join('').toLowerCase(),
    };
    known.set(name, keys);
  }
  return keys;
}
