// Adds codings one after the other until it is killed; prints each id once the coding is stored.
import { writeSync } from 'node:fs';
import { addCoding } from '../../electron/engine/coding/codings.ts';
import { openProject } from '../../electron/engine/project/open.ts';
import { must } from '../../shared/must.ts';
import { aCoding, act } from './project.ts';

const [path, round] = process.argv.slice(2);
const project = openProject(must(path, 'a project file'), 'write');
for (let n = 0; n < 1000; n++) {
  const id = `${round}-${n}`;
  const start = (Number(round) * 1000 + n) % 99_000;
  const code = n % 2 ? 'T1' : 'N2';
  const memo = n % 3 ? null : 'a memo';
  const coding = aCoding({ id, source: '1', code, passage: { start, end: start + 5 }, memo });
  act(project, 'codings.add', (db) => addCoding(db, coding));
  writeSync(1, `${id}\n`);
}
