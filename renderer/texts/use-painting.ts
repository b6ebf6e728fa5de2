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

export function usePainting(page: Page | null, open: OpenSource): readonly Stripe[] {
  const [stripes, setStripes] = useState<readonly Stripe[]>([]);
  const state = useStore(room, (value) => value);
  const paintedAt = useRef(-Infinity);
  const { codings } = open;
  const refresh = useCallback(() => {
    if (!page) return;
    const { selection, chosen, hits, hit, flash } = room.get();
    const on = pickActive(codings, chosen, selection);
    const sight = page.inSight(page.scroller.clientHeight * margin);
    const current = hits[hit];
    const isKept = !page.hasFocus() && selection !== null && selection.start < selection.end;
    paint(page, sight, {
      codings,
      on: on?.id ?? null,
      marks: {
        find: hits,
        'find-at': current ? [current] : [],
        sel: isKept ? [selection] : [],
        flash: flash ? [flash] : [],
      },
    });
    const top = page.root.getBoundingClientRect().top;
    setStripes(
      codings.filter((each) => meets(each, sight)).map((each) => stripeOf(page, each, top, each === on)),
    );
    paintedAt.current = page.scroller.scrollTop;
    page.markCaret(selection?.start ?? null);
  }, [page, codings]);
  useLayoutEffect(refresh, [refresh, state]);
  useEffect(() => {
    if (!page) return;
    const onScroll = (): void => {
      const far = page.scroller.clientHeight * margin * 0.5;
      if (Math.abs(page.scroller.scrollTop - paintedAt.current) > far) refresh();
    };
    const resized = new ResizeObserver(refresh);
    page.scroller.addEventListener('scroll', onScroll, { passive: true });
    page.root.addEventListener('focus', refresh);
    page.root.addEventListener('blur', refresh);
    resized.observe(page.root);
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

function stripeOf(page: Page, coding: ShownCoding, pageTop: number, isOn: boolean): Stripe {
  const { top, bottom } = page.extent(coding);
  return { coding, top: top - pageTop + 4, height: Math.max(bottom - top - 8, 6), isOn };
}
