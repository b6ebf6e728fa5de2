// How many different cases and speakers the codings of a cell meet: first by kind of coding, rolled up at the end.
import { must } from '../must.ts';
import type { CodingKinds, Listed } from './kinds.ts';
import type { Layout } from './layout.ts';
import { at, grown } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { Region } from './reading.ts';
import { isRespondent } from './scope.ts';
import type { Sums } from './sums.ts';
import type { Tallies } from './tallies.ts';

/** One bit for each kind, 32 to a word. */
type KindSet = Int32Array<ArrayBuffer>;

export class Meetings {
  private readonly plan: Plan;
  private readonly tallies: Tallies;
  private readonly kinds: CodingKinds;
  /** By text cell: the kinds of the codings that meet a case, or (after all cases) a speaker. */
  private readonly kindsOf: (Map<number, KindSet> | undefined)[] = [];
  /** By profile × words: the kinds of its codings in the region at hand. */
  private ofProfile: KindSet = new Int32Array(64);

  constructor(plan: Plan, tallies: Tallies, kinds: CodingKinds) {
    this.plan = plan;
    this.tallies = tallies;
    this.kinds = kinds;
  }

  /** Counts the codings of a region in all its cells. */
  add({ codings, kindOf }: Listed, layout: Layout, region: Region): void {
    const words = (this.kinds.count + 31) >> 5;
    const { mixOf, mixes, profiles } = layout;
    this.ofProfile = grown(this.ofProfile, profiles.length * words).fill(0, 0, profiles.length * words);
    const { ofProfile } = this;
    for (let place = 0; place < codings.length; place++) {
      const coding = at(codings, place);
      const kind = at(kindOf, coding);
      const mix = must(mixes[at(mixOf, coding)], 'a mix of the layout');
      for (let each = 0; each < mix.length; each++) {
        const word = must(mix[each], 'a profile of the mix') * words + (kind >> 5);
        ofProfile[word] = at(ofProfile, word) | (1 << (kind & 31));
      }
    }
    for (const [profile, members] of this.membersOf(layout, region).entries()) {
      const kinds = ofProfile.subarray(profile * words, (profile + 1) * words);
      for (const member of members)
        for (const textCell of region.textCells) this.join(textCell, member, kinds);
    }
  }

  /** Counts each case and each speaker once in every state of its kinds. */
  counts(): { cases: Sums; speakers: Sums } {
    const cases: Sums = [];
    const speakers: Sums = [];
    const { stateCount } = this.kinds;
    const latest = new Int32Array(stateCount);
    let turn = 0;
    for (const [textCell, members] of this.kindsOf.entries()) {
      if (members === undefined) continue;
      const ofCases = (cases[textCell] = new Int32Array(stateCount));
      const ofSpeakers = (speakers[textCell] = new Int32Array(stateCount));
      for (const [member, set] of members) {
        const counts = member < this.plan.corpus.cases.length ? ofCases : ofSpeakers;
        this.countOnce(set, counts, latest, ++turn);
      }
    }
    return { cases, speakers };
  }

  /** Counts 1 in every state of the kinds that was not counted in this turn yet. */
  private countOnce(set: KindSet, counts: Int32Array, latest: Int32Array, turn: number): void {
    const { first, states } = this.kinds;
    for (let word = 0; word < set.length; word++) {
      for (let bits = at(set, word); bits !== 0;) {
        const bit = 31 - Math.clz32(bits);
        bits ^= 1 << bit;
        const kind = word * 32 + bit;
        const last = at(first, kind + 1);
        for (let index = at(first, kind); index < last; index++) {
          const state = at(states, index);
          if (at(latest, state) === turn) continue;
          latest[state] = turn;
          counts[state] = at(counts, state) + 1;
        }
      }
    }
  }

  /** By profile: the cases and (after all cases) the respondent whom its text is of; none outside the region. */
  private membersOf({ profiles }: Layout, { inside }: Region): number[][] {
    const { corpus } = this.plan;
    return profiles.map(({ cases, speaker }, profile) => {
      if (inside[profile] !== true) return [];
      const respondent = this.tallies.speakers && isRespondent(corpus, speaker);
      return [...(this.tallies.cases ? cases : []), ...(respondent ? [corpus.cases.length + speaker] : [])];
    });
  }

  private join(textCell: number, member: number, kinds: KindSet): void {
    const members = (this.kindsOf[textCell] ??= new Map<number, KindSet>());
    const known = members.get(member);
    const set = grown(known ?? new Int32Array(0), kinds.length);
    if (set !== known) members.set(member, set);
    for (let word = 0; word < kinds.length; word++) set[word] = at(set, word) | at(kinds, word);
  }
}
