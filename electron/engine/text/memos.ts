// Memos leave with what they are attached to.
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';

export type MemoOwner = 'source' | 'speaker' | 'case' | 'code' | 'coding';

/** Row ids of what is written about one thing, oldest first. */
export function memosOf(db: Readable, owner: MemoOwner, ownerId: number): number[] {
  return db
    .rows<[number]>('SELECT id FROM memos WHERE owner = ? AND owner_id = ? ORDER BY id', owner, ownerId)
    .map(([id]) => id);
}

export function removeMemos(db: Writable, owner: MemoOwner, ownerId: number): void {
  for (const id of memosOf(db, owner, ownerId)) db.remove('memos', id);
}
