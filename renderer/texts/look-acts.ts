// How the reading text is set: larger or smaller, in longer or shorter lines; kept for every text.
import { settings } from '../settings.ts';
import { notify } from '../window-state.ts';
import { words } from '../words.ts';

/** px, and em: 32 em are some 65 letters, or 32 Chinese characters. */
export const readSizes = { least: 13, most: 28, usual: 17, step: 1 } as const;
export const readWidths = { least: 22, most: 54, usual: 32, step: 2 } as const;

/** Makes the reading text larger or smaller by so many steps. */
export function resizeText(steps: number): void {
  settings.set({ readSize: within(readSizes, settings.get().readSize + steps * readSizes.step) });
}

/** Makes its lines longer or shorter by so many steps. */
export function widenLines(steps: number): void {
  settings.set({ readWidth: within(readWidths, settings.get().readWidth + steps * readWidths.step) });
}

/** Says how large the text is, where nothing on screen does. */
export function tellSize(): void {
  notify({ tone: 'plain', text: words().say('reading.size-is', { n: settings.get().readSize }) });
}

export function tellWidth(): void {
  notify({ tone: 'plain', text: words().say('reading.width-is', lineLength(settings.get().readWidth)) });
}

/** As many letters, and Chinese characters, as about stand in a line of so many em. */
export function lineLength(em: number): { readonly letters: number; readonly characters: number } {
  return { letters: Math.round((em * 65) / 32), characters: em };
}

function within({ least, most }: { readonly least: number; readonly most: number }, wanted: number): number {
  return Math.min(most, Math.max(least, wanted));
}
