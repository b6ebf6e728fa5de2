// A sheet as csv that spreadsheets open as it was meant: Chinese readable, no text taken for a formula.
import Papa from 'papaparse';
import { cellValue, type Cell, type Sheet } from '../../../shared/export/sheet.ts';

/** What makes a spreadsheet take a text for a formula, full-width forms included. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/**
 * The sheet as text in RFC 4180 form with CRLF line ends; links are left out. With `bom` it begins with a byte order
 * mark, without which Excel reads UTF-8 as the system's old encoding. A text that a spreadsheet would run as a formula
 * gets a leading apostrophe; numbers stay numbers.
 */
export function toCsv(sheet: Sheet, options: { readonly bom: boolean }): string {
  const rows = sheet.rows.map((row) => row.map(csvValue));
  const lines = rows.length === 0 ? '' : `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
  return options.bom ? `\uFEFF${lines}` : lines;
}

function csvValue(cell: Cell): string | number | null {
  const value = cellValue(cell);
  return typeof value === 'string' && formulaStart.test(value) ? `'${value}` : value;
}
