// A process killed with -9 in the middle of its work loses nothing that it had acknowledged.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openProject } from '../../electron/engine/project/open.ts';
import { verifyProject } from '../../electron/engine/project/verify.ts';
import { must } from '../../shared/must.ts';
import { addText, aProject } from '../helpers/project.ts';

const script = fileURLToPath(new URL('../helpers/code-many.ts', import.meta.url));

test('codings killed with -9 at random moments: every acknowledged one is there, whole, and can be undone', async (t) => {
  const project = aProject(t);
  addText(project, 'Long', 'The street met on Monday. '.repeat(4000));
  project.close();
  const { path } = project.connection;
  const acknowledged: string[] = [];
  for (let round = 0; acknowledged.length < 100 || round < 8; round++) {
    const child = spawn(process.execPath, [script, path, String(round)]);
    let said = '';
    const ended = once(child, 'close');
    // After so many codings, not after so much time: a slow computer adds few in that.
    const wanted = 10 + Math.random() * 20;
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (said.split('\n').length > wanted) child.kill('SIGKILL');
    });
    await ended;
    // A line without its end was cut in the pipe: it was not yet acknowledged.
    acknowledged.push(
      ...said
        .slice(0, said.lastIndexOf('\n') + 1)
        .split('\n')
        .filter(Boolean),
    );

    const after = openProject(path, 'write');
    const stored = new Set(after.db.rows<[string]>('SELECT uid FROM codings').map(([id]) => id));
    assert.deepEqual(
      acknowledged.filter((id) => !stored.has(id)),
      [],
    );
    assert.deepEqual(verifyProject(after.db).faults, []);
    after.close();
  }
  const last = openProject(path, 'write');
  const before = must(last.db.value<number>('SELECT count(*) FROM codings'), 'a count');
  assert.equal(must(last.changes, 'writable').undo({ coder: 'Ada' })?.name, 'codings.add');
  assert.equal(last.db.value('SELECT count(*) FROM codings'), before - 1);
  last.close();
});
