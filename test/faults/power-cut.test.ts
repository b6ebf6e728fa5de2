// A power cut: what was acknowledged is on the disk, whichever of the writes that were not yet synced got there.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { openProject } from '../../electron/engine/project/open.ts';
import { verifyProject } from '../../electron/engine/project/verify.ts';
import { openConnection } from '../../electron/engine/store/connection.ts';
import { must } from '../../shared/must.ts';
import { addText, aFolder, aProject } from '../helpers/project.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

test('every connection that writes asks for full synchronisation and a journal that is truncated', (t) => {
  const project = aProject(t);
  project.close();
  const ways = [
    openConnection(project.connection.path, 'write'),
    openConnection(join(aFolder(t), 'new.crosscase'), 'create'),
    openProject(project.connection.path, 'write').connection,
  ];
  for (const connection of ways) {
    const settings = ['synchronous', 'fullfsync', 'journal_mode'].map((name) =>
      connection.sqlite.pragma(name, { simple: true }),
    );
    assert.deepEqual(settings, [2, 1, 'truncate']);
    connection.close();
  }
});

interface DiskRecord {
  readonly kind: 'write' | 'truncate' | 'sync' | 'printed';
  readonly path: string;
  /** Where the bytes went, in bytes; of 'truncate' the new length. */
  readonly offset: number;
  readonly bytes: Buffer;
}

/** What may come of a write that was not synced. */
type Fate = 'lost' | 'kept' | 'torn';

const compiler = process.env['CC'] ?? 'cc';
const canRecord = process.platform === 'linux' && spawnSync(compiler, ['--version']).status === 0;

test(
  'the writes of a session, cut off at any of them: nothing acknowledged is lost, and no act is half there',
  { skip: canRecord ? false : 'writes are recorded on Linux with a C compiler only' },
  async (t) => {
    const { disk, records } = await recordCodings(t);
    const lostAt = (cut: number, fates: readonly Fate[], of = records): number => {
      const { stored, acknowledged, faults } = afterPowerCut(t, disk, of.slice(0, cut), fates);
      assert.deepEqual(faults, []);
      return acknowledged.filter((id) => !stored.has(id)).length;
    };
    for (let cut = 0; cut <= records.length; cut += 3)
      assert.equal(lostAt(cut, ['lost']), 0, `cut at ${cut}`);
    const fates = fc.array(fc.constantFrom<Fate>('lost', 'kept', 'torn'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(records.length), fates, (cut, each) => assert.equal(lostAt(cut, each), 0)),
      { numRuns: 60 },
    );
    // The same writes on a disk that was never told to sync would not have lasted.
    const unsynced = records.filter(({ kind }) => kind !== 'sync');
    assert.ok(lostAt(unsynced.length, ['lost'], unsynced) > 0);
  },
);

/** The project as it was on the disk, and what a session of a few codings then did to its files. */
async function recordCodings(
  t: TestContext,
): Promise<{ readonly disk: ReadonlyMap<string, Buffer>; readonly records: readonly DiskRecord[] }> {
  const project = aProject(t);
  addText(project, 'Long', 'The street met on Monday. '.repeat(4000));
  project.close();
  const { path } = project.connection;
  const disk = new Map([[path, readFileSync(path)]]);
  const folder = aFolder(t);
  const library = join(folder, 'record-writes.so');
  const compiled = spawnSync(compiler, ['-shared', '-fPIC', '-o', library, here('record-writes.c'), '-ldl']);
  assert.equal(compiled.status, 0, String(compiled.stderr));
  const trace = join(folder, 'trace');
  const child = spawn(process.execPath, [here('../helpers/code-many.ts'), path, '0'], {
    env: { ...process.env, LD_PRELOAD: library, RECORD_FILES: path, RECORD_TO: trace },
  });
  for (let lines = 0; lines < 8;) {
    const [bytes] = (await once(child.stdout, 'data')) as [Buffer];
    lines += bytes.toString().split('\n').length - 1;
  }
  child.kill('SIGKILL');
  await once(child, 'close');
  const records = recordsIn(readFileSync(trace)).filter(
    (record) => record.kind === 'printed' || [path, `${path}-journal`].includes(record.path),
  );
  return { disk, records };
}

/** A record that the kill cut short is left out. */
function recordsIn(trace: Buffer): DiskRecord[] {
  const kinds = { W: 'write', T: 'truncate', S: 'sync', P: 'printed' } as const;
  const head = 269;
  const records: DiskRecord[] = [];
  for (let at = 0; at + head <= trace.length;) {
    const end = at + head + trace.readUInt32LE(at + 9);
    if (end > trace.length) break;
    const kind = kinds[trace.toString('latin1', at, at + 1) as keyof typeof kinds];
    const path = trace.toString('utf8', at + 13, trace.indexOf(0, at + 13));
    const offset = Number(trace.readBigUInt64LE(at + 1));
    records.push({ kind, path, offset, bytes: trace.subarray(at + head, end) });
    at = end;
  }
  return records;
}

/** The project that is found after the cut: what was synced, and of the rest what `fates`, taken in turn, leave. */
function afterPowerCut(
  t: TestContext,
  before: ReadonlyMap<string, Buffer>,
  records: readonly DiskRecord[],
  fates: readonly Fate[],
): {
  readonly stored: ReadonlySet<string>;
  readonly acknowledged: readonly string[];
  readonly faults: readonly object[];
} {
  const disk = new Map(before);
  let waiting: DiskRecord[] = [];
  for (const record of records) {
    if (record.kind === 'sync') {
      for (const each of waiting) if (each.path === record.path) apply(disk, each);
      waiting = waiting.filter(({ path }) => path !== record.path);
    } else if (record.kind !== 'printed') waiting.push(record);
  }
  for (const [n, each] of waiting.entries()) {
    const fate = must(fates[n % fates.length], 'a fate');
    const torn = each.bytes.subarray(0, Math.floor(each.bytes.length / 2));
    if (fate !== 'lost') apply(disk, fate === 'torn' ? { ...each, bytes: torn } : each);
  }
  const printed = records.filter(({ kind }) => kind === 'printed').map(({ bytes }) => bytes.toString());
  return { ...openedFrom(t, disk), acknowledged: printed.join('').split('\n').filter(Boolean) };
}

function apply(disk: Map<string, Buffer>, { kind, path, offset, bytes }: DiskRecord): void {
  const old = disk.get(path) ?? Buffer.alloc(0);
  const length = kind === 'truncate' ? offset : Math.max(old.length, offset + bytes.length);
  const file = Buffer.alloc(length);
  old.copy(file);
  bytes.copy(file, offset);
  disk.set(path, file);
}

function openedFrom(
  t: TestContext,
  disk: ReadonlyMap<string, Buffer>,
): { readonly stored: ReadonlySet<string>; readonly faults: readonly object[] } {
  const folder = join(aFolder(t), 'found');
  mkdirSync(folder);
  const path = join(folder, 'study.crosscase');
  for (const [from, bytes] of disk)
    writeFileSync(from.endsWith('-journal') ? `${path}-journal` : path, bytes);
  const project = openProject(path, 'write');
  try {
    const stored = new Set(project.db.rows<[string]>('SELECT uid FROM codings').map(([id]) => id));
    return { stored, faults: verifyProject(project.db).faults };
  } finally {
    project.close();
    rmSync(folder, { recursive: true });
  }
}
