// How many different cases and speakers the codings of a cell meet: first by kind of coding, rolled up at the end.
import { must } from '../must.ts';
import type { CodingKinds, Listed } from './kinds.ts';
import type { Layout } from './layout.ts';
import { at, grown } from './numbers.ts';
import { cellsAt, type Plan } from './plan.ts';
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
    const needed = layout.mixes.length * words;
    this.ofMix = grown(this.ofMix, needed).fill(0, 0, needed);
    const { ofMix } = this;
    const { mixOf, mixes } = layout;
    for (let place = 0; place < length; place++) {
      const coding = at(codings, place);
      const kind = at(kindOf, coding);
      const word = at(mixOf, coding) * words + (kind >> 5);
      ofMix[word] = at(ofMix, word) | (1 << (kind & 31));
    }
    const members = this.membersOf(layout, region);
    const met = new Map<number, KindSet>();
    for (let mix = 0; mix < mixes.length; mix++) {
      const kinds = ofMix.subarray(mix * words, (mix + 1) * words);
      for (const profile of mixes[mix] ?? []) {
        for (const member of members[profile] ?? []) {
          const known = met.get(member);
          if (known === undefined) met.set(member, kinds.slice());
          else addKinds(known, kinds);
        }
      }
    }
    for (const [member, kinds] of met) {
      for (const [place, rowText] of region.rows.entries()) {
        const column = must(region.columns[place], 'a column per row');
        this.join(rowText * this.plan.columns.textStates + column, member, kinds);
      }
    }
  }

  /** By cell. */
  counts(cellCount: number): { cases: Int32Array; speakers: Int32Array } {
    const { plan } = this;
    const cases = new Int32Array(cellCount);
    const speakers = new Int32Array(cellCount);
    const seen = { latest: new Int32Array(cellCount), turn: 0 };
    for (const [textCell, members] of this.kindsOf.entries()) {
      const columnText = textCell % plan.columns.textStates;
      const cellAt = cellsAt(plan, (textCell - columnText) / plan.columns.textStates, columnText);
      for (const [member, set] of members ?? []) {
        seen.turn++;
        this.countOnce(set, member < plan.corpus.cases.length ? cases : speakers, cellAt, seen);
      }
    }
    return { cases, speakers };
  }

  /** Counts 1 in every cell of the kinds that was not counted in this turn yet. */
  private countOnce(
    set: KindSet,
    counts: Int32Array,
    cellAt: (joint: number) => number,
    { latest, turn }: { readonly latest: Int32Array; readonly turn: number },
  ): void {
    const { first, states } = this.kinds;
    for (let word = 0; word < set.length; word++) {
      for (let bits = at(set, word); bits !== 0;) {
        const bit = 31 - Math.clz32(bits);
        bits ^= 1 << bit;
        const kind = word * 32 + bit;
        const last = at(first, kind + 1);
        for (let index = at(first, kind); index < last; index++) {
          const cell = cellAt(at(states, index));
          if (cell === -1 || at(latest, cell) === turn) continue;
          latest[cell] = turn;
          counts[cell] = at(counts, cell) + 1;
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
    addKinds(set, kinds);
  }
}

function addKinds(set: KindSet, more: KindSet): void {
  for (let word = 0; word < more.length; word++) set[word] = at(set, word) | at(more, word);
}
