// A question made ready for a corpus: checked, with its axes, filters and coders looked up.
import { Refused } from '../refused.ts';
import { axisKeeping, axisOf, joinedAxis, MOST_CELLS, type Axis } from './axis.ts';
import { dimensionName, reachOf } from './dimensions.ts';
import type { Corpus } from './corpus.ts';
import { axisValues, choosing, readyFilters, type Choose, type ReadyFilter } from './filters.ts';
import { toScope } from './in-scope.ts';
import type { Profile } from './layout.ts';
import { at } from './numbers.ts';
import type { Dimension, Filter, OverlapRule, Question } from './question.ts';
import { Reading, type Group } from './reading.ts';
import type { CarvingValues, Place } from './values.ts';

export interface Plan {
  readonly corpus: Corpus;
  readonly overlap: OverlapRule;
  readonly rows: Axis;
  readonly columns: Axis;
  /** Null for a question without panels. */
  readonly panels: Axis | null;
  /** What is counted down the side: the rows, or every panel and all panels together with every row and all rows. */
  readonly lines: Axis;
  readonly filters: readonly ReadyFilter[];
  /** Lists the codings by one of the question's coders that pass the filters on codings, and answers how many. */
  readonly choose: Choose;
  /** Text is divided below the source, on an axis or by a filter. */
  readonly byAtom: boolean;
  /** A filter divides text below the source: a coding without text cannot pass it. */
  readonly filtersAtoms: boolean;
  /** The groups met so far: by who speaks for which cases (where that is all that counts), and by what they are. */
  readonly groups: { readonly byPlace: Map<Profile, Group>; readonly byKey: Map<string, Group> };
  /**
   * The same for text that has the same values on the axes, headings that the filters leave no text included: where the
   * largest part of a coding lies does not hang on which headings other texts keep.
   */
  readonly borderKey: (place: Place) => string;
  /** Where text stands hangs on its source too, not on speaker and cases alone. */
  readonly bySource: boolean;
}

/** The line of a panel and a row, null standing for all of them. */
export function lineOf({ panels, rows }: Plan, panel: number | null, row: number | null): number {
  return (panels === null ? 0 : (panel ?? panels.total) * (rows.total + 1)) + (row ?? rows.total);
}

/** What a plan needs of a question. */
export interface Selection extends Pick<
  Question,
  'rows' | 'columns' | 'panels' | 'filters' | 'overlap' | 'coders'
> {
  /** More filters, which choose text and codings as the others do but leave the axes their headings. */
  readonly within?: readonly Filter[];
}

/** Above this many nested headings those without text or codings are left out. */
const MANY_HEADINGS = 2000;

/** How many cells may be counted, and as what more of them are refused. */
export interface Limit {
  readonly most: number;
  readonly key: 'refused.too-many-cells' | 'refused.too-many-compared';
}

const ofTable: Limit = { most: MOST_CELLS, key: 'refused.too-many-cells' };

/** What is counted on the way to a change: the table anew for every phase and case. */
export const ofChange: Limit = { most: 4 * MOST_CELLS, key: 'refused.too-many-compared' };

/** Throws Refused for a question that cannot be answered: unknown values, one dimension twice, too many cells. */
export function planOf(corpus: Corpus, question: Selection, limit = ofTable): Plan {
  const { panels = [] } = question;
  refuseBadAxes(question.rows, question.columns, panels);
  const narrowing = filtersOf(corpus, question);
  const filters = [...narrowing, ...readyFilters(corpus, question.within ?? [])];
  const inScope = toScope(corpus, narrowing);
  const carving: CarvingValues[] = [];
  const axis = (dimensions: readonly Dimension[]): Axis =>
    axisOf(
      dimensions.map((dimension) => {
        const values = axisValues(corpus, dimension, narrowing);
        if (values.reach !== 'coding') carving.push(values);
        return inScope(values);
      }),
    );
  const filtersAtoms = filters.some(({ values }) => values.reach === 'atom');
  const dimensions = [...panels, ...question.rows, ...question.columns];
  const rows = axis(question.rows);
  const plan: Plan = {
    corpus,
    overlap: question.overlap,
    rows,
    columns: axis(question.columns),
    panels: panels.length === 0 ? null : axis(panels),
    lines: rows,
    filters,
    choose: choosing(filters),
    byAtom: filtersAtoms || dimensions.some((each) => reachOf(each) === 'atom'),
    filtersAtoms,
    groups: { byPlace: new Map(), byKey: new Map() },
    borderKey: (place) => carving.map((values) => values.of(place).join()).join(';'),
    bySource: [...dimensions, ...filters.map(({ dimension }) => dimension)].some(
      (each) => reachOf(each) === 'source',
    ),
  };
  const fitting = (side: 'rows' | 'columns'): Axis =>
    question[side].length > 1 && plan[side].total > MANY_HEADINGS ? inUse(plan, side) : plan[side];
  const ready = { ...plan, rows: fitting('rows'), columns: fitting('columns') };
  const cells = ((plan.panels?.total ?? 0) + 1) * ready.rows.total * ready.columns.total;
  if (cells > limit.most) throw new Refused(limit.key, { most: limit.most });
  return {
    ...ready,
    lines: ready.panels === null ? ready.rows : joinedAxis(ready.panels, ready.rows),
    groups: { byPlace: new Map(), byKey: new Map() },
  };
}

function refuseBadAxes(
  rows: readonly Dimension[],
  columns: readonly Dimension[],
  panels: readonly Dimension[],
): void {
  if (rows.length === 0 || rows.length > 2 || columns.length > 2) throw new Refused('refused.bad-axes');
  const names = [...panels, ...rows, ...columns].map(dimensionName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Refused('refused.dimension-twice', { dimension: twice });
}

function filtersOf(corpus: Corpus, { filters, coders }: Selection): ReadyFilter[] {
  const byCoder: Filter[] = coders === null ? [] : [{ dimension: { kind: 'coder' }, values: coders }];
  return [...readyFilters(corpus, filters), ...readyFilters(corpus, byCoder)];
}

/** The axis with only the headings at which a coding stands; of an axis that only carves, those with text. */
function inUse(plan: Plan, side: 'rows' | 'columns'): Axis {
  const axis = plan[side];
  const used = new Int32Array(axis.total + 1);
  const mark = (text: number, coding: number): void => {
    const heading = at(axis.headingAt, text * axis.codingStates + coding);
    if (heading !== -1) used[heading] = 1;
  };
  for (const [index, source] of plan.corpus.sources.entries()) {
    const reading = new Reading(plan, index);
    if (axis.codingStates === 1) {
      for (const { [side]: states } of reading.regions) for (const text of states) mark(text, 0);
      continue;
    }
    const keys = axis.keysOf(source);
    for (const coding of plan.choose(source)) {
      const states = axis.statesOf(at(keys, coding));
      for (const region of reading.hold(coding) ?? []) {
        for (const text of reading.regions[region]?.[side] ?? [])
          for (const state of states) mark(text, state);
      }
    }
  }
  return axisKeeping(axis, (heading) => at(used, heading) === 1);
}
