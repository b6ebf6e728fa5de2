// The place that is shown takes the focus where nothing else has it, so that its keys work at once.
import { useEffect } from 'react';
import { focusWhenDrawn, isFocusFree } from '../frame.ts';
import { windowState, type Place } from '../window-state.ts';

/** What of a part takes the focus: the thing that it is there for. */
export const mainThings =
  '.transcript, .pane .qitem[tabindex="0"], [role="grid"], [role="treegrid"], [role="listbox"]';

const placeThings: Readonly<Record<Place, string>> = {
  texts: `.room > .desk :is(${mainThings})`,
  codebook: `.room > .pane :is(${mainThings})`,
  cases: `.room > .pane :is(${mainThings})`,
  matrices: `.room > .desk :is(${mainThings})`,
  history: '.room > .desk > .scroll',
  settings: '.room > .desk > .scroll',
};

export function useFocusOnPlace(place: Place): void {
  useEffect(() => focusInPlace(place, placeThings[place]), [place]);
}

/** Gives the focus to what is yet to be drawn in a place, unless something else has it by then or the place is left. */
export function focusInPlace(place: Place, selector: string): void {
  const isWanted = (): boolean => isFocusFree() && windowState.get().place === place;
  void focusWhenDrawn(selector, isWanted);
}
