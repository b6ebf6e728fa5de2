// Real transcripts beside the repository, where there are any: what they must give, and a tally of all.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { test } from 'node:test';
import { readDocument } from '../../../electron/engine/import/document.ts';
import type { ImportedDocument } from '../../../shared/import/document.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';

const corpus = join(import.meta.dirname, '../../../../shared/corpus');
const here = { skip: !existsSync(corpus) && 'no corpus beside the repository' };

function pathsIn(pattern: string): string[] {
  return globSync(pattern, { cwd: corpus }).sort();
}

function read(path: string): Promise<ImportedDocument> {
  return readDocument(readFileSync(join(corpus, path)), basename(path));
}

function namesOf({ speakers }: ImportedDocument): string[] {
  return speakers.map(({ name }) => name);
}

function turnsOf({ labels, speakers }: ImportedDocument): (string | undefined)[] {
  return labels.map(({ speaker }) => speakers[speaker]?.name);
}

void test('research interviews show their two speakers, the same in both formats', here, async () => {
  const texts = pathsIn('sheffield-nc/*.txt');
  assert.equal(texts.length, 8);
  let twins = 0;
  for (const path of texts) {
    const document = await read(path);
    assert.deepEqual(namesOf(document), ['Researcher 1', basename(path, '.txt')]);
    assert.deepEqual(
      document.speakers.map(({ role }) => role),
      ['interviewer', 'respondent'],
    );
    const twin = path.replace('.txt', '.docx');
    if (!existsSync(join(corpus, twin))) continue;
    twins += 1;
    assert.deepEqual(turnsOf(await read(twin)), turnsOf(document), twin);
  }
  assert.equal(twins, 6);
});

void test('four of six documents have exactly the text of their plain twin', here, async () => {
  // the other two plain texts were made without the words in content controls, which a reader of the document sees
  for (const name of ['David', 'Jessica', 'Kelly', 'Pauline']) {
    assert.equal(
      (await read(`sheffield-nc/${name}.docx`)).text,
      (await read(`sheffield-nc/${name}.txt`)).text,
      name,
    );
  }
  const ana = (await read('sheffield-nc/Ana.docx')).text;
  for (const word of ['“Introductory', ', the random sample trial', 'different academic institutions']) {
    assert.ok(ana.includes(word), word);
  }
});

void test('conversations with headings show the names of their headings and no others', here, async () => {
  const paths = pathsIn('audreyt-cc0/{zh,en,long}/*.md');
  assert.ok(paths.length >= 30);
  for (const path of paths) {
    const document = await read(path);
    const headings = document.text.matchAll(/^###\s+(.+?)\s*[:：]\s*$/gmu);
    assert.deepEqual(
      namesOf(document).sort(),
      [...new Set(Array.from(headings, ([, name = '']) => name))].sort(),
      path,
    );
  }
});

void test('podcasts show their speakers in the styles that they use', here, async () => {
  for (const [pattern, names] of [
    ['bitcoin-mit/*cashu*', ['NVK', 'Calle', 'Eric', 'Rijndael', 'Odell']],
    ['bitcoin-mit/*tracepoints*', ['Speaker 0', 'Speaker 1', 'Speaker 2']],
    ['bitcoin-mit/noded*', ['Pierre', 'bitstein', 'John']],
    ['bitcoin-mit/*flaxman*', ['Stephan Livera (SL)', 'Michael Flaxman (MF)', 'SL', 'MF']],
    ['bitcoin-mit/*ingala*', ['Stephan Livera', 'Salvatore Ingala']],
    ['bitcoin-mit/tabconf*', []],
    [
      'changelog-bysa/*-594.md',
      ['Jerod Santo', 'Mark Russinovich', 'Adam Stacoviak', 'Eric Boyd', 'Neha Batra'],
    ],
    ['changelog-bysa/*-581.md', ['Jerod Santo', 'Adam Stacoviak', 'Paul Vixie']],
  ] as const) {
    const [path] = pathsIn(pattern);
    assert.deepEqual(namesOf(await read(must(path, pattern))), names, pattern);
  }
});

void test('subtitles show the voices of their tags, or the names before their colons', here, async () => {
  for (const [name, names] of [
    ['podnews_weekly_review_2024-01-19.vtt', ['SPEAKER_1', 'SPEAKER_2', 'SPEAKER_3', 'SPEAKER_4']],
    ['pcns_example.vtt', ['Sarah', 'Gillian']],
    ['pcns_example.srt', ['Travis', 'Sarah', 'Gilon']],
    ['buzzcast.srt', ['Alban', 'Kevin', 'Travis', 'Tom', 'Dave']],
  ] as const) {
    const document = await read(`timed/${name}`);
    assert.deepEqual(namesOf(document), names, name);
    assert.ok(!/-->|<v /u.test(document.text), name);
  }
});

void test('narratives and notes show no speakers', here, async () => {
  for (const path of [
    ...pathsIn('fwp-pd/*.txt'),
    ...pathsIn('qualcoder-examples/*.{txt,docx}'),
    'timed/transcript.txt',
  ]) {
    assert.deepEqual(namesOf(await read(path)), [], path);
  }
});

void test('a text in a legacy encoding is the same as its original', here, async () => {
  const manifest = readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8');
  const oneForm = (text: string): string => text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  let compared = 0;
  for (const path of pathsIn('zh-encodings/audreyt_*')) {
    const origin = manifest
      .split('\n')
      .find((line) => line.startsWith(`${path}\t`))
      ?.split('\t')[1];
    const name = must(origin?.match(/:(.*\.md)@/u)?.[1], `the origin of ${path}`);
    const original = readFileSync(join(corpus, 'audreyt-cc0/zh', name), 'utf8');
    const { text, encoding } = await read(path);
    assert.equal(text, oneForm(original), path);
    assert.equal(encoding, path.includes('big5') ? 'big5' : 'gb18030');
    compared += 1;
  }
  assert.equal(compared, 4);
  const [first, ...others] = await Promise.all(pathsIn('zh-encodings/rqda2_0_*').map(read));
  assert.equal(others.length, 2);
  for (const other of others) assert.equal(other.text, first?.text);
  for (const path of pathsIn('zh-encodings/rqda2_*gb18030*'))
    assert.equal((await read(path)).encoding, 'gb18030');
});

void test('every text of the corpus is read', here, async (t) => {
  const tally = new Map<string, number>();
  for (const path of pathsIn('**/*.{txt,md,docx,vtt,srt}')) {
    const outcome = await read(path).then(
      ({ encoding, labels }) =>
        `${extname(path)} read as ${encoding ?? 'Word'}, ${labels.length > 0 ? 'with' : 'without'} speakers`,
      (error: unknown) => {
        assert.ok(error instanceof Refused, path);
        return `${extname(path)} ${error.refusal.key}`;
      },
    );
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  }
  for (const outcome of [...tally.keys()].sort()) t.diagnostic(`${tally.get(outcome)} × ${outcome}`);
  assert.ok(![...tally.keys()].some((outcome) => outcome.includes('refused')));
});
