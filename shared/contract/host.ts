// Contract of the host: what a window asks of the door that it came in by, not of the engine. Names as in index.ts.
import { z } from 'zod';
import type { CallName, inputs, Outputs, StreamName } from './index.ts';
import { reference } from './parts.ts';

/** What is remembered of the person's choices on this computer; never a word of an interview. */
export const settingsShape = {
  language: z.enum(['en', 'zh']),
  theme: z.enum(['light', 'dark', 'contrast', 'system']),
  /** Size of the reading text in px. */
  readSize: z.number().min(8).max(72),
  /** Width of its lines in em. */
  readWidth: z.number().min(10).max(200),
  /** Widths of panes in px. */
  listWidth: z.number().min(0).max(10_000),
  inspectorWidth: z.number().min(0).max(10_000),
  wholeRule: z.boolean(),
  /** The coder's name that a new project is offered. */
  coder: reference,
  /** uids of the codes that are pinned to a digit, of every project on this computer. */
  pinned: z.array(z.string().max(100)).max(500),
};
const settings = z.strictObject(settingsShape);

export const hostInputs = {
  'host.places': z.strictObject({}),
  /**
   * A token for a project file at a typed path: absolute, from the home folder with ~, or from the folder of projects.
   * The ending .crosscase may be left out. Refused outside folders that exist.
   */
  'host.grant': z.strictObject({ path: z.string().min(1).max(4000) }),
  /** A token to hand to a call that writes a file; the window fetches what was written there once. */
  'host.download': z.strictObject({ name: z.string().min(1).max(255) }),
  /** Removes uploaded files that are no longer wanted. What was imported is removed without being asked. */
  'host.discard': z.strictObject({ tokens: z.array(z.string()) }),
  'settings.get': z.strictObject({}),
  /** What is left out stays as it was. */
  'settings.set': settings.partial(),
};

export interface HostOutputs {
  'host.places': Places;
  'host.grant': Granted;
  'host.download': { readonly token: string };
  'host.discard': null;
  /** Only what was ever chosen. */
  'settings.get': HostSettings;
  'settings.set': HostSettings;
}

export type HostSettings = Partial<z.infer<typeof settings>>;

export interface Granted {
  readonly token: string;
  /** The file's name without its ending. */
  readonly name: string;
  /** False: 'project.create' may make it; true: 'project.open' may open it. */
  readonly exists: boolean;
}

export interface Places {
  /** Where new projects are offered a place, as an absolute path. */
  readonly folder: string;
  /** The projects in it, by name. */
  readonly projects: readonly ProjectPlace[];
  /** Opened lately on this computer and still there, latest first. */
  readonly recent: readonly ProjectPlace[];
}

export interface ProjectPlace {
  /** For 'project.open'. */
  readonly token: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly folder: string;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
}

export type HostCallName = keyof typeof hostInputs;
export type HostInput<N extends HostCallName> = z.infer<(typeof hostInputs)[N]>;

/** Every call that a window can make and that is answered once. */
export type WindowCall = Exclude<CallName, StreamName> | HostCallName;
export type WindowInput<N extends WindowCall> = z.infer<(typeof inputs & typeof hostInputs)[N]>;
export type WindowOutput<N extends WindowCall> = (Outputs & HostOutputs)[N];
