// What was done to a project outside the program is found: rows removed, added, altered, renumbered or put back, in any table.
import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import type { Fault } from '../../../shared/contract/project.ts';
import { openProject } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { talliedTables } from '../../../electron/engine/store/tables.ts';
import { sealOf, type Row } from '../../../electron/engine/store/seal.ts';
import { must } from '../../../shared/must.ts';
import { faultSentence } from '../../../shared/words/faults.ts';
import { isWordKey, say } from '../../../shared/words/say.ts';
import { aFolder, aProject, addText, type Ending } from '../../helpers/project.ts';
import { anyAct, perform } from '../store/random-acts.ts';

const TEXT =
  'Ms Lin: We trust the club, and the club trusts us.\nInterviewer: Since when?\nMs Lin: Since the fire.';

test('after random acts, whatever is done to one row of any table outside the program is found and named', () => {
  const tried = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 60, maxLength: 60 }), fc.nat(1000), (acts, which) => {
      within((ending) => {
        const { early, late } = aHistory(ending, acts);
        assert.deepEqual(faultsOf(late), []);
        for (const table of tablesOf(late))
          for (const [kind, tamper] of Object.entries(tamperings)) {
            const tampered = join(aFolder(ending), 'tampered.crosscase');
            copyFileSync(late, tampered);
            if (!withSql(tampered, (db) => tamper({ db, table, which, early }))) continue;
            assertFound(faultsOf(tampered), table, kind);
            tried.set(kind, (tried.get(kind) ?? 0) + 1);
          }
      });
    }),
    { numRuns: 3, endOnFailure: true },
  );
  for (const kind of Object.keys(tamperings)) assert.ok((tried.get(kind) ?? 0) >= 10, `${kind} was tried`);
});

test('every table that is checked has a name in both languages', (t) => {
  const names = [...talliedTables(aProject(t).db).keys()];
  assert.ok(names.includes('codings') && names.includes('drafts'));
  assert.deepEqual(
    names.filter((name) => !isWordKey(`table.${name}`)),
    [],
  );
});

function assertFound(faults: readonly Fault[], table: string, kind: string): void {
  // A wrong tally is told as of the table that it counts; acts and their journal are sealed as one.
  const isHistory = table === 'acts' || table === 'journal';
  const found = faults.find(
    (fault) => fault.table === table || table === 'tallies' || (isHistory && fault.what === 'history'),
  );
  assert.ok(found, `${kind} in ${table}: ${JSON.stringify(faults)}`);
  for (const language of ['en', 'zh'] as const) {
    const sentence = faultSentence((key, values) => say(language, key, values), found);
    if (found.what === 'history') continue;
    const word = `table.${found.table}`;
    assert.ok(isWordKey(word) && sentence.includes(say(language, word)), sentence);
  }
}

/** A project after `acts`, and the same file as it was half way. */
function aHistory(
  ending: Ending,
  acts: readonly Parameters<typeof perform>[1][],
): { readonly early: string; readonly late: string } {
  const project = aProject(ending);
  const late = project.connection.path;
  const early = `${late}.early`;
  addText(project, 'Lin', TEXT, { case: 'East', interviewers: ['Interviewer'] });
  for (const [n, each] of acts.entries()) {
    if (n === acts.length / 2) copyFileSync(late, early);
    perform(project, each);
  }
  project.close();
  return { early, late };
}

interface Tampering {
  readonly db: Database.Database;
  readonly table: string;
  readonly which: number;
  readonly early: string;
}

/** What somebody with SQL can do to one row, its seal made to fit; false: there is no such row here. */
const tamperings: Readonly<Record<string, (tampering: Tampering) => boolean>> = {
  removed: ({ db, table, which }) => {
    const row = pick(rowsOf(db, table), which);
    if (!row) return false;
    const key = keyOf(db, table);
    return db.prepare(`DELETE FROM ${table} WHERE ${key} = ?`).run(row[key]).changes === 1;
  },
  added: ({ db, table, which }) => {
    const row = pick(rowsOf(db, table), which);
    if (!row) return false;
    const key = keyOf(db, table);
    const fresh = typeof row[key] === 'number' ? { [key]: 1_000_000 } : { [key]: `${String(row[key])}x` };
    return variants(row).some((each) => replaceRow(db, table, { ...each, ...fresh }));
  },
  altered: ({ db, table, which }) => {
    const row = pick(rowsOf(db, table), which);
    if (!row) return false;
    const key = keyOf(db, table);
    const others = variants(row).filter((each) => !isDeepStrictEqual({ ...each, [key]: row[key] }, row));
    return others.some((each) => replaceRow(db, table, { ...each, [key]: row[key] ?? null }));
  },
  renumbered: ({ db, table, which }) => {
    // The number of a journal entry only orders it.
    const row = table === 'journal' ? undefined : pick(rowsOf(db, table), which);
    const key = keyOf(db, table);
    if (!row || typeof row[key] !== 'number') return false;
    return db.prepare(`UPDATE ${table} SET ${key} = 1000000 WHERE ${key} = ?`).run(row[key]).changes === 1;
  },
  'put back': ({ db, table, which, early }) => {
    db.prepare('ATTACH ? AS early').run(early);
    const gone = db.prepare<[], Row>(`SELECT * FROM early.${table} EXCEPT SELECT * FROM main.${table}`).all();
    const row = pick(gone, which);
    return row !== undefined && insert(db, `OR REPLACE INTO main.${table}`, row);
  },
};

/** The row as it is, with other texts, with other numbers, with other references: some table takes each. */
function variants(row: Row): Row[] {
  const changed = (isMeant: (name: string, value: unknown) => boolean): Row =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        if (!isMeant(name, value)) return [name, value];
        return [name, typeof value === 'number' ? value + 1 : `${String(value)}x`];
      }),
    );
  return [
    row,
    changed((name, value) => typeof value === 'string' && name !== 'seal'),
    changed((name, value) => typeof value === 'number' && !name.endsWith('_id')),
    changed((name, value) => typeof value === 'number' && name.endsWith('_id')),
  ];
}

/** Puts the row there, sealed anew; false where the table does not take it. */
function replaceRow(db: Database.Database, table: string, row: Row): boolean {
  const { id, seal, ...values } = row;
  const sealed = id === undefined || seal === undefined ? row : { ...row, seal: sealOf(table, values) };
  const key = keyOf(db, table);
  db.exec('BEGIN');
  try {
    db.prepare(`DELETE FROM ${table} WHERE ${key} = ?`).run(row[key]);
    insert(db, `INTO ${table}`, sealed);
    db.exec('COMMIT');
    return true;
  } catch (error) {
    db.exec('ROLLBACK');
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

function insert(db: Database.Database, into: string, row: Row): boolean {
  const names = Object.keys(row).map((name) => `"${name}"`);
  const places = names.map(() => '?').join(', ');
  const sql = `INSERT ${into}(${names.join(', ')}) VALUES(${places})`;
  return db.prepare(sql).run(...Object.values(row)).changes === 1;
}

const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)];

const rowsOf = (db: Database.Database, table: string): Row[] =>
  db.prepare<[], Row>(`SELECT * FROM ${table}`).all();

function keyOf(db: Database.Database, table: string): string {
  const sql = 'SELECT name FROM pragma_table_info(?) WHERE pk = 1';
  return must(db.prepare<[string], { name: string }>(sql).get(table), 'a key').name;
}

function tablesOf(path: string): string[] {
  const sql = `SELECT name FROM sqlite_schema WHERE type = 'table'`;
  return withSql(path, (db) => db.prepare<[], { name: string }>(sql).all()).map(({ name }) => name);
}

function withSql<T>(path: string, work: (db: Database.Database) => T): T {
  const db = new Database(path);
  try {
    db.pragma('foreign_keys = OFF');
    db.pragma('synchronous = OFF');
    return work(db);
  } finally {
    db.close();
  }
}

function faultsOf(path: string): readonly Fault[] {
  const project = openProject(path, 'read');
  try {
    return verifyProject(project.db).faults;
  } finally {
    project.close();
  }
}

/** Runs `work` and then what it left to be done after it. */
function within(work: (ending: Ending) => void): void {
  const endings: (() => void)[] = [];
  try {
    work({ after: (end) => endings.unshift(end) });
  } finally {
    for (const end of endings) end();
  }
}
