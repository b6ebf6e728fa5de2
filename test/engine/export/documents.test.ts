// Tables as LaTeX, Markdown and HTML: whatever the texts hold, it is printed and nothing of it becomes a sign of the format.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { toHtml } from '../../../electron/engine/export/html.ts';
import { toLatex } from '../../../electron/engine/export/latex.ts';
import { toMarkdown } from '../../../electron/engine/export/markdown.ts';
import { tableShape, type PrintedDocument, type TablePart } from '../../../shared/export/document.ts';
import { must } from '../../../shared/must.ts';

const signs = '\\{}$&#%_^~<>|"`\'*[]!?-+=@/().:;,\n\t\u0000\u001b 信任→χ█▄−\u2003';
const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom(...Array.from(signs)), fc.constantFrom('a', 'Z', '7')),
  maxLength: 14,
});
const aText = fc.oneof(
  anyText,
  fc.constantFrom(
    '\\input{/etc/passwd}',
    '<script>alert(1)</script>',
    '% note',
    '[1] x',
    '* y',
    '--',
    '| a |',
    '===',
    '1. z',
  ),
);

const anyTable = fc
  .integer({ min: 1, max: 8 })
  .chain((columns) =>
    fc.array(fc.array(aText, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 5 }),
  );

function aDocument(rows: readonly (readonly string[])[], text: string): PrintedDocument {
  const table: TablePart = {
    kind: 'table',
    sheet: { name: text, headerRows: 1, headerColumns: 1, rows },
    figure: String,
    note: text,
  };
  const parts = [{ kind: 'heading', level: 1, text } as const, { kind: 'paragraph', text } as const, table];
  return { title: text, language: 'en', parts };
}

/** What a reader sees of a text: without control characters, its blanks as one. */
const seen = (text: string): string =>
  text
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

test('LaTeX: braces and environments are closed, every row has all its columns, no command stands in a text', () => {
  fc.assert(
    fc.property(anyTable, aText, (rows, text) => {
      const latex = toLatex(aDocument(rows, text));
      // Our own commands, and nothing else, are commands.
      const commands = new Set(latex.match(/\\[a-zA-Z]+/g));
      for (const command of commands) assert.ok(ours.has(command), `${command}: ${latex}`);
      const bare = latex
        .replace(/^%.*$/gm, '')
        .replace(/\\[^a-zA-Z]/g, (sign) => (sign === '\\\\' ? sign : 'x'));
      let depth = 0;
      for (const sign of bare.replaceAll('\\\\', '')) {
        if (sign === '{') depth += 1;
        if (sign === '}') depth -= 1;
        assert.ok(depth >= 0, latex);
      }
      assert.equal(depth, 0, latex);
      assert.ok(!/[%#$_^~]/.test(bare), latex);
      const open: string[] = [];
      for (const [, sign, name = ''] of latex.matchAll(/\\(begin|end)\{(\w+)\}/g))
        if (sign === 'begin') open.push(name);
        else assert.equal(open.pop(), name, latex);
      assert.deepEqual(open, []);
      // A table that is too wide goes on with other columns beneath.
      let columns = 1;
      for (const [, body = ''] of bare.matchAll(/\\endlastfoot\n([^]*?)\\end\{longtable\}/g)) {
        const lines = body.split('\\\\\n').filter((line) => line !== '');
        assert.equal(lines.length, rows.length - 1);
        const own = must(lines[0], 'a line').split('&').length;
        columns += own - 1;
        for (const line of lines) {
          assert.equal(line.split('&').length, own, line);
          assert.ok(!/^\s*[[*]/.test(line), line);
        }
      }
      assert.equal(columns, rows[0]?.length, latex);
    }),
    { numRuns: 300 },
  );
});

const ours = new Set(
  (
    'input usepackage section begin end caption toprule midrule bottomrule endfirsthead endhead endfoot endlastfoot ' +
    'addlinespace multicolumn linewidth footnotesize raggedright raggedleft arraybackslash dimexpr tabcolsep relax newline ' +
    'textbackslash textasciicircum textasciitilde textless textgreater textbar textquotedbl textasciigrave ' +
    'ensuremath rightarrow chi hspace rule setlength addtocounter'
  )
    .split(' ')
    .map((name) => `\\${name}`),
);

test('Markdown: every row has all its columns, and its cells read as the texts do', () => {
  const unescaped = (text: string): string =>
    text
      .replaceAll('<br>', ' ')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replaceAll('&amp;', '&');
  fc.assert(
    fc.property(anyTable, aText, (rows, text) => {
      const markdown = toMarkdown(aDocument(rows, text));
      const lines = markdown.split('\n').filter((line) => line.startsWith('| '));
      assert.equal(lines.length, rows.length + 1);
      const shown = lines.map((line) =>
        [...line.slice(1, -1).matchAll(/((?:\\[^]|[^\\|])*)(?:\||$)/g)]
          .map(([, cell = '']) => seen(unescaped(cell)))
          .slice(0, rows[0]?.length),
      );
      assert.deepEqual(
        [shown[0], ...shown.slice(2)],
        rows.map((row) => row.map((cell) => seen(cell.split('\n').map(seen).join(' ')))),
      );
      assert.ok(!/(?<!\\)<(?!br>)/.test(markdown), markdown);
    }),
    { numRuns: 300 },
  );
});

test('HTML: one whole page without scripts or addresses, whose cells read as the texts do', () => {
  fc.assert(
    fc.property(anyTable, aText, (rows, text) => {
      const html = toHtml(aDocument(rows, text));
      const cells: string[] = [];
      const names = new Set<string>();
      const parser = new SaxesParser({ fragment: false });
      let isOpen = false;
      parser.on('opentag', ({ name }) => {
        names.add(name);
        if (name === 'br' && isOpen) cells.push(`${cells.pop() ?? ''} `);
        if (name !== 'td' && name !== 'th') return;
        cells.push('');
        isOpen = true;
      });
      parser.on('closetag', ({ name }) => {
        if (name === 'td' || name === 'th') isOpen = false;
      });
      parser.on('text', (part) => {
        if (isOpen) cells.push((cells.pop() ?? '') + part);
      });
      parser.on('error', (error) => {
        throw error;
      });
      // The tags that HTML leaves open, closed for a reader of XML.
      parser.write(html.replace('<!doctype html>\n', '').replace(/<(meta [^>]*|br)>/g, '<$1/>')).close();
      assert.deepEqual(cells.map(seen), rows.flat().map(seen));
      for (const name of ['script', 'img', 'link', 'iframe', 'object']) assert.ok(!names.has(name), name);
    }),
    { numRuns: 300 },
  );
});

test('a table of more rows than a call takes arguments is printed whole', () => {
  const rows = Array.from({ length: 200_000 }, (_, row) => [`said ${row}`, row]);
  const sheet = { name: 'Quotes', headerRows: 1, rows: [['quote', 'n'], ...rows] };
  const printed = {
    title: 'Quotes',
    language: 'en',
    parts: [{ kind: 'table', sheet, figure: String }],
  } as const;
  const text = toMarkdown(printed);
  assert.ok(text.includes('said 0') && text.includes('said 199999'));
});

test('where all words of a table fit side by side on its page, each column is as wide as its longest word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'W', '7'), minLength: 1, maxLength: 12 });
  const cell = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
  const rows = fc
    .integer({ min: 1, max: 6 })
    .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 4 }));
  fc.assert(
    fc.property(rows, (texts) => {
      const sheet = { name: '', headerRows: 1, rows: texts };
      const { shares, isWide } = tableShape({ kind: 'table', sheet, figure: String });
      assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
      const across = isWide ? 145 : 95;
      for (const [column, share] of shares.entries())
        for (const row of texts)
          for (const each of must(row[column], 'a cell').split(' ')) assert.ok(share * across >= each.length);
    }),
  );
});
