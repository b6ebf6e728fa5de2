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
  /** Its cells: see Region. */
  readonly cells: TextCells;
}

/** Cells by text states: cell i is rows[i], columns[i], and its number rows[i] × text states of the columns + columns[i]. */
interface TextCells {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly textCells: readonly number[];
}

/** The groups that stand in certain cells, and all the cells that have exactly these groups. */
export interface Region extends TextCells {
  /** By profile of the layout: its text is inside the region. */
  readonly inside: readonly boolean[];
  /** All text of the source is inside. */
  readonly whole: boolean;
}

const nobody: Profile = { speaker: -1, cases: [] };

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
    const groups: Group[] = [];
    const of = profiles.map((profile) => {
      const group = groupAt(plan, plan.byAtom ? { ...place, profile } : place);
      const known = groups.indexOf(group);
      return known === -1 ? groups.push(group) - 1 : known;
    });
    if (profiles.length === 0 && !plan.byAtom) groups.push(groupAt(plan, place));
    this.groups = groups;
    this.groupOf = of;
    this.passing = of.map((group) => groups[group]?.passes ?? false);
    this.inScope = groups.some(({ passes }) => passes);
    const found = groups.length === 1 ? onlyRegion(groups, of) : regionsFrom(groups, of);
    this.regions = found.regions;
    this.regionsOf = found.of;
  }

  /** No coding of the source is in scope. */
  get isOut(): boolean {
    const textless = this.plan.byAtom && this.layout.hasTextless ? this.holdMix(0) : null;
    return textless === null && !this.inScope;
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
    let held: readonly number[] | null = null;
    for (const profile of this.layout.mixes[mix] ?? []) {
      const regions = this.regionsOf[this.groupOf[profile] ?? -1];
      if (regions) held = held === null ? regions : withAll(held, regions);
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

/** What is in one of the lists or in both; one of these itself where it has all of the other. */
function withAll(list: readonly number[], others: readonly number[]): readonly number[] {
  if (list.length === 0) return others;
  let all: number[] | null = null;
  for (const other of others) if (!list.includes(other)) (all ??= [...list]).push(other);
  return all ?? list;
}

/** Equal groups are one object. */
function groupAt(plan: Plan, place: Place): Group {
  const { filters, lines, columns, groups } = plan;
  const { profile } = place;
  const known = plan.bySource ? undefined : groups.byPlace.get(profile);
  if (known !== undefined) return known;
  const passes = filters.every((filter) => textPasses(filter, place));
  const key = `${passes} ${plan.borderKey(place)}`;
  let group = groups.byKey.get(key);
  if (group === undefined) {
    const down = lines.textAt(place);
    const across = columns.textAt(place);
    const rows = down.flatMap((row) => across.map(() => row));
    const cells = { rows, columns: down.flatMap(() => across) };
    const textCells = rows.map(
      (row, index) => row * columns.textStates + must(cells.columns[index], 'a column'),
    );
    group = { passes, cells: { ...cells, textCells } };
    groups.byKey.set(key, group);
  }
  if (!plan.bySource) groups.byPlace.set(profile, group);
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
  if (group.cells.rows.length === 0) return { regions: [], of: [[]] };
  return { regions: [{ ...group.cells, inside: groupOf.map(() => true), whole: true }], of: [[0]] };
}

/** The regions of the groups that pass, and for each group the indexes of its regions. */
function regionsFrom(groups: readonly Group[], groupOf: readonly number[]): Regions {
  const cells = new Map<number, { row: number; column: number; groups: number[] }>();
  for (let group = 0; group < groups.length; group++) {
    const { passes, cells: own } = must(groups[group], 'a group');
    if (!passes) continue;
    for (let place = 0; place < own.textCells.length; place++) {
      const textCell = must(own.textCells[place], 'a cell');
      const known = cells.get(textCell);
      if (known) known.groups.push(group);
      else {
        const row = must(own.rows[place], 'a row');
        cells.set(textCell, { row, column: must(own.columns[place], 'a column'), groups: [group] });
      }
    }
  }
  const regions: (Region & { rows: number[]; columns: number[]; textCells: number[] })[] = [];
  const of = groups.map(({ passes }): number[] | null => (passes ? [] : null));
  const byGroups = new Map<string, number>();
  for (const [textCell, { row, column, groups: members }] of cells) {
    const key = members.join();
    let region = byGroups.get(key);
    if (region === undefined) {
      const isMember = groups.map(() => false);
      for (const group of members) {
        isMember[group] = true;
        of[group]?.push(regions.length);
      }
      const inside = groupOf.map((group) => isMember[group] === true);
      const whole = members.length === groups.length;
      region = regions.push({ rows: [], columns: [], textCells: [], inside, whole }) - 1;
      byGroups.set(key, region);
    }
    const { rows, columns, textCells } = must(regions[region], 'the region');
    rows.push(row);
    columns.push(column);
    textCells.push(textCell);
  }
  return { regions, of };
}
