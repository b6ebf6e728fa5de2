// One source under a plan: its text in groups, the regions of the table they make up, and which regions hold a coding.
import { must } from '../must.ts';
import type { CorpusSource } from './corpus.ts';
import { textPasses } from './filters.ts';
import { layoutOf, ordinalsOf, type Layout, type Profile } from './layout.ts';
import { at } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { Place } from './values.ts';

/** Text of a source with the same values on both axes, of which the filters let all or nothing pass. */
interface Group {
  readonly key: string;
  readonly passes: boolean;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** The groups that stand in certain cells, and all the cells (by text states) that have exactly these groups. */
export interface Region {
  readonly rows: Int32Array;
  /** As long as `rows`: cell i is rows[i], columns[i]. */
  readonly columns: Int32Array;
  /** By atom: 1 inside the region. */
  readonly inside: Int32Array;
  /** All text of the source is inside. */
  readonly whole: boolean;
}

const nobody: Profile = { speaker: -1, cases: [] };

interface Regions {
  readonly regions: readonly Region[];
  /** By group: the indexes of its regions. */
  readonly of: readonly (readonly number[])[];
}

/** What `hold` answers for a coding that the filters on text keep out. */
export const OUT_OF_SCOPE = -1;

export class Reading {
  readonly source: CorpusSource;
  readonly layout: Layout;
  readonly regions: readonly Region[];
  /** By profile of the layout: its text passes the filters. */
  readonly passing: readonly boolean[];
  /** The source has text in scope; without filters below the source it may also be a source without text. */
  readonly inScope: boolean;
  /** The indexes of the regions that `hold` found. */
  readonly held: Int32Array;

  private readonly plan: Plan;
  private readonly groups: readonly Group[];
  /** By atom: index of its group, -1 for an atom without text. */
  private readonly groupOf: Int32Array;
  private readonly regionsOf: readonly (readonly number[])[];
  private readonly sourcePasses: boolean;
  /** What `hold` answers in a source of one group. */
  private readonly only: number;
  /** Of the coding at hand: the groups it meets, in order. */
  private met = 0;
  private readonly metGroups: Int32Array;
  /** By group: its characters of the coding at hand. */
  private readonly characters: Int32Array;
  /** By group and by region: the latest call of `hold` that found it. */
  private call = 0;
  private readonly metBy: Int32Array;
  private readonly heldBy: Int32Array;

  constructor(plan: Plan, index: number) {
    this.plan = plan;
    this.source = must(plan.corpus.sources[index], 'a source of the corpus');
    this.layout = layoutOf(this.source);
    const { profiles, profileOf } = this.layout;
    const place = { source: this.source, index, profile: nobody };
    this.sourcePasses = plan.filters.every(({ values, ...filter }) =>
      values.reach === 'source' ? textPasses({ values, ...filter }, place) : true,
    );

    const { groups, of } = plan.byAtom
      ? joined(profiles.map((profile) => groupAt(plan, { ...place, profile })))
      : { groups: [groupAt(plan, place)], of: profiles.map(() => 0) };
    this.groups = groups;
    // With a single group `hold` does not ask where it is.
    this.groupOf =
      groups.length === 1 ? this.layout.everywhere : profileOf.map((profile) => of[profile] ?? -1);
    this.passing = of.map((group) => groups[group]?.passes ?? false);
    this.inScope = groups.some(({ passes }) => passes);

    const found = groups.length === 1 ? onlyRegion(groups, this.layout) : regionsFrom(groups, this.groupOf);
    this.regions = found.regions;
    this.regionsOf = found.of;
    this.held = new Int32Array(found.regions.length);
    this.heldBy = new Int32Array(found.regions.length).fill(-1);
    this.metGroups = new Int32Array(groups.length);
    this.metBy = new Int32Array(groups.length).fill(-1);
    this.characters = new Int32Array(groups.length);
    this.only = groups.length === 1 ? this.holdIn(0, 0) : OUT_OF_SCOPE;
  }

  /**
   * Finds the regions that count a coding under the overlap rule and answers their number, which is 0 for a coding in
   * scope that stands at no heading; OUT_OF_SCOPE when the filters on text keep it out.
   */
  hold(coding: number): number {
    const { byAtom, filtersAtoms, overlap } = this.plan;
    if (!byAtom) return this.only;
    if (at(this.layout.hasText, coding) === 0) return this.sourcePasses && !filtersAtoms ? 0 : OUT_OF_SCOPE;
    if (this.groups.length === 1) return this.only;
    this.call++;
    this.meet(coding);
    if (this.met > 1 && overlap === 'largest') return this.holdIn(this.largest(coding), 0);
    let answer = OUT_OF_SCOPE;
    for (let place = 0; place < this.met; place++) {
      answer = Math.max(answer, this.holdIn(at(this.metGroups, place), Math.max(answer, 0)));
    }
    return answer;
  }

  /** Adds the group's regions to the `count` regions held so far, and answers how many there are now. */
  private holdIn(group: number, count: number): number {
    if (!this.groups[group]?.passes) return OUT_OF_SCOPE;
    let held = count;
    for (const region of this.regionsOf[group] ?? []) {
      if (at(this.heldBy, region) === this.call) continue;
      this.heldBy[region] = this.call;
      this.held[held++] = region;
    }
    return held;
  }

  private meet(coding: number): void {
    const { atoms, codings } = this.source;
    const end = at(codings.end, coding);
    this.met = 0;
    for (let atom = at(this.layout.startAtom, coding); atom < atoms.start.length; atom++) {
      if (at(atoms.start, atom) >= end) return;
      const group = at(this.groupOf, atom);
      if (group === -1 || at(this.metBy, group) === this.call) continue;
      this.metBy[group] = this.call;
      this.metGroups[this.met++] = group;
    }
  }

  /** The group with most characters of the coding; of equals the one met first. */
  private largest(coding: number): number {
    const { before, start, end } = ordinalsOf(this.source, 'characters');
    this.characters.fill(0);
    for (let atom = at(this.layout.startAtom, coding); atom <= at(this.layout.endAtom, coding); atom++) {
      const group = this.groupOf[atom] ?? -1;
      if (group === -1) continue;
      const from = Math.max(at(before, atom), at(start, coding));
      const to = Math.min(at(before, atom + 1), at(end, coding));
      if (to > from) this.characters[group] = at(this.characters, group) + to - from;
    }
    let best = at(this.metGroups, 0);
    for (let place = 1; place < this.met; place++) {
      const group = at(this.metGroups, place);
      if (at(this.characters, group) > at(this.characters, best)) best = group;
    }
    return best;
  }
}

function groupAt({ filters, rows, columns }: Plan, place: Place): Group {
  const passes = filters.every((filter) => textPasses(filter, place));
  return {
    key: `${passes} ${rows.textKey(place)} ${columns.textKey(place)}`,
    passes,
    rows: rows.textAt(place),
    columns: columns.textAt(place),
  };
}

/** Equal groups joined, and for each of the given ones the index of what it became. */
function joined(all: readonly Group[]): { groups: Group[]; of: number[] } {
  const groups: Group[] = [];
  const known = new Map<string, number>();
  const of = all.map((group) => {
    const index = known.get(group.key) ?? groups.push(group) - 1;
    known.set(group.key, index);
    return index;
  });
  return { groups, of };
}

/** The region of a source of one group, if it passes and stands in any cell. */
function onlyRegion([group]: readonly Group[], { everywhere }: Layout): Regions {
  if (!group?.passes || group.rows.length === 0 || group.columns.length === 0)
    return { regions: [], of: [[]] };
  const { rows, columns } = group;
  const region = {
    rows: Int32Array.from(rows.flatMap((row) => columns.map(() => row))),
    columns: Int32Array.from(rows.flatMap(() => columns)),
    inside: everywhere,
    whole: true,
  };
  return { regions: [region], of: [[0]] };
}

/** The regions of the groups that pass, and for each group the indexes of its regions. */
function regionsFrom(groups: readonly Group[], groupOf: Int32Array): Regions {
  const inCell = new Map<string, { row: number; column: number; groups: number[] }>();
  for (const [index, { passes, rows, columns }] of groups.entries()) {
    if (!passes) continue;
    for (const row of rows) {
      for (const column of columns) {
        const key = `${row} ${column}`;
        const cell = inCell.get(key) ?? { row, column, groups: [] };
        cell.groups.push(index);
        inCell.set(key, cell);
      }
    }
  }
  const found = new Map<string, { rows: number[]; columns: number[]; groups: number[] }>();
  for (const { row, column, groups: members } of inCell.values()) {
    const key = members.join();
    const region = found.get(key) ?? { rows: [], columns: [], groups: members };
    region.rows.push(row);
    region.columns.push(column);
    found.set(key, region);
  }
  const list = [...found.values()];
  return {
    regions: list.map(({ rows, columns, groups: members }) => ({
      rows: Int32Array.from(rows),
      columns: Int32Array.from(columns),
      inside: flagged(groupOf, members),
      whole: members.length === groups.length,
    })),
    of: groups.map((_, group) =>
      list.flatMap((region, index) => (region.groups.includes(group) ? [index] : [])),
    ),
  };
}

function flagged(groupOf: Int32Array, members: readonly number[]): Int32Array {
  const inside = new Int32Array(groupOf.length);
  for (let atom = 0; atom < groupOf.length; atom++)
    inside[atom] = members.includes(at(groupOf, atom)) ? 1 : 0;
  return inside;
}
