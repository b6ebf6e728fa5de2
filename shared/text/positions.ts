// Positions in a text: UTF-16 units, half-open [start, end), never inside a surrogate pair.

/** [start, end, start, end …] of the non-blank lines: the n-th pair is paragraph n. */
export function findParagraphs(text: string): Int32Array {
  const bounds: number[] = [];
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (text.slice(start, end).trim() !== '') bounds.push(start, end);
    start = end + 1;
  }
  return Int32Array.from(bounds);
}

/** Number (from 1) of the paragraph that holds `position`, else of the last one that starts before it; 1 at least. */
export function paragraphAt(paragraphs: Int32Array, position: number): number {
  let low = 0;
  let high = paragraphs.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle * 2] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

/** Number (from 1) of the turn that holds `position`, by the labels with which turns begin; null before the first one. */
export function turnAt(labels: readonly { readonly start: number }[], position: number): number | null {
  const last = labels.findLastIndex(({ start }) => start <= position);
  return last < 0 ? null : last + 1;
}

/** Positions of the second halves of surrogate pairs. */
export function findLowSurrogates(text: string): Int32Array {
  const found: number[] = [];
  for (const match of text.matchAll(/[\uDC00-\uDFFF]/g)) found.push(match.index);
  return Int32Array.from(found);
}

/** Code points: what a person counts as characters. */
export function countCharacters(text: string): number {
  return text.length - findLowSurrogates(text).length;
}

/** The span, widened by one unit at each side that would cut a surrogate pair. */
export function widenToCharacters(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const cuts = (position: number): boolean => {
    const code = text.charCodeAt(position);
    return position > 0 && position < text.length && code >= 0xdc00 && code <= 0xdfff;
  };
  return { start: cuts(start) ? start - 1 : start, end: cuts(end) ? end + 1 : end };
}

/** Starts of the exact, case-sensitive occurrences of `needle`, left to right without overlap. */
export function findAll(text: string, needle: string): number[] {
  if (needle === '') return [];
  const starts: number[] = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) starts.push(at);
  return starts;
}
