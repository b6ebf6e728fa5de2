// Edits of a text: what becomes of the spans in it, for any edit of any text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textDifferences } from '../../../shared/text/differences.ts';
import type { Span } from '../../../shared/text/lines.ts';
import { snapToGraphemes } from '../../../shared/text/passages.ts';
import { widenToCharacters } from '../../../shared/text/positions.ts';
import { resegment } from '../../../shared/text/resegment.ts';
import { segment } from '../../../shared/text/segment.ts';
import {
  applySplice,
  applySplices,
  cleanTyped,
  inverseOf,
  joinTyping,
  moveSpan,
  moveThrough,
  movesThrough,
  settleSpan,
  touchedSpans,
  type Splice,
} from '../../../shared/text/splices.ts';

/** Emoji (also joined ones), rare Hanzi, accents of their own, line breaks as a paste brings them. */
const pieces = [
  'a',
  'b',
  ' ',
  '\n',
  '\r\n',
  '社',
  '区',
  '𠀀',
  '𪚥',
  '😀',
  '👩‍👩‍👧',
  'e\u0301',
  '\u0301',
  '🇨🇳',
  '¶',
  'Lin: ',
];
const typed = fc
  .array(fc.constantFrom(...pieces), { maxLength: 12 })
  .map((some) => cleanTyped(some.join('')));
const aText = fc
  .array(fc.constantFrom(...pieces), { maxLength: 60 })
  .map((some) => cleanTyped(some.join('')));
const numbers = fc.tuple(fc.nat(), fc.nat());

/** A span of whole characters in a text of any length. */
function spanIn(text: string, [a, b]: readonly [number, number]): Span {
  const [one, other] = [a % (text.length + 1), b % (text.length + 1)];
  return widenToCharacters(text, Math.min(one, other), Math.max(one, other));
}

interface Drawn {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly splices: readonly Splice[];
}

const edits: fc.Arbitrary<Drawn> = fc
  .record({
    text: aText,
    spans: fc.array(numbers, { maxLength: 12 }),
    edits: fc.array(fc.record({ at: numbers, put: typed }), { minLength: 1, maxLength: 8 }),
  })
  .map(({ text, spans, edits }) => {
    const splices: Splice[] = [];
    let now = text;
    for (const { at, put } of edits) {
      splices.push({ ...spanIn(now, at), text: put });
      now = applySplice(now, splices.at(-1) ?? { start: 0, end: 0, text: '' });
    }
    return {
      text,
      splices,
      spans: spans.map((at) => spanIn(text, at)).filter(({ start, end }) => start < end),
    };
  });

const isWhole = (text: string, { start, end }: Span): boolean => {
  const widened = widenToCharacters(text, start, end);
  return widened.start === start && widened.end === end;
};

test('a span follows every edit with its words, or its words differ and that can be seen', () => {
  fc.assert(
    fc.property(edits, ({ text, spans, splices }) => {
      const after = applySplices(text, splices);
      const touched = touchedSpans(splices);
      for (const span of spans) {
        const moved = moveThrough(span, splices);
        if (moved === null) continue;
        const settled = settleSpan({ before: text, after }, span, moved);
        assert.ok(0 <= settled.start && settled.start < settled.end && settled.end <= after.length);
        assert.ok(isWhole(after, moved) && isWhole(after, settled), 'within a surrogate pair');
        const isSame = text.slice(span.start, span.end) === after.slice(moved.start, moved.end);
        const isTouched = touched.some(({ start, end }) => start <= moved.end && end >= moved.start);
        assert.ok(isSame || isTouched, 'words changed where nothing was done');
      }
    }),
    { numRuns: 2000 },
  );
});

test('many spans are moved as each of them is by itself', () => {
  const apart = fc
    .tuple(
      fc.uniqueArray(fc.nat(40), { maxLength: 12 }),
      fc.array(fc.stringMatching(/^[a-z]{0,3}$/), { minLength: 6 }),
    )
    .map(([borders, put]) => {
      const sorted = borders.toSorted((a, b) => b - a);
      return put.flatMap((text, n) => {
        const [end, start] = [sorted[2 * n], sorted[2 * n + 1]];
        return end === undefined || start === undefined
          ? []
          : [{ start: n % 3 === 0 ? end : start, end, text }];
      });
    });
  fc.assert(
    fc.property(apart, fc.array(fc.tuple(fc.nat(45), fc.nat(12))), (splices, places) => {
      const spans = places.map(([start, length]) => ({ start, end: start + length }));
      const moved = spans.map((span) => moveThrough(span, splices));
      assert.deepEqual(spans.map(movesThrough(splices)), moved);
    }),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(edits, ({ spans, splices }) => {
      const moved = spans.map((span) => moveThrough(span, splices));
      assert.deepEqual(spans.map(movesThrough(splices)), moved);
    }),
  );
});

test('a span on whole characters as people see them stays on whole ones', () => {
  fc.assert(
    fc.property(edits, ({ text, spans, splices }) => {
      const after = applySplices(text, splices);
      for (const span of spans.map((each) => snapToGraphemes(text, each))) {
        const moved = moveThrough(span, splices);
        if (moved === null) continue;
        const settled = settleSpan({ before: text, after }, span, moved);
        assert.deepEqual(settled, snapToGraphemes(after, settled));
      }
    }),
    { numRuns: 1000 },
  );
});

test('the inverse of each splice, the last first, gives the text back', () => {
  fc.assert(
    fc.property(edits, ({ text, splices }) => {
      const inverses: Splice[] = [];
      let now = text;
      for (const splice of splices) {
        inverses.unshift(inverseOf(now, splice));
        now = applySplice(now, splice);
      }
      assert.equal(applySplices(now, inverses), text);
    }),
  );
});

test('the differences of two texts make one of the other, in places of whole characters', () => {
  fc.assert(
    fc.property(aText, aText, (before, after) => {
      const splices = textDifferences(before, after);
      assert.equal(applySplices(before, splices), after);
      assert.equal(splices.length === 0, before === after);
      for (const splice of splices) assert.ok(isWhole(before, splice));
    }),
    { numRuns: 1000 },
  );
});

test('words of an edited text are cut as if the whole text were cut anew', () => {
  fc.assert(
    fc.property(aText, aText, edits, (one, other, { text, splices }) => {
      for (const [before, after] of [
        [one, other],
        [text, applySplices(text, splices)],
      ] as const)
        assert.deepEqual(resegment(before, segment(before), after), segment(after));
    }),
  );
});

const text = 'They kept the list of pumps.';
const coded = { start: 10, end: 18 };
const after = (splice: Splice): string | null => {
  const moved = moveSpan(coded, splice);
  return moved && applySplice(text, splice).slice(moved.start, moved.end);
};

test('what is put at the start stands before a span, at the end behind it, inside it belongs to it', () => {
  assert.equal(text.slice(coded.start, coded.end), 'the list');
  assert.equal(after({ start: 10, end: 10, text: 'all ' }), 'the list');
  assert.equal(after({ start: 18, end: 18, text: 's' }), 'the list');
  assert.equal(after({ start: 14, end: 14, text: 'long ' }), 'the long list');
});

test('what is taken away over an edge trims a span, all of it empties it, a replacement within stays in it', () => {
  assert.equal(after({ start: 5, end: 14, text: '' }), 'list');
  assert.equal(after({ start: 13, end: 21, text: '' }), 'the');
  assert.equal(after({ start: 13, end: 21, text: ' roll of' }), 'the');
  assert.equal(after({ start: 5, end: 14, text: 'made a ' }), 'list');
  assert.equal(after({ start: 10, end: 18, text: '' }), null);
  assert.equal(after({ start: 9, end: 19, text: ' a roll ' }), null);
  assert.equal(after({ start: 10, end: 18, text: 'a roll' }), 'a roll');
  assert.equal(after({ start: 10, end: 13, text: 'a' }), 'a list');
});

test('a coded word that is typed anew letter by letter stays coded, and typing behind it does not', () => {
  const letters = Array.from('a roll', (letter, n): Splice => ({
    start: 10 + n,
    end: n === 0 ? 18 : 10 + n,
    text: letter,
  }));
  const typing = letters.reduce<Splice[]>((done, next) => {
    const last = done.at(-1);
    const joint = last ? joinTyping(last, next) : null;
    return joint ? [...done.slice(0, -1), joint] : [...done, next];
  }, []);
  assert.deepEqual(typing, [{ start: 10, end: 18, text: 'a roll' }]);
  assert.equal(joinTyping({ start: 10, end: 10, text: 'x' }, { start: 20, end: 20, text: 'y' }), null);
  const typedThenErased = joinTyping({ start: 3, end: 3, text: 'xy' }, { start: 4, end: 5, text: '' });
  assert.deepEqual(typedThenErased, { start: 3, end: 3, text: 'x' });
});

test('an accent put behind the last letter of a span belongs to that letter', () => {
  const splice = { start: 4, end: 4, text: '\u0301' };
  const [before, now] = ['cafe', applySplice('cafe', splice)];
  const moved = moveSpan({ start: 0, end: 4 }, splice);
  assert.deepEqual(moved && settleSpan({ before, after: now }, { start: 0, end: 4 }, moved), {
    start: 0,
    end: 5,
  });
  // A border that was within a character before, as another program left it, is no business of an edit elsewhere.
  const odd = { start: 0, end: 1 };
  const appended = { before: 'e\u0301 x', after: 'e\u0301 xy' };
  assert.deepEqual(settleSpan(appended, odd, odd), odd);
});

test('a place outside the text, or within a surrogate pair, is no place for a splice', () => {
  for (const [start, end] of [
    [1, 0],
    [0, 4],
    [-1, 0],
    [1, 1],
  ] as const)
    assert.throws(() => applySplices('😀b', [{ start, end, text: '' }]), RangeError);
});

test('a paste brings one form of line breaks and no half characters', () => {
  assert.equal(cleanTyped('a\r\nb\rc\u2028d\0\ud83d'), 'a\nb\nc\nd\ufffd');
});

test('a corrected text differs in the words that were corrected, and in whole lines where most is new', () => {
  const old = 'Ms Orr: We lent each other ladders.\nQ: And then?\nMs Orr: 每一把都还回来了。\n';
  const corrected = 'Ms Orr: We lent each other two ladders.\nQ: And then?\nMs Orr: 每一把都没还回来。\n';
  const shown = textDifferences(old, corrected)
    .toReversed()
    .map(({ start, end, text: put }) => [old.slice(start, end), put]);
  assert.deepEqual(shown, [
    ['', 'two '],
    ['', '没'],
    ['了', ''],
  ]);
  const rewritten = textDifferences(
    'Nobody was invited upstairs before.',
    'Whoever knocks was greeted by everybody.',
  );
  assert.equal(rewritten.length, 1);
});

test('lines that were joined, parted or put in between are told as that', () => {
  const lines = ['We lent each other ladders.', 'Every ladder came back.', 'Nobody wrote that down.'];
  const told = (after: string): (readonly [string, string])[] => {
    const before = lines.join('\n');
    return textDifferences(before, after).map(({ start, end, text: put }) => [before.slice(start, end), put]);
  };
  assert.deepEqual(told(`${lines[0]} ${lines[1]}\n${lines[2]}`), [['\n', ' ']]);
  assert.deepEqual(told(lines.join('\n').replace('came', 'came\n')), [['', '\n']]);
  assert.deepEqual(told(`${lines[0]}\nLong ago.\n${lines[1]}\n${lines[2]}`), [['', 'Long ago.\n']]);
  const corrected = `${lines[0]}\nLong ago.\nEvery single ladder came back.\n${lines[2]}`;
  assert.deepEqual(told(corrected), [
    ['', 'single '],
    ['', 'Long ago.\n'],
  ]);
});

test('a text with a correction in every line keeps all other words of every line', () => {
  const lines = Array.from({ length: 1200 }, (_, n) => {
    const own = [n, n * 7, n * 31, n + 7000].map((each) => `w${each}`).join(' ');
    return `Speaker ${n % 7}: We met de others, ${own}, at gate ${n} and went home.`;
  });
  const before = lines.join('\n');
  const after = lines
    .map((line) => line.replace(' de ', ' the ').replace('Speaker 3', 'Ms Orr'))
    .toSpliced(400, 1)
    .toSpliced(900, 0, 'Q: And then?')
    .join('\n');
  const splices = textDifferences(before, after);
  assert.equal(applySplices(before, splices), after);
  const gate = before.indexOf('gate 1100');
  const moved = moveThrough({ start: gate, end: gate + 9 }, splices);
  assert.equal(moved && after.slice(moved.start, moved.end), 'gate 1100');
  const put = splices.reduce((sum, { text: words }) => sum + words.length, 0);
  assert.ok(put < after.length / 5, `${put} of ${after.length} units count as new`);
});

test('splices from the end touch what each of them touches alone, tens of thousands in a moment', () => {
  const anyGaps = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)), { maxLength: 12 });
  fc.assert(
    fc.property(anyGaps, (gaps) => {
      let at = 0;
      const ascending = gaps.map(([gap, taken, put]) => {
        const start = at + gap;
        at = start + taken;
        return { start, end: at, text: 'x'.repeat(put) };
      });
      // A splice that changes nothing behind all others: they are no longer told from the end.
      const mixed = [...ascending.toReversed(), { start: 1_000, end: 1_000, text: '' }];
      const last = touchedSpans(mixed).filter(({ start }) => start < 1_000);
      assert.deepEqual(touchedSpans(ascending.toReversed()), last);
    }),
  );
  const many = Array.from({ length: 50_000 }, (_, n) => ({ start: 4 * n, end: 4 * n + 1, text: 'ab' }));
  const began = process.cpuUsage();
  assert.equal(touchedSpans(many.toReversed()).length, 50_000);
  assert.ok(process.cpuUsage(began).user < 2_000_000);
});
