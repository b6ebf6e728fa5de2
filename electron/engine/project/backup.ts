// Backups: a whole, verified copy beside the project; older copies are thinned only after a new one proved good.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Refused } from '../../../shared/refused.ts';
import { openConnection, type Connection } from '../store/connection.ts';
import { verifyProject } from './verify.ts';

/** Copies the project to `target`, else into the folder "NAME backups" beside it. Returns the copy's path and size. */
export function backUp(
  connection: Connection,
  target: string | null,
): { readonly path: string; readonly bytes: number } {
  const folder = target === null ? backupFolder(connection.path) : dirname(target);
  if (target === null) mkdirSync(folder, { recursive: true });
  const path = target ?? join(folder, freeName(folder, connection.path));
  if (existsSync(path)) throw new Refused('refused.file-exists', { file: basename(path) });
  if (!existsSync(folder)) throw new Refused('refused.no-folder', { folder });
  const temporary = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    copyInto(connection, temporary);
    checkCopy(temporary);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  if (target === null) thin(folder);
  return { path, bytes: statSync(path).size };
}

function copyInto(connection: Connection, path: string): void {
  connection.copyTo(path);
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

function checkCopy(path: string): void {
  const copy = openConnection(path, 'read');
  try {
    if (!verifyProject(copy).ok) throw new Refused('refused.backup-damaged');
  } finally {
    copy.close();
  }
}

function backupFolder(projectPath: string): string {
  return join(dirname(projectPath), `${basename(projectPath, extname(projectPath))} backups`);
}

/** "Study 2026-05-31 14.05.09.crosscase", local time. */
function freeName(folder: string, projectPath: string): string {
  const stem = basename(projectPath, extname(projectPath));
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const name = `${stem} ${day} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
  let candidate = `${name}.crosscase`;
  for (let n = 2; existsSync(join(folder, candidate)); n++) candidate = `${name} (${n}).crosscase`;
  return candidate;
}

function thin(folder: string): void {
  const dated = readdirSync(folder).flatMap((name) => {
    const stamp = / (\d{4}-\d{2}-\d{2}) (\d{2})\.(\d{2})\.(\d{2})(?: \(\d+\))?\.crosscase$/.exec(name);
    return stamp ? [{ name, at: new Date(`${stamp[1]}T${stamp[2]}:${stamp[3]}:${stamp[4]}`) }] : [];
  });
  for (const name of backupsToThin(dated)) rmSync(join(folder, name));
}

/**
 * Which backups may go, seen from the newest one: all of its last two days stay, then one a day for two weeks, one a
 * week for ten weeks, one a month after that; the newest ten always stay.
 */
export function backupsToThin(backups: readonly { readonly name: string; readonly at: Date }[]): string[] {
  const newestFirst = backups.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const newest = newestFirst[0];
  if (!newest) return [];
  const kept = new Set<string>();
  return newestFirst.slice(10).flatMap(({ name, at }) => {
    const days = (newest.at.getTime() - at.getTime()) / 86_400_000;
    if (days <= 2) return [];
    const day = Math.floor(at.getTime() / 86_400_000);
    const period =
      days <= 14
        ? `day ${day}`
        : days <= 84
          ? `week ${Math.floor(day / 7)}`
          : `month ${at.toISOString().slice(0, 7)}`;
    if (kept.has(period)) return [name];
    kept.add(period);
    return [];
  });
}
