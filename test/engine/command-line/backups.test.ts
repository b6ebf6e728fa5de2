// Backups at the terminal: made, listed, restored as a new file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder } from './run.ts';

test('a backup is listed by its name and restored as a new project, never over a file', async () => {
  using folder = temporaryFolder();
  const { run, json } = folder;
  await run(['new', 'study']);
  assert.match((await run(['backup', 'study', '--list'])).out, /no backup yet/);
  await run(['backup', 'study']);
  const { backups } = await json<{ backups: readonly { name: string }[] }>('backup', 'study', '--list');
  assert.equal(backups.length, 1);
  const name = backups[0]?.name ?? '';
  assert.ok((await run(['backup', 'study', '--list'])).out.startsWith(name));

  const restoring = ['backup', 'study', '--restore', name, '--out', 'restored.crosscase'];
  assert.equal((await run(restoring)).code, 0);
  assert.equal((await run(['verify', 'restored'])).code, 0);
  assert.equal((await run(restoring)).code, 1);
  assert.equal((await run(['backup', 'study', '--restore', 'none', '--out', 'other.crosscase'])).code, 1);
  assert.equal((await run(['backup', 'study', '--restore', name])).code, 2);
  assert.equal((await run(['backup', 'study', '--list', '--out', 'other.crosscase'])).code, 2);
});
