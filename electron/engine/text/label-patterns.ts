// How the speakers' labels of a source are written: kept where a person chose it, and used whenever its lines are read again.
import type { Writable } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';

/** The pattern (see findSpeakers) that was chosen for the source; null where labels are found by themselves. */
export function labelPatternOf(db: Readable, source: number): string | null {
  return db.value<string>('SELECT pattern FROM label_patterns WHERE source_id = ?', source) ?? null;
}

/** Keeps the pattern that was chosen for a source that is new. */
export function keepLabelPattern(db: Writable, source: number, pattern: string): void {
  db.insert('label_patterns', { source_id: source, pattern });
}
