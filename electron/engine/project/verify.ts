// The check of a project: its structure, every row, every text and every quote against their checksums.
import type { Fault, Verification } from '../../../shared/contract/project.ts';
import { must } from '../../../shared/must.ts';
import { fileDigest, layoutDigest, textDigest, type Packed } from '../text/contents.ts';
import { sealOfAct } from '../store/change.ts';
import { openConnection, type Readable } from '../store/connection.ts';
import { SCHEMA_SQL, schemaOf, TALLIES_SINCE } from '../store/migrate.ts';
import { inOrder } from '../store/in-order.ts';
import { projectState } from '../store/state.ts';
import { joinMarks, NO_MARKS, sealOf, type Row } from '../store/seal.ts';
import { talliedTables, trackedTables, type MarkColumns } from '../store/tables.ts';
import { markOf, storedTallies, type Tally } from '../store/tally.ts';

type Report = (what: Fault['what'], where: string | number, table?: string) => void;

/** Reads everything; changes nothing. A part that cannot be read is itself a fault of the file. */
export function verifyProject(db: Readable): Verification {
  const faults: Fault[] = [];
  const report: Report = (what, where, table) =>
    faults.push({ what, table: table ?? null, where: String(where) });
  const part = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      report('file', error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const schema = part(() => must(db.value<number>('PRAGMA user_version'), 'a version')) ?? 0;
  part(() => checkStructure(db, report));
  part(() => checkSchema(db, schema, report));
  const tables = part(() => talliedTables(db)) ?? new Map<string, MarkColumns>();
  const tracked = part(() => trackedTables(db)) ?? new Map<string, readonly string[]>();
  const tallies = new Map<string, Tally>();
  for (const [table, marks] of tables) {
    const tally = part(() => checkTable({ db, report }, table, marks, tracked.get(table) ?? []));
    if (tally) tallies.set(table, tally);
  }
  const rowsOf = (table: string): number => tallies.get(table)?.rows ?? 0;
  part(() => checkQuotes(db, rowsOf('codings'), report));
  part(() => checkHistory(db, report));
  if (schema >= TALLIES_SINCE) part(() => checkTallies(db, tables, tallies, report));
  const rows = [...tracked.keys()].reduce((sum, table) => sum + rowsOf(table), 0);
  return {
    ok: faults.length === 0,
    checked: { sources: rowsOf('sources'), codings: rowsOf('codings'), rows },
    faults,
    state: part(() => projectState(db)) ?? '',
  };
}

/** Verifies a project file that nobody has open. */
export function isSoundFile(path: string): boolean {
  const connection = openConnection(path, 'read');
  try {
    return verifyProject(connection).ok;
  } finally {
    connection.close();
  }
}

function checkStructure(db: Readable, report: Report): void {
  const found = db.rows<[string]>('PRAGMA integrity_check').flat();
  const messages = found.filter((message) => message !== 'ok');
  for (const message of messages) report('file', message);
  // Through damaged pages a search for what is referred to may lead anywhere.
  if (messages.length > 0) return;
  for (const [table, row] of db.rows<[string, number]>('PRAGMA foreign_key_check'))
    report('reference', row, table);
}

/** A table that was dropped would not be missed by the checks of its rows. */
function checkSchema(db: Readable, version: number, report: Report): void {
  const found = new Map(db.rows<[string, string]>(SCHEMA_SQL));
  const expected = schemaOf(version);
  for (const name of new Set([...expected.keys(), ...found.keys()]))
    if (found.get(name) !== expected.get(name)) report('file', name);
}

/** Holds every row of a table against its checksum, and returns the tally that they make. */
function checkTable(
  { db, report }: { readonly db: Readable; readonly report: Report },
  table: string,
  { key, seal: sealColumn }: MarkColumns,
  columns: readonly string[],
): Tally {
  const tally = { rows: 0, marks: NO_MARKS };
  const hasOwnSeal = columns.length > 0;
  for (const each of inOrder<Row>(db, table, key, [...new Set([key, sealColumn, ...columns])])) {
    const { [key]: where, [sealColumn]: sealed, ...row } = each;
    const [id, seal] = [typeof where === 'number' ? where : String(where), String(sealed)];
    if (hasOwnSeal && sealOf(table, row) !== seal) report('row', id, table);
    if (table === 'contents') checkContent(db, String(id), report);
    if (table === 'files') checkFile(db, String(id), report);
    tally.rows += 1;
    tally.marks = joinMarks(tally.marks, markOf(table, id, seal));
  }
  return tally;
}

function checkContent(db: Readable, sha256: string, report: Report): void {
  const row = must(
    db.get<ContentRow>('SELECT * FROM contents WHERE sha256 = ?', sha256),
    'the content that was just listed',
  );
  const intact = textDigest(row.text) === sha256 && layoutDigest(row) === row.layout_sha256;
  if (!intact) report('text', sourcesWith(db, 'content_sha256', sha256));
}

type ContentRow = Packed & { readonly text: string; readonly layout_sha256: string };

function checkFile(db: Readable, sha256: string, report: Report): void {
  const bytes = must(db.value<Uint8Array>('SELECT bytes FROM files WHERE sha256 = ?', sha256), 'the file');
  if (fileDigest(bytes) !== sha256) report('original', sourcesWith(db, 'file_sha256', sha256));
}

function sourcesWith(db: Readable, column: 'content_sha256' | 'file_sha256', sha256: string): string {
  const names = db.rows<[string]>(`SELECT name FROM sources WHERE ${column} = ?`, sha256);
  return names.length > 0 ? names.join(', ') : sha256.slice(0, 12);
}

/** `count`: of all codings; a damaged index may list more. */
function checkQuotes(db: Readable, count: number, report: Report): void {
  for (const source of inOrder<{ id: number; name: string; content_sha256: string }>(db, 'sources', 'id', [
    'id',
    'name',
    'content_sha256',
  ])) {
    const text = db.value<string>('SELECT text FROM contents WHERE sha256 = ?', source.content_sha256) ?? '';
    const codings = db.rows<[string, number, number, string]>(
      'SELECT uid, start, "end", quote FROM codings WHERE source_id = ? LIMIT ?',
      source.id,
      count,
    );
    for (const [uid, start, end, quote] of codings) {
      if (text.slice(start, end) !== quote) report('quote', `${source.name} ${start}–${end}, ${uid}`);
    }
  }
}

function checkHistory(db: Readable, report: Report): void {
  for (const { id, seal } of inOrder<{ id: number; seal: string }>(db, 'acts', 'id', ['id', 'seal'])) {
    if (sealOfAct(db, id) !== seal) report('history', id);
  }
}

function checkTallies(
  db: Readable,
  tables: ReadonlyMap<string, MarkColumns>,
  tallies: ReadonlyMap<string, Tally>,
  report: Report,
): void {
  const stored = storedTallies(db);
  for (const name of stored.keys()) if (!tables.has(name)) report('added', 1, 'tallies');
  for (const table of tables.keys()) {
    const before = stored.get(table);
    const now = tallies.get(table);
    if (before === undefined) report('missing', 1, 'tallies');
    else if (now === undefined) continue;
    else if (now.rows < before.rows) report('missing', before.rows - now.rows, table);
    else if (now.rows > before.rows) report('added', now.rows - before.rows, table);
    else if (now.marks !== before.marks) report('exchanged', now.rows, table);
  }
}
