// The engine's one open project, with what is held beside it: the matrix columns and the import worker.
import { existsSync, realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ProjectChange } from '../../../shared/contract/project.ts';
import { Refused } from '../../../shared/refused.ts';
import { startReader, type Reader, type Worker } from '../import/reader.ts';
import { keepCorpus, type CorpusKeeper } from '../matrices/load-corpus.ts';
import { warmTables } from '../matrices/warm.ts';
import type { Changes } from '../store/change.ts';
import type { Connection, Readable } from '../store/connection.ts';
import { setting } from '../text/settings.ts';
import { backUpDaily } from './backup.ts';
import { latestChange, otherProject, standOf } from './changed.ts';
import type { Project } from './open.ts';
import { keepPast, type Moment } from './past.ts';
import { storageRefusal } from './storage-refusal.ts';

export interface Session {
  hold(project: Project): void;
  /** False: `project` and `db` refuse. */
  isOpen(): boolean;
  /** True when this very file is open, for writing where that is asked. */
  holds(path: string, access: 'read' | 'write'): boolean;
  project(): Project;
  db(): Readable;
  /** The door to writes; refuses when the project was opened for reading only. */
  changes(): Changes;
  /** Whose acts these are where no other coder is named. */
  coder(): string;
  corpus(): ReturnType<CorpusKeeper['current']>;
  /** The project and its columns as they stood at a moment (ISO date and time), or as they stand; only to be read. */
  moment(at: string | null): Moment;
  reader(): Reader;
  storageRefusal(error: unknown): Refused | null;
  /** Resolves when today's own backup is made, or none is due; with the reason where it was refused. */
  dailyBackup(): Promise<Refused | null>;
  /** Where the project stands, and the way to hear of every change from here on, and the way to stop. */
  stand(): ProjectChange;
  onChanged(listener: (change: ProjectChange) => void): () => void;
  /** Tells the listeners of a change that is no act. */
  announce(tables: readonly string[]): void;
  closeProject(): void;
  close(): Promise<void>;
}

interface Held {
  readonly project: Project;
  corpus: CorpusKeeper;
  version: number;
  /** Whether its tables are being made ready. */
  isWarmed: boolean;
}

export function createSession(startWorker?: () => Worker): Session {
  let open: Held | null = null;
  let reader: Reader | null = null;
  let daily: Promise<Refused | null> = Promise.resolve(null);
  const past = keepPast();
  const listeners = new Set<(change: ProjectChange) => void>();
  const tell = (change: ProjectChange): void => {
    for (const listener of listeners) listener(change);
  };
  const current = () => {
    if (open) return open;
    throw new Refused('refused.no-project');
  };
  const closeProject = (): void => {
    past.forget();
    if (!open) return;
    open.project.close();
    open = null;
    tell(otherProject);
  };
  /** Where a window listens; a command of the terminal is over before. */
  const warm = (): void => {
    if (!open || open.isWarmed || listeners.size === 0) return;
    const { project, corpus } = open;
    open.isWarmed = true;
    warmTables({
      isOpen: () => open?.corpus === corpus,
      readOn: (most) => project.connection.snapshot(() => corpus.readOn(most)),
      current: () => project.connection.snapshot(() => corpus.current()),
    });
  };
  const corpus = (): Moment['corpus'] => {
    const held = current();
    const version = foreignVersion(held.project.db);
    // Read access: another process has written since; its changes are told to nobody here.
    if (version !== held.version && held.project.changes === null) held.corpus = keepCorpus(held.project.db);
    held.version = version;
    return held.corpus.current();
  };
  return {
    hold: (project) => {
      closeProject();
      const keeper = keepCorpus(project.db);
      project.changes?.onChanged((rows) => {
        keeper.touched(rows);
        if (listeners.size > 0) tell(latestChange(project.db, rows));
      });
      open = { project, corpus: keeper, version: foreignVersion(project.db), isWarmed: false };
      tell(otherProject);
      warm();
      if (project.changes) daily = startDailyBackup(project.connection);
    },
    isOpen: () => open !== null,
    holds: (path, access) =>
      open !== null &&
      realPath(open.project.connection.path) === realPath(path) &&
      (access === 'read' || open.project.changes !== null),
    project: () => current().project,
    db: () => current().project.db,
    changes: () => {
      const { project } = current();
      if (!project.changes) throw new Refused('refused.held', { file: basename(project.connection.path) });
      return project.changes;
    },
    coder: () => setting(current().project.db, 'coder'),
    corpus,
    moment: (at) => {
      const { project } = current();
      return at === null ? { db: project.db, corpus: corpus() } : past.moment(project.connection, at);
    },
    reader: () => (reader ??= startReader({}, startWorker)),
    storageRefusal: (error) => (open ? storageRefusal(error, basename(open.project.connection.path)) : null),
    dailyBackup: () => daily,
    stand: () => (open ? standOf(open.project.db) : otherProject),
    onChanged: (listener) => {
      listeners.add(listener);
      warm();
      return () => listeners.delete(listener);
    },
    announce: (tables) => {
      if (open) tell({ ...standOf(open.project.db), tables });
    },
    closeProject,
    close: async () => {
      closeProject();
      reader?.close();
      reader = null;
      await daily;
    },
  };
}

function startDailyBackup(connection: Connection): Promise<Refused | null> {
  const made = makeDailyBackup(connection);
  // Whoever asks for it, or closes the session, meets the error.
  made.catch(() => undefined);
  return made;
}

async function makeDailyBackup(connection: Connection): Promise<Refused | null> {
  try {
    await backUpDaily(connection);
    return null;
  } catch (error) {
    const refused = error instanceof Refused ? error : storageRefusal(error, basename(connection.path));
    if (refused) return refused;
    throw error;
  }
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync.native(path) : resolve(path);
}

/** Differs from its last value after another process has committed. */
function foreignVersion(db: Readable): number {
  return db.value<number>('PRAGMA data_version') ?? 0;
}
