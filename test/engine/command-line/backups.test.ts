// Backups at the terminal: made, listed, restored as a new file.
import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { say } from '../../../shared/words/say.ts';
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

test('a copy in a synced folder in which work went on is told in one sentence, and the command does its work', async () => {
  using folder = temporaryFolder();
  await folder.run(['new', 'study', '--coder', 'Ada']);
  copyFileSync(join(folder.path, 'study.crosscase'), join(folder.path, 'study-PC.crosscase'));
  assert.equal((await folder.run(['case', 'study', 'North'])).err, '');
  await folder.run(['case', 'study-PC', 'South']);
  for (const language of ['en', 'zh'] as const) {
    const { code, out, err } = await folder.run(['cases', 'study', '--json', '--lang', language]);
    assert.equal(code, 0);
    assert.equal(err, `${say(language, 'project.copies', { files: ['study-PC.crosscase'] })}\n`);
    assert.equal(JSON.parse(out).cases[0].name, 'North');
  }
});
