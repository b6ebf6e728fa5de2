// A document as LaTeX to be read into a thesis with \input: tables of booktabs and longtable, every sign of the texts escaped.
import {
  tableShape,
  type DocumentPart,
  type PrintedDocument,
  type TablePart,
} from '../../../shared/export/document.ts';
import { say, type Language } from '../../../shared/words/say.ts';

/** The document as text with LF line ends, without a preamble: its first lines, comments, say which packages it needs. */
export function toLatex({ language, parts }: PrintedDocument): string {
  const head = [
    say(language, 'export.latex-packages'),
    '\\usepackage{array,booktabs,longtable,pdflscape}',
    language === 'zh' ? '\\usepackage{ctex}' : '\\usepackage[T1]{fontenc}',
  ];
  return [
    ...head.map((line) => `% ${line}`),
    '',
    ...parts.map((part) => `${written(part, language)}\n`),
  ].join('\n');
}

function written(part: DocumentPart, language: Language): string {
  switch (part.kind) {
    case 'heading':
      return `\\${['section', 'subsection', 'subsubsection'][part.level - 1]}*{${oneLine(part.text)}}`;
    case 'paragraph':
      return paragraph(part.text);
    case 'note':
      return `{\\small ${paragraph(part.text)}\\par}`;
    case 'table':
      return table(part, language);
  }
}

function table(part: TablePart, language: Language): string {
  const { sheet, note } = part;
  const shape = tableShape(part);
  const { columns, cells, isNumeric, shares, isWide } = shape;
  const line = (row: readonly string[]): string => {
    const text = row.map(inCell).join(' & ');
    // After \\ a bracket or a star would be taken for an option of it.
    return `${/^\s*[[*]/.test(text) ? '{}' : ''}${text} \\\\`;
  };
  const head = cells.slice(0, sheet.headerRows).map((row) => line(row));
  const body = cells.slice(sheet.headerRows).map((row) => line(row));
  // A share of the width of a line, less what stands between the columns.
  const spec = shares.map(
    (share, column) =>
      `>{\\ragged${isNumeric[column] ? 'left' : 'right'}\\arraybackslash}` +
      `p{\\dimexpr${share.toFixed(4)}\\linewidth-2\\tabcolsep\\relax}`,
  );
  const caption = oneLine(sheet.name);
  const across = (text: string): string =>
    `\\multicolumn{${columns}}{@{}p{\\linewidth}@{}}{\\footnotesize ${text}} \\\\`;
  const lines = [
    `\\begin{longtable}{@{}${spec.join('')}@{}}`,
    `\\caption{${caption}} \\\\`,
    '\\toprule',
    ...head,
    '\\midrule',
    '\\endfirsthead',
    `\\caption[]{${caption} ${oneLine(say(language, 'export.continued'))}} \\\\`,
    '\\toprule',
    ...head,
    '\\midrule',
    '\\endhead',
    '\\bottomrule',
    '\\endfoot',
    '\\bottomrule',
    ...(note === undefined ? [] : ['\\addlinespace', across(inCell(note))]),
    '\\endlastfoot',
    ...body,
    '\\end{longtable}',
  ];
  return (isWide ? ['\\begin{landscape}', ...lines, '\\end{landscape}'] : lines).join('\n');
}

const signs: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
};

/** Signs of LaTeX as themselves; what would join to another sign (--, ?`) stands apart. Control characters are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/[\\{}$&#%_^~<>|"`]/g, (sign) => signs[sign] ?? sign)
    .replace(/-(?=-)|'(?=')/g, '$&{}')
    .replace(/[?!](?=\\textasciigrave)/g, '$&{}');
}

const oneLine = (text: string): string => escaped(text.replace(/\s+/g, ' ').trim());

const inCell = (text: string): string =>
  text.split('\n').map(escaped).join(' \\newline ').replaceAll('\t', ' ');

/** Its lines; a blank one would begin a paragraph of its own, which is what it is. */
const paragraph = (text: string): string =>
  text
    .split('\n')
    .map((line) => escaped(line).replaceAll('\t', ' '))
    .join('\\newline\n')
    .replace(/\\newline\n(?=\\newline|$)/g, '\n\n');
