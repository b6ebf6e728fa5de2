// What an act makes on its way because nothing answers to a name, with the name that was perhaps meant.
import type { Made, MadeThing } from '../../../shared/contract/coding.ts';
import { clean } from '../../../shared/names.ts';
import { nearestName } from '../../../shared/nearest.ts';

export const nothingMade: Made = { cases: [], phases: [], coders: [], attributes: [] };

/** The thing that is made for `name`; `known` are the names that were there. */
export function madeThing(name: string, known: readonly string[]): MadeThing {
  return { name: clean(name), near: nearestName(name, known) };
}
