// A Chinese input method, as the browser's own protocol plays it.
import type { CDPSession } from 'playwright-core';

/** Composes syllable by syllable, as an input method does; nothing is settled yet. */
export async function compose(ime: CDPSession, steps: readonly string[]): Promise<void> {
  for (const text of steps)
    await ime.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
}

/** Chooses a candidate: the composed letters give way to it. */
export async function settle(ime: CDPSession, text: string): Promise<void> {
  await ime.send('Input.insertText', { text });
}

/** A key that the input method has taken: the page is told its place only. */
export async function takenKey(ime: CDPSession, place: string): Promise<void> {
  const key = { key: 'Process', code: place, windowsVirtualKeyCode: 229 };
  await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}
