// Stretches of one text: what they cover together, and how those of two codes meet. Half-open, in one unit of length.
import { countBelow } from '../numbers.ts';

export type Span = readonly [start: number, end: number];

/** How much the spans cover, overlaps once. */
export function unionLength(spans: readonly Span[]): number {
  let covered = 0;
  let upTo = -Infinity;
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    covered += Math.max(0, end - Math.max(start, upTo));
    upTo = Math.max(upTo, end);
  }
  return covered;
}

export interface SpanMeeting {
  /** Pairs that share text. */
  readonly pairs: number;
  /** Spans of the one that meet any of the other, and the other way round. */
  readonly first: number;
  readonly second: number;
  /** How much text both cover. */
  readonly shared: number;
}

/** Spans that only touch do not meet. */
export function meeting(one: readonly Span[], other: readonly Span[]): SpanMeeting {
  const pairs = one.flatMap((span, a) =>
    other.flatMap((mate, b) => {
      const [start, end] = [Math.max(span[0], mate[0]), Math.min(span[1], mate[1])];
      return start < end ? [{ a, b, shared: [start, end] as const }] : [];
    }),
  );
  return {
    pairs: pairs.length,
    first: new Set(pairs.map(({ a }) => a)).size,
    second: new Set(pairs.map(({ b }) => b)).size,
    shared: unionLength(pairs.map(({ shared }) => shared)),
  };
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Those of `stretches` with which no span shares a place, in their order. */
export function untouched<T extends Stretch>(stretches: readonly T[], spans: readonly Stretch[]): T[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const starts = Int32Array.from(sorted, ({ start }) => start);
  /** By span, where those up to it end at the latest. */
  const ends: number[] = [];
  for (const { end } of sorted) ends.push(Math.max(end, ends.at(-1) ?? 0));
  return stretches.filter(({ start, end }) => (ends[countBelow(starts, end) - 1] ?? 0) <= start);
}
