// Quotes left out of cells of a saved matrix: cells, totals, panels, shares and changes count what is left.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../../../electron/engine/engine.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { MatrixAnswer } from '../../../shared/contract/matrices.ts';
import { must } from '../../../shared/must.ts';
import { aFolder, type Ending } from '../../helpers/project.ts';

type MatrixInput = Input<'matrices.table'>;

const plain = {
  rows: ['case'],
  columns: ['code'],
  measure: 'references' as const,
  near: null,
  filters: [],
  overlap: 'split' as const,
  coders: null,
};

async function sample(t: Ending) {
  const engine = createEngine();
  const folder = aFolder(t, () => void engine.close());
  const file = engine.files.grant(`${folder}/sample.crosscase`);
  await engine.call('project.sample', { file, language: 'en', coder: 'Ada' });
  let saved = 0;
  const save = async (asked: Partial<MatrixInput>): Promise<MatrixInput> => {
    const question = { ...plain, ...asked };
    const name = `Matrix ${++saved}`;
    const { uid } = await engine.call('matrices.save', { name, description: '', question, display: 'table' });
    return { ...question, matrix: uid };
  };
  const table = (question: MatrixInput) => engine.call('matrices.table', question);
  const quotesAt = (question: MatrixInput, row: number | null, column: number | null, panel?: number) =>
    engine.call('matrices.cell', { question, row, column, ...(panel === undefined ? {} : { panel }) });
  const leaveOut = async (
    question: MatrixInput,
    answer: MatrixAnswer,
    { row, column, coding }: { row: number; column: number; coding: string },
  ) =>
    engine.call('cells.quote', {
      matrix: must(question.matrix, 'the matrix'),
      row: [...must(answer.rows[row], 'the row').ids],
      column: [...must(answer.columns[column], 'the column').ids],
      coding,
      as: 'excluded',
      reason: 'x',
    });
  /** Leaves the coding out of every cell where it stands. */
  const leaveOutEverywhere = async (question: MatrixInput, coding: string): Promise<void> => {
    const { matrix: _, ...counts } = {
      ...question,
      measure: 'references' as const,
      change: null,
      panels: null,
    };
    const answer = await table(counts);
    const { cells } = await engine.call('matrices.excerpts', { question: counts, most: 20 });
    for (const { row, column, quotes } of cells)
      if (quotes.some(({ id }) => id === coding)) await leaveOut(question, answer, { row, column, coding });
  };
  return { engine, save, table, quotesAt, leaveOut, leaveOutEverywhere };
}

const numbersOf = ({ cells, rowTotals, columnTotals, total, bases, changes, panels }: MatrixAnswer) => ({
  cells,
  rowTotals,
  columnTotals,
  total,
  bases,
  changes,
  panels: panels.map((panel) => [panel.cells, panel.rowTotals, panel.columnTotals, panel.total, panel.bases]),
});

test('what is left out of every cell where it stands counts nowhere, as if it were not coded', async (t) => {
  const { engine, save, table, quotesAt, leaveOutEverywhere } = await sample(t);
  const change = { dimension: 'phase' as const, from: 'before', to: 'after' };
  const questions = await Promise.all(
    [
      { panels: 'role' },
      { measure: 'row-share' as const },
      { measure: 'column-share' as const, panels: 'phase' },
      { measure: 'presence' as const },
      { measure: 'share' as const, panels: 'phase' },
      { measure: 'cases' as const, rows: ['source'] },
      { measure: 'mean-level' as const },
      { rows: ['code'], columns: [], measure: 'rate' as const, change },
    ].map(save),
  );
  // One that stands alone in a cell, and one with a level, both about the later phase.
  const later = { ...plain, filters: [{ dimension: 'phase', value: 'after' }] };
  const { quotes } = await quotesAt(later, 0, null);
  const { cells } = await engine.call('matrices.excerpts', { question: plain, most: 1 });
  const single = new Set(cells.filter(({ n }) => n === 1).flatMap((cell) => cell.quotes.map(({ id }) => id)));
  const alone = must(
    quotes.find(({ id }) => single.has(id)),
    'a quote that stands alone',
  );
  const levelled = must(
    quotes.find(({ id, level }) => level !== null && id !== alone.id),
    'a quote with a level',
  );
  const codings = [alone.id, levelled.id];
  const before = await Promise.all(questions.map(table));
  for (const question of questions) for (const coding of codings) await leaveOutEverywhere(question, coding);
  const without = (await Promise.all(questions.map(table))).map(numbersOf);
  for (const id of codings) await engine.call('codings.remove', { id });
  const removed = (await Promise.all(questions.map(table))).map(numbersOf);
  for (const [place, numbers] of removed.entries()) {
    assert.notDeepEqual(
      numbers,
      numbersOf(must(before[place], 'the answer')),
      JSON.stringify(questions[place]),
    );
    assert.deepEqual(without[place], numbers, JSON.stringify(questions[place]));
  }
});

test('N does not count a quote that is left out of every cell it stands in, and does one left out of some', async (t) => {
  const { save, table, quotesAt, leaveOut, leaveOutEverywhere } = await sample(t);
  const question = await save({});
  const whole = await table(question);
  const stated = ({ rule }: MatrixAnswer) =>
    rule.find(({ key }) => key === 'rule.scope')?.values['references'];
  const column = whole.columnTotals.findIndex((total) => (total ?? 0) > 0);
  const row = whole.cells.findIndex((line) => (line[column] ?? 0) > 0);
  const [quote] = (await quotesAt(question, row, column)).quotes;
  const { id: coding } = must(quote, 'a quote');
  const standing = await cellsOf(coding);
  assert.ok(standing > 1, 'in its code and in the family');
  await leaveOut(question, whole, { row, column, coding });
  const some = await table(question);
  assert.deepEqual([some.n.references, stated(some)], [whole.n.references, whole.n.references]);
  await leaveOutEverywhere(question, coding);
  const less = await table(question);
  assert.deepEqual([less.n.references, stated(less)], [whole.n.references - 1, whole.n.references - 1]);

  async function cellsOf(id: string): Promise<number> {
    let found = 0;
    for (const at of whole.columns.keys())
      found += (await quotesAt(question, row, at)).quotes.filter((each) => each.id === id).length;
    return found;
  }
});

test('every number opens onto as many quotes as it counts, totals and panels too, whatever was left out', async (t) => {
  const { save, table, quotesAt, leaveOut } = await sample(t);
  const question = await save({ panels: 'phase', columns: ['code:1'] });
  const whole = await table(question);
  const row = whole.rowTotals.findIndex((total) => (total ?? 0) > 3);
  for (const column of whole.columns.keys()) {
    const { quotes } = await quotesAt(question, row, column);
    for (const { id: coding } of quotes.slice(0, 2)) await leaveOut(question, whole, { row, column, coding });
  }
  const answer = await table(question);
  assert.ok((answer.rowTotals[row] ?? 0) < (whole.rowTotals[row] ?? 0));
  const same = async (value: number | null | undefined, ...place: Parameters<typeof quotesAt>) => {
    const { quotes, excluded } = await quotesAt(...place);
    assert.equal(quotes.length, value, JSON.stringify(place.slice(1)));
    return excluded.length;
  };
  const changed = answer.panels.findIndex(
    ({ rowTotals }, at) => rowTotals[row] !== whole.panels[at]?.rowTotals[row],
  );
  assert.notEqual(changed, -1);
  for (const at of [undefined, changed]) {
    const pane = at === undefined ? answer : must(answer.panels[at], 'the panel');
    await same(pane.total, question, null, null, at);
    await same(pane.rowTotals[row], question, row, null, at);
    for (const column of [...answer.columns.keys()].slice(0, 3)) {
      await same(pane.cells[row]?.[column], question, row, column, at);
      await same(pane.columnTotals[column], question, null, column, at);
    }
  }
  assert.ok((await same(answer.rowTotals[row], question, row, null)) > 0);
});

test('row shares of codes that share no quote add up to one after quotes were left out', async (t) => {
  const { save, table, quotesAt, leaveOut } = await sample(t);
  const question = await save({ measure: 'row-share', rows: ['case'], columns: ['source'] });
  const whole = await table(question);
  const sum = (answer: MatrixAnswer, row: number) =>
    must(answer.cells[row], 'the row').reduce<number>((all, each) => all + (each ?? 0), 0);
  const row = whole.cells.findIndex((line) => line.filter((each) => (each ?? 0) > 0).length > 1);
  const column = must(whole.cells[row], 'the row').findIndex((each) => (each ?? 0) > 0);
  const { quotes } = await quotesAt(question, row, column);
  await leaveOut(question, whole, { row, column, coding: must(quotes[0], 'a quote').id });
  const answer = await table(question);
  assert.notEqual(answer.cells[row]?.[column], whole.cells[row]?.[column]);
  assert.ok(Math.abs(sum(answer, row) - 1) < 1e-12, String(sum(answer, row)));
});

test('the quotes behind a mean are the same few by each door: those that have a value', async (t) => {
  const { engine, table, quotesAt } = await sample(t);
  const question = { ...plain, measure: 'mean-level' as const };
  const answer = await table(question);
  const { cells } = await engine.call('matrices.excerpts', { question, most: 20 });
  const request = { file: null, format: 'tidy' as const, language: 'en' as const, question };
  const { text } = await engine.call('export.table', request);
  const lines = (text ?? '').trim().split(/\r?\n/).length - 1;
  let all = 0;
  for (const [row, line] of answer.bases.entries()) {
    for (const [column, n] of line.entries()) {
      all += n;
      const excerpt = cells.find((each) => each.row === row && each.column === column);
      assert.equal(excerpt?.n ?? 0, n);
      if (n > 0) assert.equal((await quotesAt(question, row, column)).quotes.length, n);
    }
  }
  assert.ok(all > 0);
  assert.equal(lines, all);
});
