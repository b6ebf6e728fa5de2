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
  /** It goes on with the columns of the table before it, under the same number. */
  readonly continues?: boolean;
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
  /** Per row: how deep its words stand, and in which column; 0 for most. */
  readonly depthAt: (row: number, column: number) => number;
  /** Per column: set to the right. */
  readonly isNumeric: readonly boolean[];
  /** Per column: the letters without which it cannot be read. */
  readonly needs: readonly number[];
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
  const texts = every.map((column) => cells.map((row) => row[column] ?? ''));
  const needs = texts.map(needOf);
  const isWide = columns > uprightColumns || sumOf(needs) > lettersAcross.upright;
  const { column: indented = -1, depths = [] } = sheet.indent ?? {};
  return {
    cells,
    columns,
    depthAt: (row, column) => (column === indented ? (depths[row - headerRows] ?? 0) : 0),
    isNumeric: every.map((column) => values.slice(headerRows).some((row) => typeof row[column] === 'number')),
    needs,
    shares: sharesOf(texts, needs, isWide ? lettersAcross.sideways : lettersAcross.upright),
    isWide,
  };
}

/** What stands on pages that are turned sideways, or on upright ones. */
export interface Pages {
  readonly sideways: boolean;
  readonly parts: readonly DocumentPart[];
}

/**
 * Wide tables have pages of their own, turned sideways, with the headings right before them, and go on beneath with the columns
 * for which they have no room; the rest stands upright.
 */
export function pagesOf(
  parts: readonly DocumentPart[],
  isSideways = (part: TablePart): boolean => tableShape(part).isWide,
): Pages[] {
  const pages: { sideways: boolean; parts: DocumentPart[] }[] = [];
  for (const part of parts.flatMap(readable)) {
    const sideways = part.kind === 'table' && isSideways(part);
    const last = pages.at(-1);
    if (last?.sideways === sideways) last.parts.push(part);
    else pages.push({ sideways, parts: [...(last && sideways ? headingsAtEnd(last.parts) : []), part] });
  }
  const filled = pages.filter((page) => page.parts.length > 0);
  return filled.length === 0 ? [{ sideways: false, parts: [] }] : filled;
}

/** Takes the headings at the end out of the parts. */
function headingsAtEnd(parts: DocumentPart[]): DocumentPart[] {
  return parts.splice(parts.findLastIndex(({ kind }) => kind !== 'heading') + 1);
}

function readable(part: DocumentPart): readonly DocumentPart[] {
  return part.kind === 'table' ? inReadableParts(part) : [part];
}

/**
 * The table in parts one under the other, each as wide as can be read on a page turned sideways, of about the same width, with
 * the heads of the rows repeated; what stands beneath the table stands beneath the last.
 */
function inReadableParts(part: TablePart): TablePart[] {
  const { note, ...table } = part;
  const { headerColumns: heads = 0, indent, ...sheet } = part.sheet;
  const { needs } = tableShape(part);
  const [headed, all] = [sumOf(needs.slice(0, heads)), sumOf(needs.slice(heads))];
  const parts = Math.ceil(all / Math.max(lettersAcross.sideways - headed, leastForColumns));
  if (parts <= 1) return [part];
  let before = 0;
  const partOf = needs.slice(heads).map((need) => {
    before += need;
    return Math.floor((parts * (before - need / 2)) / all);
  });
  return [...new Set(partOf)].map((of, place, { length }): TablePart => {
    const [from, end] = [heads + partOf.indexOf(of), heads + partOf.lastIndexOf(of) + 1];
    const moved = from - heads;
    return {
      ...table,
      ...(place > 0 && { continues: true }),
      ...(place === length - 1 && note !== undefined && { note }),
      sheet: {
        ...sheet,
        headerColumns: heads,
        ...(indent && indent.column < heads && { indent }),
        rows: sheet.rows.map((row) => [...row.slice(0, heads), ...row.slice(from, end)]),
      },
      figure: (value, row, column) => part.figure(value, row, column + moved),
      ...(part.opens && { opens: (row, column) => part.opens?.(row, column + moved) ?? null }),
    };
  });
}

/** Letters of the type of tables that stand side by side on a page of A4, bold ones among them. */
const lettersAcross = { upright: 95, sideways: 145 };
/** What the space at both sides of a cell takes, in letters. */
const cellSpace = 3;
/** Beside heads of rows of whatever width, in letters: the columns of a part. */
const leastForColumns = 40;
/** In letters: no word is broken up to here, four Chinese characters stand beside one another, and prose is no thin column. */
const least = { word: 20, chinese: 8, prose: 22 };
/** From how many letters on a line is read as prose. */
const proseFrom = 60;

function needOf(column: readonly string[]): number {
  const line = longestIn(column, /\n/);
  const word = Math.min(least.word, longestIn(column, /(?=\p{Script=Han})|[\s-]+/u));
  const isChinese = column.some((text) => /\p{Script=Han}/u.test(text));
  const beside = Math.min(line, isChinese ? least.chinese : 0);
  return cellSpace + Math.max(word, beside, line > proseFrom ? least.prose : 0);
}

const longestIn = (column: readonly string[], parts: RegExp): number =>
  mostOf(column.flatMap((text) => text.split(parts)).map(lettersOf), 4);

/** The width that each column wants, by its longest line; where they want too much, what it needs and a part of the rest. */
function sharesOf(texts: readonly (readonly string[])[], needs: readonly number[], across: number): number[] {
  const wants = texts.map((column, at) =>
    Math.max(needs[at] ?? 0, cellSpace + Math.min(30, longestIn(column, /\n/))),
  );
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
