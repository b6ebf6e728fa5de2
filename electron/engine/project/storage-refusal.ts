// What a disk or a file system refuses, in words that say what to do.
import Database from 'better-sqlite3';
import { errorCode } from '../../../shared/error-code.ts';
import { Refused, type RefusalKey } from '../../../shared/refused.ts';

const byErrno: Readonly<Record<string, RefusalKey>> = {
  EACCES: 'refused.read-only',
  EPERM: 'refused.read-only',
  EROFS: 'refused.read-only',
  ENOSPC: 'refused.disk-full',
  EDQUOT: 'refused.disk-full',
  EIO: 'refused.disk',
};

const bySqlite: readonly (readonly [RegExp, RefusalKey])[] = [
  [/^SQLITE_FULL/, 'refused.disk-full'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)/, 'refused.read-only'],
  [/^SQLITE_BUSY/, 'refused.held'],
  [/^SQLITE_IOERR/, 'refused.disk'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'refused.damaged'],
];

/** The refusal that fits when `error` comes from the disk or the file system, else null. `file` is what it names. */
export function storageRefusal(error: unknown, file: string): Refused | null {
  if (error instanceof Database.SqliteError) {
    const found = bySqlite.find(([pattern]) => pattern.test(error.code));
    return found ? new Refused(found[1], { file }) : null;
  }
  const key = byErrno[errorCode(error)];
  return key === undefined ? null : new Refused(key, { file });
}
