// Sections of a long text: what is shown at once, so that a text of any length opens and scrolls like a short one.
import { lineAt } from './lines.ts';

/** UTF-16 units; some 75,000 English words, or as many Chinese characters as make a long book. */
const longestWhole = 500_000;
const longestSection = 250_000;

/** The first line of each section, ascending from 0: as few sections of equal length as keep each one short. */
export function findSections(lineStarts: Int32Array, length: number): Int32Array {
  const count = length <= longestWhole ? 1 : Math.ceil(length / longestSection);
  const lines = Array.from({ length: count }, (_, n) => lineAt(lineStarts, Math.floor((n * length) / count)));
  return Int32Array.from(new Set(lines));
}

/** The lines of a section, half-open. */
export function sectionLines(
  sections: Int32Array,
  section: number,
  lines: number,
): { readonly first: number; readonly end: number } {
  return { first: sections[section] ?? 0, end: sections[section + 1] ?? lines };
}

/** The section that holds `position`. */
export function sectionAt(sections: Int32Array, lineStarts: Int32Array, position: number): number {
  return lineAt(sections, lineAt(lineStarts, position));
}
