// A text while it is typed in: steps back and forth give text and spans exactly, however it was typed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { widenToCharacters } from '../../../shared/text/positions.ts';
import { applySplice, applySplices } from '../../../shared/text/splices.ts';
import {
  differenceAt,
  liveSpans,
  startTyping,
  stepped,
  typed,
  typedAll,
  type Typing,
} from '../../../shared/text/typing.ts';

const pieces = ['a', 'a', 'b', '\n', '社', '𠀀', '😀', '👩‍👩‍👧', 'e\u0301'];
const words = (most: number) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: most }).map((some) => some.join(''));
const edits = fc.array(fc.record({ at: fc.tuple(fc.nat(), fc.nat(4)), put: words(3), isNew: fc.boolean() }), {
  minLength: 1,
  maxLength: 30,
});

test('the difference of two texts is what was typed at the caret, and cuts no character', () => {
  fc.assert(
    fc.property(words(20), fc.tuple(fc.nat(), fc.nat(6)), words(4), (before, [at, length], put) => {
      const one = at % (before.length + 1);
      const place = widenToCharacters(before, one, Math.min(one + length, before.length));
      const after = applySplice(before, { ...place, text: put });
      for (const caret of [null, place.start + put.length]) {
        const found = differenceAt(before, after, caret);
        assert.equal(found === null ? before : applySplice(before, found), after);
      }
      if (place.start === place.end && put !== '') {
        const found = differenceAt(before, after, place.start + put.length);
        assert.deepEqual(found, { ...place, text: put });
      }
    }),
    { numRuns: 1000 },
  );
});

test('steps back lead through every text that was there, steps forth to where one was', () => {
  fc.assert(
    fc.property(words(20), edits, (base, made) => {
      let typing = startTyping(base);
      const seen: Typing[] = [];
      for (const { at, put, isNew } of made) {
        const one = at[0] % (typing.text.length + 1);
        const place = widenToCharacters(typing.text, one, Math.min(one + at[1], typing.text.length));
        if (isNew || seen.length === 0) seen.push(typing);
        typing = typed(typing, { ...place, text: put }, isNew);
        assert.equal(applySplices(base, typing.splices), typing.text);
      }
      const end = typing;
      const whole = [{ start: 0, end: Math.max(1, base.length) }];
      for (const before of seen.toReversed()) {
        typing = stepped(typing, 'back') ?? typing;
        assert.equal(typing.text, before.text);
        assert.deepEqual(liveSpans(typing, whole), liveSpans(before, whole));
      }
      assert.equal(stepped(typing, 'back'), null);
      for (let next = stepped(typing, 'forth'); next; next = stepped(next, 'forth')) typing = next;
      assert.equal(typing.text, end.text);
      assert.deepEqual(typing.splices, end.splices);
    }),
  );
});

test('replacing everywhere is one step', () => {
  const base = 'the flood, the pump, the yard';
  const made = [21, 11, 0].map((start) => ({ start, end: start + 3, text: 'a' }));
  const typing = typedAll(startTyping(base), made);
  assert.equal(typing.text, 'a flood, a pump, a yard');
  assert.equal(stepped(typing, 'back')?.text, base);
  assert.deepEqual(liveSpans(typing, [{ start: 11, end: 19 }]), [{ start: 9, end: 15 }]);
});
