// The codes under the keys 1 to 9: pinned ones keep their key, the others are those used lately.
import { useEffect } from 'react';
import { settings } from '../settings.ts';
import { useStore } from '../store.ts';
import type { Codebook } from './open-source.ts';
import { room } from './room.ts';

const keys = 9;
/** Pins of all projects of this computer; the oldest give way. */
const mostPins = 500;

/** Remembers that a code was used: it gets a key, at need that of the code not used for the longest time. */
export function noteUse(code: string): void {
  const { slots, used } = room.get();
  const latest = [code, ...used.filter((each) => each !== code)];
  room.set({ used: latest, slots: slotsWith(slots, latest, settings.get().pinned) });
}

/** `latest` begins with the code that is to have a key; where all keys are pinned it gets none. */
export function slotsWith(
  slots: readonly string[],
  latest: readonly string[],
  pinned: readonly string[],
): readonly string[] {
  const [code] = latest;
  if (code === undefined || slots.includes(code)) return slots;
  if (slots.length < keys) return [...slots, code];
  const free = slots.filter((each) => !pinned.includes(each));
  const oldest =
    free.find((each) => !latest.includes(each)) ?? latest.findLast((each) => free.includes(each));
  return slots.map((each) => (each === oldest ? code : each));
}

export function isPinned(code: string): boolean {
  return settings.get().pinned.includes(code);
}

/** Pins the code to a key, or gives its key back to the codes used lately. */
export function togglePin(code: string): void {
  const { pinned } = settings.get();
  if (pinned.includes(code)) return settings.set({ pinned: pinned.filter((each) => each !== code) });
  settings.set({ pinned: [...pinned, code].slice(-mostPins) });
  const { slots, used } = room.get();
  room.set({ slots: slotsWith(slots, [code, ...used], settings.get().pinned) });
}

/** Gives the pinned codes of the open project their keys as soon as its codebook is known. */
export function usePinnedSlots({ byUid }: Codebook): void {
  const pinned = useStore(settings, (state) => state.pinned);
  useEffect(() => {
    let { slots } = room.get();
    for (const code of pinned) if (byUid.has(code)) slots = slotsWith(slots, [code], pinned);
    room.set({ slots });
  }, [byUid, pinned]);
}
