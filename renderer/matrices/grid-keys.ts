// How keys move through a grid of cells with heads (-1) and totals (one past the last).

/** −1 is the head of rows or columns; `lines` and `columns` are the total. */
export interface GridPlace {
  readonly line: number;
  readonly column: number;
}

interface GridSize {
  /** Without heads; the total is one more. */
  readonly lines: number;
  readonly columns: number;
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const page = 10;

/** Where the key leads: arrows by one, Home and End along the row, with Ctrl to the corners. Null for other keys. */
export function moved(
  at: GridPlace,
  { key, ctrlKey, metaKey, altKey }: Pressed,
  size: GridSize,
): GridPlace | null {
  if (altKey) return null;
  const far = ctrlKey || metaKey;
  const go = (line: number, column: number): GridPlace => {
    const place = { line: within(line, size.lines), column: within(column, size.columns) };
    // The corner of the two heads is no cell.
    return place.line === -1 && place.column === -1 ? at : place;
  };
  switch (key) {
    case 'ArrowDown':
      return go(far ? size.lines : at.line + 1, at.column);
    case 'ArrowUp':
      return go(far ? 0 : at.line - 1, at.column);
    case 'ArrowRight':
      return go(at.line, far ? size.columns : at.column + 1);
    case 'ArrowLeft':
      return go(at.line, far ? 0 : at.column - 1);
    case 'PageDown':
      return go(at.line + page, at.column);
    case 'PageUp':
      return go(Math.max(0, at.line - page), at.column);
    case 'Home':
      return far ? go(0, 0) : go(at.line, 0);
    case 'End':
      return far ? go(size.lines, size.columns) : go(at.line, size.columns);
    default:
      return null;
  }
}

function within(value: number, last: number): number {
  return Math.min(Math.max(value, -1), last);
}

/** Where in the grid an element stands, as its `data-at` says. */
export function placeAt(target: EventTarget): GridPlace | null {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined;
  if (at === undefined) return null;
  const [line = 0, column = 0] = at.split(' ').map(Number);
  return { line, column };
}

/** Scrolls a place of the grid into sight. */
export function bringIn(grid: HTMLElement | null, { line, column }: GridPlace): void {
  const found = grid?.querySelector(`[data-at="${line} ${column}"]`);
  found?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
