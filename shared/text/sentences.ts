// Sentences of a text, Chinese and Latin: where they begin and end, without speaker labels and blanks.
import { findLineStarts, lineAt, lineSpan, type Span } from './lines.ts';
import { passageOf, type LabelledText } from './passages.ts';

/** What ends a sentence wherever it stands. */
const chineseEnds = '。！？；｡';
/** What ends one before a blank, a closing mark or the end of the line. */
const latinEnds = '.!?';
/** Ends one between or after Han characters, and in Latin as a full stop does. */
const dots = '…';
const closers = '”’"\'」』）)】]》〉»›';

/** A full stop behind these is no end; in small letters. */
const abbreviations: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof rev hon st sr jr gen col capt sgt lt ' +
    'e.g i.e eg ie cf vs viz al approx ca no nos p pp vol fig ed eds art sec ch'
  ).split(' '),
);

/** The sentences of one line of the text, in order: without its label, without blanks at their ends. */
export function sentencesOfLine(text: LabelledText, line: Span): Span[] {
  const sentences: Span[] = [];
  const put = (start: number, end: number): void => {
    const sentence = start < end ? passageOf(text, { start, end }) : null;
    if (sentence) sentences.push(sentence);
  };
  let start = Math.max(
    line.start,
    ...text.labels.filter((label) => label.end <= line.end).map(({ end }) => end),
  );
  for (let at = start; at < line.end; at++) {
    const end = endAt(text.text, at, line.end);
    if (end === null) continue;
    put(start, end);
    start = end;
    at = end - 1;
  }
  put(start, line.end);
  return sentences;
}

/** The sentence that holds `position` or is the next one in its line, else the last one there; null in a line without words. */
export function sentenceAt(text: LabelledText, position: number): Span | null {
  const starts = findLineStarts(text.text);
  const line = lineSpan(starts, lineAt(starts, position), text.text.length);
  const sentences = sentencesOfLine(text, line);
  return sentences.find(({ end }) => position < end) ?? sentences.at(-1) ?? null;
}

/** The first sentence that begins behind `position`, or the last one that ends before it; null where there is none. */
export function sentenceBeside(
  text: LabelledText,
  position: number,
  direction: 'next' | 'previous',
): Span | null {
  const step = direction === 'next' ? 1 : -1;
  const starts = findLineStarts(text.text);
  for (let line = lineAt(starts, position); line >= 0 && line < starts.length; line += step) {
    const sentences = sentencesOfLine(text, lineSpan(starts, line, text.text.length));
    const found =
      direction === 'next'
        ? sentences.find(({ start }) => start >= position)
        : sentences.findLast(({ end }) => end <= position);
    if (found) return found;
  }
  return null;
}

/** A passage with one border moved to the next border of a sentence; the same one where that would leave nothing of it. */
export function moveBorderBySentence(
  text: LabelledText,
  passage: Span,
  border: 'start' | 'end',
  direction: 'earlier' | 'later',
): Span {
  const position = passage[border];
  const step = direction === 'later' ? 1 : -1;
  const starts = findLineStarts(text.text);
  for (let line = lineAt(starts, position); line >= 0 && line < starts.length; line += step) {
    const borders = sentencesOfLine(text, lineSpan(starts, line, text.text.length)).map(
      (each) => each[border],
    );
    const to =
      direction === 'later'
        ? borders.find((each) => each > position)
        : borders.findLast((each) => each < position);
    if (to === undefined) continue;
    const moved = { ...passage, [border]: to };
    return moved.start < moved.end ? moved : passage;
  }
  return passage;
}

/** Where the sentence ends whose last mark may stand at `at`: behind its closing marks; null where none ends. */
function endAt(text: string, at: number, lineEnd: number): number | null {
  const mark = text.charAt(at);
  if (!isEnd(mark)) return null;
  let end = at + 1;
  while (end < lineEnd && isEnd(text.charAt(end))) end += 1;
  const isChinese = Array.from(text.slice(at, end)).some((each) => chineseEnds.includes(each));
  const isAmongHan = isHan(text, at - 1) || isHan(text, end);
  const afterMarks = end;
  while (end < lineEnd && closers.includes(text.charAt(end))) end += 1;
  if (isChinese || (isAmongHan && mark !== '.')) return end;
  // A quote that opens is no closing mark: there must be a blank behind it.
  const next = text.charAt(end);
  if (end < lineEnd && next.trim() !== '' && !isHan(text, end)) return null;
  if (afterMarks === at + 1 && mark === '.' && isAbbreviated(text, at)) return null;
  const follows = text.slice(end, lineEnd).trimStart();
  const goesOn = /^\p{Ll}/u.test(follows);
  const isQuoted = end > afterMarks;
  return goesOn && (isQuoted || mark === '.' || mark === dots) ? null : end;
}

function isEnd(mark: string): boolean {
  return mark !== '' && (chineseEnds.includes(mark) || latinEnds.includes(mark) || mark === dots);
}

/** The word before the full stop is an abbreviation, or the first letter of a name. */
function isAbbreviated(text: string, at: number): boolean {
  const word = /[\p{L}.]*$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? '';
  return /^\p{Lu}$/u.test(word) || abbreviations.has(word.toLowerCase());
}

function isHan(text: string, at: number): boolean {
  const point = text.codePointAt(at >= 1 && isLow(text, at) ? at - 1 : at);
  return point !== undefined && /\p{Script=Han}/u.test(String.fromCodePoint(point));
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
