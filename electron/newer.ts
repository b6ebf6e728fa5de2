// Whether what was built is older than what it was built from.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** True when `built` is not there, or a file below one of the `folders` is newer. */
export function isOlder(built: string, folders: readonly string[]): boolean {
  const made = statSync(built, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return folders.some((folder) => newestIn(folder) > made);
}

/** When the newest file below `folder` was changed, in milliseconds since 1970. */
export function newestIn(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const times = entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}
