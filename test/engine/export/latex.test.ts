// LaTeX compiled as its first lines say: every sign, a wide table and a row that is taller than a page come onto paper.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { toLatex } from '../../../electron/engine/export/latex.ts';
import type { DocumentPart } from '../../../shared/export/document.ts';
import type { Language } from '../../../shared/words/say.ts';
import { aFolder } from '../../helpers/project.ts';

const compiler = 'xelatex';
const isThere = spawnSync(compiler, ['--version']).status === 0;
const skip = isThere ? false : `${compiler} is not installed here`;

const signs = '\\input{x} {}$&#%_^~<>|"`*[a] -- ?` → χ² − █▄ “said” it’s ¶3 × é\n[b] * c';
const words = { en: 'They lent each other ladders.', zh: '大家互相借梯子，每一把都还回来了。' };

function parts(text: string): DocumentPart[] {
  const table = (cell: string, columns: number): DocumentPart => ({
    kind: 'table',
    sheet: {
      name: `${text} ${signs}`,
      headerRows: 1,
      headerColumns: 1,
      rows: [
        ['', ...Array.from({ length: columns - 1 }, (_, n) => `${signs} ${n}`)],
        [signs, ...Array.from({ length: columns - 1 }, () => cell)],
        [` * ${text}`, 1],
      ],
    },
    figure: String,
    note: `${text}\n\n${signs}`,
  });
  return [
    { kind: 'heading', level: 1, text: signs },
    { kind: 'paragraph', text: `${text}\n\n${signs}\n` },
    table(signs, 3),
    table(text, 9),
    table('7', 40),
    table(`${text} ${signs}\n`.repeat(80), 4),
    { kind: 'note', text: signs },
  ];
}

test('a table that is too wide even for a turned page goes on beneath under the same number, as in Word', () => {
  const heads = Array.from({ length: 30 }, (_, n) => `Trust among residents ${n}`);
  const depths = [0, 1];
  const sheet = {
    name: 'Wide',
    headerRows: 1,
    headerColumns: 1,
    indent: { column: 0, depths },
    rows: [
      ['', ...heads],
      ['T Trust', ...heads.map((_, n) => n)],
      ['T1 Among residents', ...heads.map((_, n) => n)],
    ],
  };
  const parts: DocumentPart[] = [
    { kind: 'heading', level: 1, text: 'Tables' },
    { kind: 'table', sheet, figure: String, note: 'The rule' },
    { kind: 'note', text: 'The end' },
  ];
  const latex = toLatex({ title: 'x', language: 'en', parts });
  const tables = latex.split('\\begin{longtable}').slice(1);
  assert.ok(tables.length > 1);
  for (const head of heads) assert.equal(tables.filter((each) => each.includes(`${head} `)).length, 1, head);
  for (const each of tables) {
    assert.match(each, /^T Trust & /m);
    assert.match(each, /^\\leftskip=1em\\relax T1 Among residents & /m);
  }
  assert.deepEqual(latex.match(/\\caption\{|\\addtocounter\{table\}\{-1\}/g), [
    '\\caption{',
    ...tables.slice(1).map(() => '\\addtocounter{table}{-1}'),
  ]);
  assert.equal(latex.match(/The rule/g)?.length, 1);
  // The pages are turned once, with the heading on them and the end upright.
  assert.deepEqual(latex.match(/(?:begin|end)\{landscape\}|\\section|The end/g), [
    'begin{landscape}',
    '\\section',
    'end{landscape}',
    'The end',
  ]);
});

for (const [language, text, needed] of [
  ['en', words.en, '\\usepackage{fontspec}'],
  ['en', words.zh, '\\usepackage[scheme=plain]{ctex}'],
  ['zh', words.zh, '\\usepackage{ctex}'],
] as const satisfies readonly (readonly [Language, string, string])[])
  test(`a document compiles with what its first lines ask for (${language}, ${needed})`, { skip }, (t) => {
    const folder = aFolder(t);
    const latex = toLatex({ title: 'x', language, parts: parts(text) });
    const packages = [...latex.matchAll(/^% (\\usepackage.*)$/gmu)].map(([, line = '']) => line);
    assert.ok(packages.includes(needed), packages.join('\n'));
    const lines = [
      '\\documentclass{article}',
      ...packages,
      '\\begin{document}',
      '\\input{part}',
      '\\end{document}',
    ];
    writeFileSync(join(folder, 'part.tex'), latex);
    writeFileSync(join(folder, 'whole.tex'), lines.join('\n'));
    const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'whole.tex'];
    const { status, stdout } = spawnSync(compiler, options, { cwd: folder, encoding: 'utf8' });
    const said = stdout.split('\n').filter((line) => /^!|Missing character|Float too large/.test(line));
    assert.deepEqual([status, said], [0, []], stdout.slice(-2000));
    assert.equal(readFileSync(join(folder, 'whole.pdf')).subarray(0, 5).toString(), '%PDF-');
  });
