// Reads what a project file says of itself from its first 100 bytes, so that a foreign or newer file stays untouched.
import { closeSync, openSync, readSync } from 'node:fs';

/** 'CrCs': the SQLite application_id of a Crosscase project. */
export const APPLICATION_ID = 0x43724373;

/** `schema` is the file's user_version; null when the file is no Crosscase project. Throws when it cannot be read. */
export function readHeader(path: string): { readonly schema: number } | null {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, header, 0, 100, 0) < 100) return null;
  } finally {
    closeSync(file);
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null;
  if (header.readUInt32BE(68) !== APPLICATION_ID) return null;
  return { schema: header.readUInt32BE(60) };
}
