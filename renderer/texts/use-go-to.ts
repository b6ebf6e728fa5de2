// Takes the passage that the window was sent to: scrolls there, selects it, shows it for a moment, chooses its coding.
import { useEffect } from 'react';
import { useStore } from '../store.ts';
import { windowState } from '../window-state.ts';
import type { OpenSource } from './open-source.ts';
import { room, withPageAt } from './room.ts';

/** Milliseconds that the passage is brought out. */
const shown = 1600;

export function useGoTo(open: OpenSource): void {
  // What has been opened above the text meanwhile keeps the focus: the passage is taken once it is closed.
  const goTo = useStore(windowState, (state) => (state.floating === null ? state.goTo : null));
  const { uid, text } = open.reading;
  useEffect(() => {
    if (!goTo || goTo.source !== uid) return;
    // The page is drawn, and measured, in the frame after this one.
    const frame = requestAnimationFrame(() => {
      const end = Math.min(goTo.end, text.length);
      const passage = { start: Math.min(goTo.start, end), end };
      const caret = { start: passage.start, end: passage.start };
      windowState.set({ goTo: null });
      withPageAt(passage.start, (page) => {
        page.reveal(passage);
        page.select(goTo.coding === null ? caret : passage);
        room.set({ chosen: goTo.coding, flash: goTo.coding === null ? passage : null });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [goTo, uid, text]);
  const flash = useStore(room, (state) => state.flash);
  useEffect(() => {
    if (!flash) return;
    const timer = setTimeout(() => room.set({ flash: null }), shown);
    return () => clearTimeout(timer);
  }, [flash]);
}
