// A cell of a saved matrix is a record: summary and its evidence, rating, why it is empty, quotes pinned and left out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../../../electron/engine/engine.ts';
import { headingText } from '../../../shared/matrices/headings.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { isReport } from '../../../shared/matrices/is-report.ts';
import { must } from '../../../shared/must.ts';
import { actSentence } from '../../../shared/words/acts.ts';
import { aCoding, aFolder, refusedWith, type Ending } from '../../helpers/project.ts';

const question = {
  rows: ['case'],
  columns: ['code'],
  measure: 'references' as const,
  near: null,
  filters: [],
  overlap: 'split' as const,
  coders: null,
};

/** The sample with a saved matrix, case × code, and its cell Maple Lane × T1. */
async function aCell(t: Ending, measure: 'references' | 'presence' | 'share' = 'references') {
  const engine = createEngine();
  const folder = aFolder(t, () => void engine.close());
  const file = engine.files.grant(`${folder}/sample.crosscase`);
  await engine.call('project.sample', { file, language: 'en', coder: 'Ada' });
  const asked = { ...question, measure };
  const saved = await engine.call('matrices.save', {
    name: 'Trust',
    description: '',
    question: asked,
    display: 'table',
  });
  const table = () => engine.call('matrices.table', { ...asked, matrix: saved.uid });
  const before = await table();
  const row = before.rows.findIndex(({ labels }) => labels[0] === 'Maple Lane');
  const column = before.columns.findIndex(({ ids }) => ids[0] === 'T1');
  const cell = {
    matrix: saved.uid,
    row: [...must(before.rows[row], 'the row').ids],
    column: [...must(before.columns[column], 'the column').ids],
  };
  const records = async () => (await engine.call('cells.list', { matrix: saved.uid })).cells;
  const quotes = () =>
    engine.call('matrices.cell', { question: { ...asked, matrix: saved.uid }, row, column });
  return { engine, before, table, row, column, cell, records, quotes };
}

test('a summary keeps its words, its links to quotes and who wrote it, and knows when the evidence changed', async (t) => {
  const { engine, cell, records, quotes } = await aCell(t);
  const { quotes: found } = await quotes();
  const first = must(found[0], 'a quote');
  const summary = [
    [{ text: 'Neighbours hand over keys' }, { quote: first.id }],
    [{ text: 'one stays away', bold: true }],
  ];
  await engine.call('cells.summarise', { ...cell, summary });
  const written = async () => must((await records())[0]?.summary, 'a summary');
  assert.deepEqual((await written()).paragraphs, summary);
  assert.equal((await written()).coder, 'Ada');
  assert.equal((await written()).stale, null);

  await engine.call('codings.update', { id: first.id, level: 3 });
  assert.deepEqual((await written()).stale, { came: 0, went: 0, changed: 1 });
  await engine.call('codings.remove', { id: first.id });
  assert.deepEqual((await written()).stale, { came: 0, went: 1, changed: 0 });
  await engine.call('history.undo', {});
  await engine.call('history.undo', {});
  assert.equal((await written()).stale, null);
  // Another cell's evidence is none of it.
  const other = found.length;
  await engine.call('codings.add', {
    ...aCoding({ source: first.source, code: 'N1', passage: { start: first.start, end: first.end } }),
    id: 'new',
  });
  assert.equal((await quotes()).quotes.length, other);
  assert.equal((await written()).stale, null);

  // Who began from other words than stand there is refused; the same words are welcome twice.
  const mine = [[{ text: 'Mine' }]];
  for (const base of [null, mine])
    await assert.rejects(
      engine.call('cells.summarise', { ...cell, summary: mine, base }),
      refusedWith('refused.summary-changed', { coder: 'Ada' }),
    );
  assert.deepEqual((await written()).paragraphs, summary);
  await engine.call('cells.summarise', { ...cell, summary: mine, base: summary });
  await engine.call('cells.summarise', { ...cell, summary: mine, base: summary });
  assert.deepEqual((await written()).paragraphs, mine);

  await engine.call('cells.summarise', { ...cell, summary: null, base: mine });
  assert.equal((await records())[0]?.summary, null);
  assert.equal((await engine.call('project.verify', {})).ok, true);
});

test('the marks of many summaries, read in one go, are those of each', async (t) => {
  const { engine, before, cell, records } = await aCell(t);
  for (const { ids } of before.columns.slice(0, 14))
    await engine.call('cells.summarise', { ...cell, column: [...ids], summary: [[{ text: 'x' }]] });
  const all = await records();
  assert.equal(all.length, 14);
  assert.ok(all.every(({ summary }) => summary?.stale === null));
});

test('rating, reason and why a cell is empty are kept, and every act is one step of the history', async (t) => {
  const { engine, cell, records } = await aCell(t);
  await engine.call('cells.rate', { ...cell, rating: 4, reason: ' one negative instance ' });
  await engine.call('cells.explain', { ...cell, empty: 'not-asked' });
  const record = must((await records())[0], 'a record');
  assert.deepEqual(
    [record.rating, record.ratingReason, record.empty],
    [4, 'one negative instance', 'not-asked'],
  );
  assert.deepEqual([record.row, record.column], [cell.row, cell.column]);
  const { acts } = await engine.call('history.list', { limit: 2, before: null });
  assert.deepEqual(
    acts.map((each) => actSentence('en', each)),
    [
      'Said why nothing stands in Maple Lane × Trust among residents of “Trust”',
      'Rated Maple Lane × Trust among residents in “Trust” 4',
    ],
  );
  await engine.call('history.undo', {});
  await engine.call('history.undo', {});
  assert.deepEqual(await records(), []);
});

test('a quote left out for a reason counts out of its cell, and out of totals where no other cell has it', async (t) => {
  const { engine, before, table, row, column, cell, quotes, records } = await aCell(t);
  const { quotes: found } = await quotes();
  const out = must(found[0], 'a quote');
  const mark = (as: 'excluded' | 'pinned' | null, reason: string | null) =>
    engine.call('cells.quote', { ...cell, coding: out.id, as, reason });
  await assert.rejects(mark('excluded', ' '), refusedWith('refused.exclude-without-reason'));
  await assert.rejects(
    engine.call('cells.quote', { ...cell, row: null, coding: out.id, as: 'excluded', reason: 'x' }),
    refusedWith('refused.exclude-from-total'),
  );
  await mark('pinned', null);
  assert.deepEqual((await records())[0]?.pinned, [out.id]);
  await mark('excluded', 'about another street');
  assert.deepEqual((await records())[0]?.excluded, [{ coding: out.id, reason: 'about another street' }]);

  const after = await table();
  const at = (answer: typeof after, name: string): number =>
    answer.cells[row]?.[answer.columns.findIndex(({ ids }) => ids[0] === name)] ?? -1;
  assert.equal(after.cells[row]?.[column], (before.cells[row]?.[column] ?? 0) - 1);
  // It still stands at the code above, and so in the row's total.
  assert.equal(at(after, 'T'), at(before, 'T'));
  assert.equal(after.rowTotals[row], before.rowTotals[row]);
  assert.equal(after.columnTotals[column], (before.columnTotals[column] ?? 0) - 1);
  assert.match(ruleText('en', after.rule), /1 reference was left out of 1 cell by hand/);
  const now = await quotes();
  assert.equal(now.quotes.length, found.length - 1);
  assert.deepEqual(
    now.excluded.map(({ id }) => id),
    [out.id],
  );

  await engine.call('cells.quote', {
    ...cell,
    column: ['T'],
    coding: out.id,
    as: 'excluded',
    reason: 'the same',
  });
  const gone = await table();
  assert.equal(gone.rowTotals[row], (before.rowTotals[row] ?? 0) - 1);
  assert.equal(gone.total, (before.total ?? 0) - 1);
  // The same question without the matrix counts everything.
  assert.equal((await engine.call('matrices.table', question)).total, before.total);

  await mark(null, null);
  await engine.call('history.undo', {});
  assert.equal((await table()).total, gone.total);
});

test('an export of the saved matrix has the numbers and quotes of the screen', async (t) => {
  const { engine, table, cell, quotes } = await aCell(t);
  const out = must((await quotes()).quotes[0], 'a quote');
  await engine.call('cells.quote', { ...cell, coding: out.id, as: 'excluded', reason: 'x' });
  const { text } = await engine.call('export.table', {
    file: null,
    format: 'csv',
    language: 'en',
    question: { ...question, matrix: cell.matrix },
  });
  const answer = await table();
  const names = answer.columns.map((entry) => headingText('en', answer.dimensions.columns, entry));
  const [head = '', ...lines] = (text ?? '').split(/\r?\n/);
  const place = head
    .split(',')
    .indexOf(must(names[answer.columns.findIndex(({ ids }) => ids[0] === 'T1')], 'T1'));
  const line = must(
    lines.find((each) => each.startsWith('Maple Lane')),
    'the row',
  );
  assert.equal(Number(line.split(',')[place]), (await quotes()).quotes.length);
  assert.match(text ?? '', /left out of 1 cell by hand/);
});

test('what a cell notes of a coding goes with it into another one, and to both parts of one that is split', async (t) => {
  const { engine, cell, quotes, records } = await aCell(t);
  const [one, two, three] = (await quotes()).quotes.map(({ id }) => id);
  assert.ok(one !== undefined && two !== undefined && three !== undefined);
  const mark = (coding: string, as: 'pinned' | 'excluded') =>
    engine.call('cells.quote', { ...cell, coding, as, reason: 'said in jest' });
  await mark(one, 'excluded');
  await mark(two, 'pinned');
  await engine.call('cells.summarise', {
    ...cell,
    summary: [[{ text: 'Keys' }, { quote: one }, { quote: three }]],
  });
  const noted = async () => {
    const { excluded, pinned, summary } = must((await records())[0], 'the cell');
    return { excluded: excluded.map(({ coding }) => coding), pinned, summary: summary?.paragraphs };
  };
  const before = await noted();

  // Coded a second time with another code, the passage keeps one coding where that code becomes T1.
  const place = must(
    (await quotes()).quotes.find(({ id }) => id === three),
    'the place',
  );
  const { source, start, end, coder } = place;
  const other = await engine.call(
    'codings.add',
    aCoding({ source, code: 'N2', coder, passage: { start, end } }),
  );
  await mark(three, 'excluded');
  await engine.call('codings.updateMany', { ids: [three], code: 'N2' });
  assert.deepEqual(await noted(), {
    excluded: [one, other.id],
    pinned: [two],
    summary: [[{ text: 'Keys' }, { quote: one }, { quote: other.id }]],
  });
  await engine.call('history.undo', {});
  await engine.call('history.undo', {});
  assert.deepEqual(await noted(), before);

  const { quote, start: from } = must(
    (await quotes()).quotes.find(({ id }) => id === two),
    'a quote',
  );
  await engine.call('codings.split', { id: two, at: from + quote.indexOf(' '), newId: 'part' });
  assert.deepEqual((await noted()).pinned, [two, 'part']);
});

test('a cell that the matrix does not have is refused', async (t) => {
  const { engine, cell } = await aCell(t);
  await assert.rejects(
    engine.call('cells.rate', { ...cell, row: ['nobody'], rating: 1, reason: null }),
    refusedWith('refused.no-such-heading'),
  );
});

test('shares and presence are counted anew without what was left out', async (t) => {
  for (const measure of ['presence', 'share'] as const) {
    const { engine, before, table, row, column, cell, quotes } = await aCell(t, measure);
    for (const { id } of (await quotes()).quotes)
      await engine.call('cells.quote', { ...cell, coding: id, as: 'excluded', reason: 'x' });
    assert.ok((before.cells[row]?.[column] ?? 0) > 0);
    assert.equal((await table()).cells[row]?.[column], 0);
  }
});

test('excerpts show a few quotes of each cell: the pinned first, what was left out never, each side of a change', async (t) => {
  const { engine, cell, row, column, quotes, before } = await aCell(t);
  const { quotes: found } = await quotes();
  const [first, second] = [must(found[0], 'a quote'), must(found[1], 'another')];
  await engine.call('cells.quote', { ...cell, coding: second.id, as: 'pinned', reason: null });
  const asked = { question: { ...question, matrix: cell.matrix }, most: 1 };
  const excerpt = async () => {
    const { cells } = await engine.call('matrices.excerpts', asked);
    for (const each of cells) {
      const excluded = each.row === row && each.column === column ? found.length - each.n : 0;
      assert.equal(each.n + excluded, before.cells[each.row]?.[each.column]);
    }
    return must(
      cells.find((each) => each.row === row && each.column === column),
      'the cell',
    );
  };
  assert.deepEqual(
    (await excerpt()).quotes.map(({ id }) => id),
    [second.id],
  );
  await engine.call('cells.quote', { ...cell, coding: second.id, as: 'excluded', reason: 'x' });
  assert.deepEqual(
    (await excerpt()).quotes.map(({ id }) => id),
    [first.id],
  );
  assert.equal((await excerpt()).n, found.length - 1);

  const change = { dimension: 'phase' as const, from: 'before', to: 'after' };
  const changed = { ...question, rows: ['code'], columns: [], measure: 'presence' as const, change };
  const table = await engine.call('matrices.table', changed);
  const { cells } = await engine.call('matrices.excerpts', { question: changed, most: 2 });
  assert.ok(cells.some(({ side }) => side === 'before') && cells.some(({ side }) => side === 'after'));
  for (const { row: at, side, n } of cells) {
    const { quotes: behind } = await engine.call('matrices.cell', {
      question: changed,
      row: at,
      column: 0,
      side,
    });
    assert.equal(behind.length, n, table.rows[at]?.ids.join());
  }
});

test('a code may get another short id: what is noted in its cells, its filters and its place in an order stay', async (t) => {
  const { engine, cell, records, quotes, table, row, column } = await aCell(t);
  const out = must((await quotes()).quotes[0], 'a quote');
  await engine.call('cells.quote', { ...cell, coding: out.id, as: 'excluded', reason: 'x' });
  const ordered = {
    ...question,
    filters: [{ dimension: 'code', value: 'T1' }],
    columnOrder: { by: 'hand' as const, ids: [['T1'], ['T']] },
    rowOrder: { by: 'value' as const, at: ['T1'], descending: true },
  };
  const other = await engine.call('matrices.save', {
    name: 'Ordered',
    description: '',
    question: ordered,
    display: 'table',
  });
  assert.deepEqual(other.question, ordered);
  const before = await table();

  await engine.call('codes.update', { code: 'T1', shortId: 'X9' });
  assert.deepEqual(
    (await records()).map((each) => [each.column, each.excluded.length]),
    [[['X9'], 1]],
  );
  assert.deepEqual((await table()).cells, before.cells);
  assert.deepEqual((await table()).columnTotals, before.columnTotals);
  const { matrices } = await engine.call('matrices.list', {});
  const now = must(
    matrices.find(({ uid }) => uid === other.uid),
    'the other matrix',
  ).question;
  assert.ok(!isReport(now));
  assert.deepEqual(
    [now.filters[0]?.value, now.columnOrder, now.rowOrder],
    ['X9', { by: 'hand', ids: [['X9'], ['T']] }, { by: 'value', at: ['X9'], descending: true }],
  );
  assert.deepEqual((await engine.call('matrices.table', now)).columns[0]?.ids, ['X9']);

  // Another code that takes the old id takes nothing over, and one cell stays one record.
  await engine.call('codes.update', { code: 'T2', shortId: 'T1' });
  assert.equal((await table()).cells[row]?.[column], before.cells[row]?.[column]);
  await engine.call('cells.rate', { ...cell, column: ['T1'], rating: 2, reason: null });
  await engine.call('cells.rate', { ...cell, column: ['X9'], rating: 5, reason: null });
  assert.deepEqual(
    (await records()).map((each) => [each.column, each.rating]),
    [
      [['X9'], 5],
      [['T1'], 2],
    ],
  );
  assert.equal((await engine.call('project.verify', {})).ok, true);
});
