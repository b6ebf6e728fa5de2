// One source under a plan: its text in groups, the regions of the table they make up, and which regions hold a coding.
import { must } from '../must.ts';
import type { CorpusSource } from './corpus.ts';
import { textPasses } from './filters.ts';
import { layoutOf, ordinalsOf, type Layout, type Profile } from './layout.ts';
import { at } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { Place } from './values.ts';

/** Text with the same values on both axes, of which the filters let all or nothing pass. */
export interface Group {
  readonly passes: boolean;
  /** Its cells, by text states: cell i is rows[i], columns[i]. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Place of this list of cells among those of the plan. */
  readonly cells: number;
}

/** The groups that stand in certain cells, and all the cells (by text states) that have exactly these groups. */
export interface Region {
  readonly rows: readonly number[];
  /** As long as `rows`: cell i is rows[i], columns[i]. */
  readonly columns: readonly number[];
  /** Place of this list of cells among those of the plan. */
  readonly cells: number;
  /** By profile of the layout: its text is inside the region. */
  readonly inside: readonly boolean[];
  /** All text of the source is inside. */
  readonly whole: boolean;
}

const nobody: Profile = { speaker: -1, cases: [], key: '' };

export class Reading {
  readonly source: CorpusSource;
  readonly layout: Layout;
  readonly regions: readonly Region[];
  /** By profile of the layout: its text passes the filters. */
  readonly passing: readonly boolean[];
  /** The source has text in scope; without filters below the source it may also be a source without text. */
  readonly inScope: boolean;

  private readonly plan: Plan;
  private readonly groups: readonly Group[];
  /** By profile: index of its group. */
  private readonly groupOf: readonly number[];
  /** By group: the indexes of its regions; null where the filters keep it out. */
  private readonly regionsOf: readonly (readonly number[] | null)[];
  private readonly sourcePasses: boolean;
  /** By mix of profiles: the regions of all of them together. */
  private readonly heldByMix: (readonly number[] | null | undefined)[] = [];

  constructor(plan: Plan, index: number) {
    this.plan = plan;
    this.source = must(plan.corpus.sources[index], 'a source of the corpus');
    this.layout = layoutOf(this.source);
    const { profiles } = this.layout;
    const place = { source: this.source, index, profile: nobody };
    this.sourcePasses = plan.filters.every(
      (filter) => filter.values.reach !== 'source' || textPasses(filter, place),
    );
    const ofProfile = plan.byAtom
      ? profiles.map((profile) => groupAt(plan, { ...place, profile }))
      : [groupAt(plan, place)];
    const groups = [...new Set(ofProfile)];
    const of = profiles.map((_, profile) =>
      plan.byAtom ? groups.indexOf(must(ofProfile[profile], 'its group')) : 0,
    );
    this.groups = groups;
    this.groupOf = of;
    this.passing = of.map((group) => groups[group]?.passes ?? false);
    this.inScope = groups.some(({ passes }) => passes);
    const found = groups.length === 1 ? onlyRegion(groups, of) : regionsFrom(plan, groups, of);
    this.regions = found.regions;
    this.regionsOf = found.of;
  }

  /** The codings that the plan chooses, by their places in the source's block. */
  chosen(): Int32Array {
    const all = new Int32Array(this.source.codings.start.length);
    return all.subarray(0, this.plan.choose(this.source, all));
  }

  /**
   * The indexes of the regions that count a coding under the overlap rule: none for a coding in scope that stands at no
   * heading; null when the filters on text keep it out.
   */
  hold(coding: number): readonly number[] | null {
    const mix = at(this.layout.mixOf, coding);
    if (this.plan.overlap === 'largest' && this.groups.length > 1 && mix !== 0) {
      return this.regionsOf[this.largest(coding)] ?? null;
    }
    const known = this.heldByMix[mix];
    return known === undefined ? (this.heldByMix[mix] = this.holdMix(mix)) : known;
  }

  /** The regions of every coding, where all have the same; undefined where it depends. */
  get holdsAll(): readonly number[] | undefined {
    const isOne = this.groups.length === 1 && !(this.plan.byAtom && this.layout.hasTextless);
    return isOne ? (this.regionsOf[0] ?? undefined) : undefined;
  }

  private holdMix(mix: number): readonly number[] | null {
    const { byAtom, filtersAtoms } = this.plan;
    if (!byAtom) return this.regionsOf[0] ?? null;
    if (mix === 0) return this.sourcePasses && !filtersAtoms ? [] : null;
    let held: number[] | null = null;
    for (const profile of this.layout.mixes[mix] ?? []) {
      const regions = this.regionsOf[this.groupOf[profile] ?? -1];
      if (!regions) continue;
      held ??= [];
      for (const region of regions) if (!held.includes(region)) held.push(region);
    }
    return held;
  }

  /** The group with most characters of the coding; of equals the one met first. */
  private largest(coding: number): number {
    const ordinals = ordinalsOf(this.source, 'characters');
    const { profileOf, startAtom } = this.layout;
    const { atoms, codings } = this.source;
    const end = at(codings.end, coding);
    const characters = new Map<number, number>();
    for (let atom = at(startAtom, coding); atom < profileOf.length && at(atoms.start, atom) < end; atom++) {
      const group = this.groupOf[at(profileOf, atom)];
      if (group === undefined) continue;
      const from = Math.max(at(ordinals.before, atom), at(ordinals.start, coding));
      const to = Math.min(at(ordinals.before, atom + 1), at(ordinals.end, coding));
      characters.set(group, (characters.get(group) ?? 0) + to - from);
    }
    let best = -1;
    for (const [group, count] of characters) if (count > (characters.get(best) ?? -1)) best = group;
    return best;
  }
}

/** Equal groups are one object. */
function groupAt(plan: Plan, place: Place): Group {
  const { filters, lines, columns, groups } = plan;
  const name = plan.bySource ? `${place.index} ${place.profile.key}` : place.profile.key;
  let group = groups.byPlace.get(name);
  if (group === undefined) {
    const passes = filters.every((filter) => textPasses(filter, place));
    const key = `${passes} ${lines.textKey(place)} ${columns.textKey(place)}`;
    const down = lines.textAt(place);
    const across = columns.textAt(place);
    const cells = {
      rows: down.flatMap((row) => across.map(() => row)),
      columns: down.flatMap(() => across),
    };
    group = groups.byKey.get(key) ?? { passes, ...cells, cells: plan.cellLists.placeOf(cells) };
    groups.byKey.set(key, group);
    groups.byPlace.set(name, group);
  }
  return group;
}

interface Regions {
  readonly regions: readonly Region[];
  /** By group: the indexes of its regions; null where the filters keep it out. */
  readonly of: readonly (readonly number[] | null)[];
}

/** The region of a source of one group, if it passes and stands in any cell. */
function onlyRegion([group]: readonly Group[], groupOf: readonly number[]): Regions {
  if (!group?.passes) return { regions: [], of: [null] };
  if (group.rows.length === 0) return { regions: [], of: [[]] };
  const { rows, columns, cells } = group;
  return { regions: [{ rows, columns, cells, inside: groupOf.map(() => true), whole: true }], of: [[0]] };
}

/** The regions of the groups that pass, and for each group the indexes of its regions. */
function regionsFrom(plan: Plan, groups: readonly Group[], groupOf: readonly number[]): Regions {
  const inCell = new Map<string, { row: number; column: number; groups: number[] }>();
  for (const [index, { passes, rows, columns }] of groups.entries()) {
    if (!passes) continue;
    for (const [place, row] of rows.entries()) {
      const column = must(columns[place], 'a column per row');
      const key = `${row} ${column}`;
      const cell = inCell.get(key);
      if (cell) cell.groups.push(index);
      else inCell.set(key, { row, column, groups: [index] });
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
  const of = groups.map(({ passes }): number[] | null => (passes ? [] : null));
  const regions = [...found.values()].map(({ rows, columns, groups: members }, region): Region => {
    for (const group of members) of[group]?.push(region);
    const inside = groupOf.map((group) => members.includes(group));
    const cells = plan.cellLists.placeOf({ rows, columns });
    return { rows, columns, cells, inside, whole: members.length === groups.length };
  });
  return { regions, of };
}
