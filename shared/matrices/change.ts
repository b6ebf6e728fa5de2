// Before → after: what a measure was in one phase and is in another, over the cases that have material in both.
import { must } from '../must.ts';
import { Refused } from '../refused.ts';
import type { Corpus } from './corpus.ts';
import { named } from '../names.ts';
import { dimensionName, reachOf } from './dimensions.ts';
import { ANY } from './filters.ts';
import type { Dimension, Heading, Measure, Question, Scope, Table } from './question.ts';
import { tabulate } from './tabulate.ts';

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
  /** Cases with material in both phases. */
  readonly paired: number;
  readonly scope: Scope;
}

/**
 * The measure of each case before and after, and the mean of both and of their difference over the cases that have
 * material in both phases (a text of the phase, or a coding about it) and for which the measure is defined in both.
 * Throws Refused as `tabulate` does, for nested axes and for phases that are not there.
 */
export function changes(corpus: Corpus, question: ChangeQuestion): ChangeTable {
  refuseUnfit(question);
  const { dimension } = question.phases;
  const sides = sidesOf(corpus, question);
  const paired = pairedCases(corpus, question, sides);
  const hasCases = (list: readonly Dimension[]): boolean => list.some(({ kind }) => kind === 'case');
  const caseAxis = (['rows', 'columns'] as const).find((side) => hasCases(question[side]));
  const outer: Dimension[] = caseAxis ? [dimension] : [dimension, { kind: 'case' }];
  const { panels = [], filters } = question;
  const inAnyPanel = panels
    .filter((panel) => !filters.some((filter) => dimensionName(filter.dimension) === dimensionName(panel)))
    .map((panel) => ({ dimension: panel, values: [ANY] }));
  const all = tabulate(corpus, { ...question, filters: [...filters, ...inAnyPanel], panels: outer });
  const ofPanels =
    panels.length === 0
      ? null
      : tabulate(corpus, { ...question, panels: [...panels, ...(hasCases(panels) ? [dimension] : outer)] });
  const panelHeadings = new Map(
    ofPanels?.panels.map(({ heading: { ids, labels } }) => [
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
    cells: cellsOf(corpus, question, { sides, paired, caseAxis }, { table: all, prefix: [] }),
    panels: Array.from(panelHeadings, ([id, heading]) => ({
      heading,
      cells: cellsOf(corpus, question, ofPanel, { table: ofPanels ?? all, prefix: [id] }),
    })),
    from: headingOf(sides[0]),
    to: headingOf(sides[1]),
    paired: paired.size,
    scope: all.scope,
  };
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

/** Places of the cases that have, in both phases, a text of the phase or (for the phase of codings) a coding about it. */
function pairedCases(corpus: Corpus, question: ChangeQuestion, sides: Sides): ReadonlySet<number> {
  const { dimension } = question.phases;
  // Which codes are asked for does not change what there is to read.
  const filters = question.filters.filter((filter) => reachOf(filter.dimension) !== 'coding');
  const base = { ...question, filters, rows: [{ kind: 'case' } as const], panels: [] };
  const texts = tabulate(corpus, {
    ...base,
    columns: [{ kind: 'source-phase' }],
    measures: ['case-share'],
  });
  const codings = tabulate(corpus, { ...base, columns: [dimension], measures: ['references'] });
  const place = new Map(corpus.cases.map(({ id }, index) => [id, index]));
  // A filter on phases may leave fewer of them on an axis.
  const columnOf = ({ columns }: Table, phase: number): number =>
    columns.findIndex(({ ids }) => ids.join() === corpus.phases[phase]?.id);
  const has = (row: number, phase: number): boolean =>
    (texts.bases['case-share']?.[row]?.[columnOf(texts, phase)] ?? 0) > 0 ||
    (dimension.kind === 'phase' && (codings.cells.references?.[row]?.[columnOf(codings, phase)] ?? 0) > 0);
  return new Set(
    texts.rows.flatMap(({ ids }, row) =>
      sides.every((side) => has(row, side)) ? [must(place.get(ids.join()), 'the case')] : [],
    ),
  );
}

interface Pairing {
  readonly sides: Sides;
  readonly paired: ReadonlySet<number>;
  /** What tells the cases apart, where no panel of its own does. */
  readonly caseAxis: 'rows' | 'columns' | 'panels' | undefined;
}

/** By case: its place among the cases, and its measure before and after in every cell. */
type PerCase = (row: number, column: number) => readonly { readonly case: number; readonly values: Both }[];
type Both = readonly [number | null, number | null];

/** A table whose panels tell phases, and cases where no axis does, within the panel that `prefix` names. */
interface Told {
  readonly table: Table;
  readonly prefix: readonly string[];
}

function cellsOf(
  corpus: Corpus,
  { measures: [measure] }: ChangeQuestion,
  pairing: Pairing,
  { table, prefix }: Told,
): Change[][] {
  const { rows, columns } = table;
  const place = new Map(corpus.cases.map(({ id }, index) => [id, index]));
  // By phase and case as far as panels tell them apart.
  const panels = new Map(table.panels.map((panel) => [panel.heading.ids.join('\n'), panel]));
  const valueAt = (side: number, id: string | null, row: number, column: number): number | null => {
    const phase = must(corpus.phases[side], 'the phase').id;
    const panel = panels.get([...prefix, phase, ...(id === null ? [] : [id])].join('\n'));
    if (!panel) return null;
    if (row < rows.length) {
      const list = column < columns.length ? panel.cells[measure]?.[row] : panel.rowTotals[measure];
      return list?.[column < columns.length ? column : row] ?? null;
    }
    return (column < columns.length ? panel.columnTotals[measure]?.[column] : panel.total[measure]) ?? null;
  };
  const both = (id: string | null, row: number, column: number): Both => [
    valueAt(pairing.sides[0], id, row, column),
    valueAt(pairing.sides[1], id, row, column),
  ];
  const perCase: PerCase = (row, column) => {
    if (pairing.caseAxis === undefined) {
      return [...pairing.paired].map((each) => ({
        case: each,
        values: both(must(corpus.cases[each], 'the case').id, row, column),
      }));
    }
    if (pairing.caseAxis === 'panels') {
      const own = must(place.get(must(prefix[0], 'the panel')), 'the case');
      return [{ case: own, values: both(null, row, column) }];
    }
    const onRows = pairing.caseAxis === 'rows';
    const headings = onRows ? rows : columns;
    const at = onRows ? row : column;
    const places = at < headings.length ? [at] : [...headings.keys()];
    return places.map((each) => ({
      case: must(place.get(must(headings[each], 'a case').ids.join()), 'the case'),
      values: onRows ? both(null, each, column) : both(null, row, each),
    }));
  };
  const lines = [...rows.keys(), rows.length];
  const across = [...columns.keys(), columns.length];
  return lines.map((row) => across.map((column) => changeOf(corpus, pairing.paired, perCase(row, column))));
}

function changeOf(corpus: Corpus, paired: ReadonlySet<number>, list: ReturnType<PerCase>): Change {
  const pairs = list.flatMap(({ case: each, values: [before, after] }) =>
    before === null || after === null || !paired.has(each) ? [] : [{ case: each, before, after }],
  );
  const n = pairs.length;
  const mean = (pick: (pair: (typeof pairs)[number]) => number): number | null =>
    n === 0 ? null : pairs.reduce((sum, pair) => sum + pick(pair), 0) / n;
  return {
    before: mean((pair) => pair.before),
    after: mean((pair) => pair.after),
    change: mean((pair) => pair.after - pair.before),
    n,
    rose: pairs.filter(({ before, after }) => after > before).length,
    fell: pairs.filter(({ before, after }) => after < before).length,
    cases: pairs.map((pair) => must(corpus.cases[pair.case], 'the case').id),
  };
}
