// What a thesis carries besides its tables: quotes numbered as in the table, tidy data, and the methods appendix.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Papa from 'papaparse';
import type { Engine } from '../../../electron/engine/engine.ts';
import type { TableFormat } from '../../../shared/export/formats.ts';
import { must } from '../../../shared/must.ts';
import { aSampleStudy, byCase } from '../../helpers/leaving-study.ts';
import { aCoding } from '../../helpers/project.ts';

async function exported(engine: Engine, format: TableFormat, appendix = false): Promise<string> {
  const asked = { file: null, format, language: 'en', question: byCase, appendix } as const;
  return must((await engine.call('export.table', asked)).text, 'a text');
}

test('tidy data has a row for each reference of each cell, with its place, coder and date', async (t) => {
  const engine = await aSampleStudy(t);
  const { filters, overlap, coders } = byCase;
  const { quotes } = await engine.call('matrices.quotes', { filters, overlap, coders, limit: null });
  const [first] = quotes;
  await engine.call('codings.update', { id: must(first, 'a quote').id, weight: 2.5, memo: '=1+1' });
  const text = await exported(engine, 'tidy');
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  assert.deepEqual(errors, []);
  assert.deepEqual(
    Object.keys(must(data[0], 'a row')),
    (
      'row column code code_name case source paragraph turn speaker start end quote coder date phase level direction ' +
      'weight memo id'
    ).split(' '),
  );
  const answer = await engine.call('matrices.table', byCase);
  for (const [r, { labels }] of answer.rows.entries())
    for (const [c, column] of answer.columns.entries()) {
      const behind = data.filter(
        ({ row, column: of }) => row?.endsWith(labels.join('')) === true && of === column.labels.join(''),
      );
      const others = answer.rows.filter((each) => each.labels.join('').endsWith(labels.join('')));
      if (others.length === 1) assert.equal(behind.length, answer.cells[r]?.[c], `${labels.join()} ${c}`);
    }
  const rows = data.filter(({ id }) => id === first?.id);
  assert.ok(rows.length >= 1);
  for (const row of rows) {
    assert.deepEqual([row['weight'], row['memo'], row['coder']], ['2.5', "'=1+1", 'Ada']);
    assert.deepEqual([Number(row['start']), Number(row['end'])], [first?.start, first?.end]);
    const { labels } = await engine.call('sources.read', { source: must(row['source'], 'a source') });
    const begun = labels.filter((label) => label.start <= Number(row['start']));
    assert.equal(
      row['turn'],
      begun.length === 0 ? '' : String(begun.length),
      'the turn as the text shows it',
    );
    assert.match(must(row['date'], 'a date'), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  }
});

test('in the appendix every passage stands whole once, and every cell names all that it counts', async (t) => {
  const engine = await aSampleStudy(t);
  const answer = await engine.call('matrices.table', byCase);
  const html = await exported(engine, 'html', true);
  const [table = '', quotes = ''] = html.split('<h1>Quotes</h1>');
  const cells = [
    ...quotes.matchAll(/<h2 id="quotes(\d+[A-Z])">.*? \((\d+) references?\)<\/h2>\n([^]*?)(?=<h2|<\/body>)/g),
  ];
  const counted = answer.cells.flat().filter((n) => n !== null && n > 0);
  assert.equal(cells.length, counted.length);
  const whole = new Map<string, string>();
  const named: string[] = [];
  for (const [, cell = '', n, body = ''] of cells) {
    const here = [...body.matchAll(/<p>(\d+[A-Z]\.\d+) {2}(“[^]*?)<\/p>/g)];
    const also = /<p>Also counted here: (.*)\.<\/p>/.exec(body)?.[1]?.split(', ') ?? [];
    assert.equal(here.length + also.length, Number(n), cell);
    for (const [, number = '', passage = ''] of here) {
      assert.ok(number.startsWith(`${cell}.`) && !whole.has(number));
      whole.set(number, passage);
    }
    named.push(...also);
    // The number in the table opens its quotes.
    const row = Number.parseInt(cell, 10) - 1;
    const column = cell.charCodeAt(cell.length - 1) - 65;
    assert.equal(Number(n), answer.cells[row]?.[column]);
    assert.ok(table.includes(`<a href="#quotes${cell}">${n}</a>`), cell);
  }
  for (const number of named) assert.ok(whole.has(number), number);
  assert.equal(whole.size, answer.total);
});

test('a saved matrix leaves under its name, and a citation says a name once', async (t) => {
  const engine = await aSampleStudy(t);
  const name = 'Trust, chapter 4';
  const asked = { ...byCase, filters: [{ dimension: 'code', value: 'T1' }] };
  const { uid } = await engine.call('matrices.save', {
    name,
    description: '',
    question: asked,
    display: 'table',
  });
  await engine.call('sources.update', { source: '1', name: 'Wu Guilan' });
  await engine.call('cases.rename', { case: 'Maple Lane', name: 'Wu Guilan' });
  const question = { ...asked, matrix: uid };
  const text = async (language: 'en' | 'zh') =>
    must(
      (await engine.call('export.table', { file: null, format: 'md', language, question, appendix: true }))
        .text,
      'a text',
    );
  assert.match(await text('en'), /^Table: Trust, chapter 4: References by code × case$/m);
  assert.match(await text('zh'), /Trust, chapter 4：/);
  assert.match(await text('en'), /\(Wu Guilan, turn \d+, ¶\d+, Before\)/);
});

test('the methods appendix tells the material, who coded what when, the versions of the codebook and the rules', async (t) => {
  const engine = await aSampleStudy(t);
  await engine.call('codes.add', {
    name: 'Shade',
    parent: null,
    shortId: null,
    definition: 'Trees | awnings',
  });
  await engine.call('codes.add', { name: 'Mistake', parent: null, shortId: null, definition: null });
  await engine.call('history.undo', {});
  const passage = { start: 0, end: 12 };
  await engine.call('codings.add', aCoding({ source: '1', code: 'Shade', passage, coder: 'Bo' }));
  const { at: _, ...question } = { ...byCase, at: null };
  await engine.call('matrices.save', {
    name: 'Shade by case',
    description: 'For chapter 4',
    question,
    display: 'table',
  });
  const methods = async (language: 'en' | 'zh') =>
    must((await engine.call('export.methods', { file: null, format: 'md', language })).text, 'a text');
  const text = await methods('en');
  const line = (start: string): string =>
    must(
      text.split('\n').find((each) => each.startsWith(start)),
      `a line ${start} in ${text}`,
    );
  assert.match(
    line('| 1 | Maple Lane, interview 1'),
    /\| Maple Lane \| Before \| Interviewer, Wu Guilan \| \d+ \|/,
  );
  assert.match(
    text,
    /\| Maple Lane, interview 1, leader \| Bo \| 1 \| \d{4}-\d\d-\d\d \| \d{4}-\d\d-\d\d \|/,
  );
  const today = String.raw`\| \d{4}-\d\d-\d\d`;
  assert.match(text, new RegExp(`${today} \\| Ada \\| 0 \\| 0 \\| 0 \\| 2 \\| \\d+ \\| 1 \\|`));
  assert.match(text, new RegExp(`${today} \\| Bo \\| 1 \\| 0 \\| 0 \\| 0 \\| 0 \\| 0 \\|`));
  assert.match(text, /\| Shade \| Trees \\\| awnings \| {2}\| {2}\| 1 \|/);
  const versions = text.slice(text.indexOf('Versions of the codebook'));
  const { codes } = await engine.call('codes.list', {});
  assert.match(
    versions,
    new RegExp(`\\| 1 \\| \\S+ \\| Ada \\| Added the code “Shade” \\| ${codes.length} \\|`),
  );
  assert.ok(!versions.includes('Mistake'));
  assert.match(text, /### Shade by case\n\nFor chapter 4\n\nBy code and case\. Shown: references\./);
  assert.match(
    await methods('zh'),
    /^# 研究方法附录：Six Streets\n[^]*编码本的各个版本[^]*### Shade by case/,
  );
});

test('the methods appendix lists a source not coded yet, and each quote left out of a cell with its reason', async (t) => {
  const engine = await aSampleStudy(t);
  const { filters, overlap, coders } = byCase;
  const { quotes } = await engine.call('matrices.quotes', { filters, overlap, coders, limit: null });
  const [first] = quotes;
  const source = must(first, 'a quote').source;
  for (const { id } of quotes.filter((each) => each.source === source))
    await engine.call('codings.remove', { id });
  const saved = { name: 'Chapter 4', description: '', question: byCase, display: 'table' };
  const { uid } = await engine.call('matrices.save', saved);
  const question = { ...byCase, matrix: uid };
  const { rows, columns, cells } = await engine.call('matrices.table', question);
  const row = cells.findIndex((line) => (line[0] ?? 0) > 0);
  const cell = await engine.call('matrices.cell', { question, row, column: 0 });
  const quote = must(cell.quotes[0], 'a quote of the cell');
  await engine.call('cells.quote', {
    matrix: uid,
    row: [...must(rows[row], 'a row').ids],
    column: [...must(columns[0], 'a column').ids],
    coding: quote.id,
    as: 'excluded',
    reason: 'said of another street',
  });
  const asked = { file: null, format: 'md', language: 'en' } as const;
  const text = must((await engine.call('export.methods', asked)).text, 'a text');
  const lineOf = (end: RegExp): string =>
    must(
      text.split('\n').find((each) => end.test(each)),
      String(end),
    );
  assert.ok(lineOf(/\| not coded yet \|/).includes(source));
  const line = lineOf(/\| said of another street \|$/);
  assert.ok(line.includes(must(columns[0], 'a column').labels.join()) && line.includes(quote.source), line);
});
