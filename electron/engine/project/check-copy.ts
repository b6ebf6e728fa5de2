// The check of a copy in a thread of its own, so that work goes on meanwhile.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { isSoundFile } from './verify.ts';

const here = new URL('./check-copy.ts', import.meta.url);

/** How the thread ends: anything else is an error, which the thread throws. */
const SOUND = 0;
const DAMAGED = 2;

/** True when the project file at `path`, which nobody has open, passes its check. */
export async function isSoundInBackground(path: string): Promise<boolean> {
  // Bundled into one file there is no module to start a thread with.
  if (!existsSync(here)) return isSoundFile(path);
  const [code] = (await once(new Worker(here, { workerData: path }), 'exit')) as [number];
  return code === SOUND;
}

if (!isMainThread && typeof workerData === 'string') process.exit(isSoundFile(workerData) ? SOUND : DAMAGED);
