// Sections of long texts, and the stretches without coding.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareSpans } from '../../../shared/text/lanes.ts';
import { findLineStarts, type Span } from '../../../shared/text/lines.ts';
import { findSections, sectionAt, sectionLines } from '../../../shared/text/sections.ts';
import { nextUncoded } from '../../../shared/text/uncoded.ts';

test('sections hold each line once, in order, and none is long where lines are short', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 900 }), (lines, length) => {
      const text = `${'x'.repeat(length)}\n`.repeat(lines);
      const starts = findLineStarts(text);
      const sections = findSections(starts, text.length);
      assert.equal(sections[0], 0);
      assert.equal(sections.length > 1, text.length > 500_000);
      let next = 0;
      for (const section of sections.keys()) {
        const { first, end } = sectionLines(sections, section, starts.length);
        assert.equal(first, next);
        assert.ok(end > first);
        const from = starts[first] ?? 0;
        const to = starts[end] ?? text.length;
        if (sections.length > 1) assert.ok(to - from <= 252_000, `${to - from} units`);
        assert.equal(sectionAt(sections, starts, from), section);
        assert.equal(sectionAt(sections, starts, to - 1), section);
        next = end;
      }
      assert.equal(next, starts.length);
    }),
    { numRuns: 40 },
  );
});

const spans = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 15 }))
    .map(([start, size]) => ({ start, end: start + size })),
  { maxLength: 8 },
);
const texts = fc
  .array(fc.constantFrom('a', 'b', '六', ' ', '.', '\n'), { minLength: 1, maxLength: 60 })
  .map((pieces) => pieces.join(''));

test('stepping through the stretches without coding meets every uncoded letter once, both ways', () => {
  fc.assert(
    fc.property(texts, spans, (text, list) => {
      const codings = list.toSorted(compareSpans);
      const starts = findLineStarts(text);
      const step = (from: number, direction: 'next' | 'previous'): Span | null =>
        nextUncoded({ text, labels: [] }, starts, { codings, from, direction, isLeftOut: () => false });
      const met: Span[] = [];
      for (let at = step(0, 'next'); at; at = step(at.end, 'next')) met.push(at);
      const back: Span[] = [];
      for (let at = step(text.length, 'previous'); at; at = step(at.start, 'previous')) back.push(at);
      assert.deepEqual(back.toReversed(), met);
      for (let position = 0; position < text.length; position++) {
        const isCoded = codings.some(({ start, end }) => start <= position && position < end);
        const isIn = met.filter(({ start, end }) => start <= position && position < end).length;
        if (isCoded || text[position] === '\n') assert.equal(isIn, 0);
        else if (/[ab六]/.test(text.charAt(position))) assert.equal(isIn, 1);
      }
    }),
  );
});

test('labels and lines that are left out are passed over', () => {
  const text = 'Ida: Why?\nTom: Because we share.\nIda: And then?\nTom: We ask.';
  const labels = [0, 10, 33, 48].map((start) => ({ start, end: start + 5 }));
  const starts = findLineStarts(text);
  const asks = new Set([0, 33]);
  const step = (from: number): string | null => {
    const codings = [{ start: 15, end: 25 }];
    const wish = { codings, from, direction: 'next', isLeftOut: (line: number) => asks.has(line) } as const;
    const found = nextUncoded({ text, labels }, starts, wish);
    return found && text.slice(found.start, found.end);
  };
  assert.equal(step(0), 'share.');
  assert.equal(step(text.indexOf('share')), 'share.');
  assert.equal(step(text.indexOf('share.') + 6), 'We ask.');
  assert.equal(step(text.length), null);
});
