// The open project: making, opening and closing it; a reload finds it again, and the place in it.
import { useEffect, useState } from 'react';
import type { Input } from '../shared/contract/index.ts';
import type { ProjectInfo } from '../shared/contract/project.ts';
import { Refused } from '../shared/refused.ts';
import { act } from './acts.ts';
import { engine, useCall } from './engine.ts';
import { tellDrafts } from './find-drafts.ts';
import { settings } from './settings.ts';
import { tableState, type TableState } from './matrices/table-state.ts';
import { createStore } from './store.ts';
import { notify, windowState, type WindowState } from './window-state.ts';
import { words } from './words.ts';

export type NewProject = Omit<Input<'project.create'>, 'file'>;

/** Opens the project behind a token. Throws Refused. */
export async function openProject(file: string, access: 'read' | 'write' = 'write'): Promise<void> {
  show(await engine.call('project.open', { file, access }));
}

/** Makes a project in the folder of projects, in a file of its name. Throws Refused, where the name is taken too. */
export async function createProject(project: NewProject): Promise<void> {
  const granted = await engine.call('host.grant', { path: fileNameFor(project.name) });
  if (granted.exists) throw new Refused('refused.file-exists', { file: granted.name });
  settings.set({ coder: project.coder });
  show(await engine.call('project.create', { file: granted.token, ...project }));
}

/** Makes the sample project under a free name in the folder of projects. Throws Refused. */
export async function createSample(): Promise<void> {
  const { say, language } = words();
  const file = await freeFile(say('sample.name'));
  const project = await engine.call('project.sample', { file, language, coder: coderName() });
  show(project);
  sampleNote.set({ project: project.uid });
}

/** uid of the sample whose note that all is invented stands on the screen. */
export const sampleNote = createStore<{ readonly project: string | null }>({ project: null });

export function closeProject(): void {
  void act('project.close', {}).then(() => show(null));
}

/** The name that a coder without one goes by. */
export function coderName(): string {
  return settings.get().coder.trim() || words().say('start.coder-default');
}

/** Keeps the window on the project that the engine has open; false until it is known which that is. */
export function useOpenProject(): boolean {
  const { value, loading } = useCall('project.current', {});
  const [isKnown, setKnown] = useState(false);
  useEffect(() => {
    // While a newer answer is on its way, this one may be of before the project was made or closed.
    if (loading) return;
    if (value !== undefined) show(value);
    setKnown(true);
  }, [value, loading]);
  return isKnown;
}

async function freeFile(name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const granted = await engine.call('host.grant', { path: n === 1 ? name : `${name} ${n}` });
    if (!granted.exists) return granted.token;
  }
}

/** The name without the characters that some system does not take in a file's name. */
function fileNameFor(name: string): string {
  const bare = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/^[\s.~]+|[\s.]+$/g, '');
  return `${bare || words().say('start.new')}.crosscase`;
}

/** What the window is like when a project opens for the first time. */
const beginning = windowState.get();

function show(project: ProjectInfo | null): void {
  if (project !== null && windowState.get().project?.uid === project.uid) {
    windowState.set({ project });
    return;
  }
  const { notice } = windowState.get();
  windowState.set({ ...beginning, ...(project ? recall(project.uid) : {}), project, notice });
  if (project !== null) void tellDrafts().then(tellCopies);
}

/** A sync folder may have left work on this project in files beside it. */
async function tellCopies(): Promise<void> {
  const files = (await act('project.copies', {}))?.copies ?? [];
  if (files.length > 0) notify({ tone: 'bad', text: words().say('project.copies', { files }) });
}

type Where = Pick<
  WindowState,
  'place' | 'source' | 'code' | 'case' | 'question' | 'report' | 'saved' | 'asOf' | 'drawn' | 'cell' | 'lists'
>;
type Tables = Pick<TableState, 'sort'> & Readonly<Record<'turnedRows' | 'turnedColumns', readonly string[]>>;

interface Kept {
  readonly project: string;
  readonly where: Where;
  readonly tables: Tables;
}

/** In the tab's own memory, which a reload keeps and a new launch does not find. */
const whereKey = 'crosscase-where';

windowState.subscribe(keep);
tableState.subscribe(keep);

function keep(): void {
  const { project, place, source, code, case: chosenCase, cell, lists } = windowState.get();
  const { question, report, saved, asOf, drawn } = windowState.get();
  if (!project) return;
  const { sort, turnedRows, turnedColumns } = tableState.get();
  const kept: Kept = {
    project: project.uid,
    where: { place, source, code, case: chosenCase, question, report, saved, asOf, drawn, cell, lists },
    tables: { sort, turnedRows: [...turnedRows], turnedColumns: [...turnedColumns] },
  };
  sessionStorage.setItem(whereKey, JSON.stringify(kept));
}

function recall(project: string): Partial<Where> {
  const kept = sessionStorage.getItem(whereKey);
  if (kept === null) return {};
  const { project: of, where, tables } = JSON.parse(kept) as Kept;
  if (of !== project) return {};
  const { sort, turnedRows, turnedColumns } = tables;
  tableState.set({ sort, turnedRows: new Set(turnedRows), turnedColumns: new Set(turnedColumns) });
  return where;
}
