// A text while it is typed in: the splices since it was opened, steps back and forth, and the spans that live in it.
import type { Span } from './lines.ts';
import { applySplice, applySplices, joinTyping, movesThrough, type Splice } from './splices.ts';

export interface Typing {
  /** The text that the splices belong to. */
  readonly base: string;
  readonly text: string;
  readonly splices: readonly Splice[];
  /** What the splices were before each step, and what they are after those that were undone; the nearest last. */
  readonly past: readonly (readonly Splice[])[];
  readonly future: readonly (readonly Splice[])[];
}

const mostSteps = 500;

export function startTyping(base: string, splices: readonly Splice[] = []): Typing {
  return {
    base,
    text: applySplices(base, splices),
    splices,
    past: splices.length > 0 ? [[]] : [],
    future: [],
  };
}

/** Makes a splice. It is a step of its own, or goes on with the last one where `isNewStep` is false. */
export function typed(typing: Typing, splice: Splice, isNewStep: boolean): Typing {
  return typedAll(typing, [splice], isNewStep);
}

/** Makes several splices in one step, as replacing everywhere does; each in the text that the last one left. */
export function typedAll(typing: Typing, made: readonly Splice[], isNewStep = true): Typing {
  const [first, ...others] = made;
  if (!first) return typing;
  const last = typing.splices.at(-1);
  const joint = last && others.length === 0 ? joinTyping(last, first) : null;
  const splices = joint ? [...typing.splices.slice(0, -1), joint] : [...typing.splices, ...made];
  const isStep = isNewStep || typing.past.length === 0;
  const past = isStep ? [...typing.past, typing.splices].slice(-mostSteps) : typing.past;
  const text = others.length === 0 ? applySplice(typing.text, first) : applySplices(typing.text, made);
  return { ...typing, text, splices: splices.filter(isEffective), past, future: [] };
}

/** The typing a step back or forth; null where there is none. */
export function stepped(typing: Typing, direction: 'back' | 'forth'): Typing | null {
  const [from, to] = direction === 'back' ? [typing.past, typing.future] : [typing.future, typing.past];
  const splices = from.at(-1);
  if (splices === undefined) return null;
  const left = from.slice(0, -1);
  const other = [...to, typing.splices];
  const [past, future] = direction === 'back' ? [left, other] : [other, left];
  return { ...typing, text: applySplices(typing.base, splices), splices, past, future };
}

/** The one splice that makes `after` of `before`; null where they are equal. It cuts no surrogate pair. */
export function onlyDifference(before: string, after: string): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  const most = shorter - start;
  while (
    tail < most &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  if (start > 0 && isHigh(before, start - 1)) start -= 1;
  if (tail > 0 && isLow(before, before.length - tail)) tail -= 1;
  const [end, newEnd] = [before.length - tail, after.length - tail];
  return { start, end: Math.max(end, start), text: after.slice(start, Math.max(newEnd, start)) };
}

/** As `onlyDifference`; where letters are repeated, `caret` (behind what was put into `after`) tells which of them are new. */
export function differenceAt(before: string, after: string, caret: number | null): Splice | null {
  const by = after.length - before.length;
  if (caret !== null && by !== 0) {
    const start = by > 0 ? caret - by : caret;
    const end = by > 0 ? start : start - by;
    const put = by > 0 ? after.slice(start, caret) : '';
    const isIt =
      start >= 0 &&
      before.slice(0, start) === after.slice(0, start) &&
      before.slice(end) === after.slice(caret);
    if (isIt && !isLow(before, start) && !isLow(before, end)) return { start, end, text: put };
  }
  return onlyDifference(before, after);
}

/** Where the spans stand now; null where nothing of one is left. */
export function liveSpans(typing: Typing, spans: readonly Span[]): (Span | null)[] {
  return spans.map(movesThrough(typing.splices));
}

function isEffective({ start, end, text }: Splice): boolean {
  return start < end || text !== '';
}

function isHigh(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000;
}
