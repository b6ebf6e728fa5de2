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
  const { profile } = place;
  const known = plan.bySource ? undefined : groups.byPlace.get(profile);
  if (known !== undefined) return known;
  const passes = filters.every((filter) => textPasses(filter, place));
  const key = `${passes} ${lines.textKey(place)} ${columns.textKey(place)}`;
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
  const inCell = new Map<number, { row: number; column: number; groups: number[] }>();
  for (const [index, { passes, cells }] of groups.entries()) {
    if (!passes) continue;
    for (const [place, textCell] of cells.textCells.entries()) {
      const cell = inCell.get(textCell);
      if (cell) cell.groups.push(index);
      else {
        const [row, column] = [must(cells.rows[place], 'a row'), must(cells.columns[place], 'a column')];
        inCell.set(textCell, { row, column, groups: [index] });
      }
    }
  }
  const found = new Map<
    string,
    { rows: number[]; columns: number[]; textCells: number[]; groups: number[] }
  >();
  for (const [textCell, { row, column, groups: members }] of inCell) {
    const key = members.join();
    const region = found.get(key) ?? { rows: [], columns: [], textCells: [], groups: members };
    region.rows.push(row);
    region.columns.push(column);
    region.textCells.push(textCell);
    found.set(key, region);
  }
  const of = groups.map(({ passes }): number[] | null => (passes ? [] : null));
  const regions = [...found.values()].map(({ groups: members, ...cells }, region): Region => {
    for (const group of members) of[group]?.push(region);
    const isMember = groups.map((_, group) => members.includes(group));
    const inside = groupOf.map((group) => isMember[group] === true);
    return { ...cells, inside, whole: members.length === groups.length };
  });
  return { regions, of };
}
