// The counting itself: one pass over the sources, every coding once in each region that holds it.
import { must } from '../must.ts';
import { ByKind } from './by-kind.ts';
import { ByState } from './by-state.ts';
import { Clip } from './clip.ts';
import { CodingKinds } from './kinds.ts';
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
  readonly added: readonly RealSums[];
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
  private readonly scope: ScopeCount;

  /** Of the source at hand: the kind of each coding, and by region how many of its codings are listed, and these. */
  private kindOf = new Int32Array(64);
  private listed = new Int32Array(8);
  private readonly lists: Int32Array<ArrayBuffer>[] = [];

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
    this.scope = new ScopeCount(corpus);
  }

  addSource(reading: Reading): void {
    this.scope.add(reading);
    if (this.tallies.bases.length > 0 || this.tallies.cases) this.addBases(reading);
    if (reading.isOut) return;
    const { source, regions, holdsAll } = reading;
    const chosen = this.plan.choose(source);
    this.kindOf = grown(this.kindOf, source.codings.start.length);
    this.kinds.note({ source, codings: chosen, kindOf: this.kindOf });
    this.byState.open();
    if (holdsAll !== undefined) {
      this.scope.references += chosen.length;
      for (const index of holdsAll) this.addRegion(reading, must(regions[index], 'a region'), chosen);
      return;
    }
    this.listCodings(reading, chosen);
    for (const [index, region] of regions.entries()) {
      const list = must(this.lists[index], 'a list per region');
      this.addRegion(reading, region, list.subarray(0, at(this.listed, index)));
    }
  }

  counts(): Counts {
    const { lines, columns } = this.plan;
    const added = this.byKind.sums();
    const references = must(added[this.tallies.references], 'references are always counted');
    const ofAll = this.kinds.numberOf(lines.codingStates * columns.codingStates - 1);
    return {
      added,
      covered: this.covered,
      passages: this.passages,
      sources: this.sources,
      ...this.meetings.counts(),
      kinds: this.kinds,
      bases: this.bases,
      casesWithText: this.casesWithText,
      scope: this.scope.scope(countAt(references, this.textCellCount - 1, ofAll)),
    };
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
    const { regions } = reading;
    const { lists } = this;
    this.listed = grown(this.listed, regions.length).fill(0);
    const { listed } = this;
    for (let region = 0; region < regions.length; region++) {
      lists[region] = grown(lists[region] ?? new Int32Array(64), chosen.length);
    }
    for (let place = 0; place < chosen.length; place++) {
      const coding = at(chosen, place);
      const held = reading.hold(coding);
      if (held === null) continue;
      this.scope.references++;
      for (let index = 0; index < held.length; index++) {
        const region = must(held[index], 'a region');
        const end = at(listed, region);
        must(lists[region], 'a list per region')[end] = coding;
        listed[region] = end + 1;
      }
    }
  }

  private addRegion(reading: Reading, region: Region, codings: Int32Array): void {
    if (codings.length === 0) return;
    const { byKind, byState, tallies } = this;
    const { source, layout } = reading;
    const { textCells } = region;
    const listed = { source, codings, kindOf: this.kindOf };
    byKind.add(listed, textCells);
    if (tallies.sources) {
      byState.countSource(byKind.used, byKind.usedCount);
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
