// The text inside a region of a source, or what respondents say there, measured as if there were no other text.
import { ordinalsOf, type Ordinals } from './layout.ts';
import { at, grown } from './numbers.ts';
import type { Corpus } from './corpus.ts';
import type { Reading, Region } from './reading.ts';
import { isRespondent } from './scope.ts';
import type { TextSum } from './tallies.ts';

const nothing = new Int32Array(1);

/** What one sum asks for of the text, of one region after the other. */
export class Clip {
  /** Of the source at hand, by coding. */
  ordinals: Ordinals = { before: nothing, start: nothing, end: nothing };

  private readonly corpus: Corpus;
  private readonly sum: TextSum;
  /** By profile: inside; null where all text of the source is inside. */
  private inside: readonly boolean[] | null = null;
  private profileOf: Int32Array = nothing;
  /** Units inside before atom i; one entry more than atoms, the last being all of the clip. */
  private before = new Int32Array(256);

  constructor(corpus: Corpus, sum: TextSum) {
    this.corpus = corpus;
    this.sum = sum;
  }

  /** All text of the source is inside. */
  get isWhole(): boolean {
    return this.inside === null;
  }

  /** Turns to a region; answers all units inside. */
  take({ source, layout }: Reading, region: Region): number {
    const { profiles, profileOf } = layout;
    const { unit, clip } = this.sum;
    this.ordinals = ordinalsOf(source, unit);
    this.profileOf = profileOf;
    const whole = clip === 'whole' || (clip === 'base' && region.whole);
    if (whole) this.inside = null;
    else if (clip === 'base') this.inside = region.inside;
    else {
      this.inside = region.inside.map(
        (is, profile) => is && isRespondent(this.corpus, profiles[profile]?.speaker ?? -1),
      );
    }
    const all = this.ordinals.before;
    const atoms = profileOf.length;
    if (this.inside === null) return at(all, atoms);
    const { inside } = this;
    this.before = grown(this.before, atoms + 1);
    const { before } = this;
    let units = 0;
    for (let atom = 0; atom < atoms; atom++) {
      before[atom] = units;
      if (inside[at(profileOf, atom)] === true) units += at(all, atom + 1) - at(all, atom);
    }
    before[atoms] = units;
    return units;
  }

  /** The ordinal inside the clip of a coding's start or end, given its ordinal in the source and the atom of that edge. */
  ordinalInside(ordinal: number, atom: number): number {
    const { inside, profileOf, before } = this;
    if (inside === null) return ordinal;
    const isInside = atom < profileOf.length && inside[at(profileOf, atom)] === true;
    return at(before, atom) + (isInside ? ordinal - at(this.ordinals.before, atom) : 0);
  }
}
