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
