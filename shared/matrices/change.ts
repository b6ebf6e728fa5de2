// Before → after: what a measure was in one phase and is in another, over the cases that have material in both.
import { must } from '../must.ts';
import { Refused } from '../refused.ts';
import type { Corpus } from './corpus.ts';
import { named } from '../names.ts';
import { dimensionName, reachOf } from './dimensions.ts';
import { ANY } from './filters.ts';
import type { Dimension, Filter, Heading, Measure, Question, Scope } from './question.ts';
import { labelOf } from './labels.ts';
import { lineOf, type Plan, type Selection } from './plan.ts';
import { tabulate, workedOut } from './tabulate.ts';

/** Measures that can be set against each other; counts cannot: the two phases differ in how much was said. */
export const changingMeasures = [
  'presence',
  'rate',
  'share',
  'own-share',
  'mean-level',
  'median-level',
  'mean-weight',
] as const satisfies readonly Measure[];
export type ChangingMeasure = (typeof changingMeasures)[number];

/** One dimension on the rows, at most one on the columns, at most one of panels; none of them the phases compared. */
export interface ChangeQuestion extends Question {
  readonly measures: readonly [ChangingMeasure];
  readonly phases: {
    /** The phase of the coding (else of its source), or of the source alone. */
    readonly dimension: { readonly kind: 'phase' | 'source-phase' };
    /** Ids or names of phases. */
    readonly from: string;
    readonly to: string;
  };
}

/** A cell over the cases paired there. */
export interface Change {
  /** Means over the paired cases; null where there is none. */
  readonly before: number | null;
  readonly after: number | null;
  /** after − before. */
  readonly change: number | null;
  /** Paired cases, and those in which it rose and fell. */
  readonly n: number;
  readonly rose: number;
  readonly fell: number;
  /** Ids of the paired cases. */
  readonly cases: readonly string[];
}

/** The row after the last and the column after the last are the totals. */
export interface ChangePane {
  readonly cells: readonly (readonly Change[])[];
}

export interface ChangeTable extends ChangePane {
  readonly rows: readonly Heading[];
  readonly columns: readonly Heading[];
  readonly panels: readonly (ChangePane & { readonly heading: Heading })[];
  readonly from: Heading;
  readonly to: Heading;
  /** Cases with material in both phases that is coded. */
  readonly paired: number;
  /** The cases with material in both of which nobody has coded that of one phase yet. */
  readonly uncoded: readonly Heading[];
  readonly scope: Scope;
}

/**
 * The measure of each case before and after, and the mean of both and of their difference over the cases that have
 * material in both phases (a text of the phase, or a coding about it) and for which the measure is defined in both.
 * Silence of material that nobody has coded yet is no value: such a case is not compared.
 * Throws Refused as `tabulate` does, for nested axes and for phases that are not there.
 */
export function changes(corpus: Corpus, question: ChangeQuestion): ChangeTable {
  refuseUnfit(question);
  const { dimension } = question.phases;
  const sides = sidesOf(corpus, question);
  const { paired, uncoded } = pairedCases(corpus, question, sides);
  const hasCases = (list: readonly Dimension[]): boolean => list.some(({ kind }) => kind === 'case');
  const caseAxis = (['rows', 'columns'] as const).find((side) => hasCases(question[side]));
  const outer: Dimension[] = caseAxis ? [dimension] : [dimension, { kind: 'case' }];
  const { panels = [] } = question;
  const all = toldFor(corpus, { ...question, within: inAnyPanel(question), panels: outer });
  const ofPanels =
    panels.length === 0
      ? null
      : toldFor(corpus, { ...question, panels: [...panels, ...(hasCases(panels) ? [dimension] : outer)] });
  const panelHeadings = new Map(
    ofPanels?.plan.panels?.headings.map(({ ids, labels }) => [
      must(ids[0], 'the panel'),
      { ids: ids.slice(0, 1), labels: labels.slice(0, 1) },
    ]),
  );
  const ofPanel: Pairing = { sides, paired, caseAxis: hasCases(panels) ? 'panels' : caseAxis };
  const headingOf = (index: number): Heading => {
    const { id, name } = must(corpus.phases[index], 'the phase');
    return { ids: [id], labels: [name] };
  };
  return {
    rows: all.plan.rows.headings,
    columns: all.plan.columns.headings,
    cells: cellsOf(corpus, { sides, paired, caseAxis }, { ...all, prefix: [] }),
    panels: Array.from(panelHeadings, ([id, heading]) => ({
      heading,
      cells: cellsOf(corpus, ofPanel, { ...(ofPanels ?? all), prefix: [id] }),
    })),
    from: headingOf(sides[0]),
    to: headingOf(sides[1]),
    paired: paired.size,
    uncoded: uncoded.map((each) => {
      const { id, ...entry } = must(corpus.cases[each], 'the case');
      return { ids: [id], labels: [labelOf({ id, ...entry })] };
    }),
    scope: all.scope,
  };
}

/** What all panels together count: what has any value of the panels' dimension, where no filter on it says more. */
export function inAnyPanel({ panels = [], filters }: ChangeQuestion): Filter[] {
  const filtered = new Set(filters.map(({ dimension }) => dimensionName(dimension)));
  return panels
    .filter((panel) => !filtered.has(dimensionName(panel)))
    .map((dimension) => ({ dimension, values: [ANY] }));
}

function refuseUnfit({ rows, columns, panels = [], phases }: ChangeQuestion): void {
  const axes = [...rows, ...columns, ...panels];
  const compared = axes.some(({ kind }) => kind === phases.dimension.kind);
  if (rows.length > 1 || columns.length > 1 || panels.length > 1 || compared) {
    throw new Refused('refused.change-axes');
  }
}

/** Places of the two phases among those of the corpus. */
type Sides = readonly [number, number];

function sidesOf({ phases }: Corpus, { phases: { from, to } }: ChangeQuestion): Sides {
  const things = phases.map(({ id, name, alsoNames = [] }, index) => ({
    uid: id,
    names: [name, ...alsoNames],
    index,
  }));
  const placeOf = (text: string): number => {
    const found = named(things, text);
    if (found) return found.index;
    throw new Refused('refused.no-such-phase', { name: text, known: phases.map(({ name }) => name) });
  };
  const sides = [placeOf(from), placeOf(to)] as const;
  if (sides[0] === sides[1]) throw new Refused('refused.same-phase');
  return sides;
}

/**
 * Places of the cases that have, in both phases, a text of the phase or (for the phase of codings) a coding about it; apart
 * those of which nobody has coded a text of one of the phases, nor anything about it.
 */
function pairedCases(
  corpus: Corpus,
  question: ChangeQuestion,
  sides: Sides,
): { readonly paired: ReadonlySet<number>; readonly uncoded: readonly number[] } {
  const { dimension } = question.phases;
  // Which codes are asked for does not change what there is to read.
  const filters = question.filters.filter((filter) => reachOf(filter.dimension) !== 'coding');
  const base = { ...question, filters, rows: [{ kind: 'case' } as const], panels: [] };
  const bySource = { ...base, columns: [{ kind: 'source-phase' } as const] };
  const byCoding = dimension.kind === 'phase' ? [{ ...base, columns: [dimension] }] : [];
  const texts = countBy(corpus, { ...bySource, measures: ['case-share'] });
  const told = byCoding.map((each) => countBy(corpus, { ...each, measures: ['references'] }));
  const coded = [bySource, ...byCoding].map((each) =>
    countBy(corpus, { ...each, coders: null, measures: ['references'] }),
  );
  const all = corpus.cases.flatMap(({ id }, each) => {
    const has = (phase: string): boolean => [texts, ...told].some((count) => count(id, phase) > 0);
    const phases = sides.map((side) => must(corpus.phases[side], 'the phase').id);
    const isCoded = phases.every((phase) => coded.some((count) => count(id, phase) > 0));
    return phases.every(has) ? [{ each, isCoded }] : [];
  });
  const [paired = [], uncoded = []] = [true, false].map((isCoded) =>
    all.filter((one) => one.isCoded === isCoded).map(({ each }) => each),
  );
  return { paired: new Set(paired), uncoded };
}

/** How much stands in a case and phase: references, or for the share of cases whether there is text; 0 where neither is on an axis. */
function countBy(
  corpus: Corpus,
  question: Question & { readonly measures: readonly ['references' | 'case-share'] },
): (each: string, phase: string) => number {
  const table = tabulate(corpus, question);
  const [measure] = question.measures;
  const { [measure]: numbers = [] } = measure === 'case-share' ? table.bases : table.cells;
  const placeOf = (headings: readonly Heading[]) =>
    new Map(headings.map(({ ids }, place) => [ids.join(), place]));
  const [rows, columns] = [placeOf(table.rows), placeOf(table.columns)];
  return (each, phase) => numbers[rows.get(each) ?? -1]?.[columns.get(phase) ?? -1] ?? 0;
}

interface Pairing {
  readonly sides: Sides;
  readonly paired: ReadonlySet<number>;
  /** What tells the cases apart, where no panel of its own does. */
  readonly caseAxis: 'rows' | 'columns' | 'panels' | undefined;
}

/** A table whose panels tell phases, and cases where no axis does, within the panel that `prefix` names. */
interface Told {
  readonly plan: Plan;
  /** By line of the plan and column. */
  readonly value: (line: number, column: number) => number | null;
  readonly scope: Scope;
  readonly prefix: readonly string[];
}

function toldFor(corpus: Corpus, question: ChangeQuestion & Selection): Omit<Told, 'prefix'> {
  const { plan, read, scope } = workedOut(corpus, question);
  return { plan, scope, value: read(question.measures[0]).value };
}

/** A case, the panels of its numbers before and after (-1 for none), and the row and column of these. */
type VisitCase = (each: number, sides: readonly number[], at: { row: number; column: number }) => void;

function cellsOf(corpus: Corpus, pairing: Pairing, told: Told): Change[][] {
  const { plan } = told;
  const lines = [...plan.rows.headings.keys(), plan.rows.total];
  const across = [...plan.columns.headings.keys(), plan.columns.total];
  const eachCase = casesOf(corpus, pairing, told);
  return lines.map((row) =>
    across.map((column) => {
      const cell = new PairedCell();
      eachCase({ row, column }, (each, [before = -1, after = -1], at) => {
        if (before === -1 || after === -1 || !pairing.paired.has(each)) return;
        const valueIn = (panel: number): number | null => told.value(lineOf(plan, panel, at.row), at.column);
        cell.add(must(corpus.cases[each], 'the case').id, valueIn(before), valueIn(after));
      });
      return cell.change();
    }),
  );
}

/** For a cell: every case that it compares, and where the case's own numbers stand. */
function casesOf(
  corpus: Corpus,
  { sides, paired, caseAxis }: Pairing,
  { plan, prefix }: Told,
): (cell: { row: number; column: number }, visit: VisitCase) => void {
  const panelAt = new Map(plan.panels?.headings.map(({ ids }, place) => [ids.join('\n'), place]));
  const place = new Map(corpus.cases.map(({ id }, index) => [id, index]));
  const sidesOf = (...ids: readonly string[]): number[] =>
    sides.map((side) => {
      const phase = must(corpus.phases[side], 'the phase').id;
      return panelAt.get([...prefix, phase, ...ids].join('\n')) ?? -1;
    });
  if (caseAxis === undefined) {
    // Looked up once for each case, not for each of its cells.
    const all = [...paired].map((each) => ({ each, own: sidesOf(must(corpus.cases[each], 'the case').id) }));
    return (cell, visit) => {
      for (const { each, own } of all) visit(each, own, cell);
    };
  }
  const own = sidesOf();
  if (caseAxis === 'panels') {
    const each = must(place.get(must(prefix[0], 'the panel')), 'the case');
    return (cell, visit) => visit(each, own, cell);
  }
  const axis = plan[caseAxis];
  const cases = axis.headings.map(({ ids }) => must(place.get(ids.join()), 'the case'));
  const side = caseAxis === 'rows' ? 'row' : 'column';
  return (cell, visit) => {
    const chosen = cell[side] === axis.total ? cases.keys() : [cell[side]];
    for (const at of chosen) visit(must(cases[at], 'the case'), own, { ...cell, [side]: at });
  };
}

/** Sums over the cases of one cell for which both sides are defined. */
class PairedCell {
  private readonly cases: string[] = [];
  private before = 0;
  private after = 0;
  private rose = 0;
  private fell = 0;

  add(id: string, before: number | null, after: number | null): void {
    if (before === null || after === null) return;
    this.cases.push(id);
    this.before += before;
    this.after += after;
    if (after > before) this.rose++;
    if (after < before) this.fell++;
  }

  change(): Change {
    const { cases, before, after, rose, fell } = this;
    const n = cases.length;
    const mean = (sum: number): number | null => (n === 0 ? null : sum / n);
    return { before: mean(before), after: mean(after), change: mean(after - before), n, rose, fell, cases };
  }
}
