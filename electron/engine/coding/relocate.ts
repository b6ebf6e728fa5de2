// Giving many rows new places, in an order in which no two stand in one place at any time.
import type { Span } from '../../../shared/text/lines.ts';
import type { Writable } from '../store/change.ts';
import type { Row } from '../store/seal.ts';

export interface Move {
  readonly id: number;
  /** What besides the place tells rows of the table apart. */
  readonly key: string;
  readonly from: Span;
  readonly to: Span;
  /** Columns that change with the place. */
  readonly columns: Row;
}

/** Beyond the end of any text: where a row waits that stands in the way of one whose place it takes. */
const aside = 2 ** 40;

/** Moves the rows. No two may be meant for one place. */
export function relocate(db: Writable, table: 'codings' | 'members', moves: readonly Move[]): void {
  const holders = new Map(moves.map((move) => [placeOf(move, move.from), move]));
  const waiting = new Set(moves);
  for (const first of moves) {
    // Whoever stands in the place of another goes first.
    const chain = new Set<Move>();
    for (let next: Move | undefined = first; next && waiting.has(next);) {
      chain.add(next);
      const holder: Move | undefined = holders.get(placeOf(next, next.to));
      if (holder === next) break;
      if (holder && chain.has(holder)) {
        db.update(table, holder.id, { start: aside + holder.id, end: aside + holder.id + 1 });
        break;
      }
      next = holder;
    }
    for (const { id, to, columns } of [...chain].toReversed())
      db.update(table, id, { start: to.start, end: to.end, ...columns });
    for (const move of chain) waiting.delete(move);
  }
}

function placeOf({ key }: Move, { start, end }: Span): string {
  return `${start} ${end} ${key}`;
}
