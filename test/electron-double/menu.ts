// Menu: the template as it was given, and clicking on what is in it.
import type { MenuItemConstructorOptions } from 'electron';
import { BrowserWindow } from './browser-window.ts';
import { strict } from './strict.ts';

class Item {
  readonly id: string;
  readonly label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly enabled: boolean;
  readonly registerAccelerator: boolean;
  readonly submenu: Menu | undefined;
  readonly #click: MenuItemConstructorOptions['click'];

  constructor({
    id = '',
    label = '',
    role,
    type = 'normal',
    enabled = true,
    ...rest
  }: MenuItemConstructorOptions) {
    this.id = id;
    this.label = label;
    this.role = role;
    this.type = type;
    this.enabled = enabled;
    this.accelerator = typeof rest.accelerator === 'string' ? rest.accelerator : undefined;
    this.registerAccelerator = rest.registerAccelerator ?? true;
    this.submenu = Array.isArray(rest.submenu) ? new Menu(rest.submenu) : undefined;
    this.#click = rest.click;
  }

  /** As a person who chooses it; a disabled one does nothing. */
  click(): void {
    const window = BrowserWindow.getAllWindows().at(-1);
    if (this.enabled) this.#click?.(this as never, window as never, {});
  }
}

let shown: Menu | null = null;

export class Menu {
  readonly items: readonly Item[];

  constructor(template: readonly MenuItemConstructorOptions[]) {
    this.items = template.map((each) => strict(new Item(each), 'MenuItem'));
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    return strict(new Menu(template), 'Menu');
  }

  static setApplicationMenu(menu: Menu | null): void {
    shown = menu;
  }

  static getApplicationMenu(): Menu | null {
    return shown;
  }

  getMenuItemById(id: string): Item | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found) return found;
    }
    return null;
  }
}
