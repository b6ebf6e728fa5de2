// Brings a project file to the current schema, one numbered step at a time, each in one transaction.
import type BetterSqlite3 from 'better-sqlite3';
import { first } from './migrations/001-first.ts';

/** Step n (counted from 1) leads to user_version n. A released step is never edited. */
const steps: readonly string[] = [first];

/** The schema version that this program writes. */
export const SCHEMA_VERSION = steps.length;

/** Applies the steps that the file lacks. The caller has made a verified backup of an existing file first. */
export function migrate(sqlite: BetterSqlite3.Database): void {
  const version = Number(sqlite.pragma('user_version', { simple: true }));
  for (const [index, sql] of steps.entries()) {
    if (index < version) continue;
    sqlite.transaction(() => {
      sqlite.exec(sql);
      sqlite.pragma(`user_version = ${index + 1}`);
    })();
  }
}
