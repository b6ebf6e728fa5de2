// The backup of the day: once for an open project, in a pause after its opening, and before its first change.
import { basename } from 'node:path';
import { Refused } from '../../../shared/refused.ts';
import type { Connection } from '../store/connection.ts';
import { backUpDaily } from './backup.ts';
import type { Project } from './open.ts';
import { storageRefusal } from './storage-refusal.ts';

/** ms: the window shows its first text before. */
const PAUSE = 3000;

/**
 * The way to have it made by now: before a change, so that it holds the project as it was opened, before the project is
 * closed, and when somebody asks for it. Resolves when it is there, or none is due; with the reason where it was refused.
 */
export function dailyBackup({ changes, connection }: Project): () => Promise<Refused | null> {
  let made: Promise<Refused | null> | null = null;
  const make = (): Promise<Refused | null> => {
    if (made) return made;
    made = changes ? makeBackup(connection) : Promise.resolve(null);
    // Whoever asks for it, or closes the session, meets the error.
    made.catch(() => undefined);
    return made;
  };
  setTimeout(() => void make(), PAUSE).unref();
  return make;
}

async function makeBackup(connection: Connection): Promise<Refused | null> {
  try {
    // What was deleted or replaced meanwhile is told at the next change.
    if (connection.isStillThere()) await backUpDaily(connection);
    return null;
  } catch (error) {
    const refused = error instanceof Refused ? error : storageRefusal(error, basename(connection.path));
    if (refused) return refused;
    throw error;
  }
}
