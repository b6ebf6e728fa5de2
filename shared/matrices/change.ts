// Before → after: what a measure was in one phase and is in another, over the cases that have material in both.
import { must } from '../must.ts';
import { Refused } from '../refused.ts';
import { joinedAxis } from './axis.ts';
import type { Corpus } from './corpus.ts';
import { named } from '../names.ts';
import { dimensionName } from './dimensions.ts';
import { ANY } from './filters.ts';
import { labelOf } from './labels.ts';
import type { Dimension, Filter, Heading, Measure, Question, Scope } from './question.ts';
import { ofChange, planOf, type Selection } from './plan.ts';
import { pairedCases, type Sides } from './paired-cases.ts';
import { counted } from './tabulate.ts';

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
    ofPanels?.outer.map(({ ids, labels }) => [
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
    rows: all.rows,
    columns: all.columns,
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

interface Pairing {
  readonly sides: Sides;
  readonly paired: ReadonlySet<number>;
  /** What tells the cases apart, where no panel of its own does. */
  readonly caseAxis: 'rows' | 'columns' | 'panels' | undefined;
}

/** Panes that tell phases apart, and cases where no axis does. */
interface Told {
  readonly outer: readonly Heading[];
  readonly rows: readonly Heading[];
  readonly columns: readonly Heading[];
  /** By place in `outer`: the measure by row × (columns + 1) + column, the totals last. */
  readonly pane: (outer: number) => readonly (number | null)[];
  readonly scope: Scope;
}

/** Counts all phases and cases in one go: a line for each of them, with the whole pane of the question across. */
function toldFor(corpus: Corpus, question: ChangeQuestion & Selection): Told {
  const { rows, columns, panels, ...plan } = planOf(corpus, question, ofChange);
  const outer = must(panels, 'the phases at least');
  const { read, scope } = counted(
    {
      ...plan,
      rows: outer,
      lines: outer,
      columns: joinedAxis(rows, columns),
      panels: null,
      groups: { byPlace: new Map(), byKey: new Map() },
    },
    question,
  );
  return {
    outer: outer.headings,
    rows: rows.headings,
    columns: columns.headings,
    pane: read(question.measures[0]).line,
    scope,
  };
}

/** The cells of the panel that `prefix` names; without one of all panels together. */
function cellsOf(
  corpus: Corpus,
  pairing: Pairing,
  told: Told & { readonly prefix: readonly string[] },
): Change[][] {
  const width = told.columns.length + 1;
  const cells = Array.from({ length: (told.rows.length + 1) * width }, () => new PairedCell());
  eachPair(corpus, pairing, told, (each, before, after, places) => {
    const { id } = must(corpus.cases[each], 'the case');
    for (const { from, to } of places) {
      must(cells[to], 'the cell').add(id, before[from] ?? null, after[from] ?? null);
    }
  });
  const changed = cells.map((cell) => cell.change());
  return [...told.rows, null].map((_, row) => changed.slice(row * width, (row + 1) * width));
}
/** A case's panes before and after, and which numbers of these count in which cells. */
type VisitPair = (
  each: number,
  before: readonly (number | null)[],
  after: readonly (number | null)[],
  places: readonly { readonly from: number; readonly to: number }[],
) => void;

/** Visits the cases that have material in both phases. */
function eachPair(
  corpus: Corpus,
  { sides, paired, caseAxis }: Pairing,
  { outer, rows, columns, pane, prefix }: Told & { readonly prefix: readonly string[] },
  visit: VisitPair,
): void {
  const outerAt = new Map(outer.map(({ ids }, place) => [ids.join('\n'), place]));
  const caseAt = new Map(corpus.cases.map(({ id }, index) => [id, index]));
  const width = columns.length + 1;
  const everywhere = Array.from({ length: (rows.length + 1) * width }, (_, cell) => ({
    from: cell,
    to: cell,
  }));
  const panesOf = (...ids: readonly string[]): (readonly (number | null)[] | undefined)[] =>
    sides.map((side) => {
      const phase = must(corpus.phases[side], 'the phase').id;
      const place = outerAt.get([...prefix, phase, ...ids].join('\n'));
      return place === undefined ? undefined : pane(place);
    });
  if (caseAxis === undefined) {
    for (const each of paired) {
      const [before, after] = panesOf(must(corpus.cases[each], 'the case').id);
      if (before && after) visit(each, before, after, everywhere);
    }
    return;
  }
  const [before, after] = panesOf();
  if (!before || !after) return;
  if (caseAxis === 'panels') {
    const each = must(caseAt.get(must(prefix[0], 'the panel')), 'the case');
    if (paired.has(each)) visit(each, before, after, everywhere);
    return;
  }
  const isRow = caseAxis === 'rows';
  for (const [own, { ids }] of (isRow ? rows : columns).entries()) {
    const each = must(caseAt.get(ids.join()), 'the case');
    if (!paired.has(each)) continue;
    // In its own row (column), and in the one of all cases.
    const places = Array.from({ length: isRow ? width : rows.length + 1 }, (_, other) => {
      const from = isRow ? own * width + other : other * width + own;
      return [from, isRow ? rows.length * width + other : other * width + columns.length].map((to) => ({
        from,
        to,
      }));
    });
    visit(each, before, after, places.flat());
  }
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
