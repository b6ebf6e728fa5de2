// Lines of a text: every piece between line breaks, blank ones too; a screen shows one block per line.

/** A half-open stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where each line starts, ascending; the first is 0. */
export function findLineStarts(text: string): Int32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Int32Array.from(starts);
}

/** Place of the line that holds `position`; a line break belongs to the line that it ends. */
export function lineAt(starts: Int32Array, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line's stretch without its line break. `length` is the text's. */
export function lineSpan(starts: Int32Array, line: number, length: number): Span {
  const next = starts[line + 1];
  return { start: starts[line] ?? 0, end: next === undefined ? length : next - 1 };
}

/** The pieces of `span` line by line, none of them empty, with the line of each. */
export function piecesByLine(
  starts: Int32Array,
  { start, end }: Span,
  length: number,
): (Span & { readonly line: number })[] {
  const pieces: (Span & { readonly line: number })[] = [];
  for (let line = lineAt(starts, start); line < starts.length && (starts[line] ?? 0) < end; line++) {
    const whole = lineSpan(starts, line, length);
    const piece = { line, start: Math.max(start, whole.start), end: Math.min(end, whole.end) };
    if (piece.start < piece.end) pieces.push(piece);
  }
  return pieces;
}
