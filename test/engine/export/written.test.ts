// What leaves the program is what was in view: the words written in cells, both sides of a change, and no folded sub-code.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Papa from 'papaparse';
import type { Engine } from '../../../electron/engine/engine.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { must } from '../../../shared/must.ts';
import { say } from '../../../shared/words/say.ts';
import { aSampleStudy, byCase } from '../../helpers/leaving-study.ts';

type Asked = Omit<Input<'export.table'>, 'file' | 'format' | 'language'>;

/** The cells of the csv above its notes. */
async function exported(engine: Engine, asked: Asked): Promise<string[][]> {
  const { text } = await engine.call('export.table', { file: null, format: 'csv', language: 'en', ...asked });
  const { data } = Papa.parse<string[]>(must(text, 'a text'));
  return data.slice(
    0,
    data.findIndex((row) => row.join('') === ''),
  );
}

test('a table of words holds the summary with the quotes it leads to, pins, the rating, and why a cell is empty', async (t) => {
  const engine = await aSampleStudy(t);
  const { uid: matrix } = await engine.call('matrices.save', {
    name: 'Written',
    description: '',
    question: byCase,
    display: 'written',
  });
  const question = { ...byCase, matrix };
  const { rows, columns, cells } = await engine.call('matrices.table', question);
  const full = cells.findIndex((line) => (line[0] ?? 0) > 3);
  const quiet = cells.findIndex((line) => line[0] === 0);
  const cellAt = (row: number) => ({
    matrix,
    row: [...must(rows[row], 'a row').ids],
    column: [...must(columns[0], 'a column').ids],
  });
  const { quotes } = await engine.call('matrices.cell', { question, row: full, column: 0 });
  const [first, second, third] = quotes.map((quote) => must(quote, 'a quote'));
  const summary = [
    [{ text: 'Keys are lent' }, { quote: must(second, 'a second').id }],
    [{ text: 'to all.' }],
  ];
  await engine.call('cells.summarise', { ...cellAt(full), summary });
  const pin = { coding: must(third, 'a third').id, as: 'pinned', reason: null } as const;
  await engine.call('cells.quote', { ...cellAt(full), ...pin });
  await engine.call('cells.rate', { ...cellAt(full), rating: 4, reason: 'most say so' });
  await engine.call('cells.explain', { ...cellAt(quiet), empty: 'not-asked' });

  const table = await exported(engine, { question, cells: 'words' });
  assert.deepEqual(
    table.map((row) => row.length),
    [...rows, null].map(() => columns.length + 1),
  );
  const text = must(table[full + 1]?.[1], 'the text of the cell');
  assert.match(text, /^Keys are lent\[1\]\nto all\.\n\[1\] “/);
  assert.ok(text.includes(must(second, 'a second').said), 'the quote that supports it');
  assert.ok(text.includes(must(third, 'a third').said), 'the pinned quote');
  assert.ok(!text.includes(must(first, 'a first').said), 'no other');
  assert.ok(text.endsWith(`${cells[full]?.[0]} references · rated 4 of 5`), text);
  assert.equal(table[quiet + 1]?.[1], say('en', 'cells.empty-not-asked'));

  await engine.call('codings.remove', { id: must(first, 'a first').id });
  const later = await exported(engine, { question, cells: 'words' });
  assert.match(must(later[full + 1]?.[1], 'the text'), /older than its evidence$/);
});

test('a change in words has the number of each side with a quote for it', async (t) => {
  const engine = await aSampleStudy(t);
  const change: NonNullable<Asked['question']['change']> = {
    dimension: 'phase',
    from: 'before',
    to: 'after',
  };
  const question: Asked['question'] = { ...byCase, columns: [], measure: 'presence', change };
  const numbers = await exported(engine, { question });
  const words = await exported(engine, { question, cells: 'words' });
  const { cells } = await engine.call('matrices.excerpts', { question, most: 1 });
  assert.ok(cells.length > 0);
  for (const { row, side, quotes } of cells) {
    const column = side === 'before' ? 1 : 2;
    const text = must(words[row + 1]?.[column], 'a text');
    assert.match(text, /^\d+(\.\d)?%( \(n=\d+\))?\n/);
    assert.ok(text.includes(must(quotes[0], 'a quote').said));
    assert.notEqual(numbers[row + 1]?.[column], '');
  }
  for (const cells of ['words', 'numbers'] as const) {
    const asked = { file: null, format: 'md', language: 'en', question, cells } as const;
    const { text } = await engine.call('export.table', asked);
    const changes = must(text, 'a text').match(/(?<=\| )\S+ pp(?= \|$)/gm) ?? [];
    assert.ok(changes.length > 0);
    for (const told of changes) assert.match(told, /^([+−]\d+\.\d|0\.0) pp/);
    assert.match(must(text, 'a text'), /n is 3 in every cell/);
  }
});

test('folded sub-codes stay out of the file as they are out of sight; numbers and quotes move along', async (t) => {
  const engine = await aSampleStudy(t);
  const question: Asked['question'] = { ...byCase, columns: ['code'], near: 'turn' };
  const asked = await engine.call('matrices.table', question);
  const ids = (entries: typeof asked.rows): string[][] => entries.map((entry) => [...entry.ids]);
  const only = { rows: ids(asked.rows.slice(2, 5)), columns: ids(asked.columns.slice(1, 4)) };
  const table = await exported(engine, { question, only });
  const inside = table.slice(1, -1).map((row) => row.slice(1).map(Number));
  assert.deepEqual(
    inside,
    [2, 3, 4].map((row) => [...must(asked.cells[row], 'a row').slice(1, 4), asked.rowTotals[row]]),
  );
  const { columns } = await engine.call('matrices.table', byCase);
  const { text } = await engine.call('export.table', {
    file: null,
    format: 'md',
    language: 'en',
    question: byCase,
    appendix: true,
    only: { rows: only.rows, columns: ids(columns) },
  });
  const document = must(text, 'a document');
  const [numbered] = /^\| 1 .*$/m.exec(document) ?? [];
  assert.ok(numbered?.includes(must(asked.rows[2]?.labels[0], 'a name')), numbered);
  assert.match(document, /sub-codes that are folded/);
  assert.match(document, /^## 1[A-Z]/m);
  assert.doesNotMatch(document, /^## 4[A-Z]/m);
});
