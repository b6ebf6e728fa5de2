// A Word document: a native table between three lines, or passages in plain paragraphs; no user name in its properties.
import type * as Docx from 'docx';
import { cellValue, type Sheet } from '../../../shared/export/sheet.ts';
import { Refused } from '../../../shared/refused.ts';
import { say, type Language } from '../../../shared/words/say.ts';

export interface WordDocument {
  /** Stands in the document's properties. */
  readonly title: string;
  readonly language: Language;
  readonly parts: readonly WordPart[];
}

/** In a text a line break is '\n'. */
export type WordPart =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph' | 'note'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly sheet: Sheet;
      /** How a number reads; row and column count from the first behind the headings. */
      readonly figure: (value: number, row: number, column: number) => string;
    };

/** What Word allows in one table. */
const maxColumns = 63;
/** More columns than this are set on a page turned sideways. */
const uprightColumns = 6;
/** A4 with margins of an inch; twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1440 };
/** Lines in eighths of a point: 1.5 pt around the table, 0.75 pt under its head. */
const lines = { outer: 12, inner: 6 };
/** Type in half points. */
const type = { text: 21, table: 18, note: 16, heading: 28, group: 24 };
/** Word picks a font by the script of each character, so both stand in every document. */
const font = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'SimSun',
};

/** The document as docx bytes. Refuses a table with more columns than Word allows. */
export async function toDocx({ title, language, parts }: WordDocument): Promise<Uint8Array> {
  // Loaded at the first document: every start would wait for it otherwise.
  const word = await import('docx');
  const columns = Math.max(0, ...parts.map((part) => (part.kind === 'table' ? columnsOf(part.sheet) : 0)));
  if (columns > maxColumns) throw new Refused('refused.docx-too-wide', { columns, most: maxColumns });
  const sideways = columns > uprightColumns;
  const writer: Writer = { word, language, width: (sideways ? page.height : page.width) - 2 * page.margin };
  const head = (size: number): Docx.IBaseParagraphStyleOptions => ({
    run: { size, bold: true, color: '000000', font },
    paragraph: { spacing: { before: size * 10, after: 120 }, keepNext: true },
  });
  const document = new word.Document({
    title: plain(title),
    creator: 'Crosscase',
    lastModifiedBy: 'Crosscase',
    styles: {
      default: {
        document: {
          run: { font, size: type.text, language: { value: 'en-GB', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { after: 120, line: 300 } },
        },
        heading1: head(type.heading),
        heading2: head(type.group),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: page.width,
              height: page.height,
              orientation: sideways ? word.PageOrientation.LANDSCAPE : word.PageOrientation.PORTRAIT,
            },
            margin: { top: page.margin, right: page.margin, bottom: page.margin, left: page.margin },
          },
        },
        children: parts.flatMap((part) => written(writer, part)),
      },
    ],
  });
  return new Uint8Array(await word.Packer.toArrayBuffer(document));
}

interface Writer {
  readonly word: typeof Docx;
  readonly language: Language;
  /** Of the text on a page, in twentieths of a point. */
  readonly width: number;
}

type TablePart = Extract<WordPart, { kind: 'table' }>;

function written(writer: Writer, part: WordPart): (Docx.Paragraph | Docx.Table)[] {
  const { word } = writer;
  switch (part.kind) {
    case 'heading': {
      const heading = part.level === 1 ? word.HeadingLevel.HEADING_1 : word.HeadingLevel.HEADING_2;
      return [new word.Paragraph({ heading, children: runs(writer, part.text) })];
    }
    case 'paragraph':
      return [new word.Paragraph({ children: runs(writer, part.text) })];
    case 'note':
      return [
        new word.Paragraph({
          spacing: { before: 80 },
          children: runs(writer, part.text, { size: type.note }),
        }),
      ];
    case 'table':
      return [caption(writer, part.sheet.name), table(writer, part)];
  }
}

function runs(
  { word }: Writer,
  text: string,
  look: { readonly size?: number; readonly bold?: boolean } = {},
): Docx.TextRun[] {
  return plain(text)
    .split('\n')
    .map((line, index) => new word.TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

/** Above the table, numbered by a field so that Word counts on in a longer document. */
function caption(writer: Writer, name: string): Docx.Paragraph {
  const { word, language } = writer;
  const label = say(language, 'export.table-label');
  return new word.Paragraph({
    keepNext: true,
    alignment: language === 'zh' ? word.AlignmentType.CENTER : word.AlignmentType.LEFT,
    children: [
      ...runs(writer, `${label} `),
      new word.SimpleField(`SEQ ${label} \\* ARABIC`, '1'),
      ...runs(writer, `${language === 'zh' ? '\u3000' : '. '}${name}`),
    ],
  });
}

function table(writer: Writer, { sheet, figure }: TablePart): Docx.Table {
  const { word } = writer;
  const { headerRows, headerColumns = 0 } = sheet;
  const widths = columnWidths(writer, sheet);
  const rows = sheet.rows.map((row) => row.map(cellValue));
  const isNumeric = widths.map((_, column) =>
    rows.slice(headerRows).some((row) => typeof row[column] === 'number'),
  );
  const line = (size: number) => ({ style: word.BorderStyle.SINGLE, size, color: '000000' });
  const none = { style: word.BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (row: number, column: number): Docx.TableCell => {
    const value = rows[row]?.[column] ?? null;
    const text =
      typeof value === 'number' ? figure(value, row - headerRows, column - headerColumns) : (value ?? '');
    const isHead = row < headerRows;
    return new word.TableCell({
      width: { size: widths[column] ?? 0, type: word.WidthType.DXA },
      ...(row === headerRows - 1 ? { borders: { bottom: line(lines.inner) } } : {}),
      verticalAlign: isHead ? word.VerticalAlignTable.BOTTOM : word.VerticalAlignTable.TOP,
      children: [
        new word.Paragraph({
          spacing: { before: 40, after: 40, line: 240 },
          alignment: isNumeric[column] ? word.AlignmentType.RIGHT : word.AlignmentType.LEFT,
          children: runs(writer, text, { size: type.table, bold: isHead }),
        }),
      ],
    });
  };
  return new word.Table({
    width: { size: writer.width, type: word.WidthType.DXA },
    columnWidths: widths,
    layout: word.TableLayoutType.FIXED,
    borders: {
      top: line(lines.outer),
      bottom: line(lines.outer),
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: rows.map(
      (_, row) =>
        new word.TableRow({
          ...(row < headerRows ? { tableHeader: true } : {}),
          cantSplit: true,
          children: widths.map((__, column) => cell(row, column)),
        }),
    ),
  });
}

/** The width of the page shared out by what the columns hold: a long heading is broken rather than given all of it. */
function columnWidths({ width }: Writer, sheet: Sheet): number[] {
  const wants = Array.from({ length: columnsOf(sheet) }, (_, column) => {
    const letters = sheet.rows.map((row) => lettersOf(String(cellValue(row[column] ?? null) ?? '')));
    return Math.min(30, Math.max(6, ...letters));
  });
  const all = wants.reduce((sum, want) => sum + want, 0);
  return wants.map((want) => Math.floor((width * want) / all));
}

/** A Chinese character is as wide as two letters. */
const lettersOf = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

const columnsOf = (sheet: Sheet): number => Math.max(0, ...sheet.rows.map((row) => row.length));

/** XML has no place for these characters, whatever the escape. */
const notInXml = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function plain(text: string): string {
  return text.replaceAll('\r', '\n').replace(notInXml, '\uFFFD');
}
