// Waiting for the screen.

/** Longest wait, ms: a window that is not on screen has no frames. */
const longest = 100;

/** Settles when the next frame has been painted. */
export function frame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, longest);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** Frames that are waited for what needs nothing but drawing. */
const mostFrames = 60;

/** True while nothing has the focus, as when what had it is gone. */
export function isFocusFree(): boolean {
  return document.activeElement === document.body;
}

/**
 * Puts the focus on what this selector finds, as soon as it is drawn. What has to be read first may take its time: it is
 * waited for as long as `isWanted` says so.
 */
export async function focusWhenDrawn(selector: string, isWanted?: () => boolean): Promise<void> {
  for (let frames = 0; ; frames++) {
    const isLate = frames >= mostFrames;
    await (isLate ? new Promise((resolve) => setTimeout(resolve, longest)) : frame());
    if (isWanted ? !isWanted() : isLate) return;
    const found = document.querySelector<HTMLElement>(selector);
    if (found) return found.focus();
  }
}
