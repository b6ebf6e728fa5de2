// Links made in the reading room: from the coding at the caret to another one, near by or in any text.
import type { Input } from '../../shared/contract/index.ts';
import type { LinkAdded, LinkEnd, LinkEntry, RelationTypeEntry } from '../../shared/contract/links.ts';
import { typeText } from '../../shared/link-text.ts';
import { act } from '../acts.ts';
import { notify, windowState } from '../window-state.ts';
import { words } from '../words.ts';
import { activeCoding } from './coding-acts.ts';
import { inTurn } from './in-turn.ts';
import type { Codebook, OpenSource, ShownCoding } from './open-source.ts';
import { desk, room, tellAloud, type LinkedCoding } from './room.ts';

/** Begins a link at the active coding; while another one waits for its other end, the active coding is that end. */
export function startLink(open: OpenSource): void {
  const { say } = words();
  const { linking } = room.get();
  const active = activeCoding(open.codings);
  if (!active) return notify({ tone: 'plain', text: say('gestures.no-coding') });
  if (linking !== null && linking.id !== active.id) {
    room.set({ linking: null, link: { from: linking, to: endOf(active) } });
    return;
  }
  // It stays chosen, so that it can be seen what is linked.
  room.set({ linking: null, chosen: active.id, link: { from: endOf(active), to: null } });
}

export function endOf({ id, code }: ShownCoding): LinkedCoding {
  return { id, code };
}

/** Lets the person look for the other end in the text, or in another one, and press the key there. */
export function waitForEnd(from: LinkedCoding): void {
  room.set({ link: null, linking: from });
  desk.page?.root.focus({ preventScroll: true });
  notify({ tone: 'plain', text: words().say('gestures.link-waits') });
}

type NewLink = Omit<Input<'links.add'>, 'id' | 'coder'>;

/** Links by a type that is there: its key. */
export function addLink(link: NewLink): Promise<void> {
  return linked(() => act('links.add', { id: crypto.randomUUID(), ...link, coder: null }));
}

/** Links by a type of the person's own (its name), which may have a sign and points from one to the other; one act. */
export function linkWithNewType(link: NewLink): Promise<void> {
  const kind = { directed: true, signed: true };
  return linked(() => act('links.addNew', { id: crypto.randomUUID(), ...link, ...kind, coder: null }));
}

async function linked(link: () => Promise<LinkAdded | null>): Promise<void> {
  const added = await inTurn(link);
  if (!added) return;
  const { say } = words();
  const sentence = { from: added.from.codeName, to: added.to.codeName, type: typeText(added) };
  const key = added.outcome === 'added' ? 'gestures.linked' : 'gestures.linked-already';
  notify({ tone: 'plain', text: say(key, sentence) });
}

/** False where it was refused. */
export async function changeLink(
  id: string,
  change: { sign: number | null } | { turn: true } | { memo: string } | { type: string },
): Promise<boolean> {
  return (await inTurn(() => act('links.update', { id, ...change }))) !== null;
}

/** The types with those first that are made for these two codes, and those last that are made for others. */
export function typesFor(
  types: readonly RelationTypeEntry[],
  { byUid }: Codebook,
  codes: readonly string[],
): readonly RelationTypeEntry[] {
  const isUnder = (code: string, above: readonly string[]): boolean => {
    for (let at = byUid.get(code); at; at = byUid.get(at.parent ?? ''))
      if (above.includes(at.uid)) return true;
    return false;
  };
  const rank = ({ between }: RelationTypeEntry): number => {
    if (between.length === 0) return 1;
    return codes.every((code) => isUnder(code, between)) ? 0 : 2;
  };
  return types.toSorted((a, b) => rank(a) - rank(b));
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
