// Which codes answer in the picker: by id, name in either language, pinyin, letters in their order, and definition, best first.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankCodes } from '../../renderer/texts/rank-codes.ts';
import { findFramework } from '../../shared/frameworks/frameworks.ts';
import { must } from '../../shared/must.ts';

type ListedCode = Parameters<typeof rankCodes>[0][number];

const { codes: framework } = must(findFramework('community-social-capital'), 'the framework');
const codes = framework.map(({ id, name, definition, useWhen }, number): ListedCode => ({
  uid: id,
  shortId: id,
  number,
  name: name.en,
  alsoName: name.zh,
  parent: null,
  depth: 1,
  color: null,
  definition: definition.en,
  useWhen: useWhen.en,
  notWhen: null,
  example: null,
  applicable: true,
}));

const found = (typed: string, used: readonly string[] = []): readonly (string | null)[] =>
  rankCodes(codes, typed, used).map(({ shortId }) => shortId);

test('the best answer stands first', () => {
  assert.equal(found('t2')[0], 'T2');
  assert.equal(found('reciprocity')[0], 'N2');
  assert.equal(found('互惠')[0], 'N2');
  assert.equal(found('hhgf')[0], 'N2');
  assert.equal(found('truamo')[0], 'T1', 'letters at the beginnings of the words');
});

test('a code is found by its definition, behind those whose name answers', () => {
  assert.deepEqual(found('competent'), ['T2']);
  const trust = found('trust');
  assert.ok(trust.indexOf('T1') < trust.findIndex((id) => id !== null && !/trust/i.test(nameOf(id))));
  assert.deepEqual(found('nowheretobefound'), []);
});

test('with nothing typed the codes used come first, the latest at the top', () => {
  assert.deepEqual(found('', ['W1', 'T3']).slice(0, 2), ['W1', 'T3']);
  assert.equal(found('').length, codes.length);
});

function nameOf(id: string): string {
  const code = must(
    framework.find((each) => each.id === id),
    id,
  );
  return `${code.name.en} ${code.name.zh}`;
}
