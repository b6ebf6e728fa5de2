// A list of codings kept current by asking for those that changed, and for no other.
import type { SourceCoding } from '../shared/contract/reading.ts';

/** `known` in the order of the text, with `part` (in that order too) instead of the codings with these ids. */
export function withPart(
  known: readonly SourceCoding[],
  ids: ReadonlySet<string>,
  part: readonly SourceCoding[],
): SourceCoding[] {
  const codings = known.filter(({ id }) => !ids.has(id));
  for (const coding of part) codings.splice(placeFor(codings, coding), 0, coding);
  return codings;
}

/** The first place behind the codings that begin before this one, or begin with it and end no later. */
function placeFor(codings: readonly SourceCoding[], { start, end }: SourceCoding): number {
  let low = 0;
  let high = codings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = codings[middle];
    if (other && (other.start < start || (other.start === start && other.end <= end))) low = middle + 1;
    else high = middle;
  }
  return low;
}
