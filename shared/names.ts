// Finding the thing a person means: by its name, its short id, its number or its id.
import { Refused } from './refused.ts';

export interface Named {
  readonly uid: string;
  readonly names: readonly string[];
  readonly shortId?: string | null;
  readonly number?: number;
  /** What tells it apart from others of its name: "Ana (Ferry Street)". */
  readonly label?: string;
}

/**
 * The one of `things` that `reference` names: by an exact name, a short id, a number or an id, else by a label, by a name
 * in any letter case, or by the beginning of an id; undefined when there is none. Refuses with `refused.ambiguous` when
 * there are several, listing what names each of them alone.
 */
export function named<T extends Named>(things: readonly T[], reference: string): T | undefined {
  const found = answering(things, reference);
  if (found.length < 2) return found[0];
  const candidates = found.map((thing) => handleOf(things, thing));
  throw new Refused('refused.ambiguous', { name: reference, candidates });
}

/** All that `reference` may mean. A thing that is called "1" does not hide the one with the number 1. */
function answering<T extends Named>(things: readonly T[], reference: string): T[] {
  const exact = clean(reference);
  const wanted = fold(reference);
  const ways: ((thing: T) => boolean)[] = [
    ({ names, shortId, number, uid }) =>
      names.some((name) => clean(name) === exact) ||
      (typeof shortId === 'string' && fold(shortId) === wanted) ||
      (number !== undefined && String(number) === wanted) ||
      uid === reference,
    ({ names, label }) =>
      [...names, ...(label === undefined ? [] : [label])].some((name) => fold(name) === wanted),
    ({ uid }) => wanted.length >= shortestId && uid.startsWith(wanted),
  ];
  for (const way of ways) {
    const found = things.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

/** No shorter beginning of an id stands for it. */
const shortestId = 8;

/** What names this thing and no other of `things`, as short as it can be. */
function handleOf<T extends Named>(things: readonly T[], thing: T): string {
  const { label, shortId, number, uid, names } = thing;
  const only = (text: string): boolean => answering(things, text).length === 1;
  const plain = [label, shortId, number].find(
    (each) => each !== undefined && each !== null && only(String(each)),
  );
  if (plain !== undefined && plain !== null) return String(plain);
  let length = shortestId;
  while (length < uid.length && !only(uid.slice(0, length))) length += 4;
  return `${uid.slice(0, length)} (${names[0] ?? ''})`;
}

/** NFC, outer white space removed, inner white space as single blanks: the form in which names are stored. */
export function clean(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** For comparing names without regard to letter case or width. */
export function fold(name: string): string {
  return clean(name.normalize('NFKC')).toLowerCase();
}

/** A code's short id: a letter or digit, then up to 11 more, dots, dashes and underscores among them. */
export const shortIdPattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,11}$/u;
