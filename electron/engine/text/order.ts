// The researcher's order of things, kept as positions in their rows.
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';

type Ordered = 'phases' | 'cases' | 'attributes' | 'codes' | 'relation_types';

/** The position after all others: the number of rows would not do once one was removed. */
export function nextPosition(db: Readable, table: Ordered): number {
  return (db.value<number>(`SELECT max(position) FROM ${table}`) ?? -1) + 1;
}

/** `ids` with `id` before `before` (null: last), or null where `before` is none of the others. */
export function movedBefore(ids: readonly number[], id: number, before: number | null): number[] | null {
  const others = ids.filter((each) => each !== id);
  const place = before === null ? others.length : others.indexOf(before);
  return place < 0 ? null : others.toSpliced(place, 0, id);
}

/** Gives the rows the order of `ids`. */
export function putInOrder(db: Writable, table: Ordered, ids: readonly number[]): void {
  for (const [position, id] of ids.entries()) db.update(table, id, { position });
}
