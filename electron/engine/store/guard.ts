// Notices, before a write, that another program replaced, deleted or wrote over the project file while it was open.
import { basename } from 'node:path';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Connection } from './connection.ts';

export interface FileGuard {
  /** Throws when the file is no longer as we left it; then nothing more may be written. */
  check(): void;
  /** To be called after each commit: this is how we leave the file. */
  leave(): void;
}

/** `rescue` is called once, when the path no longer leads to our file; it keeps our state and must throw. */
export function guardFile(connection: Connection, rescue: () => never): FileGuard {
  let lost: unknown = null;
  const giveUp = (refuse: () => never): never => {
    try {
      return refuse();
    } catch (error) {
      lost = error;
      throw error;
    }
  };
  const state = () => ({ stamp: connection.stamp(), history: historyMark(connection) });
  let left = state();
  return {
    check: () => {
      if (lost !== null) throw lost;
      if (!connection.isStillThere()) giveUp(rescue);
      if (connection.stamp() === left.stamp) return;
      // Written over in place by a copy with as many acts, its pages would pass for those that SQLite has in memory.
      connection.forget();
      if (historyMark(connection) === left.history) return;
      giveUp(() => {
        throw new Refused('refused.changed-outside', { file: basename(connection.path) });
      });
    },
    leave: () => {
      left = state();
    },
  };
}

/** Tells one state of the history from any other. */
const historyMark = (connection: Connection): string =>
  must(connection.value<string>(`SELECT marks FROM tallies WHERE name = 'acts'`), 'the tally of the acts');
