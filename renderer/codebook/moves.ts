// Where one step moves a code in the tree.
import type { CodeEntry } from '../../shared/contract/coding.ts';

export interface CodeTarget {
  readonly parent: string | null;
  /** The sibling that it comes to stand before; null: last. */
  readonly before: string | null;
}

/** Each step's target; null where there is no such step. Codes are in tree order. */
export function movesOf(
  codes: readonly CodeEntry[],
  code: CodeEntry,
): Readonly<Record<'up' | 'down' | 'in' | 'out', CodeTarget | null>> {
  const { parent } = code;
  const grandparent = codes.find(({ uid }) => uid === parent)?.parent ?? null;
  const siblingsOf = (uid: string | null): readonly CodeEntry[] =>
    codes.filter((each) => each.parent === uid);
  const siblings = siblingsOf(parent);
  const place = siblings.findIndex((each) => each.uid === code.uid);
  const above = siblings[place - 1];
  const below = siblings[place + 1];
  const uncles = parent === null ? [] : siblingsOf(grandparent);
  const after = uncles[uncles.findIndex((each) => each.uid === parent) + 1];
  return {
    up: above ? { parent, before: above.uid } : null,
    down: below ? { parent, before: siblings[place + 2]?.uid ?? null } : null,
    in: above ? { parent: above.uid, before: null } : null,
    out: parent === null ? null : { parent: grandparent, before: after?.uid ?? null },
  };
}
