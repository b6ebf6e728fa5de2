// What a source's text and codings look like to the engine, worked out once per source and kept as long as the source.
import type { CorpusSource } from './corpus.ts';
import { at, countBelow } from './numbers.ts';

/** Who speaks and for which cases: all that dimensions of the text ask about an atom. Equal ones are one object. */
export interface Profile {
  /** Index into the corpus' speakers, -1 for none. */
  readonly speaker: number;
  /** Indexes into the corpus' cases, ascending. */
  readonly cases: readonly number[];
}

/** What text is measured in: code points, words, units of the Chinese word count. */
export type Unit = 'characters' | 'words' | 'units';

/**
 * Ordinals count a unit of the text (atoms only, so no labels) from the start of the source. A stretch [start, end)
 * holds ordinal(end) - ordinal(start) units, and unions of stretches may be taken on ordinals.
 */
export interface Ordinals {
  /** Units before atom i; one entry more than atoms, the last being the whole text. */
  readonly before: Int32Array;
  /** At the start and at the end of each coding. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

export interface Layout {
  readonly profiles: readonly Profile[];
  /** Index of each atom's profile; -1 for an atom without text. */
  readonly profileOf: Int32Array;
  /** The first atom that ends after the coding's start (its end); the number of atoms where there is none. */
  readonly startAtom: Int32Array;
  readonly endAtom: Int32Array;
  /** By coding: which of `mixes` it has text of. */
  readonly mixOf: Int32Array;
  /** Sets of profiles, ascending; the first is empty, of codings that lie in labels, if there are any. */
  readonly mixes: readonly (readonly number[])[];
  /** Some coding has no text. */
  readonly hasTextless: boolean;
  /** Codings on the same passage share its number. */
  readonly passage: Int32Array;
  readonly ordinals: Map<Unit, Ordinals>;
  turns: Turns | null;
}

/** By coding: the first and the last turn of which it has text; the last is before the first when there is none. */
export interface Turns {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** By speaker and cases. There are few, of any number of sources. */
const allProfiles = new Map<string, Profile>();

const layouts = new WeakMap<CorpusSource, Layout>();

/** The source's layout. A changed source must be a new object: what was worked out stays with the old one. */
export function layoutOf(source: CorpusSource): Layout {
  let layout = layouts.get(source);
  if (layout === undefined) {
    const profiles = profilesOf(source);
    const places = placesOf(source, profiles.profileOf);
    layout = { ...profiles, ...places, ordinals: new Map(), turns: null };
    layouts.set(source, layout);
  }
  return layout;
}

/** The source's ordinals in a unit, worked out at the first call. */
export function ordinalsOf(source: CorpusSource, unit: Unit): Ordinals {
  const layout = layoutOf(source);
  let ordinals = layout.ordinals.get(unit);
  if (ordinals === undefined) {
    ordinals = countOrdinals(source, layout, unit);
    layout.ordinals.set(unit, ordinals);
  }
  return ordinals;
}

/** The turns of the source's codings, worked out at the first call. */
export function turnsOf(source: CorpusSource): Turns {
  const layout = layoutOf(source);
  return (layout.turns ??= findTurns(source, layout));
}

function findTurns({ atoms, codings }: CorpusSource, { startAtom, profileOf }: Layout): Turns {
  const first = new Int32Array(startAtom.length).fill(-1);
  const last = new Int32Array(startAtom.length).fill(-2);
  for (let coding = 0; coding < first.length; coding++) {
    const end = at(codings.end, coding);
    for (let atom = at(startAtom, coding); atom < profileOf.length && at(atoms.start, atom) < end; atom++) {
      const turn = at(profileOf, atom) === -1 ? -1 : at(atoms.turn, atom);
      if (turn === -1) continue;
      if (at(first, coding) === -1) first[coding] = turn;
      last[coding] = turn;
    }
  }
  return { first, last };
}

function profilesOf({ atoms }: CorpusSource): Pick<Layout, 'profiles' | 'profileOf'> {
  const profiles: Profile[] = [];
  const byKey = new Map<string, number>();
  const profileOf = new Int32Array(atoms.start.length).fill(-1);
  for (let atom = 0; atom < profileOf.length; atom++) {
    if (at(atoms.start, atom) === at(atoms.end, atom)) continue;
    const speaker = at(atoms.speaker, atom);
    const cases = atoms.caseList.subarray(at(atoms.caseOffset, atom), at(atoms.caseOffset, atom + 1));
    const key = `${speaker}:${cases.join()}`;
    let profile = byKey.get(key);
    if (profile === undefined) {
      const known = allProfiles.get(key) ?? { speaker, cases: [...cases] };
      allProfiles.set(key, known);
      profile = profiles.push(known) - 1;
      byKey.set(key, profile);
    }
    profileOf[atom] = profile;
  }
  return { profiles, profileOf };
}

function placesOf(
  { atoms, codings }: CorpusSource,
  profileOf: Int32Array,
): Pick<Layout, 'startAtom' | 'endAtom' | 'mixOf' | 'mixes' | 'hasTextless' | 'passage'> {
  const count = codings.start.length;
  const startAtom = new Int32Array(count);
  const endAtom = new Int32Array(count);
  const mixOf = new Int32Array(count);
  const passage = new Int32Array(count);
  const mixes: number[][] = [[]];
  const byKey = new Map([['', 0]]);
  for (let coding = 0; coding < count; coding++) {
    const start = at(codings.start, coding);
    const end = at(codings.end, coding);
    startAtom[coding] = countBelow(atoms.end, start + 1);
    endAtom[coding] = countBelow(atoms.end, end + 1);
    const met = new Set<number>();
    for (let atom = at(startAtom, coding); atom < profileOf.length && at(atoms.start, atom) < end; atom++) {
      if (start < end && at(profileOf, atom) !== -1) met.add(at(profileOf, atom));
    }
    const mix = [...met].sort((a, b) => a - b);
    const key = mix.join();
    mixOf[coding] = byKey.get(key) ?? mixes.push(mix) - 1;
    byKey.set(key, at(mixOf, coding));
    const repeats =
      coding > 0 && start === at(codings.start, coding - 1) && end === at(codings.end, coding - 1);
    passage[coding] = repeats ? at(passage, coding - 1) : coding;
  }
  return { startAtom, endAtom, mixOf, mixes, hasTextless: mixOf.includes(0), passage };
}

function countOrdinals({ atoms, codings, ruler }: CorpusSource, layout: Layout, unit: Unit): Ordinals {
  const marks = unit === 'characters' ? ruler.lowSurrogates : ruler[unit];
  const raw = (position: number): number =>
    unit === 'characters' ? position - countBelow(marks, position) : countBelow(marks, position);

  const count = atoms.start.length;
  const rawStart = Int32Array.from(atoms.start, raw);
  const before = new Int32Array(count + 1);
  for (let atom = 0; atom < count; atom++) {
    before[atom + 1] = at(before, atom) + raw(at(atoms.end, atom)) - at(rawStart, atom);
  }
  const ordinal = (position: number, atom: number): number =>
    atom === count || position <= at(atoms.start, atom)
      ? at(before, atom)
      : at(before, atom) + raw(position) - at(rawStart, atom);
  return {
    before,
    start: codings.start.map((position, coding) => ordinal(position, at(layout.startAtom, coding))),
    end: codings.end.map((position, coding) => ordinal(position, at(layout.endAtom, coding))),
  };
}
