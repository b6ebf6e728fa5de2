// One worksheet of an xlsx file: its cells, column widths, frozen headings, links and print settings.
import { cellLink, cellValue, type Cell, type CellPlace, type Sheet } from '../../../shared/export/sheet.ts';
import { must } from '../../../shared/must.ts';
import { cellName, quotedSheetName, shortened } from './xlsx-names.ts';
import { cellStyle, headStyle, indentedStyle, mainNamespace, xmlHead, xmlText } from './xlsx-parts.ts';

/** What a cell holds at most, in UTF-16 units. */
const maxCellText = 32_767;
/** What spreadsheets open without complaint; cells after that stand without a link. */
const maxLinks = 65_530;
const narrowest = 8;
const widest = 60;

export interface SheetInput {
  readonly sheet: Sheet;
  readonly index: number;
  /** Number of columns of the longest row. */
  readonly columns: number;
  /** The valid names of all sheets. */
  readonly names: readonly string[];
  /** Filled with the places of the texts that were cut. */
  readonly cut: CellPlace[];
}

/** The part xl/worksheets/sheetN.xml; its elements stand in the order that the format demands. */
export function sheetPart(input: SheetInput): Buffer {
  const links: string[] = [];
  return Buffer.concat(
    [
      `${xmlHead}<worksheet xmlns="${mainNamespace}">`,
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      `<sheetViews><sheetView workbookViewId="0"${input.index === 0 ? ' tabSelected="1"' : ''}>`,
      `${frozenPane(input.sheet)}</sheetView></sheetViews>`,
      columnsPart(input),
      '<sheetData>',
      ...input.sheet.rows.map((_, row) => rowPart(input, row, links)),
      '</sheetData>',
      links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
      '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      '</worksheet>',
      // One buffer a piece: the whole may be longer than a string can be.
    ].map((piece) => Buffer.from(piece)),
  );
}

function rowPart(input: SheetInput, row: number, links: string[]): string {
  const cells = must(input.sheet.rows[row], 'the row that is being written');
  return `<row r="${row + 1}">${cells.map((cell, column) => cellPart(input, cell, { row, column }, links)).join('')}</row>`;
}

function cellPart(
  { sheet, index, names, cut }: SheetInput,
  cell: Cell,
  { row, column }: { readonly row: number; readonly column: number },
  links: string[],
): string {
  const value = cellValue(cell);
  const name = cellName(row, column);
  const isHead = row < sheet.headerRows;
  if (value === null) return isHead ? `<c r="${name}" s="${headStyle(false)}"/>` : '';
  const to = links.length < maxLinks ? cellLink(cell) : null;
  if (to) {
    const target = quotedSheetName(must(names[to.sheet], 'the sheet that the link opens'));
    links.push(
      `<hyperlink ref="${name}" location="${xmlText(`${target}!${cellName(to.row, to.column)}`)}"/>`,
    );
  }
  const heading = isHead || column < (sheet.headerColumns ?? 0);
  const look = typeof value === 'number' && !heading ? sheet.look : undefined;
  const depth = column === sheet.indent?.column ? (sheet.indent.depths[row - sheet.headerRows] ?? 0) : 0;
  const style =
    isHead && to === null
      ? headStyle(isOverNumbers(sheet, column))
      : depth > 0
        ? indentedStyle(heading, to !== null, depth)
        : cellStyle(heading, to !== null, look);
  const start = `<c r="${name}" s="${style}"`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  const text = storable(value);
  if (text.length > maxCellText) cut.push({ sheet: index, row, column });
  const fitting = text.length > maxCellText ? `${shortened(text, maxCellText - 1)}…` : text;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${cellText(fitting)}</t></is></c>`;
}

function isOverNumbers({ rows, headerRows }: Sheet, column: number): boolean {
  return typeof cellValue(rows[headerRows]?.[column] ?? null) === 'number';
}

/** What is left when the characters that XML 1.0 cannot hold are gone; a line break in a cell is one LF. */
function storable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n\x7F-\x9F])[\p{Cc}\uFFFE\uFFFF]/gu, '');
}

/** In a cell _x000D_ stands for a character; a text that really says so has its first underscore written that way. */
function cellText(text: string): string {
  return xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

function frozenPane({ headerRows, headerColumns = 0 }: Sheet): string {
  if (headerRows === 0 && headerColumns === 0) return '';
  const pane = headerColumns === 0 ? 'bottomLeft' : headerRows === 0 ? 'topRight' : 'bottomRight';
  const x = headerColumns > 0 ? ` xSplit="${headerColumns}"` : '';
  const y = headerRows > 0 ? ` ySplit="${headerRows}"` : '';
  return `<pane${x}${y} topLeftCell="${cellName(headerRows, headerColumns)}" activePane="${pane}" state="frozen"/>`;
}

function columnsPart({ sheet, columns }: SheetInput): string {
  if (columns === 0) return '';
  const cols = Array.from({ length: columns }, (_, column) => {
    const width = sheet.columnWidths?.[column] ?? neededWidth(sheet, column);
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${cols.join('')}</cols>`;
}

function neededWidth({ rows }: Sheet, column: number): number {
  let width = narrowest;
  for (const row of rows) {
    if (width >= widest) return widest;
    width = Math.max(width, textWidth(String(cellValue(row[column] ?? null) ?? '')) + 2);
  }
  return Math.min(width, widest);
}

const twiceAsWide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/gu;

/** Of the longest line, in Latin characters. */
function textWidth(text: string): number {
  const widths = text.split('\n').map((line) => line.length + (line.match(twiceAsWide)?.length ?? 0));
  return widths.reduce((most, width) => Math.max(most, width), 0);
}
