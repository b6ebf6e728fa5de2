// Finds who speaks in a transcript: the labels that stand at the start of lines, in the styles the text really uses.
import { Refused } from '../refused.ts';
import type { Span } from '../text/lines.ts';
import { findAll } from '../text/positions.ts';
import type { Language } from '../words/say.ts';
import type { DetectedSpeaker, FoundPattern, Label } from './document.ts';
import {
  isNoSpeaker,
  isSelfExplaining,
  normaliseName,
  roleOf,
  shapeOf,
  type NameShape,
} from './speaker-names.ts';

/**
 * The speaker labels of `text` and their speakers in order of first appearance. The text is not changed: a label is the
 * range of the name with its signs, its time stamp and the white space after it on the same line. Positions are UTF-16
 * units. A text without convincing labels has none; with a pattern (see `labelPatterns`, or one in a person's own words)
 * those that are written so are the labels, `noLabels` leaves all words what they are. Refuses a pattern without a name.
 */
export function findSpeakers(
  text: string,
  written: string | null = null,
): { labels: Label[]; speakers: DetectedSpeaker[] } {
  const pattern = written === null ? null : spelled(written);
  if (pattern === noLabels) return { labels: [], speakers: [] };
  const own = pattern === null ? null : ownPattern(pattern);
  const { marks, lineCount } = readMarks(text, own);
  if (own) return toLabels(marks);
  if (pattern === null) return toLabels(chooseMarks(marks, lineCount));
  return toLabels(
    plausibleOf(marks.filter(({ style }) => style !== 'own' && labelPatterns[style] === pattern)),
  );
}

/** The ways in which labels are written in `text`, by how many, each with its number of turns; those of one line left out. */
export function findPatterns(text: string): FoundPattern[] {
  const { marks } = readMarks(text, null);
  return [...Map.groupBy(marks, ({ style }) => (style === 'own' ? '' : labelPatterns[style]))]
    .map(([pattern, own]) => ({ pattern, turns: plausibleOf(own).length }))
    .filter(({ turns }) => turns > 1)
    .toSorted((a, b) => b.turns - a.turns);
}

function readMarks(
  text: string,
  own: RegExp | null,
): { readonly marks: readonly Mark[]; readonly lineCount: number } {
  const lines = linesOf(text);
  const body = lines.slice(own ? 0 : endOfHead(text, lines));
  const marks = body.flatMap((line) => readMark(text, line, own ? [['own', own]] : patterns) ?? []);
  return { marks, lineCount: body.filter((line) => !isBlank(text, line)).length };
}

/**
 * Where in a label of `text` its name stands: what reads as one, else the first place where `known` is a word of its own.
 * Null where there is neither.
 */
export function nameInLabel(text: string, label: Span, known: string): Span | null {
  const newline = text.indexOf('\n', label.start);
  const read = readMark(text, { start: label.start, end: newline < 0 ? text.length : newline })?.named;
  if (read && read.end <= label.end) return read;
  const words = text.slice(label.start, label.end);
  const start = findAll(words, known).find(
    (at) =>
      !/[\p{L}\p{N}]$/u.test(words.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(words.slice(at + known.length)),
  );
  return start === undefined ? null : { start: label.start + start, end: label.start + start + known.length };
}

interface Line {
  readonly start: number;
  /** Before the '\n'. */
  readonly end: number;
}

type FoundStyle =
  'heading' | 'bold' | 'bold-outside' | 'lenticular' | 'square' | 'voice' | 'stamped' | 'tabbed' | 'plain';
/** 'own' is the pattern that a person gave. */
type Style = FoundStyle | 'own';

/** A line that begins as a label would. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** Where the name stands. */
  readonly named: Span;
  readonly style: Style;
  readonly shape: NameShape;
  /** What follows on the line ends as a sentence does. */
  readonly isSentence: boolean;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

function isBlank(text: string, line: Line): boolean {
  return text.slice(line.start, line.end).trim() === '';
}

// ---- the head of a transcript: front matter and "key: value" lines name no speaker

/** Index of the first line after the front matter and the block of keys at the top. */
function endOfHead(text: string, lines: readonly Line[]): number {
  const content = (index: number): string => {
    const line = lines[index];
    return line === undefined ? '' : text.slice(line.start, line.end).trim();
  };
  let from = 0;
  if (content(0) === '---') {
    const close = lines.findIndex((_, index) => index > 0 && /^(?:---|\.\.\.)$/u.test(content(index)));
    if (close > 0) from = close + 1;
  }
  let first = from;
  while (first < lines.length && first < from + 6 && keyOf(content(first)) === null) first += 1;
  // Above the keys somebody speaks who speaks again: what follows is no head.
  const labels = lines.slice(from).map((_, index) => labelOf(content(from + index)));
  const hasBegun = labels
    .slice(0, first - from)
    .some((each, index) => each !== null && !isNoSpeaker(each) && labels.includes(each, index + 1));
  if (hasBegun) return from;
  let end = first;
  while (end < lines.length && keyOf(content(end)) !== null) end += 1;
  const keys = Array.from({ length: end - first }, (_, index) => keyOf(content(first + index)) ?? '');
  const lastHeadKey = keys.findLastIndex(isNoSpeaker);
  const isBlock = end < lines.length && content(end) === '' && new Set(keys).size === keys.length;
  if (!isBlock || keys.length === 0) return lastHeadKey < 0 ? from : first + lastHeadKey + 1;
  const later = new Set(lines.slice(end).map((_, index) => keyOf(content(end + index))));
  return lastHeadKey >= 0 || (keys.length > 1 && !keys.some((key) => later.has(key))) ? end : from;
}

/** What stands before the first colon of a line, null where there is none. */
function labelOf(line: string): string | null {
  const found = /^[#>*_\s]*([^:：*_]{1,40}?)[*_\s]*[:：](?!\/\/)/u.exec(line.slice(0, 60));
  return found?.[1] === undefined ? null : normaliseName(found[1]);
}

/** The key of a "key: value" line with a short value that is no sentence, else null. */
function keyOf(line: string): string | null {
  const found = /^(?:[#>*_\-•\s]*)([^:：*_]{1,40})[*_]*[:：](?!\/\/)[*_]*(.*)$/u.exec(line.slice(0, 200));
  const [, key, value] = found ?? [];
  if (key === undefined || value === undefined) return null;
  const isHeadKey = isNoSpeaker(normaliseName(key));
  return isHeadKey || (value.trim() !== '' && value.length <= 60 && !/[.。!！?？…]\s*$/u.test(value))
    ? normaliseName(key)
    : null;
}

// ---- one line

/** A page break or a line break of an old file may stand before a label. */
const space = '[ \\t\\v\\f\\u00a0\\u3000]{0,20}';
const clock = '\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:[.,]\\d{1,3})?';
/** Also as meeting programs write it: 10:32 PM, 下午 3:05. */
const time = `(?:[上下]午[ \\t]?)?${clock}(?:[ \\t\\u00a0\\u202f]?[AaPp]\\.?[Mm]\\b\\.?)?`;
const bracketed = `\\\\?[[(（【<]${time}\\\\?[\\])）】>]`;
const stamp = `(?:${bracketed}|${time})`;
const before = `^${space}(?:${stamp}${space}[-–—]?${space})?`;
const name = '([^:：]{1,60}?)';

type StylePattern = readonly [Style, RegExp];

const patterns: readonly StylePattern[] = [
  ['heading', new RegExp(`^${space}#{1,6}${space}${name}${space}(?:${stamp}${space})?[:：]${space}$`, 'du')],
  [
    'bold',
    new RegExp(`${before}(?:\\*\\*|__)${name}${space}(?:${stamp}${space})?[:：]${space}(?:\\*\\*|__)`, 'du'),
  ],
  [
    'bold-outside',
    new RegExp(`${before}(?:\\*\\*|__)${name}${space}(?:\\*\\*|__)${space}(?:${stamp}${space})?[:：]`, 'du'),
  ],
  ['lenticular', new RegExp(`${before}【${name}】${space}(?:${stamp}${space})?[:：]?`, 'du')],
  ['square', new RegExp(`${before}\\[${name}\\]${space}[:：]?`, 'du')],
  ['voice', new RegExp(`${before}<v(?:\\.[^ >]{0,20})? ([^<>]{1,60})>`, 'du')],
  ['stamped', new RegExp(`^${space}${name}[ \\t\\u00a0\\u3000]{1,20}${stamp}${space}$`, 'du')],
  ['stamped', new RegExp(`^${space}${stamp}[ \\t\\u00a0\\u3000]{1,20}${name}${space}$`, 'du')],
  ['tabbed', new RegExp(`${before}([^:：\\t]{1,40}?)\\t+(?=[^\\s])`, 'du')],
  ['plain', new RegExp(`${before}${name}${space}(?:${stamp}${space})?[:：](?!//)`, 'du')],
];

/** A time after the colon belongs to the label when it cannot be speech: in brackets, with seconds, or alone on the line. */
const stampAfter = new RegExp(
  `^${space}(?:${bracketed}|\\d{1,2}[:：]\\d{2}[:：]\\d{2}(?:[.,]\\d{1,3})?(?!\\d)|${time}${space}$)`,
  'u',
);

/** Longest stretch at the start of a line in which a label is looked for: bounds every pattern above. */
const reach = 160;

/** How each style is written down: NAME is the speaker's, TIME a time stamp, `\t` a tab. */
const labelPatterns: Readonly<Record<FoundStyle, string>> = {
  heading: '### NAME:',
  bold: '**NAME**:',
  'bold-outside': '**NAME**:',
  lenticular: '【NAME】',
  square: '[NAME]',
  voice: '<v NAME>',
  stamped: 'NAME TIME',
  tabbed: 'NAME \\t',
  plain: 'NAME:',
};

/** The pattern of a text in which nobody is named. */
export const noLabels = 'none';

/** The pattern as it is known, also where it was written in Chinese. */
function spelled(written: string): string {
  return written.trim().replace(/姓名/gu, 'NAME').replace(/时间/gu, 'TIME').replace(/：/gu, ':');
}

/** The pattern as it is written in a language, in whichever it was typed. */
export function patternIn(language: Language, written: string): string {
  const pattern = spelled(written);
  return language === 'zh'
    ? pattern.replaceAll('NAME', '姓名').replaceAll('TIME', '时间').replaceAll(':', '：')
    : pattern;
}

/** What finds the labels of a pattern that is none of the known ones; null for these. */
function ownPattern(pattern: string): RegExp | null {
  if (Object.values(labelPatterns).includes(pattern)) return null;
  const [ahead, behind, ...more] = pattern.split('NAME');
  if (ahead === undefined || behind === undefined || more.length > 0)
    throw new Refused('refused.speaker-pattern', { pattern });
  // Behind a name that nothing follows there is nothing more on the line.
  const rest = behind === '' ? `${space}$` : partOf(behind);
  return new RegExp(
    `${ahead.includes('TIME') ? `^${space}` : before}${partOf(ahead)}(.{1,60}?)${rest}`,
    'du',
  );
}

function partOf(written: string): string {
  return written
    .split(/(TIME|\s+|:|\\t)/u)
    .map((part) => {
      if (part === 'TIME') return stamp;
      if (part === '\\t') return '\\t+';
      if (part === ':') return `${space}[:：]`;
      return part.trim() === '' ? (part === '' ? '' : space) : part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
    })
    .join('');
}

const unmarked: ReadonlySet<Style> = new Set(['plain', 'stamped', 'tabbed']);

function readMark(text: string, line: Line, styles: readonly StylePattern[] = patterns): Mark | null {
  const head = text.slice(line.start, Math.min(line.end, line.start + reach));
  for (const [style, pattern] of styles) {
    const found = pattern.exec(head);
    const [raw, place] = [found?.[1], found?.indices?.[1]];
    if (found === null || raw === undefined || place === undefined) continue;
    const rest = head.slice(found[0].length);
    const isNumbers = style === 'plain' && /\d$/u.test(raw) && /^\d/u.test(rest);
    if (isNumbers || /^\s*(?:https?:|www\.)/u.test(rest)) return null;
    const label = found[0].length + (stampAfter.exec(rest)?.[0].length ?? 0);
    const known = normaliseName(raw);
    const shape = shapeOf(known, !unmarked.has(style));
    // A table has tabs, too: there must be speech behind the tab, and no further one.
    if (style === 'tabbed' && (shape === 'no' || rest.includes('\t') || !/[.?!。？！…]/u.test(rest)))
      continue;
    return shape === 'no'
      ? null
      : {
          start: line.start,
          end: skipSpace(text, line.start + label, line.end),
          name: known,
          named: { start: line.start + place[0], end: line.start + place[1] },
          style,
          shape,
          isSentence: /[.?!。？！…]["”’」』)]?$/u.test(
            text.slice(Math.max(line.start + label, line.end - 8), line.end).trim(),
          ),
        };
  }
  return null;
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/u.test(text.charAt(at))) at += 1;
  return at;
}

// ---- the whole text

/** A second style is the text's own from this share of the leading style's labels on. */
const secondStyleShare = 0.25;

function chooseMarks(marks: readonly Mark[], lineCount: number): Mark[] {
  const styles = [...Map.groupBy(marks, (mark) => mark.style)].map(([style, own]) =>
    convincing(style, own, lineCount),
  );
  const leading = styles.reduce<readonly Mark[]>((most, own) => (own.length > most.length ? own : most), []);
  const chosen = new Set(styles.filter((own) => own.length >= leading.length * secondStyleShare).flat());
  const names = new Set(leading.map((mark) => mark.name));
  return marks.filter((mark) => chosen.has(mark) || names.has(mark.name));
}

/** Two lines, each said by somebody else. */
function isExchange(marks: readonly Mark[], lineCount: number): boolean {
  const [one, other] = marks;
  if (lineCount !== 2 || marks.length !== 2 || one === undefined || other === undefined) return false;
  return one.isSentence && other.isSentence && one.name !== other.name;
}

/** So many people may introduce themselves once before the first of the core speaks. */
const introductions = 3;

/**
 * The marks of one style that are labels, or none. The core are names that recur or say by themselves that somebody
 * speaks; a name that stands once is taken along from a little before the first of the core on. How dense labels must
 * stand in the text depends on how much the core proves.
 */
function convincing(style: Style, marks: readonly Mark[], lineCount: number): readonly Mark[] {
  const counts = countNames(marks);
  const isCore = (mark: Mark): boolean => isCoreOf(counts, mark);
  const plausible = plausibleOf(marks);
  if (isExchange(plausible, lineCount)) return plausible;
  const firstCore = plausible.findIndex(isCore);
  if (firstCore < 0) return [];
  const taken = plausible.slice(style === 'heading' ? 0 : Math.max(0, firstCore - introductions));
  const coreNames = new Set(taken.filter(isCore).map((mark) => mark.name));
  const density = taken.length / lineCount;
  if (style === 'square' && density < 0.2) return [];
  if (style === 'tabbed' && (coreNames.size < 2 || density < 0.3)) return [];
  const repeated = [...coreNames].filter((each) => (counts.get(each) ?? 0) > 1);
  // Somebody who asks again and somebody who answers again: their turns may be long.
  if (repeated.length > 1 && repeated.some(isSelfExplaining)) return density >= 0.01 ? taken : [];
  if (coreNames.size > 1) return density >= 0.1 || (density >= 0.03 && taken.length >= 10) ? taken : [];
  if (taken.some((mark) => !isCore(mark))) return density >= 0.2 ? taken : [];
  return taken.length >= 3 && density >= 0.3 ? taken : [];
}

function countNames(marks: readonly Mark[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const mark of marks) counts.set(mark.name, (counts.get(mark.name) ?? 0) + 1);
  return counts;
}

function isCoreOf(counts: ReadonlyMap<string, number>, { name: called, shape, style }: Mark): boolean {
  const enough = shape === 'name' || style === 'heading' ? 2 : 3;
  return isSelfExplaining(called) || (counts.get(called) ?? 0) >= enough;
}

/** Those of one style that can be labels. */
function plausibleOf(marks: readonly Mark[]): readonly Mark[] {
  const counts = countNames(marks);
  return marks.filter((mark) => mark.shape === 'name' || mark.style === 'heading' || isCoreOf(counts, mark));
}

function toLabels(marks: readonly Mark[]): { labels: Label[]; speakers: DetectedSpeaker[] } {
  const turns = Map.groupBy(marks, (mark) => mark.name);
  const index = new Map([...turns.keys()].map((key, place) => [key, place]));
  return {
    labels: marks.map(({ start, end, name }) => ({ start, end, speaker: index.get(name) ?? 0 })),
    speakers: [...turns].map(([key, own]) => ({ name: key, role: roleOf(key), turns: own.length })),
  };
}
