// What can be done from anywhere: the palette lists these, and keys lead to some of them.
import type { WordKey } from '../shared/words/say.ts';
import { chooseFiles } from './import/choose-files.ts';
import { closeProject } from './project.ts';
import { settings } from './settings.ts';
import { redoLatest, undoLatest } from './acts.ts';
import type { OpenSource } from './texts/open-source.ts';
import { desk } from './texts/room.ts';
import { goToCoding, goToSameCode, goToUncoded } from './texts/steps.ts';
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
    ...(state.place === 'texts' && desk.open ? readingCommands(desk.open) : []),
    ...(state.project ? [{ id: 'close', words: 'screen.close-project' as const, run: closeProject }] : []),
  ];
}

function readingCommands(open: OpenSource): readonly Command[] {
  return [
    { id: 'next-coding', words: 'texts.key-next', keys: ['Alt', '↓'], run: () => goToCoding(open, 'next') },
    {
      id: 'coding-before',
      words: 'texts.key-previous',
      keys: ['Alt', '↑'],
      run: () => goToCoding(open, 'previous'),
    },
    {
      id: 'same-code',
      words: 'texts.next-same-code',
      keys: ['Alt', 'Shift', '↓'],
      run: () => goToSameCode(open, 'next'),
    },
    { id: 'uncoded', words: 'texts.next-uncoded', keys: ['U'], run: () => goToUncoded(open, 'next') },
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
