// A batch of files: what goes wrong with one of them keeps no other one out.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { importFiles } from '../../../electron/engine/import/import-files.ts';
import { forkWorker, startReader } from '../../../electron/engine/import/reader.ts';
import type { Writable } from '../../../electron/engine/store/change.ts';
import type { ImportOutcome } from '../../../shared/contract/import.ts';
import { Refused } from '../../../shared/refused.ts';
import { sayRefusal } from '../../../shared/say-refused.ts';
import { act, aFolder, aProject } from '../../helpers/project.ts';

test('a fault of the program on one file is told for that file, and the others are imported', async (t) => {
  const project = aProject(t);
  const reader = startReader({}, () => forkWorker(new URL('./stuck-worker.ts', import.meta.url)));
  const folder = aFolder(t, () => reader.close());
  const files = ['first.txt', 'bug.txt', 'last.txt'].map((name) => ({ token: join(folder, name), name }));
  for (const { token } of files) writeFileSync(token, `Ana: Hello from ${token}.`);
  const seams = {
    db: project.db,
    reader,
    path: (token: string) => token,
    change: <T>(work: (db: Writable) => T) => act(project, 'import.files', work),
  };
  const batch = { files, case: null, phase: null, interviewers: [], encoding: null };
  const outcomes: ImportOutcome[] = [];
  for await (const outcome of importFiles(seams, batch, new AbortController().signal)) outcomes.push(outcome);
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ['imported', 'refused', 'imported'],
  );
  const [, bug] = outcomes;
  assert.ok(bug?.outcome === 'refused');
  for (const language of ['en', 'zh'] as const) {
    const sentence = sayRefusal(language, bug.refusal);
    assert.match(sentence, /bug\.txt.*TypeError: a bug in a reader/);
  }
});

test('a file that the disk does not take is told for that file, and the others are tried', async (t) => {
  const project = aProject(t);
  const reader = startReader();
  const folder = aFolder(t, () => reader.close());
  const files = ['one.txt', 'two.txt', 'three.txt'].map((name) => ({ token: join(folder, name), name }));
  for (const { token } of files) writeFileSync(token, `Ana: Hello from ${token}.`);
  let stored = 0;
  const seams = {
    db: project.db,
    reader,
    path: (token: string) => token,
    change: <T>(work: (db: Writable) => T): T => {
      stored += 1;
      if (stored === 2) throw new Refused('refused.disk-full', { file: 'study.crosscase' });
      return act(project, 'import.files', work);
    },
  };
  const batch = { files, case: null, phase: null, interviewers: [], encoding: null };
  const outcomes: string[] = [];
  for await (const { outcome } of importFiles(seams, batch, new AbortController().signal))
    outcomes.push(outcome);
  assert.deepEqual(outcomes, ['imported', 'refused', 'imported']);
});
