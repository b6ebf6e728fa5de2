// Cells side by side: what differs is marked, what is alike is not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, type SideBySide } from '../../../shared/matrices/differences.ts';

const cell = (n: number, negative = 0, rating: number | null = null): SideBySide => ({ n, negative, rating });

test('alike cells and a single cell differ in nothing', () => {
  assert.deepEqual(differences([cell(3), cell(1), cell(9)]), [null, null, null]);
  assert.deepEqual(differences([cell(3, 3, 1)]), [null]);
  assert.deepEqual(differences([cell(0), cell(0)]), [null, null]);
});

test('the only cell with codings is told', () => {
  assert.deepEqual(differences([cell(0), cell(2), cell(0)]), [null, 'only', null]);
});

test('a cell whose codings mostly say the contrary differs; of two that contradict each other both do', () => {
  assert.deepEqual(differences([cell(4), cell(4), cell(3, 2)]), [null, null, 'contrary']);
  assert.deepEqual(differences([cell(4, 4), cell(4, 3), cell(3)]), [null, null, 'contrary']);
  assert.deepEqual(differences([cell(4, 4), cell(2)]), ['contrary', 'contrary']);
  assert.deepEqual(differences([cell(4, 2), cell(2)]), [null, null]);
});

test('a rating two or more from the middle one is told, where there are ratings to compare', () => {
  assert.deepEqual(differences([cell(1, 0, 4), cell(1, 0, 4), cell(1, 0, 1)]), [null, null, 'rating']);
  assert.deepEqual(differences([cell(1, 0, 5), cell(1, 0, 4)]), [null, null]);
  assert.deepEqual(differences([cell(1, 0, 5), cell(1), cell(1)]), [null, null, null]);
});
