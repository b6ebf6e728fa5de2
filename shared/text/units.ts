// What is selected by one key: a sentence, a paragraph, a turn; and a selection that grows and shrinks by them.
import { findLineStarts, lineAt, type Span } from './lines.ts';
import { lineWordsAt, passageOf, wordAt, type LabelledText } from './passages.ts';
import { sentenceAt, sentenceBeside } from './sentences.ts';

export type Unit = 'sentence' | 'paragraph' | 'turn';

/** The unit at a position, without label and blanks; null where there are no words. */
export function unitAt(text: LabelledText, unit: Unit, position: number): Span | null {
  switch (unit) {
    case 'sentence':
      return sentenceAt(text, position);
    case 'paragraph':
      return lineWordsAt(text, position);
    case 'turn':
      return turnAt(text, position);
  }
}

/**
 * The whole units that the selection touches; where it is made of whole units already, one more in `direction`. Null
 * where there are no words.
 */
export function selectUnits(
  text: LabelledText,
  unit: Unit,
  selection: Span,
  direction: 'next' | 'previous',
): Span | null {
  const whole = unitsOver(text, unit, selection);
  if (!whole || !isSame(whole, selection)) return whole;
  const more = unitBeside(text, unit, selection, direction);
  return more ? joined(whole, more) : whole;
}

/** The unit after or before the selection; null where there is none. */
export function unitBeside(
  text: LabelledText,
  unit: Unit,
  { start, end }: Span,
  direction: 'next' | 'previous',
): Span | null {
  const sentence =
    direction === 'next' ? sentenceBeside(text, end, 'next') : sentenceBeside(text, start, 'previous');
  return sentence && unitAt(text, unit, sentence.start);
}

/** The smallest of word, sentence, paragraph, turn and whole text that holds more than the selection. */
export function grown(text: LabelledText, selection: Span): Span {
  const all = { start: 0, end: text.text.length };
  const steps = [
    wordAt(text.text, selection.start),
    ...(['sentence', 'paragraph', 'turn'] as const).map((unit) => unitsOver(text, unit, selection)),
  ];
  return steps.find((step) => step !== null && holdsMore(step, selection)) ?? all;
}

/** The largest of turn, paragraph, sentence and word at the selection's beginning that is less than it; else its beginning. */
export function shrunk(text: LabelledText, selection: Span): Span {
  const steps = [
    ...(['turn', 'paragraph', 'sentence'] as const).map((unit) => unitAt(text, unit, selection.start)),
    wordAt(text.text, selection.start),
  ];
  const none = { start: selection.start, end: selection.start };
  return steps.find((step) => step !== null && holdsMore(selection, step)) ?? none;
}

function unitsOver(text: LabelledText, unit: Unit, { start, end }: Span): Span | null {
  const first = unitAt(text, unit, start);
  const last = start === end ? first : unitAt(text, unit, end - 1);
  return first && last ? joined(first, last) : (first ?? last);
}

/** The words from one label to the next; before the first label, and where nobody is labelled, the paragraph. */
function turnAt(text: LabelledText, position: number): Span | null {
  const { labels } = text;
  const turn = labels.findLastIndex(({ start }) => start <= position);
  const label = labels[turn];
  if (!label) return lineWordsAt(text, position);
  const starts = findLineStarts(text.text);
  const next = labels[turn + 1];
  // The label of the next turn may stand behind an opening bracket in its line.
  const end = next ? Math.max(label.end, starts[lineAt(starts, next.start)] ?? 0) : text.text.length;
  return passageOf(text, { start: label.end, end });
}

const joined = (one: Span, other: Span): Span => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
});

const isSame = (one: Span, other: Span): boolean => one.start === other.start && one.end === other.end;

const holdsMore = (whole: Span, part: Span): boolean =>
  whole.start <= part.start && part.end <= whole.end && !isSame(whole, part);
