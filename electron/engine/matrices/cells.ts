// What the researcher notes in the cells of a saved matrix: summary, rating, why nothing stands there, quotes pinned or left out.
import type { Input } from '../../../shared/contract/index.ts';
import type {
  CellHeading,
  CellRecord,
  EmptyReason,
  Summary,
} from '../../../shared/contract/saved-matrices.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Writable } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';
import { setting } from '../text/settings.ts';
import { evidenceMarks, headingsOf, staleness, type Marks } from './cell-evidence.ts';
import { lastingNames, namesNow } from './lasting-names.ts';
import { findMatrix, tableOfMatrix, savedMatrices, type StoredMatrix } from './saved.ts';

interface StoredCell {
  readonly id: number;
  /** The ids of the row's and the column's values, null for a total. */
  readonly row: CellHeading;
  readonly column: CellHeading;
  readonly summary: string | null;
  readonly by: string | null;
  readonly at: string | null;
  readonly evidence: string | null;
  readonly rating: number | null;
  readonly reason: string | null;
  readonly empty: EmptyReason | null;
}

interface StoredQuote {
  readonly id: number;
  readonly cell: number;
  readonly coding: string;
  readonly kind: 'pinned' | 'excluded';
  readonly reason: string | null;
}

/** Where a cell stands, by the ids of its headings. */
interface CellKey {
  readonly row: CellHeading;
  readonly column: CellHeading;
}

/** In the order in which they were first noted. */
export function cellRecords(db: Readable, corpus: Corpus, input: Input<'cells.list'>): CellRecord[] {
  const owner = input.at === undefined ? findMatrix(db, input.matrix) : matrixThen(db, input.matrix);
  if (owner === null) return [];
  const cells = listCells(db, owner);
  if (cells.length === 0) return [];
  const quotes = Map.groupBy(quotesOf(db, owner), ({ cell }) => cell);
  const summarised = cells.filter(({ summary }) => summary !== null);
  const marks = evidenceMarks(db, corpus, tableOfMatrix(db, owner), summarised.map(keyOf));
  const now = new Map(summarised.map((cell, place) => [cell.id, marks[place] ?? []]));
  return cells.map((cell) => {
    const own = quotes.get(cell.id) ?? [];
    return {
      ...keyOf(cell),
      summary: summaryOf(cell, now.get(cell.id) ?? []),
      rating: cell.rating,
      ratingReason: cell.reason,
      empty: cell.empty,
      pinned: own.filter(({ kind }) => kind === 'pinned').map(({ coding }) => coding),
      excluded: own
        .filter(({ kind }) => kind === 'excluded')
        .map(({ coding, reason }) => ({ coding, reason })),
    };
  });
}

/** Writes the summary of a cell, with the evidence that stands there now. Refuses a cell that the matrix does not have. */
export function summariseCell(db: Writable, corpus: Corpus, input: Input<'cells.summarise'>): null {
  const { matrix, told } = placeOf(db, corpus, input);
  const paragraphs = written(input.summary);
  const isEmpty = paragraphs.length === 0;
  const [marks = []] = isEmpty ? [] : evidenceMarks(db, corpus, tableOfMatrix(db, matrix), [input]);
  const cell = cellAt(db, corpus, matrix, input);
  const { summary, by } = summaryNow(db, cell.id);
  const same = (one: Summary, other: Summary): boolean => JSON.stringify(one) === JSON.stringify(other);
  const now = written(summary);
  if (input.base !== undefined && !same(now, written(input.base)) && !same(now, paragraphs))
    throw new Refused('refused.summary-changed', { coder: by });
  db.update('matrix_cells', cell.id, {
    summary: isEmpty ? null : JSON.stringify(paragraphs),
    summary_by: isEmpty ? null : setting(db, 'coder'),
    summary_at: isEmpty ? null : new Date().toISOString(),
    evidence: isEmpty ? null : JSON.stringify(marks),
  });
  db.tell({ ...told, written: isEmpty ? 0 : 1 });
  return null;
}

const written = (summary: Summary | null): Summary => summary?.filter((parts) => parts.length > 0) ?? [];

function summaryNow(db: Readable, cellId: number): { readonly summary: Summary | null; readonly by: string } {
  const row = db.get<{ summary: string | null; by: string | null }>(
    'SELECT summary, summary_by AS "by" FROM matrix_cells WHERE id = ?',
    cellId,
  );
  return { summary: JSON.parse(row?.summary ?? 'null') as Summary | null, by: row?.by ?? '–' };
}

export function rateCell(db: Writable, corpus: Corpus, input: Input<'cells.rate'>): null {
  const { matrix, told } = placeOf(db, corpus, input);
  const cell = cellAt(db, corpus, matrix, input);
  const reason = input.reason?.trim();
  db.update('matrix_cells', cell.id, {
    rating: input.rating,
    rating_reason: input.rating === null || !reason ? null : reason,
  });
  db.tell({ ...told, rating: input.rating ?? '–' });
  return null;
}

export function explainCell(db: Writable, corpus: Corpus, input: Input<'cells.explain'>): null {
  const { matrix, told } = placeOf(db, corpus, input);
  db.update('matrix_cells', cellAt(db, corpus, matrix, input).id, { empty: input.empty });
  db.tell(told);
  return null;
}

/** Refuses to leave a quote out of a total, and without a reason. */
export function markQuote(db: Writable, corpus: Corpus, input: Input<'cells.quote'>): null {
  const { matrix, told } = placeOf(db, corpus, input);
  const reason = input.reason?.trim() || null;
  if (input.as === 'excluded') {
    if (input.row === null || input.column === null) throw new Refused('refused.exclude-from-total');
    if (reason === null) throw new Refused('refused.exclude-without-reason');
  }
  const isThere = db.value('SELECT 1 FROM codings WHERE uid = ?', input.coding) !== undefined;
  if (input.as !== null && !isThere) throw new Refused('refused.unknown-coding', { id: input.coding });
  const cell = cellAt(db, corpus, matrix, input);
  const known = quotesOf(db, matrix).find((each) => each.cell === cell.id && each.coding === input.coding);
  const row = { kind: input.as, reason: input.as === 'excluded' ? reason : null };
  if (row.kind === null) {
    if (known) db.remove('cell_quotes', known.id);
  } else if (known) db.update('cell_quotes', known.id, row);
  else db.insert('cell_quotes', { cell_id: cell.id, coding_uid: input.coding, ...row });
  const is = (as: typeof input.as): number => (input.as === as ? 1 : 0);
  db.tell({ ...told, pinned: is('pinned'), left: is('excluded'), back: is(null) });
  return null;
}

/** Ids of the codings that are marked in a cell. */
export type MarkedCell = CellKey & { readonly codings: readonly string[] };

/** The codings that are left out of cells of the matrix, by cell; none at a moment at which it was not saved yet. */
export function exclusions(db: Readable, reference: string): MarkedCell[] {
  return marked(db, reference, 'excluded');
}

/** The codings that are pinned in cells of the matrix, by cell, in the order in which they were pinned. */
export function pins(db: Readable, reference: string): MarkedCell[] {
  return marked(db, reference, 'pinned');
}

/** The cells of the matrix that are rated. */
export function ratings(db: Readable, reference: string): (CellKey & { readonly rating: number })[] {
  const matrix = matrixThen(db, reference);
  if (matrix === null) return [];
  return listCells(db, matrix).flatMap(({ rating, ...cell }) =>
    rating === null ? [] : [{ ...keyOf(cell), rating }],
  );
}

/** Why nothing stands in cells of the matrix, as the researcher says. */
export function emptyReasons(db: Readable, reference: string): (CellKey & { readonly empty: EmptyReason })[] {
  const matrix = matrixThen(db, reference);
  if (matrix === null) return [];
  return listCells(db, matrix).flatMap(({ empty, ...cell }) =>
    empty === null ? [] : [{ ...keyOf(cell), empty }],
  );
}

function marked(db: Readable, reference: string, kind: StoredQuote['kind']): MarkedCell[] {
  const matrix = matrixThen(db, reference);
  if (matrix === null) return [];
  const byCell = Map.groupBy(
    quotesOf(db, matrix).filter((each) => each.kind === kind),
    ({ cell }) => cell,
  );
  return listCells(db, matrix).flatMap((cell) => {
    const codings = byCell.get(cell.id)?.map(({ coding }) => coding) ?? [];
    return codings.length === 0 ? [] : [{ ...keyOf(cell), codings }];
  });
}

/** Null for one that was not saved yet at the moment that is asked for. */
function matrixThen(db: Readable, reference: string): StoredMatrix | null {
  const isThere = savedMatrices(db).some(({ uid, name }) => uid === reference || name === reference);
  return isThere ? findMatrix(db, reference) : null;
}

function summaryOf({ summary, by, at, evidence }: StoredCell, now: Marks): CellRecord['summary'] {
  if (summary === null) return null;
  return {
    paragraphs: JSON.parse(summary) as Summary,
    coder: by ?? '',
    at: at ?? '',
    stale: staleness(JSON.parse(evidence ?? '[]') as Marks, now),
  };
}

/** The matrix, and the words by which history tells the cell. Refuses a heading that the table does not have. */
function placeOf(
  db: Readable,
  corpus: Corpus,
  { matrix: reference, row, column }: CellKey & { readonly matrix: string },
) {
  const matrix = findMatrix(db, reference);
  const names = headingsOf(db, corpus, tableOfMatrix(db, matrix), { row, column });
  return { matrix, told: { matrix: matrix.name, cell: names.join(' × ') } };
}

/** The row of the cell; made where nothing was noted yet. An act of long ago, done again, may have stored a short id. */
function cellAt(
  db: Writable,
  corpus: Corpus,
  matrix: StoredMatrix,
  { row, column }: CellKey,
): { readonly id: number } {
  const { heading } = lastingNames(db, corpus, []);
  const { rows, columns } = tableOfMatrix(db, matrix);
  const key = { row: JSON.stringify(heading(rows, row)), column: JSON.stringify(heading(columns, column)) };
  const asTold = { row: JSON.stringify(row), column: JSON.stringify(column) };
  const known = db.value<number>(
    'SELECT id FROM matrix_cells WHERE matrix_id = ? AND "row" IN (?, ?) AND "column" IN (?, ?)',
    matrix.id,
    key.row,
    asTold.row,
    key.column,
    asTold.column,
  );
  return { id: known ?? db.insert('matrix_cells', { matrix_id: matrix.id, ...key }) };
}

function keyOf({ row, column }: CellKey): CellKey {
  return { row, column };
}

function listCells(db: Readable, { id }: StoredMatrix): StoredCell[] {
  const now = namesNow(db, []);
  const cells = db.all<Omit<StoredCell, 'row' | 'column'> & Record<'row' | 'column', string>>(
    `SELECT id, "row", "column", summary, summary_by AS "by", summary_at AS "at", evidence, rating,
       rating_reason AS reason, empty FROM matrix_cells WHERE matrix_id = ? ORDER BY id`,
    id,
  );
  const heading = (json: string): CellHeading => now.heading(JSON.parse(json) as CellHeading);
  return cells.map((cell) => ({ ...cell, row: heading(cell.row), column: heading(cell.column) }));
}

function quotesOf(db: Readable, { id }: StoredMatrix): StoredQuote[] {
  return db.all<StoredQuote>(
    `SELECT q.id, q.cell_id AS cell, q.coding_uid AS coding, q.kind, q.reason FROM cell_quotes q
     JOIN matrix_cells c ON c.id = q.cell_id WHERE c.matrix_id = ? ORDER BY q.id`,
    id,
  );
}
