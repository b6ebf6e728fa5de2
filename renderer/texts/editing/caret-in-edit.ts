// Where the caret stands in the text that is edited; the surface tells, others ask.
let ask: () => number | null = () => null;

export function tellCaret(caret: () => number | null): void {
  ask = caret;
}

/** Position in the whole text; null where nothing is edited or selected. */
export function caretInEdit(): number | null {
  return ask();
}
