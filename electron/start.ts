// npm start: the desktop program where Electron's runtime and a screen can be had, else the same window in the browser.
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Refused } from '../shared/refused.ts';
import { sayRefusal } from '../shared/say-refused.ts';
import { say } from '../shared/words/say.ts';
import { systemLanguage } from './engine/command-line/terminal.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { serveLoopback } from './engine/serve-loopback.ts';
import { projectsFolder } from './engine/window/places.ts';
import { createRemembered, settingsFolder } from './engine/window/remembered.ts';
import { isOlder } from './newer.ts';
import { fetchRuntime, findRuntime, runDesktop, type Lack } from './runtime.ts';

interface Wish {
  readonly project: string | null;
  readonly port: number;
  readonly opens: boolean;
  readonly host: 'desktop' | 'browser' | 'either';
}

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const language = systemLanguage(process.env);
const launchSeconds = 30;
let built: Promise<void> | null = null;

try {
  const wish = readWish(process.argv.slice(2));
  if (wish.host === 'browser' || !(await startDesktop(wish))) await startBrowser(wish);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${sayRefusal(language, error.refusal)}\n`);
  process.exitCode = 1;
}

/** False where there is no desktop, after saying why; then the browser takes its place, unless it was forbidden. */
async function startDesktop({ host, project }: Wish): Promise<boolean> {
  const found = findRuntime(process.env);
  // Built while the place of the runtime is asked, which may take its time.
  if (host === 'either') buildWindow().catch(() => {});
  const isFetched = 'lacks' in found && found.lacks === 'runtime' && (await fetchRuntime(fetching));
  const runtime = isFetched ? findRuntime(process.env) : found;
  if ('program' in runtime) {
    if (isOlder(join(dist, 'electron', 'main.js'), [join(root, 'electron'), join(root, 'shared')])) {
      sayLine('host.building');
      await (await import('./build.ts')).buildShell(dist);
    }
    await buildWindow();
    const code = await runDesktop(runtime.program, project === null ? [root] : [root, project]);
    process.exitCode = code ?? 0;
    if (code !== null) return true;
  }
  const lacks: Lack['lacks'] | 'start' = 'lacks' in runtime ? runtime.lacks : 'start';
  if (host === 'desktop') throw new Refused(`refused.no-desktop-${lacks}`);
  sayLine(`host.no-desktop-${lacks}`);
  return false;
}

function fetching(): void {
  sayLine('host.fetching');
}

async function startBrowser({ project, port, opens }: Wish): Promise<void> {
  const engine = createEngine();
  try {
    const settings = settingsFolder(process.platform, process.env);
    if (project !== null) await openProject(engine, project, settings);
    await buildWindow();
    const host = await serveLoopback({
      engine,
      pages: join(dist, 'renderer'),
      projects: projectsFolder(homedir()),
      settings,
      port,
      launchSeconds,
      uploadMegabytes: 200,
      log: (line) => process.stderr.write(`${line}\n`),
    });
    sayLine('host.open', { url: host.launchUrl() });
    sayLine('host.once', { seconds: launchSeconds });
    if (opens) openBrowser(host.launchUrl());
    await untilStopped(() => sayLine('host.open', { url: host.launchUrl() }));
    await host.close();
  } finally {
    await engine.close();
  }
  sayLine('host.stopped');
}

function sayLine(...words: Parameters<typeof say> extends [unknown, ...infer Rest] ? Rest : never): void {
  process.stdout.write(`${say(language, ...words)}\n`);
}

function readWish(words: readonly string[]): Wish {
  let wish: Wish = { project: null, port: 0, opens: true, host: 'either' };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, port] = /^--port=?(.*)$/.exec(word) ?? [];
    // Only the browser host has a port, and an address that may be left unopened.
    if (word === '--no-open') wish = { ...wish, opens: false, host: 'browser' };
    else if (port !== undefined)
      wish = { ...wish, port: portNumber(port || (rest.shift() ?? word)), host: 'browser' };
    else if (word === '--browser') wish = { ...wish, host: 'browser' };
    else if (word === '--desktop') wish = { ...wish, host: 'desktop' };
    else if (word.startsWith('-') || wish.project !== null)
      throw new Refused('refused.start-usage', { word });
    // npm runs us in the program's own folder; INIT_CWD is where the person stood.
    else wish = { ...wish, project: resolve(process.env['INIT_CWD'] ?? '', word) };
  }
  return wish;
}

function portNumber(word: string): number {
  const port = /^\d{1,5}$/.test(word) ? Number(word) : NaN;
  if (!(port <= 65_535)) throw new Refused('refused.start-usage', { word });
  return port;
}

async function openProject(engine: Engine, path: string, settings: string): Promise<void> {
  await engine.call('project.open', { file: engine.files.grant(path), access: 'write' });
  createRemembered(settings).opened(path);
}

function buildWindow(): Promise<void> {
  return (built ??= buildWhereOlder());
}

async function buildWhereOlder(): Promise<void> {
  const sources = [join(root, 'renderer'), join(root, 'shared')];
  if (!isOlder(join(dist, 'renderer', 'index.html'), sources)) return;
  sayLine('host.building');
  await (await import('./build.ts')).buildWindow(dist);
}

/** Where there is a screen; whatever goes wrong, the address is on the terminal. */
function openBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: ['open', url],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', url],
  };
  const hasScreen = Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  const [command, ...words] = commands[process.platform] ?? (hasScreen ? ['xdg-open', url] : []);
  if (command === undefined) return;
  const opener = spawn(command, words, { stdio: 'ignore', detached: true });
  opener.on('error', () => {});
  opener.unref();
}

/** Until Ctrl+C or the end of the terminal; Enter calls `again`. */
function untilStopped(again: () => void): Promise<void> {
  return new Promise((stop) => {
    const lines = createInterface({ input: process.stdin });
    lines.on('line', again);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        lines.close();
        stop();
      });
    }
  });
}
