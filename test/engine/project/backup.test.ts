// Backups: whole, verified, never over a file, thinned by age.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import { backUp, backupsToThin } from '../../../electron/engine/project/backup.ts';
import { openProject, projectInfo } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { aCoding, addText, aProject, refusedWith, reopened } from '../../helpers/project.ts';

test('a backup is a sound project of its own, made while reading or writing', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: Hello.');
  for (const connection of [project.connection, reopened(t, project).connection]) {
    const { path, bytes } = backUp(connection, null);
    assert.equal(statSync(path).size, bytes);
    const copy = openProject(path, 'read');
    assert.equal(copy.db.value('SELECT count(*) FROM sources'), 1);
    assert.deepEqual(verifyProject(copy.db).faults, []);
    copy.close();
  }
  assert.equal(readdirSync(join(project.connection.path, '..', 'study backups')).length, 2);
});

test('a backup never replaces a file, and a damaged project makes none', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: Hello.');
  const taken = `${project.connection.path}.txt`;
  writeFileSync(taken, 'mine');
  assert.throws(
    () => backUp(project.connection, taken),
    (error) => error instanceof Refused && error.refusal.key === 'refused.file-exists',
  );
  project.connection.sqlite.exec(`UPDATE sources SET name = 'Lim'`);
  assert.throws(
    () => backUp(project.connection, null),
    (error) => error instanceof Refused && error.refusal.key === 'refused.backup-damaged',
  );
  assert.deepEqual(readdirSync(join(project.connection.path, '..', 'study backups')), []);
});

test('thinning keeps two days whole, then one a day, a week, a month, and always the newest ten', () => {
  const hour = 3_600_000;
  const newest = Date.parse('2026-06-30T12:00:00');
  const everySixHours = Array.from({ length: 4 * 365 }, (_, i) => ({
    name: `b${i}`,
    at: new Date(newest - i * 6 * hour),
  }));
  const gone = new Set(backupsToThin(everySixHours, new Date(newest)));
  const kept = everySixHours.filter(({ name }) => !gone.has(name));
  const age = ({ at }: { at: Date }) => (newest - at.getTime()) / (24 * hour);
  assert.equal(kept.filter((each) => age(each) <= 2).length, 9);
  const days = kept
    .filter((each) => age(each) > 3 && age(each) <= 13)
    .map(({ at }) => Math.floor(at.getTime() / (24 * hour)));
  assert.equal(new Set(days).size, days.length);
  assert.ok(days.length >= 10);
  assert.ok(kept.length < 50);

  fc.assert(
    fc.property(
      fc.array(fc.date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2030-01-01') }), {
        maxLength: 60,
      }),
      fc.date({ noInvalidDate: true, min: new Date('2019-01-01'), max: new Date('2031-01-01') }),
      (dates, now) => {
        const backups = dates.map((at, i) => ({ name: String(i), at }));
        const thinned = new Set(backupsToThin(backups, now));
        const newestTen = backups.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, 10);
        assert.ok(newestTen.every(({ name }) => !thinned.has(name)));
        assert.ok(backups.every(({ name, at }) => at <= now || !thinned.has(name)));
        const left = backups.filter(({ name }) => !thinned.has(name));
        assert.deepEqual(backupsToThin(left, now), []);
      },
    ),
  );
});

const DAY = 86_400_000;

/** A project of the first of May, 2026, noon, with one text; the clock stands there. */
function anOldProject(t: TestContext): string {
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-05-01T12:00:00Z') });
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: We trust the club and the street.');
  project.close();
  return project.connection.path;
}

/** Opens the project `days` later, does `work` and waits for the backup of the day; the backups that there are then. */
async function onDay(
  t: TestContext,
  path: string,
  days: number,
  work?: (engine: Engine) => Promise<unknown>,
) {
  t.mock.timers.setTime(Date.parse('2026-05-01T12:00:00Z') + days * DAY);
  const engine = createEngine();
  await engine.call('project.open', { file: engine.files.grant(path), access: 'write' });
  await work?.(engine);
  const listed = await engine.call('project.backups', { file: null });
  await engine.close();
  return listed;
}

const codeAt = (start: number) => (engine: Engine) =>
  engine.call('codings.add', aCoding({ source: '1', code: 'T1', passage: { start, end: 20 } }));

test('a project is backed up by itself when it is opened, once a day and when there is something new', async (t) => {
  const path = anOldProject(t);
  assert.deepEqual(await onDay(t, path, 0.5, codeAt(1)), { backups: [], refused: null });
  const { backups } = await onDay(t, path, 2, codeAt(2));
  assert.deepEqual(
    backups.map(({ at }) => at),
    ['2026-05-03T12:00:00.000Z'],
  );
  assert.equal((await onDay(t, path, 2.5, codeAt(3))).backups.length, 1);
  assert.equal((await onDay(t, path, 4)).backups.length, 2);
  assert.equal((await onDay(t, path, 6)).backups.length, 2);
  // A clock that went back is believed; what the backup holds is told by its acts.
  assert.equal((await onDay(t, path, -400, codeAt(4))).backups.length, 3);
  const folder = join(dirname(path), 'study backups');
  const codings = readdirSync(folder)
    .toSorted()
    .map((name) => codingsIn(join(folder, name)));
  assert.deepEqual(codings, [3, 1, 3]);
});

test('a damaged project is not backed up by itself, and its list of backups says why', async (t) => {
  const path = anOldProject(t);
  await onDay(t, path, 2, codeAt(1));
  const db = new Database(path);
  db.exec(`UPDATE codings SET quote = 'x'`);
  db.close();
  const { backups, refused } = await onDay(t, path, 4, codeAt(2));
  assert.equal(backups.length, 1);
  assert.equal(refused?.key, 'refused.backup-damaged');
  assert.equal(readdirSync(join(dirname(path), 'study backups')).length, 1);
});

test('a backup is restored as a new file, also when the project itself cannot be opened', async (t) => {
  const engine = createEngine();
  t.after(() => engine.close());
  const path = anOldProject(t);
  const { backups } = await onDay(t, path, 2, codeAt(1));
  const backup = must(backups[0], 'a backup').name;
  writeFileSync(path, 'gone');
  const file = engine.files.grant(path);
  const to = engine.files.grant(join(dirname(path), 'restored.crosscase'));
  assert.deepEqual((await engine.call('project.backups', { file })).backups, backups);
  await engine.call('project.restore', { file, backup, to });
  const { counts } = await engine.call('project.open', { file: to, access: 'write' });
  assert.deepEqual([counts.sources, counts.codings], [1, 0]);
  assert.equal((await engine.call('project.verify', {})).ok, true);
  await assert.rejects(
    engine.call('project.restore', { file, backup, to }),
    refusedWith('refused.file-exists'),
  );
  assert.equal(readFileSync(path, 'utf8'), 'gone');

  const other = engine.files.grant(join(dirname(path), 'other.crosscase'));
  const strange = { file, backup: '../study.crosscase', to: other };
  await assert.rejects(engine.call('project.restore', strange), refusedWith('refused.no-backup'));
  const inside = join(dirname(path), 'study backups', backup);
  const bytes = readFileSync(inside);
  bytes.fill(0x55, bytes.length / 4, (bytes.length * 3) / 4);
  writeFileSync(inside, bytes);
  await assert.rejects(
    engine.call('project.restore', { file, backup, to: other }),
    refusedWith('refused.damaged-copy', { name: backup }),
  );
  assert.equal(existsSync(join(dirname(path), 'other.crosscase')), false);
});

function codingsIn(path: string): number {
  const project = openProject(path, 'read');
  try {
    return projectInfo(project.db).counts.codings;
  } finally {
    project.close();
  }
}
