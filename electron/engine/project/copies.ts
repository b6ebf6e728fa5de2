// Copies of the project beside it in which somebody went on working: what a sync folder leaves when two computers met.
import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import Database from 'better-sqlite3';
import { errorCode } from '../../../shared/error-code.ts';
import type { SqlValue, Connection, Readable } from '../store/connection.ts';
import { readHeader } from '../store/header.ts';
import { setting } from '../text/settings.ts';

type ActRow = readonly [id: number, at: string, coder: string, name: string, values: string];

const LATEST_ACT = 'SELECT id, at, coder, name, "values" FROM acts ORDER BY id DESC LIMIT 1';
/** An act that has grown since the copy was made holds all of what it was then. */
const SAME_ACT = `SELECT 1 FROM acts, (SELECT ? AS id, ? AS at, ? AS coder, ? AS name, ? AS "values") AS theirs
  WHERE acts.id = theirs.id AND acts.at = theirs.at AND acts.coder = theirs.coder AND acts.name = theirs.name
  AND json_remove(acts."values", '$.more') = json_remove(theirs."values", '$.more')
  AND ifnull(acts."values" ->> 'more', 0) >= ifnull(theirs."values" ->> 'more', 0)`;

/**
 * File names of the copies beside the project, in the order of their names, that have acts which it has not. Nothing is
 * taken from them and they stay as they are; an older copy, all of which is in the project, is none.
 */
export function copiesWithOwnActs(project: Connection): string[] {
  const { path } = project;
  return namesIn(dirname(path))
    .filter((name) => name !== basename(path) && extname(name) === extname(path))
    .filter((name) => hasOwnActs(join(dirname(path), name), project))
    .toSorted();
}

/** None where the folder may be entered but not be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) !== '') return [];
    throw error;
  }
}

function hasOwnActs(path: string, project: Readable): boolean {
  try {
    if (readHeader(path) === null) return false;
    const copy = new Database(path, { readonly: true, timeout: 100 });
    try {
      const uid = copy.prepare<[], string>(`SELECT value FROM settings WHERE key = 'uid'`).pluck().get();
      if (uid !== setting(project, 'uid')) return false;
      const latest = copy.prepare<[], ActRow & SqlValue[]>(LATEST_ACT).raw().get();
      return latest !== undefined && project.value(SAME_ACT, ...latest) === undefined;
    } finally {
      copy.close();
    }
  } catch (error) {
    // A damaged, locked or forbidden file beside the project must not keep it from being opened.
    if (errorCode(error) !== '') return false;
    throw error;
  }
}
