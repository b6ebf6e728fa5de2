// What main and the engine of a window say to each other beside the window's own wire: paths, never project data.
import type { Granted, HostSettings } from '../../shared/contract/host.ts';

/** The calls that main makes; the answers are given by serve-port.ts. */
export interface ControlCalls {
  /** A token for a path that the person chose in a native dialog or dropped on the window. */
  'files.grant': { readonly input: { readonly path: string }; readonly output: Granted };
  /** Opens a project. 'any': for reading where another program holds it. */
  'project.open': {
    readonly input: { readonly path: string; readonly access: 'write' | 'any' };
    readonly output: null;
  };
  /** A worker that the engine had asked for has ended. */
  'worker.ended': {
    readonly input: { readonly worker: number; readonly lackedMemory: boolean };
    readonly output: null;
  };
  /** Closes the project; the process may then be ended. */
  'engine.close': { readonly input: null; readonly output: null };
}

/** The name of the stream of `Told`. */
export const toldStream = 'engine.told';

/** What the engine tells main. */
export type Told =
  | {
      readonly about: 'project';
      /** Absolute path of the open project's file, null for none. */
      readonly file: string | null;
    }
  | { readonly about: 'settings'; readonly settings: HostSettings }
  /** Wanted: a worker process whose port is handed over as `PortMessage`. Unwanted: it shall be ended. */
  | { readonly about: 'worker'; readonly worker: number; readonly wanted: boolean };

/** Comes with one port. `pid` is the worker's. */
export type PortMessage =
  | { readonly port: 'window' }
  | { readonly port: 'worker'; readonly worker: number; readonly pid: number | null };
