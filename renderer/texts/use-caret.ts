// Follows the caret and the selection in the open text.
import { useEffect } from 'react';
import type { Page } from './page.ts';
import { room } from './room.ts';

/** Keeps the room's selection: it stays what it was while the focus is elsewhere, and is given back. */
export function useCaret(page: Page | null): void {
  useEffect(() => {
    if (!page) return;
    const follow = (): void => followCaret(page);
    const regain = (): void => {
      const { selection } = room.get();
      // The mouse sets a selection of its own.
      if (selection && page.holds(selection.start) && !page.root.matches(':active')) page.select(selection);
    };
    document.addEventListener('selectionchange', follow);
    page.root.addEventListener('focus', regain);
    return () => {
      document.removeEventListener('selectionchange', follow);
      page.root.removeEventListener('focus', regain);
    };
  }, [page]);
}

/** Takes over the selection as it is now. The browser tells of it late: a key may be pressed before. */
export function followCaret(page: Page): void {
  const selection = page.hasFocus() ? page.selection() : null;
  if (!selection) return;
  const { selection: last, chosen } = room.get();
  if (last?.start === selection.start && last.end === selection.end) return;
  room.set({ selection, flash: null });
  if (chosen !== null && selection.start === selection.end) room.set({ chosen: null });
}
