// A printed text is the text: every word once, and between the brackets of a coding its very quote.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markLines } from '../../../renderer/print/marked-lines.ts';
import { compareSpans } from '../../../shared/text/lanes.ts';
import { findLineStarts } from '../../../shared/text/lines.ts';

const study = fc
  .array(fc.stringMatching(/^[a-d梯子 ]{0,12}$/), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.join('\n'))
  .chain((text) => {
    const place = fc.nat(text.length);
    const coding = fc.tuple(place, place).map(([one, other]) => {
      // No coding begins or ends with a blank: the engine sees to it.
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const words = text.slice(from, to);
      const start = from + words.length - words.trimStart().length;
      return { start, end: start + words.trim().length };
    });
    const codings = fc
      .array(coding, { maxLength: 8 })
      .map((all) => all.filter(({ start, end }) => start < end));
    return fc.record({ text: fc.constant(text), codings });
  });

test('the pieces of each line are the line, and each coding stands between its own brackets', () => {
  fc.assert(
    fc.property(study, ({ text, codings }) => {
      const sorted = codings.toSorted(compareSpans);
      const lines = markLines(text, findLineStarts(text), sorted);
      const printed = lines.map((pieces) => pieces.map(({ start, end }) => text.slice(start, end)).join(''));
      assert.equal(printed.join('\n'), text);
      const pieces = lines.flat();
      for (const [index, { start, end }] of sorted.entries()) {
        const opening = pieces.filter(({ opens }) => opens.includes(index + 1));
        const closing = pieces.filter(({ closes }) => closes.includes(index + 1));
        assert.deepEqual(
          [opening.map((each) => each.start), closing.map((each) => each.end)],
          [[start], [end]],
        );
      }
      for (const { start, end, isCoded } of pieces)
        assert.equal(
          isCoded,
          sorted.some((each) => each.start < end && each.end > start),
        );
    }),
  );
});

test('of codings that begin or end together the longer one has the outer brackets', () => {
  const text = 'lent and returned';
  const codings = [
    { start: 0, end: 17 },
    { start: 0, end: 4 },
    { start: 9, end: 17 },
  ].toSorted(compareSpans);
  const [line = []] = markLines(text, findLineStarts(text), codings);
  assert.deepEqual(
    line.map(({ start, end, opens, closes }) => [text.slice(start, end), opens, closes]),
    [
      ['lent', [1, 2], [2]],
      [' and ', [], []],
      ['returned', [3], [3, 1]],
    ],
  );
});
