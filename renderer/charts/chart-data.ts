// What a chart draws: the rows and columns in sight of a table, as figures with names and colours.
import { headingText } from '../../shared/matrices/headings.ts';
import { measureName } from '../../shared/matrices/rule.ts';
import { say, type Language } from '../../shared/words/say.ts';
import { hues } from '../code-look.ts';
import type { ChartKind } from './chart-kinds.ts';
import type { MarkCell } from './chart-parts.ts';
import type { Line } from '../matrices/axis-lines.ts';
import type { AxisCodes } from '../matrices/facts.ts';
import type { FrequencyLine } from '../matrices/frequency-order.ts';
import type { MatrixView } from '../matrices/matrix-view.ts';
import { baseText, numberText, withUnit } from '../matrices/numbers.ts';

export interface ChartLine {
  readonly name: string;
  /** Class names that set its colour: those of its code, or the next hue. */
  readonly className: string;
  /** Its place among the headings of the answer. */
  readonly place: number;
}

export interface ChartData {
  readonly rows: readonly ChartLine[];
  /** One, named by the measure, where the table has no columns. */
  readonly columns: readonly ChartLine[];
  /** By row, by column; null where the measure is not defined. */
  readonly values: readonly (readonly (number | null)[])[];
  /** The colours tell rows apart, else columns. */
  readonly colouredRows: boolean;
  /** What is written along the two axes of lines, with its unit; left out where the chart's own names say it. */
  readonly axes?: { readonly across: string; readonly up: string };
  readonly figure: (value: number) => string;
  /** What is told of the mark of a row and column: its figure with unit and base, and what else there is to say. */
  readonly told?: (row: number, column: number) => readonly string[];
  /** Of a change from one phase (the first column) to another (the second). */
  readonly change?: {
    /** By row. */
    readonly lines: readonly ChangeLine[];
    /** Where the axis begins and ends; null: where its numbers do. */
    readonly ends: readonly [number, number] | null;
  };
}

/** One row of a change. */
export interface ChangeLine {
  /** Its column among the headings of the answer. */
  readonly column: number;
  /** What stands at its end: how it changed and in how many cases, or why nothing is drawn. */
  readonly told: string;
  /** A code with codes beneath it. */
  readonly isFamily: boolean;
}

/**
 * A family that stands open is left out: its codes are drawn, and it would count them twice. A network has the codes that
 * stand in the columns on both sides.
 */
export function matrixData(
  { answer, rows, columns }: MatrixView,
  kind: ChartKind,
  { language, codes }: { readonly language: Language; readonly codes: AxisCodes },
): ChartData {
  const { measure, dimensions, cells } = answer;
  const drawn = (lines: readonly Line[]): Line[] => lines.filter(({ family }) => family?.open !== true);
  const across = drawn(columns);
  const down = kind === 'network' ? across.flatMap((line) => inRows(answer, line)) : drawn(rows);
  const single = { name: measureName(language, measure), className: `c ${hues[0]} s2`, place: 0 };
  const named = (lines: readonly Line[], of: readonly string[]): ChartLine[] =>
    lines.map(({ entry, place }, index) => ({
      name: headingText(language, of, entry),
      className: looksLike(entry.ids.map((id) => codes.get(id)?.look.className).find(Boolean), index),
      place,
    }));
  return {
    rows: named(down, dimensions.rows),
    columns: dimensions.columns.length === 0 ? [single] : named(across, dimensions.columns),
    values: down.map((row) => across.map((column) => cells[row.place]?.[column.place] ?? null)),
    colouredRows: dimensions.columns.length === 0,
    figure: (value) => numberText(language, measure, value),
    told: (row, column) => {
      const [line, place] = [down[row]?.place ?? 0, across[column]?.place ?? 0];
      return [figureText(language, answer, { row: line, column: place })];
    },
  };
}

/** "40% of cases, 2 of 5 cases"; the unit is left out where it is the name of the only column. */
function figureText(language: Language, answer: MatrixView['answer'], at: MarkCell): string {
  const { measure, dimensions, cells, bases } = answer;
  const value = cells[at.row]?.[at.column] ?? 0;
  const number = numberText(language, measure, value);
  const base = baseText(language, measure, value, bases[at.row]?.[at.column]);
  return [
    dimensions.columns.length === 0 ? number : withUnit(number, measureName(language, measure)),
    ...(base === null ? [] : [base]),
  ].join(say(language, 'rule.list'));
}

function inRows({ rows }: MatrixView['answer'], line: Line): Line[] {
  const place = rows.findIndex(({ ids }) => ids[0] === line.entry.ids[0]);
  return place === -1 ? [] : [{ ...line, place }];
}

/** References of each line, in the order of the table. */
export function frequencyData(
  lines: readonly FrequencyLine[],
  language: Language,
  codes: AxisCodes,
): ChartData {
  const drawn = lines.filter(({ family }) => family?.open !== true);
  return {
    rows: drawn.map(({ row, place }) => ({
      name: row.name,
      className: looksLike(codes.get(row.id)?.look.className, 0),
      place,
    })),
    columns: [{ name: measureName(language, 'references'), className: `c ${hues[0]} s2`, place: 0 }],
    values: drawn.map(({ row }) => [row.references]),
    colouredRows: true,
    figure: (value) => numberText(language, 'references', value),
  };
}

/** The same figures under other words, in the same colours. */
export function reworded(data: ChartData, word: (text: string) => string): ChartData {
  const named = (lines: readonly ChartLine[]): ChartLine[] =>
    lines.map((line) => ({ ...line, name: word(line.name) }));
  const { rows, columns, axes } = data;
  return {
    ...data,
    rows: named(rows),
    columns: named(columns),
    ...(axes && { axes: { across: word(axes.across), up: word(axes.up) } }),
  };
}

export function looksLike(ofCode: string | undefined, index: number): string {
  return ofCode ?? `c ${hues[index % hues.length] ?? 'grey'} s2`;
}
