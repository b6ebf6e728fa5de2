// What counts once in a cell, however many codings have it there: sources, passages, stretches of text.
import type { Clip } from './clip.ts';
import type { CodingKinds, Listed } from './kinds.ts';
import type { Layout } from './layout.ts';
import { at, grown } from './numbers.ts';
import type { Sums } from './sums.ts';

/** One count in every joint state of the codings of a region. */
export class ByState {
  private readonly kinds: CodingKinds;
  /** The states in use; by state the count so far, and up to where (0 for not at all). */
  private used = 0;
  private states = new Int32Array(0);
  private counts = new Int32Array(0);
  private upTo = new Int32Array(0);

  constructor(kinds: CodingKinds) {
    this.kinds = kinds;
  }

  /** Turns to a region, once all its kinds are known. */
  open(): void {
    this.states = grown(this.states, this.kinds.stateCount);
    this.counts = grown(this.counts, this.kinds.stateCount);
    this.upTo = grown(this.upTo, this.kinds.stateCount);
  }

  /** Counts 1 wherever a coding stands. */
  countSource({ codings, kindOf }: Listed): void {
    for (let place = 0; place < codings.length; place++) this.countUpTo(at(kindOf, at(codings, place)), 1);
  }

  countPassages({ codings, kindOf }: Listed, { passage }: Layout): void {
    for (let place = 0; place < codings.length; place++) {
      const coding = at(codings, place);
      this.countUpTo(at(kindOf, coding), at(passage, coding) + 1);
    }
  }

  /** Counts the units of the clip's text; the codings come in the order of their starts. */
  coverText({ codings, kindOf }: Listed, { startAtom, endAtom }: Layout, clip: Clip): void {
    const { start, end } = clip.ordinals;
    if (clip.isWhole) {
      // Most text stands in one piece: its ordinals are those of the source.
      for (let place = 0; place < codings.length; place++) {
        const coding = at(codings, place);
        this.cover(at(kindOf, coding), at(start, coding), at(end, coding));
      }
      return;
    }
    for (let place = 0; place < codings.length; place++) {
      const coding = at(codings, place);
      const from = clip.ordinalInside(at(start, coding), at(startAtom, coding));
      const to = clip.ordinalInside(at(end, coding), at(endAtom, coding));
      this.cover(at(kindOf, coding), from, to);
    }
  }

  /** Adds what was counted to the text cells, and empties all for the next count. */
  addTo(sums: Sums, textCells: readonly number[]): void {
    const { used, states, counts, upTo } = this;
    for (const textCell of textCells) {
      const line = grown(sums[textCell] ?? new Int32Array(0), this.kinds.stateCount);
      sums[textCell] = line;
      for (let place = 0; place < used; place++) {
        const state = at(states, place);
        line[state] = at(line, state) + at(counts, state);
      }
    }
    for (let place = 0; place < used; place++) {
      counts[at(states, place)] = 0;
      upTo[at(states, place)] = 0;
    }
    this.used = 0;
  }

  /** Counts of [from, to) what is not yet counted in each of the kind's states; `from` never falls. */
  private cover(kind: number, from: number, to: number): void {
    if (from === to) return;
    const { counts, upTo } = this;
    const { first, states: standing } = this.kinds;
    const last = at(first, kind + 1);
    for (let index = at(first, kind); index < last; index++) {
      const state = at(standing, index);
      const known = at(upTo, state);
      if (known === 0) this.states[this.used++] = state;
      const start = atLeast(known, from);
      const units = atLeast(to - start, 0);
      counts[state] = at(counts, state) + units;
      upTo[state] = start + units;
    }
  }

  /** Counts 1 in the kind's states that are not there yet; `step` never falls. */
  private countUpTo(kind: number, step: number): void {
    const { counts, upTo, states } = this;
    const { first, states: standing } = this.kinds;
    const last = at(first, kind + 1);
    for (let index = at(first, kind); index < last; index++) {
      const state = at(standing, index);
      const known = at(upTo, state);
      if (known === step) continue;
      if (known === 0) states[this.used++] = state;
      counts[state] = at(counts, state) + 1;
      upTo[state] = step;
    }
  }
}

/** The larger of two numbers below 2³⁰, without a branch: which one it is cannot be foretold, and this is the inmost loop. */
function atLeast(value: number, least: number): number {
  const less = value - least;
  return least + (less & ~(less >> 31));
}
