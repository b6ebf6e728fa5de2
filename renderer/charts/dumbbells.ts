// What it was and what it is, a line for each row: a ring before, a tip that points the way after, and the change in words.
import type { ChartData } from './chart-data.ts';
import { markOf, nameAxis, titled, valueAxis, type ChartLook, type Drawn } from './chart-parts.ts';

const nameWidth = 210;
/** Between an axis and the names beside it, for the number of a mark that stands at the axis. */
const besideMarks = 46;
const lineHeight = 14;

/** Where a row has no case with both there is neither ring nor tip, and its end says why. */
export function dumbbells(data: ChartData, look: ChartLook): Drawn {
  const { rows, figure, axes, change, values } = data;
  const [low, high] = change?.ends ?? [];
  const axis = valueAxis(look, figure);
  const names = nameAxis(rows, look);
  return {
    xAxis: {
      ...axis,
      ...(axes && titled(axes.up, 26, look)),
      position: 'top',
      ...(change?.ends ? { min: low, max: high, splitNumber: 4 } : {}),
    },
    yAxis: [
      {
        ...names,
        inverse: true,
        data: rows.map(({ name }, row) => ({
          value: name,
          textStyle: { fontWeight: change?.lines[row]?.isFamily ? 600 : 400 },
        })),
        axisLabel: {
          color: look.ink,
          width: nameWidth,
          overflow: 'break',
          lineHeight,
          height: 2 * lineHeight,
          lineOverflow: 'truncate',
          interval: 0,
          margin: besideMarks,
        },
        axisLine: { show: false },
        splitLine: { show: true, lineStyle: { color: look.rule, type: 'dotted' } },
      },
      {
        ...nameAxis([], look),
        inverse: true,
        position: 'right',
        // The same words may stand at several rows: what they are of is told by their place.
        data: rows.map((_, row) => change?.lines[row]?.told ?? ''),
        axisLabel: { color: look.quiet, interval: 0, margin: besideMarks },
        axisLine: { show: false },
      },
    ],
    legend: {
      itemWidth: 13,
      itemHeight: 13,
      data: data.columns.map(({ name }, column) => ({ name, icon: column === 0 ? 'circle' : tip })),
    },
    series: [
      ends(data, look, 0),
      ends(data, look, 1),
      {
        type: 'lines',
        coordinateSystem: 'cartesian2d',
        silent: true,
        z: 1,
        data: rows.flatMap(({ className }, row) => {
          const [before, after] = values[row] ?? [];
          if (before == null || after == null) return [];
          const lineStyle = { color: look.colourOf(className), width: 2, opacity: 0.7 };
          return [
            {
              coords: [
                [before, row],
                [after, row],
              ],
              lineStyle,
            },
          ];
        }),
      },
    ],
  };
}

/** To the right, as ECharts reads a path. */
const tip = 'path://M0,0L12,6L0,12z';

const turns = { rises: -90, falls: 90, stays: 0 } as const;

/** The marks of one phase: rings before (0), tips after (1). Their numbers stand outside of both. */
function ends({ rows, columns, values, figure, ...data }: ChartData, look: ChartLook, column: 0 | 1): object {
  return {
    type: 'scatter',
    name: columns[column]?.name,
    symbol: column === 0 ? 'circle' : 'triangle',
    itemStyle:
      column === 0 ? { color: look.paper, borderColor: look.ink, borderWidth: 2 } : { color: look.ink },
    z: 2 + column,
    emphasis: { scale: 1.4, itemStyle: { shadowBlur: 6, shadowColor: look.ink } },
    data: rows.map(({ className }, row) => {
      const [before, after] = values[row] ?? [];
      const mark = markOf({ rows, columns, values, figure, ...data }, row, column);
      if (before == null || after == null) return { ...mark, value: ['-', row] };
      const way = after > before ? 'rises' : after < before ? 'falls' : 'stays';
      const colour = look.colourOf(className);
      const isRight = (way === 'falls') === (column === 0);
      return {
        ...mark,
        value: [column === 0 ? before : after, row],
        ...(column === 0
          ? { symbolSize: 13, itemStyle: { color: look.paper, borderColor: colour, borderWidth: 2 } }
          : {
              symbol: way === 'stays' ? 'circle' : 'triangle',
              symbolSize: way === 'stays' ? 6 : 12,
              symbolRotate: turns[way],
              itemStyle: { color: colour },
            }),
        label: {
          // What stays says its number once.
          show: way !== 'stays' || column === 1,
          position: isRight ? 'right' : 'left',
          distance: 7,
          color: look.ink,
          formatter: figure(column === 0 ? before : after),
        },
      };
    }),
  };
}

/** Room for a name of two lines. */
export const rowHeight = 2 * lineHeight + 8;
