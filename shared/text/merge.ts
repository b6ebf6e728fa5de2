// Two edits of one text made apart: what does not meet is joined, what meets is told, so that a person chooses.
import type { Span } from './lines.ts';
import type { Splice } from './splices.ts';

/** A stretch that both changed: where it is in the text that is stored now, and what the other edit has there. */
export interface Meeting extends Span {
  readonly mine: string;
  readonly theirs: string;
}

export interface Merged {
  /** My splices in the text as theirs left it, the last place first; without those that meet theirs. */
  readonly splices: readonly Splice[];
  readonly meetings: readonly Meeting[];
}

/** `mine` and `theirs` tell places of `base`, the last place first (see textDifferences). */
export function mergeEdits(base: string, mine: readonly Splice[], theirs: readonly Splice[]): Merged {
  const groups = groupMeeting([
    ...mine.map((splice) => ({ splice, isMine: true })),
    ...theirs.map((splice) => ({ splice, isMine: false })),
  ]);
  const splices: Splice[] = [];
  const meetings: Meeting[] = [];
  let shift = 0;
  for (const { start, end, own, other } of groups) {
    const at = start + shift;
    const stored = changed(base, { start, end }, other);
    if (own.length === 0) shift += stored.length - (end - start);
    else if (other.length === 0)
      for (const splice of own)
        splices.push({ ...splice, start: splice.start + shift, end: splice.end + shift });
    else {
      const wanted = changed(base, { start, end }, own);
      if (wanted !== stored)
        meetings.push({ start: at, end: at + stored.length, mine: wanted, theirs: stored });
      shift += stored.length - (end - start);
    }
  }
  return { splices: splices.toReversed(), meetings };
}

interface Group extends Span {
  readonly own: Splice[];
  readonly other: Splice[];
}

/** In the order of the text; splices of both that overlap or touch stand in one group. */
function groupMeeting(all: readonly { readonly splice: Splice; readonly isMine: boolean }[]): Group[] {
  const groups: Group[] = [];
  for (const { splice, isMine } of all.toSorted((a, b) => a.splice.start - b.splice.start)) {
    const last = groups.at(-1);
    const isJoined = last !== undefined && splice.start <= last.end;
    const group = isJoined ? last : { start: splice.start, end: splice.end, own: [], other: [] };
    (isMine ? group.own : group.other).push(splice);
    const whole = { ...group, end: Math.max(group.end, splice.end) };
    if (isJoined) groups[groups.length - 1] = whole;
    else groups.push(whole);
  }
  return groups;
}

/** The words of a stretch after splices within it, which stand in the order of the text. */
function changed(base: string, { start, end }: Span, splices: readonly Splice[]): string {
  let out = '';
  let at = start;
  for (const splice of splices) {
    out += base.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return out + base.slice(at, end);
}
