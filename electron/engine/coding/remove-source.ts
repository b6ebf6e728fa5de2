// Taking a source out of the project with all that hangs on it.
import type { Input } from '../../../shared/contract/index.ts';
import { removeValues } from '../cases/attributes.ts';
import type { Writable } from '../store/change.ts';
import { removeMemos } from '../text/memos.ts';
import { findSource } from '../text/sources.ts';
import { dropCoding } from './codings.ts';

/**
 * Removes the source with its codings, memos, attribute values, places in cases and the speakers who speak nowhere else.
 * The text itself is kept under its hash, so that an undo brings the source back.
 */
export function removeSource(db: Writable, input: Input<'sources.remove'>): null {
  const { id, name, speakers } = findSource(db, input.source);
  const rowsOf = (
    table: 'codings' | 'members' | 'source_speakers' | 'versions' | 'label_patterns',
  ): number[] => db.rows<[number]>(`SELECT id FROM ${table} WHERE source_id = ?`, id).map(([row]) => row);
  const codings = rowsOf('codings');
  for (const coding of codings) dropCoding(db, coding);
  for (const table of ['members', 'source_speakers', 'versions', 'label_patterns'] as const) {
    for (const row of rowsOf(table)) db.remove(table, row);
  }
  removeValues(db, 'source', id);
  removeMemos(db, 'source', id);
  db.remove('sources', id);
  for (const speaker of new Set(speakers)) removeIfSilent(db, speaker);
  db.tell({ source: name, codings: codings.length });
  return null;
}

export function removeIfSilent(db: Writable, speaker: number): void {
  if (db.value('SELECT 1 FROM source_speakers WHERE speaker_id = ?', speaker) !== undefined) return;
  for (const [member] of db.rows<[number]>('SELECT id FROM members WHERE speaker_id = ?', speaker)) {
    db.remove('members', member);
  }
  removeMemos(db, 'speaker', speaker);
  db.remove('speakers', speaker);
}
