// Which rows of a long list are drawn: those in sight and some beyond, all of one height.
import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';

/** Rows drawn beyond those in sight, on either side. */
const margin = 6;

interface InSight {
  /** [first, end) of the rows to draw. */
  readonly first: number;
  readonly end: number;
  /** Scrolls so far that the row is in sight. */
  readonly bring: (row: number) => void;
}

export function useInSight(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
): InSight {
  const [{ top, count }, setRange] = useState({ top: 0, count: 30 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      // In steps, so that most scrolling draws nothing anew.
      const top = Math.floor(element.scrollTop / rowHeight / 4) * 4;
      const count = Math.ceil(element.clientHeight / rowHeight) + 4;
      setRange((known) => (known.top === top && known.count === count ? known : { top, count }));
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, rowHeight]);
  const bring = useCallback(
    (row: number): void => {
      const element = scroller.current;
      if (!element || row < 0) return;
      const least = (row + 1) * rowHeight - element.clientHeight;
      element.scrollTop = Math.max(least, Math.min(element.scrollTop, row * rowHeight));
    },
    [scroller, rowHeight],
  );
  // A list that became shorter is scrolled back by the browser, which tells of it afterwards.
  const first = Math.max(0, Math.min(top, rows - count) - margin);
  return { first, end: Math.min(rows, Math.max(top, first) + count + margin), bring };
}
