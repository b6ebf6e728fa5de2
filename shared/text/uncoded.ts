// The stretches of a text that no coding covers.
import { lineSpan, type Span } from './lines.ts';
import { passageOf, type LabelledText } from './passages.ts';

interface UncodedWish {
  /** In the order of the text. */
  readonly codings: readonly Span[];
  readonly from: number;
  readonly direction: 'next' | 'previous';
  /** Names lines that nobody means to code, by their beginning. */
  readonly isLeftOut: (lineStart: number) => boolean;
}

/**
 * The next stretch without coding that begins at `from` or later, or the last one that ends at `from` or before: words
 * of one line, without label and without blanks at its ends; null where there is none.
 */
export function nextUncoded(
  text: LabelledText,
  lineStarts: Int32Array,
  { codings, from, direction, isLeftOut }: UncodedWish,
): Span | null {
  const gaps = gapsByLine(lineStarts, text.text.length, codings, isLeftOut);
  const isNext = direction === 'next';
  const near = isNext
    ? gaps.filter(({ end }) => end > from)
    : gaps.filter(({ start }) => start < from).toReversed();
  for (const gap of near) {
    const words = passageOf(text, gap);
    if (!words || !/[\p{L}\p{N}]/u.test(text.text.slice(words.start, words.end))) continue;
    if (isNext ? words.start >= from : words.end <= from) return words;
  }
  return null;
}

function gapsByLine(
  lineStarts: Int32Array,
  length: number,
  codings: readonly Span[],
  isLeftOut: UncodedWish['isLeftOut'],
): Span[] {
  const gaps: Span[] = [];
  let covered = 0;
  let next = 0;
  for (let line = 0; line < lineStarts.length; line++) {
    const { start, end } = lineSpan(lineStarts, line, length);
    const put = (until: number): void => {
      const from = Math.max(start, covered);
      if (from < until && !isLeftOut(start)) gaps.push({ start: from, end: until });
    };
    for (let coding = codings[next]; coding && coding.start < end; coding = codings[++next]) {
      put(coding.start);
      covered = Math.max(covered, coding.end);
    }
    put(end);
  }
  return gaps;
}
