// A project as it stood at a moment of the past: its history walked backwards in a copy in memory.
import { Refused } from '../../../shared/refused.ts';
import { takeBack } from './change.ts';
import { copyInMemory, type Connection, type Readable } from './connection.ts';
import { standInForLaterTables } from './migrate.ts';

/** Number of the last act up to `at` (ISO date and time). Refuses a moment before the project began. */
export function lastActBefore(db: Readable, at: string): number {
  const moment = new Date(at).toISOString();
  const last = db.value<number>('SELECT id FROM acts WHERE at <= ? ORDER BY id DESC LIMIT 1', moment);
  if (last !== undefined) return last;
  const begun = db.value<string>('SELECT at FROM acts ORDER BY id LIMIT 1') ?? moment;
  throw new Refused('refused.before-project', { date: begun.slice(0, 10) });
}

/** The project after its act number `last`, in memory; to be closed by the caller. */
export function projectAfter(connection: Connection, last: number): Connection {
  const copy = copyInMemory(connection);
  try {
    takeBack(copy, last);
    standInForLaterTables(copy.sqlite);
    return copy;
  } catch (error) {
    copy.close();
    throw error;
  }
}
