import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import {
  forkWorker,
  startReader,
  type Reader,
  type ReaderLimits,
} from '../../../electron/engine/import/reader.ts';
import { Refused, type RefusalKey } from '../../../shared/refused.ts';

const stuckWorker = new URL('./stuck-worker.ts', import.meta.url);

interface Desk {
  readonly reader: Reader;
  /** Writes a file and gives the request to read it. */
  readonly file: (fileName: string, text?: string) => { path: string; fileName: string };
}

function desk(
  t: TestContext,
  limits: Partial<ReaderLimits> = {},
  module?: URL,
  heapMegabytes?: number,
): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'crosscase-reader-'));
  const reader = startReader(limits, () => forkWorker(module, heapMegabytes));
  t.after(() => {
    reader.close();
    rmSync(folder, { recursive: true });
  });
  return {
    reader,
    file(fileName, text = 'Ana: Hello.\nTom: Hello.\nAna: Well?\nTom: Well.') {
      const path = join(folder, fileName);
      writeFileSync(path, text);
      return { path, fileName };
    },
  };
}

async function refuses(reading: Promise<unknown>, key: RefusalKey, file: string): Promise<void> {
  await assert.rejects(reading, (error) => {
    assert.ok(error instanceof Refused, String(error));
    assert.equal(error.refusal.key, key);
    assert.equal(error.refusal.values['file'], file);
    return true;
  });
}

void test('files are read in the other process, one after the other', async (t) => {
  const { reader, file } = desk(t);
  const [one, two] = await Promise.all([
    reader.read(file('one.txt')),
    reader.read(file('two.md', 'No speakers.')),
  ]);
  assert.deepEqual(
    one.speakers.map(({ name }) => name),
    ['Ana', 'Tom'],
  );
  assert.deepEqual([...two.wordStarts], [0, 3]);
  assert.equal(two.format, 'md');
  assert.deepEqual(Buffer.from(two.bytes).toString(), 'No speakers.');
});

void test('two texts are compared in the other process, between two readings', async (t) => {
  const { reader, file } = desk(t);
  const [, splices, two] = await Promise.all([
    reader.read(file('one.txt')),
    reader.compare({ before: 'Ana: Hello.', after: 'Ana: Hello there.' }, 'one'),
    reader.read(file('two.txt', 'No speakers.')),
  ]);
  assert.deepEqual(splices, [{ start: 10, end: 10, text: ' there' }]);
  assert.equal(two.text, 'No speakers.');
});

void test('refusals of the reading arrive, and the chosen encoding is obeyed', async (t) => {
  const { reader, file } = desk(t);
  await refuses(reader.read(file('empty.txt', '')), 'refused.import-empty', 'empty.txt');
  await refuses(
    reader.read({ path: file('x.txt').path + '.none', fileName: 'none.txt' }),
    'refused.import-missing',
    'none.txt',
  );
  const request = file('latin.txt', 'caf\u00e9');
  assert.equal((await reader.read({ ...request, encoding: 'windows-1252' })).text, 'cafÃ©');
});

void test('a comparing that takes too long is stopped', async (t) => {
  const { reader } = desk(t, { seconds: 1.5, secondsPerMegabyte: 0 }, stuckWorker);
  const texts = { before: 'loop', after: 'loops' };
  await refuses(reader.compare(texts, 'Long talk'), 'refused.import-took-too-long', 'Long talk');
});

void test('a reading that hangs, crashes or eats memory is stopped, and the next file is read', async (t) => {
  const { reader, file } = desk(t, { seconds: 120, memoryBytes: 400_000_000 }, stuckWorker);
  await refuses(reader.read(file('crash.txt')), 'refused.import-could-not-be-read', 'crash.txt');
  await refuses(reader.read(file('exit.txt')), 'refused.import-could-not-be-read', 'exit.txt');
  if (process.platform === 'linux') {
    await refuses(reader.read(file('buffers.txt')), 'refused.import-needs-too-much-memory', 'buffers.txt');
    await refuses(reader.read(file('heap.txt')), 'refused.import-needs-too-much-memory', 'heap.txt');
  }
  await assert.rejects(reader.read(file('bug.txt')), /TypeError: a bug in a reader/);
  assert.equal((await reader.read(file('good.txt'))).labels.length, 4);
});

void test('a heap that is full ends the process, not this one', async (t) => {
  const { reader, file } = desk(t, { seconds: 60, memoryBytes: Infinity }, stuckWorker, 64);
  await refuses(reader.read(file('heap.txt')), 'refused.import-needs-too-much-memory', 'heap.txt');
});

void test('a reading may take so long and no longer', async (t) => {
  const { reader, file } = desk(t, { seconds: 1.5, secondsPerMegabyte: 0 }, stuckWorker);
  await refuses(reader.read(file('loop.txt')), 'refused.import-took-too-long', 'loop.txt');
});

void test('the longest Chinese text that is accepted is read within the usual limits', async (t) => {
  const { reader, file } = desk(t);
  const line = '我在这个村住了三十年，邻居都认识，那年发大水大家一起修堤。\n';
  const { text } = await reader.read(file('long.txt', line.repeat(10_000_000 / line.length)));
  assert.ok(text.length > 9_900_000);
});

void test('a reading can be cancelled while it hangs, and while it waits its turn', async (t) => {
  const { reader, file } = desk(t, {}, stuckWorker);
  const stop = new AbortController();
  const hanging = reader.read(file('loop.txt'), stop.signal);
  const waiting = reader.read(file('waiting.txt'), stop.signal);
  const next = reader.read(file('good.txt'));
  setTimeout(() => stop.abort(), 300);
  await Promise.all([
    refuses(hanging, 'refused.import-cancelled', 'loop.txt'),
    refuses(waiting, 'refused.import-cancelled', 'waiting.txt'),
  ]);
  assert.equal((await next).labels.length, 4);
});

void test('after closing nothing is read and nothing keeps the program alive', async (t) => {
  const { reader, file } = desk(t);
  await reader.read(file('one.txt'));
  reader.close();
  await refuses(reader.read(file('two.txt')), 'refused.import-cancelled', 'two.txt');
});

/** A program that reads a file with its own reader; `ending` is what it does then. */
function program(path: string, ending: string): string {
  const reader = new URL('../../../electron/engine/import/reader.ts', import.meta.url).href;
  return `import { startReader } from ${JSON.stringify(reader)};
const reader = startReader();
const { text } = await reader.read({ path: ${JSON.stringify(path)}, fileName: 'a.txt' });
console.log(text);
${ending}`;
}

void test('a program ends by itself once it has read, closed or not', (t) => {
  const { file } = desk(t);
  const { path } = file('a.txt', 'read');
  for (const ending of ['', 'reader.close();']) {
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', program(path, ending)], {
      timeout: 120_000,
    });
    assert.equal(out.toString().trim(), 'read');
  }
});

void test(
  'the process ends when its program is killed',
  { skip: process.platform !== 'linux' && 'needs /proc' },
  async (t) => {
    const { file } = desk(t);
    const source = program(file('a.txt', 'read').path, 'setInterval(() => {}, 1000);');
    const parent = spawn(process.execPath, ['--input-type=module', '-e', source], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(parent.stdout, 'data');
    const children = execFileSync('cat', [`/proc/${parent.pid}/task/${parent.pid}/children`])
      .toString()
      .trim()
      .split(' ')
      .map(Number);
    assert.equal(children.length, 1);
    parent.kill('SIGKILL');
    for (let waited = 0; waited < 60_000 && children.some(isAlive); waited += 50) await delay(50);
    assert.ok(!children.some(isAlive));
  },
);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
