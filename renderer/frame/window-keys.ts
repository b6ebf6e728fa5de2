// The keys that work everywhere in the window.
import { useEffect } from 'react';
import { redo, undo } from '../next-steps.ts';
import { print } from '../print/print.tsx';
import { hasCommandKey, onMac } from '../ui/keys.tsx';
import { goBack, places, windowState } from '../window-state.ts';
import { mainThings } from './focus-place.ts';
import { isTyping } from './typing.ts';

/**
 * Ctrl K finds or does, Ctrl P prints, Ctrl Z and Ctrl Shift Z (Ctrl Y) step through history, Alt 1…6 changes the place, F6 and Shift F6
 * go to the next part of it, Alt ← back to where a passage was opened from, F2 tells what the open text belongs to, Escape closes a pane that lies over the desk, ? shows the keys.
 */
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
    if (code === 'KeyP' && !shiftKey && !altKey) return run(() => void print());
    if (isTyping(event.target)) return onMac && code === 'KeyZ' && stepInField(shiftKey);
    if (code === 'KeyZ') return run(shiftKey ? redo : undo);
    return code === 'KeyY' && run(redo);
  }
  if (code === 'F6') return goToPart(shiftKey ? -1 : 1);
  const { place: shown, source, cameFrom } = windowState.get();
  if (code === 'F2' && shown === 'texts' && source !== null) return set({ floating: 'about-source' });
  if (code === 'Escape' && windowState.get().pane !== null) return set({ pane: null });
  if (altKey && code === 'ArrowLeft' && shown === 'texts' && cameFrom && !isTyping(event.target))
    return run(goBack);
  const place = /^Digit([1-9])$/.test(code) ? places[Number(code.at(-1)) - 1] : undefined;
  if (altKey && place) return set({ place });
  if (event.key === '?' && !isTyping(event.target)) return set({ floating: 'shortcuts' });
  return false;
}

/** On a Mac the keys of a field belong to the menu, where ⌘Z stands for the acts of the project. */
function stepInField(isForward: boolean): true {
  document.execCommand(isForward ? 'redo' : 'undo');
  return true;
}

/** What of a part takes the focus where it has no main thing: the first of these. */
const controls = 'button:not(:disabled), input, textarea';

/** Puts the focus into the next shown part of the place: list, desk, inspector, and round again. */
function goToPart(step: 1 | -1): boolean {
  if (document.querySelector('[role="dialog"]')) return false;
  const parts = [...document.querySelectorAll('.room > .pane, .room > .desk')].flatMap((part) => {
    const things = [
      ...part.querySelectorAll<HTMLElement>(mainThings),
      ...part.querySelectorAll<HTMLElement>(controls),
    ];
    const thing = things.find((each) => each.checkVisibility());
    return thing ? [{ part, thing }] : [];
  });
  const at = parts.findIndex(({ part }) => part.contains(document.activeElement));
  const next = parts.at(at < 0 ? (step > 0 ? 0 : -1) : (at + step) % parts.length);
  next?.thing.focus();
  return next !== undefined;
}

function set(change: Parameters<typeof windowState.set>[0]): true {
  windowState.set(change);
  return true;
}

function run(work: () => void): true {
  work();
  return true;
}
