// Small tables that a reader can check by hand, names and values as they are written, and what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { must } from '../../../shared/must.ts';
import { dimensionName, isMeasure, parseDimension } from '../../../shared/matrices/dimensions.ts';
import { evidence, ownReferences } from '../../../shared/matrices/evidence.ts';
import {
  measures,
  type Measure,
  type OverlapRule,
  type Question,
} from '../../../shared/matrices/question.ts';
import { tabulate } from '../../../shared/matrices/tabulate.ts';
import { Refused } from '../../../shared/refused.ts';
import { makeCorpus } from './made-up.ts';

/** Two turns of ten units each, in the cases Elm and Oak; the coding covers the last four of one, the first six of the other. */
const crossing = makeCorpus([
  {
    phase: 0,
    pieces: [
      { label: 3, text: 'aa bb aa b', speaker: 0, cases: [0] },
      { label: 3, text: 'ab 信信 😀 b', speaker: 1, cases: [1] },
    ],
    codings: [{ start: 9, end: 22, code: 2, level: 3, weight: 4 }],
  },
]);

function question(rows: string, columns: string, rest: Partial<Question> = {}): Question {
  return {
    rows: [parseDimension(rows)],
    columns: columns === '' ? [] : [parseDimension(columns)],
    measures,
    filters: [],
    overlap: 'split',
    coders: null,
    rateUnit: 'words',
    ...rest,
  };
}

/** The column of a measure, first row to last, and the total. */
function column(
  measure: Measure,
  rest: Partial<Question> = {},
  rows = 'case',
): (number | null | undefined)[] {
  const table = tabulate(crossing, question(rows, '', rest));
  return [...must(table.cells[measure], 'asked for').map(([value]) => value), table.total[measure]];
}

test('a coding that crosses from case to case, by the three rules', () => {
  // Units 9-13 of 3-13 lie in Elm (4 characters), 16-22 of 16-26 in Oak (6 characters); 13-16 is a label.
  const rows = (measure: Measure, overlap: OverlapRule) => column(measure, { overlap });
  assert.deepEqual(rows('references', 'split'), [1, 1, 0, 0, 1]);
  assert.deepEqual(rows('characters', 'split'), [4, 6, 0, 0, 10]);
  assert.deepEqual(rows('references', 'largest'), [0, 1, 0, 0, 1]);
  assert.deepEqual(rows('characters', 'largest'), [0, 10, 0, 0, 10]);
  assert.deepEqual(rows('references', 'whole'), [1, 1, 0, 0, 1]);
  assert.deepEqual(rows('characters', 'whole'), [10, 10, 0, 0, 10]);
  assert.deepEqual(rows('share', 'whole'), [4 / 10, 6 / 9, null, null, 10 / 19]);
  assert.deepEqual(
    rows('words', 'split'),
    [2, 1, 0, 0, 3],
    '“aa” and “b” begin in Elm’s part, “ab” in Oak’s',
  );
  assert.deepEqual(rows('units', 'split'), [2, 3, 0, 0, 5], '“ab”, 信, 信');
  assert.deepEqual(rows('rate', 'split'), [1000 / 4, 1000 / 2, null, null, 1000 / 6]);
  assert.deepEqual(rows('case-share', 'split'), [1, 1, null, null, 1]);
  assert.deepEqual(rows('median-level', 'largest'), [null, 3, null, null, 3]);
});

test('a coding counts at its code, at the codes of its level, and at all above them, once each', () => {
  const rows = column('references', {}, 'code');
  assert.deepEqual(rows, [1, 1, 1, 0, 0, 1, 1, 0, 1], 'T, T1, T1a; S, S3; the table itself once');
  assert.deepEqual(ownReferences(crossing, question('code', '')), [0, 0, 1, 0, 0, 0, 1, 0]);
  assert.deepEqual(column('references', {}, 'code:2'), [1, 0, 1, 0, 1]);
  assert.deepEqual(column('references', { filters: [filter('code', 'T1')] }, 'code'), [1, 1, 1]);
  assert.deepEqual(column('references', { filters: [filter('code', 'T1')] }, 'code:1'), [1, 1]);
});

test('a source with many codings that a filter keeps out leaves a small one after it whole', () => {
  const text = (cases: number[], count: number) => ({
    pieces: [{ label: 2, text: 'aa bb', speaker: 0, cases }],
    codings: Array.from({ length: count }, () => ({ start: 2, end: 4, code: 2 })),
  });
  const corpus = makeCorpus([text([0], 300), text([1], 3)]);
  const oak = must(corpus.cases[1], 'the second case').id;
  const asked = question('code', '', { filters: [filter('case', oak)] });
  assert.equal(tabulate(corpus, asked).total.references, 3);
  assert.equal(tabulate(corpus, asked).scope.references, 3);
});

test('where the largest part of a coding lies does not hang on which cases other texts keep within the filters', () => {
  const piece = (text: string, speaker: number, cases: number[]) => ({ label: 2, text, speaker, cases });
  const crossed = {
    pieces: [piece('aa', 0, [0]), piece('aa', 0, [1]), piece('aaa', 1, [2])],
    codings: [{ start: 2, end: 13, code: 0 }],
  };
  const other = { pieces: [piece('bbb', 1, [0]), piece('bbb', 1, [1])], codings: [] };
  const asked = question('code', 'case', { filters: [filter('speaker', 'p1')], overlap: 'largest' });
  assert.equal(tabulate(makeCorpus([crossed]), asked).total.references, 1);
  assert.equal(tabulate(makeCorpus([crossed, other]), asked).total.references, 1);
});

test('evidence names the text that counts, without labels', () => {
  const stretches = (overlap: OverlapRule) =>
    evidence(crossing, question('case', '', { overlap }), { row: 1 }).map((each) => each.stretches);
  assert.deepEqual(stretches('split'), [[{ start: 16, end: 22 }]]);
  assert.deepEqual(stretches('whole'), [
    [
      { start: 9, end: 13 },
      { start: 16, end: 22 },
    ],
  ]);
  assert.throws(
    () => evidence(crossing, question('case', ''), { row: 9 }),
    refusal('refused.no-such-heading'),
  );
});

test('values stand in their order: choices, numbers by size, phases, the tree of codes', () => {
  const labels = (rows: string) =>
    tabulate(crossing, question(rows, '')).rows.map(({ labels }) => labels.join());
  assert.deepEqual(labels('case:district'), ['south', 'west', 'north', 'east']);
  assert.deepEqual(labels('case:SIZE'), ['9', '10']);
  assert.deepEqual(labels('source-phase'), ['before', 'after']);
  assert.deepEqual(labels('direction'), ['1', '0', '-1']);
  assert.deepEqual(labels('role'), ['respondent', 'interviewer']);
});

test('filters find values by id or name, in any case; none and * stand for without and with', () => {
  const total = (dimension: string, ...values: string[]) =>
    tabulate(crossing, question('code', '', { filters: [filter(dimension, ...values)] })).total.references;
  assert.equal(total('case', 'ELM street'), 1);
  assert.equal(total('case', 'c2'), 0);
  assert.equal(total('direction', 'none'), 1);
  assert.equal(total('direction', '*'), 0);
  assert.equal(total('level', '3', '1'), 1);
  assert.throws(() => total('case', 'Pine Street'), refusal('refused.unknown-value'));
  assert.throws(() => total('case'), refusal('refused.empty-filter'));
  assert.throws(() => total('case:height', '1'), refusal('refused.unknown-attribute'));
});

test('dimensions as they are written', () => {
  for (const name of [
    'code',
    'code:2',
    'code-set',
    'case',
    'case:age',
    'source',
    'source:kind',
    'source-phase',
  ]) {
    assert.equal(dimensionName(parseDimension(name)), name);
  }
  assert.deepEqual(parseDimension(' Case：街道 '), { kind: 'case-attribute', attribute: '街道' });
  for (const text of ['', 'codes', 'code:0', 'code:x', 'case:', 'phase:2']) {
    assert.throws(() => parseDimension(text), refusal('refused.unknown-dimension'), text);
  }
  assert.ok(isMeasure('own-share') && !isMeasure('quotes'));
});

test('questions that cannot be answered are refused', () => {
  assert.throws(() => tabulate(crossing, question('case', 'case')), refusal('refused.dimension-twice'));
  assert.throws(() => tabulate(crossing, { ...question('case', ''), rows: [] }), refusal('refused.bad-axes'));
  const codes = Array.from({ length: 2500 }, (_, i) => ({
    ...must(crossing.codes[4], 'a top code'),
    id: `k${i}`,
  }));
  const cases = Array.from({ length: 1700 }, (_, i) => ({
    ...must(crossing.cases[0], 'a case'),
    id: `c${i}`,
  }));
  const large = { ...crossing, codes, cases, codeSets: [] };
  assert.throws(() => tabulate(large, question('case', 'code')), refusal('refused.too-many-cells'));
});

test('of very many nested headings only those in use remain', () => {
  const cases = Array.from({ length: 300 }, (_, i) => ({
    ...must(crossing.cases[0], 'a case'),
    id: `c${i}`,
  }));
  const rows = [parseDimension('case'), parseDimension('code')];
  const table = tabulate({ ...crossing, cases }, { ...question('case', ''), rows });
  assert.deepEqual(
    table.rows.map(({ ids }) => ids.join(' ')),
    ['c0', 'c1'].flatMap((id) => ['T', 'T1', 'T1a', 'S', 'S3'].map((code) => `${id} ${code}`)),
  );
  assert.equal(table.total.references, 1);
});

function filter(dimension: string, ...values: string[]) {
  return { dimension: parseDimension(dimension), values };
}

function refusal(key: string) {
  return (error: unknown): boolean => error instanceof Refused && error.refusal.key === key;
}
