// The check of a project: its structure, every row, every text and every quote against their checksums.
import type { Fault, Verification } from '../../../shared/contract/project.ts';
import { must } from '../../../shared/must.ts';
import { fileDigest, layoutDigest, textDigest, type Packed } from '../text/contents.ts';
import { sealOfAct } from '../store/change.ts';
import { openConnection, type Readable } from '../store/connection.ts';
import { SCHEMA_SQL, schemaOf, TALLIES_SINCE } from '../store/migrate.ts';
import { sealOf, type Row } from '../store/seal.ts';
import { talliedTables, trackedTables } from '../store/tables.ts';
import { countTally, storedTallies } from '../store/tally.ts';

type Report = (what: Fault['what'], where: string | number, table?: string) => void;

/** Reads everything; changes nothing. A part that cannot be read is itself a fault of the file. */
export function verifyProject(db: Readable): Verification {
  const faults: Fault[] = [];
  const report: Report = (what, where, table) =>
    faults.push({ what, table: table ?? null, where: String(where) });
  const part = (work: () => number | void): number => {
    try {
      return work() ?? 0;
    } catch (error) {
      report('file', error instanceof Error ? error.message : String(error));
      return 0;
    }
  };
  const schema = part(() => must(db.value<number>('PRAGMA user_version'), 'a version'));
  part(() => checkStructure(db, report));
  part(() => checkSchema(db, schema, report));
  part(() => checkContents(db, report));
  part(() => checkFiles(db, report));
  const rows = part(() => checkRows(db, report));
  const codings = part(() => checkQuotes(db, report));
  part(() => checkHistory(db, report));
  if (schema >= TALLIES_SINCE) part(() => checkTallies(db, report));
  const sources = part(() => must(db.value<number>('SELECT count(*) FROM sources'), 'a count'));
  return { ok: faults.length === 0, checked: { sources, codings, rows }, faults };
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
  for (const [message] of db.rows<[string]>('PRAGMA integrity_check'))
    if (message !== 'ok') report('file', message);
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

function checkContents(db: Readable, report: Report): void {
  for (const [sha256] of db.rows<[string]>('SELECT sha256 FROM contents')) {
    const row = must(
      db.get<ContentRow>('SELECT * FROM contents WHERE sha256 = ?', sha256),
      'the content that was just listed',
    );
    const intact = textDigest(row.text) === sha256 && layoutDigest(row) === row.layout_sha256;
    if (!intact) report('text', sourcesWith(db, 'content_sha256', sha256));
  }
}

type ContentRow = Packed & { readonly text: string; readonly layout_sha256: string };

function checkFiles(db: Readable, report: Report): void {
  for (const [sha256] of db.rows<[string]>('SELECT sha256 FROM files')) {
    const bytes = must(db.value<Uint8Array>('SELECT bytes FROM files WHERE sha256 = ?', sha256), 'the file');
    if (fileDigest(bytes) !== sha256) report('original', sourcesWith(db, 'file_sha256', sha256));
  }
}

function sourcesWith(db: Readable, column: 'content_sha256' | 'file_sha256', sha256: string): string {
  const names = db.rows<[string]>(`SELECT name FROM sources WHERE ${column} = ?`, sha256);
  return names.length > 0 ? names.join(', ') : sha256.slice(0, 12);
}

/** Returns the number of rows checked. */
function checkRows(db: Readable, report: Report): number {
  let checked = 0;
  for (const [table, columns] of trackedTables(db)) {
    const names = columns.map((name) => `"${name}"`).join(', ');
    const page = `SELECT id, seal, ${names} FROM ${table} WHERE id > ? ORDER BY id LIMIT 5000`;
    let last = 0;
    for (;;) {
      const rows = db.all<{ id: number; seal: string } & Row>(page, last);
      for (const { id, seal, ...row } of rows) {
        if (sealOf(table, row) !== seal) report('row', id, table);
        last = id;
      }
      checked += rows.length;
      if (rows.length === 0) break;
    }
  }
  return checked;
}

/** Returns the number of codings checked. */
function checkQuotes(db: Readable, report: Report): number {
  let checked = 0;
  for (const source of db.all<{ id: number; name: string; content: string }>(
    'SELECT id, name, content_sha256 AS content FROM sources ORDER BY number',
  )) {
    const text = db.value<string>('SELECT text FROM contents WHERE sha256 = ?', source.content) ?? '';
    const codings = db.rows<[string, number, number, string]>(
      'SELECT uid, start, "end", quote FROM codings WHERE source_id = ?',
      source.id,
    );
    for (const [uid, start, end, quote] of codings) {
      if (text.slice(start, end) !== quote) report('quote', `${source.name} ${start}–${end}, ${uid}`);
    }
    checked += codings.length;
  }
  return checked;
}

function checkHistory(db: Readable, report: Report): void {
  for (const { id, seal } of db.all<{ id: number; seal: string }>('SELECT id, seal FROM acts')) {
    if (sealOfAct(db, id) !== seal) report('history', id);
  }
}

function checkTallies(db: Readable, report: Report): void {
  const stored = storedTallies(db);
  const tables = talliedTables(db);
  for (const name of stored.keys()) if (!tables.has(name)) report('added', 1, 'tallies');
  for (const [table, columns] of tables) {
    const before = stored.get(table);
    const now = countTally(db, table, columns);
    if (before === undefined) report('missing', 1, 'tallies');
    else if (now.rows < before.rows) report('missing', before.rows - now.rows, table);
    else if (now.rows > before.rows) report('added', now.rows - before.rows, table);
    else if (now.marks !== before.marks) report('exchanged', now.rows, table);
  }
}
