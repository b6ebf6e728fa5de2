// Opening and creating a project file: its checks, its lock, and what is known of it.
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { ProjectInfo } from '../../../shared/contract/project.ts';
import { errorCode } from '../../../shared/error-code.ts';
import type { Framework } from '../../../shared/frameworks/frameworks.ts';
import { must } from '../../../shared/must.ts';
import { clean } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Language } from '../../../shared/words/say.ts';
import { addPhases } from '../cases/phases.ts';
import { addFramework } from '../coding/framework.ts';
import { addPlainTypes } from '../coding/relation-types.ts';
import { createChanges, type Changes } from '../store/change.ts';
import { openConnection, type Connection, type Readable } from '../store/connection.ts';
import { readHeader } from '../store/header.ts';
import { migrate, SCHEMA_VERSION, standInForLaterTables } from '../store/migrate.ts';
import { projectLanguage, setting } from '../text/settings.ts';
import { backUp } from './backup.ts';
import { hasJournal, settleJournal } from './journal.ts';
import { takeLock, type Lock } from './lock.ts';
import { storageRefusal } from './storage-refusal.ts';

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

/**
 * Makes the project file. It is built beside its place and put there whole, so a failure or a killed process leaves no
 * half project, and nothing is ever written over.
 */
export function createProject(request: NewProject): Project {
  const folder = dirname(request.path);
  if (!existsSync(folder)) throw new Refused('refused.no-folder', { folder });
  const path = join(realpathSync.native(folder), basename(request.path));
  const exists = (): Refused => new Refused('refused.file-exists', { file: basename(path) });
  return refusingStorage(path, () => {
    if (existsSync(path)) throw exists();
    const lock = lockOrRefuse(path);
    try {
      build(`${path}.part`, request);
      if (!putInPlace(`${path}.part`, path)) throw exists();
      return hold(openConnection(path, 'write'), lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}

function build(path: string, request: NewProject): void {
  rmSync(path, { force: true });
  const connection = openConnection(path, 'create');
  try {
    migrate(connection.sqlite);
    begin(
      createChanges(connection, () => {
        throw new Error('The new project was taken away');
      }),
      request,
    );
  } catch (error) {
    connection.close();
    rmSync(path, { force: true });
    throw error;
  }
  connection.close();
}

/** Moves a file to a place where there is none; false when there is one by now. */
function putInPlace(from: string, to: string): boolean {
  try {
    linkSync(from, to);
  } catch (error) {
    if (existsSync(to)) return false;
    // A disk without hard links: the lock keeps other writers of ours away.
    if (!(error instanceof Error)) throw error;
    renameSync(from, to);
    return true;
  } finally {
    rmSync(from, { force: true });
  }
  return true;
}

/**
 * 'write' refuses while another process holds the project, and brings an older one up to date after a verified backup;
 * 'read' never waits for the lock.
 */
export function openProject(given: string, access: 'read' | 'write'): Project {
  return refusingStorage(given, () => {
    checkFile(given);
    // By its one real path, so that a link to the project meets the same lock.
    const path = realpathSync.native(given);
    if (access === 'read') {
      settleUnlessHeld(path);
      return hold(openToRead(path), null);
    }
    const lock = lockOrRefuse(path);
    try {
      settleJournal(path);
      return hold(openToWrite(path), lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}

/** A living writer's journal is in use: then there is nothing to settle. */
function settleUnlessHeld(path: string): void {
  if (!hasJournal(path)) return;
  const lock = takeLock(path);
  if (!lock) return;
  try {
    settleJournal(path);
  } finally {
    lock.release();
  }
}

function openToRead(path: string): Connection {
  const connection = openConnection(path, 'read');
  try {
    standInForLaterTables(connection.sqlite);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function openToWrite(path: string): Connection {
  const connection = openConnection(path, 'write');
  try {
    const isOlder = must(connection.value<number>('PRAGMA user_version'), 'a version') < SCHEMA_VERSION;
    if (isOlder) {
      backUp(connection, null);
      migrate(connection.sqlite);
    }
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function refusingStorage<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storageRefusal(error, basename(path)) ?? error;
  }
}

/** What every door says of the open project. */
export function projectInfo(db: Readable, isReadOnly = false): ProjectInfo {
  const count = (table: string): number => must(db.value<number>(`SELECT count(*) FROM ${table}`), 'a count');
  return {
    uid: setting(db, 'uid'),
    name: setting(db, 'name'),
    file: must(db.get<{ file: string }>('PRAGMA database_list'), 'the main database').file,
    language: projectLanguage(db),
    framework: setting(db, 'framework') || null,
    coder: setting(db, 'coder'),
    isReadOnly,
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
  const header = stat.isFile() ? readable(path, () => readHeader(path)) : null;
  if (!header) throw new Refused('refused.not-a-project', { file });
  if (header.schema === 0) throw new Refused('refused.damaged', { file });
  if (header.schema > SCHEMA_VERSION) throw new Refused('refused.newer-project', { file });
}

/** What may not even be read is told as that, not as a file that cannot be written to. */
function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const isForbidden = ['EACCES', 'EPERM'].includes(errorCode(error));
    throw isForbidden ? new Refused('refused.unreadable', { file: basename(path) }) : error;
  }
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
    else addPlainTypes(db, language);
    db.tell({ name, framework: framework?.name[language] ?? '' });
  });
}
