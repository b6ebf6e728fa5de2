// The daily backup of the built program: its copy is checked by the thread that stands beside the bundled engine.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createEngine } from '../../electron/engine/engine.ts';
import { makeStudy } from '../page/room.ts';
import { until } from '../page/window.ts';
import { aFolder } from '../helpers/project.ts';
import { desktopTest, faultyProgram, start } from './harness.ts';

/** A project of three days ago, which a backup is due of. */
async function aStudyOfBefore(t: TestContext): Promise<string> {
  const folder = aFolder(t);
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() - 3 * 86_400_000 });
  const engine = createEngine();
  await makeStudy({ engine, folder }, 'en');
  await engine.close();
  t.mock.timers.reset();
  return join(folder, 'study.crosscase');
}

function backupsOf(project: string): readonly string[] | null {
  const folder = project.replace(/\.crosscase$/, ' backups');
  return existsSync(folder) ? readdirSync(folder) : null;
}

desktopTest('a project that is opened is backed up, and the copy counts once it is sound', async (t) => {
  const project = await aStudyOfBefore(t);
  const program = await start(t, { project });
  const isOne = (names: readonly string[] | null): boolean =>
    names?.length === 1 && /^study [\d-]+ [\d.]+\.crosscase$/.test(names[0] ?? '');
  await until(() => Promise.resolve(backupsOf(project)), isOne, 'the backup');
  assert.equal(await program.quit(), 0);
  assert.deepEqual(program.output, []);
});

desktopTest('a copy that the thread finds damaged is no backup', async (t) => {
  const project = await aStudyOfBefore(t);
  const sentence = /isSoundFile\(workerData\) \? SOUND : DAMAGED/;
  const program = await faultyProgram(t, 'electron/check-copy.js', sentence, 'DAMAGED');
  await start(t, { project, program });
  await until(() => Promise.resolve(backupsOf(project)), [], 'what is left of the copy');
});
