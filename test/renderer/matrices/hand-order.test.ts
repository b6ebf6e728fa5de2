// Moving a heading by hand: families stay together, nothing is lost, and the way back leads to where it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Line } from '../../../renderer/matrices/axis-lines.ts';
import { movedByHand, withHidden } from '../../../renderer/matrices/hand-order.ts';
import { must } from '../../../shared/must.ts';

const linesOf = (depths: readonly number[]): Line[] =>
  depths.map((depth, place) => ({
    place,
    depth,
    family: null,
    entry: { ids: [String(place)], labels: [''] },
  }));

test('a heading passes its neighbour with all beneath either of them, and leaves no family', () => {
  // a (b c) d (e)
  const lines = linesOf([0, 1, 1, 0, 1]);
  assert.deepEqual(movedByHand(lines, 5, 0, { step: 1 }), { places: [3, 4, 0, 1, 2], at: 2 });
  assert.deepEqual(movedByHand(lines, 5, 3, { step: -1 }), { places: [3, 4, 0, 1, 2], at: 0 });
  assert.deepEqual(movedByHand(lines, 5, 2, { step: -1 }), { places: [0, 2, 1, 3, 4], at: 1 });
  for (const [at, step] of [
    [2, 1],
    [1, -1],
    [4, 1],
    [0, -1],
    [3, 1],
  ] as const)
    assert.equal(movedByHand(lines, 5, at, { step }), null);
});

test('a heading takes the place of another one of its family, however far off, and of no other', () => {
  // a (b c d) e (f) g
  const lines = linesOf([0, 1, 1, 1, 0, 1, 0]);
  assert.deepEqual(movedByHand(lines, 7, 0, { to: 6 }), { places: [4, 5, 6, 0, 1, 2, 3], at: 3 });
  assert.deepEqual(movedByHand(lines, 7, 6, { to: 0 }), { places: [6, 0, 1, 2, 3, 4, 5], at: 0 });
  assert.deepEqual(movedByHand(lines, 7, 3, { to: 1 }), { places: [0, 3, 1, 2, 4, 5, 6], at: 1 });
  for (const [at, to] of [
    [1, 5],
    [5, 1],
    [1, 4],
    [2, 2],
  ] as const)
    assert.equal(movedByHand(lines, 7, at, { to }), null);
});

test('sub-codes that are folded away move with the code above them', () => {
  const [first, second] = linesOf([0, 1, 0, 1]).filter(({ depth }) => depth === 0);
  assert.deepEqual(movedByHand([must(first, ''), must(second, '')], 4, 0, { step: 1 }), {
    places: [2, 3, 0, 1],
    at: 1,
  });
});

test('there and back again is as it was', () => {
  const trees = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 9 }).map((steps) => {
    const depths: number[] = [];
    for (const step of steps) depths.push(Math.min(step, (depths.at(-1) ?? -1) + 1));
    return depths;
  });
  fc.assert(
    fc.property(trees, fc.nat(8), (depths, at) => {
      const lines = linesOf(depths);
      const down = movedByHand(lines, lines.length, at, { step: 1 });
      if (!down) return;
      assert.deepEqual(
        [...down.places].sort((a, b) => a - b),
        [...lines.keys()],
      );
      const then = down.places.map((old, place) => ({ ...must(lines[old], ''), place }));
      const up = must(movedByHand(then, then.length, down.at, { step: -1 }), 'the way back');
      assert.deepEqual([up.at, up.places.map((place) => down.places[place])], [at, [...lines.keys()]]);
    }),
  );
});

test('headings that filters keep out stay where they stood by hand', () => {
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((id) => [id]) as [
    string[],
    string[],
    string[],
    string[],
    string[],
  ];
  assert.deepEqual(withHidden([a, b, c, d], [d, a]), [d, b, c, a]);
  assert.deepEqual(withHidden([a, b], [e, b, a]), [e, b, a]);
});
