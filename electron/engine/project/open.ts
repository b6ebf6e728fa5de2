// Opening and creating a project file: its checks, its lock, and what is known of it.
import { randomUUID } from 'node:crypto';
import { existsSync, statSync, unlinkSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { ProjectInfo } from '../../../shared/contract/project.ts';
import type { Framework } from '../../../shared/frameworks/frameworks.ts';
import { must } from '../../../shared/must.ts';
import { clean } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Language } from '../../../shared/words/say.ts';
import { addPhases } from '../cases/phases.ts';
import { addFramework } from '../coding/framework.ts';
import { createChanges, type Changes } from '../store/change.ts';
import { openConnection, type Connection, type Readable } from '../store/connection.ts';
import { readHeader } from '../store/header.ts';
import { migrate, SCHEMA_VERSION } from '../store/migrate.ts';
import { projectLanguage, setting } from '../text/settings.ts';
import { takeLock, type Lock } from './lock.ts';

export interface Project {
  readonly db: Readable;
  readonly connection: Connection;
  /** Null while another process holds the project: reading only. */
  readonly changes: Changes | null;
  close(): void;
}

export interface NewProject {
  readonly path: string;
  readonly name: string;
  readonly language: Language;
  readonly framework: Framework | null;
  readonly coder: string;
}

/** Makes the project file; a failure leaves no file behind. Refuses to write over anything. */
export function createProject(request: NewProject): Project {
  const { path } = request;
  if (existsSync(path)) throw new Refused('refused.file-exists', { file: basename(path) });
  if (!existsSync(dirname(path))) throw new Refused('refused.no-folder', { folder: dirname(path) });
  const lock = lockOrRefuse(path);
  let connection: Connection | undefined;
  try {
    connection = openConnection(path, 'create');
    migrate(connection.sqlite);
    const project = hold(connection, lock);
    begin(must(project.changes, 'a new project is writable'), request);
    return project;
  } catch (error) {
    connection?.close();
    if (existsSync(path)) unlinkSync(path);
    lock.release();
    throw error;
  }
}

/** 'write' refuses while another process holds the project; 'read' never waits for the lock. */
export function openProject(path: string, access: 'read' | 'write'): Project {
  checkFile(path);
  if (access === 'read') return hold(openConnection(path, 'read'), null);
  const lock = lockOrRefuse(path);
  try {
    return hold(openConnection(path, 'write'), lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

export function projectInfo(db: Readable): ProjectInfo {
  const count = (table: string): number => must(db.value<number>(`SELECT count(*) FROM ${table}`), 'a count');
  return {
    uid: setting(db, 'uid'),
    name: setting(db, 'name'),
    file: must(db.get<{ file: string }>('PRAGMA database_list'), 'the main database').file,
    language: projectLanguage(db),
    framework: setting(db, 'framework') || null,
    coder: setting(db, 'coder'),
    counts: {
      sources: count('sources'),
      cases: count('cases'),
      codes: count('codes'),
      codings: count('codings'),
    },
  };
}

function checkFile(path: string): void {
  const file = basename(path);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Refused('refused.no-file', { file });
  const header = stat.isFile() ? readHeader(path) : null;
  if (!header) throw new Refused('refused.not-a-project', { file });
  if (header.schema > SCHEMA_VERSION) throw new Refused('refused.newer-project', { file });
}

function lockOrRefuse(path: string): Lock {
  const lock = takeLock(path);
  if (!lock) throw new Refused('refused.held', { file: basename(path) });
  return lock;
}

function hold(connection: Connection, lock: Lock | null): Project {
  return {
    db: connection,
    connection,
    changes: lock ? createChanges(connection, () => rescue(connection)) : null,
    close: () => {
      if (!connection.sqlite.open) return;
      connection.close();
      lock?.release();
    },
  };
}

/** The file was replaced or deleted while open: our state goes beside it and the person is told. */
function rescue(connection: Connection): never {
  const { path } = connection;
  const stem = basename(path, extname(path));
  let copy = join(dirname(path), `${stem} (recovered)${extname(path)}`);
  for (let n = 2; existsSync(copy); n++)
    copy = join(dirname(path), `${stem} (recovered ${n})${extname(path)}`);
  connection.copyTo(copy);
  throw new Refused('refused.replaced', { file: basename(path), copy: basename(copy) });
}

/** The beginning is an act of the history, but no undo leads behind it. */
function begin(changes: Changes, { name, language, framework, coder }: NewProject): void {
  changes.change({ name: 'project.create', coder, final: true }, (db) => {
    const settings = { uid: randomUUID(), name, language, framework: framework?.id ?? '', coder };
    for (const [key, value] of Object.entries(settings)) db.insert('settings', { key, value });
    db.insert('coders', { uid: randomUUID(), name: clean(coder) });
    addPhases(db, language);
    if (framework) addFramework(db, framework, language);
    db.tell({ name, framework: framework?.name[language] ?? '' });
  });
}

/** True when `error` says that the disk or the file refused a write; with the sentence that fits. */
export function storageRefusal(error: unknown, file: string): Refused | null {
  if (!(error instanceof Database.SqliteError)) return null;
  if (error.code === 'SQLITE_FULL') return new Refused('refused.disk-full', { file });
  if (error.code.startsWith('SQLITE_READONLY')) return new Refused('refused.read-only', { file });
  if (error.code.startsWith('SQLITE_BUSY')) return new Refused('refused.held', { file });
  if (error.code.startsWith('SQLITE_IOERR') || error.code === 'SQLITE_CANTOPEN') {
    return new Refused('refused.disk', { file });
  }
  if (error.code === 'SQLITE_CORRUPT' || error.code === 'SQLITE_NOTADB') {
    return new Refused('refused.damaged', { file });
  }
  return null;
}
