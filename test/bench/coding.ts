// How long one durable coding takes, beside the barest durable insert on the same disk.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { addCoding } from '../../electron/engine/coding/codings.ts';
import { aCoding, act, addText, aProject } from '../helpers/project.ts';
import { median, timed, type BenchRow } from './row.ts';

export async function codingRows(): Promise<BenchRow[]> {
  const endings: (() => void)[] = [];
  const project = aProject({ after: (work) => endings.push(work) });
  const folder = mkdtempSync(join(tmpdir(), 'crosscase-bench-'));
  const bare = new Database(join(folder, 'bare.db'));
  try {
    bare.pragma('journal_mode = TRUNCATE');
    bare.pragma('synchronous = FULL');
    bare.exec('CREATE TABLE t(id INTEGER PRIMARY KEY, start INTEGER, quote TEXT)');
    const insert = bare.prepare('INSERT INTO t(start, quote) VALUES(?, ?)');
    addText(project, 'Long', 'Ms Lin: We met in the yard and talked about the gate.\n'.repeat(2000));
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let n = 0; n < 300; n++) {
      const passage = { start: n * 300, end: n * 300 + 40 };
      const coding = aCoding({ source: '1', code: 'T1', passage });
      ours.push(await timed(() => act(project, 'codings.add', (db) => addCoding(db, coding))));
      theirs.push(await timed(() => insert.run(n, 'We met in the yard and talked about the gate.')));
    }
    const value = median(ours.slice(20));
    const ratio = value / median(theirs.slice(20));
    return [{ name: 'one durable coding by one bare durable insert', value, unit: 'ms', budget: 5, ratio }];
  } finally {
    bare.close();
    for (const end of endings) end();
    rmSync(folder, { recursive: true, force: true });
  }
}
