// A double of the module 'electron' as main sees it. What it cannot show: native menus, dialogs and windows, the real
// sandbox and process model, archives and fuses, files opened by the system, and whatever only one version of Electron does.
import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc.ts';
export { Menu } from './menu.ts';
export { MessageChannelMain } from './ports.ts';
export { protocol } from './scheme.ts';
export { session } from './session.ts';
export { utilityProcess } from './utility.ts';

/** Nobody sits before it: every dialog is cancelled, unless a test puts its own answer in the place of one. */
export const dialog = {
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
  showMessageBox: () => Promise.resolve({ response: 0, checkboxChecked: false }),
};

class NativeTheme extends EventEmitter {
  themeSource = 'system';
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark';
  }
}
export const nativeTheme = strict(new NativeTheme(), 'nativeTheme');

export const screen = strict(
  { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
  'screen',
);
