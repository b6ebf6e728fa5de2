// What is remembered of this person on this computer: settings and the projects opened lately, in one small file.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { settingsShape, type HostInput, type HostSettings } from '../../../shared/contract/host.ts';

export interface Remembered {
  settings(): HostSettings;
  /** Adds what is given; returns all of it. */
  choose(change: HostInput<'settings.set'>): HostSettings;
  /** Paths of projects, latest first. */
  recent(): readonly string[];
  opened(path: string): void;
}

interface Content {
  readonly settings: HostSettings;
  readonly recent: readonly string[];
}

const mostRecent = 20;

/** Read and written whole each time: two programs that remember at once lose at most one choice. */
export function createRemembered(folder: string): Remembered {
  const path = join(folder, 'settings.json');
  const keep = (change: Partial<Content>): Content => {
    const content = { ...read(path), ...change };
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, path);
    return content;
  };
  return {
    settings: () => read(path).settings,
    choose: (change) => keep({ settings: { ...read(path).settings, ...change } as HostSettings }).settings,
    recent: () => read(path).recent,
    opened: (project) => {
      const others = read(path).recent.filter((each) => each !== project);
      keep({ recent: [project, ...others].slice(0, mostRecent) });
    },
  };
}

/** The folder where this system keeps a program's settings. */
export function settingsFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const home = homedir();
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Crosscase');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Crosscase');
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'crosscase');
}

/** A damaged file, or a value that this version does not know, costs that choice and stops nothing. */
function read(path: string): Content {
  const { settings, recent } = Object(parsed(path)) as { settings?: unknown; recent?: unknown };
  const chosen = Object.entries(settingsShape).flatMap(([name, schema]) => {
    const value = schema.safeParse((Object(settings) as Record<string, unknown>)[name]);
    return value.success ? [[name, value.data]] : [];
  });
  const paths = Array.isArray(recent) ? recent : [];
  return {
    settings: Object.fromEntries(chosen) as HostSettings,
    recent: paths.filter((each) => typeof each === 'string'),
  };
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
