// Electron's main process: windows, native dialogs and the way between pages and engines. It never sees project data.
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, nativeTheme, protocol } from 'electron';
import type { HostSettings } from '../shared/contract/host.ts';
import type { CommandMenu } from '../shared/contract/shell.ts';
import { Refused } from '../shared/refused.ts';
import type { Language } from '../shared/words/say.ts';
import { sayRefused } from './dialogs.ts';
import { createRemembered, settingsFolder } from './engine/window/remembered.ts';
import { answerPages } from './ipc.ts';
import { lockDown } from './lock-down.ts';
import { showMenu } from './menu.ts';
import { pageCalls } from './page-calls.ts';
import { servePages } from './serve-pages.ts';
import { openWindow, type ProjectWindow } from './window.ts';

const settings = settingsFolder(process.platform, process.env);
const remembered = createRemembered(settings);
const windows = new Set<ProjectWindow>();
let isQuitting = false;

// Before the lock: who has other settings is another person, or a test.
app.setPath('userData', join(settings, 'desktop'));
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

const wanted = projectIn(process.argv);
if (app.requestSingleInstanceLock({ project: wanted })) run();
else app.quit();

function run(): void {
  const early: string[] = wanted === null ? [] : [wanted];
  app.on('second-instance', (_, _words, _folder, given) => {
    const { project } = Object(given) as { project?: unknown };
    void comeForward(typeof project === 'string' ? project : null);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) void comeForward(path);
    else early.push(path);
  });
  app.on('activate', () => void comeForward(null));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // A window that waits for its page puts the quitting off; it goes on when the last one has closed.
  app.on('before-quit', () => (isQuitting = true));
  app.on('will-quit', (event) => {
    if (windows.size === 0) return;
    // Engines close their projects first.
    event.preventDefault();
  });
  void app.whenReady().then(async () => {
    lockDown();
    protocol.handle('app', servePages(join(import.meta.dirname, '../renderer')));
    menuOf({ language: language(), items: [] }, null);
    follow(remembered.settings());
    app.setAboutPanelOptions(about());
    answerPages(pageCalls({ windows, language, show: comeForward, showMenu: menuOf }));
    if (early.length === 0) addWindow();
    for (const path of early) await comeForward(path);
  });
}

/** A second start, a double click on a file, the dock: shows a project, or else the program. */
async function comeForward(path: string | null): Promise<void> {
  const open = [...windows].filter(({ window }) => !window.isDestroyed());
  if (path === null) return bringForward(open.at(-1) ?? addWindow());
  const project = existsSync(path) ? realpathSync.native(path) : path;
  const showing = open.find((each) => each.file() === project);
  if (showing) return bringForward(showing);
  const free = open.find((each) => each.file() === null) ?? addWindow();
  bringForward(free);
  try {
    await free.open(project);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await sayRefused(free.window, language(), error.refusal);
  }
}

function addWindow(): ProjectWindow {
  const added = openWindow(settings, follow);
  windows.add(added);
  void added.ended.then(() => {
    windows.delete(added);
    if (windows.size === 0 && isQuitting) app.quit();
  });
  return added;
}

/** A project that was opened lately and is chosen in the menu comes into a window as a double click brings it there. */
function menuOf(menu: CommandMenu, own: ProjectWindow | null): void {
  showMenu(menu, remembered.recent(), {
    command: (id) => own?.choose(id),
    project: (path) => void comeForward(path),
  });
}

function bringForward({ window }: ProjectWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Windows, menus and dialogs of the system look as the page does. */
function follow({ theme = 'system' }: HostSettings): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'light' : theme;
}

/** The project among the words of a start: `electron FOLDER PROJECT` while developing, `crosscase PROJECT` else. */
function projectIn(words: readonly string[]): string | null {
  const given = words.slice(app.isPackaged ? 1 : 2).find((word) => !word.startsWith('-'));
  return given === undefined ? null : resolve(given);
}

function language(): Language {
  return remembered.settings().language ?? (app.getLocale().startsWith('zh') ? 'zh' : 'en');
}

function about(): Electron.AboutPanelOptionsOptions {
  const { electron, chrome, node } = process.versions;
  return {
    applicationName: 'Crosscase',
    applicationVersion: app.getVersion(),
    version: `Electron ${electron} · Chromium ${chrome} · Node ${node}`,
    copyright: 'MIT',
  };
}
