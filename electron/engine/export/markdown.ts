// A document as Markdown with pipe tables, as GitHub and Pandoc read it; no sign of the texts becomes one of Markdown.
import {
  tableShape,
  type DocumentPart,
  type PrintedDocument,
  type TablePart,
} from '../../../shared/export/document.ts';
import { say, type Language } from '../../../shared/words/say.ts';

/** The document as text with LF line ends. */
export function toMarkdown({ language, parts }: PrintedDocument): string {
  return `${parts.map((part) => written(part, language)).join('\n\n')}\n`;
}

function written(part: DocumentPart, language: Language): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${inLine(part.text)}`;
    case 'paragraph':
    case 'note':
      return paragraph(part.text);
    case 'table':
      return table(part, language);
  }
}

function table(part: TablePart, language: Language): string {
  const { sheet, note } = part;
  const { cells, depthAt, isNumeric } = tableShape(part);
  const line = (row: readonly string[], place: number): string =>
    `| ${row.map((text, column) => '&emsp;'.repeat(depthAt(place, column)) + inCell(text)).join(' | ')} |`;
  const rule = `| ${isNumeric.map((is) => (is ? '---:' : ':---')).join(' | ')} |`;
  const [head = '', ...body] = cells.map(line);
  const rows = [head, rule, ...body].join('\n');
  const caption = say(language, 'export.markdown-caption', { caption: inLine(sheet.name) });
  return [caption, rows, ...(note === undefined ? [] : [paragraph(note)])].join('\n\n');
}

/** Signs of Markdown and of HTML as themselves. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_[\]<>|~$^]/g, '\\$&');
}

const inLine = (text: string): string => escaped(text.replace(/\s+/g, ' ').trim());

const inCell = (text: string): string => text.split('\n').map(inLine).join('<br>');

/** What begins a line would begin a heading, a list, a quotation or a block of code. */
const paragraph = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      inLine(line)
        .replace(/^[#+=:-]/, '\\$&')
        .replace(/^(\d+)([.)])/, '$1\\$2'),
    )
    .join('\\\n')
    .replace(/(?:\\\n)+\\?\n|\\\n(?=\\\n)/g, '\n\n');
