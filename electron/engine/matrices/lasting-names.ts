// What is stored of matrices names everything by the id that never changes, and is told by the name that it has now.
import type { Input } from '../../../shared/contract/index.ts';
import type { MatrixOrder } from '../../../shared/contract/matrices.ts';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import type { CellHeading, SavedQuestion, SavedTable } from '../../../shared/contract/saved-matrices.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { dimensionName, parseDimension } from '../../../shared/matrices/dimensions.ts';
import { NONE, valueThings } from '../../../shared/matrices/filters.ts';
import { isReport } from '../../../shared/matrices/is-report.ts';
import { anyDepth, valuesOf } from '../../../shared/matrices/values.ts';
import { fold, named, type Named } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import { listAttributes, type AttributeOwner } from '../cases/attributes.ts';
import { findType } from '../coding/relation-types.ts';
import type { Readable } from '../store/connection.ts';
import { cellConditionText, headingDimension, readCellCondition } from './cell-conditions.ts';

/** What asks the matrix engine: a table, a report, frequencies or quotes. */
export type AnyQuestion =
  SavedQuestion | Input<'matrices.table'> | Input<'matrices.frequencies'> | Input<'matrices.quotes'>;

/** From what is asked to what is stored. What names nothing, or several things, stays as it is written. */
export interface LastingNames {
  /** `dimensions` are those of the heading's axis. */
  readonly heading: (dimensions: readonly string[], heading: CellHeading) => CellHeading;
  readonly question: <Q extends AnyQuestion>(question: Q) => Q;
}

/** `matrices` are those that are stored, with their questions as JSON. */
export function lastingNames(
  db: Readable,
  corpus: Corpus,
  matrices: readonly { readonly uid: string; readonly name: string; readonly question: string }[],
): LastingNames {
  const attributes = listAttributes(db);
  const matrixThings = matrices.map((matrix) => ({ ...matrix, names: [matrix.name] }));
  const way: Way = {
    value: (dimension, value) =>
      fold(value) === NONE ? value : (found(() => valueNamed(corpus, dimension, value)) ?? value),
    attribute: (owner, name) => {
      const things = attributes
        .filter((attribute) => attribute.owner === owner)
        .map(({ uid, name: own, alsoName }) => ({ uid, names: alsoName === null ? [own] : [own, alsoName] }));
      return uidOf(things, name);
    },
    coder: (name) =>
      uidOf(
        corpus.coders.map((coder) => ({ uid: coder.id, names: [coder.name] })),
        name,
      ),
    type: (name) => found(() => findType(db, name))?.uid ?? name,
    cell: (condition) => {
      const matrix = found(() => named(matrixThings, condition.matrix));
      if (matrix === undefined) return condition;
      const dimension = headingDimension(JSON.parse(matrix.question) as SavedQuestion);
      const heading = dimension === null ? condition.heading : way.value(dimension, condition.heading);
      return { ...condition, matrix: matrix.uid, heading };
    },
  };
  return {
    heading: (dimensions, heading) => heading && through(way, dimensions, heading),
    question: (question) => questionThrough(way, question),
  };
}

/** From what is stored to what is asked: names as they are now, of values the ids of their headings. */
export interface NamesNow {
  readonly heading: (heading: CellHeading) => CellHeading;
  readonly question: <Q extends AnyQuestion>(question: Q) => Q;
}

export function namesNow(
  db: Readable,
  matrices: readonly { readonly uid: string; readonly name: string }[],
): NamesNow {
  const shortIds = new Map(
    db.rows<[string, string]>('SELECT uid, short_id FROM codes WHERE short_id IS NOT NULL'),
  );
  const names = new Map([
    ...listAttributes(db).map(({ uid, name }) => [uid, name] as const),
    ...db.rows<[string, string]>('SELECT uid, name FROM coders'),
    ...db.rows<[string, string]>('SELECT uid, name FROM relation_types'),
    ...matrices.map(({ uid, name }) => [uid, name] as const),
  ]);
  const name = (uid: string): string => names.get(uid) ?? uid;
  // No other thing has a code's uid: the dimension need not be asked, and may have changed since.
  const value = (id: string): string => shortIds.get(id) ?? id;
  const way: Way = {
    value: (_, id) => value(id),
    attribute: (_, uid) => name(uid),
    coder: name,
    type: name,
    cell: ({ matrix, heading, least }) => ({ matrix: name(matrix), heading: value(heading), least }),
  };
  return {
    heading: (heading) => heading && heading.map(value),
    question: (question) => questionThrough(way, question),
  };
}

/** What a question names, by what it is. */
interface Way {
  /** Of a dimension: in a filter, as a heading, as a side of a change. */
  readonly value: (dimension: string, value: string) => string;
  readonly attribute: (owner: AttributeOwner, name: string) => string;
  readonly coder: (name: string) => string;
  readonly type: (name: string) => string;
  readonly cell: (condition: CellCondition) => CellCondition;
}

type CellCondition = NonNullable<ReturnType<typeof readCellCondition>>;

/** As a filter finds it; of what has no uid besides, its id is what stays. */
function valueNamed(corpus: Corpus, dimension: string, value: string): string | undefined {
  const { entries } = valuesOf(corpus, anyDepth(parseDimension(dimension)));
  return named(valueThings(entries), value)?.uid;
}

const uidOf = (things: readonly Named[], name: string): string =>
  found(() => named(things, name))?.uid ?? name;

/** Undefined where what is looked for is not there or means several things. */
function found<T>(look: () => T | undefined): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

function through(way: Way, dimensions: readonly string[], ids: readonly string[]): string[] {
  return ids.map((id, place) => way.value(dimensions[place] ?? '', id));
}

function questionThrough<Q extends AnyQuestion>(way: Way, question: Q): Q {
  const { filters, coders } = question;
  const scoped: AnyQuestion = {
    ...question,
    filters: filters.map(({ dimension, value }) => ({
      dimension: dimensionThrough(way, dimension),
      value: way.value(dimension, value),
    })),
    coders: Array.isArray(coders) ? coders.map(way.coder) : coders,
  };
  const named = isReport(scoped)
    ? reportThrough(way, scoped)
    : 'rows' in scoped
      ? tableThrough(way, scoped)
      : 'by' in scoped && scoped.rowOrder
        ? { ...scoped, rowOrder: ordered(way, [scoped.by], [], scoped.rowOrder) }
        : scoped;
  return named as Q;
}

function dimensionThrough(way: Way, text: string): string {
  const dimension = found(() => parseDimension(text));
  if (!dimension || !('attribute' in dimension)) return text;
  return dimensionName({ ...dimension, attribute: way.attribute(ownerOf(dimension), dimension.attribute) });
}

const ownerOf = ({ kind }: { readonly kind: string }): AttributeOwner =>
  kind.startsWith('source') ? 'source' : 'case';

/** Whose attribute puts the axis in order. */
const orderedOwner = (axis: readonly string[]): AttributeOwner =>
  axis.find((name): name is AttributeOwner => name === 'case' || name === 'source') ?? 'case';

/** The order of an axis; `own` are its dimensions, `other` those of the other axis. */
function ordered(
  way: Way,
  own: readonly string[],
  other: readonly string[],
  order: MatrixOrder,
): MatrixOrder {
  switch (order.by) {
    case 'hand':
      return { ...order, ids: order.ids.map((ids) => through(way, own, ids)) };
    case 'attribute':
      return { ...order, attribute: way.attribute(orderedOwner(own), order.attribute) };
    case 'value':
      return { ...order, at: through(way, other, order.at) };
    case 'rating':
      return { ...order, at: order.at && through(way, other, order.at) };
    case 'name':
    case 'total':
    case 'similarity':
      return order;
  }
}

function tableThrough(way: Way, question: SavedTable): SavedTable {
  const { rows, columns, panels, change, rowOrder, columnOrder } = question;
  const dimensions = (axis: readonly string[]): string[] => axis.map((text) => dimensionThrough(way, text));
  return {
    ...question,
    rows: dimensions(rows),
    columns: dimensions(columns),
    ...(panels && { panels: dimensionThrough(way, panels) }),
    ...(change && {
      change: { ...change, from: way.value('phase', change.from), to: way.value('phase', change.to) },
    }),
    ...(rowOrder && { rowOrder: ordered(way, rows, columns, rowOrder) }),
    ...(columnOrder && { columnOrder: ordered(way, columns, rows, columnOrder) }),
  };
}

function reportThrough(way: Way, report: ReportInput): ReportInput {
  const code = (id: string): string => way.value('code', id);
  const codes = (ids: readonly string[] | null): string[] | null => ids && ids.map(code);
  const order = (name: string | null): string | null => name && way.attribute('source', name);
  switch (report.kind) {
    case 'crosstab':
      return { ...report, attribute: way.attribute('case', report.attribute) };
    case 'relations': {
      const { rows, columns, type, claims } = report;
      return {
        ...report,
        rows: rows.map(code),
        columns: columns.map(code),
        type: type && way.type(type),
        claims: claims && claims.map(([from, to]) => [code(from), code(to)]),
      };
    }
    case 'truth-table':
      return {
        ...report,
        conditions: report.conditions.map((text) => conditionThrough(way, text)),
        outcome: conditionThrough(way, report.outcome),
      };
    case 'portrait': {
      const { sources } = report;
      return {
        ...report,
        codes: codes(report.codes),
        sources: sources && sources.map((source) => way.value('source', source)),
      };
    }
    case 'code-trend':
      return { ...report, codes: codes(report.codes), order: order(report.order) };
    case 'tracing':
      return { ...report, hypotheses: report.hypotheses.map(code), order: order(report.order) };
    case 'saturation':
    case 'word-trend':
      return { ...report, order: order(report.order) };
    case 'levels':
    case 'coverage':
      return report;
  }
}

/** Of a truth table: the rating of a cell, an attribute of the cases or a code. */
function conditionThrough(way: Way, text: string): string {
  const condition = readCellCondition(text);
  if (condition !== null) return cellConditionText(way.cell(condition));
  const [, kind, name = ''] = /^(case|code)[:：](.+)$/su.exec(text) ?? [];
  if (kind === 'case') return `case:${way.attribute('case', name.trim())}`;
  return kind === 'code' ? `code:${way.value('code', name.trim())}` : text;
}
