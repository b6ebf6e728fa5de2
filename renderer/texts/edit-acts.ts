// What keys do to codings that are there: borders, split and merge, properties; to the ticked ones, else to the active one.
import { must } from '../../shared/must.ts';
import { moveBorder } from '../../shared/text/passages.ts';
import { moveBorderBySentence } from '../../shared/text/sentences.ts';
import type { Span } from '../../shared/text/lines.ts';
import { act, undoLatest } from '../acts.ts';
import { engine } from '../engine.ts';
import { notify } from '../window-state.ts';
import { words } from '../words.ts';
import { activeCoding, forget, quoteOf, removeCoding, shortened, type CodingChange } from './coding-acts.ts';
import { inTurn, storedCodings } from './in-turn.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import { allTicked, desk, room, tellAloud } from './room.ts';

/** The ticked codings, else the active one, in the order of the text; says so where there is none. */
export function targets(open: OpenSource): readonly ShownCoding[] {
  const { ticked } = room.get();
  const chosen = open.codings.filter(({ id }) => ticked.includes(id));
  if (chosen.length > 0) return chosen;
  const active = activeCoding(open.codings);
  if (active) return [active];
  notify({ tone: 'plain', text: words().say('gestures.no-coding') });
  return [];
}

/**
 * ids of the codings that a key acts on: where some are ticked here, all ticked ones in whatever texts they stand; else the
 * active one, which is in sight; else those ticked in other texts. Says so where there is none.
 */
export function targetIds(open: OpenSource): readonly string[] {
  const { elsewhere } = room.get();
  const isHere = new Set(open.codings.map(({ id }) => id));
  const ticked = room.get().ticked.filter((id) => isHere.has(id));
  const isOfTicked = elsewhere.length > 0 && (ticked.length > 0 || !activeCoding(open.codings));
  return isOfTicked ? allTicked({ ticked, elsewhere }) : targets(open).map(({ id }) => id);
}

export interface BorderMove {
  readonly border: 'start' | 'end';
  readonly direction: 'earlier' | 'later';
  readonly by: 'word' | 'sentence';
}

/** Moves a border of the active coding; from where it is stored, so that keys may be pressed faster than the list follows. */
export function moveBorderOfActive(open: OpenSource, { border, direction, by }: BorderMove): void {
  const active = activeCoding(open.codings);
  if (!active) return notify({ tone: 'plain', text: words().say('gestures.no-coding') });
  room.set({ chosen: active.id });
  void inTurn(async () => {
    const { reading } = open;
    const [coding] = await storedCodings(reading.uid, [active.id]);
    if (!coding) return;
    const move = by === 'word' ? moveBorder : moveBorderBySentence;
    await setBorders(active.id, coding, move(reading, coding, border, direction));
  });
}

/** Gives a coding another passage. */
export function setPassage(coding: ShownCoding, passage: Span): Promise<void> {
  return inTurn(() => setBorders(coding.id, coding, passage));
}

async function setBorders(id: string, before: Span, { start, end }: Span): Promise<void> {
  if (start === before.start && end === before.end) return;
  const changed = await act('codings.update', { id, start, end });
  if (!changed) return;
  const passage = { start: changed.start, end: changed.end };
  // With the selection, so that the next key acts on it.
  room.set({ chosen: id, selection: passage });
  if (!room.get().picker) desk.page?.select(passage);
  tellAloud(words().say('gestures.now', { code: changed.codeName, quote: shortened(changed.quote) }));
}

/** Splits the narrowest coding at the caret, or the ticked one. */
export function splitAtCaret(open: OpenSource): void {
  const { say } = words();
  const { selection } = room.get();
  if (!selection || selection.start !== selection.end)
    return notify({ tone: 'plain', text: say('gestures.caret-to-split') });
  const at = selection.start;
  const coding = targets(open).find(({ start, end }) => start < at && at < end);
  if (!coding) return notify({ tone: 'plain', text: say('gestures.caret-to-split') });
  void inTurn(async () => {
    const split = await act('codings.split', { id: coding.id, at, newId: crypto.randomUUID() });
    if (!split) return;
    const quotes = split.codings.map(({ quote }) => shortened(quote));
    sayDone(say('gestures.split', { code: coding.name, quotes }));
  });
}

/** Merges the ticked codings, else the active one with the next of its code and coder. */
export function mergeTargets(open: OpenSource): void {
  const { say } = words();
  const [first, ...others] = targets(open);
  if (!first) return;
  const next = open.codings.find(
    ({ id, code, coder, start }) =>
      id !== first.id && code === first.code && coder === first.coder && start >= first.start,
  );
  const merged = others.length > 0 ? [first, ...others] : next ? [first, next] : [];
  if (merged.length === 0)
    return notify({ tone: 'plain', text: say('gestures.nothing-to-merge', { code: first.name }) });
  const ids = merged.map(({ id }) => id);
  void inTurn(async () => {
    const whole = await act('codings.merge', { ids });
    if (!whole) return;
    forget(ids);
    room.set({ chosen: whole.id, selection: { start: whole.start, end: whole.end } });
    desk.page?.select(whole);
    sayDone(say('gestures.merged', { n: ids.length, code: whole.codeName }));
  });
}

/** Sets a property of the targets; where they all have it already, it is taken away. */
export function setProperty(open: OpenSource, property: 'level' | 'direction', value: number): void {
  const ids = targetIds(open);
  if (ids.length === 0) return;
  void inTurn(async () => {
    const stored = await storedCodings(open.reading.uid, ids);
    // Of codings in other texts it is not known here.
    const isSet = stored.length === ids.length && stored.every((coding) => coding[property] === value);
    await change(open, ids, { [property]: isSet ? null : value });
    const { say } = words();
    const name = say(`texts.${property}`);
    tellAloud(isSet ? say('gestures.property-gone', { name }) : say('gestures.property', { name, value }));
  });
}

/** Changes one coding, or all of these in one act. */
export function changeCodings(
  ids: readonly string[],
  what: Omit<CodingChange, 'memo' | 'start' | 'end'>,
): Promise<void> {
  // The text that lies open now, not in its turn.
  const { open } = desk;
  return inTurn(() => change(open, ids, what));
}

async function change(
  open: OpenSource | null,
  ids: readonly string[],
  what: Omit<CodingChange, 'memo' | 'start' | 'end'>,
): Promise<void> {
  const there = await stillThere(ids, open);
  const [first] = there;
  if (there.length === 1) await act('codings.update', { id: must(first, 'an id'), ...what });
  else if (there.length > 1) await act('codings.updateMany', { ids: there, ...what });
}

/** Removes the targets in one act. */
export function removeTargets(open: OpenSource): void {
  removeAll(open, targetIds(open));
}

/** Removes these codings in one act. */
export function removeAll(open: OpenSource, ids: readonly string[]): void {
  const [only] = open.codings.filter(({ id }) => id === ids[0]);
  if (ids.length === 0) return;
  if (ids.length === 1 && only) return void removeCoding(open, only);
  void inTurn(async () => {
    const there = await stillThere(ids, open);
    if (there.length === 0 || !(await act('codings.removeMany', { ids: there }))) return;
    forget(there);
    sayDone(words().say('gestures.removed-many', { n: there.length }));
  });
}

/** Those of the codings that are stored; the others, gone with a text or an undo, are ticked no more, and that is said. */
async function stillThere(ids: readonly string[], open: OpenSource | null): Promise<string[]> {
  const isHere = new Set(open?.codings.map(({ id }) => id));
  if (ids.every((id) => isHere.has(id))) return [...ids];
  const awayIn = new Map(room.get().elsewhere.map(({ id, source }) => [id, source]));
  const { sources } = await engine.call('sources.list', {});
  const bySource = Map.groupBy(ids, (id) => awayIn.get(id) ?? open?.reading.uid);
  const stored = new Set<string>();
  for (const { uid } of sources) {
    const asked = bySource.get(uid);
    if (asked) for (const { id } of await storedCodings(uid, asked)) stored.add(id);
  }
  const gone = ids.filter((id) => !stored.has(id));
  forget(gone);
  if (gone.length > 0)
    notify({ tone: 'plain', text: words().say('gestures.ticked-gone', { n: gone.length }) });
  return ids.filter((id) => stored.has(id));
}

/** Ticks the active coding, or takes its tick away. */
export function tickActive(open: OpenSource): void {
  const active = activeCoding(open.codings);
  if (!active) return notify({ tone: 'plain', text: words().say('gestures.no-coding') });
  tick(active.id);
  const { ticked } = room.get();
  const key = ticked.includes(active.id) ? 'gestures.ticked' : 'gestures.unticked';
  tellAloud(
    words().say(key, {
      code: active.name,
      quote: shortened(quoteOf(open, active)),
      n: allTicked(room.get()).length,
    }),
  );
}

export function tick(id: string): void {
  const { ticked } = room.get();
  room.set({ ticked: ticked.includes(id) ? ticked.filter((each) => each !== id) : [...ticked, id] });
}

function sayDone(text: string): void {
  notify({ tone: 'plain', text, act: { label: words().say('command.undo'), run: undoLatest } });
}
