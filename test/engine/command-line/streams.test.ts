// Codings from a file, long texts through pipes, and ends that come too early.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { environment, interview, program, temporaryFolder } from './run.ts';

const project = async (folder: ReturnType<typeof temporaryFolder>): Promise<void> => {
  folder.write('a.txt', interview);
  await folder.run(['new', 'study', '--framework', 'community-social-capital']);
  await folder.run(['import', 'study', 'a.txt']);
};

const parse = (out: string): Record<string, unknown>[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('each line of a file is answered by a line, refused ones too, and the rest goes on', async () => {
  using folder = temporaryFolder();
  await project(folder);
  const lines = [
    '{"id":"c1","source":1,"code":"T1","find":"look out","level":"strong","direction":-1,"memo":"m"}',
    'not json',
    '',
    '{"id":"c2","source":"a","code":"N2","start":0,"end":11,"coder":"Second","weight":0.5}',
    '{"source":"a","code":"T1"}',
    '{"source":"a","code":"T1","find":"Ana","start":0,"end":3}',
    '{"source":"a","code":"T1","find":"Ana","nth":1,"start":0}',
    '{"source":"a","code":"T1","nth":1,"start":0,"end":3}',
    '{"source":"a","code":"T1","find":"Ana","nth":1,"color":"red"}',
    '{"source":"a","code":"T1","find":"Ana","nth":1,"level":7}',
    '{"source":"a","code":"ZZ","find":"tools"}',
    '{"id":"c3","source":"a","code":"T5","find":"nobody"}',
  ];
  folder.write('codings.jsonl', `\uFEFF${lines.join('\r\n')}`);
  const { code, out, err } = await folder.run(['code', 'study', '--from', 'codings.jsonl']);
  assert.equal(code, 1);
  assert.equal(err, '3 lines coded, 8 refused.\n');
  const answers = parse(out);
  assert.deepEqual(
    answers.map(({ line }) => line),
    [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  );
  assert.deepEqual(
    answers.flatMap(({ id, outcome, coder }) =>
      id === undefined ? [] : [[id, outcome, coder === 'Second']],
    ),
    [
      ['c1', 'added', false],
      ['c2', 'added', true],
      ['c3', 'added', false],
    ],
  );
  const sentences = answers.flatMap(({ refused }) => (typeof refused === 'string' ? [refused] : []));
  assert.match(sentences[0] ?? '', /not JSON/);
  for (const n of [1, 2, 3, 4]) assert.match(sentences[n] ?? '', /no clear passage/);
  assert.match(sentences[5] ?? '', /\(color\)/);
  assert.match(sentences[6] ?? '', /^level takes 1, 2, 3 .* not “7”\.$/);
  assert.match(sentences[7] ?? '', /no code “ZZ”/);

  const again = await folder.run(['code', 'study', '--from', '-', '--json'], lines.join('\n'));
  const document = JSON.parse(again.out) as Record<'codings' | 'refused', Record<string, unknown>[]>;
  assert.deepEqual(
    document.codings.map(({ outcome }) => outcome),
    ['already there', 'already there', 'already there'],
  );
  assert.equal(document.refused.length, 8);

  const missing = await folder.run(['code', 'study', '--from', 'nowhere.jsonl']);
  assert.deepEqual([missing.code, missing.out], [1, '']);
  assert.match(missing.err, /no file “nowhere\.jsonl”/);
});

test('while one command works in a project, another one may read it but not write', async () => {
  using folder = temporaryFolder();
  await project(folder);
  const writer = spawn(process.execPath, [program, 'code', 'study', '--from', '-'], {
    cwd: folder.path,
    env: environment('C'),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  writer.stdin.write('{"source":"a","code":"T1","find":"tools"}\n');
  await once(writer.stdout, 'data');
  const { quotes } = await folder.json<{ quotes: unknown[] }>('quotes', 'study');
  assert.equal(quotes.length, 1);
  assert.equal((await folder.run(['codes', 'study'])).code, 0);
  const held = await folder.run(['codes', 'study', '--add', 'Mine']);
  assert.equal(held.code, 1);
  assert.match(held.err, /^Another window or command is working in “study\.crosscase”/);
  writer.stdin.end();
  const [code] = (await once(writer, 'close')) as [number];
  assert.equal(code, 0);
  assert.equal((await folder.run(['codes', 'study', '--add', 'Mine'])).code, 0);
});

test('what was acknowledged survives a killed run, and the run can be repeated', async () => {
  using folder = temporaryFolder();
  await project(folder);
  const lines = Array.from({ length: 200 }, (_, i) =>
    JSON.stringify({
      id: `k${i}`,
      source: 1,
      code: 'T1',
      start: i % 100,
      end: (i % 100) + 1 + Math.floor(i / 100),
    }),
  );
  folder.write('codings.jsonl', lines.join('\n'));
  const child = spawn(process.execPath, [program, 'code', 'study', '--from', '-'], {
    cwd: folder.path,
    env: environment('C'),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // Half of the lines and no end: however fast it is, it is killed in the middle.
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${lines.slice(0, 100).join('\n')}\n`);
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push((JSON.parse(line) as { id: string }).id);
    if (acknowledged.length === 20) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  assert.ok(acknowledged.length >= 20);
  const stored = await folder.json<{ quotes: { id: string }[] }>('quotes', 'study');
  const ids = new Set(stored.quotes.map(({ id }) => id));
  for (const id of acknowledged) assert.ok(ids.has(id), id);
  // The one that was committed while its answer was still on the way.
  assert.ok(ids.size <= acknowledged.length + 1, `${ids.size} stored`);
  const { code, out } = await folder.run(['code', 'study', '--from', 'codings.jsonl']);
  assert.equal(code, 0);
  assert.equal(parse(out).length, 200);
  assert.equal((await folder.json<{ quotes: unknown[] }>('quotes', 'study')).quotes.length, 200);
  assert.equal((await folder.run(['verify', 'study'])).code, 0);
});

test('a text of ten megabytes comes through a pipe whole; a reader that goes away is no fault', async () => {
  using folder = temporaryFolder();
  const long = `${'这是一段很长的文字，没有说话人。\n'.repeat(200_000)}结束`;
  folder.write('long.txt', long);
  await folder.run(['new', 'study']);
  assert.equal((await folder.run(['import', 'study', 'long.txt'])).code, 0);
  const { code, out } = await folder.run(['text', 'study', '--source', 'long']);
  assert.equal(code, 0);
  assert.ok(out === long);

  const child = spawn(process.execPath, [program, 'text', 'study', '--source', '1'], { cwd: folder.path });
  const complaints: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  child.stdout.once('data', () => child.stdout.destroy());
  const [exit] = (await once(child, 'close')) as [number];
  assert.deepEqual([exit, Buffer.concat(complaints).toString()], [0, '']);
});

test('Ctrl-C ends an import cleanly: what was told is stored', async () => {
  using folder = temporaryFolder();
  await folder.run(['new', 'study']);
  const names = Array.from({ length: 40 }, (_, i) =>
    folder.write(`t${i}.txt`, `${i}\n${'Ana: Some words of an invented interview.\n'.repeat(20_000)}`),
  );
  const child = spawn(process.execPath, [program, 'import', 'study', ...names], {
    cwd: folder.path,
    env: environment('C'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line);
    if (told.length === 1) child.kill('SIGINT');
  }
  if (child.exitCode === null) await once(child, 'exit');
  assert.equal(child.exitCode, 130);
  const stored = told.length - 1;
  assert.equal(told.at(-1), `Stopped: ${stored} of 40 files are stored, the rest was not read.`);
  const { sources } = await folder.json<{ sources: unknown[] }>('sources', 'study');
  assert.equal(sources.length, stored);
  assert.equal((await folder.run(['verify', 'study'])).code, 0);
});
