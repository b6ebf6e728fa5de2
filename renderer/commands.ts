// What can be done from anywhere: the palette lists these, and keys lead to some of them.
import type { WordKey } from '../shared/words/say.ts';
import { chooseFiles } from './import/choose-files.ts';
import { closeProject } from './project.ts';
import { settings } from './settings.ts';
import { redoLatest, undoLatest } from './acts.ts';
import { windowState, type WindowState } from './window-state.ts';

export interface Command {
  readonly id: string;
  readonly words: WordKey;
  readonly keys?: readonly string[];
  readonly run: () => void;
}

/** The commands that make sense now. */
export function commands(state: WindowState): readonly Command[] {
  return [
    { id: 'import', words: 'command.import', run: chooseFiles },
    { id: 'undo', words: 'command.undo', keys: ['Ctrl', 'Z'], run: undoLatest },
    { id: 'redo', words: 'command.redo', keys: ['Ctrl', 'Shift', 'Z'], run: redoLatest },
    {
      id: 'shortcuts',
      words: 'command.shortcuts',
      keys: ['?'],
      run: () => windowState.set({ floating: 'shortcuts' }),
    },
    { id: 'language', words: 'command.language', run: changeLanguage },
    { id: 'theme', words: 'command.theme', run: changeTheme },
    ...(state.project ? [{ id: 'close', words: 'screen.close-project' as const, run: closeProject }] : []),
  ];
}

function changeLanguage(): void {
  settings.set({ language: settings.get().language === 'en' ? 'zh' : 'en' });
}

function changeTheme(): void {
  const order = ['light', 'dark', 'contrast'] as const;
  const shown = document.documentElement.dataset['theme'];
  const next = order[(order.findIndex((theme) => theme === shown) + 1) % order.length];
  settings.set({ theme: next ?? 'light' });
}
