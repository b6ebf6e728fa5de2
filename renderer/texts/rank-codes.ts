// Which codes answer to what was typed, best first.
import type { ListedCode } from './counts.tsx';
import { fold } from '../../shared/names.ts';
import { bestFirst, rank } from '../find-by-name.ts';

const wholeShortId = 7;
const startOfShortId = 6;
/** Below every way in which a name answers. */
const lettersInOrder = 0.6;
const inDefinition = 0.3;

/**
 * The codes that answer to every typed word by short id, name or other name (part, initials, pinyin, letters in their
 * order), or by their definition: the best first, equals in their own order. With nothing typed the codes used come
 * first, the latest at the top.
 */
export function rankCodes(
  codes: readonly ListedCode[],
  typed: string,
  used: readonly string[],
): readonly ListedCode[] {
  if (typed.trim() !== '') return bestFirst(codes, typed, score);
  const places = new Map(used.map((uid, place) => [uid, place]));
  const place = ({ uid }: ListedCode): number => places.get(uid) ?? Infinity;
  return codes.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

function score(code: ListedCode, word: string): number {
  const { shortId, name, alsoName } = code;
  const id = shortId === null ? '' : fold(shortId);
  if (id === word) return wholeShortId;
  if (id.startsWith(word)) return startOfShortId;
  const names = alsoName === null ? [name] : [name, alsoName];
  const best = Math.max(...names.map((each) => rank(each, word)));
  if (best > 0) return best;
  if (names.some((each) => hasInOrder(fold(each), word))) return lettersInOrder;
  return definitionOf(code).includes(word) ? inDefinition : 0;
}

/** The letters stand in the name in this order, each run of them at the beginning of a word: "trres" in "trust … residents". */
function hasInOrder(name: string, word: string): boolean {
  if (word.length < 3) return false;
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const from = (part: number, rest: string): boolean => {
    if (rest === '') return true;
    const here = parts[part];
    if (here === undefined) return false;
    for (let taken = sharedStart(here, rest); taken > 0; taken--)
      if (from(part + 1, rest.slice(taken))) return true;
    return from(part + 1, rest);
  };
  return from(0, word);
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function definitionOf({ definition, useWhen }: ListedCode): string {
  return fold(`${definition ?? ''} ${useWhen ?? ''}`);
}

/** True when a code bears exactly this name. */
export function isKnownName(codes: readonly ListedCode[], typed: string): boolean {
  const wanted = fold(typed);
  return codes.some(
    ({ name, alsoName }) => fold(name) === wanted || (alsoName !== null && fold(alsoName) === wanted),
  );
}
