// The check of a copy in a thread of its own, so that work goes on meanwhile.
import { once } from 'node:events';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { isSoundFile } from './verify.ts';

/** This module: itself in the sources, a file beside the engine's once they are bundled. */
const name = import.meta.filename.endsWith('.ts') ? 'check-copy.ts' : 'check-copy.js';
const here = join(import.meta.dirname, name);

/** How the thread ends: anything else is an error, which the thread throws. */
const SOUND = 0;
const DAMAGED = 2;

/** True when the project file at `path`, which nobody has open, passes its check. */
export async function isSoundInBackground(path: string): Promise<boolean> {
  const [code] = (await once(new Worker(here, { workerData: path }), 'exit')) as [number];
  return code === SOUND;
}

if (!isMainThread && typeof workerData === 'string') process.exit(isSoundFile(workerData) ? SOUND : DAMAGED);
