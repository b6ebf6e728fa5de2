// The engine's one open project, with what is held beside it: the matrix columns and the import worker.
import { basename } from 'node:path';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { startReader, type Reader } from '../import/reader.ts';
import { keepCorpus, type CorpusKeeper } from '../matrices/load-corpus.ts';
import type { Changes } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';
import { setting } from '../text/settings.ts';
import { storageRefusal, type Project } from './open.ts';

export interface Session {
  hold(project: Project): void;
  project(): Project;
  db(): Readable;
  /** The door to writes; refuses when the project was opened for reading only. */
  changes(): Changes;
  /** Whose acts these are where no other coder is named. */
  coder(): string;
  corpus(): ReturnType<CorpusKeeper['current']>;
  reader(): Reader;
  storageRefusal(error: unknown): Refused | null;
  closeProject(): void;
  close(): Promise<void>;
}

export function createSession(): Session {
  let open: { readonly project: Project; readonly corpus: CorpusKeeper } | null = null;
  let reader: Reader | null = null;
  const current = () => must(open, 'an open project');
  const closeProject = (): void => {
    open?.project.close();
    open = null;
  };
  return {
    hold: (project) => {
      closeProject();
      const corpus = keepCorpus(project.db);
      project.changes?.onChanged((rows) => corpus.touched(rows));
      open = { project, corpus };
    },
    project: () => current().project,
    db: () => current().project.db,
    changes: () => {
      const { project } = current();
      if (!project.changes) throw new Refused('refused.held', { file: basename(project.connection.path) });
      return project.changes;
    },
    coder: () => setting(current().project.db, 'coder'),
    corpus: () => current().corpus.current(),
    reader: () => (reader ??= startReader()),
    storageRefusal: (error) => (open ? storageRefusal(error, basename(open.project.connection.path)) : null),
    closeProject,
    close: async () => {
      closeProject();
      reader?.close();
      reader = null;
    },
  };
}
