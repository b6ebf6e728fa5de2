// How many different cases and speakers the codings of a cell meet: first by kind of coding, rolled up at the end.
import { must } from '../must.ts';
import type { CodingKinds, Listed } from './kinds.ts';
import type { Layout } from './layout.ts';
import { at, grown } from './numbers.ts';
import { cellAt, type Plan } from './plan.ts';
import type { Region } from './reading.ts';
import { isRespondent } from './scope.ts';
import type { Tallies } from './tallies.ts';

/** One bit for each kind, 32 to a word. */
type KindSet = Int32Array<ArrayBuffer>;

export class Meetings {
  private readonly plan: Plan;
  private readonly tallies: Tallies;
  private readonly kinds: CodingKinds;
  /** By text cell: the kinds of the codings that meet a case, or (after all cases) a speaker. */
  private readonly kindsOf: (Map<number, KindSet> | undefined)[] = [];
  /** By mix of profiles × words: the kinds of its codings in the region at hand. */
  private ofMix: KindSet = new Int32Array(64);

  constructor(plan: Plan, tallies: Tallies, kinds: CodingKinds) {
    this.plan = plan;
    this.tallies = tallies;
    this.kinds = kinds;
  }

  /** Counts the codings of a region in all its cells. */
  add({ codings, length, kindOf }: Listed, layout: Layout, region: Region): void {
    const words = (this.kinds.count + 31) >> 5;
    this.ofMix = grown(this.ofMix, layout.mixes.length * words).fill(0);
    const { ofMix } = this;
    const { mixOf } = layout;
    for (let place = 0; place < length; place++) {
      const coding = at(codings, place);
      const kind = at(kindOf, coding);
      const word = at(mixOf, coding) * words + (kind >> 5);
      ofMix[word] = at(ofMix, word) | (1 << (kind & 31));
    }
    for (const member of this.membersIn(layout, region)) {
      const kinds = kindsMeeting(member.profiles, layout, ofMix, words);
      for (const [place, rowText] of region.rows.entries()) {
        const column = must(region.columns[place], 'a column per row');
        this.join(rowText * this.plan.columns.textStates + column, member.index, kinds);
      }
    }
  }

  /** By cell. */
  counts(cellCount: number): { cases: Int32Array; speakers: Int32Array } {
    const { plan } = this;
    const cases = new Int32Array(cellCount);
    const speakers = new Int32Array(cellCount);
    const latest = new Int32Array(cellCount);
    let turn = 0;
    for (const [textCell, members] of this.kindsOf.entries()) {
      const columnText = textCell % plan.columns.textStates;
      const rowText = (textCell - columnText) / plan.columns.textStates;
      for (const [member, set] of members ?? []) {
        turn++;
        const counts = member < plan.corpus.cases.length ? cases : speakers;
        this.eachState(set, (state) => {
          const cell = cellAt(plan, rowText, columnText, state);
          if (cell === -1 || at(latest, cell) === turn) return;
          latest[cell] = turn;
          counts[cell] = at(counts, cell) + 1;
        });
      }
    }
    return { cases, speakers };
  }

  private membersIn({ profiles }: Layout, { inside }: Region): { index: number; profiles: Set<number> }[] {
    const { corpus } = this.plan;
    const found = new Map<number, Set<number>>();
    for (const [profile, { cases, speaker }] of profiles.entries()) {
      if (inside[profile] !== true) continue;
      const speakers = this.tallies.speakers && isRespondent(corpus, speaker) ? [speaker] : [];
      const members = [
        ...(this.tallies.cases ? cases : []),
        ...speakers.map((each) => corpus.cases.length + each),
      ];
      for (const member of members) found.set(member, (found.get(member) ?? new Set()).add(profile));
    }
    return Array.from(found, ([index, of]) => ({ index, profiles: of }));
  }

  private join(textCell: number, member: number, kinds: KindSet): void {
    const members = (this.kindsOf[textCell] ??= new Map<number, KindSet>());
    const known = members.get(member);
    const set = grown(known ?? new Int32Array(0), kinds.length);
    if (set !== known) members.set(member, set);
    for (let word = 0; word < kinds.length; word++) set[word] = at(set, word) | at(kinds, word);
  }

  private eachState(set: KindSet, visit: (state: number) => void): void {
    const { first, states } = this.kinds;
    for (let word = 0; word < set.length; word++) {
      let bits = at(set, word);
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits);
        bits ^= 1 << bit;
        const kind = word * 32 + bit;
        const last = at(first, kind + 1);
        for (let index = at(first, kind); index < last; index++) visit(at(states, index));
      }
    }
  }
}

function kindsMeeting(
  profiles: ReadonlySet<number>,
  { mixes }: Layout,
  ofMix: Int32Array,
  words: number,
): KindSet {
  const kinds = new Int32Array(words);
  for (const [mix, list] of mixes.entries()) {
    if (!list.some((profile) => profiles.has(profile))) continue;
    for (let word = 0; word < words; word++) kinds[word] = at(kinds, word) | at(ofMix, mix * words + word);
  }
  return kinds;
}
