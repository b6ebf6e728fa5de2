// What a person means by a selection: whole characters, no blanks at its ends, no speaker label; and borders moved by words.
import { findLineStarts, lineAt, lineSpan, type Span } from './lines.ts';

/** A text and where its speaker labels stand, in order: their words are nobody's. */
export interface LabelledText {
  readonly text: string;
  readonly labels: readonly Span[];
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The span, widened where an end would cut a character as people see it (accents, joined emoji). */
export function snapToGraphemes(text: string, { start, end }: Span): Span {
  const from = graphemeAt(text, start).start;
  return { start: from, end: start === end ? from : graphemeEnd(text, end) };
}

function graphemeEnd(text: string, position: number): number {
  const { start, end } = graphemeAt(text, position);
  return start === position ? position : end;
}

/** The grapheme that holds the unit at `position`; empty at the end of a line. */
function graphemeAt(text: string, position: number): Span {
  const from = text.lastIndexOf('\n', position - 1) + 1;
  const to = lineEnd(text, position);
  if (position >= to) return { start: position, end: position };
  const found = graphemes.segment(text.slice(from, to)).containing(position - from);
  if (!found) return { start: position, end: position };
  return { start: from + found.index, end: from + found.index + found.segment.length };
}

/** The passage that a selection means: see above; null where nothing is left of it. */
export function passageOf({ text, labels }: LabelledText, selection: Span): Span | null {
  let { start, end } = snapToGraphemes(text, selection);
  for (;;) {
    const before = end - start;
    while (start < end && isBlank(text, start)) start += 1;
    while (end > start && isBlank(text, end - 1)) end -= 1;
    for (const label of labels) {
      if (startsIn(label, start)) start = Math.min(label.end, end);
      if (endsIn(label, end)) end = Math.max(label.start, start);
    }
    if (start >= end) return null;
    if (end - start === before) return { start, end };
  }
}

/** The words of the line at `position`, without its label: what is coded where nothing is selected. */
export function lineWordsAt({ text, labels }: LabelledText, position: number): Span | null {
  const starts = findLineStarts(text);
  return passageOf({ text, labels }, lineSpan(starts, lineAt(starts, position), text.length));
}

/** The words of the turn whose label the selection meets: all that follows the label up to the next one. */
export function turnWordsAt({ text, labels }: LabelledText, { start, end }: Span): Span | null {
  const turn = labels.findIndex((label) => label.start <= end && start <= label.end);
  const label = labels[turn];
  if (!label) return null;
  return passageOf({ text, labels }, { start: label.end, end: labels[turn + 1]?.start ?? text.length });
}

/** A passage with one border moved by a word; the same one where there is no word to move to. */
export function moveBorder(
  { text, labels }: LabelledText,
  passage: Span,
  border: 'start' | 'end',
  direction: 'earlier' | 'later',
): Span {
  const step = direction === 'earlier' ? wordEarlier : wordLater;
  let to = passage[border];
  for (let from = -1; from !== to;) {
    from = to;
    to = step(text, from, border);
    if (!labels.some((label) => (border === 'start' ? startsIn(label, to) : endsIn(label, to)))) break;
    if (from === to) return passage;
  }
  const moved = { ...passage, [border]: to };
  return moved.start < moved.end ? moved : passage;
}

/**
 * A passage with one border dragged to a position: to the edge of the word there, or `exact`, to that of the character.
 * Null where nothing would be left of it.
 */
export function dragBorder(
  text: LabelledText,
  passage: Span,
  border: 'start' | 'end',
  { position, exact }: { readonly position: number; readonly exact: boolean },
): Span | null {
  const at = border === 'start' ? position : position - 1;
  const word = exact || at < 0 ? null : wordAt(text.text, at);
  const moved = { ...passage, [border]: word ? word[border] : position };
  return moved.start < moved.end ? passageOf(text, moved) : null;
}

function startsIn(label: Span, position: number): boolean {
  return label.start <= position && position < label.end;
}

function endsIn(label: Span, position: number): boolean {
  return label.start < position && position <= label.end;
}

/** The nearest start (or end) of a word before `position`, else `position`. */
function wordEarlier(text: string, position: number, edge: 'start' | 'end'): number {
  for (let at = position - 1; at >= 0;) {
    const { start, end, isWord } = segmentAt(text, at);
    const found = edge === 'start' ? start : end;
    if (isWord && found < position) return found;
    at = start - 1;
  }
  return position;
}

function wordLater(text: string, position: number, edge: 'start' | 'end'): number {
  for (let at = position; at < text.length;) {
    const { start, end, isWord } = segmentAt(text, at);
    const found = edge === 'start' ? start : end;
    if (isWord && found > position) return found;
    at = end;
  }
  return position;
}

/** The word at a position; null where there is none. */
export function wordAt(text: string, position: number): Span | null {
  const { start, end, isWord } = segmentAt(text, position);
  return isWord ? { start, end } : null;
}

function segmentAt(text: string, position: number): Span & { readonly isWord: boolean } {
  const from = text.lastIndexOf('\n', position - 1) + 1;
  const found = words.segment(text.slice(from, lineEnd(text, position))).containing(position - from);
  if (!found) return { start: position, end: position + 1, isWord: false };
  const start = from + found.index;
  return { start, end: start + found.segment.length, isWord: found.isWordLike === true };
}

function lineEnd(text: string, position: number): number {
  const found = text.indexOf('\n', position);
  return found < 0 ? text.length : found;
}

function isBlank(text: string, position: number): boolean {
  return text.charAt(position).trim() === '';
}
