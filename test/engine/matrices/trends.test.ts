// Trends of the sample: their numbers are those of a naive count, and each point opens what it counts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cellQuotes } from '../../../electron/engine/matrices/cell.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import { codeTrend } from '../../../electron/engine/matrices/reports/code-trend.ts';
import { wordTrend } from '../../../electron/engine/matrices/reports/word-trend.ts';
import { readSource } from '../../../electron/engine/text/sources.ts';
import type { Project } from '../../../electron/engine/project/open.ts';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import { reportPages } from '../../../shared/matrices/report-sheets.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { must } from '../../../shared/must.ts';
import { segment } from '../../../shared/text/segment.ts';
import { aSample, refusedWith } from '../../helpers/project.ts';

type CodesAsked = Extract<ReportInput, { kind: 'code-trend' }>;
type WordsAsked = Extract<ReportInput, { kind: 'word-trend' }>;

const everything = { filters: [], overlap: 'split' as const, coders: null, order: null };

/** The trends of a project that does not change. */
function trendsOf({ db }: Project) {
  const corpus = keepCorpus(db).current();
  return {
    corpus,
    codesOf: (asked: Partial<CodesAsked> = {}) =>
      codeTrend(db, corpus, {
        kind: 'code-trend',
        ...everything,
        codes: null,
        over: 'phase',
        measure: 'references',
        ...asked,
      }),
    wordsOf: (asked: Partial<WordsAsked>) =>
      wordTrend(db, corpus, {
        kind: 'word-trend',
        ...everything,
        words: [],
        over: 'source-phase',
        measure: 'rate',
        most: null,
        ...asked,
      }),
  };
}

/** Which codings are below a code, read off the tables. */
const below = `WITH RECURSIVE family(id) AS
  (SELECT id FROM codes WHERE short_id = ? UNION ALL SELECT c.id FROM codes c JOIN family f ON c.parent_id = f.id)`;

test('codes over phases and sources are what a naive count finds, and every point opens its quotes', (t) => {
  const project = aSample(t, 'en');
  const { db } = project;
  const { corpus, codesOf } = trendsOf(project);
  const ids = db.rows<[string]>(
    "SELECT short_id FROM codes WHERE short_id NOT IN ('G', 'H') AND short_id NOT GLOB '[GH][0-9]*'",
  );
  const codes = fc.uniqueArray(fc.constantFrom(...ids.flat()), { minLength: 1, maxLength: 3 });
  const naive = {
    phase: `${below} SELECT count(*) FROM codings g JOIN sources s ON s.id = g.source_id
      JOIN phases p ON p.id = coalesce(g.phase_id, s.phase_id) WHERE g.code_id IN family AND p.uid = ?`,
    source: `${below} SELECT count(*) FROM codings g JOIN sources s ON s.id = g.source_id
      WHERE g.code_id IN family AND s.uid = ?`,
  };
  fc.assert(
    fc.property(codes, fc.constantFrom('phase' as const, 'source' as const), (chosen, over) => {
      const { points, lines } = codesOf({ codes: chosen, over });
      assert.deepEqual(
        lines.map(({ code }) => code.id),
        chosen,
      );
      for (const { code, values } of lines)
        for (const [place, { id }] of points.entries()) {
          assert.equal(values[place], db.value<number>(naive[over], code.id, id));
          if (code.id !== chosen[0]) continue;
          const axes = { rows: ['code'], columns: [over], measure: 'references' as const, near: null };
          const { order: _, ...scope } = everything;
          const cell = { question: { ...axes, ...scope }, row: [code.reference], column: [id] };
          assert.equal(cellQuotes(db, corpus, cell).quotes.length, values[place]);
        }
    }),
    { numRuns: 10 },
  );
});

test('phases that only codings tell of stay in the trend of the sources of another phase', (t) => {
  const project = aSample(t, 'en');
  const { db } = project;
  const { codesOf } = trendsOf(project);
  const phases = db.rows<[string, string]>('SELECT uid, name FROM phases ORDER BY position');
  const codes = db.rows<[string]>(
    "SELECT short_id FROM codes WHERE parent_id IS NULL AND short_id NOT IN ('G', 'H')",
  );
  const inScope = 'FROM codings g JOIN sources s ON s.id = g.source_id JOIN phases f ON f.id = s.phase_id';
  const coded = `SELECT count(DISTINCT s.id) ${inScope} JOIN phases p ON p.id IN (g.phase_id, s.phase_id)
    WHERE f.name = ? AND p.uid = ?`;
  const references = `${below} SELECT count(*) ${inScope} JOIN phases p ON p.id = coalesce(g.phase_id, s.phase_id)
    WHERE g.code_id IN family AND f.name = ? AND p.uid = ?`;
  for (const [, value] of phases) {
    const filters = [{ dimension: 'source-phase', value }];
    const { points, lines } = codesOf({ filters, codes: codes.flat() });
    assert.deepEqual(
      points.map(({ id, sources }) => [id, sources]),
      phases.map(([uid]) => [uid, db.value<number>(coded, value, uid)]),
    );
    for (const { code, values } of lines)
      assert.deepEqual(
        values,
        points.map(({ id, sources }) =>
          sources === 0 ? null : db.value<number>(references, code.id, value, id),
        ),
      );
  }
  const [before] = codesOf({ filters: [{ dimension: 'source-phase', value: 'After' }] }).points;
  assert.deepEqual([before?.name, before?.sources], ['Before', 2]);
});

test('a point without text is a gap and empty in the table; sources stand in the order of an attribute', (t) => {
  const { codesOf, wordsOf } = trendsOf(aSample(t, 'en'));
  const filters = [{ dimension: 'role', value: 'respondent' }];
  const { points, lines } = codesOf({ filters, over: 'source-phase', measure: 'share', codes: ['T'] });
  assert.deepEqual(
    points.map(({ name, sources }) => [name, sources]),
    [
      ['Before', 3],
      ['During', 0],
      ['After', 3],
    ],
  );
  assert.equal(lines[0]?.values[1], null);
  const words = wordsOf({ filters, words: ['key'] });
  const [table] = reportPages('en', words).sheets;
  assert.deepEqual(table?.rows[1], ['During', 0, 0, null, null]);
  assert.match(ruleText('en', words.rule), /is a gap, not 0.*Only role of the speaker: respondent\./s);
  assert.throws(() => codesOf({ over: 'source', order: 'mood' }), refusedWith('refused.unknown-attribute'));
  assert.throws(() => codesOf({ codes: ['no such'] }), refusedWith('refused.unknown-code'));
});

for (const language of ['en', 'zh'] as const)
  test(`${language}: words are what a reader counts turn by turn, and every point opens as many places`, (t) => {
    const project = aSample(t, language);
    const { db } = project;
    const { wordsOf } = trendsOf(project);
    const read = db.rows<[string]>('SELECT uid FROM sources').map(([source]) => readSource(db, { source }));
    /** The text of each turn that is not an interviewer's, by phase. */
    const turns = read.flatMap(({ text, labels, speakers, phase }) => {
      const borders = [{ end: 0, speaker: -1 }, ...labels];
      return borders.flatMap(({ end, speaker }, place) =>
        speakers[speaker]?.role === 'interviewer'
          ? []
          : [{ phase, text: text.slice(end, labels[place]?.start ?? text.length) }],
      );
    });
    const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const all = [...new Set(turns.flatMap(({ text }) => tokens(text)))];
    const words = language === 'en' ? all : all.map((each) => each.slice(0, 2));
    const filters = ['respondent', 'none'].map((value) => ({ dimension: 'role', value }));
    const unit = language === 'en' ? 'wordStarts' : 'unitStarts';
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), (chosen) => {
        const { points, lines, sizes, passages, total } = wordsOf({ words: chosen, filters });
        for (const [place, { name, id }] of points.entries()) {
          const own = turns.filter(({ phase }) => phase === name).map(({ text }) => text);
          const size = own.reduce((sum, text) => sum + segment(text)[unit].length, 0);
          assert.equal(sizes[place], size);
          for (const [line, word] of chosen.entries()) {
            const isHan = /\p{Script=Han}/u.test(word);
            const naive = own.reduce(
              (sum, text) =>
                sum +
                (isHan ? text.split(word).length - 1 : tokens(text).filter((each) => each === word).length),
              0,
            );
            assert.equal(lines[line]?.hits[place], naive, `${word} ${name}`);
            assert.equal(lines[line]?.rates[place], (1000 * naive) / size);
            const point = [...filters, { dimension: 'source-phase', value: id }];
            assert.equal(wordsOf({ words: [word], filters: point }).total, naive);
          }
        }
        assert.equal(passages.length, total);
        for (const { sourceUid, start, end, sentence, from, word } of passages) {
          const { text } = must(
            read.find(({ uid }) => uid === sourceUid),
            'the source',
          );
          assert.equal(text.slice(from, from + sentence.length), sentence);
          assert.equal(sentence.slice(start - from, end - from).toLowerCase(), word);
        }
      }),
      { numRuns: 10 },
    );
  });

test('filters that choose codings leave only what these cover, hits in text without a case stand apart', (t) => {
  const project = aSample(t, 'en');
  const { wordsOf } = trendsOf(project);
  const of = (code: string) => wordsOf({ words: ['the'], filters: [{ dimension: 'code', value: code }] });
  const quotes = project.db.rows<[string]>(
    `${below} SELECT DISTINCT g.quote FROM codings g WHERE g.code_id IN family`,
    'T4',
  );
  const naive =
    quotes
      .flat()
      .join('\n')
      .match(/\bthe\b/giu)?.length ?? 0;
  assert.equal(of('T4').total, naive);
  assert.match(ruleText('en', of('T4').rule), /covered by codings of the filters/);
  const { total, outside } = wordsOf({ words: ['the'], over: 'case' });
  assert.ok(total > 0);
  assert.equal(outside, 0);
});
