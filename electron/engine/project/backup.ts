// Backups: a whole, verified copy beside the project; older copies are thinned only after a new one proved good.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { Refused } from '../../../shared/refused.ts';
import type { Backup } from '../../../shared/contract/project.ts';
import { must } from '../../../shared/must.ts';
import { openConnection, type Connection, type Readable } from '../store/connection.ts';
import { isSoundInBackground } from './check-copy.ts';
import { isSoundFile } from './verify.ts';

/** In milliseconds. */
const DAY = 86_400_000;

/** Copies the project to `target`, else into the folder "NAME backups" beside it. Returns the copy's path and size. */
export function backUp(
  connection: Connection,
  target: string | null,
): { readonly path: string; readonly bytes: number } {
  const folder = target === null ? backupFolder(connection.path) : dirname(target);
  if (target === null) mkdirSync(folder, { recursive: true });
  if (!existsSync(folder)) throw new Refused('refused.no-folder', { folder });
  const path = target ?? join(folder, freeName(folder, connection.path, new Date()));
  if (existsSync(path)) throw new Refused('refused.file-exists', { file: basename(path) });
  const temporary = temporaryName(path);
  try {
    connection.copyTo(temporary);
    flush(temporary);
    if (!isSoundFile(temporary)) throw new Refused('refused.backup-damaged');
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  if (target === null) thin(folder);
  return { path, bytes: statSync(path).size };
}

/**
 * At most once a day, when there is something new: a backup as the project is now. The file is copied at once, between
 * two commits; the copy is checked while work goes on, and counts once it is sound. `null` when none is due.
 */
export function backUpDaily(connection: Connection): Promise<void> | null {
  const folder = backupFolder(connection.path);
  if (!isDue(connection, listBackups(connection.path)[0]?.at)) return null;
  const at = new Date();
  mkdirSync(folder, { recursive: true });
  // Dated as of the copy: what is done during its check is not in it.
  const free = (): string => join(folder, freeName(folder, connection.path, at));
  const temporary = temporaryName(free());
  try {
    copyFileSync(connection.path, temporary);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return settleCopy(temporary, free);
}

async function settleCopy(temporary: string, free: () => string): Promise<void> {
  try {
    const file = await open(temporary, 'r+');
    await file.sync();
    await file.close();
    if (!(await isSoundInBackground(temporary))) throw new Refused('refused.backup-damaged');
    const path = free();
    renameSync(temporary, path);
    thin(dirname(path));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A project is young for a day, so is a backup; a clock that was wrong in either direction ends that too. */
function isDue(db: Readable, newest: string | undefined): boolean {
  const acts = must(
    db.get<{ first: string; last: string }>(
      `SELECT (SELECT at FROM acts ORDER BY id LIMIT 1) AS first, (SELECT at FROM acts ORDER BY id DESC LIMIT 1) AS last`,
    ),
    'a project begins with an act',
  );
  const age = Math.abs(Date.now() - Date.parse(newest ?? acts.first));
  return age >= DAY && (newest === undefined || acts.last >= newest || Date.parse(newest) > Date.now());
}

/** The backups beside a project, the newest first. */
export function listBackups(projectPath: string): Backup[] {
  const folder = backupFolder(projectPath);
  if (!existsSync(folder)) return [];
  return datedIn(folder)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ name, at }) => ({ name, at: at.toISOString(), bytes: statSync(join(folder, name)).size }));
}

/** Makes a project of a backup, as a new file at `target`, which nothing is written over. */
export function restoreBackup(
  projectPath: string,
  name: string,
  target: string,
): { readonly path: string; readonly bytes: number } {
  if (!listBackups(projectPath).some((backup) => backup.name === name))
    throw new Refused('refused.no-backup', { name });
  const backup = join(backupFolder(projectPath), name);
  if (!isSoundFile(backup)) throw new Refused('refused.damaged-copy', { name });
  const connection = openConnection(backup, 'read');
  try {
    return backUp(connection, target);
  } finally {
    connection.close();
  }
}

const temporaryName = (path: string): string => `${path}.${randomUUID().slice(0, 8)}.part`;

/** The bytes are on the disk before the copy counts as one. */
function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

function backupFolder(projectPath: string): string {
  return join(dirname(projectPath), `${basename(projectPath, extname(projectPath))} backups`);
}

/** "Study 2026-05-31 14.05.09.crosscase", local time. */
function freeName(folder: string, projectPath: string, now: Date): string {
  const stem = basename(projectPath, extname(projectPath));
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const name = `${stem} ${day} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
  let candidate = `${name}.crosscase`;
  for (let n = 2; existsSync(join(folder, candidate)); n++) candidate = `${name} (${n}).crosscase`;
  return candidate;
}

/** Two at a time: a clock that is wrong for once must not sweep the folder. */
function thin(folder: string): void {
  for (const name of backupsToThin(datedIn(folder), new Date()).slice(-2)) rmSync(join(folder, name));
}

function datedIn(folder: string): { readonly name: string; readonly at: Date }[] {
  return readdirSync(folder).flatMap((name) => {
    const stamp = / (\d{4}-\d{2}-\d{2}) (\d{2})\.(\d{2})\.(\d{2})(?: \(\d+\))?\.crosscase$/.exec(name);
    return stamp ? [{ name, at: new Date(`${stamp[1]}T${stamp[2]}:${stamp[3]}:${stamp[4]}`) }] : [];
  });
}

/**
 * Which backups may go, seen from the newest one: all of its last two days stay, then one a day for two weeks, one a
 * week for ten weeks, one a month after that; the newest ten always stay, and so does what a wrong clock dated after `now`.
 */
export function backupsToThin(
  backups: readonly { readonly name: string; readonly at: Date }[],
  now: Date,
): string[] {
  const newestFirst = backups
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const newest = newestFirst[0];
  if (!newest) return [];
  const kept = new Set<string>();
  return newestFirst.slice(10).flatMap(({ name, at }) => {
    const days = (newest.at.getTime() - at.getTime()) / DAY;
    if (days <= 2) return [];
    const day = Math.floor(at.getTime() / DAY);
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
