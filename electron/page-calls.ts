// What main does for a page: its wire, native dialogs, the menu and printing.
import { existsSync, realpathSync } from 'node:fs';
import type { WebContents } from 'electron';
import type { CommandMenu } from '../shared/contract/shell.ts';
import { must } from '../shared/must.ts';
import { Refused } from '../shared/refused.ts';
import type { Language } from '../shared/words/say.ts';
import { chooseProject, chooseSave } from './dialogs.ts';
import { writeFileWhole } from './engine/export/write-file.ts';
import type { ShellHandlers } from './ipc.ts';
import type { ProjectWindow } from './window.ts';

export interface Program {
  readonly windows: ReadonlySet<ProjectWindow>;
  language(): Language;
  /** Shows the commands of a window in the native menu. */
  showMenu(menu: CommandMenu, of: ProjectWindow | null): void;
  /** Shows a project in the window that has it, or in another one. */
  show(path: string): Promise<void>;
}

/** The handlers of every call in shared/contract/shell.ts. */
export function pageCalls({ windows, language, show, showMenu }: Program): ShellHandlers {
  const menus = new WeakMap<ProjectWindow, CommandMenu>();
  const windowOf = (page: WebContents): ProjectWindow =>
    must(
      [...windows].find(({ window }) => !window.isDestroyed() && window.webContents.id === page.id),
      'the window of a page',
    );
  const grant = async (own: ProjectWindow, path: string) =>
    (await own.engine()).call('files.grant', { path });
  return {
    'engine.connect': async (_, page) => {
      await windowOf(page).connect();
      return null;
    },
    'files.grant': async ({ path, name }, page) => {
      if (path === '') throw new Refused('refused.file-without-path', { file: name });
      return (await grant(windowOf(page), path)).token;
    },
    'files.save': async ({ name }, page) => {
      const own = windowOf(page);
      const path = await chooseSave(own.window, name);
      return path === null ? null : (await grant(own, path)).token;
    },
    'project.choose': async (_, page) => {
      const own = windowOf(page);
      const path = await chooseProject(own.window, language());
      if (path === null) return null;
      const isShown = [...windows].some((each) => each.file() === path);
      if (own.file() === null && !isShown) return grant(own, path);
      await show(path);
      return null;
    },
    'project.show': async ({ path }, page) => {
      const file = existsSync(path) ? realpathSync.native(path) : path;
      const other = [...windows].find((each) => each !== windowOf(page) && each.file() === file);
      if (other) await show(file);
      return other !== undefined;
    },
    'window.left': (_, page) => {
      windowOf(page).left();
      return Promise.resolve(null);
    },
    'menu.show': async (menu, page) => {
      const own = windowOf(page);
      if (!menus.has(own))
        own.window.on('focus', () => showMenu(must(menus.get(own), 'a menu was set'), own));
      menus.set(own, menu);
      if (own.window.isFocused()) showMenu(menu, own);
      return null;
    },
    'print.pdf': async ({ name }, page) => {
      const path = await chooseSave(windowOf(page).window, name);
      if (path === null) return false;
      await writeFileWhole(path, await page.printToPDF({ printBackground: true, preferCSSPageSize: true }));
      return true;
    },
  };
}
