// The pure parts of the matrices place: folding, heat, keys through the grid, the order of frequencies, the question.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shownLines } from '../../../renderer/matrices/axis-lines.ts';
import { frequencyLines } from '../../../renderer/matrices/frequency-order.ts';
import { moved } from '../../../renderer/matrices/grid-keys.ts';
import {
  changeText,
  heatEnds,
  heatLabels,
  heatStep,
  shortChangeText,
} from '../../../renderer/matrices/numbers.ts';
import {
  replaced,
  transposed,
  withAxis,
  withFilter,
  withMeasure,
  type MatrixInput,
} from '../../../renderer/matrices/question.ts';
import { must } from '../../../shared/must.ts';

const none: ReadonlySet<string> = new Set();
const base: MatrixInput = {
  rows: ['case'],
  columns: ['code'],
  measure: 'references',
  near: null,
  filters: [],
  overlap: 'split',
  coders: null,
};

/** A codebook in the order of its tree: no depth grows by more than 1. */
const codebook = fc.array(fc.nat(3), { minLength: 1, maxLength: 30 }).map((steps) => {
  let depth = 0;
  return new Map(
    steps.map((step, i) => [`c${i}`, (depth = Math.max(1, Math.min(depth + 1, depth + 2 - step)))]),
  );
});
const entriesOf = (ids: readonly string[]) => ids.map((id) => ({ ids: [id], labels: [id] }));

test('an axis that is all open shows every heading, one that is all folded only the outermost', () => {
  fc.assert(
    fc.property(codebook, (depths) => {
      const entries = entriesOf([...depths.keys()]);
      const open = shownLines(entries, ['code'], depths, { open: true, turned: none });
      assert.deepEqual(
        open.map(({ place }) => place),
        [...entries.keys()],
      );
      assert.deepEqual(
        open.map(({ depth }) => depth + 1),
        [...depths.values()],
      );
      const folded = shownLines(entries, ['code'], depths, { open: false, turned: none });
      assert.deepEqual(
        folded.map(({ entry }) => entry.ids[0]),
        [...depths].filter(([, depth]) => depth === 1).map(([id]) => id),
      );
    }),
  );
});

test('folding a family hides what stands beneath it and nothing else', () => {
  fc.assert(
    fc.property(codebook, fc.nat(29), (depths, pick) => {
      const ids = [...depths.keys()];
      const at = pick % ids.length;
      const id = must(ids[at], 'a code');
      const depth = must(depths.get(id), 'its depth');
      const beneath = [...depths].findIndex(([, each], i) => i > at && each <= depth);
      const end = beneath === -1 ? ids.length : beneath;
      const shown = shownLines(entriesOf(ids), ['code'], depths, { open: true, turned: new Set([id]) });
      assert.deepEqual(
        shown.map(({ place }) => place),
        [...ids.keys()].filter((i) => i <= at || i >= end),
      );
    }),
  );
});

test('codes that a filter left without their parent stand at the outermost depth', () => {
  const depths = new Map([
    ['W', 1],
    ['W1', 2],
    ['W1a', 3],
    ['W2', 2],
  ]);
  const lines = shownLines(entriesOf(['W1', 'W1a', 'W2']), ['code'], depths, { open: false, turned: none });
  assert.deepEqual(
    lines.map(({ entry, family }) => [entry.ids[0], family?.open ?? null]),
    [
      ['W1', false],
      ['W2', null],
    ],
  );
});

test('heat grows with the number, 0 has none, and every number is within its label', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 40 }), (values) => {
      const ends = heatEnds('references', values);
      const sorted = values.toSorted((a, b) => a - b);
      for (const [i, value] of sorted.entries()) {
        assert.equal(heatStep(ends, value) === 0, value === 0);
        const before = sorted[i - 1];
        if (before !== undefined) assert.ok(heatStep(ends, before) <= heatStep(ends, value));
      }
      assert.ok(ends.length <= 5);
      if (Math.max(...values) > 0) assert.equal(ends.at(-1), Math.max(...values));
      assert.equal(heatLabels('en', 'references', ends).length, ends.length);
    }),
  );
  assert.deepEqual(heatLabels('en', 'references', heatEnds('references', [9, 0, 2])), [
    '1–2',
    '3–4',
    '5–6',
    '7–8',
    '9',
  ]);
});

test('keys never leave the grid, its heads and totals, and never stand in the corner', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
  const pressed = fc.record({
    key: fc.constantFrom(...keys),
    ctrlKey: fc.boolean(),
    metaKey: fc.constant(false),
    altKey: fc.constant(false),
  });
  fc.assert(
    fc.property(fc.array(pressed, { maxLength: 40 }), fc.nat(30), fc.nat(30), (presses, lines, columns) => {
      let at = { line: 0, column: 0 };
      for (const press of presses) {
        at = must(moved(at, press, { lines, columns }), 'a key that moves');
        assert.ok(at.line >= -1 && at.line <= lines && at.column >= -1 && at.column <= columns);
        assert.ok(at.line !== -1 || at.column !== -1);
      }
      const home = { key: 'Home', ctrlKey: true, metaKey: false, altKey: false };
      assert.deepEqual(moved(at, home, { lines, columns }), { line: 0, column: 0 });
    }),
  );
});

test('frequencies are sorted within their family, and every row is kept', () => {
  fc.assert(
    fc.property(codebook, fc.infiniteStream(fc.nat(20)), fc.boolean(), (depths, numbers, descending) => {
      const rows = [...depths].map(([id, depth]) => {
        const references = must(numbers.next().value, 'a number');
        const counts = {
          references,
          own: 0,
          sources: 0,
          cases: 0,
          speakers: 0,
          caseShare: { k: 0, n: 0 },
          isUncoded: false,
        };
        return { id, name: id, depth, ...counts };
      });
      const n = { references: 0, sources: 0, cases: 0, speakers: 0 };
      const sort = { column: 'references', descending } as const;
      const lines = frequencyLines({ by: 'code', rule: [], n, rows }, sort, depths, none);
      assert.deepEqual(
        lines.map(({ place }) => place).toSorted((a, b) => a - b),
        [...rows.keys()],
      );
      for (const [i, line] of lines.entries()) {
        // The line before it at its depth, in the same family.
        const before = lines.slice(0, i).findLast((each) => each.depth <= line.depth);
        if (before?.depth !== line.depth) continue;
        const [less, more] = descending ? [line, before] : [before, line];
        assert.ok(less.row.references <= more.row.references);
      }
    }),
  );
});

test('a question stays one that can be answered', () => {
  const pairs = withMeasure(withAxis(base, 'rows', ['code']), 'jaccard');
  assert.deepEqual([pairs.measure, pairs.near], ['jaccard', 'turn']);
  const cases = withAxis(pairs, 'rows', ['case']);
  assert.deepEqual([cases.measure, cases.near], ['references', null]);
  assert.deepEqual(transposed(transposed(base)), base);
  assert.deepEqual(transposed({ ...base, columns: [] }), { ...base, columns: [] });
  assert.deepEqual(replaced({ ...base, rows: ['case', 'source'] }, 'case', 'source').rows, ['source']);
});

test('a changed filter keeps its place, an empty one goes', () => {
  const two = withFilter(withFilter(base, 'code', ['T']), 'case', ['a', 'b']);
  const changed = withFilter(two, 'code', ['N', 'W']);
  assert.deepEqual(
    changed.filters.map(({ value }) => value),
    ['N', 'W', 'a', 'b'],
  );
  assert.deepEqual(
    withFilter(changed, 'code', []).filters.map(({ value }) => value),
    ['a', 'b'],
  );
});

test('a difference of percentages is told in percentage points, any other in its own measure', () => {
  assert.equal(changeText('en', 'presence', -1 / 3), '↓ −33.3 pp');
  assert.equal(changeText('zh', 'share', 0.5), '↑ +50 百分点');
  assert.equal(changeText('en', 'mean-level', 4 / 3), '↑ +1.33');
  assert.equal(changeText('en', 'presence', 0), '→ 0 pp');
  assert.equal(changeText('en', 'share', -0.0001), '↓ 0 pp');
  assert.equal(shortChangeText('en', 'presence', -1 / 3), '↓ −33.3');
});
