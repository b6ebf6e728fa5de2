// Words in a field that are not stored yet: the engine keeps them within a second, so that no end of window or program loses them.
import { useEffect, useRef } from 'react';
import type { Input } from '../shared/contract/index.ts';
import { Refused } from '../shared/refused.ts';
import { engine } from './engine.ts';
import { createStore, useStore } from './store.ts';

interface Draft {
  /** What was stored when the writing began. */
  readonly base: string;
  readonly text: string;
  /** Written in this window since it was opened; else it was found again and is only offered. */
  readonly isOwn: boolean;
}

interface Writing {
  readonly of: Readonly<Record<string, Draft>>;
  /**
   * What fields have just stored: it stands in them until it is read back, so that nobody writes on in words of before.
   * An object each, so that what was stored after it is told apart.
   */
  readonly just: Readonly<Record<string, { readonly text: string }>>;
}

const drafts = createStore<Writing>({ of: {}, just: {} });

/** How long after the first unkept word the engine is told of it, in milliseconds. */
const pause = 500;
/** The fields whose words have not been told to the engine, each with its timer. */
const untold = new Map<string, ReturnType<typeof setTimeout>>();
/** The fields on the screen: each stores its words when it is called. */
const fields = new Map<string, () => Promise<void>>();

/** What is being stored: Enter and leaving the field right after it store it once. */
const underWay = new WeakMap<Draft, Promise<void>>();

export interface DraftField {
  /** What the field shows. */
  readonly value: string;
  readonly change: (text: string) => void;
  /** Stores what was written; for leaving the field and for Enter. */
  readonly leave: () => void;
  /** Words of an earlier time that were never stored; null for none. */
  readonly found: string | null;
  readonly takeFound: () => void;
  readonly dropFound: () => void;
}

interface DraftRequest {
  /** Names the field in the whole project. */
  readonly about: string;
  /** The words as they were read last. */
  readonly stored: string;
  /** Empty words are not stored: the stored ones stay. */
  readonly required: boolean;
  /**
   * Is given the words without blanks at their ends and tells whether they were stored; it is called when the field is
   * left, disappears, or its window closes.
   */
  readonly store: (text: string) => Promise<boolean>;
}

/** A field of words that are stored when it is left. */
export function useDraft({ about, stored: read, required, store }: DraftRequest): DraftField {
  const draft = useStore(drafts, ({ of }) => of[about]);
  const stored = useStore(drafts, ({ just }) => just[about]?.text) ?? read;
  const leave = async (): Promise<void> => {
    const now = drafts.get().of[about];
    if (now?.isOwn !== true) return;
    const work = underWay.get(now) ?? keepWords(now);
    underWay.set(now, work);
    await work.finally(() => underWay.delete(now));
  };
  const keepWords = async (now: Draft): Promise<void> => {
    const text = now.text.trim();
    const isNew = text !== stored.trim() && !(required && text === '');
    if (isNew) {
      if (!(await store(text))) return;
      showUntilRead(about, text);
    }
    // What was typed meanwhile is written still.
    if (drafts.get().of[about] === now) drop(about);
  };
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const leaveNow = (): Promise<void> => latest.current();
    fields.set(about, leaveNow);
    return () => {
      if (fields.get(about) === leaveNow) fields.delete(about);
      void leaveNow();
    };
  }, [about]);
  const isOwn = draft?.isOwn === true;
  const found = draft && !isOwn && draft.text.trim() !== stored.trim() ? draft.text : null;
  return {
    value: isOwn ? draft.text : stored,
    change: (text) => keep(about, { base: isOwn ? draft.base : stored, text, isOwn: true }),
    leave: () => void leave(),
    found,
    takeFound: () => found !== null && keep(about, { base: stored, text: found, isOwn: true }),
    dropFound: () => drop(about),
  };
}

/** Words that could not be stored because others stand there by now: kept, and offered beside them. */
export function useAside(about: string): {
  readonly aside: string | null;
  readonly setAside: (base: string, text: string) => void;
  readonly dropAside: () => void;
} {
  const draft = useStore(drafts, ({ of }) => of[about]);
  return {
    aside: draft?.text ?? null,
    setAside: (base, text) => {
      keep(about, { base, text, isOwn: false });
      tell(about);
    },
    dropAside: () => drop(about),
  };
}

/** Finds again what was never stored in the project that has just been opened; the latest first. */
export async function findDrafts(): Promise<readonly string[]> {
  drafts.set({ of: {}, just: {} });
  const found = await attempt(engine.call('drafts.list', {}));
  const entries = found?.drafts.map(
    ({ about, base, text }) => [about, { base, text, isOwn: false }] as const,
  );
  setDrafts({ ...Object.fromEntries(entries ?? []), ...drafts.get().of });
  return entries?.map(([about]) => about) ?? [];
}

/** Stores what is being written on the screen, as leaving its field does. */
export async function storeDrafts(): Promise<void> {
  // Whatever stores itself when the focus leaves it does so now.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await Promise.all([...fields.values()].map((leave) => leave()));
  tellAll();
  await untilAllIsDone();
}

// A tab that is closed or loaded anew waits for nothing: the engine is told at once.
window.addEventListener('pagehide', tellAll);

function tellAll(): void {
  for (const about of untold.keys()) tell(about);
}

function keep(about: string, draft: Draft): void {
  setDrafts({ ...drafts.get().of, [about]: draft });
  if (!untold.has(about)) untold.set(about, setTimeout(tell, pause, about));
}

function tell(about: string): void {
  clearTimeout(untold.get(about));
  untold.delete(about);
  const draft = drafts.get().of[about];
  if (!draft) return;
  const kept: Input<'drafts.keep'> = { about, base: draft.base, text: draft.text };
  void attempt(engine.call('drafts.keep', kept));
}

function setDrafts(of: Writing['of']): void {
  drafts.set({ ...drafts.get(), of });
}

function showUntilRead(about: string, text: string): void {
  const shown = { text };
  drafts.set({ ...drafts.get(), just: { ...drafts.get().just, [about]: shown } });
  void untilRead().then(() => {
    const { [about]: now, ...rest } = drafts.get().just;
    if (now === shown) drafts.set({ ...drafts.get(), just: rest });
  });
}

/** Ends when all that was stored before is read back. */
export async function untilRead(): Promise<void> {
  await untilAllIsDone();
  await engine.settled();
}

function drop(about: string): void {
  const { [about]: _, ...rest } = drafts.get().of;
  setDrafts(rest);
  clearTimeout(untold.get(about));
  untold.delete(about);
  void attempt(engine.call('drafts.drop', { about }));
}

/** Ends when all that the engine was asked before is done, and told. */
async function untilAllIsDone(): Promise<void> {
  await attempt(engine.call('drafts.list', {}));
}

/** Where a project takes no writes, or no more of them, the words stay on the screen, and storing them says why. */
async function attempt<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
