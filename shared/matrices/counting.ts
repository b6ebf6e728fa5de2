// The counting itself: one pass over the sources, every coding once in each region and state at which it stands.
import { must } from '../must.ts';
import { clipOf, ordinalInside, sizeOf } from './clip.ts';
import { at, grown, real } from './numbers.ts';
import { Pairs } from './pairs.ts';
import type { Plan } from './plan.ts';
import type { Scope } from './question.ts';
import { OUT_OF_SCOPE, Reading, type Region } from './reading.ts';
import { isRespondent, ScopeCount } from './scope.ts';
import { Slots, type Addition } from './slots.ts';
import type { Tallies } from './tallies.ts';

export interface Counts {
  /** By cell × tallies.width. Cell = row × (columns + 1) + column; the last row and the last column are the totals. */
  readonly sums: Float64Array;
  /** By cell. */
  readonly cases: Int32Array;
  readonly speakers: Int32Array;
  /** By text cell × tallies.bases. Text cell = text state of the row × text states of the columns + the column's. */
  readonly bases: Float64Array;
  /** By text cell: the cases that have text there. */
  readonly casesWithText: Int32Array;
  readonly scope: Scope;
}

/** Counts all that `tallies` names, for every cell and every total of the plan. */
export function countCells(plan: Plan, tallies: Tallies): Counts {
  const counting = new Counting(plan, tallies);
  // Sources of the same row come after each other: so the row stays in the processor's cache.
  const firstRow = ({ regions }: Reading): number => regions[0]?.rows[0] ?? -1;
  const readings = plan.corpus.sources.map((_, index) => new Reading(plan, index));
  for (const reading of readings.sort((a, b) => firstRow(a) - firstRow(b))) counting.addSource(reading);
  return counting.counts();
}

/** A case or a speaker of the source at hand, and where it is counted. */
interface Member {
  readonly kind: 'cases' | 'speakers';
  readonly index: number;
}

class Counting {
  private readonly plan: Plan;
  private readonly tallies: Tallies;
  private readonly cellCount: number;
  private readonly textCellCount: number;
  private readonly sums: Float64Array;
  private readonly bases: Float64Array;
  private readonly met: Record<Member['kind'], Pairs>;
  private readonly casesWithText: Pairs;
  private readonly scope: ScopeCount;

  private readonly slots: Slots;
  private readonly addition: Addition;
  private members: readonly Member[] = [];
  /** By profile of the source at hand: places in `members`. */
  private membersOf: readonly Int32Array[] = [];
  /** By member: the coding that met it last in the region at hand. */
  private metBy = new Int32Array(0);
  /** By region: how many of its codings are listed in `codings`, and these. */
  private listed = new Int32Array(0);
  private codings: Int32Array<ArrayBuffer>[] = [];

  constructor(plan: Plan, tallies: Tallies) {
    const { cases, speakers } = plan.corpus;
    this.plan = plan;
    this.scope = new ScopeCount(plan.corpus);
    this.tallies = tallies;
    this.cellCount = (plan.rows.headings.length + 1) * (plan.columns.headings.length + 1);
    this.textCellCount = plan.rows.textStates * plan.columns.textStates;
    this.sums = new Float64Array(this.cellCount * tallies.width);
    this.bases = new Float64Array(this.textCellCount * tallies.bases.length);
    this.met = { cases: new Pairs(cases.length), speakers: new Pairs(speakers.length) };
    this.casesWithText = new Pairs(cases.length);
    this.slots = new Slots(tallies);
    const { length } = tallies.covered;
    this.addition = {
      passage: 0,
      weight: NaN,
      level: 0,
      from: new Int32Array(length),
      to: new Int32Array(length),
      members: new Int32Array(0),
      met: 0,
    };
  }

  addSource(reading: Reading): void {
    this.scope.add(reading);
    this.addBases(reading);
    this.listMembers(reading);
    this.listCodings(reading);
    for (const [index, region] of reading.regions.entries()) {
      if (at(this.listed, index) > 0) this.addRegion(reading, region, index);
    }
  }

  counts(): Counts {
    const { sums, bases, tallies } = this;
    const counted = real(sums, (this.cellCount - 1) * tallies.width + tallies.references);
    return {
      sums,
      bases,
      cases: this.met.cases.count(this.cellCount),
      speakers: this.met.speakers.count(this.cellCount),
      casesWithText: this.casesWithText.count(this.textCellCount),
      scope: this.scope.scope(counted),
    };
  }

  private addBases(reading: Reading): void {
    const { bases, cases } = this.tallies;
    for (const region of reading.regions) {
      const sizes = bases.map((sum) => sizeOf(clipOf(this.plan.corpus, reading, region, sum)));
      const withText = cases ? casesIn(reading, region.inside) : [];
      for (const [index, row] of region.rows.entries()) {
        const cell = row * this.plan.columns.textStates + at(region.columns, index);
        for (const [which, size] of sizes.entries()) {
          this.bases[cell * bases.length + which] = real(this.bases, cell * bases.length + which) + size;
        }
        for (const each of withText) this.casesWithText.add(each, cell);
      }
    }
  }

  private listMembers({ layout }: Reading): void {
    const { cases, speakers } = this.tallies;
    const members: Member[] = [];
    const place = (kind: Member['kind'], index: number): number => {
      const known = members.findIndex((member) => member.kind === kind && member.index === index);
      return known === -1 ? members.push({ kind, index }) - 1 : known;
    };
    this.membersOf = layout.profiles.map((profile) =>
      Int32Array.from([
        ...(cases ? profile.cases.map((index) => place('cases', index)) : []),
        ...(speakers && isRespondent(this.plan.corpus, profile.speaker)
          ? [place('speakers', profile.speaker)]
          : []),
      ]),
    );
    this.members = members;
    this.metBy = new Int32Array(members.length);
    this.addition.members = new Int32Array(members.length);
  }

  private listCodings(reading: Reading): void {
    const { source, held } = reading;
    const { chosen } = this.plan;
    const count = source.codings.start.length;
    this.listed = new Int32Array(reading.regions.length);
    while (this.codings.length < reading.regions.length) this.codings.push(new Int32Array(64));
    for (let region = 0; region < reading.regions.length; region++) {
      this.codings[region] = grown(must(this.codings[region], 'a list per region'), count);
    }
    for (let coding = 0; coding < count; coding++) {
      if (!chosen(source, coding)) continue;
      const regions = reading.hold(coding);
      if (regions === OUT_OF_SCOPE) continue;
      this.scope.references++;
      for (let which = 0; which < regions; which++) {
        const region = at(held, which);
        const place = at(this.listed, region);
        must(this.codings[region], 'a list per region')[place] = coding;
        this.listed[region] = place + 1;
      }
    }
  }

  private addRegion(reading: Reading, region: Region, index: number): void {
    const { corpus, rows, columns } = this.plan;
    const { source, layout } = reading;
    const { addition, slots } = this;
    const codings = must(this.codings[index], 'a list per region');
    const clips = this.tallies.covered.map((sum) => clipOf(corpus, reading, region, sum));
    this.metBy.fill(-1);
    slots.begin(rows.codingStates, columns.codingStates, this.members.length);
    for (let place = 0; place < at(this.listed, index); place++) {
      const coding = at(codings, place);
      for (let which = 0; which < clips.length; which++) {
        const clip = must(clips[which], 'a clip per sum');
        const { start, end } = clip.ordinals;
        addition.from[which] = ordinalInside(clip, at(start, coding), layout.startAtom, coding);
        addition.to[which] = ordinalInside(clip, at(end, coding), layout.endAtom, coding);
      }
      if (slots.hasProperties) {
        addition.passage = at(layout.passage, coding);
        addition.level = at(source.codings.level, coding);
        addition.weight = real(source.codings.weight, coding);
      }
      if (this.members.length > 0) this.meetMembers(reading, region.inside, coding);

      const rowStates = rows.codingAt(source, coding);
      const columnStates = columns.codingAt(source, coding);
      for (let row = 0; row < rowStates.length; row++) {
        slots.add(at(rowStates, row), columnStates, addition);
      }
    }
    addition.met = 0;
    for (let cell = 0; cell < region.rows.length; cell++) {
      this.addSlots(at(region.rows, cell), at(region.columns, cell));
    }
  }

  private meetMembers({ source, layout }: Reading, inside: Int32Array, coding: number): void {
    const { addition, metBy } = this;
    const end = at(source.codings.end, coding);
    addition.met = 0;
    for (let atom = at(layout.startAtom, coding); atom < inside.length; atom++) {
      if (at(source.atoms.start, atom) >= end) return;
      if (at(inside, atom) === 0) continue;
      const members = must(this.membersOf[at(layout.profileOf, atom)], 'a list per profile');
      for (let place = 0; place < members.length; place++) {
        const member = at(members, place);
        if (at(metBy, member) === coding) continue;
        metBy[member] = coding;
        addition.members[addition.met++] = member;
      }
    }
  }

  /** Adds the region's sums to the cells of its states of text, each with the states of codings in its slots. */
  private addSlots(rowText: number, columnText: number): void {
    const { rows, columns } = this.plan;
    const { sums, slots } = this;
    const { width } = this.tallies;
    const from = slots.sums;
    const across = columns.headings.length + 1;
    for (let slot = 0; slot < slots.used; slot++) {
      const row = at(rows.headingAt, rowText * rows.codingStates + at(slots.rows, slot));
      const column = at(columns.headingAt, columnText * columns.codingStates + at(slots.columns, slot));
      if (row === -1 || column === -1) continue;
      const cell = row * across + column;
      for (let which = 0; which < width; which++) {
        sums[cell * width + which] = real(sums, cell * width + which) + real(from, slot * width + which);
      }
      if (this.members.length > 0) this.addMembers(slot, cell);
    }
  }

  private addMembers(slot: number, cell: number): void {
    const { length } = this.members;
    for (let place = 0; place < length; place++) {
      if (at(this.slots.members, slot * length + place) === 0) continue;
      const { kind, index } = must(this.members[place], 'a member of the source');
      this.met[kind].add(index, cell);
    }
  }
}

function casesIn({ layout }: Reading, inside: Int32Array): Set<number> {
  const found = new Set<number>();
  for (let atom = 0; atom < inside.length; atom++) {
    if (at(inside, atom) === 0) continue;
    for (const each of layout.profiles[at(layout.profileOf, atom)]?.cases ?? []) found.add(each);
  }
  return found;
}
