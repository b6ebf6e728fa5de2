// Which headings of an axis are shown: sub-codes can be folded into the code above them, which counts them anyway.
import type { AxisEntry } from '../../shared/contract/matrices.ts';
import { treeDimension, treeOf, type CodeDepths } from '../../shared/matrices/code-tree.ts';

/** A shown row or column. */
export interface Line {
  /** Place among the headings of the answer. */
  readonly place: number;
  readonly entry: AxisEntry;
  /** Number of codes above it on the axis; 0 without codes. */
  readonly depth: number;
  /** Where it has sub-codes on the axis: by what it is folded, and whether it is open. */
  readonly family: { readonly id: string; readonly open: boolean } | null;
}

interface Folding {
  /** Whether families are open unless told otherwise. */
  readonly open: boolean;
  /** Heading ids of codes that are the other way round. */
  readonly turned: ReadonlySet<string>;
}

/** The headings that no folded family hides, in their order. `dimensions` are those of the axis. */
export function shownLines(
  entries: readonly AxisEntry[],
  dimensions: readonly string[],
  depths: CodeDepths,
  folding: Folding,
): readonly Line[] {
  const nested = treeDimension(dimensions);
  if (nested === -1) return entries.map((entry, place) => ({ place, entry, depth: 0, family: null }));
  const present = new Set(entries.map(({ ids }) => ids[nested] ?? ''));
  const tree = treeOf(present, depths);
  const isOpen = (id: string): boolean => folding.open !== folding.turned.has(id);
  return entries.flatMap((entry, place) => {
    const id = entry.ids[nested] ?? '';
    const above = tree.above.get(id) ?? [];
    if (!above.every(isOpen)) return [];
    const family = tree.families.has(id) ? { id, open: isOpen(id) } : null;
    return [{ place, entry, depth: above.length, family }];
  });
}
