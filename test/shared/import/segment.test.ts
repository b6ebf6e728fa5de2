import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packAscending, segment, unpackAscending } from '../../../shared/text/segment.ts';

void test('words of a mixed text stand where they begin', () => {
  const text = 'We trust 社区组织, don’t we?';
  const starts = [...segment(text).wordStarts];
  for (const word of ['We', 'trust', '社区', '组织', 'don’t', 'we']) {
    assert.ok(starts.includes(text.indexOf(word === 'we' ? 'we?' : word)), word);
  }
  assert.equal(starts.length, 6);
});

void test('the Chinese word count: every Han character and every other word is one', () => {
  const count = (text: string): number => segment(text).unitStarts.length;
  assert.equal(count('社区里有3个e-mail账号，don’t worry。'), 11);
  assert.equal(count('𠀀𠀁'), 2);
  assert.equal(count('3.5 万，1,000 元'), 4);
  assert.equal(count('——……！？ \n'), 0);
  assert.deepEqual([...segment('a中b').unitStarts], [0, 1, 2]);
});

void test('starts ascend and never stand inside a surrogate pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const { wordStarts, unitStarts } = segment(text);
      for (const starts of [wordStarts, unitStarts]) {
        for (const [index, start] of starts.entries()) {
          assert.ok(start < text.length && (index === 0 || start > (starts[index - 1] ?? 0)));
          assert.ok(text.slice(0, start).isWellFormed());
        }
      }
    }),
  );
});

void test('packed numbers come back, in a byte each where they are close', () => {
  const ascending = fc
    .array(fc.integer({ min: 0, max: 0x7fffffff }))
    .map((values) => Int32Array.from(values).sort());
  fc.assert(
    fc.property(ascending, (values) => {
      assert.deepEqual(unpackAscending(packAscending(values)), values);
    }),
  );
  assert.equal(packAscending(Int32Array.from({ length: 1000 }, (_, index) => index * 6)).length, 1000);
});

void test('what cannot be packed or unpacked throws', () => {
  assert.throws(() => packAscending(Int32Array.of(3, 2)), RangeError);
  assert.throws(() => packAscending(Int32Array.of(-1)), RangeError);
  assert.throws(() => unpackAscending(Uint8Array.of(0x80)), RangeError);
  assert.throws(() => unpackAscending(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0x01)), RangeError);
});
