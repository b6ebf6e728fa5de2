// Opening and creating: what is refused leaves every byte as it was; one writer at a time; a dead one holds nothing.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createEngine } from '../../../electron/engine/engine.ts';
import { createProject, openProject, projectInfo } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { Refused } from '../../../shared/refused.ts';
import { addText, aFolder, aProject, reopened } from '../../helpers/project.ts';

const refusedWith = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key;

test('a project is one file that says what it is', (t) => {
  const project = aProject(t, { language: 'zh', name: '六街' });
  const { name, file, language, framework, coder, counts } = projectInfo(project.db);
  assert.deepEqual(
    { name, language, framework, coder },
    { name: '六街', language: 'zh', framework: 'community-social-capital', coder: 'Ada' },
  );
  assert.equal(file, project.connection.path);
  assert.deepEqual(counts, { sources: 0, cases: 0, codes: 67, codings: 0 });
  project.close();
  assert.deepEqual(readdirSync(join(project.connection.path, '..')), ['study.crosscase']);
});

test('nothing is ever created over an existing file, and a failure leaves no file', (t) => {
  const folder = aFolder(t);
  const path = join(folder, 'notes.crosscase');
  writeFileSync(path, 'my notes');
  const request = { path, name: 'x', language: 'en', framework: null, coder: 'Ada' } as const;
  assert.throws(() => createProject(request), refusedWith('refused.file-exists'));
  assert.equal(readFileSync(path, 'utf8'), 'my notes');
  assert.throws(
    () => createProject({ ...request, path: join(folder, 'nowhere', 'a.crosscase') }),
    refusedWith('refused.no-folder'),
  );
  assert.throws(() => createProject({ ...request, path: join(folder, 'bad.crosscase'), name: '\ud800' }));
  assert.deepEqual(readdirSync(folder), ['notes.crosscase']);
});

test('what is no project is refused: missing, folder, text, other database', (t) => {
  const folder = aFolder(t);
  mkdirSync(join(folder, 'folder.crosscase'));
  writeFileSync(join(folder, 'text.crosscase'), 'x'.repeat(500));
  writeFileSync(join(folder, 'empty.crosscase'), '');
  writeFileSync(
    join(folder, 'other.crosscase'),
    Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]),
  );
  assert.throws(() => openProject(join(folder, 'none.crosscase'), 'read'), refusedWith('refused.no-file'));
  for (const name of ['folder', 'text', 'empty', 'other']) {
    for (const access of ['read', 'write'] as const) {
      assert.throws(
        () => openProject(join(folder, `${name}.crosscase`), access),
        refusedWith('refused.not-a-project'),
      );
    }
  }
  assert.equal(existsSync(join(folder, 'text.crosscase.lock')), false);
});

test('a project of a newer version is refused and keeps every byte', (t) => {
  const project = aProject(t);
  project.connection.sqlite.pragma('user_version = 99');
  project.close();
  const { path } = project.connection;
  const before = readFileSync(path);
  for (const access of ['read', 'write'] as const) {
    assert.throws(() => openProject(path, access), refusedWith('refused.newer-project'));
  }
  assert.deepEqual(readFileSync(path), before);
});

test('another process that holds the project keeps writers out and lets readers in; killed, it holds nothing', async (t) => {
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: Hello.\nMs Ma: Hello.');
  project.close();
  const { path } = project.connection;
  const holder = spawn(process.execPath, [
    fileURLToPath(new URL('../../helpers/hold.ts', import.meta.url)),
    path,
  ]);
  t.after(() => holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');

  assert.throws(() => openProject(path, 'write'), refusedWith('refused.held'));
  assert.equal(reopened(t, project).db.value('SELECT count(*) FROM sources'), 1);

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const again = openProject(path, 'write');
  assert.deepEqual(verifyProject(again.db).faults, []);
  again.close();
});

test('of two processes that make the same project one makes it, and it stays whole', async (t) => {
  const folder = aFolder(t);
  for (let round = 0; round < 6; round++) {
    const path = join(folder, `twice-${round}.crosscase`);
    const script = fileURLToPath(new URL('../../helpers/make.ts', import.meta.url));
    const runs = [1, 2].map(() => spawn(process.execPath, [script, path]));
    const codes = await Promise.all(runs.map(async (run) => (await once(run, 'close'))[0] as number));
    assert.deepEqual(
      codes.sort((a, b) => a - b),
      [0, 1],
    );
    const made = openProject(path, 'read');
    assert.deepEqual(verifyProject(made.db).faults, []);
    made.close();
  }
});

test('a process killed while it makes a project leaves a whole one or none', async (t) => {
  const folder = aFolder(t);
  const script = fileURLToPath(new URL('../../helpers/make.ts', import.meta.url));
  for (let round = 0; round < 8; round++) {
    const path = join(folder, `killed-${round}.crosscase`);
    const run = spawn(process.execPath, [script, path]);
    await Promise.race([once(run.stdout, 'data'), once(run, 'close')]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
    run.kill('SIGKILL');
    if (run.exitCode === null && run.signalCode === null) await once(run, 'close');
    if (existsSync(path)) {
      const made = openProject(path, 'write');
      assert.deepEqual(verifyProject(made.db).faults, []);
      made.close();
    } else {
      const request = { path, name: 'x', language: 'en', framework: null, coder: 'Ada' } as const;
      createProject(request).close();
    }
  }
});

test('a link to a project meets the same lock', { skip: process.platform === 'win32' }, (t) => {
  const project = aProject(t);
  const link = `${project.connection.path}.link.crosscase`;
  symlinkSync(project.connection.path, link);
  assert.throws(() => openProject(link, 'write'), refusedWith('refused.held'));
});

test('what another process changes meanwhile disturbs no check and no table', async (t) => {
  const project = aProject(t);
  addText(project, 'Long', 'Ms Lin: We met in the yard. '.repeat(3000));
  project.close();
  const { path } = project.connection;
  const script = fileURLToPath(new URL('../../helpers/code-many.ts', import.meta.url));
  const writer = spawn(process.execPath, [script, path, '0']);
  t.after(() => writer.kill('SIGKILL'));
  await once(writer.stdout, 'data');
  const engine = createEngine();
  t.after(() => engine.close());
  await engine.call('project.open', { file: engine.files.grant(path), access: 'read' });
  let seen = 0;
  for (let check = 0; check < 15; check++) {
    assert.deepEqual((await engine.call('project.verify', {})).faults, []);
    const question = { filters: [], overlap: 'split', coders: 'all', by: 'code' } as const;
    const { n } = await engine.call('matrices.frequencies', { ...question, filters: [] });
    assert.ok(n.references >= seen);
    seen = n.references;
  }
  assert.ok(seen > 0);
});

test(
  'a project that may not be read is refused, not failed at',
  { skip: process.getuid?.() !== 0 },
  async (t) => {
    const project = aProject(t);
    project.close();
    const { path } = project.connection;
    chmodSync(dirname(path), 0o755);
    chmodSync(path, 0);
    const script = fileURLToPath(new URL('../../helpers/read.ts', import.meta.url));
    const reading = spawn(process.execPath, [script, path], { uid: 65534, gid: 65534 });
    let said = '';
    reading.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    await once(reading, 'close');
    assert.equal(said, 'refused.unreadable');
  },
);
