// The state of a project in a few digits, by which an exported table and the project that it came from are compared.
import type { Readable } from './connection.ts';
import { digest } from './seal.ts';
import { storedTallies } from './tally.ts';

/**
 * 16 hexadecimal digits that differ after any change to the project; '' for a project of an earlier version, and for one
 * as it stood at a moment of the past, which has the history of today.
 */
export function projectState(db: Readable, at: string | null = null): string {
  if (at !== null) return '';
  const isTallied = db.value(`SELECT 1 FROM sqlite_schema WHERE name = 'tallies'`) !== undefined;
  return isTallied ? digest([...storedTallies(db)].sort(([a], [b]) => (a < b ? -1 : 1))).slice(0, 16) : '';
}
