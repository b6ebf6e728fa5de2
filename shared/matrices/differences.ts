// Cells of one row that stand side by side: which of them differ from the others, and how.

export interface SideBySide {
  /** Codings, and how many of them say the contrary (direction −1). */
  readonly n: number;
  readonly negative: number;
  /** 1–5. */
  readonly rating: number | null;
}

/** Only this cell has codings; it says the contrary of the others; its rating is two or more from the middle one. */
export type Difference = 'only' | 'contrary' | 'rating';

/** One for each cell; null for a cell that is like the others. A single cell differs from nothing. */
export function differences(cells: readonly SideBySide[]): readonly (Difference | null)[] {
  const speaking = cells.filter(({ n }) => n > 0);
  const contrary = speaking.filter(isContrary).length;
  const middle = medianOf(cells.flatMap(({ rating }) => rating ?? []));
  return cells.map((cell) => {
    if (cells.length < 2 || cell.n === 0) return null;
    if (speaking.length === 1) return 'only';
    // Of two that contradict each other both differ; of more, those in the minority.
    const isMinority = isContrary(cell) ? contrary <= speaking.length / 2 : contrary >= speaking.length / 2;
    if (contrary > 0 && contrary < speaking.length && isMinority) return 'contrary';
    return cell.rating !== null && middle !== null && Math.abs(cell.rating - middle) >= 2 ? 'rating' : null;
  });
}

/** More than half of its codings say the contrary. */
function isContrary({ n, negative }: SideBySide): boolean {
  return negative * 2 > n;
}

/** Null for fewer than two. */
function medianOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}
