// The engine's one open project, with what is held beside it: the matrix columns and the import worker.
import { existsSync, realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ProjectChange } from '../../../shared/contract/project.ts';
import { Refused } from '../../../shared/refused.ts';
import { startReader, type Reader, type Worker } from '../import/reader.ts';
import { keepCorpus, type CorpusKeeper } from '../matrices/load-corpus.ts';
import { warmTables } from '../matrices/warm.ts';
import type { Changes } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';
import { setting } from '../text/settings.ts';
import { latestChange, otherProject, standOf } from './changed.ts';
import { dailyBackup } from './daily-backup.ts';
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
  /** Begins to make its tables ready, once. */
  readonly warm: () => void;
  readonly backUp: ReturnType<typeof dailyBackup>;
}

export function createSession(startWorker?: () => Worker): Session {
  let open: Held | null = null;
  let reader: Reader | null = null;
  /** Of the project that was open last. */
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
    daily = open.backUp();
    open.project.close();
    open = null;
    tell(otherProject);
  };
  const corpus = (): Moment['corpus'] => corpusOf(current());
  return {
    hold: (project) => {
      closeProject();
      const held = holding(project, (corpus) => open?.corpus === corpus);
      project.changes?.onChanged((rows) => {
        held.corpus.touched(rows);
        if (listeners.size > 0) tell(latestChange(project.db, rows));
      });
      open = held;
      tell(otherProject);
      // Whoever listens is a window; a command of the terminal is over before.
      if (listeners.size > 0) held.warm();
    },
    isOpen: () => open !== null,
    holds: (path, access) =>
      open !== null &&
      realPath(open.project.connection.path) === realPath(path) &&
      (access === 'read' || open.project.changes !== null),
    project: () => current().project,
    db: () => current().project.db,
    changes: () => {
      const { project, backUp } = current();
      if (!project.changes) throw new Refused('refused.held', { file: basename(project.connection.path) });
      void backUp();
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
    dailyBackup: () => open?.backUp() ?? daily,
    stand: () => (open ? standOf(open.project.db) : otherProject),
    onChanged: (listener) => {
      listeners.add(listener);
      open?.warm();
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

function holding(project: Project, isHeld: (corpus: CorpusKeeper) => boolean): Held {
  const { db, connection } = project;
  const corpus = keepCorpus(db);
  let isWarm = false;
  const warm = (): void => {
    if (isWarm) return;
    isWarm = true;
    warmTables({
      isOpen: () => isHeld(corpus),
      readOn: (most) => connection.snapshot(() => corpus.readOn(most)),
      current: () => connection.snapshot(() => corpus.current()),
    });
  };
  return { project, corpus, version: foreignVersion(db), warm, backUp: dailyBackup(project) };
}

function corpusOf(held: Held): Moment['corpus'] {
  const { project } = held;
  const version = foreignVersion(project.db);
  // Read access: another process has written since; its changes are told to nobody here.
  if (version !== held.version && project.changes === null) held.corpus = keepCorpus(project.db);
  held.version = version;
  return held.corpus.current();
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync.native(path) : resolve(path);
}

/** Differs from its last value after another process has committed. */
function foreignVersion(db: Readable): number {
  return db.value<number>('PRAGMA data_version') ?? 0;
}
