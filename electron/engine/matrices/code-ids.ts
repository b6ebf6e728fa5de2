// Codes in what is stored of matrices stand by the id that never changes, so that a code may get another short id.
import type { ReportInput } from '../../../shared/contract/reports.ts';
import type { CellHeading, SavedQuestion, SavedTable } from '../../../shared/contract/saved-matrices.ts';
import { parseDimension } from '../../../shared/matrices/dimensions.ts';
import { isReport } from '../../../shared/matrices/is-report.ts';
import { fold } from '../../../shared/names.ts';
import type { Readable } from '../store/connection.ts';

/** Ways between the ids by which headings are asked and answered, and those that are stored. */
export interface CodeIds {
  /** `dimensions` are those of the heading's axis. */
  readonly stored: (dimensions: readonly string[], heading: CellHeading) => CellHeading;
  readonly told: (heading: CellHeading) => CellHeading;
  readonly storedQuestion: (question: SavedQuestion) => SavedQuestion;
  readonly toldQuestion: (question: SavedQuestion) => SavedQuestion;
}

export function codeIds(db: Readable): CodeIds {
  const codes = db.rows<[string, string]>('SELECT uid, short_id FROM codes WHERE short_id IS NOT NULL');
  const uids = new Map(codes.map(([uid, shortId]) => [fold(shortId), uid]));
  const shortIds = new Map(codes);
  const store: Way = (dimension, id) => (isOfCodes(dimension) ? (uids.get(fold(id)) ?? id) : id);
  // No other thing has a code's uid: the dimension need not be asked, and may have changed since.
  const tell: Way = (_, id) => shortIds.get(id) ?? id;
  return {
    stored: (dimensions, heading) => heading && through(store, dimensions, heading),
    told: (heading) => heading && through(tell, [], heading),
    storedQuestion: (question) => questionThrough(store, question),
    toldQuestion: (question) => questionThrough(tell, question),
  };
}

type Way = (dimension: string | undefined, id: string) => string;

type AxisOrder = SavedTable['rowOrder'];

function isOfCodes(dimension: string | undefined): boolean {
  return dimension !== undefined && parseDimension(dimension).kind === 'code';
}

function through(way: Way, dimensions: readonly string[], ids: readonly string[]): string[] {
  return ids.map((id, place) => way(dimensions[place], id));
}

/** Where a question names codes by their ids: in its filters, and in the axes of a report or the orders of a table's. */
function questionThrough(way: Way, question: SavedQuestion): SavedQuestion {
  const filters = question.filters.map(({ dimension, value }) => ({
    dimension,
    value: way(dimension, value),
  }));
  return isReport(question)
    ? reportThrough(way, { ...question, filters })
    : tableThrough(way, { ...question, filters });
}

function tableThrough(way: Way, question: SavedTable): SavedTable {
  const { rows, columns, rowOrder, columnOrder } = question;
  const order = (own: readonly string[], other: readonly string[], given: AxisOrder): AxisOrder => {
    if (given?.by === 'hand') return { ...given, ids: given.ids.map((ids) => through(way, own, ids)) };
    const isAt = given?.by === 'value' || (given?.by === 'rating' && given.at !== null);
    return isAt ? { ...given, at: through(way, other, given.at ?? []) } : given;
  };
  return {
    ...question,
    ...(rowOrder && { rowOrder: order(rows, columns, rowOrder) }),
    ...(columnOrder && { columnOrder: order(columns, rows, columnOrder) }),
  };
}

function reportThrough(way: Way, report: ReportInput): ReportInput {
  const code = (id: string): string => way('code', id);
  const rating = (name: string): string => {
    const [, id] = /^code[:：](.+)$/su.exec(name) ?? [];
    return id === undefined ? name : `code:${code(id)}`;
  };
  switch (report.kind) {
    case 'relations': {
      const { rows, columns, claims } = report;
      return {
        ...report,
        rows: rows.map(code),
        columns: columns.map(code),
        claims: claims && claims.map(([from, to]) => [code(from), code(to)]),
      };
    }
    case 'truth-table':
      return { ...report, conditions: report.conditions.map(rating), outcome: rating(report.outcome) };
    case 'portrait':
    case 'code-trend':
      return { ...report, codes: report.codes && report.codes.map(code) };
    case 'tracing':
      return { ...report, hypotheses: report.hypotheses.map(code) };
    case 'crosstab':
    case 'levels':
    case 'saturation':
    case 'coverage':
    case 'word-trend':
      return report;
  }
}
