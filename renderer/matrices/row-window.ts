// Which cells of a large table are drawn, and how a cell is brought into sight: all rows and columns have fixed sizes.
import { useCallback, useEffect, useState, type RefObject } from 'react';
import { parseDimension } from '../../shared/matrices/dimensions.ts';
import type { GridPlace } from './grid-keys.ts';

/** In px, as matrices.css draws them. */
export const rowHeight = 30;
export const columnWidth = 68;

/** Rows and columns drawn beyond those in sight, on either side. */
const margin = 6;
const columnMargin = 2;

/** Widths of the heads of the rows, in px: codes have the widest names. */
export function headWidths(dimensions: readonly string[]): readonly number[] {
  return dimensions.map((name) => (parseDimension(name).kind === 'code' ? 236 : 136));
}

interface RowWindow {
  /** [first, end) of the rows to draw. */
  readonly first: number;
  readonly end: number;
  /** The same of the columns, without the total; heads and totals are always drawn. */
  readonly firstColumn: number;
  readonly endColumn: number;
  /** More columns follow at the right, out of sight. */
  readonly hasMore: boolean;
  /** Scrolls so far that the cell is in sight. */
  readonly bring: (place: GridPlace) => void;
}

export function useRowWindow(
  scroller: RefObject<HTMLDivElement | null>,
  size: { readonly rows: number; readonly columns: number },
  dimensions: readonly string[],
): RowWindow {
  const { rows, columns } = size;
  const [range, setRange] = useState({ top: 0, count: 40, left: 0, wide: 24, hasMore: false });
  const heads = headWidths(dimensions).reduce((sum, width) => sum + width, 0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      // In steps, so that most scrolling draws nothing anew.
      const top = Math.floor(element.scrollTop / rowHeight / 4) * 4;
      const count = Math.ceil(element.clientHeight / rowHeight) + 4;
      const left = Math.floor(element.scrollLeft / columnWidth / 4) * 4;
      const wide = Math.ceil(Math.max(0, element.clientWidth - heads) / columnWidth) + 4;
      // Up to a pixel may be lost to rounding.
      const hasMore = element.scrollLeft + element.clientWidth < element.scrollWidth - 1;
      const next = { top, count, left, wide, hasMore };
      setRange((known) => (JSON.stringify(known) === JSON.stringify(next) ? known : next));
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    if (element.firstElementChild) resized.observe(element.firstElementChild);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, heads]);

  const bring = useCallback(
    ({ line, column }: GridPlace): void => {
      const element = scroller.current;
      if (!element) return;
      const head = element.querySelector('thead')?.clientHeight ?? 0;
      const foot = element.querySelector('tfoot')?.clientHeight ?? 0;
      if (line >= 0 && line < rows) {
        element.scrollTop = nearest(
          element.scrollTop,
          line * rowHeight,
          rowHeight,
          element.clientHeight - head - foot,
        );
      }
      if (column >= 0) {
        element.scrollLeft = nearest(
          element.scrollLeft,
          column * columnWidth,
          columnWidth,
          element.clientWidth - heads,
        );
      }
    },
    [scroller, rows, heads],
  );
  return {
    first: Math.max(0, range.top - margin),
    end: Math.min(rows, range.top + range.count + margin),
    firstColumn: Math.max(0, range.left - columnMargin),
    endColumn: Math.min(columns, range.left + range.wide + columnMargin),
    hasMore: range.hasMore,
    bring,
  };
}

/** The least scrolling that shows [start, start + size) in a view of `room`. */
function nearest(scroll: number, start: number, size: number, room: number): number {
  if (start < scroll) return start;
  return Math.max(scroll, start + size - Math.max(size, room));
}
