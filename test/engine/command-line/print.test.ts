// Text for a terminal: widths, cutting, wrapping, aligned tables.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cut, displayWidth, table, wrap, type Column } from '../../../electron/engine/command-line/print.ts';

test('a width is that of a terminal', () => {
  const widths: readonly (readonly [string, number])[] = [
    ['', 0],
    ['Trust', 5],
    ['信任', 4],
    ['“信任”，T2', 10],
    ['ｶﾅ', 2],
    ['カナ', 4],
    ['신뢰', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['👍', 2],
    ['👨‍👩‍👧', 2],
    ['𠮷', 2],
    ['ＡＢ', 4],
    ['a\u200bb', 2],
    ['—…·', 3],
  ];
  for (const [text, width] of widths) assert.equal(displayWidth(text), width, JSON.stringify(text));
});

const words = fc.array(
  fc.constantFrom(
    'a',
    'trust',
    '信任',
    '，',
    '（',
    '“',
    '”',
    ' ',
    '  ',
    'e\u0301',
    '👨‍👩‍👧',
    'x'.repeat(9),
    '𠮷',
    '。',
  ),
  { maxLength: 40 },
);

test('cut text fits, and is a beginning of the text', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 30 }), (parts, width) => {
      const text = parts.join('');
      const short = cut(text, width);
      if (displayWidth(text) <= width) return short === text;
      return short.endsWith('…') && displayWidth(short) <= width && text.startsWith(short.slice(0, -1));
    }),
  );
});

test('wrapped text loses nothing but blanks and keeps to the width wherever it can be broken', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 40 }), (parts, width) => {
      const text = parts.join('');
      const lines = wrap(text, width);
      assert.equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
      for (const line of lines) {
        const unbreakable = !/[\p{Script=Han}\s]/u.test(line.slice(1)) || /[“（，。”]{3}/u.test(line);
        assert.ok(displayWidth(line) <= width || unbreakable, JSON.stringify({ line, width }));
      }
    }),
  );
});

test('a wrapped line of Chinese neither begins with a closing mark nor ends with an opening one', () => {
  const text =
    '居民说：“我们互相照应。”（见第三页）组织者也这样认为，而且举了例子。度量：words、share、own-share、jaccard。只看：T1。';
  for (let width = 8; width < 40; width++) {
    for (const line of wrap(text, width)) {
      assert.doesNotMatch(line, /^[，。”）：、]|[“（]$/u, `${width}: ${line}`);
      assert.ok(displayWidth(line) <= Math.max(width, 'own-share'.length) + 2, `${width}: ${line}`);
    }
  }
});

const columns: readonly Column[] = [
  { head: 'Code', align: 'left' },
  { head: '案例', align: 'left' },
  { head: 'n', align: 'right' },
];

test('columns are aligned whatever the script', () => {
  const shown = table(
    columns,
    [
      ['信任', 'North', '1'],
      ['  Ties', '幸福里', '20'],
    ],
    null,
  );
  assert.equal(
    shown,
    ['Code    案例     n', '------  ------  --', '信任    North    1', '  Ties  幸福里  20', ''].join('\n'),
  );
});

test('without a screen nothing is cut; on a screen no line is wider than it and no number is lost', () => {
  const cell = words.map((parts) => parts.join(''));
  const rows = fc.array(fc.tuple(cell, cell, fc.integer({ min: 0, max: 99_999 }).map(String)), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(rows, fc.integer({ min: 40, max: 120 }), (rows, screen) => {
      const whole = table(columns, rows, null);
      for (const row of rows)
        for (const cell of row) assert.ok(flat(whole).includes(flat(cell)), JSON.stringify(cell));
      const fitted = table(columns, rows, screen);
      for (const line of fitted.split('\n')) assert.ok(displayWidth(line) <= screen, line);
      for (const [, , number] of rows) assert.match(fitted, new RegExp(`(?<!\\d)${number}$`, 'm'));
    }),
  );
});

test('columns that do not fit follow below, each block beginning with the first column', () => {
  const many = Array.from({ length: 12 }, (_, i) => ({ head: `Case ${i}`, align: 'right' as const }));
  const shown = table(
    [{ head: 'Code', align: 'left' }, ...many],
    [['Trust', ...many.map((_, i) => String(i * 1000))]],
    40,
  );
  assert.equal(shown.match(/^Trust /gm)?.length, 3);
  for (let i = 0; i < 12; i++) assert.match(shown, new RegExp(`\\b${i * 1000}\\b`));
  for (const line of shown.split('\n')) assert.ok(displayWidth(line) <= 40, line);
});

function flat(text: string): string {
  return text.replace(/\s/g, '');
}

test('a table may have as many rows as there are quotes', () => {
  const rows = Array.from({ length: 200_000 }, (_, n) => [String(n)]);
  const lines = table([{ head: 'n', align: 'right' }], rows, 80).split('\n');
  assert.deepEqual([lines.length, lines.at(-2)], [200_003, '199999']);
});
