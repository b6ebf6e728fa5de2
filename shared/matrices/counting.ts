// The counting itself: one pass over the sources, every coding once in each region that holds it.
import { must } from '../must.ts';
import { ByKind } from './by-kind.ts';
import { ByState } from './by-state.ts';
import { Clip } from './clip.ts';
import { CodingKinds, type Listed } from './kinds.ts';
import { Meetings } from './meetings.ts';
import { at, grown, real } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { Scope } from './question.ts';
import { Reading, type Region } from './reading.ts';
import { ScopeCount } from './scope.ts';
import { countAt, type RealSums, type Sums } from './sums.ts';
import type { Tallies } from './tallies.ts';

export interface Counts {
  /** By place in the tallies. */
  readonly added: (sum: number) => RealSums;
  /** By covered text of the tallies. */
  readonly covered: readonly Sums[];
  readonly passages: Sums;
  readonly sources: Sums;
  readonly cases: Sums;
  readonly speakers: Sums;
  /** What numbers the joint states in all of these. */
  readonly kinds: CodingKinds;
  /** By text cell × tallies.bases. Text cell = text state of the line × text states of the columns + the column's. */
  readonly bases: Float64Array;
  /** By text cell: the cases that have text there. */
  readonly casesWithText: Int32Array;
  /** By text cell: see TEXT and CODED; 0 where there is no text. */
  readonly work: Uint8Array;
  readonly scope: Scope;
}

/** There is text within the filters, of which nobody has coded any; or somebody has. */
export const TEXT = 1;
export const CODED = 2;

/** Counts all that `tallies` names, for every cell and every total of the plan. */
export function countCells(plan: Plan, tallies: Tallies): Counts {
  const counting = new Counting(plan, tallies);
  for (const index of plan.corpus.sources.keys()) counting.addSource(new Reading(plan, index));
  return counting.counts();
}

class Counting {
  private readonly plan: Plan;
  private readonly tallies: Tallies;
  private readonly textCellCount: number;
  private readonly kinds: CodingKinds;
  private readonly byKind: ByKind;
  private readonly byState: ByState;
  private readonly clips: readonly Clip[];
  private readonly covered: readonly Sums[];
  private readonly passages: Sums = [];
  private readonly sources: Sums = [];
  private readonly meetings: Meetings;
  private readonly baseClips: readonly Clip[];
  private readonly bases: Float64Array;
  private readonly casesWithText: Int32Array;
  /** Text cell × cases + case, for those counted. */
  private readonly withText = new Set<number>();
  private readonly work: Uint8Array;
  private readonly scope: ScopeCount;

  /** Of the source at hand: by region how many of its codings are listed, and these, as many places for each region. */
  private listed = new Int32Array(8);
  private lists = new Int32Array(1024);

  constructor(plan: Plan, tallies: Tallies) {
    const { corpus, lines, columns } = plan;
    this.plan = plan;
    this.tallies = tallies;
    this.textCellCount = lines.textStates * columns.textStates;
    this.kinds = new CodingKinds(lines, columns);
    this.byKind = new ByKind(tallies, this.kinds);
    this.byState = new ByState(this.kinds);
    this.clips = tallies.covered.map((sum) => new Clip(corpus, sum));
    this.covered = tallies.covered.map(() => []);
    this.meetings = new Meetings(plan, tallies, this.kinds);
    this.baseClips = tallies.bases.map((sum) => new Clip(corpus, sum));
    this.bases = new Float64Array(this.textCellCount * tallies.bases.length);
    this.casesWithText = new Int32Array(tallies.cases ? this.textCellCount : 0);
    this.work = new Uint8Array(this.textCellCount);
    this.scope = new ScopeCount(corpus);
  }

  addSource(reading: Reading): void {
    this.scope.add(reading);
    this.addWork(reading);
    if (this.tallies.bases.length > 0 || this.tallies.cases) this.addBases(reading);
    if (reading.isOut) return;
    const { source, regions, holdsAll } = reading;
    const chosen = this.plan.choose(source);
    const kindOf = this.kinds.kindsOf(source, chosen);
    this.byState.open();
    if (holdsAll !== undefined) {
      this.scope.references += chosen.length;
      for (const index of holdsAll) {
        this.addRegion(reading, must(regions[index], 'a region'), { source, codings: chosen, kindOf });
      }
      return;
    }
    this.listCodings(reading, chosen);
    for (const [index, region] of regions.entries()) {
      const first = index * chosen.length;
      const codings = this.lists.subarray(first, first + at(this.listed, index));
      this.addRegion(reading, region, { source, codings, kindOf });
    }
  }

  counts(): Counts {
    const { lines, columns } = this.plan;
    const references = this.byKind.sumsAt(this.tallies.references, this.textCellCount - 1);
    const ofAll = this.kinds.numberOf(lines.codingStates * columns.codingStates - 1);
    return {
      added: (sum) => this.byKind.sums(sum),
      covered: this.covered,
      passages: this.passages,
      sources: this.sources,
      ...this.meetings.counts(),
      kinds: this.kinds,
      bases: this.bases,
      casesWithText: this.casesWithText,
      work: this.work,
      scope: this.scope.scope(countAt(references, ofAll)),
    };
  }

  private addWork({ regions, source }: Reading): void {
    const work = source.codings.start.length > 0 ? CODED : TEXT;
    for (const { inside, textCells } of regions) {
      if (!inside.includes(true)) continue;
      for (const textCell of textCells) this.work[textCell] = Math.max(this.work[textCell] ?? 0, work);
    }
  }

  private addBases(reading: Reading): void {
    const { bases, cases } = this.tallies;
    for (const region of reading.regions) {
      const sizes = this.baseClips.map((clip) => clip.take(reading, region));
      const withText = cases ? casesIn(reading, region) : [];
      for (const textCell of region.textCells) {
        for (const [which, size] of sizes.entries()) {
          const place = textCell * bases.length + which;
          this.bases[place] = real(this.bases, place) + size;
        }
        for (const each of withText) this.countCase(textCell, each);
      }
    }
  }

  private countCase(textCell: number, each: number): void {
    const key = textCell * this.plan.corpus.cases.length + each;
    if (this.withText.has(key)) return;
    this.withText.add(key);
    this.casesWithText[textCell] = at(this.casesWithText, textCell) + 1;
  }

  /** Lists the codings of each region. */
  private listCodings(reading: Reading, chosen: Int32Array): void {
    const { length } = reading.regions;
    this.listed = grown(this.listed, length).fill(0, 0, length);
    this.lists = grown(this.lists, length * chosen.length);
    const { listed, lists } = this;
    let references = 0;
    for (let place = 0; place < chosen.length; place++) {
      const coding = at(chosen, place);
      const held = reading.hold(coding);
      if (held === null) continue;
      references++;
      for (let index = 0; index < held.length; index++) {
        const region = held[index] as number;
        const end = at(listed, region);
        lists[region * chosen.length + end] = coding;
        listed[region] = end + 1;
      }
    }
    this.scope.references += references;
  }

  private addRegion(reading: Reading, region: Region, listed: Listed): void {
    if (listed.codings.length === 0) return;
    const { byKind, byState, tallies } = this;
    const { layout } = reading;
    const { textCells } = region;
    byKind.add(listed, textCells);
    if (tallies.sources) {
      byState.countSource(listed);
      byState.addTo(this.sources, textCells);
    }
    if (tallies.passages) {
      byState.countPassages(listed, layout);
      byState.addTo(this.passages, textCells);
    }
    for (const [which, clip] of this.clips.entries()) {
      clip.take(reading, region);
      byState.coverText(listed, layout, clip);
      byState.addTo(must(this.covered[which], 'a list per covered text'), textCells);
    }
    if (tallies.cases || tallies.speakers) this.meetings.add(listed, layout, region);
  }
}

function casesIn({ layout }: Reading, { inside }: Region): Set<number> {
  return new Set(layout.profiles.flatMap(({ cases }, profile) => (inside[profile] ? cases : [])));
}
