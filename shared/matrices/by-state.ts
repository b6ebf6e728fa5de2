// What counts once in a cell, however many codings have it there: sources, passages, stretches of text.
import type { Clip } from './clip.ts';
import type { CodingKinds, Listed } from './kinds.ts';
import type { Layout } from './layout.ts';
import { at } from './numbers.ts';
import { cellsAt, type Plan } from './plan.ts';

/** One count in every joint state of the codings of a region. */
export class ByState {
  private readonly plan: Plan;
  private readonly kinds: CodingKinds;
  /** The joint states in use; by joint state the count so far, and up to where (0 for not at all). */
  private used = 0;
  private readonly states: Int32Array;
  private readonly counts: Int32Array;
  private readonly upTo: Int32Array;

  constructor(plan: Plan, kinds: CodingKinds) {
    this.plan = plan;
    this.kinds = kinds;
    this.states = new Int32Array(kinds.jointStates);
    this.counts = new Int32Array(kinds.jointStates);
    this.upTo = new Int32Array(kinds.jointStates);
  }

  /** Counts 1 wherever one of the codings stands. */
  countSource({ codings, length, kindOf }: Listed): void {
    for (let place = 0; place < length; place++) this.countUpTo(at(kindOf, at(codings, place)), 1);
  }

  countPassages({ codings, length, kindOf }: Listed, { passage }: Layout): void {
    for (let place = 0; place < length; place++) {
      const coding = at(codings, place);
      this.countUpTo(at(kindOf, coding), at(passage, coding) + 1);
    }
  }

  /** Counts the units of the clip's text; the codings come in the order of their starts. */
  coverText({ codings, length, kindOf }: Listed, { startAtom, endAtom }: Layout, clip: Clip): void {
    const { start, end } = clip.ordinals;
    if (clip.isWhole) {
      // Most text stands in one piece: its ordinals are those of the source.
      for (let place = 0; place < length; place++) {
        const coding = at(codings, place);
        this.cover(at(kindOf, coding), at(start, coding), at(end, coding));
      }
      return;
    }
    for (let place = 0; place < length; place++) {
      const coding = at(codings, place);
      const from = clip.ordinalInside(at(start, coding), at(startAtom, coding));
      const to = clip.ordinalInside(at(end, coding), at(endAtom, coding));
      this.cover(at(kindOf, coding), from, to);
    }
  }

  /** Counts of [from, to) what is not yet counted in each of the kind's states; `from` never falls. */
  private cover(kind: number, from: number, to: number): void {
    if (from === to) return;
    const { counts, upTo } = this;
    const { first, states: joint } = this.kinds;
    const last = at(first, kind + 1);
    for (let index = at(first, kind); index < last; index++) {
      const state = at(joint, index);
      const known = at(upTo, state);
      if (to <= known) continue;
      if (known === 0) this.states[this.used++] = state;
      counts[state] = at(counts, state) + to - (from > known ? from : known);
      upTo[state] = to;
    }
  }

  /** Adds what was counted to the cells where the text has these states. */
  addTo(sums: Int32Array, rowText: number, columnText: number): void {
    const { states, counts } = this;
    const cellAt = cellsAt(this.plan, rowText, columnText);
    for (let place = 0; place < this.used; place++) {
      const state = at(states, place);
      const cell = cellAt(state);
      if (cell !== -1) sums[cell] = at(sums, cell) + at(counts, state);
    }
  }

  /** Empties all for the next region or count. */
  clear(): void {
    const { states, counts, upTo } = this;
    for (let place = 0; place < this.used; place++) {
      counts[at(states, place)] = 0;
      upTo[at(states, place)] = 0;
    }
    this.used = 0;
  }

  /** Counts 1 in the kind's states that are not there yet; `step` never falls. */
  private countUpTo(kind: number, step: number): void {
    const { counts, upTo, states } = this;
    const { first, states: joint } = this.kinds;
    const last = at(first, kind + 1);
    for (let index = at(first, kind); index < last; index++) {
      const state = at(joint, index);
      const known = at(upTo, state);
      if (known === step) continue;
      if (known === 0) states[this.used++] = state;
      counts[state] = at(counts, state) + 1;
      upTo[state] = step;
    }
  }
}
