// In questions as everywhere: a value answers to its short id, number, id and names in both languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setCase } from '../../../electron/engine/cases/cases.ts';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import { findCode } from '../../../electron/engine/coding/codes.ts';
import { quotes } from '../../../electron/engine/matrices/answers.ts';
import { matrix } from '../../../electron/engine/matrices/matrix.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import { sourceEntries } from '../../../electron/engine/text/sources.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { must } from '../../../shared/must.ts';
import { aCoding, act, addText, aProject, refusedWith, type Ending } from '../../helpers/project.ts';

const TALK = 'Interviewer: How so?\nMs Lin: We lent a hand.\nSpeaker 1: Twice.\nMs Lin: Twice.';

function study(t: Ending) {
  const project = aProject(t);
  addText(project, 'East talk', TALK, { case: 'East', phase: 'after' });
  addText(project, 'West talk', TALK, { case: 'West' });
  act(project, 'cases.set', (db) =>
    setCase(db, {
      name: 'East',
      attributes: [{ name: 'Registration status', value: 'registered' }],
      sources: [],
      speakers: [],
    }),
  );
  const passage = { find: 'We lent a hand.', nth: null };
  const lent = aCoding({ source: '1', code: 'T1', passage, level: 3, direction: -1 });
  act(project, 'codings.add', (db) => addCoding(db, lent));
  act(project, 'codings.add', (db) =>
    addCoding(db, { ...lent, source: '2', code: 'N2', level: 1, direction: 1 }),
  );
  const { db } = project;
  const corpus = keepCorpus(db).current();
  const asked = { overlap: 'split' as const, coders: null };
  return {
    db,
    found: (dimension: string, value: string): string[] =>
      quotes(db, corpus, { ...asked, filters: [{ dimension, value }], limit: null }).quotes.map(
        ({ source }) => source,
      ),
    table: (rows: string, columns: string[]) =>
      matrix(db, corpus, { ...asked, filters: [], rows: [rows], columns, measure: 'references', near: null }),
  };
}

test('filter values answer to everything that names them', (t) => {
  const { db, found } = study(t);
  const code = findCode(db, 'T1');
  const source = must(sourceEntries(db)[0], 'the source');
  const east: Record<string, string[]> = {
    code: ['T1', 't1', String(code.id), code.uid, 'trust AMONG  residents', '居民间信任', 'Ｔ１'],
    source: ['1', 'East talk', 'EAST TALK', source.uid],
    'source-phase': ['after', 'After', '之后'],
    phase: ['after', '之后'],
    case: ['East', 'east'],
    level: ['3', 'strong', 'Strong', '强'],
    direction: ['-1', 'negative', '负向'],
    'case:Registration status': ['registered'],
  };
  for (const [dimension, values] of Object.entries(east)) {
    for (const value of values)
      assert.deepEqual(found(dimension, value), ['East talk'], `${dimension}=${value}`);
  }
  for (const value of ['respondent', '受访者']) assert.equal(found('role', value).length, 2);
  for (const value of ['interviewer', '访谈者']) assert.equal(found('role', value).length, 0);
  assert.throws(() => found('code', '99999'), refusedWith('refused.unknown-value'));
  assert.throws(() => found('speaker', 'Speaker 1'), refusedWith('refused.ambiguous'));
});

test('an attribute and its values answer in both languages', (t) => {
  const { found, db } = study(t);
  const also = (column: string): string =>
    must(
      db.value<string>(`SELECT ${column} FROM attributes WHERE name = 'Registration status'`),
      'a word of the other language',
    );
  const other = also('also_name');
  const choices = JSON.parse(also('choices')) as { name: string; also: string[] }[];
  const words = must(
    choices.find(({ name }) => name === 'registered'),
    'the value',
  ).also;
  for (const word of words) {
    assert.deepEqual(found(`case:${other}`, word), ['East talk'], `case:${other}=${word}`);
  }
});

test('a depth that the codebook has not is refused with those that there are', (t) => {
  const { table } = study(t);
  assert.equal(table('code:1', []).rows.length > 0, true);
  assert.throws(() => table('code:9', []), refusedWith('refused.no-depth', { level: 9, deepest: 3 }));
});

test('the rule of code by code says what its totals count', (t) => {
  const { rule } = study(t).table('code', ['code']);
  assert.match(ruleText('en', rule), /Totals count the references of the row or column, not pairs\./);
  assert.match(ruleText('zh', rule), /合计为该行或该列的参考点数/);
});

test('a coding inside a label is of the speaker whom the label names, when coded and when quoted', (t) => {
  const project = aProject(t);
  addText(project, 'Talk', TALK);
  const passages = [
    { find: 'Ms Lin', nth: 1 },
    { find: 'Speaker 1', nth: null },
    { find: 'so?', nth: null },
    { find: 'hand.\nSpeaker', nth: null },
  ];
  const said = passages.map((passage) => {
    const input = aCoding({ source: '1', code: 'T1', passage });
    const { id, speaker } = act(project, 'codings.add', (db) => addCoding(db, input));
    return [id, speaker] as const;
  });
  const corpus = keepCorpus(project.db).current();
  const quoted = quotes(project.db, corpus, { filters: [], overlap: 'split', coders: null, limit: null });
  assert.deepEqual(new Map(quoted.quotes.map(({ id, speaker }) => [id, speaker])), new Map(said));
  assert.deepEqual(
    said.map(([, speaker]) => speaker),
    ['Ms Lin', 'Speaker 1', 'Interviewer', 'Ms Lin'],
  );
});
