// Keeps what is in sight painted: codings, selection, found words; and says which stripes stand beside it, and where.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from '../store.ts';
import { pickActive } from './coding-acts.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import type { Page } from './page.ts';
import { clearPaint, meets, paint } from './painter.ts';
import { room } from './room.ts';

/** A stripe beside the text; px from the top of the page. */
export interface Stripe {
  readonly coding: ShownCoding;
  readonly top: number;
  readonly height: number;
  readonly isOn: boolean;
}

/** Share of the window that is painted above and below what is in sight. */
const margin = 0.5;
/** Share of the window scrolled before the paint follows: a little in many frames, so that none of them has much to do. */
const step = 0.25;

/** The same objects from one refresh to the next, as long as nothing of them differs. */
export function usePainting(page: Page | null, open: OpenSource): readonly Stripe[] {
  const [stripes, setStripes] = useState<readonly Stripe[]>([]);
  const state = useStore(room, (value) => value);
  const paintedAt = useRef(-Infinity);
  /** By id of the coding; what was measured holds until the text is laid out anew. */
  const measured = useRef<ReadonlyMap<string, Stripe>>(new Map());
  const { codings, asides } = open;
  const refresh = useCallback(() => {
    if (!page) return;
    const { selection, chosen } = room.get();
    const on = pickActive(codings, chosen, selection);
    const sight = page.inSight(page.layout.screens(margin));
    const seen = codings.filter((each) => meets(each, sight));
    paint(page, sight, { codings: seen, on: on?.id ?? null, marks: { ...marksFor(page), aside: asides } });
    const known = measured.current;
    const next = seen.map((each) => stripeOf(page, known.get(each.id), { coding: each, isOn: each === on }));
    measured.current = new Map(next.map((stripe) => [stripe.coding.id, stripe]));
    setStripes(next);
    paintedAt.current = page.layout.scrolled;
    page.markCaret(selection?.start ?? null);
  }, [page, codings, asides]);
  useLayoutEffect(refresh, [refresh, state]);
  useEffect(() => {
    if (!page) return;
    const onSize = (): void => {
      // While the rest of the text is laid out its height grows, and nothing else.
      if (!page.layout.isAsMeasured()) {
        measured.current = new Map();
        page.layout.measureAgain();
      }
      refresh();
    };
    const onScroll = (): void => {
      const far = page.layout.screens(step);
      if (Math.abs(page.layout.scrolled - paintedAt.current) > far) refresh();
    };
    const resized = new ResizeObserver(onSize);
    page.scroller.addEventListener('scroll', onScroll, { passive: true });
    page.root.addEventListener('focus', refresh);
    page.root.addEventListener('blur', refresh);
    resized.observe(page.root);
    resized.observe(page.scroller);
    return () => {
      page.scroller.removeEventListener('scroll', onScroll);
      page.root.removeEventListener('focus', refresh);
      page.root.removeEventListener('blur', refresh);
      resized.disconnect();
    };
  }, [page, refresh]);
  useEffect(() => clearPaint, []);
  return stripes;
}

function marksFor(page: Page) {
  const { selection, hits, hit, flash } = room.get();
  const current = hits[hit];
  const isKept = !page.hasFocus() && selection !== null && selection.start < selection.end;
  return {
    find: hits,
    'find-at': current ? [current] : [],
    sel: isKept ? [selection] : [],
    flash: flash ? [flash] : [],
  };
}

interface Wanted {
  readonly coding: ShownCoding;
  readonly isOn: boolean;
}

/** The stripe as it was measured before, else measured now: only this asks the browser for places. */
function stripeOf(page: Page, known: Stripe | undefined, { coding, isOn }: Wanted): Stripe {
  if (known?.coding === coding && known.isOn === isOn) return known;
  if (known?.coding.start === coding.start && known.coding.end === coding.end)
    return { ...known, coding, isOn };
  const { top, bottom } = page.extent(coding);
  return {
    coding,
    top: top - page.root.getBoundingClientRect().top + 4,
    height: Math.max(bottom - top - 8, 6),
    isOn,
  };
}
