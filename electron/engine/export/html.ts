// A document as one HTML page that needs nothing else: no script, no picture, no address; it prints as it looks.
import {
  tableShape,
  type DocumentPart,
  type PrintedDocument,
  type TablePart,
} from '../../../shared/export/document.ts';
import { say, type Language } from '../../../shared/words/say.ts';

/** The page as text with LF line ends. */
export function toHtml({ title, language, parts }: PrintedDocument): string {
  let tables = 0;
  const number = (part: DocumentPart): number => (part.kind === 'table' ? ++tables : 0);
  return [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="Crosscase">',
    `<title>${escaped(title)}</title>`,
    `<style>\n${style}\n</style>`,
    '</head>',
    '<body>',
    ...parts.map((part) => written(part, language, number(part))),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function written(part: DocumentPart, language: Language, number: number): string {
  switch (part.kind) {
    case 'heading': {
      const id = part.anchor === undefined ? '' : ` id="${escaped(part.anchor)}"`;
      return `<h${part.level}${id}>${lines(part.text)}</h${part.level}>`;
    }
    case 'paragraph':
      return `<p>${lines(part.text)}</p>`;
    case 'note':
      return `<p class="note">${lines(part.text)}</p>`;
    case 'table':
      return table(part, language, number);
  }
}

function table(part: TablePart, language: Language, number: number): string {
  const { sheet, note, opens } = part;
  const { headerRows, headerColumns = 0 } = sheet;
  const { cells, depthAt, isNumeric, isWide } = tableShape(part);
  const cell = (text: string, row: number, column: number): string => {
    const align = isNumeric[column] ? ' class="number"' : '';
    if (row < headerRows) return `<th scope="col"${align}>${lines(text)}</th>`;
    const depth = depthAt(row, column);
    const deep = depth === 0 ? '' : ` style="padding-left: ${depth}em"`;
    if (column < headerColumns) return `<th scope="row"${deep}>${lines(text)}</th>`;
    const anchor = text === '' ? null : (opens?.(row - headerRows, column - headerColumns) ?? null);
    const shown = anchor === null ? lines(text) : `<a href="#${escaped(anchor)}">${lines(text)}</a>`;
    return `<td${align}${deep}>${shown}</td>`;
  };
  const rows = cells.map((row, r) => `<tr>${row.map((text, column) => cell(text, r, column)).join('')}</tr>`);
  const caption = `${say(language, 'export.table-label')} ${number}${language === 'zh' ? '\u3000' : '. '}${sheet.name}`;
  return [
    `<figure${isWide ? ' class="wide"' : ''}>`,
    '<table>',
    `<caption>${lines(caption)}</caption>`,
    '<thead>',
    ...rows.slice(0, headerRows),
    '</thead>',
    '<tbody>',
    ...rows.slice(headerRows),
    '</tbody>',
    '</table>',
    ...(note === undefined ? [] : [`<figcaption class="note">${lines(note)}</figcaption>`]),
    '</figure>',
  ].join('\n');
}

/** Text or attribute value; control characters, which HTML lacks, are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const lines = (text: string): string => text.split('\n').map(escaped).join('<br>');

const style = `:root { color-scheme: light dark; }
body { font: 1rem/1.55 "Source Serif 4", "Times New Roman", "Noto Serif CJK SC", "Songti SC", SimSun, serif; margin: 2.5rem auto; max-width: 62rem; padding: 0 1.5rem; }
h1, h2, h3 { line-height: 1.25; margin: 2em 0 0.6em; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; } h3 { font-size: 1rem; }
p { max-width: 44rem; margin: 0 0 0.8em; }
figure { margin: 1.5rem 0; overflow-x: auto; }
table { border-collapse: collapse; border-top: 1.5pt solid; border-bottom: 1.5pt solid; font-size: 0.9rem; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: start; padding-bottom: 0.5em; }
:lang(zh) caption { text-align: center; }
th, td { padding: 0.25em 0.9em 0.25em 0; text-align: start; vertical-align: top; font-weight: normal; }
thead th { border-bottom: 0.75pt solid; vertical-align: bottom; font-weight: bold; }
.number { text-align: end; }
.note { font-size: 0.8rem; max-width: 52rem; margin-top: 0.5em; }
a { color: inherit; text-decoration-thickness: 0.5pt; text-underline-offset: 0.2em; }
@page { size: A4; margin: 20mm; }
@page wide { size: A4 landscape; }
@media print { body { margin: 0; max-width: none; padding: 0; } figure { overflow: visible; } .wide { page: wide; } tr { break-inside: avoid; } thead { display: table-header-group; } }`;
