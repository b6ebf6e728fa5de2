// A sheet as csv that spreadsheets open as it was meant: Chinese readable, no text taken for a formula.
import Papa from 'papaparse';
import { cellValue, type Cell, type Sheet } from '../../../shared/export/sheet.ts';

/** What makes a spreadsheet take a text for a formula, full-width forms included. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/** What is said beneath a table: a heading and its text. */
export type CsvNote = readonly [string, string | number];

/**
 * The sheet as text in RFC 4180 form with CRLF line ends; links are left out. With `bom` it begins with a byte order
 * mark, without which Excel reads UTF-8 as the system's old encoding. A text that a spreadsheet would run as a formula
 * gets a leading apostrophe; numbers stay numbers. Notes follow a blank line, each on a line of its own that begins with
 * '#': a spreadsheet ends the table at the blank line, and R and pandas skip the notes with `comment.char = "#"` and
 * `comment="#"`, for which a cell with that sign is always quoted.
 */
export function toCsv(
  sheet: Sheet,
  { bom, notes = [] }: { readonly bom: boolean; readonly notes?: readonly CsvNote[] },
): string {
  const rows = sheet.rows.map((row) => row.map(csvValue));
  const lines = rows.length === 0 ? '' : unparsed(rows);
  const beneath = notes.map(([head, text]) => `# ${head},${unparsed([[oneLine(text)]])}`);
  const all = beneath.length === 0 ? lines : `${lines}\r\n${beneath.join('')}`;
  return bom ? `\uFEFF${all}` : all;
}

function unparsed(rows: (string | number | null)[][]): string {
  const quotes = (value: unknown): boolean => typeof value === 'string' && value.includes('#');
  return `${Papa.unparse(rows, { newline: '\r\n', quotes })}\r\n`;
}

/** A second line would not begin with the sign. */
function oneLine(text: string | number): string | number {
  return csvValue(typeof text === 'number' ? text : text.replaceAll(/\s+/g, ' ')) ?? '';
}

function csvValue(cell: Cell): string | number | null {
  const value = cellValue(cell);
  return typeof value === 'string' && formulaStart.test(value) ? `'${value}` : value;
}
