// The xlsx writer, read back by another reader: cells, links, names, headings, limits, the same bytes twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toXlsx } from '../../../electron/engine/export/xlsx.ts';
import type { Cell, Sheet, Workbook } from '../../../shared/export/sheet.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { readXlsx } from './read-xlsx.ts';

const numbers: Sheet = {
  name: 'Trust: before/after',
  headerRows: 1,
  headerColumns: 1,
  columnWidths: [null, 12],
  rows: [
    ['案例', 'References', 'Share'],
    ['河边社区', { value: 2, to: { sheet: 1, row: 1, column: 0 } }, 0.125],
    ['Lantern "Street" & <co>', 0, null],
  ],
};
const quotes: Sheet = {
  name: "Quotes'",
  headerRows: 1,
  rows: [
    ['Quote', 'Source'],
    ['=SUM(A1)', 'B01, ¶3'],
    ['  two\n lines ', 'B02, ¶1'],
  ],
};
const question: Sheet = { name: '', headerRows: 0, rows: [['N', -3]] };
const workbook: Workbook = { title: 'Trust & norms', sheets: [numbers, quotes, question] };

test('every cell comes back as what it was, text never as a formula', async () => {
  const { sheets } = await readXlsx((await toXlsx(workbook)).bytes);
  assert.deepEqual(
    sheets.map((sheet) => sheet.rows),
    [
      [
        ['案例', 'References', 'Share'],
        ['河边社区', 2, 0.125],
        ['Lantern "Street" & <co>', 0],
      ],
      quotes.rows,
      question.rows,
    ],
  );
  assert.deepEqual(
    sheets.flatMap((sheet) => [...sheet.elements]).filter((name) => name === 'f'),
    [],
  );
});

test('words that stand under others are moved to the right, as deep as they stand', async () => {
  const depths = [0, 1, 2, 99];
  const rows: Cell[][] = depths.map((_, row) => [
    '1',
    { value: `Code ${row}`, to: { sheet: 0, row: 0, column: 0 } },
    row,
  ]);
  const deep: Sheet = {
    name: 'Codes',
    headerRows: 1,
    indent: { column: 1, depths },
    rows: [['Id', 'Name', 'References'], ...rows],
  };
  const flat: Sheet = { ...deep, indent: { column: 0, depths }, headerColumns: 1 };
  const { sheets } = await readXlsx((await toXlsx({ title: 'Codes', sheets: [deep, flat] })).bytes);
  const moved = sheets.map(({ indents }) => [...indents]);
  assert.deepEqual(moved, [
    [
      ['B3', 1],
      ['B4', 2],
      ['B5', 15],
    ],
    [
      ['A3', 1],
      ['A4', 2],
      ['A5', 15],
    ],
  ]);
  assert.deepEqual(sheets[1]?.bold, ['A1', 'B1', 'C1', 'A2', 'A3', 'A4', 'A5']);
  assert.equal(sheets[0]?.links.length, 4);
});

test('a number opens its first quote; headings are bold, frozen and repeated in print', async () => {
  const file = await readXlsx((await toXlsx(workbook)).bytes);
  const [first, second, third] = file.sheets;
  assert.deepEqual(
    file.sheets.map((sheet) => sheet.name),
    ['Trust before after', 'Quotes', 'Sheet'],
  );
  assert.deepEqual(first?.links, [{ ref: 'B2', location: "'Quotes'!A2" }]);
  assert.deepEqual(first?.pane, {
    xSplit: '1',
    ySplit: '1',
    topLeftCell: 'B2',
    activePane: 'bottomRight',
    state: 'frozen',
  });
  assert.equal(second?.pane?.['topLeftCell'], 'A2');
  assert.equal(third?.pane, undefined);
  assert.deepEqual(first?.bold, ['A1', 'B1', 'C1', 'A2', 'A3']);
  assert.deepEqual(third?.bold, []);
  assert.deepEqual(file.printTitles, [
    "'Trust before after'!$A:$A,'Trust before after'!$1:$1",
    "'Quotes'!$1:$1",
  ]);
  assert.deepEqual(
    file.sheets.map((sheet) => sheet.orientation),
    ['landscape', 'landscape', 'landscape'],
  );
});

test('shares are shown as per cent, other fractions with two decimals, in the cells of numbers only', async () => {
  const rows = [
    ['', 'a', 'b'],
    ['x', 0.25, { value: 0.5, to: { sheet: 0, row: 0, column: 0 } }],
    ['y', null, 'text'],
  ];
  for (const [look, shown] of [
    ['percent', '0.0%'],
    ['fraction', '0.00'],
  ] as const) {
    const sheet = { name: 'Shares', headerRows: 1, headerColumns: 1, look, rows };
    const file = await readXlsx((await toXlsx({ title: 'Shares', sheets: [sheet] })).bytes);
    assert.deepEqual(
      [...must(file.sheets[0], 'a sheet').looks],
      [
        ['B2', shown],
        ['C2', shown],
      ],
    );
  }
  const plain = { name: 'Counts', headerRows: 1, rows };
  const file = await readXlsx((await toXlsx({ title: 'Counts', sheets: [plain] })).bytes);
  assert.deepEqual([...must(file.sheets[0], 'a sheet').looks], []);
});

test('columns are as wide as asked, else as what they hold, Chinese twice as wide', async () => {
  const rows = [['abcdefghij', '一二三四五六七八九十', 'x', 'y'.repeat(500)]];
  const { bytes } = await toXlsx({
    title: '',
    sheets: [{ name: 'W', headerRows: 0, rows, columnWidths: [null, null, 31] }],
  });
  assert.deepEqual((await readXlsx(bytes)).sheets[0]?.widths, [12, 22, 31, 60]);
});

test('the same workbook gives the same bytes, and they name no person', async () => {
  const [first, second] = [await toXlsx(workbook), await toXlsx(structuredClone(workbook))];
  assert.deepEqual(first.bytes, second.bytes);
  const { parts } = await readXlsx(first.bytes);
  const core = must(parts.get('docProps/core.xml'), 'document properties').toString();
  assert.match(core, /<dc:title>Trust &amp; norms<\/dc:title>/);
  assert.doesNotMatch(core, /creator|lastModifiedBy/);
});

test('a text that is too long is cut, marked and reported; half characters never stay', async () => {
  const fits = 'x'.repeat(32_767);
  const rows: Cell[][] = [[fits, `${fits}y`], [`${'x'.repeat(32_765)}🌊🌊`]];
  const { bytes, cut } = await toXlsx({ title: '', sheets: [{ name: 'Long', headerRows: 0, rows }] });
  assert.deepEqual(cut, [
    { sheet: 0, row: 0, column: 1 },
    { sheet: 0, row: 1, column: 0 },
  ]);
  assert.deepEqual((await readXlsx(bytes)).sheets[0]?.rows, [
    [fits, `${'x'.repeat(32_766)}…`],
    [`${'x'.repeat(32_765)}…`],
  ]);
});

test('any text comes back but for what XML cannot hold', async () => {
  const unit = fc.oneof(
    fc.constantFrom(
      '_x000D_',
      '_x0041_x0042_',
      '_',
      '\r\n',
      '\r',
      '\n',
      '\t',
      '\0',
      '\x0B',
      '\uFFFE',
      ']]>',
      '&lt;',
      ' ',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('\uD800', '\uDC00', '信', '🌊'),
  );
  const texts = fc.array(unit, { minLength: 1 }).map((units) => units.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 20 }), async (row) => {
      const { bytes } = await toXlsx({
        title: row.join(''),
        sheets: [{ name: row.join(''), headerRows: 0, rows: [row] }],
      });
      const read = (await readXlsx(bytes)).sheets[0]?.rows[0];
      // Written out on its own: XML 1.0, section 2.2, production [2].
      const held = row.map((text) =>
        Array.from(text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n'))
          .filter((character) => {
            const point = must(character.codePointAt(0), 'a character');
            return point === 9 || point === 10 || (point >= 32 && point !== 0xfffe && point !== 0xffff);
          })
          .join(''),
      );
      assert.deepEqual(read, held);
    }),
    { numRuns: 60 },
  );
});

test('sheet names are valid and differ, whatever was asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('History', 'a', 'A', "'x'", '[:]', '案'.repeat(40)),
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
      async (wanted) => {
        const sheets = wanted.map((name): Sheet => ({ name, headerRows: 0, rows: [] }));
        const names = (await readXlsx((await toXlsx({ title: '', sheets })).bytes)).sheets.map(
          (sheet) => sheet.name,
        );
        assert.equal(new Set(names.map((name) => name.toLowerCase())).size, wanted.length);
        for (const name of names) {
          assert.ok(name.length >= 1 && name.length <= 31, name);
          assert.doesNotMatch(name, /^'|'$|[[\]:*?/\\]|^history$/i);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('a table larger than a worksheet is refused', async () => {
  const wide: Sheet = { name: 'Wide', headerRows: 0, rows: [Array.from({ length: 16_385 }, () => 1)] };
  await assert.rejects(toXlsx({ title: '', sheets: [wide] }), (error) => {
    assert.ok(error instanceof Refused);
    assert.deepEqual(error.refusal, {
      key: 'refused.sheet-too-large',
      values: { sheet: 'Wide', rows: 1, columns: 16_385 },
    });
    return true;
  });
});

test('links stop where spreadsheets stop opening them, numbers do not', async () => {
  const rows = Array.from({ length: 65_540 }, (_, row): Cell[] => [
    { value: row, to: { sheet: 0, row: 0, column: 0 } },
  ]);
  const { sheets } = await readXlsx(
    (await toXlsx({ title: '', sheets: [{ name: 'N', headerRows: 0, rows }] })).bytes,
  );
  assert.equal(sheets[0]?.links.length, 65_530);
  assert.deepEqual(sheets[0]?.rows.at(-1), [65_539]);
});
