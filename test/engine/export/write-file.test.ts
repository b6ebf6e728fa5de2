// Files arrive whole or not at all, with a reason a person can act on; names fit every system.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { safeFileName, writeFileWhole } from '../../../electron/engine/export/write-file.ts';
import { Refused, type RefusalKey } from '../../../shared/refused.ts';
import { aProject } from '../../helpers/project.ts';

const writer = join(import.meta.dirname, '../../../electron/engine/export/write-file.ts');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crosscase-write-'));
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});

test('a file is written, then replaced, and nothing else is left in the folder', async () => {
  const path = join(folder, '矩阵.csv');
  await writeFileWhole(path, Buffer.from('first'));
  await writeFileWhole(path, Buffer.from('second'));
  assert.equal(readFileSync(path, 'utf8'), 'second');
  assert.deepEqual(readdirSync(folder), ['矩阵.csv']);
});

test('a project is never written over, by any of its names, nor what stands beside it', async (t) => {
  const { path } = aProject(t).connection;
  const before = readFileSync(path);
  symlinkSync(path, join(folder, 'link.csv'));
  linkSync(path, join(folder, 'twin.csv'));
  for (const target of [
    path,
    join(folder, 'link.csv'),
    join(folder, 'twin.csv'),
    `${path}-journal`,
    `${path}.lock`,
  ])
    await refuses(target, 'refused.export-over-project');
  assert.deepEqual(readFileSync(path), before);
});

test('what cannot be is refused: no folder, a file for a folder, a folder for a file, a name too long', async () => {
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'taken'));
  await refuses(join(folder, 'nowhere', 'a.csv'), 'refused.export-folder-missing');
  await refuses(join(folder, 'file', 'a.csv'), 'refused.export-folder-missing');
  await refuses(join(folder, 'taken'), 'refused.export-is-folder');
  await refuses(join(folder, 'x'.repeat(300)), 'refused.export-name-too-long');
  assert.deepEqual(readdirSync(folder).toSorted(), ['file', 'taken']);
});

test('a protected folder is refused and keeps what it had', { skip: process.platform === 'win32' }, (t) => {
  writeFileSync(join(folder, 'old.csv'), 'old');
  chmodSync(folder, 0o555);
  // The root user may write anywhere, so it steps down to a user without rights.
  const steppedDown = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const said = refusalOfProcess(t, [process.execPath, ...writingArguments('old.csv', 10)], steppedDown);
  if (said === null) return;
  assert.equal(said, 'refused.export-denied');
  assert.deepEqual(readdirSync(folder), ['old.csv']);
  assert.equal(readFileSync(join(folder, 'old.csv'), 'utf8'), 'old');
});

test('a full disk is refused and keeps what it had', { skip: process.platform !== 'linux' }, (t) => {
  const script =
    'mount -t tmpfs -o size=64k none "$0" && echo old > "$0/old.csv" && "$@" && ls -A "$0" && cat "$0/old.csv"';
  const command = [
    'unshare',
    '-rm',
    'sh',
    '-c',
    script,
    folder,
    process.execPath,
    ...writingArguments('old.csv', 200_000),
  ];
  const said = refusalOfProcess(t, command);
  if (said !== null) assert.equal(said, 'refused.export-disk-full\nold.csv\nold');
});

test('file names: what a system cannot hold is gone, the rest stays', () => {
  const expected = {
    'Trust × case': 'Trust × case',
    '信任/规范: 2024?.xlsx': '信任规范 2024.xlsx',
    'a<b>c:d"e/f\\g|h?i*j': 'abcdefghij',
    'line\nbreak\0and\u202Etxt.exe': 'linebreakandtxt.exe',
    '  . name . ': 'name',
    CON: '_CON',
    'con.csv': '_con.csv',
    'nul .txt': '_nul .txt',
    'COM1.tar.gz': '_COM1.tar.gz',
    COM10: 'COM10',
    Console: 'Console',
    'Cafe\u0301': 'Caf\u00E9',
    '../../etc/passwd': 'etcpasswd',
    '???': 'crosscase',
    '': 'crosscase',
    [`${'信'.repeat(60)}.xlsx`]: `${'信'.repeat(38)}.xlsx`,
    ['👩‍👩‍👧'.repeat(9)]: '👩‍👩‍👧'.repeat(6),
  };
  for (const [name, safe] of Object.entries(expected))
    assert.equal(safeFileName(name), safe, JSON.stringify(name));
});

test('every file name is safe, and making it safe again changes nothing', () => {
  const parts = fc.constantFrom(
    'CON',
    'nul',
    'LPT¹',
    '.',
    ' ',
    '.xlsx',
    '\u202E',
    '\u0301',
    '\uD83C',
    '信任',
    '👩‍👩‍👧',
    'K',
    '\t',
  );
  const names = fc
    .array(
      fc.oneof(
        parts,
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme', minLength: 30, maxLength: 90 }),
      ),
    )
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(names, (name) => {
      const safe = safeFileName(name);
      assert.ok(safe.isWellFormed());
      assert.ok(Buffer.byteLength(safe) >= 1 && Buffer.byteLength(safe) <= 120, safe);
      assert.doesNotMatch(safe, /[<>:"/\\|?*\p{Cc}\p{Bidi_Control}]|[. ]$/u);
      assert.doesNotMatch(safe, /^(con|prn|aux|nul|(com|lpt)[0-9¹²³]) *(\.|$)/i);
      assert.equal(safeFileName(safe), safe);
    }),
    { numRuns: 1000 },
  );
});

async function refuses(path: string, key: RefusalKey): Promise<void> {
  await assert.rejects(writeFileWhole(path, Buffer.from('new')), (error) => {
    assert.ok(error instanceof Refused, String(error));
    assert.equal(error.refusal.key, key);
    return true;
  });
}

function writingArguments(name: string, size: number): string[] {
  const code = `import { writeFileWhole } from ${JSON.stringify(writer)};
    await writeFileWhole(process.argv[1], Buffer.alloc(${size})).catch((error) => console.log(error.refusal?.key ?? error));`;
  return ['--input-type=module', '-e', code, join(folder, name)];
}

/** What the command printed; null, with the test skipped, where this machine cannot run it. */
function refusalOfProcess(t: TestContext, command: readonly string[], options: object = {}): string | null {
  const [program = '', ...rest] = command;
  const { status, stdout, stderr, error } = spawnSync(program, rest, {
    encoding: 'utf8',
    cwd: '/',
    ...options,
  });
  if (status === 0) return stdout.trim();
  t.skip(`cannot be staged on this machine: ${error?.message ?? stderr.trim()}`);
  return null;
}
