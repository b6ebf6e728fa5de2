// The native menu: the window's own commands, with what each system expects beside them.
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuItem } from '../shared/contract/shell.ts';

/** Shows `items` in menus by their groups, in the order given; `choose` is told the id of the one that was chosen. */
export function showMenu(items: readonly MenuItem[], choose: (id: string) => void): void {
  const groups = Map.groupBy(items, ({ group }) => group);
  const menus = [...groups].map(([label, members]) => ({
    label,
    submenu: members.map(({ id, label: own, key, enabled }) => ({
      id,
      label: own,
      enabled,
      click: () => choose(id),
      ...(key === null ? {} : { accelerator: key }),
    })),
  }));
  Menu.setApplicationMenu(Menu.buildFromTemplate([...systemMenus(), ...menus]));
}

/** A Mac copies, pastes and quits by its menus. */
function systemMenus(): MenuItemConstructorOptions[] {
  return process.platform === 'darwin'
    ? [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]
    : [];
}
