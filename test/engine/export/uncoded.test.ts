// Text that nobody has coded has no number in any file or at the terminal: a sign stands there, in csv nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import Papa from 'papaparse';
import { must } from '../../../shared/must.ts';
import type { Language } from '../../../shared/words/say.ts';
import { aSample } from '../command-line/in-process.ts';
import { byCase } from '../../helpers/leaving-study.ts';
import { elementsOf, named, unzip } from './read-xlsx.ts';

const bySource = { ...byCase, rows: ['source'], columns: ['code:1'] };
const coded = { filters: [], overlap: 'split' as const, coders: 'all' as const };
const frequencies = { ...coded, by: 'source' as const };
const silent = 'Silent';

/** The sample study with a source in which nobody has coded. */
async function aStudy(t: TestContext) {
  const study = await aSample(t);
  await study.engine.call('sources.update', { source: '1', name: silent });
  const { quotes } = await study.engine.call('matrices.quotes', { ...coded, limit: null });
  for (const { id, source } of quotes)
    if (source === silent) await study.engine.call('codings.remove', { id });
  return study;
}

test('the sign of what nobody has coded stands in documents and at the terminal, nothing in csv', async (t) => {
  const { engine, folder, tell } = await aStudy(t);
  const answer = await engine.call('matrices.table', bySource);
  const signs = answer.columns.length + 1;
  const exported = async (format: 'tex' | 'md' | 'csv', language: Language): Promise<string> => {
    const asked = { file: null, format, language, question: bySource };
    return must((await engine.call('export.table', asked)).text, 'a text');
  };
  for (const [language, sign] of [
    ['en', /n\.c\./g],
    ['zh', /未编码/g],
  ] as const) {
    const shown = (text: string, row: RegExp): number =>
      (text.match(row) ?? []).reduce((sum, line) => sum + (line.match(sign)?.length ?? 0), 0);
    const row = /^Silent\b.*$/gm;
    const inPipes = /^\| Silent\b.*$/gm;
    assert.equal(shown(await exported('tex', language), row), signs);
    assert.equal(shown(await exported('md', language), inPipes), signs);
    const { text } = await tell(['matrix', 'study', '--rows', 'source', '--columns', 'code:1'], language);
    assert.equal(shown(text, row), signs);
  }
  const { data } = Papa.parse<string[]>(await exported('csv', 'en'));
  const bare = must(
    data.find(([name]) => name === silent),
    'the row',
  );
  assert.ok(bare.slice(1).every((cell) => cell === ''));

  const path = join(folder, 'table.docx');
  const file = engine.files.grant(path);
  await engine.call('export.table', { file, format: 'docx', language: 'en', question: bySource });
  const document = must((await unzip(readFileSync(path))).get('word/document.xml'), 'the document');
  const words = named(elementsOf(document.toString()), 'w:t').map(({ text }) => text);
  assert.equal(words.filter((word) => word === 'n.c.').length, signs);
});

test('frequencies have no number for a source nobody has coded, and the rule names it', async (t) => {
  const { engine, tell } = await aStudy(t);
  const { rows } = await engine.call('matrices.frequencies', frequencies);
  assert.deepEqual(
    rows.filter(({ isUncoded }) => isUncoded).map(({ name }) => name),
    [silent],
  );
  const { text } = await tell(['frequencies', 'study', '--by', 'source']);
  assert.match(text, /^Silent +n\.c\. +n\.c\. +n\.c\. +n\.c\. +n\.c\.$/m);
  assert.match(text.replace(/\s+/g, ' '), /without a number \(n\.c\.\), which is not 0: source Silent\./);
  const exported = async (format: 'md' | 'csv'): Promise<string> => {
    const asked = { file: null, format, language: 'en' as const, question: frequencies };
    return must((await engine.call('export.frequencies', asked)).text, 'a text');
  };
  const line = must(/^\| Silent .*$/m.exec(await exported('md')), 'the row')[0];
  assert.equal(line.match(/n\.c\./g)?.length, 4);
  assert.match(await exported('csv'), /^Silent,,,,\d*,\s*$/m);
});
