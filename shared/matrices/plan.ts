// A question made ready for a corpus: checked, with its axes, filters and coders looked up.
import { Refused } from '../refused.ts';
import { axisKeeping, axisOf, joinedAxis, MOST_CELLS, type Axis } from './axis.ts';
import { dimensionName, reachOf } from './dimensions.ts';
import type { Corpus } from './corpus.ts';
import { axisValues, choosing, readyFilters, type Choose, type ReadyFilter } from './filters.ts';
import { at } from './numbers.ts';
import type { Dimension, Filter, OverlapRule, Question } from './question.ts';
import { Reading, type Group } from './reading.ts';

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
  /** The groups met so far: by the place of text, and by what they are. */
  readonly groups: { readonly byPlace: Map<string, Group>; readonly byKey: Map<string, Group> };
  /** The lists of cells at which text stands together, met so far: a region names its list by the place here. */
  readonly cellLists: CellLists;
  /** Where text stands hangs on its source too, not on speaker and cases alone. */
  readonly bySource: boolean;
}

/** The line of a panel and a row, null standing for all of them. */
export function lineOf({ panels, rows }: Plan, panel: number | null, row: number | null): number {
  return (panels === null ? 0 : (panel ?? panels.total) * (rows.total + 1)) + (row ?? rows.total);
}

/**
 * For a state of text on each axis: from a joint state of codings (see CodingKinds) to the cell, -1 for none. What hangs
 * on the text alone is worked out once, as this is asked for every state of every stretch of text.
 */
export function cellsAt(
  { lines, columns }: Plan,
  rowText: number,
  columnText: number,
): (joint: number) => number {
  const width = columns.total + 1;
  const shift = columnText * columns.codingStates;
  const { headingAt } = columns;
  if (lines.codingStates === 1) {
    const row = at(lines.headingAt, rowText);
    if (row === -1) return () => -1;
    return (joint) => {
      const column = at(headingAt, shift + joint);
      return column === -1 ? -1 : row * width + column;
    };
  }
  const across = columns.codingStates;
  return (joint) => {
    const rowState = Math.trunc(joint / across);
    const row = at(lines.headingAt, rowText * lines.codingStates + rowState);
    const column = at(headingAt, shift + joint - rowState * across);
    return row === -1 || column === -1 ? -1 : row * width + column;
  };
}

/** Cells by text states: cell i of a list is rows[i], columns[i]. */
interface CellList {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Equal lists have one place, so that what adds up is counted once for all of a list's cells. */
export class CellLists {
  readonly lists: CellList[] = [];
  private readonly places = new Map<string, number>();

  placeOf(list: CellList): number {
    const key = `${list.rows.join()} ${list.columns.join()}`;
    const known = this.places.get(key) ?? this.lists.push(list) - 1;
    this.places.set(key, known);
    return known;
  }
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

/** Throws Refused for a question that cannot be answered: unknown values, one dimension twice, too many cells. */
export function planOf(corpus: Corpus, question: Selection): Plan {
  const { panels = [] } = question;
  refuseBadAxes(question.rows, question.columns, panels);
  const narrowing = filtersOf(corpus, question);
  const filters = [...narrowing, ...readyFilters(corpus, question.within ?? [])];
  const axis = (dimensions: readonly Dimension[]): Axis =>
    axisOf(dimensions.map((dimension) => axisValues(corpus, dimension, narrowing)));
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
    cellLists: new CellLists(),
    bySource: [...dimensions, ...filters.map(({ dimension }) => dimension)].some(
      (each) => reachOf(each) === 'source',
    ),
  };
  const fitting = (side: 'rows' | 'columns'): Axis =>
    question[side].length > 1 && plan[side].total > MANY_HEADINGS ? inUse(plan, side) : plan[side];
  const ready = { ...plan, rows: fitting('rows'), columns: fitting('columns') };
  const cells = ((plan.panels?.total ?? 0) + 1) * ready.rows.total * ready.columns.total;
  if (cells > MOST_CELLS) throw new Refused('refused.too-many-cells', { most: MOST_CELLS });
  return {
    ...ready,
    lines: ready.panels === null ? ready.rows : joinedAxis(ready.panels, ready.rows),
    groups: { byPlace: new Map(), byKey: new Map() },
    cellLists: new CellLists(),
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
    for (const coding of reading.chosen()) {
      const states = axis.statesOf(axis.codingKey(source, coding));
      for (const region of reading.hold(coding) ?? []) {
        for (const text of reading.regions[region]?.[side] ?? [])
          for (const state of states) mark(text, state);
      }
    }
  }
  return axisKeeping(axis, (heading) => at(used, heading) === 1);
}
