// The native menu: the window's own commands, with what each system expects beside them.
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { menuGroups, type CommandMenu, type MenuGroup, type MenuItem } from '../shared/contract/shell.ts';
import { say, type Language } from '../shared/words/say.ts';

const onMac = process.platform === 'darwin';

/** What the system itself does. Each has its word in shared/words. */
type Role =
  (typeof editing | typeof viewing | typeof windowing | typeof ofProgram)[number] | 'quit' | 'about';
type Entry = Role | 'separator';

const editing = ['separator', 'cut', 'copy', 'paste', 'selectAll'] as const;
const viewing = ['separator', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'] as const;
const windowing = ['minimize', 'zoom', 'close', 'separator', 'front'] as const;
const ofProgram = ['about', 'separator', 'hide', 'hideOthers', 'unhide', 'separator', 'quit'] as const;

/** The entries beneath the commands of a menu; a Mac keeps those of the program in a menu of their own. */
const beneath: Partial<Readonly<Record<MenuGroup, readonly Entry[]>>> = {
  edit: editing,
  view: viewing,
  ...(onMac ? {} : { file: ['separator', 'quit'], help: ['separator', 'about'] }),
};

/** What is done when the person chooses in the menu. */
export interface Chosen {
  /** A command of the page, by its id. */
  command(id: string): void;
  project(path: string): void;
}

/** Shows the commands in their menus, in the order given, and the projects opened lately (paths, latest first). */
export function showMenu({ language, items }: CommandMenu, recent: readonly string[], chosen: Chosen): void {
  const menuOf = (group: MenuGroup): MenuItemConstructorOptions => ({
    label: say(language, `menu.${group}`),
    submenu: [
      ...items.filter((item) => item.group === group).map((item) => entryOf(item, chosen.command)),
      ...(group === 'file' ? recentEntries(language, recent, chosen.project) : []),
      ...systemEntries(language, beneath[group] ?? []),
    ],
  });
  const windows = onMac ? windowing : (['minimize', 'close'] as const);
  const window: MenuItemConstructorOptions = {
    label: say(language, 'menu.window'),
    submenu: systemEntries(language, windows),
  };
  const program = { label: 'Crosscase', submenu: systemEntries(language, ofProgram) };
  const menus = menuGroups.map(menuOf).filter(({ submenu }) => Array.isArray(submenu) && submenu.length > 0);
  const isLast = items.some(({ group }) => group === 'help') || !onMac ? -1 : menus.length;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...(onMac ? [program] : []), ...menus.toSpliced(isLast, 0, window)]),
  );
}

/**
 * The page hears its keys itself, so that none is taken from words being typed: a menu only shows them. A Mac cannot only
 * show one: a key without ⌘, ⌥ or ⌃ stands in the label there.
 */
function entryOf({ id, label, key, enabled }: MenuItem, choose: (id: string) => void) {
  const isShown = key !== null && (!onMac || /^(?:CmdOrCtrl|Alt|Ctrl)\+/.test(key));
  // A single & would be swallowed and underline the letter after it.
  const text = label.replaceAll('&', '&&');
  return {
    id,
    label: key === null || isShown ? text : `${text} (${key})`,
    enabled,
    click: () => choose(id),
    ...(isShown ? { accelerator: key, registerAccelerator: false } : {}),
  };
}

/** So many projects stand in the menu; the start screen has them all. */
const mostRecent = 10;

function recentEntries(
  language: Language,
  paths: readonly string[],
  open: (path: string) => void,
): MenuItemConstructorOptions[] {
  const there = paths.filter((path) => existsSync(path)).slice(0, mostRecent);
  if (there.length === 0) return [];
  const nameOf = (path: string): string => basename(path, '.crosscase');
  const submenu = there.map((path) => {
    const isOnly = there.filter((each) => nameOf(each) === nameOf(path)).length === 1;
    const label = isOnly ? nameOf(path) : `${nameOf(path)} – ${dirname(path)}`;
    return { label: label.replaceAll('&', '&&'), click: () => open(path) };
  });
  return [{ type: 'separator' }, { label: say(language, 'menu.recent'), submenu }];
}

function systemEntries(language: Language, entries: readonly Entry[]): MenuItemConstructorOptions[] {
  return entries.map((role) =>
    role === 'separator' ? { type: 'separator' } : { role, label: say(language, `menu.${role}`) },
  );
}
