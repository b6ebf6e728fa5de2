// On a disk that soon is full: codes until that is refused, then with room again; prints what came of it.
import { rmSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../electron/engine/engine.ts';
import { openProject } from '../../electron/engine/project/open.ts';
import { verifyProject } from '../../electron/engine/project/verify.ts';
import { must } from '../../shared/must.ts';
import { Refused } from '../../shared/refused.ts';
import { aCoding, addText } from './project.ts';

const folder = must(process.argv[2], 'a folder');
const path = join(folder, 'study.crosscase');
const filler = join(folder, 'filler');
writeFileSync(filler, Buffer.alloc(200_000));

const engine = createEngine();
const file = engine.files.grant(path);
const framework = 'community-social-capital';
await engine.call('project.create', { file, name: 'Study', language: 'en', framework, coder: 'Ada' });
await engine.call('project.close', {});
const writing = openProject(path, 'write');
addText(writing, 'Lin', 'Ms Lin: We met in the yard. '.repeat(200));
writing.close();
await engine.call('project.open', { file, access: 'write' });

const stored: string[] = [];
let refused: string | null = null;
while (refused === null) refused = await add(`coding-${stored.length}`);
const again = await add('one more');
const backup = await engine.call('project.backup', { file: null }).then(() => null, keyOf);
const { faults } = await engine.call('project.verify', {});
rmSync(filler);
const withRoom = await add(`coding-${stored.length}`);
await engine.close();

const project = openProject(path, 'read');
const found = project.db.rows<[string]>('SELECT uid FROM codings ORDER BY id').map(([uid]) => uid);
const isSound = faults.length === 0 && verifyProject(project.db).ok;
project.close();
const isExact = found.join() === stored.join();
const left = readdirSync(folder, { recursive: true });
process.stdout.write(
  JSON.stringify({ refused, again, backup, withRoom, isSound, isExact, some: stored.length > 5, left }),
);

/** Adds a coding; the key of the refusal, or null. */
async function add(id: string): Promise<string | null> {
  const start = stored.length * 3;
  // A long memo, so that the disk is soon full.
  const coding = aCoding({
    id,
    source: '1',
    code: 'T1',
    passage: { start, end: start + 20 },
    memo: 'm'.repeat(5000),
  });
  try {
    await engine.call('codings.add', coding);
    stored.push(id);
    return null;
  } catch (error) {
    return keyOf(error);
  }
}

function keyOf(error: unknown): string {
  if (!(error instanceof Refused)) throw error;
  return error.refusal.key;
}
