// A Word document: a native table between three lines, or passages in plain paragraphs; no user name in its properties.
import type * as Docx from 'docx';
import {
  pagesOf,
  type Pages,
  tableShape,
  type DocumentPart,
  type PrintedDocument,
  type TablePart,
} from '../../../shared/export/document.ts';
import { say, type Language } from '../../../shared/words/say.ts';

/** A4 with margins of an inch; twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1440 };
/** Lines in eighths of a point: 1.5 pt around the table, 0.75 pt under its head. */
const lines = { outer: 12, inner: 6 };
/** Type in half points. */
const type = { text: 21, table: 18, note: 16, heading: 28, group: 24 };
/** How far sub-codes stand to the right of their code; twentieths of a point. */
const step = 180;
/** Word picks a font by the script of each character, so both stand in every document. */
const font = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'SimSun',
};

/** The document as docx bytes; a wide table has pages of its own, turned sideways, and goes on beneath with the columns for which they have no room. */
export async function toDocx({ title, language, parts }: PrintedDocument): Promise<Uint8Array> {
  // Loaded at the first document: every start would wait for it otherwise.
  const word = await import('docx');
  let tables = 0;
  const numberOf = ({ continues }: TablePart): string => String(continues === true ? tables : ++tables);
  const head = (size: number): Docx.IBaseParagraphStyleOptions => ({
    run: { size, bold: true, color: '000000', font },
    paragraph: { spacing: { before: size * 10, after: 120 }, keepNext: true },
  });
  const section = ({ sideways, parts: inside }: Pages): Docx.ISectionOptions => ({
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
    children: inside.flatMap((part, place) =>
      written(
        { word, language, width: (sideways ? page.height : page.width) - 2 * page.margin, numberOf },
        part,
        place === inside.length - 2 && inside.at(-1)?.kind === 'note',
      ),
    ),
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
        heading3: head(type.text),
      },
    },
    sections: pagesOf(parts).map(section),
  });
  return new Uint8Array(await word.Packer.toArrayBuffer(document));
}

interface Writer {
  readonly word: typeof Docx;
  readonly language: Language;
  /** Of the text on a page, in twentieths of a point. */
  readonly width: number;
  /** The next number, or that of the table which goes on. */
  readonly numberOf: (part: TablePart) => string;
}

/** `keepNext`: the note behind it must not stand alone on a page. */
function written(writer: Writer, part: DocumentPart, keepNext: boolean): (Docx.Paragraph | Docx.Table)[] {
  const { word } = writer;
  switch (part.kind) {
    case 'heading': {
      const { HEADING_1, HEADING_2, HEADING_3 } = word.HeadingLevel;
      const heading = ([HEADING_1, HEADING_2, HEADING_3] as const)[part.level - 1] ?? HEADING_3;
      const children = runs(writer, part.text);
      const marked =
        part.anchor === undefined ? children : [new word.Bookmark({ id: part.anchor, children })];
      return [new word.Paragraph({ heading, children: marked })];
    }
    case 'paragraph':
      return [new word.Paragraph({ keepNext, children: runs(writer, part.text) })];
    case 'note':
      return [note(writer, part.text)];
    case 'table':
      return [
        caption(writer, part),
        table(writer, part),
        ...(part.note === undefined ? [] : [note(writer, part.note)]),
      ];
  }
}

function note(writer: Writer, text: string): Docx.Paragraph {
  const { word } = writer;
  return new word.Paragraph({ spacing: { before: 80 }, children: runs(writer, text, { size: type.note }) });
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
function caption(writer: Writer, part: TablePart): Docx.Paragraph {
  const { word, language } = writer;
  const { sheet, continues = false } = part;
  const name = continues ? `${sheet.name} ${say(language, 'export.continued')}` : sheet.name;
  const label = say(language, 'export.table-label');
  return new word.Paragraph({
    keepNext: true,
    ...(continues && { spacing: { before: 240 } }),
    alignment: language === 'zh' ? word.AlignmentType.CENTER : word.AlignmentType.LEFT,
    children: [
      ...runs(writer, `${label} `),
      new word.SimpleField(`SEQ ${label} ${continues ? '\\c ' : ''}\\* ARABIC`, writer.numberOf(part)),
      ...runs(writer, `${language === 'zh' ? '\u3000' : '. '}${name}`),
    ],
  });
}

function table(writer: Writer, part: TablePart): Docx.Table {
  const { word } = writer;
  const { headerRows, headerColumns = 0 } = part.sheet;
  const { cells, depthAt, isNumeric, shares } = tableShape(part);
  const widths = shares.map((share) => Math.floor(writer.width * share));
  const line = (size: number) => ({ style: word.BorderStyle.SINGLE, size, color: '000000' });
  const none = { style: word.BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (row: number, column: number): Docx.TableCell => {
    const isHead = row < headerRows;
    const children = runs(writer, cells[row]?.[column] ?? '', { size: type.table, bold: isHead });
    const anchor = isHead ? null : (part.opens?.(row - headerRows, column - headerColumns) ?? null);
    return new word.TableCell({
      width: { size: widths[column] ?? 0, type: word.WidthType.DXA },
      ...(row === headerRows - 1 ? { borders: { bottom: line(lines.inner) } } : {}),
      verticalAlign: isHead ? word.VerticalAlignTable.BOTTOM : word.VerticalAlignTable.TOP,
      children: [
        new word.Paragraph({
          spacing: { before: 40, after: 40, line: 240 },
          indent: { left: depthAt(row, column) * step },
          alignment: isNumeric[column] ? word.AlignmentType.RIGHT : word.AlignmentType.LEFT,
          children: anchor === null ? children : [new word.InternalHyperlink({ anchor, children })],
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
    rows: cells.map(
      (_, row) =>
        new word.TableRow({
          ...(row < headerRows ? { tableHeader: true } : {}),
          cantSplit: true,
          children: widths.map((__, column) => cell(row, column)),
        }),
    ),
  });
}

/** XML has no place for these characters, whatever the escape. */
const notInXml = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function plain(text: string): string {
  return text.replaceAll('\r', '\n').replace(notInXml, '\uFFFD');
}
