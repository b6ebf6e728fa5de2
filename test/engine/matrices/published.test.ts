// A published table counted again: T. Weise's codings of the OPCW's annual conferences, code by year.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addCode } from '../../../electron/engine/coding/codes.ts';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import { matrix } from '../../../electron/engine/matrices/matrix.ts';
import { must } from '../../../shared/must.ts';
import { aCoding, act, addText, aProject, type Ending } from '../../helpers/project.ts';
import { readRqda } from '../../helpers/rqda.ts';

const folder = join(import.meta.dirname, '../../../../shared/corpus/coded-rqda-gpl');
const skip = existsSync(folder) ? false : 'the corpus is not beside this clone';

/** The published columns and the codes that they count. */
const published = {
  'TALK.Part': 'TALK-Participation',
  'TALK.Trans': 'TALK-Transparency',
  'ACT.Part.4': 'ACT.Part',
};
const years = Array.from({ length: 15 }, (_, place) => 1997 + place);

test('45 of 45 published cells come out of nothing but texts and codings', { skip }, (t) => {
  const { db, left } = imported(t);
  assert.equal(left, 16, 'codings that RQDA had deleted, which were not imported');
  const answer = matrix(db, keepCorpus(db).current(), {
    rows: ['code'],
    columns: ['source'],
    measure: 'references',
    near: null,
    filters: [],
    overlap: 'split',
    coders: null,
  });
  const line = (name: string): number => answer.rows.findIndex(({ labels }) => labels[0] === name);
  const column = (name: string): number => answer.columns.findIndex(({ labels }) => labels[0] === name);
  const [head = [], ...rows] = readFileSync(join(folder, 'raw-data.csv'), 'utf8')
    .trim()
    .split('\n')
    .map((row) => row.split(',').map((cell) => cell.replaceAll('"', '')));
  const cells = years.flatMap((year) => {
    const row = must(
      rows.find((each) => each[1] === 'OPCW' && each[2] === String(year)),
      'a published row',
    );
    return Object.entries(published).map(([name, code]) => ({
      year,
      code,
      published: Number(row[head.indexOf(name)]),
      // The conference of 1997 that was counted is the second.
      ours: answer.cells[line(code)]?.[column(year === 1997 ? '1997_2' : String(year))],
    }));
  });
  assert.equal(cells.length, 45);
  assert.deepEqual(
    cells.filter((cell) => cell.ours !== cell.published),
    [],
  );
});

/** A project with the texts, codes and living codings of the RQDA file; `left` of its codings are not among these. */
function imported(t: Ending) {
  const rqda = readRqda(join(folder, 'OPCW.rqda'));
  const project = aProject(t, { framework: null });
  for (const { name, text } of rqda.sources) addText(project, name, text);
  act(project, 'codes.add', (db) => {
    for (const name of rqda.codes) addCode(db, { ...noCode, name });
  });
  const texts = new Map(rqda.sources.map(({ name, text }) => [name, text]));
  const same = rqda.codings.filter(
    ({ source, start, end, words }) => texts.get(source)?.slice(start, end) === words,
  );
  // RQDA's own copy of the words of two codings differs from its text: the place is what counts.
  assert.equal(rqda.codings.length - same.length, 2);
  act(project, 'codings.add', (db) => {
    for (const { source, code, start, end } of rqda.codings)
      addCoding(db, aCoding({ source, code, passage: { start, end } }));
  });
  return { db: project.db, left: 1039 - rqda.codings.length };
}

const noCode = { parent: null, shortId: null, definition: null };
