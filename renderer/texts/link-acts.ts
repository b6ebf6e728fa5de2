// Links made in the reading room: from the coding at the caret to another one, near by or in any text.
import type { LinkEnd, LinkEntry } from '../../shared/contract/links.ts';
import { typeText } from '../../shared/link-text.ts';
import { act } from '../acts.ts';
import { notify, windowState } from '../window-state.ts';
import { words } from '../words.ts';
import { activeCoding } from './coding-acts.ts';
import { inTurn } from './in-turn.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import { desk, room, tellAloud } from './room.ts';

/** Begins a link at the active coding; while another one waits for its other end, the active coding is that end. */
export function startLink(open: OpenSource): void {
  const { say } = words();
  const { linking } = room.get();
  const active = activeCoding(open.codings);
  if (!active) return notify({ tone: 'plain', text: say('gestures.no-coding') });
  if (linking !== null && linking !== active.id) {
    room.set({ linking: null, link: { from: linking, to: active.id } });
    return;
  }
  // It stays chosen, so that it can be seen what is linked.
  room.set({ linking: null, chosen: active.id, link: { from: active.id, to: null } });
}

/** Lets the person look for the other end in the text, or in another one, and press the key there. */
export function waitForEnd(from: string): void {
  room.set({ link: null, linking: from });
  desk.page?.root.focus({ preventScroll: true });
  notify({ tone: 'plain', text: words().say('gestures.link-waits') });
}

interface NewLink {
  readonly from: string;
  readonly to: string;
  /** Key of the type. */
  readonly type: string;
  readonly sign: number | null;
}

export async function addLink(link: NewLink): Promise<void> {
  const added = await inTurn(() =>
    act('links.add', { id: crypto.randomUUID(), ...link, memo: null, coder: null }),
  );
  if (!added) return;
  const { say } = words();
  const sentence = { from: added.from.codeName, to: added.to.codeName, type: typeText(added) };
  const key = added.outcome === 'added' ? 'gestures.linked' : 'gestures.linked-already';
  notify({ tone: 'plain', text: say(key, sentence) });
}

/** Links with a type of the person's own, which may have a sign and points from one to the other. */
export async function linkWithNewType(link: Omit<NewLink, 'type'>, name: string): Promise<void> {
  const type = await inTurn(() =>
    act('relation-types.add', { name, alsoName: null, directed: true, signed: true }),
  );
  if (type) await addLink({ ...link, type: type.key });
}

export async function changeLink(
  id: string,
  change: { sign: number | null } | { turn: true } | { memo: string },
): Promise<void> {
  await inTurn(() => act('links.update', { id, ...change }));
}

export async function removeLink({ id }: LinkEntry): Promise<void> {
  const removed = await inTurn(() => act('links.remove', { id }));
  if (removed)
    tellAloud(words().say('gestures.link-removed', { from: removed.from.codeName, to: removed.to.codeName }));
}

/** Goes to the coding at an end of a link, in whatever text it stands. */
export function goToEnd({ sourceUid: source, start, end, id }: LinkEnd): void {
  windowState.set({ source, goTo: { source, start, end, coding: id } });
}

/** The other codings of the text, the nearest first: what stands on the same passage or beside it is linked most. */
export function nearest(codings: readonly ShownCoding[], from: ShownCoding): readonly ShownCoding[] {
  const far = ({ start, end }: ShownCoding): number => Math.max(0, start - from.end, from.start - end);
  return codings
    .filter(({ id }) => id !== from.id)
    .map((coding) => ({ coding, gap: far(coding), shift: Math.abs(coding.start - from.start) }))
    .sort((a, b) => a.gap - b.gap || a.shift - b.shift)
    .map(({ coding }) => coding);
}
