// No name that has a pseudonym leaves: every kind of export in every format is read through for the names themselves.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import type { AxisEntry } from '../../../shared/contract/matrices.ts';
import { must } from '../../../shared/must.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import { documentFormats, tableFormats, type TableFormat } from '../../../shared/export/formats.ts';
import type { Language } from '../../../shared/words/say.ts';
import { aCoding, act, addText, aFolder, aProject, refusedWith, type Ending } from '../../helpers/project.ts';
import { unzip } from './read-xlsx.ts';

const TALK = [
  'Interviewer: How is the yard?',
  'Ms Lin: We trust Harbour Row. LIN means us, and Lin’s key.',
  '林芳: 小林芳说大家都信任港湾里的人。',
  'Ms Lin: Nobody in harbour-row locks.',
].join('\n');

const names = {
  'Ms Lin': 'Ms Berg',
  Lin: 'Berg',
  林芳: '白梅',
  'Harbour Row': 'River Road',
  港湾里: '河街',
  Ada: 'Coder 1',
};
const real = /\b(?:ms )?lin\b|林芳|harbour.row|港湾里|\bada\b/iu;

/** A project in which the names stand in texts, cases, sources, attributes, memos, codes and matrices. */
async function aStudy(t: Ending): Promise<Engine> {
  const project = aProject(t);
  addText(project, 'harbour-row 1', TALK, { case: 'Harbour Row', phase: 'before' });
  addText(project, 'Lin 2', TALK, { case: '港湾里', phase: 'after' });
  for (const [source, find] of [
    ['harbour-row 1', 'We trust Harbour Row. LIN means us, and Lin’s key.'],
    ['Lin 2', '小林芳说大家都信任港湾里的人。'],
    ['Lin 2', 'Nobody in harbour-row locks.'],
  ] as const)
    act(project, 'codings.add', (db) =>
      addCoding(db, aCoding({ source, code: 'T1', passage: { find, nth: 1 }, memo: 'Lin smiles at 林芳.' })),
    );
  project.close();
  const engine = createEngine();
  t.after(() => void engine.close());
  await engine.call('project.open', { file: engine.files.grant(project.connection.path), access: 'write' });
  await engine.call('codes.add', { name: 'Lin’s own words', parent: null, shortId: null, definition: null });
  const description = 'What 林芳 meant.';
  await engine.call('matrices.save', {
    name: 'Lin by street',
    description,
    question: byCase,
    display: 'table',
  });
  const ofMatrix = { name: 'Lin in words', description, question: ofCodes, display: 'table' };
  const { uid: matrix } = await engine.call('matrices.save', ofMatrix);
  const { rows, columns } = await engine.call('matrices.table', ofCodes);
  const summary = [[{ text: 'Ms Lin trusts Harbour Row.' }]];
  await engine.call('cells.summarise', { matrix, row: idsOf(rows[0]), column: idsOf(columns[0]), summary });
  const attributes = [
    { name: 'Head', value: 'Ms Lin' },
    { name: 'Open', value: 'yes' },
  ];
  for (const name of ['Harbour Row', '港湾里'])
    await engine.call('cases.set', { name, attributes, sources: [], speakers: [] });
  return engine;
}

const question = { filters: [], overlap: 'split' as const, coders: null };
const byCase: Input<'matrices.table'> = {
  ...question,
  filters: [{ dimension: 'case', value: 'Harbour Row' }],
  rows: ['code', 'speaker'],
  columns: ['case', 'source'],
  measure: 'references',
  near: null,
};

const idsOf = (entry: AxisEntry | undefined): string[] => [...must(entry, 'a heading').ids];

const ofCodes = { ...byCase, filters: [], rows: ['code'], columns: ['case'] };

const portrait = { sources: null, codes: null, level: null, scale: 'text' as const, most: 100 };
const reports: readonly ReportInput[] = [
  { kind: 'crosstab', ...question, attribute: 'Head', level: null },
  { kind: 'relations', ...question, rows: ['T'], columns: ['T'], type: null, near: 'overlap', claims: null },
  { kind: 'levels', ...question },
  { kind: 'portrait', ...question, ...portrait },
  { kind: 'saturation', ...question, level: null, base: 1, run: 1, threshold: 0, heldBack: 0, order: null },
  { kind: 'coverage', ...question, most: 100 },
  { kind: 'tracing', ...question, hypotheses: ['T1'], exclusive: false, order: null },
  { kind: 'code-trend', ...question, codes: null, over: 'source', order: null, measure: 'references' },
  {
    kind: 'word-trend',
    ...question,
    words: ['trust', 'Lin', '林芳', 'Harbour Row', 'harb*'],
    over: 'case',
    order: null,
    measure: 'rate',
    most: null,
  },
  { kind: 'truth-table', ...question, conditions: ['code:T1'], outcome: 'case:Open', cutoff: 1 },
];

test('every export has pseudonyms as soon as there is one, says so, and none of the names; on wish it has the names', async (t) => {
  const engine = await aStudy(t);
  const folder = aFolder(t);
  const pseudonyms = Object.entries(names).map(([name, pseudonym]) => ({ name, pseudonym }));
  await engine.call('pseudonyms.set', { pseudonyms });
  let n = 0;
  const exported = async (
    format: TableFormat,
    write: (file: string) => Promise<{ readonly replaced: number | null }>,
  ) => {
    const path = join(folder, `${++n}.${format}`);
    const { replaced } = await write(engine.files.grant(path));
    const bytes = readFileSync(path);
    const parts = format === 'xlsx' || format === 'docx' ? [...(await unzip(bytes)).values()] : [bytes];
    return {
      text: parts
        .map(String)
        .join('\n')
        .replaceAll(/<[^>]*>/g, ' '),
      replaced,
    };
  };
  type Written = Promise<{ readonly replaced: number | null }>;
  const isClean = async (
    kind: string,
    format: TableFormat,
    language: Language,
    write: (file: string) => Written,
  ) => {
    const { text, replaced } = await exported(format, write);
    assert.doesNotMatch(text, real, `${kind} ${format} ${language}: ${real.exec(text)?.[0] ?? ''}`);
    const said = language === 'en' ? /replaced by pseudonyms \(\d+/ : /化名代替（\d+/;
    if (format !== 'tidy') assert.match(text, said, `${kind} ${format}`);
    assert.ok(kind === 'relations' || (replaced ?? 0) > 0, `${kind} ${format}`);
  };
  const call = engine.call.bind(engine);
  const { matrices } = await call('matrices.list', {});
  const written = { ...ofCodes, matrix: matrices.find(({ name }) => name === 'Lin in words')?.uid };
  const at = new Date().toISOString();
  for (const language of ['en', 'zh'] as const) {
    type To = { readonly file: string; readonly format: TableFormat; readonly language: Language };
    const kinds: readonly (readonly [string, (to: To) => Written])[] = [
      ['table', (to) => call('export.table', { ...to, appendix: true, question: byCase })],
      ['words', (to) => call('export.table', { ...to, cells: 'words', question: written })],
      ['past', (to) => call('export.table', { ...to, question: { ...byCase, at } })],
      ['speakers', (to) => call('export.frequencies', { ...to, question: { ...question, by: 'speaker' } })],
      ['quotes', (to) => call('export.quotes', { ...to, question: { ...question, limit: null } })],
      ...reports.map(
        (report) => [report.kind, (to: To) => call('export.report', { ...to, question: report })] as const,
      ),
    ];
    for (const [kind, write] of kinds)
      for (const format of tableFormats)
        await isClean(kind, format, language, (file) => write({ file, format, language }));
    for (const format of documentFormats)
      await isClean('methods', format, language, (file) =>
        call('export.methods', { file, format, language }),
      );
  }
  const to = { format: 'md' as const, language: 'en' as const, question: { ...question, limit: null } };
  const { text, replaced } = await exported('md', (file) =>
    engine.call('export.quotes', { file, ...to, names: 'real' }),
  );
  assert.match(text, /Lin’s key/);
  assert.equal(replaced, null);

  // The stored text and its positions are what they were; without a list the names leave again.
  const { quotes } = await engine.call('matrices.quotes', { ...question, limit: null });
  const { text: stored } = await engine.call('sources.text', { source: 'Lin 2' });
  for (const each of quotes.filter(({ source }) => source === 'Lin 2'))
    assert.equal(stored.slice(each.start, each.end), each.quote);
  await engine.call('history.undo', {});
  assert.match(
    (await exported('md', (file) => engine.call('export.quotes', { file, ...to }))).text,
    /Lin’s key/,
  );
});

test('names of cases and speakers without a pseudonym are suggested; a name is found in the texts; what would bring a name back is refused', async (t) => {
  const engine = await aStudy(t);
  const suggested = async () => (await engine.call('pseudonyms.list', {})).suggested.map(({ name }) => name);
  assert.deepEqual(await suggested(), ['Harbour Row', '港湾里', 'Ms Lin', '林芳']);
  const found = await engine.call('pseudonyms.find', { name: 'Harbour Row', most: 1 });
  assert.deepEqual([found.places, found.sources], [4, 2]);
  const [place] = found.shown;
  assert.deepEqual(
    [place?.source, place?.paragraph, place?.before, place?.name, place?.after],
    ['harbour-row 1', 2, 'Ms Lin: We trust ', 'Harbour Row', '. LIN means us, and Lin’s key.'],
  );
  const set = (name: string, pseudonym: string) =>
    engine.call('pseudonyms.set', { pseudonyms: [{ name, pseudonym }] });
  await set('Lin', 'Berg');
  assert.deepEqual(await suggested(), ['Harbour Row', '港湾里', '林芳']);
  // A longer name takes its places from a shorter one.
  await set('Ms Lin', 'Ms Holm');
  assert.equal((await engine.call('pseudonyms.find', { name: 'Lin', most: 0 })).places, 4);
  await assert.rejects(
    set('Harbour Row', 'Lin Road'),
    refusedWith('refused.name-in-pseudonym', { name: 'Lin' }),
  );
  await assert.rejects(set('Holm', 'X'), refusedWith('refused.name-in-pseudonym', { pseudonym: 'Ms Holm' }));
  await assert.rejects(set('–', 'X'), refusedWith('refused.name-without-letters'));
  await assert.rejects(
    engine.call('pseudonyms.remove', { name: 'Nobody' }),
    refusedWith('refused.unknown-pseudonym'),
  );
  await set('ms lin', 'Ms Berg');
  const { pseudonyms } = await engine.call('pseudonyms.list', {});
  assert.deepEqual(pseudonyms, [
    { name: 'Lin', pseudonym: 'Berg' },
    { name: 'ms lin', pseudonym: 'Ms Berg' },
  ]);
});
