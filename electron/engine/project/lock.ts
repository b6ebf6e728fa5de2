// One writer at a time: a small SQLite file beside the project holds an exclusive lock that dies with its holder.
import { rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

export interface Lock {
  release(): void;
}

/** How long a writer waits for another one to finish, in milliseconds. */
const PATIENCE = 1500;

/** Takes the lock of the project at `path`, or returns null when another living process holds it. */
export function takeLock(path: string): Lock | null {
  const lockPath = `${path}.lock`;
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const holder = tryHold(lockPath, Math.max(0, deadline - Date.now()));
    if (holder === 'held') return null;
    if (holder !== 'moved') return { release: () => release(holder, lockPath) };
  }
}

/** 'moved': the file was removed by its last holder while we waited for it, so the lock is of no file any more. */
function tryHold(lockPath: string, timeout: number): Database.Database | 'held' | 'moved' {
  const holder = new Database(lockPath, { timeout });
  try {
    const opened = statSync(lockPath, { bigint: true, throwIfNoEntry: false });
    holder.pragma('journal_mode = MEMORY');
    holder.exec('BEGIN EXCLUSIVE');
    const now = statSync(lockPath, { bigint: true, throwIfNoEntry: false });
    if (opened && now && opened.ino === now.ino) return holder;
    holder.close();
    return 'moved';
  } catch (error) {
    holder.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return 'held';
    throw error;
  }
}

function release(holder: Database.Database, lockPath: string): void {
  // Removed while still held: whoever waits finds that the path has moved on and takes a new file.
  // Windows removes no open file; there the next holder may take over this one.
  if (process.platform === 'win32') holder.close();
  try {
    rmSync(lockPath, { force: true });
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  }
  holder.close();
}
