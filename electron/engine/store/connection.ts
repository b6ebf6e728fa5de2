// One SQLite connection: durable settings, cached statements, and reading. Writing goes through change.ts only.
import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { must } from '../../../shared/must.ts';
import { addFunctions } from './functions.ts';
import { APPLICATION_ID } from './header.ts';

export type SqlValue = string | number | null | Uint8Array;

/** Reading: queries that cannot write. */
export interface Readable {
  /** All rows as objects. */
  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[];
  /** The first row, or undefined. */
  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined;
  /** The first column of the first row, or undefined. */
  value<T extends SqlValue>(sql: string, ...values: readonly SqlValue[]): T | undefined;
  /** All rows as arrays: the cheapest form for many rows. */
  rows<Row extends readonly SqlValue[]>(sql: string, ...values: readonly SqlValue[]): Row[];
}

/** One open project file. `isStillThere` says whether the path still leads to the file that was opened. */
export interface Connection extends Readable {
  readonly path: string;
  readonly sqlite: Database.Database;
  /** For change.ts and migrations: runs a writing statement; returns the row id that it made. */
  write(sql: string, ...values: readonly SqlValue[]): number;
  isStillThere(): boolean;
  /** Differs once anybody, this connection too, has written to the file. */
  stamp(): string;
  /** Runs `work` on the project as of one moment, whatever another process commits meanwhile. */
  snapshot<T>(work: () => T): T;
  /** Lets go of what was read so far: the next reads see what is on the disk. */
  forget(): void;
  /** Writes a copy as of one commit to `path`, which must not exist; deleted text is not in the copy. */
  copyTo(path: string): void;
  close(): void;
}

/**
 * Opens `path`. 'write' asks for durable commits (rollback journal, so the project stays one file);
 * 'read' refuses every write but may still roll back what a dead process left half done.
 */
export function openConnection(path: string, access: 'create' | 'write' | 'read'): Connection {
  const sqlite = new Database(path, { fileMustExist: access !== 'create', timeout: 5000 });
  try {
    configure(sqlite, access);
    return connect(path, sqlite, access);
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** A copy of the whole project in memory, to be changed and thrown away; the file stays as it is. */
export function copyInMemory({ path, sqlite }: Connection): Connection {
  const copy = new Database(sqlite.serialize());
  addFunctions(copy);
  return connect(path, copy, 'write');
}

function configure(sqlite: Database.Database, access: 'create' | 'write' | 'read'): void {
  addFunctions(sqlite);
  if (access === 'create') sqlite.pragma(`application_id = ${APPLICATION_ID}`);
  if (access === 'read') {
    sqlite.pragma('query_only = ON');
    return;
  }
  sqlite.pragma('journal_mode = TRUNCATE');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('fullfsync = ON');
  sqlite.pragma('secure_delete = ON');
  sqlite.pragma('foreign_keys = ON');
}

function connect(path: string, sqlite: Database.Database, access: 'create' | 'write' | 'read'): Connection {
  const opened = statSync(path, { bigint: true });
  const statements = new Map<string, Database.Statement<SqlValue[]>>();
  const prepared = (sql: string): Database.Statement<SqlValue[]> => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = sqlite.prepare<SqlValue[]>(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const reading = (sql: string): Database.Statement<SqlValue[]> => {
    const statement = prepared(sql);
    if (!statement.readonly) throw new Error(`This query writes: ${sql}`);
    return statement;
  };
  return {
    path,
    sqlite,
    all: <Row>(sql: string, ...values: readonly SqlValue[]) =>
      reading(sql)
        .raw(false)
        .all(...values) as Row[],
    get: <Row>(sql: string, ...values: readonly SqlValue[]) =>
      reading(sql)
        .raw(false)
        .get(...values) as Row | undefined,
    value: <T extends SqlValue>(sql: string, ...values: readonly SqlValue[]) =>
      (
        reading(sql)
          .raw(true)
          .get(...values) as readonly [T] | undefined
      )?.[0],
    rows: <Row extends readonly SqlValue[]>(sql: string, ...values: readonly SqlValue[]) =>
      reading(sql)
        .raw(true)
        .all(...values) as Row[],
    write: (sql, ...values) => Number(must(prepared(sql), 'statement').run(...values).lastInsertRowid),
    isStillThere: () => {
      const now = statSync(path, { bigint: true, throwIfNoEntry: false });
      return now !== undefined && now.ino === opened.ino && now.dev === opened.dev;
    },
    stamp: () => {
      const { size, mtimeNs } = statSync(path, { bigint: true });
      return `${size} ${mtimeNs}`;
    },
    snapshot: (work) => {
      if (sqlite.inTransaction) return work();
      sqlite.exec('BEGIN');
      try {
        return work();
      } finally {
        // A failing disk may have ended the transaction by itself.
        if (sqlite.inTransaction) sqlite.exec('COMMIT');
      }
    },
    forget: () => {
      sqlite.pragma('shrink_memory');
    },
    copyTo: (target) => {
      // query_only would forbid even this write to another file.
      sqlite.pragma('query_only = OFF');
      try {
        sqlite.prepare('VACUUM INTO ?').run(target);
      } finally {
        if (access === 'read') sqlite.pragma('query_only = ON');
      }
    },
    close: () => {
      if (access !== 'read') leaveOneFile(sqlite);
      sqlite.close();
    },
  };
}

/** A clean close removes the journal. A reader in another process may hold it: then an empty journal stays, harmlessly. */
function leaveOneFile(sqlite: Database.Database): void {
  try {
    sqlite.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
  }
}
