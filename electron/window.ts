// One window with its engine: the project in it, its title and place, and starting again what has ended.
import { basename, join } from 'node:path';
import { BrowserWindow, MessageChannelMain, nativeTheme, screen } from 'electron';
import type { HostSettings } from '../shared/contract/host.ts';
import { commandChosen, engineEnded, enginePort, windowLeaving } from '../shared/contract/shell-names.ts';
import { startEngine, type EngineProcess } from './engine-process.ts';
import { origin, webPreferences } from './lock-down.ts';
import { canBeReached, keepPlace, readPlace, type WindowPlace } from './window-place.ts';

export interface ProjectWindow {
  readonly window: BrowserWindow;
  /** Path of the project's file; null while the window shows none. */
  file(): string | null;
  /** The window's engine; one that ended is started again, with the project that was open. */
  engine(): Promise<EngineProcess>;
  /** Opens a project instead of the one that is shown. Throws Refused. */
  open(path: string): Promise<void>;
  /** Gives the page a new wire to the engine. */
  connect(): Promise<void>;
  /** Tells the page which command was chosen in the menu. */
  choose(id: string): void;
  /** The page has stored what was being written in it: the window that waits for it closes. */
  left(): void;
  /** Settles after the window is closed and its project with it. */
  readonly ended: Promise<void>;
}

/** `settings` is the folder of settings; `heed` hears of those that the person changed. */
export function openWindow(settings: string, heed: (settings: HostSettings) => void): ProjectWindow {
  const kept = readPlace(settings);
  const window = new BrowserWindow({ ...whereToStand(kept), ...looks() });
  const { webContents } = window;
  let file: string | null = null;
  let running: Promise<EngineProcess> | null = null;
  let opening: Promise<unknown> = Promise.resolve();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();

  const engine = (): Promise<EngineProcess> => (running ??= start());
  async function start(): Promise<EngineProcess> {
    const toReopen = file;
    const started = startEngine((told) => {
      if (told.about === 'settings') heed(told.settings);
      else show(told.file);
    });
    void started.ended.then(() => {
      running = null;
      if (!webContents.isDestroyed()) webContents.send(engineEnded);
    });
    if (toReopen !== null) {
      // Where the project cannot be opened any more, the page begins anew and the person sees why when opening it.
      await started.call('project.open', { path: toReopen, access: 'any' }).catch(() => show(null));
    }
    return started;
  }

  function show(path: string | null): void {
    file = path;
    if (window.isDestroyed()) return;
    window.setTitle(path === null ? 'Crosscase' : `${basename(path, '.crosscase')} – Crosscase`);
    window.setRepresentedFilename(path ?? '');
  }

  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (kept?.isMaximized === true) window.maximize();
    window.show();
  });
  const leaving = leaveFirst(window);
  window.on('close', (event) => {
    keepPlace(settings, placeOf(window));
    if (!leaving.mayClose()) event.preventDefault();
  });
  window.once('closed', () => {
    void (running ? running.then((each) => each.close()) : Promise.resolve()).then(end);
  });
  webContents.on('render-process-gone', (_, { reason }) => {
    leaving.forget();
    if (reason !== 'clean-exit') webContents.reload();
  });
  // A window that is closed while it loads has nothing more to say.
  window.loadURL(`${origin}/index.html`).catch(() => {});

  return {
    window,
    ended,
    engine,
    file: () => file,
    left: leaving.done,
    open: async (path) => {
      const opened = engine().then((each) => each.call('project.open', { path, access: 'write' }));
      // A page that comes meanwhile finds the project open, and does not show the start screen first.
      opening = opened.catch(() => {});
      await opened;
      file = path;
    },
    connect: async () => {
      await opening;
      const { port1, port2 } = new MessageChannelMain();
      (await engine()).takeWindow(port1);
      webContents.postMessage(enginePort, null, [port2]);
      leaving.expect();
    },
    choose: (id) => {
      // A Mac keeps the menu of a window that was closed.
      if (!webContents.isDestroyed()) webContents.send(commandChosen, id);
    },
  };
}

/** How long a page may take to store what is being written when its window closes, in milliseconds. */
const patience = 3000;

/** The way of a page out of its window: one that runs is asked to store what is being written, and waited for. */
function leaveFirst(window: BrowserWindow) {
  let state: 'unasked' | 'running' | 'leaving' | 'done' = 'unasked';
  const done = (): void => {
    if (state !== 'leaving') return;
    state = 'done';
    if (!window.isDestroyed()) window.close();
  };
  return {
    /** A page is there that will answer. */
    expect: (): void => {
      if (state === 'unasked') state = 'running';
    },
    /** Whether the window may close now; where its page runs it is asked first. */
    mayClose: (): boolean => {
      if (state === 'running') {
        state = 'leaving';
        window.webContents.send(windowLeaving);
        setTimeout(done, patience);
      }
      return state !== 'leaving';
    },
    done,
    /** The page is gone: nobody will answer. */
    forget: (): void => {
      done();
      if (state === 'running') state = 'unasked';
    },
  };
}

function looks(): Electron.BrowserWindowConstructorOptions {
  return {
    show: false,
    title: 'Crosscase',
    minWidth: 720,
    minHeight: 480,
    // What is seen before the page has painted; the page's own colours follow.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1d20' : '#fdfcfa',
    webPreferences: webPreferences(join(import.meta.dirname, 'preload.cjs')),
  };
}

/** Where the latest window stood, unless its screen is gone. */
function whereToStand(kept: WindowPlace | null): Partial<WindowPlace> {
  if (kept === null) return { width: 1440, height: 900 };
  const { x, y, width, height } = kept;
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  return canBeReached(kept, screens) ? { x, y, width, height } : { width, height };
}

function placeOf(window: BrowserWindow): WindowPlace {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
}
