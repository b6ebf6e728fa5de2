// A project of an older version: backed up, brought up to date and whole; refused where it is damaged.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { addCoding, removeCoding } from '../../../electron/engine/coding/codings.ts';
import { IMPORTED_BY_SQL } from '../../../electron/engine/coding/versions.ts';
import { relationTypeEntries } from '../../../electron/engine/coding/relation-types.ts';
import { createEngine } from '../../../electron/engine/engine.ts';
import { openProject } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { addFunctions } from '../../../electron/engine/store/functions.ts';
import { readHeader } from '../../../electron/engine/store/header.ts';
import { migrate, SCHEMA_VERSION } from '../../../electron/engine/store/migrate.ts';
import { must } from '../../../shared/must.ts';
import { makeOlder, withSql } from '../../helpers/older.ts';
import { aCoding, act, addText, aProject, refusedWith, type Ending } from '../../helpers/project.ts';

/** The path of a project as an older version wrote it, with work in it, some of it undone; `id` is of a coding. */
function anOlderProject(t: Ending, version = 1): { readonly path: string; readonly id: string } {
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: We trust the club.', { case: 'East' });
  const coding = aCoding({ source: '1', code: 'T1', passage: { start: 8, end: 12 }, memo: 'first' });
  const { id } = act(project, 'codings.add', (db) => addCoding(db, coding));
  act(project, 'codings.add', (db) => addCoding(db, { ...coding, code: 'T2' }));
  must(project.changes, 'writable').undo({ coder: 'Ada' });
  project.close();
  makeOlder(project.connection.path, version);
  return { path: project.connection.path, id };
}

test('an older project is brought up to date after a verified backup of it as it was', (t) => {
  const { path, id } = anOlderProject(t);
  const older = openProject(path, 'read');
  assert.deepEqual(verifyProject(older.db).faults, []);
  older.close();
  assert.equal(readHeader(path)?.schema, 1);

  const project = openProject(path, 'write');
  t.after(() => project.close());
  assert.equal(readHeader(path)?.schema, SCHEMA_VERSION);
  assert.deepEqual(verifyProject(project.db).faults, []);
  assert.deepEqual(
    relationTypeEntries(project.db).map(({ key, name, alsoName }) => [key, name, alsoName]),
    [
      ['influences', 'influences', '影响'],
      ['precedes', 'precedes', '先于'],
      ['contradicts', 'contradicts', '矛盾'],
    ],
  );
  assert.equal(must(project.changes, 'writable').redo({ coder: 'Ada' })?.name, 'codings.add');
  act(project, 'codings.remove', (db) => removeCoding(db, { id }));
  assert.deepEqual(verifyProject(project.db).faults, []);

  const folder = join(dirname(path), 'study backups');
  const [backup] = readdirSync(folder);
  assert.equal(readHeader(join(folder, must(backup, 'a backup')))?.schema, 1);
});

test('an older project that is open for reading answers every reading call and keeps every byte', async (t) => {
  for (let version = 1; version < SCHEMA_VERSION; version++) {
    const { path } = anOlderProject(t, version);
    const before = readFileSync(path);
    const engine = createEngine();
    t.after(() => engine.close());
    await engine.call('project.open', { file: engine.files.grant(path), access: 'read' });
    assert.deepEqual(await engine.call('drafts.list', {}), { drafts: [] });
    assert.deepEqual(await engine.call('links.list', { source: null, coding: null }), { links: [] });
    assert.deepEqual(await engine.call('links.list', { source: '1', coding: null }), { links: [] });
    assert.deepEqual(await engine.call('matrices.list', {}), { matrices: [] });
    assert.deepEqual(await engine.call('sources.drafts', { source: '1' }), { drafts: [] });
    const { versions } = await engine.call('sources.versions', { source: '1' });
    assert.deepEqual([versions.length, versions[0]?.codings], [1, 1]);
    const { types } = await engine.call('relation-types.list', {});
    assert.equal(types.length > 0, version >= 3);
    for (const at of [undefined, new Date().toISOString()]) {
      const moment = at === undefined ? {} : { at };
      const question = { filters: [], overlap: 'split' as const, coders: null, ...moment };
      const codes = { rows: ['T1'], columns: ['T2'], type: null, near: 'overlap', claims: [] };
      const found = await engine.call('matrices.report', {
        kind: 'relations',
        ...question,
        ...codes,
      });
      assert.ok(found.kind === 'relations' && found.cells[0]?.[0]?.links === 0);
    }
    assert.deepEqual((await engine.call('project.verify', {})).faults, []);
    assert.deepEqual(readFileSync(path), before);
  }
});

test('an older project that is damaged is not brought up to date and keeps every byte', (t) => {
  const { path } = anOlderProject(t);
  withSql(path, (db) => db.exec(`UPDATE codings SET quote = 'us'`));
  const before = readFileSync(path);
  assert.throws(() => openProject(path, 'write'), refusedWith('refused.backup-damaged'));
  assert.deepEqual(readFileSync(path), before);
  assert.equal(existsSync(`${path}.lock`), false);
});

test('the steps lead to the same schema from any version on, and a failing step leaves the version before it', () => {
  const schemas = Array.from({ length: SCHEMA_VERSION }, (_, version) => {
    const db = emptyProject(version);
    migrate(db);
    return db.prepare('SELECT type, name, sql FROM sqlite_schema').all();
  });
  for (const schema of schemas) assert.deepEqual(schema, schemas[0]);

  const db = emptyProject(1);
  db.exec('CREATE TABLE tallies(taken)');
  assert.throws(() => migrate(db));
  assert.equal(db.pragma('user_version', { simple: true }), 1);
});

test('who imported a text is found without going through the journal, also in an older project', (t) => {
  const { path } = anOlderProject(t);
  const project = openProject(path, 'write');
  t.after(() => project.close());
  const plan = project.db.rows<[number, number, number, string]>(`EXPLAIN QUERY PLAN ${IMPORTED_BY_SQL}`, 1);
  const steps = plan.map(([, , , step]) => step);
  assert.ok(
    steps.some((step) => step.startsWith('SEARCH j USING INDEX journal_imports')),
    steps.join(),
  );
  assert.deepEqual(project.db.rows(IMPORTED_BY_SQL, 1), [['Ada']]);
});

test('cells that were noted under the short id of a code are brought under its lasting id', (t) => {
  const project = aProject(t);
  const [code, shortId] = must(
    project.db.rows<[string, string]>(`SELECT uid, short_id FROM codes WHERE short_id = 'T1'`)[0],
    'the code',
  );
  act(project, 'matrices.save', (db) => {
    const question = JSON.stringify({ rows: ['case:street', 'code:2'], columns: ['code'], filters: [] });
    const words = { name: 'Trust', description: '', display: 'table', created_at: '', changed_at: '' };
    const matrix_id = db.insert('matrices', { uid: 'm', question, ...words });
    const column = JSON.stringify([shortId]);
    db.insert('matrix_cells', { matrix_id, row: JSON.stringify([shortId, shortId]), column, rating: 1 });
    db.insert('matrix_cells', { matrix_id, row: 'null', column, rating: 2 });
  });
  project.close();
  makeOlder(project.connection.path, 6);

  const migrated = openProject(project.connection.path, 'write');
  t.after(() => migrated.close());
  assert.deepEqual(migrated.db.rows('SELECT "row", "column", rating FROM matrix_cells ORDER BY id'), [
    [JSON.stringify([shortId, code]), JSON.stringify([code]), 1],
    ['null', JSON.stringify([code]), 2],
  ]);
  assert.deepEqual(verifyProject(migrated.db).faults, []);
  // What was done before the step can be undone after it.
  assert.ok(must(migrated.changes, 'writable').undo({ coder: 'Ada' }));
  assert.deepEqual(verifyProject(migrated.db).faults, []);
});

test('saved questions that named codes by their short ids name them by their lasting ids', (t) => {
  const project = aProject(t);
  const uidOf = (id: string): string =>
    must(project.db.value<string>(`SELECT uid FROM codes WHERE short_id = ?`, id), 'the code');
  const [trust, norms] = [uidOf('T'), uidOf('N')];
  const question = (t1: string, t2: string, n: string): object => ({
    rows: ['code', 'phase'],
    columns: ['code-set'],
    filters: [
      { dimension: 'code', value: t1 },
      { dimension: 'code-set', value: 'T' },
      { dimension: 'code:1', value: n },
    ],
    overlap: 'split',
    rowOrder: {
      by: 'hand',
      ids: [
        [t2, 'T'],
        [n, 'N'],
      ],
    },
    columnOrder: { by: 'value', at: [n, 'T'], descending: true },
  });
  act(project, 'matrices.save', (db) => {
    const words = { description: '', display: 'table', created_at: '', changed_at: '' };
    const asked = JSON.stringify(question('t', 'T', 'N'));
    db.insert('matrices', { uid: 'm', name: 'Trust', question: asked, ...words });
    const bare = JSON.stringify({ rows: ['case'], columns: [], filters: [] });
    db.insert('matrices', { uid: 'b', name: 'Bare', question: bare, ...words });
  });
  project.close();
  makeOlder(project.connection.path, 7);

  const migrated = openProject(project.connection.path, 'write');
  t.after(() => migrated.close());
  const stored = migrated.db.rows<[string]>('SELECT question FROM matrices ORDER BY id');
  assert.deepEqual(
    stored.map(([json]) => JSON.parse(json) as object),
    [question(trust, trust, norms), { rows: ['case'], columns: [], filters: [] }],
  );
  assert.deepEqual(verifyProject(migrated.db).faults, []);
});

function emptyProject(version: number): Database.Database {
  const db = new Database(':memory:');
  addFunctions(db);
  migrate(db, version);
  return db;
}
