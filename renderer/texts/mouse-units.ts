// What a press of the mouse selects: with the command key the sentence, three times the paragraph, twice on a speaker the turn.
import type { MouseEvent } from 'react';
import type { Span } from '../../shared/text/lines.ts';
import { unitAt, type Unit } from '../../shared/text/units.ts';
import { hasCommandKey } from '../ui/keys.tsx';
import type { OpenSource } from './open-source.ts';
import { labelClass, type Page } from './page.ts';
import { room } from './room.ts';

/** Handles a press in the text; what selects no unit is left to the browser. */
export function onPressInText(event: MouseEvent, open: OpenSource, page: Page | null): void {
  const unit = unitOfPress(event);
  if (event.button !== 0 || unit === null || !page) return;
  const position = page.positionFromPoint(event.clientX, event.clientY);
  const passage = position === null ? null : unitAt(open.reading, unit, position);
  if (!passage) return;
  // The browser would select a word or a line.
  event.preventDefault();
  selectByMouse(page, passage);
}

function unitOfPress(event: MouseEvent): Unit | null {
  const { detail, target } = event;
  if (hasCommandKey(event)) return 'sentence';
  if (target instanceof Element && target.closest(`.${labelClass}`)) return detail === 2 ? 'turn' : null;
  return detail === 3 ? 'paragraph' : null;
}

export function selectByMouse(page: Page, passage: Span): void {
  room.set({ chosen: null, selection: passage });
  page.select(passage);
}
