// A number opens onto the quotes that it counts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import { quotes } from '../../../electron/engine/matrices/answers.ts';
import { cellQuotes } from '../../../electron/engine/matrices/cell.ts';
import { matrix } from '../../../electron/engine/matrices/matrix.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import { sourceEntries } from '../../../electron/engine/text/sources.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { aCoding, act, addText, aProject, refusedWith, type Ending } from '../../helpers/project.ts';

const TALK = [
  'Interviewer: How is the yard?',
  'Ms Lin: We trust the club and share the keys.',
  'Mr Ma: Nobody locks.',
  'Ms Lin: It was never so.',
  'Mr Ma: Never.',
  'Interviewer: Since when?',
].join('\n');

/** Two sources of two cases; `ask` opens a cell of a question. */
function study(t: Ending) {
  const project = aProject(t);
  addText(project, 'East talk', TALK, { case: 'East' });
  addText(project, 'West talk', TALK, { case: 'West' });
  const add = (source: string, code: string, find: string, more: Partial<Input<'codings.add'>> = {}) => {
    const input = aCoding({ source, code, passage: { find, nth: 1 }, ...more });
    act(project, 'codings.add', (db) => addCoding(db, input));
  };
  add('East talk', 'T1', 'We trust the club and share the keys.', { level: 3, memo: 'strong' });
  add('East talk', 'T1', 'Nobody locks.');
  add('East talk', 'N2', 'share the keys');
  add('West talk', 'T2', 'We trust the club', { level: 1 });
  add('West talk', 'N2', 'Never.\n', {});
  const corpus = keepCorpus(project.db).current();
  const all = { filters: [], overlap: 'split' as const, coders: null, near: null };
  return (given: Pick<Input<'matrices.table'>, 'rows' | 'columns' | 'measure'> & { near?: string }) => {
    const question = { ...all, ...given };
    const answer = matrix(project.db, corpus, question);
    const place = (axis: 'rows' | 'columns', id: string): number =>
      answer[axis].findIndex((entry) => entry.ids[0] === id || entry.labels[0] === id);
    const quotes = (row: number | null, column: number | null) =>
      cellQuotes(project.db, corpus, { question, row, column }).quotes;
    return { project, answer, place, quotes };
  };
}

test('every cell and total of references has as many quotes as it says', (t) => {
  const { project, answer, place, quotes } = study(t)({
    rows: ['code'],
    columns: ['case'],
    measure: 'references',
  });
  for (const [row, cells] of answer.cells.entries()) {
    for (const [column, count] of cells.entries()) assert.equal(quotes(row, column).length, count);
    assert.equal(quotes(row, null).length, answer.rowTotals[row]);
  }
  for (const [column, count] of answer.columnTotals.entries())
    assert.equal(quotes(null, column).length, count);
  assert.equal(quotes(null, null).length, answer.total);

  const [first, second, ...others] = quotes(place('rows', 'T'), place('columns', 'East'));
  assert.deepEqual(others, []);
  assert.deepEqual([first?.quote, second?.quote], ['We trust the club and share the keys.', 'Nobody locks.']);
  assert.deepEqual(
    [first?.code, first?.memo, first?.speaker, first?.paragraph],
    ['T1', 'strong', 'Ms Lin (East)', 2],
  );
  assert.equal(first?.sourceUid, sourceEntries(project.db)[0]?.uid);
});

test('a coding that stands in several cells of a total is quoted once', (t) => {
  const { quotes, answer } = study(t)({ rows: ['case'], columns: ['code'], measure: 'references' });
  const east = quotes(0, null).map(({ id }) => id);
  assert.equal(new Set(east).size, east.length);
  assert.equal(east.length, answer.rowTotals[0]);
});

test('means quote only the codings that have a value', (t) => {
  const { place, quotes, answer } = study(t)({ rows: ['code'], columns: ['case'], measure: 'mean-level' });
  const [row, column] = [place('rows', 'T'), place('columns', 'East')];
  assert.deepEqual(
    quotes(row, column).map(({ level }) => level),
    [3],
  );
  assert.equal(quotes(row, column).length, answer.bases[row]?.[column]);
});

test('codes that stand together open onto the codings of their pairs', (t) => {
  const ask = study(t);
  const overlap = ask({ rows: ['code'], columns: ['code'], measure: 'references' });
  const [row, column] = [overlap.place('rows', 'T1'), overlap.place('columns', 'N2')];
  assert.equal(overlap.answer.cells[row]?.[column], 1);
  assert.deepEqual(
    overlap.quotes(row, column).map(({ quote }) => quote),
    ['We trust the club and share the keys.', 'share the keys'],
  );
  assert.deepEqual(overlap.quotes(column, overlap.place('columns', 'T2')), []);
  assert.equal(overlap.quotes(row, null).length, overlap.answer.rowTotals[row]);

  const turns = ask({ rows: ['code'], columns: ['code'], measure: 'jaccard', near: 'turn' });
  assert.equal(turns.answer.cells[row]?.[column], 1 / 3);
  assert.equal(turns.quotes(row, column).length, 2);
});

test('a coefficient that is no share is undefined, and its value stands beside', (t) => {
  const project = aProject(t);
  addText(project, 'Talk', 'Ms Lin: one two three four');
  const add = (code: string, find: string): void => {
    act(project, 'codings.add', (db) =>
      addCoding(db, aCoding({ source: '1', code, passage: { find, nth: 1 } })),
    );
  };
  for (const find of ['one', 'two']) add('T1', find);
  for (const find of ['one two', 'one two three']) add('T2', find);
  add('T3', 'one');
  const answer = matrix(project.db, keepCorpus(project.db).current(), {
    rows: ['code'],
    columns: ['code'],
    measure: 'c-coefficient',
    near: null,
    filters: [],
    overlap: 'split',
    coders: null,
  });
  const [t1, t2, t3] = ['T1', 'T2', 'T3'].map((id) => answer.rows.findIndex(({ ids }) => ids[0] === id));
  // Two codings each and four pairs: 4 / (2 + 2 − 4). T3 has one coding and two pairs with T2: 2 / (1 + 2 − 2).
  assert.equal(answer.cells[t1 ?? -1]?.[t2 ?? -1], null);
  assert.equal(answer.cells[t3 ?? -1]?.[t2 ?? -1], null);
  // One pair of T1 and T3: 1 / (2 + 1 − 1), a share.
  assert.equal(answer.cells[t3 ?? -1]?.[t1 ?? -1], 1 / 2);
  const beside = (row?: number, column?: number) =>
    answer.outOfRange.find((each) => each.row === row && each.column === column)?.value;
  assert.equal(beside(t1, t2), null);
  assert.equal(beside(t3, t2), 2);
  assert.equal(beside(t3, t1), undefined);
});

test('what is printed leaves out the labels inside a quote; the stored quote keeps them', (t) => {
  const project = aProject(t);
  addText(project, 'Talk', TALK);
  const passages = ['keys.\nMr Ma: Nobody', 'Ms Lin: We', 'Mr Ma'];
  for (const find of passages) {
    act(project, 'codings.add', (db) =>
      addCoding(db, aCoding({ source: '1', code: 'T1', passage: { find, nth: 1 } })),
    );
  }
  const all = { filters: [], overlap: 'split' as const, coders: null, limit: null };
  const found = quotes(project.db, keepCorpus(project.db).current(), all).quotes;
  assert.deepEqual(
    new Map(found.map(({ quote, said }) => [quote, said])),
    new Map([
      ['Ms Lin: We', 'We'],
      ['keys.\nMr Ma: Nobody', 'keys.\nNobody'],
      ['Mr Ma', 'Mr Ma'],
    ]),
  );
});

test('a place that the table does not have is refused', (t) => {
  const ask = study(t);
  for (const columns of [['case'], ['code']]) {
    const { quotes } = ask({ rows: ['code'], columns, measure: 'references' });
    assert.throws(() => quotes(1000, 0), refusedWith('refused.no-such-heading'));
    assert.throws(() => quotes(0, 1000), refusedWith('refused.no-such-heading'));
  }
});
