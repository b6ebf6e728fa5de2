// launcher.ts FOLDER [WORDS]: what the program `electron` does, with the double in the place of Electron.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { must } from '../../shared/must.ts';
import { Cdp } from './cdp.ts';
import { world } from './world.ts';

/** A test runs a function of its own in main, as Playwright does with Electron. */
interface Wanted {
  readonly id: number;
  readonly source: string;
  readonly given: unknown;
}

const double = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: double, shortCircuit: true } : next(name, context),
});
Object.assign(process.versions, { electron: '0.0.0-double', chrome: '0' });
// As in Electron, the folder comes right after the program.
process.argv.splice(1, 1);
Object.assign(process, { type: 'browser', resourcesPath: join(world.folder, 'resources') });

const electron = await import('./electron.ts');
const { serveSchemes, stopServing } = await import('./scheme.ts');
const { children } = await import('./utility.ts');
const instance = await import('./instance.ts');
const tell = (word: object): void => void process.send?.(word);

process.on('message', (wanted: Wanted) => void runInMain(wanted));
process.once('disconnect', () => void end());
electron.app.once('double-ends', () => void end());

const chromium = spawn(
  must(process.env['DOUBLE_CHROMIUM'], 'the path of Chromium'),
  [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--no-startup-window',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--window-size=1440,900',
    '--remote-debugging-port=0',
    '--remote-allow-origins=*',
    `--user-data-dir=${join(world.temporary, 'chromium')}`,
    `--lang=${process.env['DOUBLE_LANG'] ?? 'en-GB'}`,
  ],
  { stdio: ['ignore', 'ignore', 'pipe'] },
);
let isEnding = false;
chromium.once('exit', () => {
  if (isEnding) return;
  process.stderr.write('Chromium has ended\n');
  process.exit(1);
});

// Main is evaluated before 'ready', as in Electron; what it may only do afterwards throws before.
const main = join(world.folder, 'dist', 'electron', 'main.js');
const [address] = await Promise.all([listeningAddress(), serveSchemes()]);
world.browser = await Cdp.connect(address);
await world.browser.send('Target.setDiscoverTargets', { discover: true });
await import(main);
if (!isEnding) {
  world.isReady = true;
  tell({ t: 'browser', address });
  electron.app.emit('ready', {}, {});
}

/** Reads on to the end: a browser whose words nobody takes stops when the pipe is full. */
function listeningAddress(): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: chromium.stderr }).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    chromium.once('exit', () => reject(new Error('Chromium has ended')));
  });
}

async function runInMain({ id, source, given }: Wanted): Promise<void> {
  try {
    // The test's own function, as Playwright sends one to Electron: as text.
    // oxlint-disable-next-line typescript/no-implied-eval
    const work = new Function(`return (${source})`)() as (of: unknown, given: unknown) => unknown;
    tell({ t: 'result', id, value: await work(electron, given) });
  } catch (error) {
    tell({ t: 'result', id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** Ends what was started, children first. */
async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await instance.told;
  for (const child of children) child.kill();
  // Asked to close, it ends its own helpers before itself; one that hangs is ended all the same.
  const hangs = setTimeout(() => chromium.kill('SIGKILL'), 5000);
  const ended = chromium.exitCode === null && chromium.signalCode === null ? once(chromium, 'exit') : null;
  world.browser?.send('Browser.close').catch(() => chromium.kill());
  if (!world.browser) chromium.kill();
  await ended;
  clearTimeout(hangs);
  stopServing();
  rmSync(world.temporary, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}
