// The keys that work everywhere in the window.
import { useEffect } from 'react';
import { redoLatest, undoLatest } from '../acts.ts';
import { hasCommandKey } from '../ui/keys.tsx';
import { places, windowState } from '../window-state.ts';

/** Ctrl K finds or does, Ctrl Z and Ctrl Shift Z (Ctrl Y) step through history, Alt 1…6 changes the place, ? shows the keys. */
export function useWindowKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (act(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function act(event: KeyboardEvent): boolean {
  const { code, altKey, shiftKey } = event;
  if (hasCommandKey(event)) {
    if (code === 'KeyK') return set({ floating: 'palette' });
    if (isTyping(event.target)) return false;
    if (code === 'KeyZ') return run(shiftKey ? redoLatest : undoLatest);
    return code === 'KeyY' && run(redoLatest);
  }
  const place = /^Digit([1-9])$/.test(code) ? places[Number(code.at(-1)) - 1] : undefined;
  if (altKey && place) return set({ place });
  if (event.key === '?' && !isTyping(event.target)) return set({ floating: 'shortcuts' });
  return false;
}

/** True where keys belong to words being typed. The transcript is read, not typed into. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('input, textarea, [contenteditable="true"]:not([aria-readonly="true"])') !== null;
}

function set(change: Parameters<typeof windowState.set>[0]): true {
  windowState.set(change);
  return true;
}

function run(work: () => void): true {
  work();
  return true;
}
