// Acts one after another: a key that is pressed while an act is under way acts on what that one leads to.
import type { SourceCoding } from '../../shared/contract/reading.ts';
import { engine } from '../engine.ts';

let last: Promise<unknown> = Promise.resolve();
let underWay = 0;
const waiting: (() => void)[] = [];

/** Does the work when all acts that were begun before are done; at once where none is under way. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = underWay === 0 ? work() : last.then(work);
  underWay += 1;
  last = done.catch(() => undefined).then(ended);
  return done;
}

/** Does what a key asks for as soon as no act is under way any more, in the order of the keys. */
export function afterActs(work: () => void): void {
  waiting.push(work);
  goOn();
}

/** These codings as they are stored now: the list on screen may be an act behind. Those that are gone are missing. */
export async function storedCodings(
  source: string,
  ids: readonly string[],
): Promise<readonly SourceCoding[]> {
  const { codings } = await engine.call('codings.list', { source, only: [...ids] });
  return codings;
}

function ended(): void {
  underWay -= 1;
  goOn();
}

function goOn(): void {
  if (underWay > 0) return;
  const next = waiting.shift();
  if (!next) return;
  next();
  goOn();
}
