// The single keys of the reading room. They act by the place of the key, so that no input method swallows them.
import type { KeyboardEvent } from 'react';
import { hasCommandKey } from '../ui/keys.tsx';
import { codeSelection } from './coding-acts.ts';
import { isTypedAhead } from './focus-acts.ts';
import { afterActs } from './in-turn.ts';
import type { OpenSource } from './open-source.ts';
import { actOfKey, codeOfDigit } from './room-acts.ts';
import { desk } from './room.ts';
import { followCaret } from './use-caret.ts';

/** Handles a key pressed in the text; keys that move the caret are left to the browser. */
export function onReadingKey(event: KeyboardEvent, open: OpenSource): void {
  // The sheet of keys is the window's, wherever its key stands.
  if (hasCommandKey(event) || event.key === '?') return;
  const { altKey: alt } = event;
  const sign = alt ? undefined : signs[event.key];
  const code = sign ?? event.code;
  // Where Shift is what makes the sign it says nothing more.
  const shift = event.shiftKey && event.key !== '+' && (sign === undefined || sign === event.code);
  const act = actOfKey({ code, alt, shift });
  const digit = act || alt || shift ? undefined : codeOfDigit(code);
  const isAhead = isTypedAhead(event);
  if (!act && digit === undefined && !isAhead) return;
  event.preventDefault();
  event.stopPropagation();
  if (isAhead) return;
  const work = (): void => {
    if (desk.page) followCaret(desk.page);
    const now = desk.open ?? open;
    if (act) void act.run(now);
    else if (digit !== undefined) void codeSelection(now, digit);
  };
  if (act?.isDoor === true) work();
  else afterActs(work);
}

/** Signs stand elsewhere on other keyboards than the English one: what is printed on the key counts, where that is known. */
const signs: Readonly<Record<string, string>> = {
  '+': 'Equal',
  '-': 'Minus',
  '/': 'Slash',
  '.': 'Period',
  ',': 'Comma',
  '[': 'BracketLeft',
  ']': 'BracketRight',
};
