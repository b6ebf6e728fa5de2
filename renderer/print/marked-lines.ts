// Where brackets and rules of codings stand in a printed line: a line in pieces, each under the same codings.
import { lineSpan, type Span } from '../../shared/text/lines.ts';

/** Words of a line between two borders of codings. */
export interface Piece extends Span {
  /** Numbers of the codings that begin before the piece, the longest first. */
  readonly opens: readonly number[];
  /** Numbers of those that end after it, the shortest first. */
  readonly closes: readonly number[];
  readonly isCoded: boolean;
}

/**
 * The pieces of every line, which joined are the line. `codings` are in the order of the text; the n-th bears number n,
 * beginning with 1. One that goes on over several lines opens in the first and closes in the last.
 */
export function markLines(
  text: string,
  lineStarts: Int32Array,
  codings: readonly Span[],
): readonly (readonly Piece[])[] {
  const numbered = codings.map(({ start, end }, index) => ({ start, end, number: index + 1 }));
  const ends = numbered.toSorted((a, b) => a.end - b.end || b.start - a.start || b.number - a.number);
  const borders = [...new Set(numbered.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b);
  const at = { border: 0, start: 0, end: 0, open: 0 };

  function pieceOf({ start, end }: Span): Piece {
    const [opens, closes]: [number[], number[]] = [[], []];
    for (let next = numbered[at.start]; next && next.start < end; next = numbered[++at.start])
      opens.push(next.number);
    at.open += opens.length;
    const isCoded = at.open > 0;
    for (let next = ends[at.end]; next && next.end <= end; next = ends[++at.end]) closes.push(next.number);
    at.open -= closes.length;
    return { start, end, opens, closes, isCoded };
  }

  return Array.from(lineStarts, (_, line) => {
    const { start, end } = lineSpan(lineStarts, line, text.length);
    const cuts = [start];
    for (; (borders[at.border] ?? Infinity) < end; at.border++) {
      const border = borders[at.border] ?? end;
      if (border > start) cuts.push(border);
    }
    return cuts.flatMap((from, index) => {
      const to = cuts[index + 1] ?? end;
      return to > from ? [pieceOf({ start: from, end: to })] : [];
    });
  });
}
