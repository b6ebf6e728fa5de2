// Where the person is in the window: the place, the open source, the table and its cell, and what floats above.
import type { Input } from '../shared/contract/index.ts';
import type { ChosenCell } from './matrices/question.ts';
import type { ShownAs } from './matrices/shown-as.ts';
import { codesByCases } from '../shared/matrices/presets.ts';
import type { ReportInput } from '../shared/contract/reports.ts';
import type { ProjectInfo } from '../shared/contract/project.ts';
import type { PaneSide } from './settings.ts';
import { createStore, useStore } from './store.ts';

export const places = ['texts', 'codebook', 'cases', 'matrices', 'history', 'settings'] as const;
export type Place = (typeof places)[number];

/** A passage to show in a source. */
export interface Passage {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** The coding to choose, where the passage is one. */
  readonly coding: string | null;
}

/** A file on its way into the project, before its import is confirmed. */
export interface PendingFile {
  readonly token: string;
  readonly name: string;
}

export interface Notice {
  readonly text: string;
  readonly tone: 'plain' | 'bad';
  /** Until it is closed; a refusal stays in any case. */
  readonly stays?: boolean;
  /** Words and act of a first remedy, such as "Undo". */
  readonly act?: { readonly label: string; readonly run: () => void };
}

/** How lists stand: what is typed to filter them, what is folded in them, how they are grouped. */
export interface Lists {
  readonly 'codebook.typed': string;
  readonly 'codebook.folded': readonly string[];
  /** The codebook beside the text. */
  readonly 'codes.typed': string;
  readonly 'codes.folded': readonly string[];
  readonly 'sources.typed': string;
  readonly 'sources.folded': readonly string[];
  readonly 'sources.grouping': 'case' | 'phase';
}

export interface WindowState {
  readonly project: ProjectInfo | null;
  readonly place: Place;
  /** uid of the open source. */
  readonly source: string | null;
  /** To be shown (scrolled to, highlighted) once; the reading room takes it and sets null. */
  readonly goTo: Passage | null;
  /** Where "back" leads from a passage that a quote opened. */
  readonly cameFrom: { readonly place: Place } | null;
  /** uid of the chosen code in the codebook, of the chosen case. */
  readonly code: string | null;
  readonly case: string | null;
  readonly question: Input<'matrices.table'>;
  /** The report that stands in the place of a table. */
  readonly report: ReportInput | null;
  /** uid of the saved matrix that is open; its cells take notes. */
  readonly saved: string | null;
  /** The moment (ISO date and time) as of which tables are shown; null: as the project stands. */
  readonly asOf: string | null;
  /** How the question's answer is shown; a chart that it cannot be drawn as gives way to the table. */
  readonly drawn: ShownAs;
  /** By its headings. */
  readonly cell: ChosenCell | null;
  readonly lists: Lists;
  /** Files waiting in the import dialog; null: no dialog. */
  readonly importing: readonly PendingFile[] | null;
  /** 'about-source' is about the open source; the new things belong to their places. */
  readonly floating:
    | ('palette' | 'shortcuts' | 'export' | 'save')
    | ('about-source' | 'new-name' | 'new-code' | 'new-case' | 'link-types')
    | null;
  /** The pane that lies over the desk, where the window is too narrow for both. */
  readonly pane: PaneSide | null;
  readonly notice: Notice | null;
}

export const windowState = createStore<WindowState>({
  project: null,
  place: 'texts',
  source: null,
  goTo: null,
  cameFrom: null,
  code: null,
  case: null,
  question: codesByCases,
  report: null,
  saved: null,
  asOf: null,
  drawn: 'table',
  cell: null,
  lists: {
    'codebook.typed': '',
    'codebook.folded': [],
    'codes.typed': '',
    'codes.folded': [],
    'sources.typed': '',
    'sources.folded': [],
    'sources.grouping': 'case',
  },
  importing: null,
  floating: null,
  pane: null,
  notice: null,
});

/** Opens a source at a passage; `back` remembers the place that it was opened from. */
export function openPassage(passage: Passage): void {
  const { place } = windowState.get();
  windowState.set({
    place: 'texts',
    source: passage.source,
    goTo: passage,
    cameFrom: place === 'texts' ? windowState.get().cameFrom : { place },
  });
}

/** Goes back to the place that the passage was opened from. */
export function goBack(): void {
  const { cameFrom } = windowState.get();
  if (cameFrom) windowState.set({ place: cameFrom.place, cameFrom: null });
}

/** One thing of how a list stands, and the way to change it; a reload finds it again. */
export function useListState<K extends keyof Lists>(
  key: K,
): readonly [value: Lists[K], change: (value: Lists[K]) => void] {
  const value = useStore(windowState, (state) => state.lists[key]);
  return [value, (next) => windowState.set({ lists: { ...windowState.get().lists, [key]: next } })];
}

/** Says something in one sentence at the foot of the window. */
export function notify(notice: Notice): void {
  windowState.set({ notice });
}
