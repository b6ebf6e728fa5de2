// The native menu: the window's own commands, with what each system expects beside them.
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

/** Shows the commands in their menus, in the order given; `choose` is told the id of the one that was chosen. */
export function showMenu({ language, items }: CommandMenu, choose: (id: string) => void): void {
  const menuOf = (group: MenuGroup): MenuItemConstructorOptions => ({
    label: say(language, `menu.${group}`),
    submenu: [
      ...items.filter((item) => item.group === group).map((item) => entryOf(item, choose)),
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

function systemEntries(language: Language, entries: readonly Entry[]): MenuItemConstructorOptions[] {
  return entries.map((role) =>
    role === 'separator' ? { type: 'separator' } : { role, label: say(language, `menu.${role}`) },
  );
}
