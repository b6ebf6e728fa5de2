// Plain text for a terminal: widths as they are seen, tables, wrapped paragraphs.

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Characters that a terminal draws two columns wide (East Asian Width W and F, and emoji). */
const wide =
  /^(?:[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u{3000}-\u{303E}\u{309B}-\u{30FF}\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|\p{Emoji}\uFE0F)/u;
/** Half-width forms, which belong to wide scripts. */
const half = /^[\uFF61-\uFFDC]/u;
const nothing = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

/** How many columns the text takes on a terminal. */
export function displayWidth(text: string): number {
  // Most text is plain ASCII, and cutting it into graphemes is slow.
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += widthOf(segment);
  return width;
}

function widthOf(grapheme: string): number {
  if (nothing.test(grapheme)) return 0;
  return wide.test(grapheme) && !half.test(grapheme) ? 2 : 1;
}

/** The text, or as much of its beginning as leaves room for "…" in `width` columns. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const { segment } of graphemes.segment(text)) {
    used += widthOf(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in lines of at most `width` columns, broken at blanks and between Chinese characters. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

/** Opening marks stay with what follows, closing ones with what stands before. */
const pieces =
  /\s+|[\p{Ps}\p{Pi}]*[\p{Script=Han}\u3000-\u303E][\p{Pe}\p{Pf}\p{Po}]*|(?:(?![\p{Script=Han}\u3000-\u303E]|\s|[\p{Ps}\p{Pi}]+\p{Script=Han}).)+[\p{Pe}\p{Pf}\p{Po}]*/gsu;

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(pieces)) {
    if (line !== '' && displayWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || piece.trim() !== '') line += piece;
  }
  return [...lines, line.trimEnd()];
}

export function indent(lines: readonly string[], by: number): string {
  return lines.map((line) => `${' '.repeat(line === '' ? 0 : by)}${line}\n`).join('');
}

export interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
}

const gap = '  ';
/** Texts are not cut shorter than this many columns, heads of numbers not shorter than that. */
const leastWidth = 8;
const headWidth = 20;

/**
 * Aligned columns under their heads. With `screen` columns at hand long texts are cut to fit, and columns that still do
 * not fit follow below, each block beginning with the first column; with null nothing is ever cut.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  screen: number | null,
): string {
  const cells = [columns.map((column) => column.head), ...rows].map((row) =>
    // Spaces in front are the indentation of a tree.
    row.map((cell) => cell.trimEnd().replace(/(?<=\S)\s+|[\t\n]/g, ' ')),
  );
  const widest = (from: readonly (readonly string[])[], c: number): number =>
    from.reduce((most, row) => Math.max(most, displayWidth(row[c] ?? '')), 0);
  const natural = columns.map((_, c) => widest(cells, c));
  const numbers = columns.map((_, c) => widest(cells.slice(1), c));
  const capped = natural.map((width, c) =>
    columns[c]?.align === 'right' ? Math.max(numbers[c] ?? 0, Math.min(width, headWidth)) : width,
  );
  const widths = screen === null ? natural : fitted(capped, columns, screen);
  return blocks(widths, screen)
    .map((block) => {
      const line = (row: readonly string[]): string =>
        block
          .map((c) => fit(row[c] ?? '', widths[c] ?? 0, columns[c]?.align ?? 'left'))
          .join(gap)
          .trimEnd();
      const [head = [], ...body] = cells;
      const ruler = columns.map((_, c) => '-'.repeat(widths[c] ?? 0));
      return [line(head), line(ruler), ...body.map(line)].map((text) => `${text}\n`).join('');
    })
    .join('\n');
}

function fit(cell: string, width: number, align: Column['align']): string {
  const text = cut(cell, width);
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + space : space + text;
}

function fitted(natural: readonly number[], columns: readonly Column[], screen: number): number[] {
  const short = shrink(natural, columns, screen, leastWidth);
  // In blocks one below the other there is room for longer texts again.
  return span(short) <= screen
    ? short
    : shrink(natural, columns, screen, Math.max(leastWidth, Math.floor(screen / 3)));
}

function span(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + gap.length, -gap.length);
}

/** Takes from the widest text column, one by one, until the table fits or no text is wider than `least`. */
function shrink(
  natural: readonly number[],
  columns: readonly Column[],
  screen: number,
  least: number,
): number[] {
  const widths = [...natural];
  const texts = columns.flatMap((column, c) => (column.align === 'left' ? [c] : []));
  let excess = span(widths) - screen;
  for (; excess > 0; excess--) {
    const widest = texts.reduce(
      (best, c) => ((widths[c] ?? 0) > (widths[best] ?? 0) ? c : best),
      texts[0] ?? 0,
    );
    if ((widths[widest] ?? 0) <= least) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** Which columns stand side by side: all, or as many as fit beside the first. */
function blocks(widths: readonly number[], screen: number | null): number[][] {
  const all: number[][] = [[0]];
  let used = widths[0] ?? 0;
  for (const [c, width] of widths.entries()) {
    if (c === 0) continue;
    const last = all.at(-1) ?? [];
    used += gap.length + width;
    if (screen !== null && used > screen && last.length > 1) {
      all.push([0, c]);
      used = (widths[0] ?? 0) + gap.length + width;
    } else last.push(c);
  }
  return all;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** As much of each id as tells it from the others; an id that a caller gave stands whole. */
export function shortIds(ids: readonly string[]): (id: string) => string {
  const seen = new Map<string, number>();
  for (const id of ids) seen.set(id.slice(0, 8), (seen.get(id.slice(0, 8)) ?? 0) + 1);
  return (id) => (uuid.test(id) && seen.get(id.slice(0, 8)) === 1 ? id.slice(0, 8) : id);
}
