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
import type { Tallies } from './tallies.ts';

/** Lists by cell = line × (columns + 1) + column (see Plan.lines); the last line and the last column are the totals. */
export interface Counts {
  /** By place in the tallies. */
  readonly added: readonly Float64Array[];
  /** By covered text of the tallies. */
  readonly covered: readonly Int32Array[];
  readonly passages: Int32Array;
  readonly sources: Int32Array;
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

class Counting {
  private readonly plan: Plan;
  private readonly tallies: Tallies;
  private readonly cellCount: number;
  private readonly textCellCount: number;
  private readonly kinds: CodingKinds;
  private readonly byKind: ByKind;
  private readonly byState: ByState;
  private readonly clips: readonly Clip[];
  private readonly covered: readonly Int32Array[];
  private readonly passages: Int32Array;
  private readonly sources: Int32Array;
  private readonly meetings: Meetings;
  private readonly baseClips: readonly Clip[];
  private readonly bases: Float64Array;
  private readonly casesWithText: Int32Array;
  /** Text cell × cases + case, for those counted. */
  private readonly withText = new Set<number>();
  private readonly scope: ScopeCount;

  /** Of the source at hand: the codings chosen, the kind of each, and by region how many of its codings are listed, and these. */
  private chosen = new Int32Array(64);
  private kindOf = new Int32Array(64);
  private listed = new Int32Array(8);
  private readonly lists: Int32Array<ArrayBuffer>[] = [];
  /** The lists themselves, or all that was chosen where a region has all. */
  private readonly codings: Int32Array<ArrayBuffer>[] = [];

  constructor(plan: Plan, tallies: Tallies) {
    const { corpus } = plan;
    this.plan = plan;
    this.tallies = tallies;
    this.cellCount = (plan.lines.total + 1) * (plan.columns.total + 1);
    this.textCellCount = plan.lines.textStates * plan.columns.textStates;
    const cells = (isAsked: boolean): Int32Array => new Int32Array(isAsked ? this.cellCount : 0);
    this.kinds = new CodingKinds(plan.lines, plan.columns);
    this.byKind = new ByKind(plan, tallies, this.kinds);
    this.byState = new ByState(plan, this.kinds);
    this.clips = tallies.covered.map((sum) => new Clip(corpus, sum));
    this.covered = tallies.covered.map(() => cells(true));
    this.passages = cells(tallies.passages);
    this.sources = cells(tallies.sources);
    this.meetings = new Meetings(plan, tallies, this.kinds);
    this.baseClips = tallies.bases.map((sum) => new Clip(corpus, sum));
    this.bases = new Float64Array(this.textCellCount * tallies.bases.length);
    this.casesWithText = new Int32Array(tallies.cases ? this.textCellCount : 0);
    this.scope = new ScopeCount(corpus);
  }

  addSource(reading: Reading): void {
    this.scope.add(reading);
    if (this.tallies.bases.length > 0 || this.tallies.cases) this.addBases(reading);
    this.listCodings(reading);
    for (const [index, region] of reading.regions.entries()) {
      if (at(this.listed, index) > 0) this.addRegion(reading, region, index);
    }
  }

  counts(): Counts {
    const added = this.byKind.sums(this.cellCount);
    const references = must(added[this.tallies.references], 'references are always counted');
    return {
      added,
      covered: this.covered,
      passages: this.passages,
      sources: this.sources,
      ...this.meetings.counts(this.cellCount),
      bases: this.bases,
      casesWithText: this.casesWithText,
      scope: this.scope.scope(real(references, this.cellCount - 1)),
    };
  }

  private addBases(reading: Reading): void {
    const { bases, cases } = this.tallies;
    for (const region of reading.regions) {
      const sizes = this.baseClips.map((clip) => clip.take(reading, region));
      const withText = cases ? casesIn(reading, region) : [];
      for (const [index, row] of region.rows.entries()) {
        const cell = row * this.plan.columns.textStates + must(region.columns[index], 'a column per row');
        for (const [which, size] of sizes.entries()) {
          this.bases[cell * bases.length + which] = real(this.bases, cell * bases.length + which) + size;
        }
        for (const each of withText) this.countCase(cell, each);
      }
    }
  }

  private countCase(textCell: number, each: number): void {
    const key = textCell * this.plan.corpus.cases.length + each;
    if (this.withText.has(key)) return;
    this.withText.add(key);
    this.casesWithText[textCell] = at(this.casesWithText, textCell) + 1;
  }

  private listCodings(reading: Reading): void {
    const { source, regions, holdsAll } = reading;
    const { codings, lists, kinds } = this;
    const count = source.codings.start.length;
    this.kindOf = grown(this.kindOf, count);
    this.chosen = grown(this.chosen, count);
    this.listed = grown(this.listed, regions.length).fill(0);
    const { chosen, listed, kindOf } = this;
    const length = this.plan.choose(source, chosen);
    kinds.fill(source, { codings: chosen, length, kindOf });
    if (holdsAll !== undefined) {
      this.scope.references += length;
      for (const region of holdsAll) {
        codings[region] = chosen;
        listed[region] = length;
      }
      return;
    }
    for (let region = 0; region < regions.length; region++) {
      codings[region] = lists[region] = grown(lists[region] ?? new Int32Array(64), count);
    }
    for (let place = 0; place < length; place++) {
      const coding = at(chosen, place);
      const held = reading.hold(coding);
      if (held === null) continue;
      this.scope.references++;
      for (let index = 0; index < held.length; index++) {
        const region = must(held[index], 'a region');
        const end = at(listed, region);
        must(codings[region], 'a list per region')[end] = coding;
        listed[region] = end + 1;
      }
    }
  }

  private addRegion(reading: Reading, region: Region, index: number): void {
    const { byState, tallies } = this;
    const { source, layout } = reading;
    const codings = must(this.codings[index], 'a list per region');
    const listed = { source, codings, length: at(this.listed, index), kindOf: this.kindOf };
    const addTo = (sums: Int32Array): void => {
      const { rows, columns } = region;
      for (let place = 0; place < rows.length; place++)
        byState.addTo(sums, must(rows[place], 'a row'), must(columns[place], 'a column per row'));
      byState.clear();
    };
    this.byKind.add(listed, region.cells);
    if (tallies.sources) {
      byState.countSource(listed);
      addTo(this.sources);
    }
    if (tallies.passages) {
      byState.countPassages(listed, layout);
      addTo(this.passages);
    }
    for (const [which, clip] of this.clips.entries()) {
      clip.take(reading, region);
      byState.coverText(listed, layout, clip);
      addTo(must(this.covered[which], 'a list per covered text'));
    }
    if (tallies.cases || tallies.speakers) this.meetings.add(listed, layout, region);
  }
}

function casesIn({ layout }: Reading, { inside }: Region): Set<number> {
  return new Set(layout.profiles.flatMap(({ cases }, profile) => (inside[profile] ? cases : [])));
}
