// The text inside a region of a source, or what respondents say there, measured as if there were no other text.
import { must } from '../must.ts';
import { ordinalsOf, type Ordinals } from './layout.ts';
import { at } from './numbers.ts';
import type { Corpus } from './corpus.ts';
import type { Reading, Region } from './reading.ts';
import { isRespondent } from './scope.ts';
import type { TextSum } from './tallies.ts';

export interface Clip {
  readonly ordinals: Ordinals;
  /** By atom: 1 inside; null where all text of the source is inside. */
  readonly inside: Int32Array | null;
  /** Units inside before atom i; one entry more than atoms, the last being all of the clip. */
  readonly before: Int32Array;
}

/** What `sum` asks for of a region's text. */
export function clipOf(corpus: Corpus, reading: Reading, region: Region, sum: TextSum): Clip {
  const ordinals = ordinalsOf(reading.source, sum.unit);
  if (sum.clip === 'whole' || (sum.clip === 'base' && region.whole)) {
    return { ordinals, inside: null, before: ordinals.before };
  }
  const { profiles, profileOf } = reading.layout;
  const saidByRespondent = profiles.map(({ speaker }) => isRespondent(corpus, speaker));
  const inside =
    sum.clip === 'base'
      ? region.inside
      : region.inside.map((flag, atom) => (saidByRespondent[at(profileOf, atom)] === true ? flag : 0));
  const before = new Int32Array(inside.length + 1);
  for (let atom = 0; atom < inside.length; atom++) {
    const length = at(ordinals.before, atom + 1) - at(ordinals.before, atom);
    before[atom + 1] = at(before, atom) + at(inside, atom) * length;
  }
  return { ordinals, inside, before };
}

/** All units inside the clip. */
export function sizeOf({ before }: Clip): number {
  return must(before.at(-1), 'one entry more than atoms');
}

/** The ordinal inside the clip of a coding's start or end, given its ordinal in the source, and the atoms of these edges. */
export function ordinalInside(clip: Clip, ordinal: number, atoms: Int32Array, coding: number): number {
  const { ordinals, inside, before } = clip;
  if (inside === null) return ordinal;
  const atom = at(atoms, coding);
  const within = atom < inside.length && at(inside, atom) === 1 ? ordinal - at(ordinals.before, atom) : 0;
  return at(before, atom) + within;
}
