// A list of codings kept current by asking for those that changed, and for no other.
import type { SourceCoding } from '../shared/contract/reading.ts';

/**
 * `known` in the order of the text, with `part` (in that order too) instead of the codings with these ids. One that kept its
 * passage keeps its place among the codings of the same passage.
 */
export function withPart(
  known: readonly SourceCoding[],
  ids: ReadonlySet<string>,
  part: readonly SourceCoding[],
): SourceCoding[] {
  const fresh = new Map(part.map((coding) => [coding.id, coding]));
  const codings: SourceCoding[] = [];
  for (const before of known) {
    if (!ids.has(before.id)) codings.push(before);
    const now = fresh.get(before.id);
    if (now?.start !== before.start || now.end !== before.end) continue;
    codings.push(now);
    fresh.delete(now.id);
  }
  for (const coding of fresh.values()) codings.splice(placeFor(codings, coding), 0, coding);
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
