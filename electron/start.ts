// npm start: builds the window where it is missing or old, serves it on this computer's own address, and opens the browser.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Refused, sayRefusal } from '../shared/refused.ts';
import { say } from '../shared/words/say.ts';
import { systemLanguage } from './engine/command-line/terminal.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { projectsFolder } from './engine/loopback/places.ts';
import { createRemembered, settingsFolder } from './engine/loopback/remembered.ts';
import { serveLoopback } from './engine/serve-loopback.ts';

interface Wish {
  readonly project: string | null;
  readonly port: number;
  readonly opens: boolean;
}

const root = join(import.meta.dirname, '..');
const pages = join(root, 'dist', 'renderer');
const language = systemLanguage(process.env);
const launchSeconds = 30;

try {
  await start(readWish(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${sayRefusal(language, error.refusal)}\n`);
  process.exitCode = 1;
}

async function start({ project, port, opens }: Wish): Promise<void> {
  const engine = createEngine();
  try {
    const settings = settingsFolder(process.platform, process.env);
    if (project !== null) await openProject(engine, project, settings);
    await buildWindow();
    const host = await serveLoopback({
      engine,
      pages,
      projects: projectsFolder(homedir()),
      settings,
      port,
      launchSeconds,
      uploadMegabytes: 200,
      log: (line) => process.stderr.write(`${line}\n`),
    });
    process.stdout.write(`${say(language, 'host.open', { url: host.launchUrl() })}\n`);
    process.stdout.write(`${say(language, 'host.once', { seconds: launchSeconds })}\n`);
    if (opens) openBrowser(host.launchUrl());
    await untilStopped(() => {
      process.stdout.write(`${say(language, 'host.open', { url: host.launchUrl() })}\n`);
    });
    await host.close();
  } finally {
    await engine.close();
  }
  process.stdout.write(`${say(language, 'host.stopped')}\n`);
}

function readWish(words: readonly string[]): Wish {
  let wish: Wish = { project: null, port: 0, opens: true };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, port] = /^--port=?(.*)$/.exec(word) ?? [];
    if (word === '--no-open') wish = { ...wish, opens: false };
    else if (port !== undefined) wish = { ...wish, port: portNumber(port || (rest.shift() ?? word)) };
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

async function buildWindow(): Promise<void> {
  const built = statSync(join(pages, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (['renderer', 'shared'].every((folder) => newestIn(join(root, folder)) <= built)) return;
  process.stdout.write(`${say(language, 'host.building')}\n`);
  const { build } = await import('vite');
  await build({ configFile: join(root, 'renderer', 'vite.config.ts'), logLevel: 'warn' });
}

function newestIn(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const times = entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
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
