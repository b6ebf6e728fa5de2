// The marks of a chart in the order in which the arrow keys lead through them, and where ECharts has each of them.
import type { ChartData } from './chart-data.ts';
import type { ChartKind } from './chart-kinds.ts';
import { networkOf } from './chart-option.ts';
import type { Reached } from './chart-parts.ts';

/** By line: up and down leads from one to the next, left and right along it. A network's line is a code, then what it is tied to. */
export function marksOf(kind: ChartKind, data: ChartData): readonly (readonly Reached[])[] {
  const { rows, columns, values } = data;
  if (kind === 'dumbbells')
    return rows.flatMap((_, row) =>
      values[row]?.[0] == null ? [] : [columns.map((__, column) => ({ row, column }))],
    );
  if (kind !== 'network') return rows.map((_, row) => columns.map((__, column) => ({ row, column })));
  const { linked, pairs } = networkOf(data);
  return linked.map((code) => {
    const row = rows.indexOf(code);
    const own = { row, column: columns.findIndex(({ place }) => place === code.place) };
    return [own, ...pairs.flatMap(({ down, across }) => (down === row ? [{ row, column: across }] : []))];
  });
}

/** As ECharts' actions name it. */
export interface MarkPlace {
  readonly seriesIndex: number;
  readonly dataIndex: number;
  readonly dataType?: 'node' | 'edge';
}

export function placeOfMark(kind: ChartKind, data: ChartData, reached: Reached): MarkPlace {
  const { row, column } = reached;
  switch (kind) {
    case 'bars':
    case 'dumbbells':
      return { seriesIndex: column, dataIndex: row };
    case 'slopes':
      return { seriesIndex: row, dataIndex: column };
    case 'bubbles':
      return { seriesIndex: 0, dataIndex: bubbleAt(data, reached) };
    case 'network': {
      const { linked, pairs } = networkOf(data);
      const code = data.rows[row];
      if (code && code.place === data.columns[column]?.place)
        return { seriesIndex: 0, dataIndex: linked.indexOf(code), dataType: 'node' };
      const dataIndex = pairs.findIndex(({ down, across }) => down === row && across === column);
      return { seriesIndex: 0, dataIndex, dataType: 'edge' };
    }
  }
}

/** Only numbers above 0 have a bubble. */
function bubbleAt({ values }: ChartData, { row, column }: Reached): number {
  const before = values.flatMap((line, down) =>
    line.filter((value, across) => isDrawn(value) && (down < row || (down === row && across < column))),
  );
  return isDrawn(values[row]?.[column] ?? null) ? before.length : -1;
}

const isDrawn = (value: number | null): boolean => value !== null && value > 0;
