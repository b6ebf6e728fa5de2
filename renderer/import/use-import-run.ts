// The import itself: outcomes as they come, and the way to stop.
import { useRef, useState } from 'react';
import type { ImportOutcome } from '../../shared/contract/import.ts';
import { sayFailure } from '../acts.ts';
import { engine } from '../engine.ts';
import { importInput, type PlannedFile } from './import-plan.ts';

export interface ImportRun {
  /** Token → what became of the file. */
  readonly outcomes: ReadonlyMap<string, ImportOutcome>;
  /** Null when nothing runs. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** Stores the files; returns the outcomes when all are through, or what came before it was stopped. */
  readonly start: (files: readonly PlannedFile[]) => Promise<readonly ImportOutcome[]>;
  /** The file under way is still stored, so that nothing is stored that was not told; the others are not begun. */
  readonly stop: () => void;
}

export function useImportRun(): ImportRun {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, ImportOutcome>>(new Map());
  const [progress, setProgress] = useState<ImportRun['progress']>(null);
  const isStopped = useRef(false);
  const start = async (files: readonly PlannedFile[]): Promise<readonly ImportOutcome[]> => {
    isStopped.current = false;
    const came: ImportOutcome[] = [];
    setProgress({ done: 0, of: files.length });
    try {
      for (const file of files) {
        if (isStopped.current) break;
        for await (const outcome of engine.stream('import.files', importInput([file]))) {
          came.push(outcome);
          setOutcomes((known) => new Map(known).set(outcome.token, outcome));
        }
        setProgress({ done: came.length, of: files.length });
      }
    } catch (error) {
      sayFailure('import.files', error);
    }
    setProgress(null);
    return came;
  };
  const stop = (): void => {
    isStopped.current = true;
  };
  return { outcomes, progress, start, stop };
}
