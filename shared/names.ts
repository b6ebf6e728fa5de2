// Finding the thing a person means: by its name, its short id, its number or its id.
import { Refused, type RefusalKey } from './refused.ts';

export interface Named {
  readonly uid: string;
  readonly names: readonly string[];
  readonly shortId?: string | null;
  readonly number?: number;
}

/**
 * The one of `things` that `reference` names. Tried in turn: exact name, short id, number, id, name in any letter case.
 * Refuses with `unknown` ({name}) when there is none and with `refused.ambiguous` when there are several.
 */
export function findNamed<T extends Named>(things: readonly T[], reference: string, unknown: RefusalKey): T {
  const found = named(things, reference);
  if (found) return found;
  throw new Refused(unknown, { name: reference });
}

/** As `findNamed`; undefined when there is none. */
export function named<T extends Named>(things: readonly T[], reference: string): T | undefined {
  const wanted = fold(reference);
  const ways: ((thing: T) => boolean)[] = [
    (thing) => thing.names.some((name) => clean(name) === clean(reference)),
    (thing) => typeof thing.shortId === 'string' && fold(thing.shortId) === wanted,
    (thing) => thing.number !== undefined && String(thing.number) === wanted,
    (thing) => thing.uid === reference,
    (thing) => thing.names.some((name) => fold(name) === wanted),
  ];
  for (const way of ways) {
    const found = things.filter(way);
    if (found.length > 1)
      throw new Refused('refused.ambiguous', { name: reference, candidates: list(found) });
    if (found[0]) return found[0];
  }
  return undefined;
}

/** NFC, outer white space removed, inner white space as single blanks: the form in which names are stored. */
export function clean(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** For comparing names without regard to letter case or width. */
export function fold(name: string): string {
  return clean(name.normalize('NFKC')).toLowerCase();
}

function list(things: readonly Named[]): string {
  return things.map((thing) => thing.shortId ?? thing.number ?? thing.uid).join(', ');
}
