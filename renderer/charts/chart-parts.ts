// What all charts are drawn of: their look, their marks with the cells behind them, and their axes.
import type { ChartData, ChartLine } from './chart-data.ts';

/** Places among the headings of the answer. */
export interface MarkCell {
  readonly row: number;
  readonly column: number;
  /** Of a change. */
  readonly side?: 'before' | 'after';
}

/** Places among the chart's own rows and columns. */
export interface Reached {
  readonly row: number;
  readonly column: number;
}

/** The colours and the type of a chart. */
export interface ChartLook {
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly paper: string;
  readonly font: string;
  /** By step, the lowest first. */
  readonly heat: readonly string[];
  /** Of a line, by its class names. */
  readonly colourOf: (className: string) => string;
}

export interface Mark {
  readonly name: string;
  readonly value: unknown;
  readonly cell: MarkCell;
}

export interface Drawn {
  readonly series: unknown;
  readonly xAxis?: unknown;
  readonly yAxis?: unknown;
  readonly aria?: unknown;
  /** What its legend has beside that of all charts; left out: no legend. */
  readonly legend?: object;
}

/** What is told of a mark, and the cell that it opens. */
export function markOf(data: ChartData, row: number, column: number): Mark {
  return {
    name: markLines(data, { row, column }).join('\n'),
    value: data.values[row]?.[column] ?? null,
    cell: cellOf(data, { row, column }),
  };
}

/** "Row × column: figure", with its unit and base; of a change also its size. */
export function markLines(data: ChartData, { row, column }: Reached): readonly string[] {
  const { rows, columns, values, figure, told } = data;
  const value = values[row]?.[column] ?? null;
  const place = `${rows[row]?.name ?? ''} × ${columns[column]?.name ?? ''}`;
  if (value === null) return [`${place}: –`];
  const [first = figure(value), ...more] = told?.(row, column) ?? [];
  return [`${place}: ${first}`, ...more];
}

export function cellOf({ rows, columns, change }: ChartData, { row, column }: Reached): MarkCell {
  const down = rows[row]?.place ?? 0;
  if (!change) return { row: down, column: columns[column]?.place ?? 0 };
  return { row: down, column: change.lines[row]?.column ?? 0, side: column === 0 ? 'before' : 'after' };
}

export function valueAxis(look: ChartLook, figure: (value: number) => string): object {
  return {
    type: 'value',
    minInterval: 0,
    axisLabel: { color: look.quiet, formatter: figure, hideOverlap: true },
    splitLine: { lineStyle: { color: look.rule } },
  };
}

/** A title in the middle of an axis, `gap` pixels beside it. */
export function titled(name: string, gap: number, look: ChartLook): object {
  return { name, nameLocation: 'middle', nameGap: gap, nameTextStyle: { color: look.quiet } };
}

export function nameAxis(lines: readonly ChartLine[], look: ChartLook): object {
  return {
    type: 'category',
    data: lines.map(({ name }) => name),
    axisLabel: { color: look.ink, width: 200, overflow: 'truncate', interval: 0 },
    axisLine: { lineStyle: { color: look.rule } },
    axisTick: { show: false },
  };
}
