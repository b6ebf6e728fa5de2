// Finding the thing that a name means, or refusing with the name that was perhaps meant.
import { named, type Named } from './names.ts';
import { nearestName } from './nearest.ts';
import { Refused, type RefusalKey } from './refused.ts';

/**
 * The one of `things` that `reference` names (see `named`). Refuses with `unknown` when there is none, with the nearest of
 * `known`, which are the names and short ids of all things unless others are given.
 */
export function findNamed<T extends Named>(
  things: readonly T[],
  reference: string,
  unknown: RefusalKey,
  known = things.flatMap(({ names, shortId }) => [...(shortId ? [shortId] : []), ...names]),
): T {
  const found = named(things, reference);
  if (found) return found;
  throw unknownName(unknown, reference, known);
}

/** The refusal of a name ({name}) that nothing has; {near} is the one of `known` that was perhaps meant, if any. */
export function unknownName(unknown: RefusalKey, name: string, known: readonly string[]): Refused {
  const near = nearestName(name, known);
  return new Refused(unknown, near === null ? { name } : { name, near });
}
