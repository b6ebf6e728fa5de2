// What the person does to a question: other axes, another measure, filters; the question stays one that can be answered.
import type { Input } from '../../shared/contract/index.ts';
import type { MatrixOrder } from '../../shared/contract/matrices.ts';
import type { ReportInput } from '../../shared/contract/reports.ts';
import { changingMeasures } from '../../shared/matrices/change.ts';
import { isUnitMeasure, parseDimension, reachOf } from '../../shared/matrices/dimensions.ts';
import { isReport } from '../../shared/matrices/is-report.ts';
import { measures, togetherMeasures } from '../../shared/matrices/question.ts';

export type MatrixInput = Input<'matrices.table'>;
/** Which codings count: what the questions of tables and reports have in common. */
export type Scope = Pick<MatrixInput, 'filters' | 'overlap' | 'coders'>;
export type AxisName = 'rows' | 'columns';

/** Places in a table: the last row or column, null, is the total. */
export interface Cell {
  readonly row: number | null;
  readonly column: number | null;
  /** Of a change: the quotes before, or those after; left out: both. */
  readonly side?: 'before' | 'after';
  /** Place among the panels; left out: all of them together. */
  readonly panel?: number;
}

/** A cell by the ids of its headings, null for a total: see chosen-cell.ts. */
export interface ChosenCell {
  readonly row: string[] | null;
  readonly column: string[] | null;
  readonly side?: 'before' | 'after';
  readonly panel?: string[];
}

const pairMeasures = ['references', ...togetherMeasures] as const;

/** How near two codings must be to count as together; `within` and `followed` say a number of characters. */
export const nearnessKinds = ['overlap', 'passage', 'turn', 'within', 'followed'] as const;

/** Codes against codes: the table counts which codings stand together. */
export function isOfPairs({ rows, columns }: MatrixInput): boolean {
  return [rows, columns].every((axis) => axis.length === 1 && isOfCodes(axis[0] ?? ''));
}

/** The measures that the question's table can show. */
export function measuresFor(question: MatrixInput): readonly MatrixInput['measure'][] {
  if (question.change) return changingMeasures;
  return isOfPairs(question) ? pairMeasures : measures;
}

export function withAxis(question: MatrixInput, axis: AxisName, dimensions: readonly string[]): MatrixInput {
  return answerable(withoutOrdersBy({ ...question, [axis]: [...dimensions] }, axis));
}

/** A table for each value of the dimension, or (null) one table. */
export function withPanels(question: MatrixInput, dimension: string | null): MatrixInput {
  const { panels: _, ...plain } = question;
  return dimension === null ? plain : { ...plain, panels: dimension };
}

export function withMeasure(question: MatrixInput, measure: MatrixInput['measure']): MatrixInput {
  return answerable({ ...question, measure });
}

/** Sets two phases against each other, or (null) none; what cannot stand beside a change goes. */
export function withChange(question: MatrixInput, change: MatrixInput['change']): MatrixInput {
  const { change: _, rowOrder: __, columnOrder: ___, ...rest } = question;
  if (!change) return answerable(rest);
  const plain = inTime.includes(rest.panels ?? '') ? withPanels(rest, null) : rest;
  const kept = (axis: readonly string[]): string[] =>
    axis.filter((name) => !inTime.includes(name)).slice(0, 1);
  const rows = kept(question.rows);
  const columns = kept(question.columns).filter((name) => !rows.includes(name));
  const filters = question.filters.filter(({ dimension }) => !inTime.includes(dimension));
  const first =
    rows.length === 0 ? { rows: columns.length === 0 ? ['code'] : columns, columns: [] } : { rows, columns };
  return answerable({ ...plain, ...first, filters, change });
}

/** What a change stands on already. */
export const inTime: readonly string[] = ['phase', 'source-phase'];

/** In which order an axis stands; null: the project's. */
export function orderOf(question: MatrixInput, axis: AxisName): MatrixOrder | null {
  return (axis === 'rows' ? question.rowOrder : question.columnOrder) ?? null;
}

export function withOrder(question: MatrixInput, axis: AxisName, order: MatrixOrder | null): MatrixInput {
  const { rowOrder, columnOrder, ...plain } = question;
  const rows = axis === 'rows' ? order : rowOrder;
  const columns = axis === 'columns' ? order : columnOrder;
  return {
    ...plain,
    ...(rows ? { rowOrder: rows } : {}),
    ...(columns ? { columnOrder: columns } : {}),
  };
}

/** Takes away orders that name headings or attributes of an axis that is another now. */
function withoutOrdersBy(question: MatrixInput, changed: AxisName): MatrixInput {
  const ofAxis = (axis: AxisName): MatrixOrder | null => {
    const order = orderOf(question, axis);
    const names = axis === changed ? ['hand', 'attribute'] : ['value', 'rating'];
    return order !== null && names.includes(order.by) ? null : order;
  };
  return withOrder(withOrder(question, 'rows', ofAxis('rows')), 'columns', ofAxis('columns'));
}

export function withNearness(question: MatrixInput, near: string): MatrixInput {
  return answerable({ ...question, near });
}

/** Rows become columns and columns rows; a question without columns stays as it is. */
export function transposed(question: MatrixInput): MatrixInput {
  if (question.columns.length === 0) return question;
  const { rows, columns } = question;
  const turned = { ...question, rows: columns, columns: rows };
  const ordered = withOrder(turned, 'rows', orderOf(question, 'columns'));
  return withOrder(ordered, 'columns', orderOf(question, 'rows'));
}

/** The values that pass the filters on a dimension. */
export function filterValues({ filters }: Scope, dimension: string): readonly string[] {
  return filters.filter((filter) => filter.dimension === dimension).map(({ value }) => value);
}

/** The dimensions with filters, in the order in which they were added. */
export function filteredDimensions({ filters }: Scope): readonly string[] {
  return [...new Set(filters.map(({ dimension }) => dimension))];
}

/** Filters a dimension to these values in place of those before; none takes the filter away. */
export function withFilter(scope: Scope, dimension: string, values: readonly string[]): Scope {
  const first = scope.filters.findIndex((filter) => filter.dimension === dimension);
  const others = scope.filters.filter((filter) => filter.dimension !== dimension);
  const place = first === -1 ? others.length : first;
  const added = values.map((value) => ({ dimension, value }));
  return { ...scope, filters: [...others.slice(0, place), ...added, ...others.slice(place)] };
}

export function scopeOf({ filters, overlap, coders }: Scope): Scope {
  return { filters, overlap, coders };
}

/** True when a coding may cross the border of a value: the overlap rule then matters. */
export function dividesText(question: MatrixInput | ReportInput): boolean {
  const panels = [('panels' in question ? question.panels : null) ?? []].flat();
  const axes = isReport(question) ? unitsOf(question) : [...question.rows, ...question.columns, ...panels];
  const all = [...axes, ...filteredDimensions(question)];
  return all.some((dimension) => reachOf(parseDimension(dimension)) === 'atom');
}

/** What a report tells apart, besides its codes. */
function unitsOf(report: ReportInput): readonly string[] {
  if ('over' in report) return [report.over];
  return report.kind === 'crosstab' || report.kind === 'truth-table' ? ['case'] : [];
}

/** The question with another dimension in the place of one, on the axes and in the sort of its filters. */
export function replaced(question: MatrixInput, from: string, to: string): MatrixInput {
  const instead = (list: readonly string[]): string[] => [
    ...new Set(list.map((dimension) => (dimension === from ? to : dimension))),
  ];
  const rows = instead(question.rows);
  return {
    ...question,
    rows,
    ...(question.panels === from ? { panels: to } : {}),
    columns: instead(question.columns).filter((dimension) => !rows.includes(dimension)),
    filters: question.filters.filter(({ dimension }) => dimension !== from),
  };
}

/** Two questions ask for the same table, whoever coded. */
export function sameTable(a: MatrixInput, b: MatrixInput): boolean {
  const key = ({ rows, columns, measure, near, filters, change, panels }: MatrixInput): string =>
    JSON.stringify([rows, columns, measure, near, filters, change ?? null, panels ?? null]);
  return key(a) === key(b);
}

/** Takes away what goes with pairs of codings only, or what pairs do not have. */
function answerable(question: MatrixInput): MatrixInput {
  if (question.change) {
    const measure = changingMeasures.find((each) => each === question.measure) ?? 'presence';
    return { ...question, near: null, measure };
  }
  if (!isOfPairs(question)) {
    const fits = (measures as readonly string[]).includes(question.measure);
    return { ...question, near: null, measure: fits ? question.measure : 'references' };
  }
  const measure = pairMeasures.find((each) => each === question.measure) ?? 'references';
  const inUnits = question.near === 'passage' || question.near === 'turn';
  return { ...question, measure, near: isUnitMeasure(measure) && !inUnits ? 'turn' : question.near };
}

function isOfCodes(dimension: string): boolean {
  const { kind } = parseDimension(dimension);
  return kind === 'code' || kind === 'code-set';
}

/** Measures told as a percentage. */
export function isShare(measure: MatrixInput['measure']): boolean {
  const shares: readonly MatrixInput['measure'][] = [
    'share',
    'own-share',
    'row-share',
    'column-share',
    'case-share',
  ];
  return shares.includes(measure);
}
