// What the reading room remembers while a person works in it: selection, chosen coding, what floats, codes used lately.
import type { SourceCoding } from '../../shared/contract/reading.ts';
import type { Span } from '../../shared/text/lines.ts';
import { sectionAt } from '../../shared/text/sections.ts';
import { createStore } from '../store.ts';
import type { OpenSource } from './open-source.ts';
import type { Page } from './page.ts';

export interface Room {
  /** The section that is shown of a long source; 0 is the first, or the whole. */
  readonly section: number;
  /** The selection in the open source, or the caret where start is end; kept while the focus is elsewhere. */
  readonly selection: Span | null;
  /** id of the chosen coding. */
  readonly chosen: string | null;
  /** The picker: for coding, or for giving a coding (its id) another code. */
  readonly picker: { readonly change: string | null } | null;
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
  picker: null,
  finding: false,
  hits: [],
  hit: -1,
  flash: null,
  pending: [],
} as const;

export const room = createStore<Room>({ ...atRest, slots: [], used: [] });

/** For another source: nothing selected, chosen or open. */
export function resetRoom(): void {
  room.set(atRest);
}

/** What lies open: the source as it is shown, and its page, where positions of the text and places on screen meet. */
export const desk: { page: Page | null; open: OpenSource | null } = { page: null, open: null };

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

const keys = 9;

/** Remembers that a code was used: it gets a key, at need that of the code not used for the longest time. */
export function noteUse(code: string): void {
  const { slots, used } = room.get();
  const latest = [code, ...used.filter((each) => each !== code)];
  room.set({ used: latest, slots: slotsWith(slots, latest) });
}

function slotsWith(slots: readonly string[], latest: readonly string[]): readonly string[] {
  const [code] = latest;
  if (code === undefined || slots.includes(code)) return slots;
  if (slots.length < keys) return [...slots, code];
  const oldest = latest.findLast((each) => slots.includes(each));
  return slots.map((each) => (each === oldest ? code : each));
}
