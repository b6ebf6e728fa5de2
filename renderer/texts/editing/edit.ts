// The edit that is under way in this window: what was typed, how it is kept, and how it becomes the text.
import type { EditPreview } from '../../../shared/contract/editing.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Span } from '../../../shared/text/lines.ts';
import { sectionAt, sectionLines } from '../../../shared/text/sections.ts';
import { moveThrough, moveWords, placeBefore, type Splice } from '../../../shared/text/splices.ts';
import { startTyping, stepped, typed, typedAll, type Typing } from '../../../shared/text/typing.ts';
import { withClauses } from '../../../shared/words/acts.ts';
import { act, sayFailure, undoLatest } from '../../acts.ts';
import { engine } from '../../engine.ts';
import { createStore } from '../../store.ts';
import { notify, windowState } from '../../window-state.ts';
import { words } from '../../words.ts';
import type { OpenSource } from '../open-source.ts';
import { caretInEdit } from './caret-in-edit.ts';
import { desk, room } from '../room.ts';

export interface Edit {
  /** uid of the source. */
  readonly source: string;
  /** id of the draft that keeps it. */
  readonly draft: string;
  /** Hash of the text that it began with. */
  readonly base: string;
  readonly typing: Typing;
  /** Units of the text before and behind the section that is shown. */
  readonly before: number;
  readonly behind: number;
  /** The caret where the edit began, and where a step led to. */
  readonly caret: Span | null;
  /** Hash of the text that was stored of it, until the window has read that. */
  readonly stored: string | null;
}

/** What is to become of the text, besides what is typed. */
export type Proposal = Exclude<Input<'sources.edit'>['change'], { readonly kind: 'speaker' }>;

export interface Proposed {
  readonly source: string;
  readonly base: string;
  readonly change: Proposal;
  readonly preview: EditPreview;
}

interface Editing {
  readonly edit: Edit | null;
  /** What was typed is on its way to be the text: until the answer is there, no more can be typed. */
  readonly finishing: boolean;
  /** Waits for the person's choices about codings. */
  readonly proposed: Proposed | null;
  readonly replacing: boolean;
  readonly panel: 'versions' | 'file' | 'speaker' | 'meanwhile' | null;
}

const none: Editing = { edit: null, finishing: false, proposed: null, replacing: false, panel: null };

export const editing = createStore<Editing>(none);

// Where the project is closed, its draft waits in it to be offered again.
let project = windowState.get().project?.uid;
windowState.subscribe(() => {
  const now = windowState.get().project?.uid;
  if (now === project) return;
  project = now;
  clearTimeout(timer);
  release();
  editing.set(none);
});

/** Begins to edit the open text, at the place where it is read; or goes on with a draft's splices. */
export function startEdit(
  open: OpenSource,
  draft: { readonly id: string; readonly splices: readonly Splice[] } | null = null,
): void {
  if (editing.get().edit !== null && editing.get().edit?.source === open.reading.uid) return;
  if (windowState.get().project?.isReadOnly === true) {
    notify({ tone: 'bad', text: words().say('editing.read-only') });
    return;
  }
  const { text, uid, content } = open.reading;
  const caret = caretInSight(open);
  desk.held = desk.page?.atTop() ?? null;
  const typing = startTyping(text, draft?.splices ?? []);
  const first = draft?.splices[0];
  if (first) room.set({ section: sectionAt(open.sections, open.lineStarts, first.start) });
  const shown = sectionOf(open, typing);
  room.set({ finding: false, hits: [], hit: -1, picker: null, chosen: null });
  // Acts on codings have no page to act on until the text is read again.
  desk.page = null;
  editing.set({
    edit: {
      source: uid,
      draft: draft?.id ?? crypto.randomUUID(),
      base: content,
      typing,
      before: shown.start,
      behind: typing.text.length - shown.end,
      caret,
      stored: null,
    },
    replacing: false,
  });
  holdDraft();
}

/** The section that is read, in the text as it is typed; whole lines of it. */
function sectionOf({ sections, lineStarts, reading }: OpenSource, { text, splices }: Typing): Span {
  const { first, end } = sectionLines(sections, room.get().section, lineStarts.length);
  const next = lineStarts[end];
  const section = { start: lineStarts[first] ?? 0, end: next === undefined ? reading.text.length : next - 1 };
  const moved = section.start < section.end ? moveThrough(section, splices) : null;
  if (!moved) return { start: 0, end: text.length };
  const found = text.indexOf('\n', moved.end);
  return {
    start: section.start === 0 ? 0 : text.lastIndexOf('\n', moved.start - 1) + 1,
    end: found < 0 || next === undefined ? text.length : found,
  };
}

/** px beneath the top of the window: the line there can be read. */
const legible = 40;

/** The selection where it is in sight, else the first words that are. */
function caretInSight({ reading }: OpenSource): Span | null {
  const { selection } = room.get();
  const sight = desk.page?.inSight(-legible);
  if (!sight || (selection && sight.start <= selection.start && selection.end <= sight.end)) return selection;
  const { start } = sight;
  const words = reading.labels.find((label) => label.start <= start && start < label.end)?.end ?? start;
  return { start: words, end: words };
}

/** Whether words can be typed. */
export function isOpen({ edit, finishing }: Editing): boolean {
  return edit?.stored === null && !finishing;
}

/** Changes what is typed and keeps it as a draft. */
export function type(typing: Typing, caret: Span | null = null): void {
  const { edit } = editing.get();
  if (!edit || !isOpen(editing.get())) return;
  editing.set({ edit: { ...edit, typing, caret } });
  keepSoon();
}

let lastTyped = { at: -Infinity, end: -1 };
/** Milliseconds of rest after which typing begins a new step. */
const rest = 1000;

/** What a person typed in the text, as one splice; `isComposing` while an input method is at it. */
export function typeSplice(splice: Splice, isComposing: boolean): void {
  const { edit } = editing.get();
  if (!edit) return;
  const now = performance.now();
  const goesOn = splice.end === lastTyped.end || splice.start === lastTyped.end || isComposing;
  const isNewStep = !isComposing && (now - lastTyped.at > rest || !goesOn || splice.text.includes('\n'));
  lastTyped = { at: now, end: splice.start + splice.text.length };
  type(typed(edit.typing, splice, isNewStep));
}

/** Several splices in one step. */
export function replaceAll(splices: readonly Splice[]): void {
  const { edit } = editing.get();
  if (edit) type(typedAll(edit.typing, splices));
}

/** Takes words out and puts them in at another place, in one step. */
export function moveInText(from: Span, to: number): void {
  const { edit } = editing.get();
  if (edit) replaceAll(moveWords(edit.typing.text, from, to));
}

export function stepEdit(direction: 'back' | 'forth'): void {
  const { edit } = editing.get();
  const next = edit && stepped(edit.typing, direction);
  if (next) type(next);
}

/** Stores what was typed, or asks first where codings lose words. */
export async function finishEdit(): Promise<void> {
  const { edit } = editing.get();
  if (!edit || !isOpen(editing.get())) return;
  if (edit.typing.splices.length === 0) return leaveEdit();
  const splices = [...edit.typing.splices];
  editing.set({ finishing: true });
  await propose(edit.source, edit.base, { kind: 'splices', splices });
  editing.set({ finishing: false });
}

/** Shows what a change would do to the codings; one that does nothing to them is made at once. */
export async function propose(source: string, base: string, change: Proposal): Promise<boolean> {
  try {
    const preview = await engine.call('sources.previewEdit', { source, base, change });
    const proposed = { source, base, change, preview };
    if (preview.touched.length === 0 && change.kind === 'splices') return await store(proposed, []);
    editing.set({ proposed });
    return true;
  } catch (error) {
    if (error instanceof Refused && error.refusal.key === 'refused.text-changed' && change.kind === 'splices')
      editing.set({ panel: 'meanwhile' });
    else sayFailure('sources.previewEdit', error);
    return false;
  }
}

/** Makes the change with the person's decisions; what has no place and no decision is taken away. */
export async function store(
  { source, base, change }: Proposed,
  decisions: Input<'sources.edit'>['decisions'],
): Promise<boolean> {
  const { edit } = editing.get();
  const isTyped = change.kind === 'splices' && edit !== null;
  const draft = isTyped ? edit.draft : null;
  const input = { source, base, change, decisions, leaveOut: true, draft };
  if (isTyped) {
    clearTimeout(timer);
    isDue = false;
    isStoring = true;
    editing.set({ finishing: true });
  }
  const outcome = await act('sources.edit', input);
  if (isTyped) isStoring = false;
  if (!outcome) {
    if (isTyped) {
      editing.set({ finishing: false });
      keepSoon();
    }
    return false;
  }
  editing.set({ proposed: null, panel: null });
  if (isTyped) endTyping(edit.draft, outcome.content);
  const { say, language } = words();
  const codings = outcome.follow + outcome.touched.length - outcome.removed;
  const told = [
    ['codings', 'history.edit.codings'],
    ['removed', 'history.edit.removed'],
  ] as const;
  notify({
    tone: 'plain',
    text: withClauses(language, say('editing.stored'), told, { codings, removed: outcome.removed }),
    act: { label: say('command.undo'), run: undoLatest },
  });
  return true;
}

/** `stored` is the hash of the text that the draft became. */
function endTyping(draft: string, stored: string): void {
  const { edit } = editing.get();
  // The project may have been closed meanwhile.
  if (edit?.draft !== draft) return;
  const caret = caretInEdit();
  if (caret !== null) room.set({ selection: { start: caret, end: caret } });
  editing.set({ edit: { ...edit, stored }, finishing: false });
  release();
}

/** Ends the edit and forgets its draft; what was typed can be had back from the notice. */
export function cancelEdit(): void {
  const { edit, finishing } = editing.get();
  if (!edit || finishing) return;
  const { typing, source, base } = edit;
  leaveEdit();
  if (typing.splices.length === 0) return;
  const { say } = words();
  const again = (): void => {
    const open = desk.open;
    if (open?.reading.uid === source && open.reading.content === base)
      startEdit(open, { id: crypto.randomUUID(), splices: typing.splices });
    keepSoon();
  };
  notify({
    tone: 'plain',
    text: say('editing.cancelled'),
    act: { label: say('editing.bring-back'), run: again },
  });
}

function leaveEdit(): void {
  const { edit } = editing.get();
  clearTimeout(timer);
  const held = desk.edited?.atTop();
  if (held && edit) desk.held = { ...held, position: placeBefore(held.position, edit.typing.splices) };
  editing.set({ edit: null, proposed: null, panel: null });
  release();
  if (edit) void act('sources.dropDraft', { id: edit.draft });
}

/** To be called once the window shows the text that was stored. */
export function endStored(): void {
  desk.held = desk.edited?.atTop() ?? null;
  editing.set({ edit: null });
}

/** The same typing on the text that is stored now, after a merge. */
export function rebase(open: OpenSource, splices: readonly Splice[]): void {
  const { edit } = editing.get();
  if (!edit) return;
  const { text, content } = open.reading;
  const typing = startTyping(text, splices);
  const shown = sectionOf(open, typing);
  const behind = typing.text.length - shown.end;
  editing.set({
    edit: { ...edit, base: content, typing, before: shown.start, behind, caret: null },
    panel: null,
  });
  keepSoon();
}

/** Milliseconds after which the engine is told of what was typed. */
const pause = 400;
let timer: ReturnType<typeof setTimeout> | undefined;
let isDue = false;
/** The words are on their way to be the text: kept behind it, they would be a draft of the text before. */
let isStoring = false;

function keepSoon(): void {
  if (isDue) return;
  isDue = true;
  timer = setTimeout(() => void keep(), pause);
}

async function keep(): Promise<void> {
  isDue = false;
  const { edit } = editing.get();
  if (!edit || edit.stored !== null || isStoring) return;
  const { draft: id, source, base, typing } = edit;
  try {
    await engine.call('sources.keepDraft', { id, source, base, splices: [...typing.splices] });
  } catch (error) {
    sayFailure('sources.keepDraft', error);
  }
}

let held: AbortController | null = null;

/** Tells the engine, as long as the edit goes on, that its draft is nobody's to recover. */
function holdDraft(): void {
  release();
  isDue = false;
  const own = (held = new AbortController());
  void (async () => {
    while (!own.signal.aborted) {
      const id = editing.get().edit?.draft;
      if (id === undefined) return;
      try {
        for await (const _ of engine.stream('sources.holdDraft', { id }, own.signal)) void keep();
      } catch {
        // The link is lost: it is held again when there is one.
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  })();
}

function release(): void {
  held?.abort();
  held = null;
}
