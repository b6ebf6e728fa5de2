// One rule for every count of words: a speaker label is no word of anybody.
import { forEachPacked } from '../text/segment.ts';
import type { Label } from './document.ts';

/** How many of the ascending positions in `packed` (see packAscending) lie in none of `labels`, which are in order. */
export function countOutside(labels: readonly Label[], packed: Uint8Array): number {
  let count = 0;
  let next = 0;
  forEachPacked(packed, (position) => {
    let label = labels[next];
    while (label !== undefined && label.end <= position) label = labels[++next];
    if (label === undefined || position < label.start) count += 1;
  });
  return count;
}
