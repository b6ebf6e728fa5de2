// Orders of rows and columns: by hand, name, attribute, total, one heading and likeness.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refused } from '../../../shared/refused.ts';
import { placesInOrder, type Order, type Side } from '../../../shared/matrices/order.ts';
import { seriation } from '../../../shared/matrices/seriation.ts';
import { makeCorpus } from './made-up.ts';

const corpus = makeCorpus([]);
const heading = (id: string): { ids: string[]; labels: string[] } => ({ ids: [id], labels: [id] });
const cases: Side = {
  dimensions: [{ kind: 'case' }],
  headings: corpus.cases.map(({ id, name }) => ({ ids: [id], labels: [name] })),
  others: [heading('T1'), heading('T2')],
  cells: [
    [1, 0],
    [null, 4],
    [3, 1],
    [3, null],
  ],
  totals: [1, 4, 4, null],
  ratings: [
    [2, null],
    [5, 1],
    [null, null],
    [2, 5],
  ],
};
const order = (wanted: Order): number[] => placesInOrder(corpus, cases, wanted);

test('an order by hand is kept; what it does not name follows as it stood', () => {
  assert.deepEqual(order({ by: 'hand', ids: [['c2'], ['c9'], ['c0']] }), [2, 0, 1, 3]);
});

test('totals and numbers are sorted either way, equals as they stood, the undefined last', () => {
  assert.deepEqual(order({ by: 'total', descending: false }), [0, 1, 2, 3]);
  assert.deepEqual(order({ by: 'total', descending: true }), [1, 2, 0, 3]);
  assert.deepEqual(order({ by: 'value', at: ['T1'], descending: true }), [2, 3, 0, 1]);
});

test('ratings are sorted at one heading or by their mean, the unrated last', () => {
  assert.deepEqual(order({ by: 'rating', at: ['T1'], descending: true }), [1, 0, 3, 2]);
  assert.deepEqual(order({ by: 'rating', at: null, descending: true }), [3, 1, 0, 2]);
  const unsaved = placesInOrder(
    corpus,
    { ...cases, ratings: [] },
    { by: 'rating', at: null, descending: true },
  );
  assert.deepEqual(unsaved, [0, 1, 2, 3]);
});

test('names stand as people sort them, numbers in them by size', () => {
  const named = { ...cases, headings: ['Case 10', 'Case 9', '乙', '甲'].map(heading) };
  const byName = placesInOrder(corpus, named, { by: 'name', descending: false });
  assert.ok(byName.indexOf(1) < byName.indexOf(0));
});

test('an attribute sorts by the order of its choices or by size, and only cases or sources', () => {
  // south (1), north (0), then east, which is no choice, then none.
  assert.deepEqual(order({ by: 'attribute', attribute: 'District', descending: false }), [1, 0, 2, 3]);
  assert.deepEqual(order({ by: 'attribute', attribute: 'size', descending: true }), [0, 3, 1, 2]);
  const codes: Side = { ...cases, dimensions: [{ kind: 'code', level: null }] };
  assert.throws(
    () => placesInOrder(corpus, codes, { by: 'attribute', attribute: 'size', descending: false }),
    (error) => error instanceof Refused && error.refusal.key === 'refused.order-attribute',
  );
});

test('a heading of the other axis that is not there is refused', () => {
  assert.throws(
    () => order({ by: 'value', at: ['T9'], descending: false }),
    (error) => error instanceof Refused && error.refusal.key === 'refused.no-such-heading',
  );
});

test('seriation finds the order of a shuffled gradient, whatever the sizes of the rows', () => {
  const width = 7;
  const gradient = (place: number, size: number): number[] =>
    Array.from({ length: width }, (_, column) => size * Math.max(0, 3 - Math.abs(column - place)));
  fc.assert(
    fc.property(
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 7, maxLength: 7 }),
      (shuffled, sizes) => {
        const table = shuffled.map((place) => gradient(place, sizes[place] ?? 1));
        const found = seriation(table).map((row) => shuffled[row]);
        const up = [0, 1, 2, 3, 4, 5, 6];
        assert.ok([String(up), String(up.toReversed())].includes(String(found)), String(found));
      },
    ),
  );
});

test('seriation keeps every row once, equal profiles as they stood and empty rows last', () => {
  assert.deepEqual(
    seriation([
      [0, 0],
      [1, 1],
      [2, 2],
      [null, null],
      [3, 3],
    ]),
    [1, 2, 4, 0, 3],
  );
  assert.deepEqual(seriation([]), []);
});
