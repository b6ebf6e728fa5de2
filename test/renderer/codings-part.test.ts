// A list of codings that is kept current by parts is the list that would have been read whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withPart } from '../../renderer/codings-part.ts';
import type { SourceCoding } from '../../shared/contract/reading.ts';

const properties = {
  code: 'c',
  coder: 'Ada',
  phase: null,
  level: null,
  direction: null,
  weight: null,
  memo: null,
};
const codings = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 30 }),
      start: fc.nat(12),
      length: fc.integer({ min: 1, max: 6 }),
    }),
    { selector: ({ id }) => id, maxLength: 25 },
  )
  .map((rows) =>
    inOrder(
      rows.map(({ id, start, length }) => ({ id: `${id}`, start, end: start + length, ...properties })),
    ),
  );

/** As the engine gives them; of equal spans in any order. */
function inOrder(list: readonly SourceCoding[]): SourceCoding[] {
  return list.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

test('whatever was added, moved or removed, the parts make up the whole', () => {
  fc.assert(
    fc.property(codings, codings, fc.array(fc.integer({ min: 0, max: 30 })), (before, after, more) => {
      const same = (one: SourceCoding, other: SourceCoding): boolean =>
        one.start === other.start && one.end === other.end;
      const changed = [...before, ...after].filter(
        (each) =>
          !before.some((other) => other.id === each.id && same(other, each)) ||
          !after.some((other) => other.id === each.id && same(other, each)),
      );
      const ids = new Set([...changed.map(({ id }) => id), ...more.map(String)]);
      const part = after.filter(({ id }) => ids.has(id));
      const whole = withPart(before, ids, part);
      assert.deepEqual(
        whole.map(({ start, end }) => [start, end]),
        after.map(({ start, end }) => [start, end]),
      );
      assert.deepEqual(new Set(whole.map(({ id }) => id)), new Set(after.map(({ id }) => id)));
      assert.ok(
        before.every((each) => ids.has(each.id) || whole.includes(each)),
        'the others are left as they are',
      );
    }),
  );
});

test('codings that changed, but not their passage, stay where they stood', () => {
  fc.assert(
    fc.property(codings, fc.array(fc.integer({ min: 0, max: 30 })), (before, picked) => {
      const ids = new Set(picked.map(String));
      const part = before.filter(({ id }) => ids.has(id)).map((each) => ({ ...each, level: 2 }));
      assert.deepEqual(
        withPart(before, ids, part).map(({ id }) => id),
        before.map(({ id }) => id),
      );
    }),
  );
});
