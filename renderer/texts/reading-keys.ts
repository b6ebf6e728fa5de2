// The single keys of the reading room. They act by the place of the key too, so that no input method swallows them.
import type { KeyboardEvent } from 'react';
import { hasCommandKey } from '../ui/keys.tsx';
import {
  activeCoding,
  chooseCoding,
  codeInVivo,
  codeSelection,
  moveBorderOf,
  passageToCode,
  removeCoding,
  repeatLast,
} from './coding-acts.ts';
import type { OpenSource } from './open-source.ts';
import { desk, room } from './room.ts';
import { goToCoding, goToSameCode, goToUncoded, stepSection } from './steps.ts';
import { followCaret } from './use-caret.ts';

/** Handles a key pressed in the text; keys that move the caret are left to the browser. */
export function onReadingKey(event: KeyboardEvent, open: OpenSource): void {
  if (hasCommandKey(event)) return;
  const acts = event.altKey ? altKeys : plainKeys;
  const act = acts[event.code] ?? digitAct(event);
  if (!act) return;
  if (desk.page) followCaret(desk.page);
  if (act(open, event.shiftKey) === false) return;
  event.preventDefault();
  event.stopPropagation();
}

/** False: the key was not used. */
type KeyAct = (open: OpenSource, shift: boolean) => false | void;

const altKeys: Readonly<Record<string, KeyAct>> = {
  ArrowDown: (open, shift) => (shift ? goToSameCode : goToCoding)(open, 'next'),
  ArrowUp: (open, shift) => (shift ? goToSameCode : goToCoding)(open, 'previous'),
  PageDown: (open) => stepSection(open, 'next'),
  PageUp: (open) => stepSection(open, 'previous'),
};

const plainKeys: Readonly<Record<string, KeyAct>> = {
  KeyC: (open) => openPicker(open),
  KeyV: (open) => void codeInVivo(open),
  KeyR: (open) => void repeatLast(open),
  KeyM: (open) => focusMemo(open),
  KeyU: (open, shift) => goToUncoded(open, shift ? 'previous' : 'next'),
  BracketLeft: (open, shift) => moveActive(open, 'start', shift ? 'later' : 'earlier'),
  BracketRight: (open, shift) => moveActive(open, 'end', shift ? 'earlier' : 'later'),
  Delete: (open) => removeActive(open),
  Backspace: (open) => removeActive(open),
  Enter: (open) => chooseActive(open),
  Slash: (_, shift) => (shift ? false : focusFilter()),
  Escape: () => room.set({ chosen: null, hits: [], hit: -1, finding: false }),
};

function digitAct(event: KeyboardEvent): KeyAct | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  const code = digit === undefined ? undefined : room.get().slots[Number(digit) - 1];
  if (code === undefined || event.altKey || event.shiftKey) return undefined;
  return (open) => void codeSelection(open, code);
}

/** Opens the picker for the passage that C codes, which is then selected; in its place it is said where there is none. */
export function openPicker(open: OpenSource): void {
  const passage = passageToCode(open);
  if (passage) desk.page?.select(passage);
  room.set({ selection: passage ?? room.get().selection, picker: { change: null } });
}

function moveActive(open: OpenSource, border: 'start' | 'end', direction: 'earlier' | 'later'): void {
  const coding = activeCoding(open.codings);
  if (coding) void moveBorderOf(open, coding, border, direction);
}

export function removeActive(open: OpenSource): void {
  const coding = activeCoding(open.codings);
  if (coding) void removeCoding(open, coding);
}

function chooseActive(open: OpenSource): void {
  const coding = activeCoding(open.codings);
  if (coding) chooseCoding(coding);
}

export function focusMemo(open: OpenSource): void {
  const coding = activeCoding(open.codings);
  if (!coding) return;
  room.set({ chosen: coding.id });
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.coding-memo textarea')?.focus());
}

export function focusFilter(): void {
  document.querySelector<HTMLInputElement>('.codebook-filter input')?.focus();
}
