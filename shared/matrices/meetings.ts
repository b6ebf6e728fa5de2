// Which cases and speakers the codings of a cell meet: one bit for each in a source, then counted over all sources.
import { must } from '../must.ts';
import type { CodingKinds, Listed } from './kinds.ts';
import type { Layout } from './layout.ts';
import { at, grown } from './numbers.ts';
import { Pairs } from './pairs.ts';
import { cellAt, type Plan } from './plan.ts';
import type { Region } from './reading.ts';
import { isRespondent } from './scope.ts';
import type { Tallies } from './tallies.ts';

/** A case or a speaker of the source at hand. */
interface Member {
  readonly kind: 'cases' | 'speakers';
  readonly index: number;
}

export class Meetings {
  readonly cases: Pairs;
  readonly speakers: Pairs;

  private readonly plan: Plan;
  private readonly tallies: Tallies;
  private readonly kinds: CodingKinds;
  private members: readonly Member[] = [];
  /** 32 members to a word; by mix of profiles × words: whom a coding meets. */
  private words = 0;
  private ofMix = new Int32Array(0);
  /** The joint states in use; by joint state whether it is, and × words whom its codings meet. */
  private used = 0;
  private readonly states: Int32Array;
  private readonly isUsed: Int32Array;
  private met = new Int32Array(0);

  constructor(plan: Plan, tallies: Tallies, kinds: CodingKinds) {
    const asked = tallies.cases || tallies.speakers;
    this.plan = plan;
    this.tallies = tallies;
    this.kinds = kinds;
    this.cases = new Pairs(plan.corpus.cases.length);
    this.speakers = new Pairs(plan.corpus.speakers.length);
    this.states = new Int32Array(asked ? kinds.jointStates : 0);
    this.isUsed = new Int32Array(this.states.length);
  }

  /** Counts the codings of a region in all its cells. */
  add(listed: Listed, layout: Layout, region: Region): void {
    this.listMembers(layout);
    if (this.members.length === 0) return;
    this.meetByMix(layout, region.inside);
    this.meet(listed, layout);
    for (const [place, rowText] of region.rows.entries()) {
      this.addTo(rowText, must(region.columns[place], 'a column per row'));
    }
    this.clear();
  }

  private listMembers({ profiles }: Layout): void {
    const { cases, speakers } = this.tallies;
    const inSource = {
      cases: cases ? profiles.flatMap((profile) => profile.cases) : [],
      speakers: speakers
        ? profiles.map(({ speaker }) => speaker).filter((each) => isRespondent(this.plan.corpus, each))
        : [],
    };
    this.members = (['cases', 'speakers'] as const).flatMap((kind) =>
      [...new Set(inSource[kind])].map((index) => ({ kind, index })),
    );
    this.words = Math.ceil(this.members.length / 32);
    this.met = grown(this.met, this.kinds.jointStates * this.words);
  }

  private meetByMix({ profiles, mixes }: Layout, inside: readonly boolean[]): void {
    const { words, members } = this;
    const ofProfile = profiles.map(({ cases, speaker }, profile) => {
      const bits = Array.from({ length: words }, () => 0);
      if (inside[profile] !== true) return bits;
      for (const [place, { kind, index }] of members.entries()) {
        const isMet = kind === 'cases' ? cases.includes(index) : speaker === index;
        if (isMet) bits[place >> 5] = must(bits[place >> 5], 'a word') | (1 << (place & 31));
      }
      return bits;
    });
    this.ofMix = grown(this.ofMix, mixes.length * words);
    for (const [mix, list] of mixes.entries()) {
      for (let word = 0; word < words; word++) {
        let bits = 0;
        for (const profile of list) bits |= ofProfile[profile]?.[word] ?? 0;
        this.ofMix[mix * words + word] = bits;
      }
    }
  }

  private meet({ codings, length, kindOf }: Listed, { mixOf }: Layout): void {
    const { words, ofMix, states, isUsed, met } = this;
    const { first, states: joint } = this.kinds;
    for (let place = 0; place < length; place++) {
      const coding = at(codings, place);
      const from = at(mixOf, coding) * words;
      const last = at(first, at(kindOf, coding) + 1);
      for (let index = at(first, at(kindOf, coding)); index < last; index++) {
        const state = at(joint, index);
        if (at(isUsed, state) === 0) {
          isUsed[state] = 1;
          states[this.used++] = state;
        }
        for (let word = 0; word < words; word++) {
          met[state * words + word] = at(met, state * words + word) | at(ofMix, from + word);
        }
      }
    }
  }

  private addTo(rowText: number, columnText: number): void {
    const { words, members, met } = this;
    for (let place = 0; place < this.used; place++) {
      const state = at(this.states, place);
      const cell = cellAt(this.plan, rowText, columnText, state);
      if (cell === -1) continue;
      for (let word = 0; word < words; word++) {
        let bits = at(met, state * words + word);
        while (bits !== 0) {
          const bit = 31 - Math.clz32(bits);
          bits ^= 1 << bit;
          const { kind, index } = must(members[word * 32 + bit], 'a member of the source');
          this[kind].add(index, cell);
        }
      }
    }
  }

  private clear(): void {
    for (let place = 0; place < this.used; place++) {
      const state = at(this.states, place);
      this.isUsed[state] = 0;
      this.met.fill(0, state * this.words, (state + 1) * this.words);
    }
    this.used = 0;
  }
}
