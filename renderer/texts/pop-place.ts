// Where something stands that floats at the selection, and how it closes.
import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { desk, room } from './room.ts';

/** px; the line at the foot of the text, which stays in sight. */
const statusLine = 26;

/** Stands below the selection, or above it where there is no room; with none, at the first line in sight. */
export function usePlace(box: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const place = (): void => {
      const { page } = desk;
      const { selection } = room.get();
      const pop = box.current;
      const host = pop?.offsetParent?.getBoundingClientRect();
      if (!page || !pop || !host) return;
      const { start } = page.inSight(0);
      const { top, bottom, left } = page.extent(selection ?? { start, end: start });
      const below = bottom - host.top + 8;
      const above = top - host.top - pop.offsetHeight - 8;
      const last = host.height - statusLine - pop.offsetHeight - 4;
      const fits = below <= last;
      pop.style.top = `${Math.max(4, fits ? below : above >= 4 ? above : last)}px`;
      pop.style.left = `${Math.max(8, Math.min(left - host.left - 12, host.width - pop.offsetWidth - 8))}px`;
    };
    place();
    const resized = new ResizeObserver(place);
    if (box.current) resized.observe(box.current);
    return () => resized.disconnect();
  }, [box]);
}

/** Closes what floats when the mouse is pressed beside it. */
export function useCloseOutside(box: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const onDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      room.set(nothingFloats);
    };
    document.addEventListener('pointerdown', onDown, true);
    return () => document.removeEventListener('pointerdown', onDown, true);
  }, [box]);
}

/** Closes what floats and gives focus and selection back to the text. */
export function closeFloating(): void {
  const { selection } = room.get();
  room.set(nothingFloats);
  if (selection) desk.page?.select(selection);
  else desk.page?.root.focus({ preventScroll: true });
}

const nothingFloats = { picker: null, link: null, definition: null } as const;
