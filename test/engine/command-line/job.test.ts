// The main job, typed by a person: from transcripts to a spreadsheet, in English and in Chinese.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ImportOutcome } from '../../../shared/contract/import.ts';
import type { ActEntry } from '../../../shared/contract/project.ts';
import { nothingMade } from '../../../electron/engine/cases/made.ts';
import { chineseInterview, interview, temporaryFolder } from './run.ts';

type ImportedFile = Extract<ImportOutcome, { outcome: 'imported' }>;

interface Matrix {
  readonly rows: readonly { readonly id: string; readonly label: string }[];
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly cells: readonly (readonly (number | null)[])[];
  readonly columnTotals: readonly (number | null)[];
}

interface Frequencies {
  readonly rule: string;
  readonly n: Record<string, number>;
  readonly rows: readonly (Record<string, unknown> & { readonly id: string })[];
}

test('from two transcripts to a spreadsheet', async () => {
  using folder = temporaryFolder();
  const { run, json } = folder;
  folder.write('texts/north-1.txt', interview);
  folder.write('texts/幸福里.txt', chineseInterview);

  const made = await run(['new', 'study', '--framework', 'community-social-capital', '--coder', 'Mei']);
  assert.deepEqual([made.code, made.err], [0, '']);
  assert.match(made.out, /^Made study\.crosscase \(“study”, 67 codes, coder Mei\)\.\n$/);

  const imported = await json<{ files: ImportedFile[] }>(
    'import',
    'study',
    'texts/north-1.txt',
    'texts/幸福里.txt',
  );
  const [first, second] = imported.files;
  assert.deepEqual(
    { ...first, uid: null, speakers: first?.speakers },
    {
      path: 'texts/north-1.txt',
      outcome: 'imported',
      why: null,
      source: 'north-1',
      uid: null,
      number: 1,
      fileName: 'north-1.txt',
      format: 'txt',
      encoding: 'utf-8',
      paragraphs: 4,
      words: 23,
      units: first?.units,
      characters: interview.length,
      speakers: first?.speakers,
      cases: [],
      inNoCase: true,
      labelPattern: null,
      phase: null,
      attributes: {},
      codings: 0,
      made: nothingMade,
      sameTextAs: null,
      unknownInterviewers: [],
      leftOut: { footnotes: 0, endnotes: 0, comments: 0, images: 0 },
    },
  );
  const speakers = second?.speakers.map(({ name, turns, role }) => `${name} ${turns} ${role}`);
  assert.deepEqual(speakers, ['访谈者 2 interviewer', '李阿姨 2 respondent']);
  assert.equal(second?.characters, chineseInterview.length - 1);

  const text = await run(['text', 'study', '--source', '幸福里']);
  assert.equal(text.out, chineseInterview);

  const north = await run(['case', 'study', 'North Street', '--source', '1', '--attribute', 'homes=214']);
  assert.equal(
    north.out,
    'North Street\n  Attributes: homes=214\n  Sources: north-1\n  Made the case “North Street”.\n  Made the attribute “homes”.\n',
  );
  assert.equal((await run(['case', 'study', '幸福里', '--speaker', '李阿姨'])).code, 0);

  const coded = await json(
    'code',
    'study',
    '--source',
    'north-1',
    '--code',
    'T1',
    '--find',
    'look out for each other',
    '--level',
    'strong',
    '--direction',
    '-1',
    '--id',
    'mine-1',
  );
  const start = interview.indexOf('look out');
  assert.deepEqual(coded, {
    outcome: 'added',
    set: [],
    made: nothingMade,
    widened: false,
    id: 'mine-1',
    source: 'north-1',
    code: 'T1',
    codeName: 'Trust among residents',
    start,
    end: start + 'look out for each other'.length,
    quote: 'look out for each other',
    paragraph: 2,
    speaker: 'Ana',
    coder: 'Mei',
  });
  const astral = chineseInterview.indexOf('𠮷');
  const widened = await run([
    'code',
    'study',
    '--source',
    '2',
    '--code',
    'N2',
    '--start',
    `${astral + 1}`,
    '--end',
    `${astral + 3}`,
  ]);
  assert.match(
    widened.out,
    /^Coded: 幸福里 ¶2 · 李阿姨 · N2 Reciprocity · .*\n {2}𠮷祥\n {2}The passage was widened/,
  );

  const counted = await json<Frequencies>('frequencies', 'study');
  assert.equal(counted.rows.length, 67);
  assert.deepEqual(counted.n, { references: 2, sources: 2, cases: 2, speakers: 2 });
  assert.match(counted.rule, /^.*counted once.*\.$/);
  const trust = counted.rows.find((row) => row.id === 'T');
  assert.deepEqual(trust, {
    id: 'T',
    name: 'Trust',
    references: 1,
    own: 0,
    sources: 1,
    cases: 1,
    speakers: 1,
    depth: 1,
    caseShare: { k: 1, n: 2 },
    isUncoded: false,
  });
  const shown = await run(['frequencies', 'study']);
  assert.match(shown.out, /^T {4}Trust {2,}1 {4}0 {2,}1 {6}1 {9}1 {8}1\/2$/m);
  assert.match(shown.out, /^T1 {5}Trust among residents/m);
  assert.match(shown.out, /N: 2 references, 2\s+sources/);

  const question = ['study', '--rows', 'code:1', '--columns', 'case'];
  const matrix = await json<Matrix>('matrix', ...question);
  assert.deepEqual(Object.keys(matrix).toSorted(), [
    'bases',
    'cells',
    'change',
    'changes',
    'columnTotals',
    'columns',
    'dimensions',
    'empty',
    'measure',
    'n',
    'outOfRange',
    'panelDimension',
    'panels',
    'replaced',
    'rowTotals',
    'rows',
    'rule',
    'total',
  ]);
  assert.deepEqual(
    matrix.columns.map(({ label }) => label),
    ['North Street', '幸福里'],
  );
  assert.deepEqual([matrix.rows[0]?.id, matrix.rows[0]?.label], ['T', 'T Trust']);
  assert.deepEqual(matrix.cells.slice(0, 2), [
    [1, 0],
    [0, 1],
  ]);
  assert.deepEqual(matrix.columnTotals, [1, 1]);

  const csv = await run(['matrix', ...question, '--format', 'csv']);
  assert.match(csv.out, /T Trust,1,0,1\r?\n/);
  assert.equal((await run(['matrix', ...question, '--out', 'table.xlsx'])).out, 'Written to table.xlsx.\n');
  assert.equal(readFileSync(join(folder.path, 'table.xlsx')).subarray(0, 2).toString(), 'PK');
  assert.deepEqual(JSON.parse((await run(['matrix', ...question, '--format', 'json'])).out), matrix);
  assert.equal((await run(['matrix', ...question, '--out', 'table.json'])).code, 0);
  assert.deepEqual(JSON.parse(readFileSync(join(folder.path, 'table.json'), 'utf8')), matrix);

  const quotes = await run(['quotes', 'study', '--code', 'T', '--case', 'North Street']);
  assert.match(
    quotes.out,
    /^north-1 ¶2 · North Street · Ana · T1 Trust among residents · level 3 · direction -1 · \[mine-1\]\n {4}look out for each other\n\n/,
  );

  assert.equal((await run(['uncode', 'study', 'mine-1'])).code, 0);
  const undone = await run(['undo', 'study']);
  assert.equal(undone.out, 'Undone: Removed “Trust among residents” from “north-1” ¶2\n');
  const again = await run(['undo', 'study', '--lang', 'zh']);
  assert.equal(again.out, '撤销：为“幸福里”¶2 编码“Reciprocity”\n');
  assert.equal((await run(['redo', 'study'])).code, 0);
  const { acts } = await json<{ acts: (ActEntry & { say: string })[] }>('history', 'study');
  assert.equal(
    acts.at(-1)?.say,
    `Made the project “study” with the codebook “${String(acts.at(-1)?.values['framework'])}”`,
  );
  assert.deepEqual(
    acts.slice(0, 4).map((act) => `${act.coder}: ${act.say} (${act.state})`),
    [
      'Mei: Done again: Coded “幸福里” ¶2 with “Reciprocity” (done)',
      'Mei: Undone: Coded “幸福里” ¶2 with “Reciprocity” (done)',
      'Mei: Undone: Removed “Trust among residents” from “north-1” ¶2 (done)',
      'Mei: Removed “Trust among residents” from “north-1” ¶2 (undone)',
    ],
  );
  assert.match(
    (await run(['history', 'study', '--limit', '1'])).out,
    /^No\..*\n-.*\n +\d+ .* Mei .*Done again: .*\n$/,
  );

  const verified = await json('verify', 'study');
  assert.deepEqual([verified['ok'], verified['faults']], [true, []]);
  const state = String(verified['state']);
  assert.match(state, /^[0-9a-f]{16}$/);
  const page = ['matrix', ...question, '--format', 'csv'];
  assert.ok((await run(page)).out.includes(state));
  assert.ok((await run(['verify', 'study'])).out.includes(`State of the project: ${state}`));
  assert.equal((await run(['undo', 'study'])).code, 0);
  assert.ok(!(await run(page)).out.includes(state));
  assert.notEqual((await json('verify', 'study'))['state'], state);
  const backup = await json<{ file: string }>('backup', 'study', '--out', 'copy.crosscase');
  assert.ok(existsSync(backup.file));
  assert.equal((await run(['verify', 'copy'])).out.slice(0, 12), 'All is well:');
});

test('the same in Chinese, with a codebook of one’s own', async () => {
  using folder = temporaryFolder('zh_CN.UTF-8');
  const { run } = folder;
  folder.write('李家.txt', chineseInterview);
  const made = await run(['new', '社区', '--name', '社区研究', '--coder', '小林']);
  assert.equal(made.out, '已建立 社区.crosscase（“社区研究”，编码 0 个，编码员 小林）。\n');
  assert.match((await run(['codes', '社区'])).out, /^还没有编码/);
  assert.equal((await run(['codes', '社区', '--add', '互助', '--id', 'A'])).out, '已添加编码 A 互助。\n');
  assert.equal((await run(['codes', '社区', '--add', '借用', '--parent', '互助'])).code, 0);
  const imported = await run(['import', '社区', '李家.txt', '--case', '李家']);
  assert.equal(
    imported.out,
    `李家.txt → 1 李家：4 段 · 38 字 · 访谈者（访谈者） 2、李阿姨 2\n  已新建案例“李家”。\n已导入 1 个文件。\n`,
  );
  const coded = await run([
    'code',
    '社区',
    '--source',
    '李家',
    '--code',
    '借用',
    '--find',
    '缺什么就借什么',
    '--level',
    '强',
  ]);
  assert.match(coded.out, /^已编码：李家 ¶2 · 李阿姨 · 借用 · .*\n {2}缺什么就借什么\n$/);
  const counted = await run(['frequencies', '社区']);
  assert.match(counted.out, /^A {5}互助 {9}1 {5}0 /m);
  assert.match(counted.out, /^ {8}借用 {7}1 {5}1 /m);
  assert.match((await run(['matrix', '社区', '--rows', 'code', '--columns', 'level'])).out, /水平 3/);
  const refused = await run(['code', '社区', '--source', '李家', '--code', '借用', '--find', '什么']);
  assert.deepEqual(refused, {
    code: 1,
    out: '',
    err: '“什么”在“李家”中出现 2 次，请用 --nth 指明第几处（从 1 数起）。\n',
  });
  assert.match((await run([])).out, /^Crosscase：/);
  assert.match((await run(['--lang', 'en'])).out, /^Crosscase: /);
});

test('a quote too long for a spreadsheet is said to be cut there; csv and Word hold it whole', async () => {
  using folder = temporaryFolder();
  const { run, json } = folder;
  const long = `Begin ${'on and '.repeat(5000)}end.`;
  folder.write('long.txt', `${long}\nAnd a short line.`);
  await run(['new', 'study', '--framework', 'community-social-capital']);
  await run(['import', 'study', 'long.txt']);
  await run(['code', 'study', '--source', '1', '--code', 'T1', '--start', '0', '--end', String(long.length)]);
  await run(['code', 'study', '--source', '1', '--code', 'T1', '--find', 'a short line']);
  const sheet = await run(['quotes', 'study', '--out', 'q.xlsx']);
  assert.match(
    sheet.out,
    /^Written to q\.xlsx\.\n1 text was longer than a spreadsheet cell holds and was cut/,
  );
  const matrix = ['matrix', 'study', '--rows', 'code:1', '--columns', 'source'];
  assert.equal((await json(...matrix, '--out', 'm.xlsx'))['cut'], 1);
  for (const name of ['q.csv', 'q.docx', 'q.json'])
    assert.equal((await run(['quotes', 'study', '--out', name])).out, `Written to ${name}.\n`);
  assert.equal((await json(...matrix, '--out', 'm.docx'))['format'], 'docx');
  assert.ok(readFileSync(join(folder.path, 'q.csv'), 'utf8').includes(long));
  assert.equal(readFileSync(join(folder.path, 'q.docx')).toString('latin1', 0, 2), 'PK');
});

test('an act belongs to the coder whom it names, and an interviewer whom nobody is called is told', async () => {
  using folder = temporaryFolder();
  const { run, json, write } = folder;
  await run(['new', 'study', '--framework', 'community-social-capital', '--coder', 'Mei']);
  const files = [write('a.txt', interview), write('b.txt', interview)];
  const asked = ['--interviewer', 'Qiong', '--interviewer', 'interviewer'];
  const told = await run(['import', 'study', ...files, ...asked]);
  assert.equal(told.code, 0);
  assert.equal(
    told.err,
    'Nobody in these files is called Qiong; check the name, or mark the interviewer in the window.\n',
  );
  const passage = ['--source', '1', '--start', '0', '--end', '5'];
  for (const [code, coder] of [
    ['T1', 'Bo'],
    ['T2', 'bo'],
  ] as const) {
    await run(['code', 'study', ...passage, '--code', code, '--coder', coder]);
  }
  const { acts } = await json<{ acts: { coder: string; name: string }[] }>('history', 'study');
  assert.deepEqual(
    acts.filter(({ name }) => name === 'codings.add').map(({ coder }) => coder),
    ['Bo', 'Bo'],
  );
});
