// Tallies: how many rows each table holds and their joined marks, so that a row that came or went outside the program is found.
import { must } from '../../../shared/must.ts';
import type { Connection, Readable } from './connection.ts';
import { digest, joinMarks, NO_MARKS } from './seal.ts';

export interface Tallies {
  /** Notes a row that was added (`before` is null), sealed anew, or removed (`after` is null). */
  note(table: string, key: string | number, before: string | null, after: string | null): void;
  /** Runs a transaction's work and writes what it noted. */
  keep<T>(work: () => T): T;
}

export interface Tally {
  readonly rows: number;
  /** 32 hexadecimal digits. */
  readonly marks: string;
}

export function createTallies(connection: Connection): Tallies {
  const noted = new Map<string, { rows: number; marks: string }>();
  const write = (): void => {
    for (const [table, { rows, marks }] of noted) {
      const stored = must(
        connection.get<Tally>('SELECT rows, marks FROM tallies WHERE name = ?', table),
        `the tally of ${table}`,
      );
      const joined = joinMarks(stored.marks, marks);
      connection.write(
        'UPDATE tallies SET rows = ?, marks = ? WHERE name = ?',
        stored.rows + rows,
        joined,
        table,
      );
    }
  };
  return {
    note: (table, key, before, after) => {
      const tally = noted.get(table) ?? { rows: 0, marks: NO_MARKS };
      noted.set(table, tally);
      if (before !== null) {
        tally.rows -= 1;
        tally.marks = joinMarks(tally.marks, markOf(table, key, before));
      }
      if (after !== null) {
        tally.rows += 1;
        tally.marks = joinMarks(tally.marks, markOf(table, key, after));
      }
    },
    keep: (work) => {
      // What a failed transaction noted is void.
      noted.clear();
      const result = work();
      write();
      return result;
    },
  };
}

/** The tallies as they are stored, by table. */
export function storedTallies(db: Readable): ReadonlyMap<string, Tally> {
  const rows = db.rows<[string, number, string]>('SELECT name, rows, marks FROM tallies');
  return new Map(rows.map(([name, rows, marks]) => [name, { rows, marks }]));
}

/** What one row puts into the tally of its table: 128 bits over the table, the row's key and its seal, hexadecimal. */
export function markOf(table: string, key: string | number, seal: string): string {
  return digest([table, key, seal]);
}
