// Words of an edited text: only the lines that differ are cut anew, since no word reaches over a line break.
import { segment, type Segments } from './segment.ts';

/** As `segment(after)`, given what it was for `before`. */
export function resegment(before: string, known: Segments, after: string): Segments {
  const start = sameHead(before, after);
  const tail = sameTail(before, after, start);
  const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
  const middle = segment(after.slice(start, newEnd));
  const join = (old: Int32Array, fresh: Int32Array): Int32Array =>
    Int32Array.from([
      ...old.subarray(0, firstFrom(old, start)),
      ...fresh.map((position) => position + start),
      ...old.subarray(firstFrom(old, oldEnd)).map((position) => position + newEnd - oldEnd),
    ]);
  return {
    wordStarts: join(known.wordStarts, middle.wordStarts),
    unitStarts: join(known.unitStarts, middle.unitStarts),
  };
}

/** Units of the lines that are the same at the beginning. */
function sameHead(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  return at === 0 ? 0 : before.lastIndexOf('\n', at - 1) + 1;
}

/** Units of the lines that are the same at the end, behind `head`. */
function sameTail(before: string, after: string, head: number): number {
  const most = Math.min(before.length, after.length) - head;
  let length = 0;
  while (
    length < most &&
    before.charCodeAt(before.length - 1 - length) === after.charCodeAt(after.length - 1 - length)
  )
    length += 1;
  const lineBreak = before.indexOf('\n', before.length - length);
  return lineBreak < 0 || length === 0 ? 0 : before.length - lineBreak;
}

/** Place of the first number from `least` on in an ascending list. */
function firstFrom(ascending: Int32Array, least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
