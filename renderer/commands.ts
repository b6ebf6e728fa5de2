// What can be done from anywhere: palette and native menu list these, and keys lead to most of them.
import { useMemo } from 'react';
import type { MenuGroup } from '../shared/contract/shell.ts';
import { say, type Language, type Values, type WordKey } from '../shared/words/say.ts';
import { useValue } from './engine.ts';
import { chooseFiles } from './import/choose-files.ts';
import { tableActs } from './matrices/table-acts.ts';
import { redo, undo, useNextSteps, type NextSteps } from './next-steps.ts';
import { print } from './print/print.tsx';
import { closeProject } from './project.ts';
import { settings } from './settings.ts';
import { startActs } from './start/start-acts.ts';
import { useStore } from './store.ts';
import { editing } from './texts/editing/edit.ts';
import { roomActs, type RoomAct } from './texts/room-acts.ts';
import { desk, room } from './texts/room.ts';
import { goBack, places, windowState, type Place } from './window-state.ts';
import { useWords } from './words.ts';

export interface Command {
  readonly id: string;
  readonly group: MenuGroup;
  readonly words: WordKey;
  readonly values?: Values;
  /** As <Keys> prints them. */
  readonly keys?: readonly string[];
  readonly enabled: boolean;
  readonly run: () => void;
}

/** What decides which commands can be done now. */
interface Standing {
  readonly language: Language;
  readonly hasProject: boolean;
  readonly place: Place;
  /** Where the passage in view was opened from. */
  readonly cameFrom: Place | null;
  /** A text lies open in the room of texts. */
  readonly isReading: boolean;
  readonly next: NextSteps;
}

/** Every command, in the order of the menus; the same list as long as nothing of it changes. */
export function useCommands(): readonly Command[] {
  const { language } = useWords();
  const hasProject = useStore(windowState, ({ project }) => project !== null);
  const place = useStore(windowState, (state) => state.place);
  const source = useStore(windowState, (state) => state.source);
  const cameFrom = useStore(windowState, (state) => state.cameFrom?.place ?? null);
  const sources = useValue('sources.list', hasProject ? {} : null)?.sources;
  const next = useNextSteps(hasProject);
  const isReading = hasProject && place === 'texts' && sources?.some(({ uid }) => uid === source) === true;
  return useMemo(
    () => allCommands({ language, hasProject, place, cameFrom, isReading, next }),
    [language, hasProject, place, cameFrom, isReading, next],
  );
}

function allCommands(now: Standing): readonly Command[] {
  return [
    ...fileCommands(now),
    ...editCommands(now),
    ...textCommands(now),
    ...tableCommands(now),
    ...goCommands(now),
    ...codeCommands(now),
    ...viewCommands(now),
  ];
}

function fileCommands({ hasProject, place, isReading }: Standing): readonly Command[] {
  const start = { group: 'file', enabled: !hasProject } as const;
  const file = { group: 'file', enabled: hasProject } as const;
  return [
    { ...start, id: 'new', words: 'start.new', keys: ['N'], run: () => startActs.current?.create() },
    { ...start, id: 'open', words: 'start.open', keys: ['O'], run: () => startActs.current?.open() },
    { ...start, id: 'sample', words: 'start.sample', keys: ['S'], run: () => startActs.current?.sample() },
    { ...file, id: 'import', words: 'command.import', run: chooseFiles },
    {
      id: 'export',
      group: 'file',
      words: 'command.export',
      enabled: hasProject && place === 'matrices',
      run: () => windowState.set({ floating: 'export' }),
    },
    {
      id: 'print',
      group: 'file',
      words: 'printing.print',
      keys: ['Ctrl', 'P'],
      enabled: isReading || (hasProject && place === 'matrices'),
      run: () => void print(),
    },
    { ...file, id: 'close', words: 'screen.close-project', run: closeProject },
  ];
}

function editCommands({ hasProject, isReading, next }: Standing): readonly Command[] {
  return [
    {
      id: 'undo',
      group: 'edit',
      keys: ['Ctrl', 'Z'],
      ...next.undo,
      run: undo,
    },
    {
      id: 'redo',
      group: 'edit',
      keys: ['Ctrl', 'Shift', 'Z'],
      ...next.redo,
      run: redo,
    },
    {
      id: 'new-code',
      group: 'edit',
      words: 'codebook.new',
      enabled: hasProject,
      run: () => windowState.set({ place: 'codebook', floating: 'new-code' }),
    },
    {
      id: 'link-types',
      group: 'edit',
      words: 'links.types',
      enabled: hasProject,
      run: () => windowState.set({ floating: 'link-types' }),
    },
    {
      id: 'new-case',
      group: 'edit',
      words: 'cases.new',
      enabled: hasProject,
      run: () => windowState.set({ place: 'cases', floating: 'new-case' }),
    },
    {
      id: 'about-source',
      group: 'edit',
      words: 'about.command',
      keys: ['F2'],
      enabled: isReading,
      run: () => windowState.set({ floating: 'about-source' }),
    },
    {
      id: 'palette',
      group: 'edit',
      words: 'command.palette',
      keys: ['Ctrl', 'K'],
      enabled: hasProject,
      run: () => windowState.set({ floating: 'palette' }),
    },
  ];
}

function textCommands({ isReading }: Standing): readonly Command[] {
  const text = { group: 'edit', enabled: isReading } as const;
  return [
    {
      ...text,
      id: 'change-speaker',
      words: 'editing.change-speaker',
      run: () => editing.set({ panel: 'speaker' }),
    },
    { ...text, id: 'versions', words: 'editing.versions', run: () => editing.set({ panel: 'versions' }) },
    {
      ...text,
      id: 'replace-text',
      words: 'editing.replace-by-file',
      run: () => editing.set({ panel: 'file' }),
    },
  ];
}

function tableCommands({ hasProject, place }: Standing): readonly Command[] {
  const enabled = hasProject && place === 'matrices';
  return tableActs.map((act) => ({ ...act, group: 'edit', enabled }));
}

function goCommands({ language, hasProject, cameFrom, isReading }: Standing): readonly Command[] {
  return [
    ...places.map((place, index) => ({
      id: `place-${place}`,
      group: 'go' as const,
      words: `place.${place}` as const,
      keys: ['Alt', String(index + 1)],
      enabled: hasProject,
      run: () => windowState.set({ place }),
    })),
    ...(cameFrom && isReading
      ? [
          {
            id: 'back',
            group: 'go' as const,
            words: 'screen.back' as const,
            values: { place: say(language, `place.${cameFrom}`) },
            keys: ['Alt', '←'],
            enabled: true,
            run: goBack,
          },
        ]
      : []),
    ...roomCommands(isReading, 'go'),
    {
      group: 'go',
      enabled: isReading,
      id: 'find',
      words: 'texts.find',
      keys: ['Ctrl', 'F'],
      run: () => room.set({ finding: true }),
    },
  ];
}

function codeCommands({ isReading }: Standing): readonly Command[] {
  return roomCommands(isReading, 'code', 'coding', 'select');
}

/** The acts of the reading room, as its keys do them. */
function roomCommands(isReading: boolean, ...groups: readonly RoomAct['group'][]): readonly Command[] {
  return roomActs
    .filter(({ group }) => groups.includes(group))
    .map(({ id, words, keys, run, group }) => ({
      id,
      group: menuOf(group),
      words,
      keys,
      enabled: isReading,
      run: () => void (desk.open && run(desk.open)),
    }));
}

function menuOf(group: RoomAct['group']): MenuGroup {
  if (group === 'look') return 'view';
  return group === 'go' ? 'go' : 'code';
}

function viewCommands({ hasProject, isReading }: Standing): readonly Command[] {
  return [
    ...roomCommands(isReading, 'look'),
    { id: 'language', group: 'view', words: 'command.language', enabled: true, run: changeLanguage },
    { id: 'theme', group: 'view', words: 'command.theme', enabled: true, run: changeTheme },
    {
      id: 'shortcuts',
      group: 'help',
      words: 'command.shortcuts',
      keys: ['?'],
      enabled: hasProject,
      run: () => windowState.set({ floating: 'shortcuts' }),
    },
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
