// Lanes for overlapping codings, so that no two that meet are drawn upon each other; and the codings at or near a place.
import type { Span } from './lines.ts';

/** Units between two codings under which their stripes may meet on one line of the screen. */
const oneLineOnScreen = 70;

/** In the order of the text: by start, the longer first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * A lane for each span, from 0: spans that overlap never share one, and the lowest free lane is taken.
 * Spans must be in the order of `compareSpans`.
 */
export function ruleLanes(spans: readonly Span[]): number[] {
  return packLanes(spans, (span) => span.end);
}

/**
 * Lanes for stripes beside the text: as `ruleLanes`, but a lane is free again only on a later line of the screen,
 * which is taken to hold 70 units; a new line of the text (`lineStarts`) is a new line of the screen.
 */
export function stripeLanes(spans: readonly Span[], lineStarts: Int32Array): number[] {
  let line = 0;
  const reach = ({ start, end }: Span): number => {
    while ((lineStarts[line + 1] ?? Infinity) <= start) line += 1;
    let last = line;
    while ((lineStarts[last + 1] ?? Infinity) < end) last += 1;
    return Math.min(end + oneLineOnScreen, Math.max(end, lineStarts[last + 1] ?? Infinity));
  };
  return packLanes(spans, reach);
}

function packLanes(spans: readonly Span[], reach: (span: Span) => number): number[] {
  const taken: number[] = [];
  return spans.map((span) => {
    const free = taken.findIndex((until) => until <= span.start);
    const lane = free < 0 ? taken.length : free;
    taken[lane] = reach(span);
    return lane;
  });
}

/** The spans that hold `position`, or that overlap the selection. The end counts for a caret that stands there. */
export function spansAt<T extends Span>(spans: readonly T[], { start, end }: Span): T[] {
  return spans.filter((span) =>
    start === end ? span.start <= start && start <= span.end : span.start < end && start < span.end,
  );
}

/** The span to be brought out at a place: the shortest of those that hold it. */
export function narrowest<T extends Span>(spans: readonly T[]): T | null {
  return spans.reduce<T | null>((best, span) => (best && length(best) <= length(span) ? best : span), null);
}

/**
 * The next span in the order of the text: after the chosen one, else after `position`; null at the end.
 * Spans must be in the order of `compareSpans`.
 */
export function nextSpan<T extends Span>(
  spans: readonly T[],
  from: { readonly chosen: T | null; readonly position: number },
  direction: 'next' | 'previous',
): T | null {
  const { chosen, position } = from;
  const at = chosen ? spans.indexOf(chosen) : -1;
  if (at >= 0) return spans[direction === 'next' ? at + 1 : at - 1] ?? null;
  if (direction === 'next') return spans.find((span) => span.start >= position) ?? null;
  return spans.findLast((span) => span.start < position) ?? null;
}

function length({ start, end }: Span): number {
  return end - start;
}
