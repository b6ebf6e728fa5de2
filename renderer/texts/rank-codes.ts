// Which codes answer to what was typed, best first.
import type { ListedCode } from './counts.tsx';
import { fold } from '../../shared/names.ts';
import { bestFirst, rank } from '../find-by-name.ts';

const wholeShortId = 7;
const startOfShortId = 6;

/**
 * The codes that answer to every typed word by short id, name or other name (part, initials, pinyin): the best first,
 * equals in their own order. With nothing typed the codes used come first, the latest at the top.
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

function score({ shortId, name, alsoName }: ListedCode, word: string): number {
  const id = shortId === null ? '' : fold(shortId);
  if (id === word) return wholeShortId;
  if (id.startsWith(word)) return startOfShortId;
  return Math.max(rank(name, word), alsoName === null ? 0 : rank(alsoName, word));
}

/** True when a code bears exactly this name. */
export function isKnownName(codes: readonly ListedCode[], typed: string): boolean {
  const wanted = fold(typed);
  return codes.some(
    ({ name, alsoName }) => fold(name) === wanted || (alsoName !== null && fold(alsoName) === wanted),
  );
}
