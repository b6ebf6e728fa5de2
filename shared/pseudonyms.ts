// Pseudonyms: names that are replaced in what leaves the project. The stored texts keep every letter and every position.
import { must } from './must.ts';
import { isInsideWord } from './text/whole-words.ts';

export interface Pseudonym {
  readonly name: string;
  readonly pseudonym: string;
}

/** A name in a text, half-open in UTF-16 units, and what stands for it there. */
export interface NameHit {
  readonly start: number;
  readonly end: number;
  /** As the list has it. */
  readonly name: string;
  readonly pseudonym: string;
}

/**
 * Finds the names of the list in a text, in its order. Where names overlap the one that begins first counts, of those the
 * longest. In scripts with blanks between words a name is a whole word, so that “Lin” stands in “Lin’s” and not in “Linda”;
 * in Chinese it is found anywhere. Letter case counts, but that a name in capitals is found too, and one of several words
 * in any case and with any blank, hyphen or underscore between them (“ferry-street”); its pseudonym takes that form.
 */
export function nameFinder(list: readonly Pseudonym[]): (text: string) => NameHit[] {
  const known = new Map(list.map((each) => [nameKey(each.name), each]));
  const longestFirst = [...known.values()].toSorted((a, b) => b.name.length - a.name.length);
  const forms = Map.groupBy(longestFirst.flatMap(formsOf), ({ first }) => first);
  if (forms.size === 0) return () => [];
  const starts = new RegExp(`[${[...forms.keys()].map(escaped).join('')}]`, 'gu');
  const patterns = new Map(
    [...forms].map(([first, same]) => [first, new RegExp(same.map(({ source }) => source).join('|'), 'uy')]),
  );
  /** The longest name that begins there. */
  const hitAt = (text: string, start: number, first: string): NameHit | undefined => {
    const any = must(patterns.get(first), 'names that begin so');
    if (isInsideWord(text, start) || matchAt(any, text, start) === undefined) return undefined;
    for (const { pattern, entry } of forms.get(first) ?? []) {
      const found = matchAt(pattern, text, start);
      if (found === undefined || isInsideWord(text, start + found.length)) continue;
      return { start, end: start + found.length, name: entry.name, pseudonym: shapedLike(found, entry) };
    }
    return undefined;
  };
  return (text) => {
    const hits: NameHit[] = [];
    starts.lastIndex = 0;
    for (let next = starts.exec(text); next !== null; next = starts.exec(text)) {
      const hit = hitAt(text, next.index, next[0]);
      if (hit === undefined) continue;
      hits.push(hit);
      starts.lastIndex = hit.end;
    }
    return hits;
  };
}

function matchAt(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}

/**
 * A text in pieces with the pseudonyms of `hits`, which a finder found in all of it; a name over several pieces gives way
 * where it begins.
 */
export function withPseudonyms(pieces: readonly string[], hits: readonly NameHit[]): string[] {
  let from = 0;
  return pieces.map((piece) => {
    const to = from + piece.length;
    let at = from;
    let named = '';
    for (const hit of hits) {
      if (hit.end <= from || hit.start >= to) continue;
      named += piece.slice(at - from, Math.max(hit.start, from) - from);
      if (hit.start >= from) named += hit.pseudonym;
      at = Math.min(hit.end, to);
    }
    named += piece.slice(at - from);
    from = to;
    return named;
  });
}

/** Puts pseudonyms for names in what leaves, and counts them. */
export interface Renamer {
  readonly text: (text: string) => string;
  /** A text in pieces. */
  readonly pieces: (pieces: readonly string[]) => string[];
  /** Every text in a JSON-safe value, at any depth. */
  readonly all: <T>(value: T) => T;
  /** At how many places a pseudonym stands so far; null where names leave as they are. */
  readonly replaced: () => number | null;
}

/** Of an empty list the names leave as they are. */
export function createRenamer(list: readonly Pseudonym[]): Renamer {
  const find = nameFinder(list);
  let replaced = 0;
  const pieces = (originals: readonly string[]): string[] => {
    const hits = find(originals.join(''));
    replaced += hits.length;
    return withPseudonyms(originals, hits);
  };
  const text = (original: string): string => pieces([original]).join('');
  const all = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(all);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, all(inside)]));
  };
  return {
    text,
    pieces,
    all: <T>(value: T) => all(value) as T,
    replaced: () => (list.length === 0 ? null : replaced),
  };
}

/**
 * Pseudonyms that say nothing of who or what is meant: `words` has the word for each kind, to be numbered on from the list.
 * One that holds a name (“Case 1”, where a case is called so) is left out; where the word itself is a name, every one holds it.
 */
export function neutralPseudonyms<K extends string>(
  names: readonly { readonly name: string; readonly kind: K }[],
  listed: readonly Pseudonym[],
  words: (kind: K, n: number) => string,
): Pseudonym[] {
  const find = nameFinder([...listed, ...names.map(({ name }) => ({ name, pseudonym: '' }))]);
  const taken = new Set(listed.map(({ pseudonym }) => pseudonym));
  const isFree = (pseudonym: string): boolean => !taken.has(pseudonym) && find(pseudonym).length === 0;
  // Each name and each pseudonym stands in the way of one number.
  const most = 2 * (names.length + listed.length);
  return names.map(({ name, kind }) => {
    let n = 1;
    while (n <= most && !isFree(words(kind, n))) n += 1;
    const pseudonym = words(kind, n);
    taken.add(pseudonym);
    return { name, pseudonym };
  });
}

/** The same for all forms in which one name is found, and for no two names of a list. */
export function nameKey(name: string): string {
  return name.normalize('NFC').replaceAll(apostrophe, "'").replaceAll(between, ' ').trim().toLowerCase();
}

const between = /[\s\-_‐‑–·•・‧]+/gu;
const apostrophe = /[’‘ʼ＇]/gu;
/** A way in which a name is written: its first character, and a pattern of all of it. */
interface Form {
  readonly first: string;
  readonly source: string;
  readonly pattern: RegExp;
  readonly entry: Pseudonym;
}

/** Initials and short words in capitals are too often something else. */
const shortestInCapitals = 3;

function formsOf(entry: Pseudonym): Form[] {
  const words = entry.name.split(between).filter((word) => word !== '');
  const isOneWord = words.length === 1;
  const inOneCase = [words, words.map((word) => word.normalize('NFD'))];
  const capitals =
    isOneWord && entry.name.length >= shortestInCapitals ? [words.map((word) => word.toUpperCase())] : [];
  return [...inOneCase, ...capitals].flatMap((written) => {
    const source = written.map((word) => literal(word, !isOneWord)).join(between.source);
    const pattern = new RegExp(source, 'uy');
    const [first = ''] = written[0] ?? '';
    const firsts = isOneWord ? [first] : casesOf(first).flatMap(([begins = '']) => begins);
    return [...new Set(firsts)].map((each) => ({ first: each, source, pattern, entry }));
  });
}

function literal(text: string, anyCase: boolean): string {
  return Array.from(text, (character) => {
    if (/^[’‘ʼ＇']$/u.test(character)) return "['’‘ʼ＇]";
    const cases = (anyCase ? casesOf(character) : [character]).map(escaped);
    return cases.length === 1 ? cases[0] : `(?:${cases.join('|')})`;
  }).join('');
}

/** A character as it is, small and in capitals, which may be several: “ß” is “SS”. */
const casesOf = (character: string): string[] => [
  ...new Set([character, character.toLowerCase(), character.toUpperCase()]),
];

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The pseudonym as the name was written: in capitals, in small letters, with hyphens between its words. */
function shapedLike(found: string, { name, pseudonym }: Pseudonym): string {
  const [mark = ' '] = found.match(/[-_]/u) ?? [];
  const joined =
    /\s/u.test(name.trim()) && !/\s/u.test(found) ? pseudonym.replaceAll(/\s+/gu, mark) : pseudonym;
  if (found === name || !/\p{Ll}|\p{Lu}/u.test(found)) return joined;
  if (found === found.toUpperCase()) return joined.toUpperCase();
  return found === found.toLowerCase() ? joined.toLowerCase() : joined;
}
