// The counting rule says, in both languages, what the table did.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDimension } from '../../../shared/matrices/dimensions.ts';
import { measures, togetherMeasures, type Question } from '../../../shared/matrices/question.ts';
import {
  describe,
  describeCooccurrence,
  dimensionLabel,
  measureName,
  ruleText,
  valueLabel,
} from '../../../shared/matrices/rule.ts';
import { tabulate } from '../../../shared/matrices/tabulate.ts';
import { makeCorpus } from './made-up.ts';

const corpus = makeCorpus([
  {
    pieces: [
      { label: 2, text: 'aa bb', speaker: 0, cases: [0] },
      { label: 2, text: 'ab', speaker: 2, cases: [] },
    ],
    codings: [
      { start: 2, end: 5, code: 1 },
      { start: 9, end: 11, code: 1 },
    ],
  },
]);

const question: Question = {
  rows: [parseDimension('case')],
  columns: [parseDimension('code:2')],
  measures: ['references', 'share'],
  filters: [{ dimension: parseDimension('role'), values: ['respondent', 'interviewer'] }],
  overlap: 'split',
  coders: ['r0'],
  rateUnit: 'words',
};

test('the rule of a table, in English and in Chinese', () => {
  const lines = describe(question, corpus, tabulate(corpus, question).scope);
  assert.equal(
    ruleText('en', lines),
    [
      'By case and code at level 2 of the codebook.',
      'Shown: references, share of the text.',
      'A reference is one coding: one code on one passage by one coder.',
      'A code also has the codings of its sub-codes, each counted once.',
      'Text covered by several codings counts once; speaker labels are not text.',
      'A coding that crosses the border of a case, a speaker or a role counts on each side, with the part of its text there.',
      'Shares and rates are of the text of the cell’s case, within the filters: code at level 2 of the codebook only chooses codings.',
      'An empty cell is undefined (a share of nothing), not 0.',
      'Totals count every coding, source, case, speaker and stretch of text once; they are not sums of cells.',
      'Only the codings of Ana count.',
      'Only role of the speaker: any.',
      'N: 2 references, 1 source, 1 case, 1 speaker (interviewers not counted).',
      '1 of the references stands in no cell, having no value on an axis.',
    ].join(' '),
  );
  const chinese = ruleText('zh', lines);
  for (const part of [
    '按案例（行）和编码本第 2 层编码（列）统计。',
    '只计入Ana的编码片段。',
    'N：2 个参考点，1 份资料',
  ]) {
    assert.ok(chinese.includes(part), `${part} in ${chinese}`);
  }
});

test('every rule can be said, and values of the program have names in both languages', () => {
  for (const language of ['en', 'zh'] as const) {
    for (const rows of [
      'code',
      'case:district',
      'source',
      'source:kind',
      'phase',
      'speaker',
      'coder',
      'level',
      'direction',
    ]) {
      for (const overlap of ['split', 'largest', 'whole'] as const) {
        const asked = {
          ...question,
          rows: [parseDimension(rows)],
          columns: [parseDimension('role')],
          measures,
          overlap,
          coders: null,
        };
        assert.ok(ruleText(language, describe(asked, corpus, tabulate(corpus, asked).scope)).length > 100);
      }
    }
    for (const nearness of [
      { kind: 'overlap' },
      { kind: 'turn' },
      { kind: 'turns', turns: 2 },
      { kind: 'within', characters: 5 },
    ] as const) {
      const asked = {
        ...question,
        rows: [parseDimension('code')],
        columns: [parseDimension('code')],
        nearness,
      };
      const scope = tabulate(corpus, question).scope;
      for (const measure of ['references', ...togetherMeasures] as const) {
        const words = ruleText(
          language,
          describeCooccurrence(asked, corpus, { ...scope, units: 12 }, measure),
        );
        assert.ok(words.length > 50);
        if (measure === 'lift' && nearness.kind === 'turn') assert.match(words, /N = 12/);
      }
    }
    for (const measure of measures) assert.notEqual(measureName(language, measure), '');
  }
  assert.equal(dimensionLabel('zh', parseDimension('case:规模')), '规模（案例属性）');
  assert.equal(valueLabel('en', parseDimension('direction'), '-1'), '−1');
  assert.equal(valueLabel('zh', parseDimension('role'), 'interviewer'), '访谈者');
  assert.equal(valueLabel('zh', parseDimension('case'), 'interviewer'), 'interviewer');
});
