// The tree of the codebook on an axis of a table: which codes stand under others that are there too.
import type { AxisEntry } from '../contract/matrices.ts';
import { parseDimension } from './dimensions.ts';

/** The codebook as an axis needs it: depth of each code by its heading id, in the order of the tree. */
export type CodeDepths = ReadonlyMap<string, number>;

/** How the codes of an axis stand under one another. */
export interface CodeTree {
  /** The codes above a code that are on the axis too, outermost first. */
  readonly above: ReadonlyMap<string, readonly string[]>;
  readonly families: ReadonlySet<string>;
}

export function treeOf(present: ReadonlySet<string>, depths: CodeDepths): CodeTree {
  const above = new Map<string, readonly string[]>();
  const families = new Set<string>();
  const line: string[] = [];
  for (const [id, depth] of depths) {
    line.length = Math.min(line.length, depth - 1);
    const ancestors = line.filter((each) => present.has(each));
    line.push(id);
    if (!present.has(id)) continue;
    above.set(id, ancestors);
    for (const ancestor of ancestors) families.add(ancestor);
  }
  return { above, families };
}

/** Which of the dimensions of an axis are codes of every depth; -1 for none. */
export function treeDimension(dimensions: readonly string[]): number {
  return dimensions.findIndex((dimension) => {
    const parsed = parseDimension(dimension);
    return parsed.kind === 'code' && parsed.level === null;
  });
}

/** By heading: how many codes above it are on the axis too; 0 without codes. */
export function depthsOf(
  entries: readonly AxisEntry[],
  dimensions: readonly string[],
  depths: CodeDepths,
): number[] {
  const nested = treeDimension(dimensions);
  if (nested === -1) return entries.map(() => 0);
  const ids = entries.map((entry) => entry.ids[nested] ?? '');
  const { above } = treeOf(new Set(ids), depths);
  return ids.map((id) => above.get(id)?.length ?? 0);
}
