// The native menu of a desktop window: every command, sent when one of them changes, done when it is chosen there.
import { useEffect, useRef } from 'react';
import type { MenuItem } from '../../shared/contract/shell.ts';
import { useCommands, type Command } from '../commands.ts';
import { engine } from '../engine.ts';
import { useWords, type Words } from '../words.ts';

export function NativeMenu() {
  const words = useWords();
  const commands = useCommands();
  const current = useRef(commands);
  useEffect(() => {
    current.current = commands;
    const items = commands.map((command) => itemOf(command, words));
    void engine.desktop?.showMenu({ language: words.language, items });
  }, [commands, words]);
  useEffect(
    () => engine.desktop?.onCommand((id) => choose(current.current.find((each) => each.id === id))),
    [],
  );
  return null;
}

/** Nothing is done behind a dialog. */
function choose(command: Command | undefined): void {
  if (!command?.enabled || document.querySelector('[role="dialog"]')) return;
  command.run();
}

/** A menu is no place for a whole sentence of a long name. */
const longestLabel = 80;

function itemOf({ id, group, words, values, keys, enabled }: Command, { say }: Words): MenuItem {
  const label = say(words, values);
  const characters = Array.from(label);
  const isLong = characters.length > longestLabel;
  return {
    id,
    group,
    label: isLong ? `${characters.slice(0, longestLabel - 1).join('')}…` : label,
    key: keys ? keys.map((key) => accelerators[key] ?? key).join('+') : null,
    enabled,
  };
}

/** Electron's names of the keys that are printed otherwise. */
const accelerators: Readonly<Record<string, string>> = {
  Ctrl: 'CmdOrCtrl',
  Del: 'Delete',
  '↓': 'Down',
  '↑': 'Up',
  '↵': 'Enter',
  '+': 'Plus',
  Esc: 'Escape',
  PgDn: 'PageDown',
  PgUp: 'PageUp',
};
