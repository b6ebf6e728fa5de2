// What tests imply for hypotheses: Collier's table (2011, table 1), and what holds of any judgements.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  evidenceTests,
  outcomes,
  standings,
  type Judged,
} from '../../../shared/matrices/statistics/process-tracing.ts';

const judged = (test: Judged['test'], outcome: Judged['outcome']): Judged => ({ test, outcome });

test('one test alone implies what the table says', () => {
  const implied = evidenceTests.map((each) =>
    outcomes.map((outcome) => standings([[judged(each, outcome)]], false)[0]),
  );
  assert.deepEqual(implied, [
    ['survives', 'survives'],
    ['survives', 'eliminated'],
    ['confirmed', 'survives'],
    ['confirmed', 'eliminated'],
  ]);
});

test('what is not judged implies nothing, and tests against each other are said to be so', () => {
  assert.deepEqual(standings([[], [judged('hoop', null)]], true), ['undefined', 'undefined']);
  const both = [judged('smoking-gun', 'passes'), judged('hoop', 'fails')];
  assert.deepEqual(standings([both], false), ['contradictory']);
});

test('of hypotheses that exclude each other, one that is decided for eliminates the others', () => {
  const decided = [judged('doubly-decisive', 'passes')];
  const lists = [
    decided,
    [judged('hoop', 'passes')],
    [judged('hoop', 'fails')],
    [judged('smoking-gun', 'passes')],
    [],
  ];
  assert.deepEqual(standings(lists, true), [
    'confirmed',
    'by-rival',
    'eliminated',
    'contradictory',
    'by-rival',
  ]);
  assert.deepEqual(standings(lists, false), [
    'confirmed',
    'survives',
    'eliminated',
    'confirmed',
    'undefined',
  ]);
  assert.deepEqual(standings([decided, decided], true), ['contradictory', 'contradictory']);
});

test('straws never decide, and the order of the evidence does not matter', () => {
  const any = fc.record({
    test: fc.constantFrom(...evidenceTests),
    outcome: fc.constantFrom(...outcomes, null),
  });
  const lists = fc.array(fc.array(any, { maxLength: 6 }), { maxLength: 4 });
  fc.assert(
    fc.property(lists, fc.boolean(), (hypotheses, exclusive) => {
      const found = standings(hypotheses, exclusive);
      assert.deepEqual(
        standings(
          hypotheses.map((tests) => tests.toReversed()),
          exclusive,
        ),
        found,
      );
      const withStraw = hypotheses.map((tests) => [...tests, judged('straw-in-the-wind', 'fails')]);
      for (const [place, standing] of standings(withStraw, exclusive).entries())
        assert.equal(standing, found[place] === 'undefined' ? 'survives' : found[place]);
    }),
  );
});
