// Electron's runtime: whether it is here, getting it, starting it. Importing 'electron' itself would fetch it unasked.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type Runtime = { readonly program: string } | Lack;

/** Why there is no desktop; the words stand under `host.no-desktop-…`. */
export interface Lack {
  readonly lacks: 'package' | 'runtime' | 'screen';
}

/** Looks at the installed package alone; `env` tells of a screen and of a runtime elsewhere. */
export function findRuntime(env: NodeJS.ProcessEnv = process.env): Runtime {
  const fetcher = packageFolder();
  if (fetcher === null) return { lacks: 'package' };
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(fetcher, 'dist');
  const program = join(folder, programName(fetcher));
  const isOnLinux = process.platform === 'linux';
  if (isOnLinux && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return { lacks: 'screen' };
  return existsSync(program) ? { program } : { lacks: 'runtime' };
}

/** How long the place that gives the runtime may take to answer, in milliseconds; a dead network never would. */
const patience = 5000;

/** Fetches the runtime where it can be had; `begin` is told before. False: it is not here now. */
export async function fetchRuntime(begin: () => void): Promise<boolean> {
  const fetcher = packageFolder();
  if (fetcher === null || process.env['CI'] || !(await canBeFetched(fetcher))) return false;
  begin();
  const installing = spawn(process.execPath, [join(fetcher, 'install.js')], { stdio: 'ignore' });
  const isDone = await new Promise((resolve) => {
    installing.once('error', () => resolve(false));
    installing.once('exit', (code) => resolve(code === 0));
  });
  return isDone === true;
}

/** Asks for the very file, so that whatever gives it in the end has answered. */
async function canBeFetched(fetcher: string): Promise<boolean> {
  const { version } = JSON.parse(readFileSync(join(fetcher, 'package.json'), 'utf8')) as { version: string };
  const { ELECTRON_MIRROR: chosen, npm_config_electron_mirror: configured } = process.env;
  const mirror = chosen || configured || 'https://github.com/electron/electron/releases/download/';
  const file = `v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const signal = AbortSignal.timeout(patience);
    return (await fetch(`${mirror}${file}`, { method: 'HEAD', signal })).ok;
  } catch {
    return false;
  }
}

/** So early only what could not start has ended, in milliseconds. */
const early = 6000;

/** Runs the program to its end; its exit code, null where it could not even start. */
export function runDesktop(program: string, words: readonly string[]): Promise<number | null> {
  const begin = performance.now();
  const running = spawn(program, words, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => running.kill(signal));
  return new Promise((resolve) => {
    running.once('error', () => resolve(null));
    running.once('exit', (code) => {
      const isEarly = performance.now() - begin < early;
      resolve(code === 0 || !isEarly ? (code ?? 1) : null);
    });
  });
}

function packageFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** The package notes the program's path in its runtime when it has fetched it. */
function programName(fetcher: string): string {
  const note = join(fetcher, 'path.txt');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  };
  return names[process.platform] ?? 'electron';
}
