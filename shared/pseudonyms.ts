// Pseudonyms: names that are replaced in what leaves the project. The stored texts keep every letter and every position.
import { must } from './must.ts';

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
  const foundAt = (text: string, start: number, first: string): string | undefined => {
    const isWhole = (found: string | undefined): boolean =>
      found !== undefined && !isInsideWord(text, start + found.length);
    const found = matchAt(must(patterns.get(first), 'names that begin so'), text, start);
    if (found === undefined || isWhole(found)) return found;
    const shorter = forms.get(first)?.map(({ source }) => matchAt(new RegExp(source, 'uy'), text, start));
    return shorter?.find(isWhole);
  };
  return (text) => {
    const hits: NameHit[] = [];
    starts.lastIndex = 0;
    for (let next = starts.exec(text); next !== null; next = starts.exec(text)) {
      const start = next.index;
      const found = isInsideWord(text, start) ? undefined : foundAt(text, start, next[0]);
      if (found === undefined) continue;
      const entry = must(known.get(nameKey(found)), 'the name that was found');
      const end = start + found.length;
      hits.push({ start, end, name: entry.name, pseudonym: shapedLike(found, entry) });
      starts.lastIndex = end;
    }
    return hits;
  };
}

function matchAt(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}

/** The text with the pseudonyms of `hits`, which a finder found in it. */
export function withPseudonyms(text: string, hits: readonly NameHit[]): string {
  let end = 0;
  const parts = hits.flatMap((hit) => {
    const before = text.slice(end, hit.start);
    end = hit.end;
    return [before, hit.pseudonym];
  });
  return parts.join('') + text.slice(end);
}

/** The same for all forms in which one name is found, and for no two names of a list. */
export function nameKey(name: string): string {
  return name.normalize('NFC').replaceAll(apostrophe, "'").replaceAll(between, ' ').trim().toLowerCase();
}

const between = /[\s\-_‐‑–·•・‧]+/gu;
const apostrophe = /[’‘ʼ＇]/gu;
/** A letter, mark or digit of a script that writes words with blanks between them. */
const inWord =
  /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}]$/u;

function isInsideWord(text: string, position: number): boolean {
  const [after = ''] = text.slice(position, position + 2);
  return (
    inWord.test(after) &&
    inWord.test(Array.from(text.slice(Math.max(0, position - 2), position)).at(-1) ?? '')
  );
}

/** A way in which a name is written: its first character, and a pattern of all of it. */
interface Form {
  readonly first: string;
  readonly source: string;
}

/** Initials and short words in capitals are too often something else. */
const shortestInCapitals = 3;

function formsOf({ name }: Pseudonym): Form[] {
  const words = name.split(between).filter((word) => word !== '');
  const isOneWord = words.length === 1;
  const inOneCase = [words, words.map((word) => word.normalize('NFD'))];
  const capitals =
    isOneWord && name.length >= shortestInCapitals ? [words.map((word) => word.toUpperCase())] : [];
  return [...inOneCase, ...capitals].flatMap((written) => {
    const source = written.map((word) => literal(word, !isOneWord)).join(between.source);
    const [first = ''] = written[0] ?? '';
    const firsts = isOneWord ? [first] : [first, first.toLowerCase(), first.toUpperCase()];
    return [...new Set(firsts)].map((each) => ({ first: each, source }));
  });
}

function literal(text: string, anyCase: boolean): string {
  return Array.from(text, (character) => {
    if (/^[’‘ʼ＇']$/u.test(character)) return "['’‘ʼ＇]";
    const cases = anyCase ? [character.toLowerCase(), character.toUpperCase()] : [character];
    return `[${[...new Set(cases.filter((each) => Array.from(each).length === 1))].map(escaped).join('')}]`;
  }).join('');
}

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
