// What is set in an import, for all files and for those chosen, and what that makes of each file.
import { useMemo, useRef, useState } from 'react';
import { useCall } from '../engine.ts';
import type { PendingFile } from '../window-state.ts';
import {
  keepUnchanged,
  planFiles,
  readingOf,
  type ForAll,
  type ForOne,
  type Knowledge,
  type PlannedFile,
} from './import-plan.ts';
import type { ImportRun } from './use-import-run.ts';
import { previewKey, usePreviews } from './use-previews.ts';

export interface Settings {
  readonly forAll: ForAll;
  readonly setForAll: (value: ForAll) => void;
  readonly planned: readonly PlannedFile[];
  /** The chosen files; without any, the first. */
  readonly shown: readonly PlannedFile[];
  readonly choose: (tokens: readonly string[]) => void;
  /** Sets something for each of the shown files alone. */
  readonly setEach: (change: (file: PlannedFile) => ForOne) => void;
  /** Something was set. */
  readonly isSettled: boolean;
}

const nothingSet: ForAll = {
  case: '',
  byName: false,
  phase: null,
  phaseByName: false,
  interviewers: '',
  encoding: null,
  pattern: null,
};

export function useSettings(files: readonly PendingFile[], run: ImportRun): Settings {
  const [forAll, setForAll] = useState<ForAll>(nothingSet);
  const [forOne, setForOne] = useState<ReadonlyMap<string, ForOne>>(new Map());
  const [chosen, choose] = useState<readonly string[]>([]);
  const planned = usePlan(files, forAll, forOne, run);
  const shown = shownOf(planned, chosen);
  return {
    forAll,
    setForAll,
    planned,
    shown,
    choose,
    setEach: (change) =>
      setForOne(new Map([...forOne, ...shown.map((file) => joined(file, forOne, change(file)))])),
    isSettled: forOne.size > 0 || Object.values(forAll).some(Boolean),
  };
}

function shownOf(planned: readonly PlannedFile[], chosen: readonly string[]): readonly PlannedFile[] {
  const wanted = new Set(chosen);
  const shown = planned.filter(({ token }) => wanted.has(token));
  return shown.length > 0 ? shown : planned.slice(0, 1);
}

/** What is set for this file with a change to it. */
function joined(
  { token }: PlannedFile,
  forOne: ReadonlyMap<string, ForOne>,
  { asks, ...rest }: ForOne,
): [string, ForOne] {
  const own = forOne.get(token) ?? {};
  return [token, { ...own, ...rest, asks: { ...own.asks, ...asks } }];
}

const noPhases: Knowledge['phases'] = [];

function usePlan(
  files: readonly PendingFile[],
  forAll: ForAll,
  forOne: ReadonlyMap<string, ForOne>,
  { outcomes }: ImportRun,
): readonly PlannedFile[] {
  const requests = useMemo(
    () => files.map((file) => ({ ...file, ...readingOf(forAll, forOne.get(file.token) ?? {}) })),
    [files, forAll, forOne],
  );
  const previews = usePreviews(requests);
  const phases = useCall('phases.list', {}).value?.phases ?? noPhases;
  const known = useCall('cases.list', {}).value?.cases;
  const cases = useMemo(() => known?.map(({ name }) => name) ?? [], [known]);
  const before = useRef<readonly PlannedFile[]>([]);
  return useMemo(() => {
    const planned = planFiles(files, {
      forAll,
      cases,
      phases,
      forOne,
      outcomes,
      previewOf: ({ token }, reading) => previews.get(previewKey({ token, ...reading })) ?? null,
    });
    before.current = keepUnchanged(before.current, planned);
    return before.current;
  }, [files, forAll, cases, phases, forOne, outcomes, previews]);
}
