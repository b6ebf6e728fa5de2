// Every mark that a chart draws is led to by the arrow keys, and none that it does not draw.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ChartData, ChartLine } from '../../../renderer/charts/chart-data.ts';
import { chartOption } from '../../../renderer/charts/chart-option.ts';
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
        measure: 'references',
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

interface Drawn {
  readonly cell: { readonly row: number; readonly column: number };
}
