// Edits of a text as splices, and what becomes of the spans in it: none shifts silently, none ends within a character.
import type { Span } from './lines.ts';
import { snapToGraphemes } from './passages.ts';
import { widenToCharacters } from './positions.ts';

/** Puts `text` in the place of [start, end). Several are made one after the other, each in the text that the last one left. */
export interface Splice extends Span {
  readonly text: string;
}

/** What a person types or pastes, as a text holds it: one form of line break, no half character, no NUL. */
export function cleanTyped(typed: string): string {
  return typed
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\0', '')
    .toWellFormed();
}

/** The text after the splices. A place outside the text, or within a surrogate pair, throws a RangeError. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  return isFromTheEnd(splices) ? applyFromTheEnd(text, splices) : splices.reduce(applySplice, text);
}

export function applySplice(text: string, splice: Splice): string {
  refuseOutside(text, splice);
  return text.slice(0, splice.start) + splice.text + text.slice(splice.end);
}

/** Each lies before the one that was made before it: then all of them tell places of the first text. */
function isFromTheEnd(splices: readonly Splice[]): boolean {
  return splices.every((splice, index) => splice.end <= (splices[index - 1]?.start ?? Infinity));
}

/** In one pass: thousands of replacements would otherwise copy a long text as often. */
function applyFromTheEnd(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let end = text.length;
  for (const splice of splices) {
    refuseOutside(text, splice);
    pieces.push(text.slice(splice.end, end), splice.text);
    end = splice.start;
  }
  pieces.push(text.slice(0, end));
  return pieces.toReversed().join('');
}

function refuseOutside(text: string, { start, end }: Splice): void {
  const widened = widenToCharacters(text, start, end);
  const isInside = 0 <= start && start <= end && end <= text.length;
  if (!isInside || widened.start !== start || widened.end !== end)
    throw new RangeError(`${start}–${end} is no place of the text`);
}

/** What takes a splice back, given the text before it. */
export function inverseOf(text: string, { start, end, text: put }: Splice): Splice {
  return { start, end: start + put.length, text: text.slice(start, end) };
}

/**
 * The span after a splice; null where nothing of it is left. What is put at its start stands before it, at its end behind
 * it, inside it makes it grow; what is taken away over an edge trims it; a replacement within it belongs to it, one over an
 * edge does not.
 */
export function moveSpan(span: Span, { start, end, text }: Splice): Span | null {
  const by = text.length - (end - start);
  if (end <= span.start) return { start: span.start + by, end: span.end + by };
  if (start >= span.end) return span;
  if (start >= span.start && end <= span.end)
    return span.end + by > span.start ? { start: span.start, end: span.end + by } : null;
  if (start <= span.start && end >= span.end) return null;
  return start < span.start
    ? { start: start + text.length, end: span.end + by }
    : { start: span.start, end: start };
}

/** The span after all splices; null where nothing of it is left. */
export function moveThrough(span: Span, splices: readonly Splice[]): Span | null {
  let moved: Span | null = span;
  for (const splice of splices) moved = moved && moveSpan(moved, splice);
  return moved;
}

/** What takes the words of a span to another position; nothing where that lies in the span. */
export function moveWords(text: string, { start, end }: Span, to: number): readonly Splice[] {
  if (start <= to && to <= end) return [];
  const at = to > end ? to - (end - start) : to;
  return [
    { start, end, text: '' },
    { start: at, end: at, text: text.slice(start, end) },
  ];
}

/** Where a position stood before the splices; what they put in stood where they begin. */
export function placeBefore(position: number, splices: readonly Splice[]): number {
  return splices.reduceRight((place, { start, end, text }) => {
    if (place >= start + text.length) return place - text.length + (end - start);
    return Math.min(place, start);
  }, position);
}

/** As `moveThrough`, for many spans: of splices that tell places of the first text only those that meet a span are looked at. */
export function movesThrough(splices: readonly Splice[]): (span: Span) => Span | null {
  if (!isFromTheEnd(splices)) return (span) => moveThrough(span, splices);
  const ordered = splices.toReversed();
  /** By how much all splices up to a place move what stands behind them. */
  const shifts = [0];
  for (const { start, end, text } of ordered) shifts.push((shifts.at(-1) ?? 0) + text.length - (end - start));
  return (span) => {
    const before = countFirst(ordered, ({ end }) => end <= span.start);
    const meeting = ordered.slice(
      before,
      countFirst(ordered, ({ start }) => start < span.end),
    );
    const moved = moveThrough(span, meeting.toReversed());
    const by = shifts[before] ?? 0;
    return moved && { start: moved.start + by, end: moved.end + by };
  };
}

/** How many splices at the beginning of the list this holds for; it holds for none behind them. */
function countFirst(splices: readonly Splice[], holds: (splice: Splice) => boolean): number {
  let low = 0;
  let high = splices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const splice = splices[middle];
    if (splice && holds(splice)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A text before and after an edit. */
export interface Edited {
  readonly before: string;
  readonly after: string;
}

/**
 * The moved span on whole characters as people see them, where it stood on whole ones before: an accent put behind its last
 * letter belongs to that letter.
 */
export function settleSpan({ before, after }: Edited, old: Span, moved: Span): Span {
  const isCut = (text: string, span: Span, edge: 'start' | 'end'): boolean =>
    mayCut(text, span[edge]) && snapToGraphemes(text, span)[edge] !== span[edge];
  const start = isCut(after, moved, 'start') && !isCut(before, old, 'start');
  const end = isCut(after, moved, 'end') && !isCut(before, old, 'end');
  if (!start && !end) return moved;
  const whole = snapToGraphemes(after, moved);
  return { start: start ? whole.start : moved.start, end: end ? whole.end : moved.end };
}

/** False between two plain letters: the border of characters is not looked up there. */
function mayCut(text: string, position: number): boolean {
  return text.charCodeAt(position) >= 0x300;
}

/**
 * The last splice with the next one in it, where that one goes on with what was typed there; null where it begins something
 * new. A coded word that is typed anew letter by letter thereby stays coded.
 */
export function joinTyping(last: Splice, next: Splice): Splice | null {
  const typed = { start: last.start, end: last.start + last.text.length };
  if (next.start < typed.start || next.end > typed.end) return null;
  // What is put right before typed words is no part of them.
  if (next.start === typed.start && next.end === next.start && typed.start < typed.end) return null;
  const text = applySplice(last.text, {
    start: next.start - last.start,
    end: next.end - last.start,
    text: next.text,
  });
  return { start: last.start, end: last.end, text };
}

/** Where the splices put or took something away, as spans of the text after them: in order, joined where they meet. */
export function touchedSpans(splices: readonly Splice[]): Span[] {
  if (isFromTheEnd(splices)) return touchedFromTheEnd(splices);
  let spans: Span[] = [];
  for (const splice of splices) {
    const moved = spans.map((span) => stretched(span, splice));
    spans = joined([...moved, { start: splice.start, end: splice.start + splice.text.length }]);
  }
  return spans;
}

/** In one pass: what replaces a word everywhere touches thousands of places. */
function touchedFromTheEnd(splices: readonly Splice[]): Span[] {
  let shift = 0;
  const spans = splices.toReversed().map(({ start, end, text }) => {
    const at = start + shift;
    shift += text.length - (end - start);
    return { start: at, end: at + text.length };
  });
  return joined(spans);
}

/** As `moveSpan`, but a span that is emptied leaves its place. */
function stretched(span: Span, splice: Splice): Span {
  const place = splice.start;
  return moveSpan(span, splice) ?? { start: place, end: place };
}

function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && span.start <= last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}
