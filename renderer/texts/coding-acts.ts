// Acts on codings in the open source: code a passage, change a coding, remove it.
import type { Input, Output } from '../../shared/contract/index.ts';
import type { SourceCoding } from '../../shared/contract/reading.ts';
import { fold } from '../../shared/names.ts';
import { narrowest, spansAt } from '../../shared/text/lanes.ts';
import type { Span } from '../../shared/text/lines.ts';
import { lineWordsAt, passageOf, turnWordsAt } from '../../shared/text/passages.ts';
import { paragraphAt } from '../../shared/text/positions.ts';
import { act, undoLatest } from '../acts.ts';
import { notify, windowState } from '../window-state.ts';
import { words } from '../words.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import { inTurn } from './in-turn.ts';
import { room, tellAloud, withPageAt } from './room.ts';
import { noteUse } from './slots.ts';

/** Longest name that a code takes from the words themselves. */
const longestName = 120;

/**
 * The passage that would be coded now: the selection without blanks and label, else the paragraph at the caret, else the
 * turn whose label is selected or holds the caret. Null where there are no words.
 */
export function passageToCode({ reading }: OpenSource): Span | null {
  const { selection } = room.get();
  if (!selection) return null;
  const passage =
    selection.start === selection.end ? lineWordsAt(reading, selection.start) : passageOf(reading, selection);
  return passage ?? turnWordsAt(reading, selection);
}

/** Codes the selection, or the paragraph at the caret, with the code of this uid; painted at once. */
export async function codeSelection(open: OpenSource, code: string): Promise<void> {
  await codePassage(open, [code], passageToCode(open));
}

/** Codes the passage with all of the codes, in one act; each coding gets the memo. */
export async function codePassage(
  open: OpenSource,
  codes: readonly string[],
  passage: Span | null,
  memo: string | null = null,
): Promise<void> {
  const { say } = words();
  if (!passage) {
    notify({ tone: 'plain', text: say('texts.select-first') });
    return;
  }
  const coder = windowState.get().project?.coder ?? '';
  const properties = { phase: null, level: null, direction: null, weight: null };
  const ahead = codes.map((code): SourceCoding => ({
    id: crypto.randomUUID(),
    code,
    ...passage,
    coder,
    ...properties,
    memo,
  }));
  for (const code of codes.toReversed()) noteUse(code);
  room.set({ pending: [...room.get().pending, ...ahead] });
  const input = { source: open.reading.uid, passage, coder: null, ...properties, memo };
  const [one] = ahead;
  const added = await inTurn(async () => {
    if (ahead.length > 1 || !one)
      return (
        await act('codings.addMany', { ...input, codings: ahead.map(({ id, code }) => ({ id, code })) })
      )?.codings;
    const coding = await act('codings.add', { ...input, id: one.id, code: one.code });
    return coding ? [coding] : undefined;
  });
  for (const [place, { id }] of ahead.entries()) if (added?.[place]?.outcome !== 'added') dropPending(id);
  if (!added) return;
  const there = added.find(({ outcome }) => outcome !== 'added');
  if (there) {
    const key = there.set.length > 0 ? 'texts.set-instead' : 'texts.already-coded';
    notify({ tone: 'plain', text: say(key, { code: there.codeName }) });
  }
  const done = added.filter(({ outcome }) => outcome === 'added').map(({ codeName }) => codeName);
  if (done.length > 0)
    tellAloud(say('gestures.coded', { codes: done, quote: shortened(quoteOf(open, passage)) }));
}

/** Forgets what was painted ahead of the engine, once it is in the list or was refused. */
function dropPending(id: string): void {
  room.set({ pending: room.get().pending.filter((each) => each.id !== id) });
}

/** Codes with a new code at the top, in one act; a code that has this name already is used. Throws Refused. */
export async function codeWithNew(
  open: OpenSource,
  name: string,
  add: (input: Input<'codings.addNew'>) => Promise<Output<'codings.addNew'> | null>,
): Promise<void> {
  const passage = passageToCode(open);
  const known = open.codebook.codes.find((code) => fold(code.name) === fold(name));
  if (known) return codePassage(open, [known.uid], passage);
  if (!passage) return notify({ tone: 'plain', text: words().say('texts.select-first') });
  const properties = { phase: null, level: null, direction: null, weight: null, memo: null };
  const id = crypto.randomUUID();
  const input = { id, source: open.reading.uid, code: name.trim(), passage, coder: null, ...properties };
  const added = await inTurn(() => add(input));
  if (!added) return;
  noteUse(added.code.uid);
  tellAloud(
    words().say('gestures.coded', { codes: [added.code.name], quote: shortened(quoteOf(open, passage)) }),
  );
}

/** Codes the selected words with a code that bears these words as its name. */
export async function codeInVivo(open: OpenSource): Promise<void> {
  const { selection } = room.get();
  const passage = selection && selection.start < selection.end ? passageToCode(open) : null;
  const { say } = words();
  if (!passage) {
    notify({ tone: 'plain', text: say('texts.select-words') });
    return;
  }
  const name = quoteOf(open, passage).replace(/\s+/g, ' ');
  if (name.length > longestName) {
    notify({ tone: 'bad', text: say('texts.too-long-for-name', { most: longestName }) });
    return;
  }
  await codeWithNew(open, name, (input) => act('codings.addNew', input));
}

export async function repeatLast(open: OpenSource): Promise<void> {
  const [latest] = room.get().used;
  if (latest === undefined) notify({ tone: 'plain', text: words().say('texts.nothing-to-repeat') });
  else await codeSelection(open, latest);
}

/** The coding that acts go to: the chosen one, else the narrowest at the caret. */
export function activeCoding(codings: readonly ShownCoding[]): ShownCoding | null {
  const { chosen, selection } = room.get();
  return pickActive(codings, chosen, selection);
}

/** The chosen coding, else the narrowest at the caret; of a selection only one of just this passage, as when it was coded a moment ago. */
export function pickActive(
  codings: readonly ShownCoding[],
  chosen: string | null,
  selection: Span | null,
): ShownCoding | null {
  const known = chosen === null ? undefined : codings.find(({ id }) => id === chosen);
  if (known) return known;
  if (!selection) return null;
  const { start, end } = selection;
  const here = spansAt(codings, selection);
  return narrowest(start === end ? here : here.filter((each) => each.start === start && each.end === end));
}

/** Chooses a coding: its passage is selected and brought into sight. */
export function chooseCoding(coding: ShownCoding): void {
  // With the selection that follows, so that all is painted at once.
  room.set({ chosen: coding.id, selection: { start: coding.start, end: coding.end } });
  withPageAt(coding.start, (page) => {
    page.reveal(coding);
    page.select(coding);
  });
}

export type CodingChange = Omit<Input<'codings.update'>, 'id'>;

/** False where it was refused. */
export async function changeCoding(id: string, change: CodingChange): Promise<boolean> {
  return (await inTurn(() => act('codings.update', { id, ...change }))) !== null;
}

export async function removeCoding(open: OpenSource, coding: ShownCoding): Promise<void> {
  const removed = await inTurn(() => act('codings.remove', { id: coding.id }));
  if (!removed) return;
  dropPending(coding.id);
  forget([coding.id]);
  const { say } = words();
  const paragraph = paragraphAt(open.paragraphs, coding.start);
  notify({
    tone: 'plain',
    text: say('texts.removed', { code: coding.name, paragraph }),
    act: { label: say('command.undo'), run: undoLatest },
  });
}

/** What was removed is neither chosen nor ticked any more. */
export function forget(ids: readonly string[]): void {
  const { chosen, ticked, elsewhere } = room.get();
  room.set({
    chosen: chosen !== null && ids.includes(chosen) ? null : chosen,
    ticked: ticked.filter((id) => !ids.includes(id)),
    elsewhere: elsewhere.filter(({ id }) => !ids.includes(id)),
  });
}

/** Short enough to be heard. */
export function shortened(quote: string): string {
  return quote.length > 80 ? `${quote.slice(0, 80).toWellFormed()}…` : quote;
}

export function quoteOf({ reading }: OpenSource, { start, end }: Span): string {
  return reading.text.slice(start, end);
}
