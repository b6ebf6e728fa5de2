// Whether words are being typed: their keys and copies are their own.

/** What takes words; also while those that were typed in it are being stored. */
const typedIn =
  'input, textarea, [contenteditable="true"]:not([aria-readonly="true"]), [role="textbox"][aria-busy="true"]';

/** True where keys belong to words being typed. The transcript is read, not typed into. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(typedIn) !== null;
}
