// Lines, passages, lanes and finding: what the reading room computes without a screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { must } from '../../../shared/must.ts';
import { findFolded, foldForFinding, hitFrom } from '../../../shared/text/find.ts';
import {
  compareSpans,
  narrowest,
  nextSpan,
  ruleLanes,
  spansAt,
  stripeLanes,
} from '../../../shared/text/lanes.ts';
import { findLineStarts, lineAt, lineSpan, piecesByLine, type Span } from '../../../shared/text/lines.ts';
import {
  lineWordsAt,
  moveBorder,
  passageOf,
  snapToGraphemes,
  turnWordsAt,
} from '../../../shared/text/passages.ts';

const pieces = fc.array(
  fc.constantFrom(
    'a',
    'B',
    '\n',
    ' ',
    '。',
    '六',
    '街',
    '😀',
    'é',
    'e\u0301',
    '👩‍👩‍👧',
    'Ｔ',
    'İ',
    '\u3000',
    'ß',
  ),
  { maxLength: 60 },
);
const texts = pieces.map((list) => list.join(''));
const textWithSpan = texts.chain((text) =>
  fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length)).map(([whole, one, other]) => ({
    text: whole,
    span: { start: Math.min(one, other), end: Math.max(one, other) },
  })),
);
const spans = fc.array(
  fc
    .tuple(fc.nat(300), fc.integer({ min: 1, max: 80 }))
    .map(([start, size]) => ({ start, end: start + size })),
  { maxLength: 40 },
);

test('each position lies in its line, and the lines joined by line breaks are the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const starts = findLineStarts(text);
      const lines = Array.from(starts, (_, line) => lineSpan(starts, line, text.length));
      assert.equal(lines.map(({ start, end }) => text.slice(start, end)).join('\n'), text);
      for (let position = 0; position <= text.length; position++) {
        const { start, end } = must(lines[lineAt(starts, position)], 'the line');
        assert.ok(start <= position && position <= end);
      }
    }),
  );
});

test('the pieces of a span by line are the span without its line breaks', () => {
  fc.assert(
    fc.property(textWithSpan, ({ text, span }) => {
      const starts = findLineStarts(text);
      const found = piecesByLine(starts, span, text.length);
      assert.equal(
        found.map(({ start, end }) => text.slice(start, end)).join(''),
        text.slice(span.start, span.end).replaceAll('\n', ''),
      );
      for (const { line, start } of found) assert.equal(lineAt(starts, start), line);
    }),
  );
});

test('a snapped span holds what was selected and cuts no character that people see', () => {
  fc.assert(
    fc.property(textWithSpan, ({ text, span }) => {
      const snapped = snapToGraphemes(text, span);
      assert.ok(snapped.start <= span.start && (span.start === span.end || snapped.end >= span.end));
      const borders = new Set([text.length]);
      for (const { index } of new Intl.Segmenter().segment(text)) borders.add(index);
      assert.ok(borders.has(snapped.start) && borders.has(snapped.end));
    }),
  );
  const family = 'a👩‍👩‍👧b';
  assert.deepEqual(snapToGraphemes(family, { start: 3, end: 4 }), { start: 1, end: 9 });
});

test('a passage starts after the label, ends before the next one and has no blanks at its ends', () => {
  const text = 'Ada: Well, yes. \n\nBo: No.';
  const labels = [
    { start: 0, end: 5 },
    { start: 18, end: 22 },
  ];
  const quote = (selection: Span): string | null => {
    const passage = passageOf({ text, labels }, selection);
    return passage && text.slice(passage.start, passage.end);
  };
  assert.equal(quote({ start: 0, end: 16 }), 'Well, yes.');
  assert.equal(quote({ start: 2, end: 20 }), 'Well, yes.');
  assert.equal(quote({ start: 5, end: 25 }), 'Well, yes. \n\nBo: No.');
  assert.equal(quote({ start: 0, end: 4 }), null);
  assert.equal(quote({ start: 15, end: 17 }), null);
  const line = must(lineWordsAt({ text, labels }, 19), 'a passage');
  assert.equal(text.slice(line.start, line.end), 'No.');
  assert.equal(lineWordsAt({ text, labels }, 17), null);
});

test('a label stands for the words of its turn, up to the next label', () => {
  const text = 'Ada:\nWell.\n\nYes.\n\nBo:\n\nCy: No.';
  const labels = ['Ada:', 'Bo:', 'Cy:'].map((label) => {
    const start = text.indexOf(label);
    return { start, end: start + label.length };
  });
  const quote = (selection: Span): string | null => {
    const passage = turnWordsAt({ text, labels }, selection);
    return passage && text.slice(passage.start, passage.end);
  };
  assert.equal(quote({ start: 0, end: 4 }), 'Well.\n\nYes.');
  assert.equal(quote({ start: 2, end: 2 }), 'Well.\n\nYes.');
  assert.equal(quote({ start: 4, end: 4 }), 'Well.\n\nYes.');
  assert.equal(quote({ start: 6, end: 6 }), null, 'words are no label');
  assert.equal(quote({ start: 19, end: 21 }), null, 'nothing was said');
  assert.equal(quote({ start: text.length - 4, end: text.length - 4 }), 'No.');
});

test('borders move by words, also in Chinese and over a line break, and never past each other', () => {
  const text = 'One two, three.\n我们 社区 信任';
  const move = (quote: string, border: 'start' | 'end', direction: 'earlier' | 'later'): string => {
    const start = text.indexOf(quote);
    const moved = moveBorder({ text, labels: [] }, { start, end: start + quote.length }, border, direction);
    return text.slice(moved.start, moved.end);
  };
  assert.equal(move('two', 'start', 'earlier'), 'One two');
  assert.equal(move('two, three', 'start', 'later'), 'three');
  assert.equal(move('two', 'end', 'later'), 'two, three');
  assert.equal(move('two, three', 'end', 'earlier'), 'two');
  assert.equal(move('three', 'end', 'later'), 'three.\n我们');
  assert.equal(move('社区', 'end', 'later'), '社区 信任');
  assert.equal(move('two', 'start', 'later'), 'two');
  assert.equal(move('One', 'start', 'earlier'), 'One');
});

test('a border passes over labels, and stays where only a label is left', () => {
  const text = 'Ada Bee: Well. Cy: No. Dee:';
  const labels = [
    { start: 0, end: 9 },
    { start: 15, end: 19 },
    { start: 23, end: 27 },
  ];
  const move = (passage: Span, border: 'start' | 'end', direction: 'earlier' | 'later'): string => {
    const moved = moveBorder({ text, labels }, passage, border, direction);
    return text.slice(moved.start, moved.end);
  };
  assert.equal(move({ start: 9, end: 13 }, 'end', 'later'), 'Well. Cy: No');
  assert.equal(move({ start: 9, end: 13 }, 'start', 'earlier'), 'Well');
  assert.equal(move({ start: 19, end: 21 }, 'start', 'earlier'), 'Well. Cy: No');
  assert.equal(move({ start: 19, end: 21 }, 'end', 'later'), 'No');
});

test('overlapping spans never share a lane, and no more lanes are used than overlap at one place', () => {
  fc.assert(
    fc.property(spans, (unsorted) => {
      const sorted = unsorted.toSorted(compareSpans);
      const lanes = ruleLanes(sorted);
      const stripes = stripeLanes(sorted, Int32Array.of(0, 100, 200));
      for (const [i, a] of sorted.entries())
        for (const [j, b] of sorted.entries()) {
          if (i === j || a.end <= b.start || b.end <= a.start) continue;
          assert.notEqual(lanes[i], lanes[j]);
          assert.notEqual(stripes[i], stripes[j]);
        }
      const depth = Math.max(
        0,
        ...sorted.map(({ start }) => sorted.filter((b) => b.start <= start && start < b.end).length),
      );
      assert.equal(Math.max(-1, ...lanes) + 1, depth);
    }),
  );
});

test('a stripe lane is free again on the next line of the text, or 70 units on', () => {
  const near = [
    { start: 0, end: 10 },
    { start: 30, end: 40 },
    { start: 110, end: 120 },
  ];
  assert.deepEqual(stripeLanes(near, Int32Array.of(0)), [0, 1, 0]);
  assert.deepEqual(stripeLanes(near, Int32Array.of(0, 30)), [0, 0, 0]);
});

test('codings at the caret, the narrowest of them, the next and the one before', () => {
  const list = [
    { start: 0, end: 50 },
    { start: 10, end: 20 },
    { start: 30, end: 40 },
  ];
  const [wide, first, second] = list;
  assert.deepEqual(spansAt(list, { start: 20, end: 20 }), [wide, first]);
  assert.deepEqual(spansAt(list, { start: 20, end: 30 }), [wide]);
  assert.equal(narrowest(spansAt(list, { start: 15, end: 15 })), first);
  assert.equal(narrowest([]), null);
  assert.equal(nextSpan(list, { chosen: null, position: 12 }, 'next'), second);
  assert.equal(nextSpan(list, { chosen: null, position: 12 }, 'previous'), first);
  assert.equal(nextSpan(list, { chosen: must(first, 'first'), position: 0 }, 'previous'), wide);
  assert.equal(nextSpan(list, { chosen: must(second, 'second'), position: 0 }, 'next'), null);
});

test('folding keeps every position, and each hit folds to what was typed', () => {
  fc.assert(
    fc.property(texts, texts, (text, needle) => {
      const folded = foldForFinding(text);
      assert.equal(folded.length, text.length);
      for (const { start, end } of findFolded(folded, needle))
        assert.equal(foldForFinding(text.slice(start, end)), foldForFinding(needle));
    }),
  );
  const text = 'Trust, TRUST and ｔｒｕｓｔ；六街的信任';
  assert.deepEqual(
    findFolded(foldForFinding(text), 'trust').map(({ start, end }) => text.slice(start, end)),
    ['Trust', 'TRUST', 'ｔｒｕｓｔ'],
  );
  assert.equal(findFolded(foldForFinding(text), '信任').length, 1);
  assert.equal(findFolded(foldForFinding(text), '').length, 0);
  assert.equal(findFolded(foldForFinding('I don’t “know” – yet'), `don't "know" -`).length, 1);
});

test('the first hit from the caret on, around the end', () => {
  const hits = [
    { start: 5, end: 6 },
    { start: 9, end: 10 },
  ];
  assert.equal(hitFrom(hits, 6), 1);
  assert.equal(hitFrom(hits, 10), 0);
  assert.equal(hitFrom([], 3), -1);
});
