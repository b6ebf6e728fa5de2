// Follows the caret and the selection in the open text.
import { useEffect } from 'react';
import type { Page } from './page.ts';
import { room } from './room.ts';

/** Keeps the room's selection: it stays what it was while the focus is elsewhere. */
export function useCaret(page: Page | null): void {
  useEffect(() => {
    if (!page) return;
    const follow = (): void => {
      const selection = page.hasFocus() ? page.selection() : null;
      if (!selection) return;
      const { selection: last, chosen } = room.get();
      if (last?.start === selection.start && last.end === selection.end) return;
      room.set({ selection, flash: null });
      if (chosen !== null && selection.start === selection.end) room.set({ chosen: null });
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [page]);
}
