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

/** Frames that are waited for what is drawn without haste. */
const mostFrames = 60;

/** Puts the focus on what this selector finds, as soon as it is drawn; if wished, only while nothing else has it. */
export async function focusWhenDrawn(selector: string, { onlyIfFree = false } = {}): Promise<void> {
  for (let frames = 0; frames < mostFrames; frames++) {
    await frame();
    if (onlyIfFree && document.activeElement !== document.body) return;
    const found = document.querySelector<HTMLElement>(selector);
    if (found) return found.focus();
  }
}
