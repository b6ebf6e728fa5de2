// A document on its way out of the program: headings, passages and tables, before they become Word, LaTeX, HTML or Markdown.
import type { Language } from '../words/say.ts';
import { cellValue, type Sheet } from './sheet.ts';

export interface PrintedDocument {
  /** Stands in the document's properties. */
  readonly title: string;
  readonly language: Language;
  readonly parts: readonly DocumentPart[];
}

/** In a text a line break is '\n'. */
export type DocumentPart =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly anchor?: string }
  | { readonly kind: 'paragraph' | 'note'; readonly text: string }
  | TablePart;

export interface TablePart {
  readonly kind: 'table';
  /** Its name is the caption. */
  readonly sheet: Sheet;
  /** How a number reads; row and column count from the first behind the headings. */
  readonly figure: (value: number, row: number, column: number) => string;
  /** What stands beneath the table and goes with it. */
  readonly note?: string;
  /** The anchor of a heading of this document that a cell opens. */
  readonly opens?: (row: number, column: number) => string | null;
}

/** More columns than this are set on a page turned sideways. */
const uprightColumns = 6;

export interface TableShape {
  /** As they read, row by row, all of the same length. */
  readonly cells: readonly (readonly string[])[];
  readonly columns: number;
  /** Per column: set to the right. */
  readonly isNumeric: readonly boolean[];
  /** Per column: its share of the width, by what it holds; long cells are broken between words, no word within itself. */
  readonly shares: readonly number[];
  /** Needs a page turned sideways. */
  readonly isWide: boolean;
}

export function tableShape({ sheet, figure }: TablePart): TableShape {
  const { headerRows, headerColumns = 0 } = sheet;
  const columns = mostOf(
    sheet.rows.map((row) => row.length),
    0,
  );
  const values = sheet.rows.map((row) => row.map(cellValue));
  const every = Array.from({ length: columns }, (_, column) => column);
  const cells = values.map((row, r) =>
    every.map((column) => {
      const value = row[column] ?? null;
      return typeof value === 'number'
        ? figure(value, r - headerRows, column - headerColumns)
        : (value ?? '');
    }),
  );
  const isWide = columns > uprightColumns;
  return {
    cells,
    columns,
    isNumeric: every.map((column) => values.slice(headerRows).some((row) => typeof row[column] === 'number')),
    shares: sharesOf(
      every.map((column) => cells.map((row) => row[column] ?? '')),
      isWide ? lettersAcross.sideways : lettersAcross.upright,
    ),
    isWide,
  };
}

/** Letters of the type of tables that stand side by side on a page of A4, bold ones among them. */
const lettersAcross = { upright: 95, sideways: 145 };
/** What the space at both sides of a cell takes, in letters. */
const cellSpace = 3;

/** The width that each column wants, by its longest line; where they want too much, what its longest word takes and a part of the rest. */
function sharesOf(texts: readonly (readonly string[])[], across: number): number[] {
  const lettersIn = (column: readonly string[], most: number, parts: RegExp): number =>
    cellSpace + Math.min(most, mostOf(column.flatMap((text) => text.split(parts)).map(lettersOf), 4));
  const needs = texts.map((column) => lettersIn(column, 20, /(?=\p{Script=Han})|[\s-]+/u));
  const wants = texts.map((column, at) => Math.max(needs[at] ?? 0, lettersIn(column, 30, /\n/)));
  const [needed, wanted] = [sumOf(needs), sumOf(wants)];
  const given = wanted === needed ? 0 : Math.min(1, Math.max(0, (across - needed) / (wanted - needed)));
  const widths = needs.map((need, at) => need + ((wants[at] ?? need) - need) * given);
  const all = sumOf(widths);
  return widths.map((width) => width / all);
}

function sumOf(list: readonly number[]): number {
  return list.reduce((sum, each) => sum + each, 0);
}

/** A Chinese character is as wide as two letters. */
export function lettersOf(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** However long the list is: Math.max takes no more arguments than fit on the stack. */
function mostOf(list: readonly number[], least: number): number {
  return list.reduce((most, each) => Math.max(most, each), least);
}
