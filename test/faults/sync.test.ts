// What a sync client or a copy can do to an open or closed project: written over in place, a journal of another state, a wrong clock.
import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { addCoding } from '../../electron/engine/coding/codings.ts';
import { openProject, type Project } from '../../electron/engine/project/open.ts';
import { verifyProject } from '../../electron/engine/project/verify.ts';
import { listActs } from '../../electron/engine/store/change.ts';
import { must } from '../../shared/must.ts';
import { aCoding, act, addText, aFolder, aProject, refusedWith } from '../helpers/project.ts';

const code = (project: Project, id: string): void => {
  const coding = aCoding({ id, source: '1', code: 'T1', passage: { start: id.length, end: 20 }, memo: id });
  act(project, 'codings.add', (db) => addCoding(db, coding));
};

const codingsOf = (project: Project): string[] =>
  project.db.rows<[string]>('SELECT uid FROM codings ORDER BY id').map(([uid]) => uid);

test('a project written over in place by a copy with as many acts is noticed; the other copy keeps every byte', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: We trust the club and the street.');
  const { path } = project.connection;
  const elsewhere = join(aFolder(t), 'study.crosscase');
  copyFileSync(path, elsewhere);
  const other = openProject(elsewhere, 'write');
  code(other, 'theirs');
  other.close();
  code(project, 'ours');
  const theirs = readFileSync(elsewhere);
  assert.equal(theirs.length, statSync(path).size);
  writeFileSync(path, theirs, { flag: 'r+' });

  for (const id of ['a', 'ab'])
    assert.throws(
      () => code(project, id),
      refusedWith('refused.changed-outside', { file: 'study.crosscase' }),
    );
  project.close();
  assert.deepEqual(readFileSync(path), theirs);
  const again = openProject(path, 'write');
  assert.deepEqual(codingsOf(again), ['theirs']);
  code(again, 'later');
  assert.deepEqual(verifyProject(again.db).faults, []);
  again.close();
});

test('a project that was only touched is worked on', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: We trust the club and the street.');
  utimesSync(project.connection.path, 1, 1);
  code(project, 'ours');
  assert.deepEqual(codingsOf(project), ['ours']);
});

/** A project and, in `hot`, its file and journal as a killed process leaves them in the middle of an act. */
function aTornProject(t: Parameters<typeof aProject>[0]): { readonly path: string; readonly hot: string } {
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: We trust the club and the street.');
  code(project, 'first');
  project.close();
  const { path } = project.connection;
  const hot = join(aFolder(t), 'study.crosscase');
  const db = new Database(path);
  db.pragma('journal_mode = TRUNCATE');
  // So little memory that pages are written before the end.
  db.pragma('cache_size = 1');
  db.exec(`BEGIN; UPDATE codings SET quote = 'x'; UPDATE codes SET definition = definition || 'x'`);
  copyFileSync(path, hot);
  copyFileSync(`${path}-journal`, `${hot}-journal`);
  db.exec('ROLLBACK');
  db.close();
  assert.notDeepEqual(readFileSync(hot), readFileSync(path));
  return { path, hot };
}

test('an act that was cut off is taken back on opening, for reading too', (t) => {
  for (const access of ['read', 'write'] as const) {
    const { hot } = aTornProject(t);
    const project = openProject(hot, access);
    t.after(() => project.close());
    assert.deepEqual(codingsOf(project), ['first']);
    assert.deepEqual(verifyProject(project.db).faults, []);
  }
});

test('a journal that belongs to another state of the project is put aside, and the project is as it was', (t) => {
  for (const access of ['read', 'write'] as const) {
    const { path, hot } = aTornProject(t);
    const newer = openProject(path, 'write');
    for (let n = 6; n < 14; n++) code(newer, 'x'.repeat(n));
    const codings = codingsOf(newer);
    newer.close();
    copyFileSync(`${hot}-journal`, `${path}-journal`);

    const project = openProject(path, access);
    assert.deepEqual(codingsOf(project), codings);
    assert.deepEqual(verifyProject(project.db).faults, []);
    project.close();
    const aside = `${path} (journal put aside)`;
    assert.deepEqual(readFileSync(aside), readFileSync(`${hot}-journal`));
    assert.deepEqual(readdirSync(dirname(path)).length, 2);
  }
});

test('where neither the file nor the file with its journal is sound both stay as they are', (t) => {
  const { hot } = aTornProject(t);
  const journal = readFileSync(`${hot}-journal`);
  const file = readFileSync(hot);
  // The journal gives back most pages, but not this one.
  journal.fill(0x55, 600, 640);
  writeFileSync(`${hot}-journal`, journal);
  for (const access of ['read', 'write'] as const)
    assert.throws(
      () => openProject(hot, access),
      refusedWith('refused.journal', { file: 'study.crosscase' }),
    );
  assert.deepEqual([readFileSync(hot), readFileSync(`${hot}-journal`)], [file, journal]);
  assert.equal(existsSync(`${hot}.lock`), false);
});

test('a clock that goes back a year disturbs neither the order of the history nor undo', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: We trust the club and the street.');
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2031-03-30T01:30:00Z') });
  code(project, 'one');
  t.mock.timers.setTime(Date.parse('2024-10-27T00:30:00Z'));
  code(project, 'three');
  const [last, before] = listActs(project.db, 2);
  assert.ok(must(last, 'an act').at < must(before, 'an act').at);
  must(project.changes, 'writable').undo({ coder: 'Ada' });
  assert.deepEqual(codingsOf(project), ['one']);
  assert.deepEqual(verifyProject(project.db).faults, []);
});
