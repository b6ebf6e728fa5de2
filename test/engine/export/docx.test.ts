// Word documents, read back with a zip and an XML reader of others: the table between its lines, passages under codes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createEngine } from '../../../electron/engine/engine.ts';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import type { Leaving } from '../../../electron/engine/export/provenance.ts';
import { toDocx } from '../../../electron/engine/export/docx.ts';
import { exportMatrix } from '../../../electron/engine/export/matrix-table.ts';
import { exportFrequencies, exportQuotes } from '../../../electron/engine/export/tables.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import { matrix } from '../../../electron/engine/matrices/matrix.ts';
import type { Project } from '../../../electron/engine/project/open.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { Readable } from '../../../electron/engine/store/connection.ts';
import { must } from '../../../shared/must.ts';
import type { Language } from '../../../shared/words/say.ts';
import { leaving } from '../../helpers/leaving.ts';
import { aCoding, act, addText, aFolder, aProject, type Ending } from '../../helpers/project.ts';
import { elementsOf, named, unzip, type Element } from './read-xlsx.ts';

const TALK = [
  'Interviewer: How is the yard?',
  'Ms Lin: We trust the club.\nIt kept the keys.',
  'Mr Ma: 大家都信任他。',
  'Ms Lin: Nobody < locks & bars.',
  'Mr Ma: Never did.',
  'Interviewer: Since when?',
].join('\n');

const everything = { filters: [], overlap: 'split' as const, coders: null };

/** Two sources of two cases with a few codings. */
function study(t: Ending, language: Language = 'en'): Project {
  const project = aProject(t, { language });
  addText(project, 'Lin', TALK, { case: 'East', phase: 'before' });
  addText(project, 'Ma', TALK, { case: 'West' });
  const code = (source: string, name: string, find: string): void => {
    const passage = { find, nth: 1 };
    act(project, 'codings.add', (db) => addCoding(db, aCoding({ source, code: name, passage })));
  };
  code('Lin', 'T1', 'We trust the club.\nIt kept the keys.');
  code('Ma', 'T1', '大家都信任他。');
  code('Lin', 'N2', 'Nobody < locks & bars.');
  return project;
}

async function read(bytes: Uint8Array) {
  const parts = await unzip(bytes);
  const part = (path: string): Element[] => elementsOf(must(parts.get(path), path).toString());
  const body = part('word/document.xml');
  const rows: { cells: string[]; head: boolean }[] = [];
  for (const { name, text } of body) {
    if (name === 'w:tr') rows.push({ cells: [], head: false });
    if (name === 'w:tc') must(rows.at(-1), 'a row').cells.push(text);
    if (name === 'w:tblHeader') must(rows.at(-1), 'a row').head = true;
  }
  return { part, body, rows, paragraphs: named(body, 'w:p').map(({ text }) => text) };
}

const attribute = (elements: readonly Element[], name: string, key: string) =>
  named(elements, name).map(({ at }) => at[key]);

async function exported(
  t: Ending,
  db: Readable,
  write: (target: Leaving & { readonly file: string; readonly format: 'docx' }) => Promise<unknown>,
) {
  const path = join(aFolder(t), 'out.docx');
  await write({ file: path, ...leaving(db, path), format: 'docx' });
  return read(readFileSync(path));
}

const byCase: Input<'matrices.table'> = {
  ...everything,
  rows: ['code'],
  columns: ['case'],
  measure: 'references',
  near: null,
};

test('a matrix is a native table with caption, repeated head, the numbers of the answer and the rule beneath', async (t) => {
  const { db } = study(t);
  const corpus = keepCorpus(db).current();
  const answer = matrix(db, corpus, byCase);
  const document = await exported(t, db, (to) =>
    exportMatrix(db, corpus, { ...to, language: 'en', question: byCase }),
  );
  const [head, ...rows] = document.rows;
  assert.deepEqual(head, { cells: ['', 'East', 'West', 'Total'], head: true });
  assert.ok(rows.every((row) => !row.head));
  assert.deepEqual(
    rows.slice(0, -1).map(({ cells }) => cells.slice(1, 3).map(Number)),
    answer.cells,
  );
  assert.deepEqual(rows.at(-1)?.cells, ['Total', '2', '1', '3']);
  assert.deepEqual(attribute(document.body, 'w:fldSimple', 'w:instr'), ['SEQ Table \\* ARABIC']);
  assert.equal(document.paragraphs[0], 'Table 1. References by code × case');
  const note = must(document.paragraphs.at(-1), 'a note');
  assert.match(
    note,
    /^Note\. By code and case\. .* N: 3 references, 2 sources, 2 cases, 4 speakers.* Made with Crosscase on/s,
  );
  assert.deepEqual(attribute(document.body, 'w:pgSz', 'w:orient'), ['portrait']);
  assert.equal(named(document.body, 'w:i').length, 0);
  const indented = attribute(document.body, 'w:ind', 'w:left').map(Number);
  const names = document.rows.map(({ cells }) => cells[0] ?? '');
  const deep = (name: RegExp): number | undefined => indented[names.findIndex((each) => name.test(each)) * 4];
  assert.deepEqual([deep(/^N /), deep(/^N2 /), deep(/^T1 /)], [0, 180, 180]);
});

test('the table stands between three lines without verticals, and fonts are named for both scripts', async (t) => {
  const { db } = study(t, 'zh');
  const document = await exported(t, db, (to) =>
    exportMatrix(db, keepCorpus(db).current(), { ...to, language: 'zh', question: byCase }),
  );
  const start = document.body.findIndex(({ name }) => name === 'w:tblBorders');
  const borders = document.body
    .slice(start + 1, start + 7)
    .map(({ name, at }) => [name, at['w:val'], at['w:sz']]);
  assert.deepEqual(
    borders.map(([name, style, size]) => [name, style === 'none' ? 'none' : size]),
    [
      ['w:top', '12'],
      ['w:left', 'none'],
      ['w:bottom', '12'],
      ['w:right', 'none'],
      ['w:insideH', 'none'],
      ['w:insideV', 'none'],
    ],
  );
  const cells = document.body.flatMap(({ name }, i) =>
    name === 'w:tcBorders' ? [[document.body[i + 1]?.name, document.body[i + 1]?.at['w:sz']]] : [],
  );
  assert.deepEqual(
    cells,
    Array.from({ length: 4 }, () => ['w:bottom', '6']),
  );
  assert.match(must(document.paragraphs[0], 'a caption'), /^表 1\u3000参考点数（按编码 × 案例）$/);
  assert.match(must(document.paragraphs.at(-1), 'a note'), /^注：/);
  const fonts = named(document.part('word/styles.xml'), 'w:rFonts')[0]?.at;
  assert.equal(fonts?.['w:ascii'], 'Times New Roman');
  assert.equal(fonts?.['w:eastAsia'], 'SimSun');
});

test('shares read as per cent, their n once where it is one; an undefined number is an empty cell', async (t) => {
  const { db } = study(t);
  const question = { ...byCase, rows: ['case'], columns: ['phase'], measure: 'case-share' as const };
  const corpus = keepCorpus(db).current();
  const answer = matrix(db, corpus, question);
  const document = await exported(t, db, (to) =>
    exportMatrix(db, corpus, {
      ...to,
      language: 'en',
      question,
    }),
  );
  const shown = document.rows.slice(1, -1).map(({ cells }) => cells.slice(1, -1));
  const isOne = new Set(answer.bases.flat()).size === 1;
  assert.deepEqual(
    shown,
    answer.cells.map((cells, r) =>
      cells.map((value, c) =>
        value === null ? '' : `${(value * 100).toFixed(1)}%${isOne ? '' : ` (n=${answer.bases[r]?.[c]})`}`,
      ),
    ),
  );
  assert.ok(shown.flat().some((text) => text.startsWith('100.0%')));
});

test('more than six columns turn the page; those that do not fit on it stand beneath, under the same heads and number', async () => {
  const wide = (columns: number) => {
    const row = Array.from({ length: columns }, (_, i) => i);
    const sheet = { name: 'Wide', headerRows: 1, headerColumns: 1, rows: [row.map((i) => `c${i}`), row] };
    return toDocx({ title: 'Wide', language: 'en', parts: [{ kind: 'table', sheet, figure: String }] });
  };
  const size = async (columns: number) => {
    const { body } = await read(await wide(columns));
    const { at } = must(named(body, 'w:pgSz')[0], 'a page');
    const grid = attribute(body, 'w:gridCol', 'w:w').map(Number);
    assert.equal(grid.length, columns);
    assert.ok(grid.reduce((sum, width) => sum + width, 0) <= Number(at['w:w']) - 2 * 1440);
    return [at['w:orient'], at['w:w'], at['w:h']];
  };
  assert.deepEqual(await size(6), ['portrait', '11906', '16838']);
  assert.deepEqual(await size(7), ['landscape', '16838', '11906']);
  const { rows, body, paragraphs } = await read(await wide(64));
  const heads = rows.filter(({ head }) => head).map(({ cells }) => cells);
  assert.ok(heads.length > 1 && heads.every((cells) => cells[0] === 'c0'));
  assert.deepEqual(
    heads.flatMap((cells) => cells.slice(1)),
    Array.from({ length: 63 }, (_, i) => `c${i + 1}`),
  );
  assert.deepEqual(
    rows.filter(({ head }) => !head).flatMap(({ cells }) => cells.slice(1).map(Number)),
    Array.from({ length: 63 }, (_, i) => i + 1),
  );
  assert.deepEqual(
    [...new Set(attribute(body, 'w:fldSimple', 'w:instr'))],
    ['SEQ Table \\* ARABIC', 'SEQ Table \\c \\* ARABIC'],
  );
  assert.equal(
    paragraphs.filter((text) => /^Table 1[.] Wide \(continued\)$/.test(text)).length,
    heads.length - 1,
  );
});

test('frequencies keep their columns', async (t) => {
  const { db } = study(t);
  const question = { ...everything, by: 'case' as const };
  const { rows } = await exported(t, db, (to) =>
    exportFrequencies(db, keepCorpus(db).current(), { ...to, language: 'en', question }),
  );
  assert.deepEqual(
    rows.map(({ cells }) => cells),
    [
      ['Name', 'References', 'Sources', 'Cases', 'of cases', 'Speakers'],
      ['East', '2', '1', '1', '1', '1'],
      ['West', '1', '1', '1', '1', '1'],
    ],
  );
});

test('the calls write documents where they are asked for them', async (t) => {
  const project = study(t);
  const engine = createEngine();
  t.after(() => engine.close());
  const { files } = engine;
  await engine.call('project.open', { file: files.grant(project.connection.path), access: 'read' });
  const folder = aFolder(t);
  const to = (name: string) =>
    ({ file: files.grant(join(folder, name)), format: 'docx', language: 'en' }) as const;
  const question = { ...everything, limit: null };
  const written = [
    await engine.call('export.table', { ...to('table.docx'), question: byCase }),
    await engine.call('export.frequencies', { ...to('codes.docx'), question: { ...everything, by: 'code' } }),
    await engine.call('export.quotes', { ...to('quotes.docx'), question }),
  ];
  for (const [index, name] of ['table.docx', 'codes.docx', 'quotes.docx'].entries()) {
    const bytes = readFileSync(join(folder, name));
    assert.deepEqual(written[index], { bytes: bytes.length, text: null, cut: 0, replaced: null });
    assert.equal((await read(bytes)).rows.length > 0, name !== 'quotes.docx');
  }
});

test('quotes stand under their codes in the order of the codebook, each with its place, in upright type', async (t) => {
  for (const language of ['en', 'zh'] as const) {
    const { db } = study(t, language);
    const question = { ...everything, limit: null };
    const document = await exported(t, db, (to) =>
      exportQuotes(db, keepCorpus(db).current(), { ...to, language, question }),
    );
    const trust =
      language === 'en' ? 'T1 Trust among residents (2 references)' : 'T1 居民间信任（2 个参考点）';
    const [title, first, ...rest] = document.paragraphs;
    assert.deepEqual([title, first], [language === 'en' ? 'Quotes' : '引文', trust]);
    const quotes =
      language === 'en'
        ? [
            '“We trust the club.It kept the keys.” (Lin, turn 2, ¶2, Ms Lin (East), East, Before)',
            '“大家都信任他。” (Ma, turn 3, ¶4, Mr Ma (West), West)',
          ]
        : [
            '“We trust the club.It kept the keys.”（Lin，话轮 2，¶2，Ms Lin (East)，East，之前）',
            '“大家都信任他。”（Ma，话轮 3，¶4，Mr Ma (West)，West）',
          ];
    assert.deepEqual(rest.slice(0, 2), quotes);
    assert.match(must(rest[2], 'the next code'), /^N2 /);
    assert.match(must(rest[3], 'its passage'), /^“Nobody < locks & bars\.”/);
    assert.equal(named(document.body, 'w:br').length, 1, 'the line break of the passage');
    assert.deepEqual(attribute(document.body, 'w:pStyle', 'w:val'), ['Heading1', 'Heading2', 'Heading2']);
    assert.equal(named(document.body, 'w:i').length, 0);
  }
});

test('the properties name the title and no person, and characters that XML lacks do no harm', async () => {
  const text = 'a\u0000b\u000Bc\uFFFEd\tend 𠮷 😀';
  const bytes = await toDocx({ title: text, language: 'zh', parts: [{ kind: 'paragraph', text }] });
  const { part, paragraphs } = await read(bytes);
  assert.equal(paragraphs[0]?.replaceAll('\t', ''), 'a\uFFFDb\uFFFDc\uFFFDdend 𠮷 😀');
  const core = part('docProps/core.xml');
  assert.deepEqual(
    ['dc:creator', 'cp:lastModifiedBy', 'dc:title'].map((name) => named(core, name)[0]?.text),
    ['Crosscase', 'Crosscase', 'a\uFFFDb\uFFFDc\uFFFDd\tend 𠮷 😀'],
  );
});
