// Brings a project file to the current schema, one numbered step at a time, each in one transaction.
import Database from 'better-sqlite3';
import { first } from './migrations/001-first.ts';
import { tallies } from './migrations/002-tallies.ts';
import { links } from './migrations/003-links.ts';
import { matrices } from './migrations/004-matrices.ts';
import { drafts } from './migrations/005-drafts.ts';
import { versions } from './migrations/006-versions.ts';
import { cellCodes } from './migrations/007-cell-codes.ts';
import { questionCodes } from './migrations/008-question-codes.ts';
import { linkCodes } from './migrations/009-link-codes.ts';
import { pseudonyms } from './migrations/010-pseudonyms.ts';
import { evidenceTests } from './migrations/011-evidence-tests.ts';
import { labelPatterns } from './migrations/012-label-patterns.ts';
import { lastingNames } from './migrations/013-lasting-names.ts';
import { imports } from './migrations/014-imports.ts';
import { addFunctions } from './functions.ts';

/** SQL, or what SQL cannot say. Step n (counted from 1) leads to user_version n. A released step is never edited. */
const steps: readonly (string | ((sqlite: Database.Database) => void))[] = [
  first,
  tallies,
  links,
  matrices,
  drafts,
  versions,
  cellCodes,
  questionCodes,
  linkCodes,
  pseudonyms,
  evidenceTests,
  labelPatterns,
  lastingNames,
  imports,
];

/** The schema version that this program writes. */
export const SCHEMA_VERSION = steps.length;

/** The version from which on a project has tallies. */
export const TALLIES_SINCE = steps.indexOf(tallies) + 1;

/** Applies the steps that the file lacks, up to `version`. The caller has made a verified backup of an existing file first. */
export function migrate(sqlite: Database.Database, version = SCHEMA_VERSION): void {
  const done = Number(sqlite.pragma('user_version', { simple: true }));
  for (const [index, step] of steps.slice(0, version).entries()) {
    if (index < done) continue;
    sqlite.transaction(() => {
      if (typeof step === 'string') sqlite.exec(step);
      else step(sqlite);
      sqlite.pragma(`user_version = ${index + 1}`);
    })();
  }
}

/**
 * Lets an older project that is open for reading answer like a new one: the tables that it lacks stand empty beside the
 * file, for this connection alone. The file keeps every byte.
 */
export function standInForLaterTables(sqlite: Database.Database): void {
  const version = Number(sqlite.pragma('user_version', { simple: true }));
  if (version === SCHEMA_VERSION) return;
  const known = schemaOf(version);
  const isQueryOnly = sqlite.pragma('query_only', { simple: true });
  sqlite.pragma('query_only = OFF');
  for (const [name, definition] of schemaOf(SCHEMA_VERSION)) {
    const [, columns] = /^table \S+ CREATE TABLE (.+)$/su.exec(definition) ?? [];
    if (columns !== undefined && !known.has(name)) sqlite.exec(`CREATE TEMP TABLE ${columns}`);
  }
  sqlite.pragma(`query_only = ${String(isQueryOnly)}`);
}

/** What the tables and indexes of a project of this version are: name → its definition. */
export function schemaOf(version: number): ReadonlyMap<string, string> {
  const sqlite = new Database(':memory:');
  try {
    addFunctions(sqlite);
    migrate(sqlite, version);
    return new Map(sqlite.prepare<[], [string, string]>(SCHEMA_SQL).raw().all());
  } finally {
    sqlite.close();
  }
}

/** Of everything in the schema: its name, and all else that is said of it. */
export const SCHEMA_SQL = `SELECT name, type || ' ' || tbl_name || ' ' || ifnull(sql, '') FROM sqlite_schema`;
