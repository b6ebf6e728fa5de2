// The import itself: one call for all files, outcomes as they come, and the way to stop.
import { useRef, useState } from 'react';
import { sayFailure } from '../acts.ts';
import { engine } from '../engine.ts';
import { importInput, type Fate, type PlannedFile } from './import-plan.ts';

export interface ImportRun {
  /** Token → what became of the file. */
  readonly outcomes: ReadonlyMap<string, Fate>;
  /** Null when nothing runs. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** Stores the files; returns what became of them, in their order; files that were not begun are left out. */
  readonly start: (files: readonly PlannedFile[]) => Promise<readonly Fate[]>;
  /** The other files are not begun; what was stored meanwhile is told. */
  readonly stop: () => void;
}

/** Milliseconds between two pictures of the progress: a long list is not drawn for each small file. */
const shortest = 150;

export function useImportRun(): ImportRun {
  const [outcomes, setOutcomes] = useState<ImportRun['outcomes']>(new Map());
  const [progress, setProgress] = useState<ImportRun['progress']>(null);
  const stopping = useRef<AbortController | null>(null);
  const start = async (files: readonly PlannedFile[]): Promise<readonly Fate[]> => {
    const { signal } = (stopping.current = new AbortController());
    const told = new Map<string, Fate>();
    const show = (): void => {
      setOutcomes((known) => new Map([...known, ...told]));
      setProgress({ done: told.size, of: files.length });
    };
    show();
    let shown = performance.now();
    const before = await sourcesByUid();
    try {
      for await (const outcome of engine.stream('import.files', importInput(files), signal)) {
        told.set(outcome.token, outcome);
        if (performance.now() - shown < shortest) continue;
        show();
        shown = performance.now();
      }
    } catch (error) {
      if (!signal.aborted) sayFailure('import.files', error);
      for (const [token, uid] of await storedUntold(files, told, before))
        told.set(token, { outcome: 'imported', uid });
    }
    show();
    setProgress(null);
    return [...told.values()];
  };
  return { outcomes, progress, start, stop: () => stopping.current?.abort() };
}

/** uid → the name of the file that the source came from. */
async function sourcesByUid(): Promise<ReadonlyMap<string, string>> {
  const { sources } = await engine.call('sources.list', {});
  return new Map(sources.map(({ uid, fileName }) => [uid, fileName]));
}

/** Files that were stored before a stop or a lost connection reached the engine, and whose outcome did not reach us. */
async function storedUntold(
  files: readonly PlannedFile[],
  told: ReadonlyMap<string, Fate>,
  before: ReadonlyMap<string, string>,
): Promise<readonly (readonly [token: string, uid: string])[]> {
  const uids = new Set([...told.values()].map((fate) => (fate.outcome === 'imported' ? fate.uid : null)));
  const left = [...(await sourcesByUid())].filter(([uid]) => !before.has(uid) && !uids.has(uid));
  return files.flatMap(({ token, name }) => {
    const place = told.has(token) ? -1 : left.findIndex(([, fileName]) => fileName === name);
    const [found] = place < 0 ? [] : left.splice(place, 1);
    return found ? [[token, found[0]] as const] : [];
  });
}
