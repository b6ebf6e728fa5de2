// Where projects are found: the folder of projects, those opened lately, a typed path.
import { existsSync, mkdirSync, readdirSync, statSync, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path';
import type { Granted, Places, ProjectPlace } from '../../../shared/contract/host.ts';
import { Refused } from '../../../shared/refused.ts';
import { ending, withEnding, type FileDesk } from '../project/files.ts';

/** The folder that new projects are offered, made on first use. */
export function projectsFolder(home: string): string {
  return join(home, 'Documents', 'Crosscase');
}

/** Projects in `folder` by name, and those of `recent` (paths) that are still there. */
export function findPlaces(files: FileDesk, folder: string, recent: readonly string[]): Places {
  const here = namesIn(folder)
    .filter((name) => extname(name) === ending)
    .toSorted((a, b) => a.localeCompare(b))
    .map((name) => join(folder, name));
  const placesOf = (paths: readonly string[]): ProjectPlace[] =>
    paths.flatMap((path) => placeOf(files, path));
  return { folder, projects: placesOf(here), recent: placesOf(recent) };
}

/** A token for a project file at a typed path. Only project files: a page must not reach others this way. */
export function grantTyped(files: FileDesk, folder: string, typed: string): Granted {
  const path = projectPath(folder, typed.trim());
  const name = basename(path, ending);
  if (extname(path) !== ending || name === '' || typed.includes('\0'))
    throw new Refused('refused.not-in-a-folder', { path: typed });
  const place = dirname(path);
  if (!statOf(place)?.isDirectory()) throw new Refused('refused.no-folder', { folder: place });
  return { token: files.grant(path), name, exists: existsSync(path) };
}

function projectPath(folder: string, typed: string): string {
  const path = /^~[/\\]/.test(typed) ? join(homedir(), typed.slice(2)) : typed;
  const whole = isAbsolute(path) ? resolve(path) : resolve(folder, path);
  if (/[/\\]$/.test(typed) || typed === '') return whole;
  return withEnding(whole);
}

/** No names where the folder can be neither made nor read: the other ways to a project are left. */
function namesIn(folder: string): string[] {
  try {
    mkdirSync(folder, { recursive: true });
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function placeOf(files: FileDesk, path: string): ProjectPlace[] {
  const stat = statOf(path);
  if (!stat?.isFile()) return [];
  const changedAt = stat.mtime.toISOString();
  return [{ token: files.grant(path), name: basename(path, ending), folder: dirname(path), changedAt }];
}

/** Undefined for what is not there and for what may not be looked at. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
