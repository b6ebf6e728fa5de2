// What stands in a text and is said by nobody: times in brackets, and the signs before a heading.
import type { Span } from './lines.ts';

/** [00:03:18], (3:18), 【00:03:18.500】, [10:32 PM] anywhere; number signs at the beginning of a line. */
const asides =
  /[[(（【]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?(?:[ \t]?[AaPp]\.?[Mm]\.?)?[\])）】]|^#{1,6}(?=[ \t]+\S)/gm;

/** In the order of the text. */
export function findAsides(text: string): readonly Span[] {
  return Array.from(text.matchAll(asides), ({ index, 0: aside }) => ({
    start: index,
    end: index + aside.length,
  }));
}

/** True for a line that is a heading: number signs and words. */
export function isHeading(line: string): boolean {
  return /^#{1,6}[ \t]+\S/.test(line);
}
