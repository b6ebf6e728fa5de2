// Charts as ECharts draws them. Every mark knows its cell, so that it can open the quotes behind it.
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartData, ChartLine } from './chart-data.ts';
import type { ChartKind } from './chart-kinds.ts';
import { markOf, nameAxis, titled, valueAxis, type ChartLook, type Drawn, type Mark } from './chart-parts.ts';
import { dumbbells, rowHeight } from './dumbbells.ts';

/** Kept free above and beneath a chart, and for its legend, in pixels. */
export interface Room {
  readonly top: number;
  readonly bottom: number;
  /** Without a height the legend is one line to be turned over. */
  readonly legend?: number;
  /** Of the chart with its axes and legend; left out: as tall as the smallest. */
  readonly height?: number;
}

/** A chart without a heading. */
export function chartOption(
  kind: ChartKind,
  data: ChartData,
  look: ChartLook,
  room: Room,
): EChartsCoreOption {
  const drawn = { bars, bubbles, slopes, network, dumbbells }[kind](data, look, room);
  const grid = {
    // Room for the titles of the axes is not counted with their labels.
    left: data.axes ? 48 : 24,
    right: kind === 'slopes' ? roomAtEnds(data) : 48,
    top: room.top + (room.legend ?? 28) + 16,
    bottom: room.bottom + 24,
    containLabel: true,
  };
  return {
    animation: false,
    backgroundColor: look.paper,
    textStyle: { fontFamily: look.font, color: look.ink, fontSize: 12 },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.paper,
      borderColor: look.rule,
      textStyle: { color: look.ink, fontFamily: look.font },
      formatter: ({ data: mark }: { readonly data?: Partial<Mark> }) => mark?.name ?? '',
    },
    ...(kind === 'network' ? {} : { grid }),
    ...drawn,
    ...(drawn.legend ? { legend: { ...legendOf(look, room), ...drawn.legend } } : {}),
  };
}

/** How tall a chart is drawn, in pixels, so that its names stay legible; at least `height`. */
export function chartHeight(kind: ChartKind, { rows, columns }: ChartData, height: number): number {
  if (kind === 'bars') return Math.max(height, rows.length * (columns.length * 14 + 10) + 90);
  if (kind === 'dumbbells') return Math.max(height, rows.length * rowHeight + 100);
  return kind === 'bubbles' ? Math.max(height, rows.length * 34 + 120) : Math.max(height, 360);
}

function bars(data: ChartData, look: ChartLook): Drawn {
  const { rows, columns, colouredRows, figure, axes } = data;
  const isSingle = columns.length === 1;
  return {
    xAxis: { ...valueAxis(look, figure), ...(axes && titled(axes.up, 30, look)) },
    yAxis: { ...nameAxis(rows, look), inverse: true },
    // Patterns beside colours: they survive grey paper.
    aria: { enabled: true, decal: { show: !isSingle } },
    ...(isSingle ? {} : { legend: {} }),
    series: columns.map((column, across) => ({
      type: 'bar',
      name: column.name,
      barMaxWidth: 18,
      itemStyle: { color: look.colourOf(column.className), borderRadius: [0, 2, 2, 0] },
      label: {
        show: true,
        position: 'right',
        color: look.quiet,
        formatter: ({ value }: { readonly value: unknown }) =>
          typeof value === 'number' ? figure(value) : '',
      },
      data: rows.map((row, down) => ({
        ...markOf(data, down, across),
        value: data.values[down]?.[across] ?? '-',
        ...(colouredRows ? { itemStyle: { color: look.colourOf(row.className) } } : {}),
      })),
    })),
  };
}

/** The area of a bubble is in proportion to its number. */
function bubbles(data: ChartData, look: ChartLook): Drawn {
  const { rows, columns, values, figure } = data;
  const highest = Math.max(0, ...values.flat().map((value) => value ?? 0));
  const size = (value: number): number => (highest === 0 ? 0 : Math.sqrt(Math.max(0, value) / highest) * 30);
  return {
    xAxis: {
      ...nameAxis(columns, look),
      position: 'top',
      axisLabel: { color: look.ink, interval: 0, hideOverlap: true },
    },
    yAxis: { ...nameAxis(rows, look), inverse: true },
    series: {
      type: 'scatter',
      symbolSize: ([, , value]: readonly [number, number, number]) => size(value),
      label: {
        show: true,
        position: 'right',
        distance: 3,
        color: look.ink,
        formatter: ({ value }: { readonly value: readonly [number, number, number] }) => figure(value[2]),
      },
      data: rows.flatMap((_, down) =>
        columns.flatMap((column, across) => {
          const value = values[down]?.[across] ?? 0;
          if (value <= 0) return [];
          const itemStyle = { color: look.colourOf(column.className), opacity: 0.85 };
          return [{ ...markOf(data, down, across), value: [across, down, value], itemStyle }];
        }),
      ),
    },
  };
}

/** A line for each row, from one time to the next; where a time has no number, the line is broken. */
function slopes(data: ChartData, look: ChartLook, { height = 360, legend = 28 }: Room): Drawn {
  const { rows, columns, values, figure, axes } = data;
  const raised = raisedNames(values, height - legend - (doNamesLean(columns) ? aroundLeaning : aroundLines));
  const symbols = ['circle', 'rect', 'triangle', 'diamond'];
  const dashes = ['solid', 'dashed', 'dotted'];
  return {
    xAxis: { ...timeAxis(columns, look, axes?.across), boundaryGap: true },
    yAxis: { ...valueAxis(look, figure), ...(axes && titled(axes.up, 40, look)) },
    series: rows.map((row, down) => {
      const color = look.colourOf(row.className);
      return {
        type: 'line',
        name: row.name,
        symbol: symbols[down % symbols.length],
        symbolSize: 9,
        // Each opens what it counts.
        showAllSymbol: true,
        lineStyle: { width: 2, color, type: dashes[down % dashes.length] },
        itemStyle: { color },
        endLabel: {
          show: true,
          formatter: '{a}',
          color: look.ink,
          distance: 8,
          width: widestName,
          overflow: 'truncate',
        },
        labelLayout: { dy: -(raised[down] ?? 0) },
        data: columns.map((_, across) => ({
          ...markOf(data, down, across),
          value: values[down]?.[across] ?? '-',
        })),
      };
    }),
  };
}

/** Of the name at the end of a line, in pixels. */
const widestName = 150;
const narrowest = 600;

/** Beside the last time, for the names of the lines; half of its own place is free anyway. */
function roomAtEnds({ rows, columns }: ChartData): number {
  const widths = rows.map(({ name }) =>
    Array.from(name, (sign) => (sign > '\u2e80' ? 12 : 7)).reduce((a, b) => a + b, 0),
  );
  return Math.max(48, Math.min(widestName, Math.max(0, ...widths)) + 24 - narrowest / (2 * columns.length));
}

/** What the axis, its names and the margins take of a chart of lines, in pixels. */
const aroundLines = 100;
const aroundLeaning = 155;
const nameHeight = 15;

/**
 * By how many pixels the name at the end of each line is raised, so that none lies over another one or over the names of
 * the axis beneath. The lines are `height` pixels high from 0 to the highest number.
 */
export function raisedNames(values: ChartData['values'], height: number): readonly number[] {
  const highest = Math.max(0, ...values.flat().map((value) => value ?? 0)) || 1;
  const ends = values.map((line) => ((line.at(-1) ?? 0) / highest) * height);
  const raised: number[] = ends.map(() => 0);
  let free = -Infinity;
  for (const { end, at } of ends
    .map((each, place) => ({ end: each, at: place }))
    .toSorted((a, b) => a.end - b.end)) {
    const stands = Math.max(end, free);
    raised[at] = stands - end;
    free = stands + nameHeight;
  }
  return raised;
}

interface Network {
  readonly pairs: readonly {
    readonly row: ChartLine;
    readonly column: ChartLine;
    readonly down: number;
    readonly across: number;
    readonly value: number;
    readonly isDirected: boolean;
  }[];
  /** The sum of a code's numbers. */
  readonly strength: (line: ChartLine) => number;
  /** The codes that have any. */
  readonly linked: readonly ChartLine[];
}

/** What a network draws, in the order in which it is drawn: pairs of codes and the codes of them. */
export function networkOf({ rows, columns, values }: ChartData): Network {
  const pairs = rows.flatMap((row, down) =>
    columns.flatMap((column, across) => {
      const value = values[down]?.[across] ?? 0;
      const isOther = row.place !== column.place;
      const back = values[columnIn(rows, column)]?.[columnIn(columns, row)] ?? 0;
      // Where both ways have the same number, one line stands for both.
      const isDrawn = value > 0 && isOther && !(value === back && row.place > column.place);
      return isDrawn ? [{ row, column, down, across, value, isDirected: value !== back }] : [];
    }),
  );
  const strength = (line: ChartLine): number =>
    pairs.reduce(
      (sum, { row, column, value }) => (row === line || column.place === line.place ? sum + value : sum),
      0,
    );
  return { pairs, strength, linked: rows.filter((row) => strength(row) > 0) };
}

/** Codes on a circle; the thicker the line between two, the higher the number of their cell. */
function network(data: ChartData, look: ChartLook): Drawn {
  const { pairs, strength, linked } = networkOf(data);
  const highest = Math.max(0, ...pairs.map(({ value }) => value));
  const strongest = Math.max(1, ...data.rows.map(strength));
  return {
    series: {
      type: 'graph',
      layout: 'none',
      preserveAspect: 'contain',
      roam: true,
      left: '26%',
      right: '26%',
      top: '8%',
      bottom: '8%',
      data: linked.map((row, index) => ({
        ...onCircle(index, linked.length, look),
        id: String(row.place),
        name: row.name,
        symbolSize: 8 + 26 * Math.sqrt(strength(row) / strongest),
        itemStyle: { color: look.colourOf(row.className) },
        cell: { row: row.place, column: row.place },
      })),
      emphasis: {
        itemStyle: { borderColor: look.ink, borderWidth: 2 },
        lineStyle: { color: look.ink, opacity: 1 },
      },
      links: pairs.map(({ row, column, down, across, value, isDirected }) => ({
        ...markOf(data, down, across),
        source: String(row.place),
        target: String(column.place),
        symbol: ['none', isDirected ? 'arrow' : 'none'],
        symbolSize: 8,
        lineStyle: { color: look.quiet, width: 1 + (6 * value) / highest, curveness: 0.15, opacity: 0.6 },
      })),
    },
  };
}

/** Clockwise from the top; names stand outside. */
function onCircle(index: number, count: number, look: ChartLook): object {
  const angle = (2 * Math.PI * index) / count;
  const [x, y] = [Math.sin(angle), -Math.cos(angle)];
  const position = Math.abs(x) < 0.2 ? (y < 0 ? 'top' : 'bottom') : x > 0 ? 'right' : 'left';
  return { x, y, label: { show: true, color: look.ink, position, width: 180, overflow: 'truncate' } };
}

function columnIn(lines: readonly ChartLine[], { place }: ChartLine): number {
  return lines.findIndex((line) => line.place === place);
}

/** As many characters of names stand beside each other; of more, names longer than a number lean and say all themselves. */
const lineOfNames = 110;
const longestNumber = 4;

function doNamesLean(lines: readonly ChartLine[]): boolean {
  const lengths = lines.map(({ name }) => name.length);
  const all = lengths.reduce((sum, length) => sum + length + 2, 0);
  return all > lineOfNames && Math.max(...lengths) > longestNumber;
}

function timeAxis(lines: readonly ChartLine[], look: ChartLook, title: string | undefined): object {
  const axis = nameAxis(lines, look);
  if (!doNamesLean(lines)) return { ...axis, ...(title === undefined ? {} : titled(title, 30, look)) };
  const axisLabel = { color: look.ink, width: 130, overflow: 'truncate', interval: 0, rotate: 40 };
  return { ...axis, axisLabel };
}

function legendOf(look: ChartLook, { top, legend }: Room): object {
  return {
    type: legend === undefined ? 'scroll' : 'plain',
    top: top + 8,
    left: 24,
    right: 24,
    textStyle: { color: look.ink },
    pageTextStyle: { color: look.ink },
  };
}
