// Backups: whole, verified, never over a file, thinned by age.
import assert from 'node:assert/strict';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { backUp, backupsToThin } from '../../../electron/engine/project/backup.ts';
import { openProject } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { Refused } from '../../../shared/refused.ts';
import { addText, aProject, reopened } from '../../helpers/project.ts';

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
  const gone = new Set(backupsToThin(everySixHours));
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
      (dates) => {
        const backups = dates.map((at, i) => ({ name: String(i), at }));
        const thinned = new Set(backupsToThin(backups));
        const newestTen = backups.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, 10);
        assert.ok(newestTen.every(({ name }) => !thinned.has(name)));
        const left = backups.filter(({ name }) => !thinned.has(name));
        assert.deepEqual(backupsToThin(left), []);
      },
    ),
  );
});
