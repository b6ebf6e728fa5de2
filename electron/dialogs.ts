// The native dialogs: they return paths, which only the engine turns into something that a page may hold.
import { dialog, type BrowserWindow } from 'electron';
import type { Refusal } from '../shared/refused.ts';
import { sayRefusal } from '../shared/say-refused.ts';
import { say, type Language } from '../shared/words/say.ts';

/** The path of a project file that the person chose, null for none. */
export async function chooseProject(window: BrowserWindow, language: Language): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name: say(language, 'desktop.project-files'), extensions: ['crosscase'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Where to save a file that is offered as `name`, null for nowhere. The dialog itself asks before it writes over one. */
export async function chooseSave(window: BrowserWindow, name: string): Promise<string | null> {
  const ending = /\.(\w{1,9})$/.exec(name)?.[1];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: name,
    filters: ending === undefined ? [] : [{ name: ending, extensions: [ending] }],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Says a refusal for which no page is there to say it. */
export async function sayRefused(window: BrowserWindow, language: Language, refusal: Refusal): Promise<void> {
  await dialog.showMessageBox(window, { type: 'warning', message: sayRefusal(language, refusal) });
}
