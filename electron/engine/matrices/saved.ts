// Saved matrices: questions of tables and reports with a name, live; each is found by its name or id.
import { randomUUID } from 'node:crypto';
import type { Input } from '../../../shared/contract/index.ts';
import type { SavedMatrix, SavedQuestion, SavedTable } from '../../../shared/contract/saved-matrices.ts';
import { findNamed } from '../../../shared/find-named.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { must } from '../../../shared/must.ts';
import { isReport } from '../../../shared/matrices/is-report.ts';
import { clean, fold } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Writable } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';
import { lastingNames, namesNow, type NamesNow } from './lasting-names.ts';

export interface StoredMatrix {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  readonly description: string;
  /** JSON; everything in it is named by its lasting id. */
  readonly question: string;
  readonly display: string;
  readonly created: string;
  readonly changed: string;
  readonly summaries: number;
}

/** In the order of their names. */
export function savedMatrices(db: Readable): SavedMatrix[] {
  const all = storedMatrices(db);
  const now = namesNow(db, all);
  return all.map((stored) => entryOf(now, stored));
}

/** Refuses a name that another matrix has. */
export function saveMatrix(db: Writable, corpus: Corpus, input: Input<'matrices.save'>): SavedMatrix {
  refuseTaken(db, input.name, null);
  const now = new Date().toISOString();
  const id = db.insert('matrices', {
    uid: randomUUID(),
    name: clean(input.name),
    description: input.description.trim(),
    question: storedQuestion(db, corpus, input.question),
    display: input.display,
    created_at: now,
    changed_at: now,
  });
  const made = storedAt(db, id);
  db.tell({ matrix: made.name });
  return entryNow(db, made);
}

/** Changes what is given. Refuses a name that another matrix has, and a report in the place of a table with notes. */
export function updateMatrix(db: Writable, corpus: Corpus, input: Input<'matrices.update'>): SavedMatrix {
  const before = findMatrix(db, input.matrix);
  if (input.name !== undefined) refuseTaken(db, input.name, before);
  if (input.question && isReport(input.question)) refuseNoted(db, before);
  const name = input.name === undefined ? before.name : clean(input.name);
  const changed = {
    name,
    description: input.description?.trim() ?? before.description,
    question: input.question === undefined ? before.question : storedQuestion(db, corpus, input.question),
    display: input.display ?? before.display,
  };
  const isSame = Object.entries(changed).every(
    ([key, value]) => before[key as keyof typeof changed] === value,
  );
  if (!isSame) db.update('matrices', before.id, { ...changed, changed_at: new Date().toISOString() });
  db.tell({ matrix: name, before: before.name, renamed: name === before.name ? 0 : 1 });
  return entryNow(db, storedAt(db, before.id));
}

/** A second one under another name, with all that is noted in the cells. */
export function duplicateMatrix(
  db: Writable,
  corpus: Corpus,
  input: Input<'matrices.duplicate'>,
): SavedMatrix {
  const original = findMatrix(db, input.matrix);
  const { uid } = saveMatrix(db, corpus, {
    name: input.name,
    description: original.description,
    question: questionOfMatrix(db, original),
    display: original.display,
  });
  const copy = findMatrix(db, uid);
  for (const { id, ...cell } of rowsOf(db, 'matrix_cells', 'matrix_id', original.id)) {
    const cellId = db.insert('matrix_cells', { ...cell, matrix_id: copy.id });
    for (const { id: _, ...quote } of rowsOf(db, 'cell_quotes', 'cell_id', id))
      db.insert('cell_quotes', { ...quote, cell_id: cellId });
  }
  db.tell({ matrix: original.name, copy: copy.name });
  return entryNow(db, storedAt(db, copy.id));
}

/** With all that is noted in its cells. */
export function removeMatrix(db: Writable, input: Input<'matrices.remove'>): null {
  const { id, name } = findMatrix(db, input.matrix);
  for (const cell of rowsOf(db, 'matrix_cells', 'matrix_id', id)) {
    for (const quote of rowsOf(db, 'cell_quotes', 'cell_id', cell.id)) db.remove('cell_quotes', quote.id);
    db.remove('matrix_cells', cell.id);
  }
  db.remove('matrices', id);
  db.tell({ matrix: name });
  return null;
}

/** The matrix that a name or id means; refuses when there is none. */
export function findMatrix(db: Readable, reference: string): StoredMatrix {
  const things = storedMatrices(db).map((matrix) => ({ uid: matrix.uid, names: [matrix.name], matrix }));
  return findNamed(things, reference, 'refused.unknown-matrix').matrix;
}

/** As it is asked now: with the names that things have. */
export function questionOfMatrix(db: Readable, matrix: StoredMatrix): SavedQuestion {
  return toldQuestion(namesNow(db, storedMatrices(db)), matrix);
}

function toldQuestion(now: NamesNow, { question }: StoredMatrix): SavedQuestion {
  return now.question(JSON.parse(question) as SavedQuestion);
}

/** Refuses a report, whose numbers do not stand in cells. */
export function tableOfMatrix(db: Readable, matrix: StoredMatrix): SavedTable {
  const question = questionOfMatrix(db, matrix);
  if (isReport(question)) throw new Refused('refused.report-has-no-cells', { name: matrix.name });
  return question;
}

/** Without the moment at which a report was asked: what is saved is live. */
function storedQuestion(db: Readable, corpus: Corpus, question: SavedQuestion): string {
  const lasting = lastingNames(db, corpus, storedMatrices(db));
  const { at: _, ...live } = lasting.question(question) as SavedQuestion & { readonly at?: string };
  return JSON.stringify(live);
}

/** A project of an earlier version, open for reading only, has no table of them. */
export function hasMatrices(db: Readable): boolean {
  return db.value(`SELECT 1 FROM sqlite_schema WHERE name = 'matrices'`) !== undefined;
}

/** In the order of their names; none in a project that has no table of them. */
export function storedMatrices(db: Readable): StoredMatrix[] {
  if (!hasMatrices(db)) return [];
  const all = db.all<StoredMatrix>(`${storedSql} ORDER BY name`);
  return all.toSorted((a, b) => a.name.localeCompare(b.name));
}

function storedAt(db: Readable, id: number): StoredMatrix {
  return must(db.get<StoredMatrix>(`${storedSql} WHERE id = ?`, id), 'the matrix');
}

const storedSql = `SELECT id, uid, name, description, question, display, created_at AS created, changed_at AS changed,
    (SELECT count(*) FROM matrix_cells c WHERE c.matrix_id = matrices.id AND c.summary IS NOT NULL) AS summaries
  FROM matrices`;

function entryNow(db: Readable, stored: StoredMatrix): SavedMatrix {
  return entryOf(namesNow(db, storedMatrices(db)), stored);
}

function entryOf(now: NamesNow, stored: StoredMatrix): SavedMatrix {
  const { id: _, ...entry } = stored;
  return { ...entry, question: toldQuestion(now, stored) };
}

function refuseTaken(db: Readable, name: string, self: StoredMatrix | null): void {
  const taken = storedMatrices(db).some((each) => fold(each.name) === fold(name) && each.id !== self?.id);
  if (taken) throw new Refused('refused.matrix-exists', { name: clean(name) });
}

function refuseNoted(db: Readable, { id, name }: StoredMatrix): void {
  if (rowsOf(db, 'matrix_cells', 'matrix_id', id).length > 0)
    throw new Refused('refused.report-has-no-cells', { name });
}

type TrackedRow = { readonly id: number } & Readonly<Record<string, string | number | null>>;

/** Without their seals. */
function rowsOf(
  db: Readable,
  table: 'matrix_cells' | 'cell_quotes',
  owner: 'matrix_id' | 'cell_id',
  id: number,
): TrackedRow[] {
  const rows = db.all<TrackedRow & { readonly seal: string }>(
    `SELECT * FROM ${table} WHERE ${owner} = ? ORDER BY id`,
    id,
  );
  return rows.map((row) => {
    const { seal: _, ...columns } = row;
    return columns;
  });
}
