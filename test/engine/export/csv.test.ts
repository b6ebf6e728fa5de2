// Csv as a spreadsheet reads it: every value comes back, no text runs as a formula.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import Papa from 'papaparse';
import { toCsv } from '../../../electron/engine/export/csv.ts';
import type { Cell, Sheet } from '../../../shared/export/sheet.ts';

const sheetOf = (rows: readonly (readonly Cell[])[]): Sheet => ({ name: 'Sheet', rows, headerRows: 1 });

test('a table becomes lines that end in CRLF, after a byte order mark when asked for', () => {
  const sheet = sheetOf([
    ['Case', 'Trust', '份额'],
    ['河边社区', { value: 3, to: { sheet: 1, row: 4, column: 0 } }, -0.25],
    ['says "no", twice', null, '第一行\n第二行'],
  ]);
  const lines = 'Case,Trust,份额\r\n河边社区,3,-0.25\r\n"says ""no"", twice",,"第一行\n第二行"\r\n';
  assert.equal(toCsv(sheet, { bom: false }), lines);
  assert.equal(toCsv(sheet, { bom: true }), `\uFEFF${lines}`);
  assert.equal(toCsv(sheetOf([]), { bom: true }), '\uFEFF');
});

test('a text that a spreadsheet would run gets an apostrophe, a number never', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
    assert.deepEqual(readBack(toCsv(sheetOf([[`${start}1+1`]]), { bom: false })), [[`'${start}1+1`]]);
  assert.equal(toCsv(sheetOf([[-1, -0.5, 1e21, 'a=b', '–']]), { bom: false }), '-1,-0.5,1e+21,a=b,–\r\n');
});

test('what is said beneath the table is skipped by readers that know comments, whatever the cells hold', () => {
  const rows = [
    ['Code', 'n'],
    ['#metoo', '1'],
    ['a # b', '2'],
  ];
  const notes = [
    ['Counting rule', 'By code, by case.\nOnly "Ana".'],
    ['References', 3],
  ] as const;
  const csv = toCsv(sheetOf(rows), { bom: false, notes });
  assert.equal(
    csv,
    'Code,n\r\n"#metoo",1\r\n"a # b",2\r\n\r\n# Counting rule,"By code, by case. Only ""Ana""."\r\n# References,3\r\n',
  );
  const read = Papa.parse<string[]>(csv, { comments: '#', skipEmptyLines: true }).data;
  assert.deepEqual(read, rows);
});

test('any text comes back as it was, or behind one apostrophe', () => {
  const texts = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\uFEFF'));
  fc.assert(
    fc.property(fc.array(fc.array(texts, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const read = readBack(toCsv(sheetOf(rows), { bom: false }));
      const guarded = rows.map((row) =>
        row.map((text) => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)),
      );
      assert.deepEqual(read, guarded);
    }),
  );
});

test('a number that is not finite is a mistake of the caller', () => {
  assert.throws(() => toCsv(sheetOf([[Number.NaN]]), { bom: false }), /Not a number/);
});

function readBack(csv: string): string[][] {
  return Papa.parse<string[]>(csv.slice(0, -2), { delimiter: ',', newline: '\r\n' }).data;
}
