// The desktop program as a person starts it: real Electron where its runtime is, else the double; every run says which.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type * as Electron from 'electron';
import { _electron, chromium, type Page } from 'playwright-core';
import { buildShell, buildWindow } from '../../electron/build.ts';
import { newestIn } from '../../electron/newer.ts';
import { findRuntime } from '../../electron/runtime.ts';
import type { HostSettings } from '../../shared/contract/host.ts';
import { must } from '../../shared/must.ts';
import { say, type Language, type Values, type WordKey } from '../../shared/words/say.ts';
import { findChromium, howToGetOne } from '../engine/loopback/chromium.ts';
import { aFolder } from '../helpers/project.ts';
import { patience, slowDown, until } from '../page/window.ts';

const root = join(import.meta.dirname, '../..');
const runtime = findRuntime();
const chromiumPath = 'program' in runtime ? null : findChromium();
export const kind = 'program' in runtime ? 'Electron' : 'the double of Electron';

/** A function that runs in main; it may use only its arguments. */
type InMain<R, A> = (electron: typeof Electron, given: A) => R | Promise<R>;

export interface Program {
  /** A folder that goes with the test; `home` in it is the person's. */
  readonly folder: string;
  readonly home: string;
  /** Where its settings are kept. */
  readonly settings: string;
  /** Waits for the window number `index`, in the order of opening. */
  page(index?: number): Promise<Page>;
  inMain<R, A = undefined>(work: InMain<R, A>, given?: A): Promise<R>;
  /** Answers the next dialogs with this path; null cancels them. */
  answerDialogs(path: string | null): Promise<void>;
  /** Waits until one of them was answered, and this page has the answer. */
  untilAnswered(page: Page): Promise<void>;
  say(key: WordKey, values?: Values): string;
  quit(): Promise<number | null>;
  /** What its processes wrote to the terminal. */
  readonly output: string[];
}

export interface Wish extends HostSettings {
  readonly language?: Language;
  /** A project to open. */
  readonly project?: string;
  /** The program's own folder, where it is not the one that was built from these sources. */
  readonly program?: string;
  /** The folder of another program of this test, with its settings. */
  readonly beside?: Program;
}

/** A test of the desktop program; skipped where there is neither Electron nor Chromium. */
export function desktopTest(name: string, work: (t: TestContext) => Promise<void>): void {
  const skip = kind !== 'Electron' && chromiumPath === null ? howToGetOne : false;
  test(`${name} (on ${kind})`, { skip, timeout: 300_000 }, work);
}

/** What each test has started. */
const started = new WeakMap<TestContext, Running[]>();

/** Starts the program; it ends with the test, before its folder goes. */
export async function start(t: TestContext, wish: Wish = {}): Promise<Program> {
  const { language = 'en', project, program, beside, ...rest } = wish;
  // A test that has run out of its time still goes on; what it starts then, nobody would end.
  t.signal.throwIfAborted();
  const own = started.get(t) ?? [];
  if (!started.has(t)) t.after(() => Promise.all(own.map((each) => each.kill())));
  started.set(t, own);
  const folder = beside?.folder ?? aFolder(t);
  const [home, config] = [join(folder, 'home'), join(folder, 'config')];
  const settings = join(config, process.platform === 'linux' ? 'crosscase' : 'Crosscase');
  mkdirSync(settings, { recursive: true });
  mkdirSync(home, { recursive: true });
  if (!beside) {
    const content = { settings: { language, ...rest }, recent: [] };
    writeFileSync(join(settings, 'settings.json'), JSON.stringify(content));
  }
  const env = {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: config,
    APPDATA: config,
    DOUBLE_LANG: language === 'zh' ? 'zh-CN' : 'en-GB',
  };
  const words = project === undefined ? [] : [project];
  const built = program ?? (await builtProgram());
  const running = await ('program' in runtime
    ? startElectron(runtime.program, [built, ...words], env)
    : startDouble([built, ...words], { ...env, DOUBLE_CHROMIUM: must(chromiumPath, 'Chromium') }));
  own.push(running);
  return {
    ...running,
    folder,
    home,
    settings,
    say: (key, values) => say(language, key, values),
    answerDialogs: (path) =>
      running.inMain(({ dialog }, given) => {
        const canceled = given === null;
        const answer = (what: object) => () => {
          Object.assign(dialog, { isAnswered: true });
          return Promise.resolve({ canceled, ...what });
        };
        Object.assign(dialog, {
          isAnswered: false,
          showOpenDialog: answer({ filePaths: given === null ? [] : [given] }),
          showSaveDialog: answer({ filePath: given ?? '' }),
        });
      }, path),
    untilAnswered: async (page) => {
      const isAnswered = (): Promise<boolean> =>
        running.inMain(({ dialog }) => 'isAnswered' in dialog && dialog.isAnswered === true);
      await until(isAnswered, true, 'a dialog');
      // What main answers comes in its order.
      await page.evaluate("shell.showProject('')");
    },
  };
}

type Running = Pick<Program, 'page' | 'inMain' | 'quit' | 'output'> & { kill(): Promise<void> };

async function startElectron(path: string, words: string[], env: NodeJS.ProcessEnv): Promise<Running> {
  const app = await _electron.launch({
    executablePath: path,
    args: [...(process.platform === 'linux' ? ['--no-sandbox'] : []), ...words],
    env: env as Record<string, string>,
  });
  const output: string[] = [];
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (part: Buffer) => output.push(part.toString()));
  return {
    output,
    page: async (index = 0) => {
      await until(() => Promise.resolve(app.windows().length > index), true, `window ${index}`);
      return prepared(must(app.windows()[index], 'a window'));
    },
    inMain: (work, given) => app.evaluate(work as never, given as never),
    quit: async () => {
      const ended = once(app.process(), 'exit');
      await app.evaluate(({ app: own }) => void setImmediate(() => own.quit()));
      await ended;
      return app.process().exitCode;
    },
    kill: () => app.close().catch(() => {}),
  };
}

interface DoubleWord {
  readonly t: 'browser' | 'result';
  readonly address?: string;
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
}

async function startDouble(words: string[], env: NodeJS.ProcessEnv): Promise<Running> {
  const launcher = join(import.meta.dirname, '../electron-double/launcher.ts');
  const child = fork(launcher, words, {
    env,
    // A group of its own: it can be ended with all that it has started.
    detached: true,
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => output.push(part.toString()));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const address = Promise.withResolvers<string>();
  child.on('message', (word: DoubleWord) => {
    if (word.t === 'browser') address.resolve(must(word.address, 'an address'));
    else if (word.error === undefined) waiting.get(must(word.id, 'an id'))?.resolve(word.value);
    else waiting.get(must(word.id, 'an id'))?.reject(new Error(word.error));
  });
  void ended.then(([code]) => {
    const error = new Error(`it ended with ${code}: ${output.join('')}`);
    address.reject(error);
    for (const { reject } of waiting.values()) reject(error);
  });
  const browser = await chromium.connectOverCDP(await address.promise, { isLocal: true });
  const inMain: Running['inMain'] = (work, given) => {
    const id = waiting.size;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(id, answer);
    // Where it has ended meanwhile, all that waits is refused.
    child.send({ id, source: String(work), given }, () => {});
    return answer.promise as never;
  };
  const targets = (): Promise<string[]> =>
    inMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .toSorted((a, b) => a.id - b.id)
        .map(({ webContents }) => (webContents as unknown as { target: string }).target),
    );
  return {
    output,
    inMain,
    page: async (index = 0) => {
      const found = async (): Promise<Page | undefined> => {
        const target = (await targets())[index];
        const pages = browser.contexts().flatMap((context) => context.pages());
        for (const page of target === undefined || target === '' ? [] : pages) {
          const session = await page.context().newCDPSession(page);
          const { targetInfo } = await session.send('Target.getTargetInfo');
          await session.detach();
          if (targetInfo.targetId === target) return page;
        }
        return undefined;
      };
      let page: Page | undefined;
      await until(async () => (page = await found()) !== undefined, true, `window ${index}`);
      return prepared(must(page, 'a page'));
    },
    quit: async () => {
      await inMain(({ app }) => void setImmediate(() => app.quit()));
      const [code] = await within(patience, ended, `the program quits; it wrote: ${output.join('')}`);
      await browser.close();
      return code;
    },
    kill: async () => {
      if (child.connected) child.disconnect();
      await within(15_000, ended, 'the program ends').catch(() => endGroup(must(child.pid, 'its process')));
      await within(5000, browser.close(), 'the connection to the browser ends').catch(() => {});
    },
  };
}

/** Waits no longer than so many milliseconds. */
async function within<T>(milliseconds: number, work: Promise<T>, what: string): Promise<T> {
  const tooLong = new AbortController();
  const late = delay(milliseconds, undefined, { signal: tooLong.signal }).then(() => {
    throw new Error(`waited in vain until ${what}`);
  });
  late.catch(() => {});
  return Promise.race([work, late]).finally(() => tooLong.abort());
}

function endGroup(pid: number): void {
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
}

async function prepared(page: Page): Promise<Page> {
  page.setDefaultTimeout(patience);
  await slowDown(page);
  // Listened for from the beginning: a chooser that opens before the browser knows of the listener is lost.
  page.on('filechooser', () => {});
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // It begins empty, and what is asked of it then is lost.
  await page.waitForURL((url) => url.href !== 'about:blank');
  return page;
}

/** A folder that Electron can be given, of the sources as they are now: built by the first test that asks. */
export async function builtProgram(): Promise<string> {
  const kept = join(root, 'node_modules/.cache/desktop');
  const wanted = join(
    kept,
    String(Math.max(...['electron', 'renderer', 'shared'].map((each) => newestIn(join(root, each))))),
  );
  if (existsSync(wanted)) return wanted;
  const own = join(kept, `of-${process.pid}`);
  await buildShell(join(own, 'dist'));
  await buildWindow(join(own, 'dist'));
  describe(own);
  // Another process may have been quicker.
  if (existsSync(wanted)) rmSync(own, { recursive: true });
  else renameSync(own, wanted);
  const day = 86_400_000;
  for (const name of readdirSync(kept))
    if (statSync(join(kept, name)).mtimeMs < Date.now() - day) rmSync(join(kept, name), { recursive: true });
  return wanted;
}

/** The built program with one fault: `pattern` must stand in `file` once, and `instead` takes its place. */
export async function faultyProgram(
  t: TestContext,
  file: string,
  pattern: RegExp,
  instead: string,
): Promise<string> {
  const folder = join(aFolder(t), 'program');
  cpSync(join(await builtProgram(), 'dist'), join(folder, 'dist'), { recursive: true });
  describe(folder);
  const path = join(folder, 'dist', file);
  const code = readFileSync(path, 'utf8');
  assert.equal([...code.matchAll(new RegExp(pattern, 'g'))].length, 1, `${String(pattern)} in ${file}`);
  writeFileSync(path, code.replace(pattern, instead));
  return folder;
}

/** What Electron reads of a program, and the one package that no bundle holds. */
function describe(folder: string): void {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const about = { name: 'crosscase', version, type: 'module', main: 'dist/electron/main.js' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(about));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}
