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
  /** Per column: its share of the width, by what it holds; a long heading is broken rather than given all of it. */
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
  const wants = every.map((column) =>
    Math.min(
      30,
      mostOf(
        cells.map((row) => lettersOf(row[column] ?? '')),
        4,
      ),
    ),
  );
  const all = wants.reduce((sum, want) => sum + want, 0);
  return {
    cells,
    columns,
    isNumeric: every.map((column) => values.slice(headerRows).some((row) => typeof row[column] === 'number')),
    shares: wants.map((want) => want / all),
    isWide: columns > uprightColumns,
  };
}

/** Of the longest line; a Chinese character is as wide as two letters. */
function lettersOf(text: string): number {
  const widths = text.split('\n').map((line) => line.length + (line.match(/\p{Script=Han}/gu)?.length ?? 0));
  return mostOf(widths, 0);
}

/** However long the list is: Math.max takes no more arguments than fit on the stack. */
function mostOf(list: readonly number[], least: number): number {
  return list.reduce((most, each) => Math.max(most, each), least);
}
