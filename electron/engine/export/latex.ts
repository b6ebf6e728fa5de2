// A document as LaTeX to be read into a thesis with \input: tables of booktabs and longtable, every sign of the texts escaped.
import {
  lettersOf,
  pagesOf,
  tableShape,
  type DocumentPart,
  type PrintedDocument,
  type TablePart,
  type TableShape,
} from '../../../shared/export/document.ts';
import { say, type Language } from '../../../shared/words/say.ts';

/**
 * The document as text with LF line ends, without a preamble: its first lines, comments, say which engine and packages it
 * needs. An English document with Chinese in it needs a Chinese font, too.
 */
export function toLatex({ language, parts }: PrintedDocument): string {
  const body = pagesOf(parts, isTurned).flatMap(({ sideways, parts: inside }) => {
    const lines = inside.map((part) => `${written(part, language)}\n`);
    return sideways ? [turned, ...lines, '\\end{landscape}\n'] : lines;
  });
  const isChinese = language === 'zh' || body.some((part) => /\p{Script=Han}/u.test(part));
  const head = [
    say(language, 'export.latex-engine'),
    '\\usepackage{array,booktabs,longtable,pdflscape}',
    !isChinese ? '\\usepackage{fontspec}' : `\\usepackage${language === 'zh' ? '' : '[scheme=plain]'}{ctex}`,
    say(language, 'export.latex-fonts'),
  ];
  return [...head.map((line) => `% ${line}`), '', ...body].join('\n');
}

const turned = '\\begin{landscape}\\footnotesize\\setlength{\\tabcolsep}{4pt}\n';

/** A table whose rows are taller than a page is a list, which stands upright. */
function isTurned(part: TablePart): boolean {
  const shape = tableShape(part);
  return shape.isWide && !isTallerThanPage(shape);
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
  const { sheet, note, continues = false } = part;
  const shape = tableShape(part);
  const { columns, cells, depthAt, isNumeric, shares } = shape;
  const caption = oneLine(sheet.name);
  const goesOn = `${caption} ${oneLine(say(language, 'export.continued'))}`;
  if (isTallerThanPage(shape)) return list(part, cells, continues ? goesOn : caption);
  const line = (row: readonly string[], place: number): string => {
    const deep = (column: number): string => moved(depthAt(place, column));
    const text = row.map((each, column) => deep(column) + inCell(each)).join(' & ');
    // After \\ a bracket or a star would be taken for an option of it.
    return `${/^\s*[[*]/.test(text) ? '{}' : ''}${text} \\\\`;
  };
  const head = cells.slice(0, sheet.headerRows).map(line);
  const body = cells.slice(sheet.headerRows).map((row, place) => line(row, place + sheet.headerRows));
  // A share of the width of a line, less what stands between the columns.
  const spec = shares.map(
    (share, column) =>
      `>{\\ragged${isNumeric[column] ? 'left' : 'right'}\\arraybackslash}` +
      `p{\\dimexpr${share.toFixed(4)}\\linewidth-2\\tabcolsep\\relax}`,
  );
  const across = (text: string): string =>
    `\\multicolumn{${columns}}{@{}p{\\linewidth}@{}}{\\footnotesize ${text}} \\\\`;
  return [
    // It keeps the number of the table that it goes on.
    ...(continues ? ['\\addtocounter{table}{-1}'] : []),
    `\\begin{longtable}{@{}${spec.join('')}@{}}`,
    continues ? `\\caption[]{${goesOn}} \\\\` : `\\caption{${caption}} \\\\`,
    '\\toprule',
    ...head,
    '\\midrule',
    '\\endfirsthead',
    `\\caption[]{${goesOn}} \\\\`,
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
  ].join('\n');
}

/** How many letters stand beside one another on a page, and how many lines fit on it with the head of a table. */
const page = { upright: { letters: 85, lines: 42 }, sideways: { letters: 150, lines: 28 } } as const;

/** No row of a table goes on on the next page. */
function isTallerThanPage({ cells, shares, isWide }: TableShape): boolean {
  const { letters, lines } = isWide ? page.sideways : page.upright;
  const high = (text: string, column: number): number =>
    text
      .split('\n')
      .reduce((sum, line) => sum + Math.ceil(lettersOf(line) / ((shares[column] ?? 1) * letters)), 0);
  return cells.some((row) => row.some((text, column) => high(text, column) > lines));
}

/** The table row by row, each cell under the head of its column. */
function list({ note }: TablePart, cells: readonly (readonly string[])[], caption: string): string {
  const [head = [], ...rows] = cells;
  const row = ([name = '', ...inside]: readonly string[]): string[] => [
    `\\subsubsection*{${oneLine(name)}}`,
    '\\begin{description}',
    ...inside.flatMap((text, column) =>
      text === '' ? [] : [`\\item[${oneLine(head[column + 1] ?? '') || '{}'}] ${paragraph(text)}`],
    ),
    '\\item[]',
    '\\end{description}',
  ];
  return [
    `\\subsection*{${caption}}`,
    ...rows.flatMap(row),
    ...(note === undefined ? [] : [`{\\small ${paragraph(note)}\\par}`]),
  ].join('\n');
}

/** Sub-codes stand to the right of their code, with all lines that their words take. */
const moved = (depth: number): string => (depth === 0 ? '' : `\\leftskip=${depth}em\\relax `);

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
  // Those that the usual fonts of LaTeX lack.
  '−': '\\ensuremath{-}',
  '→': '\\ensuremath{\\rightarrow}',
  χ: '\\ensuremath{\\chi}',
  '\u2003': '\\hspace*{1em}',
  '█': '\\rule{.25em}{1.5ex}',
  '▄': '\\rule{.25em}{.7ex}',
};
const anySign = /[\\{}$&#%_^~<>|"`−→χ\u2003█▄]/g;

/** Signs of LaTeX as themselves; what would join to another sign (--, ?`) stands apart. Control characters are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(anySign, (sign) => signs[sign] ?? sign)
    .replace(/-(?=-)|'(?=')/g, '$&{}')
    .replace(/[?!](?=\\textasciigrave)/g, '$&{}');
}

const oneLine = (text: string): string => escaped(text.replace(/\s+/g, ' ').trim());

/** Its lines but the blank ones: LaTeX ends no line where none has begun. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => escaped(line).replaceAll('\t', ' '))
    .filter((line) => line.trim() !== '');

const inCell = (text: string): string => linesOf(text).join(' \\newline ');

/** What stands between blank lines is a paragraph of its own. */
const paragraph = (text: string): string =>
  text
    .split(/\n[^\S\n]*\n/)
    .map((each) => linesOf(each).join('\\newline\n'))
    .filter((each) => each !== '')
    .join('\n\n');
