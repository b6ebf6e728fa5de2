// What goes wrong for a person at a terminal: one sentence, the right exit code, nothing half done.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { environment, interview, program, temporaryFolder, type Ran } from './run.ts';

/** Makes this Node as little able to run the program as an old one. */
const oldNode = ['--no-experimental-strip-types'];
const ownNode = join(import.meta.dirname, '../../../node_modules/.bin/node');

/** Exit code 1, nothing on stdout, one sentence on stderr. */
function refused({ code, out, err }: Ran, sentence: RegExp): void {
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /^[^\n]+\.\n$/);
  assert.match(err, sentence);
}

test('a project gets its ending whatever dots its name has, and no name of blanks', async () => {
  using folder = temporaryFolder();
  const { run } = folder;
  assert.match((await run(['new', 'Study 1.2'])).out, /^Made Study 1\.2\.crosscase \(“Study 1\.2”/);
  assert.equal((await run(['case', 'Study 1.2', 'North'])).code, 0);
  assert.ok(existsSync(join(folder.path, 'Study 1.2.crosscase')));
  assert.equal((await run(['new', ' '])).code, 2);
  assert.match((await run(['codes', 'Study 1.2', '--add', '--lang', 'zh'])).err, /用法/);
  assert.match((await run(['codes', 'Study 1.2', '--add', '--lang=zh'])).err, /用法/);
});

test('refusals are one sentence and exit code 1', async () => {
  using folder = temporaryFolder();
  const { run } = folder;
  refused(await run(['sources', 'nowhere']), /no file “nowhere\.crosscase”/);
  refused(
    await run(['sources', folder.write('notes.crosscase', 'not a database')]),
    /not a Crosscase project/,
  );
  refused(
    await run(['new', 'study', '--framework', 'nonesuch']),
    /choose one of: community-social-capital, /,
  );
  assert.ok(!existsSync(join(folder.path, 'study.crosscase')));
  assert.equal((await run(['new', 'study', '--framework', 'community-social-capital'])).code, 0);
  const made = readFileSync(join(folder.path, 'study.crosscase'));
  refused(await run(['new', 'study']), /already a file “study\.crosscase”/);
  assert.deepEqual(readFileSync(join(folder.path, 'study.crosscase')), made);
  refused(await run(['undo', 'study']), /nothing to undo/);

  folder.write('a.txt', interview);
  folder.write('empty.txt', '');
  folder.write('binary.txt', Uint8Array.from([0, 1, 2, 255]));
  mkdirSync(join(folder.path, 'folder'));
  refused(
    await run(['import', 'study', 'missing.txt', '--json']).then(({ code, err }) => ({ code, err, out: '' })),
    /^There is no file “missing\.txt”/,
  );
  const batch = await run(['import', 'study', 'empty.txt', 'a.txt', 'binary.txt', 'folder', 'missing.txt']);
  assert.equal(batch.code, 1);
  assert.match(batch.out, /^a\.txt → 1 a: [^\n]+\n1 file imported, 4 refused\.\n$/);
  assert.equal(batch.err.trimEnd().split('\n').length, 4);
  const document = await run(['import', 'study', 'empty.txt', '--json']);
  const { files } = JSON.parse(document.out) as { files: Record<string, string>[] };
  assert.equal(document.code, 1);
  assert.deepEqual(Object.keys(files[0] ?? {}), ['path', 'outcome', 'why']);
  assert.match(files[0]?.['why'] ?? '', /^empty\.txt .*\.$/);

  const code = (...rest: string[]) => run(['code', 'study', '--source', 'a', '--code', 'T1', ...rest]);
  refused(await code('--start', '5', '--end', '5'), /5–5/);
  refused(await code('--start', '-2', '--end', '5'), /-2–5/);
  refused(await code('--start', '0', '--end', '99999'), /0–99999/);
  refused(await code('--find', 'nowhere to be found'), /does not occur/);
  refused(await code('--find', 'Ana'), /occurs 2 times .* --nth/);
  assert.equal((await code('--find', 'Ana', '--nth', '2')).code, 0);
  assert.match((await code('--find', 'Ana', '--nth', '2')).out, /^Already there: /);
  refused(
    await run(['code', 'study', '--source', 'a', '--code', 'ZZ', '--find', 'tools']),
    /no code “ZZ” .* crosscase codes study /,
  );
  refused(await run(['text', 'study', '--source', 'b']), /no source “b” .* crosscase sources study /);
  refused(await run(['quotes', 'study', '--filter', 'case=Nowhere']), /“Nowhere”/);

  folder.write('old.csv', 'kept');
  refused(await run(['quotes', 'study', '--out', 'old.csv']), /already a file “old\.csv”.*--force/);
  assert.equal(readFileSync(join(folder.path, 'old.csv'), 'utf8'), 'kept');
  assert.equal((await run(['quotes', 'study', '--out', 'old.csv', '--force'])).code, 0);
  assert.match(readFileSync(join(folder.path, 'old.csv'), 'utf8'), /Ana/);
});

test('no table and no backup is written over a project, asked for or not', async () => {
  using folder = temporaryFolder();
  const { run } = folder;
  for (const name of ['study', 'other']) await run(['new', name]);
  const contents = (): Buffer[] =>
    ['study', 'other'].map((name) => readFileSync(join(folder.path, `${name}.crosscase`)));
  const before = contents();
  for (const out of ['study.crosscase', 'other.crosscase', './other.crosscase'])
    for (const format of ['csv', 'xlsx', 'docx', 'json']) {
      const words = ['quotes', 'study', '--out', out, '--format', format, '--force'];
      refused(await run(words), /is a project or belongs to one/);
    }
  refused(await run(['backup', 'study', '--out', 'other.crosscase']), /already a file/);
  refused(await run(['backup', 'study', '--out', 'study.crosscase']), /already a file/);
  assert.deepEqual(contents(), before);
});

test('a folder beside the project that has its name does not stand in the way', async () => {
  using folder = temporaryFolder();
  await folder.run(['new', 'study']);
  mkdirSync(join(folder.path, 'study'));
  assert.equal((await folder.run(['sources', 'study'])).code, 0);
});

test('with --json a failure is one document too', async () => {
  using folder = temporaryFolder();
  const no = await folder.run(['sources', 'nowhere', '--json']);
  assert.equal(no.code, 1);
  const { error } = JSON.parse(no.out) as { error: Record<string, string> };
  assert.deepEqual({ ...error, say: undefined }, { kind: 'refused', key: 'refused.no-file', say: undefined });
  assert.equal(`${error['say']}\n`, no.err);
  const wrong = await folder.run(['sources', '--json', '--lang', 'zh']);
  assert.equal(wrong.code, 2);
  assert.deepEqual(JSON.parse(wrong.out), {
    error: { kind: 'usage', key: 'usage.project-missing', say: '缺少项目，请在命令后写明项目文件。' },
  });
});

test('wrong usage says what there is and exits with 2', async () => {
  using folder = temporaryFolder();
  const command = await folder.run(['imprt', 'study']);
  assert.deepEqual([command.code, command.out], [2, '']);
  assert.match(
    command.err,
    /^There is no command “imprt”; did you mean “import”\?\n\nCommands: new, [^]*\sredo\.\sMore:\s/,
  );
  const option = await folder.run(['quotes', 'study', '--cod', 'T1']);
  assert.deepEqual([option.code, option.out], [2, '']);
  assert.match(
    option.err,
    /did you mean “--code”\?\n\nUse: crosscase quotes PROJECT \[options\]\nOptions: [^]*--filter/,
  );
  for (const { err } of [command, option]) assert.ok(err.split('\n').length <= 8, err);
  assert.match((await folder.run(['--json'])).err, /^Say what to do/);
});

test('a list stands with the marks of the language, in refusals, tables and wrong usage', async () => {
  using folder = temporaryFolder();
  const { run } = folder;
  folder.write('a.txt', 'Ann: We lend tools.\nBen: We do.\n');
  await run(['new', 'study']);
  await run(['import', 'study', 'a.txt']);
  const attempts = [
    ['matrix', 'study', '--rows', 'colour'],
    ['matrix', 'study', '--rows', 'speaker', '--filter', 'speaker=Cy'],
    ['matrix', 'study', '--rows', 'code', '--columns', 'code', '--near', 'far'],
    ['new', 'other', '--framework', 'none'],
    ['frequencies', 'study', '--by', 'none'],
    ['sources', 'study'],
  ];
  for (const words of attempts) {
    const [en, zh] = [await run([...words, '--lang', 'en']), await run([...words, '--lang', 'zh'])];
    const shown = zh.out + zh.err;
    assert.equal(en.code, zh.code, shown);
    assert.match(en.out + en.err, /\w, \w/, words.join(' '));
    assert.match(shown, /\S、\S/u, words.join(' '));
    assert.doesNotMatch(shown, /, /, words.join(' '));
  }
});

test('help and version are printed and exit with 0', async () => {
  using folder = temporaryFolder();
  const help = await folder.run(['--help']);
  assert.deepEqual([help.code, help.err], [0, '']);
  assert.equal((await folder.run([])).out, help.out);
  const quotes = await folder.run(['help', 'quotes']);
  assert.match(quotes.out, /^quotes: show the coded passages\n/);
  assert.equal((await folder.run(['quotes', '--help'])).out, quotes.out);
  const version = await folder.run(['--version']);
  assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
  assert.deepEqual(await folder.json('--version'), { version: version.out.trim() });
  assert.deepEqual(await folder.json('quotes', '--help'), { help: quotes.out });
  assert.match(
    (await folder.run(['frameworks', '--lang', 'zh'])).out,
    /^community-social-capital\n {2}\p{Script=Han}/u,
  );
});

test('a check that finds a fault exits with 1 and names it', async () => {
  using folder = temporaryFolder();
  const { run } = folder;
  folder.write('a.txt', interview);
  await run(['new', 'study', '--framework', 'community-social-capital']);
  await run(['import', 'study', 'a.txt']);
  await run(['code', 'study', '--source', 'a', '--code', 'T1', '--find', 'neighbours lend tools']);
  const path = join(folder.path, 'study.crosscase');
  const bytes = readFileSync(path);
  const at = bytes.lastIndexOf('neighbours lend tools');
  writeFileSync(path, bytes.fill('N', at, at + 1));
  const found = await run(['verify', 'study']);
  assert.equal(found.code, 1);
  assert.match(found.out, /\.\n\d+ faults? found; keep this file/);
  const document = await run(['verify', 'study', '--json']);
  const { ok, faults } = JSON.parse(document.out) as { ok: boolean; faults: Record<string, string>[] };
  assert.deepEqual([document.code, ok], [1, false]);
  for (const key of ['what', 'where', 'say']) assert.ok(faults[0] && key in faults[0], key);
});

test('a fault of the program is one sentence that names the call, and exit code 70', async () => {
  using folder = temporaryFolder();
  await folder.run(['new', 'study']);
  const broken = new Database(join(folder.path, 'study.crosscase'));
  broken.exec(`DELETE FROM settings WHERE key = 'coder'`);
  broken.close();
  const { code, out, err } = await folder.run(['sources', 'study']);
  assert.deepEqual([code, out], [70, '']);
  assert.match(err, /^Crosscase failed at [^\n]+: project\.open: [^\n]+ \(set CROSSCASE_DEBUG=1 [^\n]+\n$/);
  const document = await folder.run(['sources', 'study', '--json']);
  assert.deepEqual((JSON.parse(document.out) as { error: Record<string, unknown> }).error['kind'], 'bug');
});

test('an old Node hands over to the one beside the packages, or says what is needed', () => {
  using folder = temporaryFolder();
  if (existsSync(ownNode)) {
    const handed = spawnSync(process.execPath, [...oldNode, program, '--version'], { encoding: 'utf8' });
    assert.match(handed.stdout, /^\d+\.\d+\.\d+\n$/);
  }
  folder.write('package.json', '{"type":"module"}');
  mkdirSync(join(folder.path, 'electron'));
  cpSync(program, join(folder.path, 'electron/crosscase.js'));
  const alone = spawnSync(process.execPath, [...oldNode, join(folder.path, 'electron/crosscase.js')], {
    encoding: 'utf8',
  });
  assert.equal(alone.status, 1);
  assert.match(alone.stderr, /^Crosscase needs Node 22\.18 or newer[^\n]+\nCrosscase 需要 Node 22\.18/);
});

const handsOver = {
  skip: (process.platform === 'win32' || !existsSync(ownNode)) && 'needs a Node of its own',
};

test('what an old Node hands over ends with it, and its end comes back', handsOver, async () => {
  using folder = temporaryFolder();
  await folder.run(['new', 'study']);
  for (const [signal, code] of [
    ['SIGKILL', null],
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const) {
    const words = [...oldNode, program, 'code', 'study', '--from', '-'];
    const outer = spawn(process.execPath, words, {
      cwd: folder.path,
      env: environment('C'),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    outer.stdin.write('{}\n');
    await once(outer.stdout, 'data');
    const ended = once(outer, 'exit');
    // The pipe closes when the last process that holds it is gone.
    const released = once(outer.stdout, 'close');
    outer.kill(signal);
    assert.deepEqual(await ended, code === null ? [null, signal] : [code, null]);
    await released;
  }
  const wrong = spawnSync(process.execPath, [...oldNode, program, 'nonesuch'], { encoding: 'utf8' });
  assert.equal(wrong.status, 2);
});
