// Document portraits of the sample: every mark stands where its words do, and lanes, bands and tables say the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { exportReport } from '../../../electron/engine/export/report.ts';
import { cellQuotes } from '../../../electron/engine/matrices/cell.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import { portrait } from '../../../electron/engine/matrices/reports/portrait.ts';
import { sourceText } from '../../../electron/engine/text/sources.ts';
import { projectInfo, type Project } from '../../../electron/engine/project/open.ts';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import { reportPages } from '../../../shared/matrices/report-sheets.ts';
import { coverOf, leading } from '../../../shared/matrices/statistics/along.ts';
import { must } from '../../../shared/must.ts';
import { leaving } from '../../helpers/leaving.ts';
import { aFolder, aSample, refusedWith } from '../../helpers/project.ts';

type Asked = Extract<ReportInput, { kind: 'portrait' }>;

const plain: Asked = {
  kind: 'portrait',
  filters: [],
  overlap: 'split',
  coders: null,
  sources: null,
  codes: null,
  level: 1,
  scale: 'text',
  most: 20,
};

const ask = (project: Project, asked: Partial<Asked> = {}) =>
  portrait(project.db, keepCorpus(project.db).current(), { ...plain, ...asked });

for (const language of ['en', 'zh'] as const) {
  test(`${language}: each mark of a portrait begins and ends where its words do, and its lane has the cell's quotes`, (t) => {
    const project = aSample(t, language);
    const { sources, total } = ask(project);
    assert.deepEqual([sources.length, total], [9, 9]);
    const corpus = keepCorpus(project.db).current();
    for (const { uid, lanes, tiles } of sources) {
      const { text } = sourceText(project.db, { source: uid });
      assert.equal(tiles.length, 40);
      for (const { code, marks } of lanes) {
        for (const { from, to, quote } of marks)
          assert.equal(text.slice(Math.round(from * text.length), Math.round(to * text.length)), quote.quote);
        const axes = { rows: ['source'], columns: ['code:1'], measure: 'references' as const, near: null };
        const cell = { question: { ...axes, filters: [], overlap: 'split' as const, coders: null } };
        const { quotes } = cellQuotes(project.db, corpus, { ...cell, row: [uid], column: [code.reference] });
        assert.deepEqual(
          marks.map(({ quote }) => quote.id).toSorted(),
          quotes.map(({ id }) => id).toSorted(),
        );
      }
    }
  });

  test(`${language}: the leader of Station Road speaks of no asset move, and once of trust, which he misses`, (t) => {
    const [leader] = ask(aSample(t, language), { sources: ['7'] }).sources;
    const laneOf = (id: string) => leader?.lanes.find(({ code }) => code.id === id);
    assert.equal(laneOf('M'), undefined);
    assert.deepEqual(
      laneOf('T')?.marks.map(({ quote }) => [quote.code, quote.paragraph, quote.direction]),
      [
        ['T1', 6, -1],
        ['T5', 6, -1],
      ],
    );
    // The only part of the band that trust leads is where he says so.
    const led = leader?.tiles.flatMap((tile, part) =>
      leader.lanes[tile ?? -1]?.code.id === 'T' ? [part] : [],
    );
    assert.deepEqual([...new Set(led?.map((part) => Math.floor(part / 4)))], [2]);
  });
}

test('lanes are the codes that are asked for, with their sub-codes; paragraphs can all have the same width', (t) => {
  const project = aSample(t, 'en');
  const [chosen] = ask(project, { sources: ['Maple Lane, interview 1, leader'], codes: ['N', 'T1'] }).sources;
  assert.deepEqual(
    chosen?.lanes.map(({ code }) => code.id),
    ['T1', 'N'],
  );
  const [even] = ask(project, { sources: ['1'], scale: 'paragraphs' }).sources;
  const mark = must(even?.lanes[0]?.marks[0], 'a mark');
  const paragraphs = must(even, 'a portrait').paragraphs;
  assert.equal(Math.floor(mark.from * paragraphs) + 1, mark.quote.paragraph);
  const few = ask(project, { most: 2 });
  assert.deepEqual([few.sources.length, few.total], [2, 9]);
  assert.deepEqual(reportPages('en', few).notes, ['2 of 9 sources are shown.']);
  const [none] = ask(project, { sources: ['1'], codes: ['A7'] }).sources;
  assert.deepEqual([none?.lanes, none?.tiles.every((tile) => tile === null)], [[], true]);
  assert.throws(() => ask(project, { sources: ['Maple Lan'] }), refusedWith('refused.unknown-source'));
});

test('a portrait goes out as a table with its band in signs, and every passage', async (t) => {
  const project = aSample(t, 'zh');
  const path = join(aFolder(t), 'portrait.csv');
  const corpus = keepCorpus(project.db).current();
  const to = { ...leaving(project.db, path), file: null, format: 'csv', language: 'zh' } as const;
  await exportReport(project.db, corpus, { question: plain, ...to });
  const [head, first] = readFileSync(path, 'utf8').split(/\r?\n/);
  assert.match(head ?? '', /资料,编码,参考点数,占宽度,沿文本/);
  assert.match(first ?? '', /,[·▄█]{40}$/);
  const second = must(reportPages('en', ask(project)).sheets[1], 'the passages');
  assert.equal(second.rows.length, projectInfo(project.db).counts.codings);
});

const spans = fc.array(
  fc.tuple(fc.nat(200), fc.nat(200)).map(([a, b]) => [Math.min(a, b) / 200, Math.max(a, b) / 200] as const),
  { maxLength: 8 },
);

test('what parts of a line are covered adds up as when every point is asked by itself', () => {
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 4 }), fc.integer({ min: 1, max: 50 }), (lists, parts) => {
      const covers = lists.map((list) => coverOf(list, parts));
      const points = 2000 * parts;
      for (const [index, list] of lists.entries()) {
        const asked = Array.from({ length: parts }, (_, part) => {
          let inside = 0;
          for (let point = part * 2000; point < (part + 1) * 2000; point++)
            if (list.some(([from, to]) => (point + 0.5) / points > from && (point + 0.5) / points < to))
              inside++;
          return inside / 2000;
        });
        for (const [part, share] of asked.entries())
          assert.ok(Math.abs(share - must(covers[index]?.[part], 'a part')) < 0.01);
      }
      for (const [part, place] of leading(covers, parts).entries()) {
        const most = Math.max(0, ...covers.map((cover) => cover[part] ?? 0));
        assert.equal(place === null ? 0 : covers[place]?.[part], most);
      }
    }),
    { numRuns: 20 },
  );
});
