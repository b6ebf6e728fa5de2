// Every mark that a chart draws is led to by the arrow keys, and none that it does not draw.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ChartData, ChartLine } from '../../../renderer/charts/chart-data.ts';
import { chartOption, raisedNames } from '../../../renderer/charts/chart-option.ts';
import { marksOf, placeOfMark } from '../../../renderer/charts/chart-marks.ts';

const look = { ink: '', quiet: '', rule: '', paper: '', font: '', heat: [], colourOf: () => '' };

test('the keys lead to each code and each line of a network once, which opens the cell that it is drawn of', () => {
  const square = fc
    .integer({ min: 1, max: 6 })
    .chain((n) =>
      fc.array(fc.array(fc.nat(3), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
    );
  fc.assert(
    fc.property(square, (values) => {
      const lines = values.map((_, place): ChartLine => ({ name: `c${place}`, className: '', place }));
      const data: ChartData = {
        rows: lines,
        columns: lines,
        values,
        colouredRows: false,
        figure: String,
      };
      const { series } = chartOption('network', data, look, { top: 0, bottom: 0 });
      const drawn = series as { readonly data: readonly Drawn[]; readonly links: readonly Drawn[] };
      const reached = marksOf('network', data).flat();
      const opened = reached.map((mark) => {
        const { dataType, dataIndex } = placeOfMark('network', data, mark);
        assert.deepEqual(drawn[dataType === 'edge' ? 'links' : 'data'][dataIndex]?.cell, mark);
        return `${dataType} ${dataIndex}`;
      });
      assert.equal(new Set(opened).size, drawn.data.length + drawn.links.length);
      assert.equal(opened.length, new Set(opened).size);
    }),
  );
});

test('the keys lead to both ends of each drawn line of a change once, and past the rows that have none', () => {
  const level = fc.double({ min: 0, max: 3, noNaN: true });
  const lines = fc.array(fc.option(fc.tuple(level, level)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 3 }), (pairs, width) => {
      const named = (_: unknown, place: number): ChartLine => ({ name: `c${place}`, className: '', place });
      const data: ChartData = {
        // A table with columns has a line for each of a row's cells.
        rows: pairs.map((pair, index) => named(pair, Math.floor(index / width))),
        columns: [null, null].map(named),
        values: pairs.map((pair) => pair ?? [null, null]),
        colouredRows: true,
        figure: String,
        change: {
          lines: pairs.map((_, index) => ({ column: index % width, told: '', isFamily: false })),
          ends: null,
        },
      };
      const { series } = chartOption('dumbbells', data, look, { top: 0, bottom: 0 });
      const ends = (series as readonly { readonly data: readonly (Drawn & { value: unknown[] })[] }[]).slice(
        0,
        2,
      );
      const opened = marksOf('dumbbells', data)
        .flat()
        .map((mark) => {
          const { seriesIndex, dataIndex } = placeOfMark('dumbbells', data, mark);
          const drawn = ends[seriesIndex]?.data[dataIndex];
          assert.deepEqual(drawn?.value, [pairs[mark.row]?.[mark.column], mark.row]);
          assert.deepEqual(drawn.cell, {
            row: Math.floor(mark.row / width),
            column: mark.row % width,
            side: mark.column === 0 ? 'before' : 'after',
          });
          return `${seriesIndex} ${dataIndex}`;
        });
      const seen = ends.flatMap(({ data: marks }) => marks.filter(({ value }) => value[0] !== '-'));
      assert.equal(new Set(opened).size, seen.length);
      assert.equal(opened.length, seen.length);
    }),
  );
});

interface Drawn {
  readonly cell: { readonly row: number; readonly column: number };
}

test('the names at the ends of lines stand apart, none beneath the axis, and each where its line ends if there is room', () => {
  const lines = fc.array(fc.array(fc.option(fc.nat(9)), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(lines, (values) => {
      const height = 300;
      const highest = Math.max(...values.flat().map((value) => value ?? 0)) || 1;
      const raised = raisedNames(values, height);
      const stands = values.map(
        (line, row) => ((line.at(-1) ?? 0) / highest) * height + (raised[row] ?? NaN),
      );
      const sorted = stands.toSorted((a, b) => a - b);
      assert.ok(raised.every((by) => by >= 0));
      for (const [place, at] of sorted.entries())
        assert.ok(place === 0 || at - (sorted[place - 1] ?? 0) >= 15 - 1e-9);
      if (values.length === 1) assert.deepEqual(raised, [0]);
    }),
  );
});
