// Spans along a line from 0 to 1: how much of each of its equal parts they cover, and which of several covers a part most.
import { unionLength, type Span } from './spans.ts';

/** By part: the share of it that the spans cover, from 0 to 1; overlaps once. */
export function coverOf(spans: readonly Span[], parts: number): number[] {
  return Array.from({ length: parts }, (_, part) => {
    const [start, end] = [part / parts, (part + 1) / parts];
    const inside = spans.filter(([from, to]) => from < end && to > start);
    return unionLength(inside.map(([from, to]) => [Math.max(from, start), Math.min(to, end)])) * parts;
  });
}

/** By part: the place of the list that covers most of it, of equals the first; null where none covers any. */
export function leading(covers: readonly (readonly number[])[], parts: number): (number | null)[] {
  return Array.from({ length: parts }, (_, part) => {
    let best: number | null = null;
    for (const [place, cover] of covers.entries())
      if ((cover[part] ?? 0) > (best === null ? 0 : (covers[best]?.[part] ?? 0))) best = place;
    return best;
  });
}
