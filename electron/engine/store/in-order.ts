// Reads a whole table by its key in pages, and notices a damaged one whose pages lead back to rows that were read before.
import type { Readable, SqlValue } from './connection.ts';

type Keyed = Readonly<Record<string, SqlValue>>;

const perPage = 5000;

/**
 * The rows of `table` with their `columns`, by rising `key`: an integer or a text of ASCII. Ends with an error when a
 * key does not rise, for the reading of such a table would not end.
 */
export function* inOrder<T extends Keyed>(
  db: Readable,
  table: string,
  key: string,
  columns: readonly string[],
): Generator<T> {
  const names = columns.map((name) => `"${name}"`).join(', ');
  const page = `SELECT ${names} FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ${perPage}`;
  const first = `SELECT ${names} FROM ${table} ORDER BY ${key} LIMIT ${perPage}`;
  let last: string | number | null = null;
  for (;;) {
    const rows: T[] = last === null ? db.all<T>(first) : db.all<T>(page, last);
    for (const row of rows) {
      const now = row[key];
      if (typeof now !== 'number' && typeof now !== 'string') throw new Error(`${table}: ${key} is missing`);
      if (last !== null && !(now > last)) throw new Error(`${table}: ${key} ${now} after ${last}`);
      last = now;
      yield row;
    }
    if (rows.length < perPage) return;
  }
}
