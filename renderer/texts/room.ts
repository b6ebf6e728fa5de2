// What the reading room remembers while a person works in it: selection, chosen coding, what floats, codes used lately.
import type { SourceCoding } from '../../shared/contract/reading.ts';
import type { Span } from '../../shared/text/lines.ts';
import { sectionAt } from '../../shared/text/sections.ts';
import { createStore } from '../store.ts';
import type { OpenSource } from './open-source.ts';
import type { Held, Page } from './page.ts';

/** Codings at the caret, in its paragraph, or in the whole text. */
export type Scope = 'caret' | 'paragraph' | 'text';

/** A coding as one end of a link that is being made; it may stand in another text. */
export interface LinkedCoding {
  readonly id: string;
  /** uid of its code. */
  readonly code: string;
}

export interface Room {
  /** The section that is shown of a long source; 0 is the first, or the whole. */
  readonly section: number;
  /** The selection in the open source, or the caret where start is end; kept while the focus is elsewhere. */
  readonly selection: Span | null;
  /** id of the chosen coding. */
  readonly chosen: string | null;
  /** ids of the codings that are ticked in the open source: acts on codings go to all of them, and to those elsewhere. */
  readonly ticked: readonly string[];
  /** The codings that are ticked in other sources; they are kept until the person lets them go. */
  readonly elsewhere: readonly { readonly id: string; readonly source: string }[];
  /** The picker: for coding, or for giving codings (their ids) another code. */
  readonly picker: { readonly change: readonly string[] | null } | null;
  /** The coding that is to be linked, and the one it is to be linked with as soon as that is chosen. */
  readonly link: { readonly from: LinkedCoding; readonly to: LinkedCoding | null } | null;
  /** A coding that waits for another one, which is looked for in the texts; it outlasts the change to another text. */
  readonly linking: LinkedCoding | null;
  /** uid of the code whose definition is shown. */
  readonly definition: string | null;
  /** Which codings the list beside the text holds. */
  readonly scope: Scope;
  /** Told to a screen reader; `n` tells the same words said twice apart. */
  readonly said: { readonly text: string; readonly n: number };
  readonly finding: boolean;
  /** Found passages and the place of the current one. */
  readonly hits: readonly Span[];
  readonly hit: number;
  /** Shown for a moment after a jump. */
  readonly flash: Span | null;
  /** Codings on their way to the engine, already painted. */
  readonly pending: readonly SourceCoding[];
  /** uids of the codes under the keys 1 to 9; a code keeps its key until another needs it. */
  readonly slots: readonly string[];
  /** uids of the codes used, the latest first. */
  readonly used: readonly string[];
}

const atRest = {
  section: 0,
  selection: null,
  chosen: null,
  ticked: [],
  picker: null,
  link: null,
  definition: null,
  finding: false,
  hits: [],
  hit: -1,
  flash: null,
  pending: [],
} as const;

export const room = createStore<Room>({
  ...atRest,
  elsewhere: [],
  linking: null,
  scope: 'caret',
  said: { text: '', n: 0 },
  slots: [],
  used: [],
});

/** For another source: nothing selected, chosen or open; what is ticked in this one stays so. */
export function leaveSource(source: string | null): void {
  const { ticked, elsewhere } = room.get();
  const left = source === null ? [] : ticked.map((id) => ({ id, source }));
  room.set({ ...atRest, elsewhere: [...elsewhere, ...left] });
  desk.held = null;
}

/** What was ticked in this source before is ticked again. */
export function enterSource(source: string | null): void {
  const there = Map.groupBy(room.get().elsewhere, (each) => each.source === source);
  room.set({
    ticked: (there.get(true) ?? []).map(({ id }) => id),
    elsewhere: there.get(false) ?? [],
  });
}

/** ids of all ticked codings, those of the open source first. */
export function allTicked({ ticked, elsewhere }: Pick<Room, 'ticked' | 'elsewhere'>): readonly string[] {
  return elsewhere.length === 0 ? ticked : [...ticked, ...elsewhere.map(({ id }) => id)];
}

/** For another project: nothing ticked and no link begun. */
export function leaveProject(): void {
  room.set({ ticked: [], elsewhere: [], linking: null });
}

interface Desk {
  /** Where positions of the text and places on screen meet, while it is read. */
  page: Page | null;
  /** The source as it is shown. */
  open: OpenSource | null;
  /** The page while it is typed in. */
  edited: Page | null;
  /** What the next page is to hold in its place: where reading becomes editing, and back. */
  held: Held | null;
}

/** What lies open. */
export const desk: Desk = { page: null, open: null, edited: null, held: null };

/** Puts a new page where the one before it stood, if that is known. */
export function holdPlace(page: Page): void {
  const { held } = desk;
  desk.held = null;
  if (held && page.holds(held.position)) page.hold(held);
}

/** Calls `work` with the page as soon as it shows this position: at once, or after its section was opened. */
export function withPageAt(position: number, work: (page: Page) => void): void {
  const { page, open } = desk;
  if (page?.holds(position)) return work(page);
  if (!open) return;
  room.set({ section: sectionAt(open.sections, open.lineStarts, position) });
  // The section is drawn, and measured, in the next frame.
  requestAnimationFrame(() => {
    if (desk.page?.holds(position)) work(desk.page);
  });
}

/** Says something to a screen reader. */
export function tellAloud(text: string): void {
  room.set({ said: { text, n: room.get().said.n + 1 } });
}
