// What the parts of the double share: the browser, the program's folder, and what has happened so far.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../../shared/must.ts';
import type { Cdp } from './cdp.ts';

export const world = {
  /** The folder given to `electron FOLDER`. */
  folder: must(process.argv[2], 'the folder of the program'),
  /** Goes with this process. */
  temporary: mkdtempSync(join(tmpdir(), 'electron-double-')),
  isReady: false,
  isQuitting: false,
  browser: null as Cdp | null,
  /** The open windows, the last one to be focused last. */
  windows: new Set<{ close(): void }>(),
};

export function browser(): Cdp {
  return must(world.browser, 'a browser');
}

/** As an event of Electron that may be prevented. */
export interface Cancellable {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export function cancellable<T extends object>(event: T): T & Cancellable {
  const made = {
    ...event,
    defaultPrevented: false,
    preventDefault: () => {
      made.defaultPrevented = true;
    },
  };
  return made;
}

/** Throws when something is done that Electron allows only after 'ready'. */
export function mustBeReady(what: string): void {
  if (!world.isReady) throw new Error(`${what} cannot be used before the app is ready`);
}
