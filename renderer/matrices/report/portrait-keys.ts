// What the arrow keys go through in a portrait: the stretches of its band, then in each lane the code and its marks.
import type { Portrait, PortraitMark } from '../../../shared/contract/portrait.ts';

/** Where the keys are. */
export interface MarkPlace {
  /** Of the lane; −1 is the band above them. */
  readonly lane: number;
  /** Of the mark in its lane, or of the stretch in the band; −1 is the name of the lane's code. */
  readonly mark: number;
}

/** Neighbouring parts of the text with the same leading code. */
export interface Stretch {
  /** The place of its code's lane; null where nothing is coded. */
  readonly lane: number | null;
  /** Shares of the width. */
  readonly from: number;
  readonly to: number;
  readonly parts: number;
}

export function stretchesOf({ tiles }: Pick<Portrait, 'tiles'>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [place, lane] of tiles.entries()) {
    const last = stretches.at(-1);
    const to = (place + 1) / tiles.length;
    if (last && last.lane === lane) stretches[stretches.length - 1] = { ...last, to, parts: last.parts + 1 };
    else stretches.push({ lane, from: place / tiles.length, to, parts: 1 });
  }
  return stretches;
}

/** The stretches that are led by a code. */
export function ledStretches(
  portrait: Pick<Portrait, 'tiles'>,
): readonly (Stretch & { readonly lane: number })[] {
  return stretchesOf(portrait).flatMap((each) => (each.lane === null ? [] : [{ ...each, lane: each.lane }]));
}

/** The marks of the stretch's code that lie in it, at least with a part. */
export function marksIn(
  { lanes }: Portrait,
  { lane, from, to }: Stretch & { readonly lane: number },
): PortraitMark[] {
  return (lanes[lane]?.marks ?? []).filter((mark) => mark.from < to && mark.to > from);
}

/** Where a key leads: along the line, or to what is nearest in the one above or below; null for other keys. */
export function markAfter(portrait: Portrait, { lane, mark }: MarkPlace, key: string): MarkPlace | null {
  const marksAt = (place: number): readonly { readonly from: number }[] =>
    place === -1 ? ledStretches(portrait) : (portrait.lanes[place]?.marks ?? []);
  const first = lane === -1 ? 0 : -1;
  const along = (place: number): MarkPlace => ({
    lane,
    mark: Math.min(Math.max(first, place), marksAt(lane).length - 1),
  });
  switch (key) {
    case 'ArrowLeft':
      return along(mark - 1);
    case 'ArrowRight':
      return along(mark + 1);
    case 'Home':
      return along(first);
    case 'End':
      return along(marksAt(lane).length - 1);
    case 'ArrowUp':
    case 'ArrowDown': {
      const next = Math.min(Math.max(-1, lane + (key === 'ArrowUp' ? -1 : 1)), portrait.lanes.length - 1);
      if (next === lane || (mark === -1 && next !== -1)) return { lane: next, mark };
      const from = marksAt(lane)[mark]?.from ?? 0;
      const distances = marksAt(next).map((each) => Math.abs(each.from - from));
      return { lane: next, mark: distances.indexOf(Math.min(...distances)) };
    }
    default:
      return null;
  }
}
