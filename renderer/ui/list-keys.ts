// Keys that lead through a list: arrows, pages, ends, and the first letters of a name.

const page = 10;

/** The row that a key leads to from row `at` of `count`; null for keys that do not move. */
export function stepFor(key: string, at: number, count: number): number | null {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + page,
    PageUp: at - page,
  }[key];
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}

/** Letters that follow one another within so many milliseconds are one word. */
const patience = 1000;
let typed = { word: '', at: 0 };

interface Letter {
  readonly key: string;
  readonly timeStamp: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The next row whose name begins with what is being typed, from row `at` on; null where nothing is, or none does. */
export function typeAhead(
  event: Letter,
  at: number,
  rows: readonly { readonly text: string }[],
): number | null {
  const { key, timeStamp } = event;
  if (key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return null;
  const before = timeStamp - typed.at < patience ? typed.word : '';
  if (key === ' ' && before === '') return null;
  const word = before + key.toLowerCase();
  typed = { word, at: timeStamp };
  // A first letter leads on from where one is, the letters after it may stay.
  const from = word.length === 1 ? at + 1 : Math.max(0, at);
  for (let n = 0; n < rows.length; n++) {
    const row = (from + n) % rows.length;
    if (rows[row]?.text.toLowerCase().startsWith(word)) return row;
  }
  return null;
}
