// Which phase the name of a file tells, and whose it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { phaseFinder } from '../../../shared/import/phase-in-name.ts';

const phases = [
  { name: 'Before', kind: 'before' },
  { name: 'During', kind: 'during' },
  { name: 'After', kind: 'after' },
  { name: 'After one year', kind: null },
];
const inChinese = [
  { name: '改造之前', kind: 'before' },
  { name: '之后', kind: 'after' },
  { name: '第2轮', kind: null },
];

test('a phase is told by a word of the name, and the rest says whose the text is', () => {
  const told = (name: string, known = phases): (string | null)[] => {
    const { rest, phase } = phaseFinder(known)(name);
    return [rest, phase];
  };
  assert.deepEqual(told('Linden-before'), ['Linden', 'Before']);
  assert.deepEqual(told('POST_Maple Lane 2'), ['Maple Lane 2', 'After']);
  assert.deepEqual(told('Bo (mid) 2'), ['Bo 2', 'During']);
  assert.deepEqual(told('Ana_after-one year'), ['Ana', 'After one year']);
  assert.deepEqual(told('林登_前', inChinese), ['林登', '改造之前']);
  assert.deepEqual(told('林登（后测）', inChinese), ['林登', '之后']);
  assert.deepEqual(told('第2轮 林登', inChinese), ['林登', '第2轮']);
  assert.deepEqual(told('before'), ['before', 'Before']);
});

test('a word of everyday use tells a phase only where it is a label of its own', () => {
  const find = phaseFinder(phases);
  for (const name of [
    'Post office',
    'The post office',
    'After school club',
    'Linden, post office',
    'Mid Street 2',
    'Before Town',
  ])
    assert.deepEqual(find(name), { rest: name, phase: null });
  const labels: Readonly<Record<string, readonly [string, string]>> = {
    'Post office, after': ['Post office', 'After'],
    'Post office post': ['Post office', 'After'],
    'post - Post office': ['Post office', 'After'],
    'Post office_pre_2': ['Post office 2', 'Before'],
    'Linden before 2': ['Linden 2', 'Before'],
    'Linden (post)': ['Linden', 'After'],
    'Before: Linden': ['Linden', 'Before'],
  };
  for (const [name, [rest, phase]] of Object.entries(labels))
    assert.deepEqual(find(name), { rest, phase }, name);
});

test('no phase is told by a part of a word, nor by two phases at once', () => {
  for (const name of ['Postman Lee', 'Moorbefore', '林登前', 'before and after', 'Premises', 'interview 1'])
    assert.deepEqual(phaseFinder([...phases, ...inChinese])(name), { rest: name, phase: null });
});

test('whatever names and phases are called, the rest is part of the name and no phase is invented', () => {
  const named = fc.record({
    name: fc.string({ minLength: 1 }),
    kind: fc.constantFrom('before', 'after', null),
  });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(named), (name, known) => {
      const { rest, phase } = phaseFinder(known)(name);
      assert.ok(phase === null ? rest === name : known.some((each) => each.name === phase));
      assert.ok(rest.length <= name.length);
    }),
  );
});
