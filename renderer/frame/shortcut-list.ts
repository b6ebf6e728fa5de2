// Every key of the window, as the sheet of keys lists it; a place adds its group here.
import type { WordKey } from '../../shared/words/say.ts';
import { tableActs } from '../matrices/table-acts.ts';
import { roomActs, type RoomAct } from '../texts/room-acts.ts';

export interface ShortcutGroup {
  readonly title: WordKey;
  readonly keys: readonly (readonly [readonly string[], WordKey])[];
}

const everywhere: ShortcutGroup = {
  title: 'screen.everywhere',
  keys: [
    [['Ctrl', 'K'], 'command.palette'],
    [['Ctrl', 'P'], 'printing.print'],
    [['Ctrl', 'Z'], 'command.undo'],
    [['Ctrl', 'Shift', 'Z'], 'command.redo'],
    [['Alt', '1'], 'place.texts'],
    [['Alt', '2'], 'place.codebook'],
    [['Alt', '3'], 'place.cases'],
    [['Alt', '4'], 'place.matrices'],
    [['Alt', '5'], 'place.history'],
    [['Alt', '6'], 'place.settings'],
    [['F6'], 'screen.next-part'],
    [['Alt', '←'], 'screen.key-back'],
    [['?'], 'command.shortcuts'],
  ],
};

const inTables: ShortcutGroup = {
  title: 'place.matrices',
  keys: [
    [['↑', '↓', '←', '→'], 'tables.key-move'],
    [['↵'], 'tables.key-open'],
    [['Shift', '→'], 'displays.key-select'],
    [['Ctrl', 'C'], 'displays.key-copy'],
    ...tableActs.flatMap(({ keys, words }) => (keys ? [[keys, words] as const] : [])),
    [['P'], 'cells.pin'],
    [['X'], 'cells.exclude'],
    [['S'], 'cells.support'],
    [['Home', 'End'], 'tables.key-ends'],
    [['Ctrl', 'Home'], 'tables.key-corner'],
    [['C'], 'tables.copy-citation'],
    [['Esc'], 'tables.back-to-table'],
  ],
};

const inCodebook: ShortcutGroup = {
  title: 'codebook.title',
  keys: [
    [['Alt', '↑', '↓'], 'codebook.key-move'],
    [['Alt', '←', '→'], 'codebook.key-level'],
    [['/'], 'codebook.filter'],
  ],
};

const importing: ShortcutGroup = {
  title: 'command.import',
  keys: [
    [['Ctrl', '↵'], 'importing.import-all'],
    [['Del'], 'importing.leave-out'],
  ],
};

const start: ShortcutGroup = {
  title: 'start.keys',
  keys: [
    [['S'], 'start.sample'],
    [['N'], 'start.new'],
    [['O'], 'start.open'],
  ],
};

const reading: ShortcutGroup = {
  title: 'texts.keys',
  keys: [
    [['1', '…', '9'], 'texts.key-recent'],
    ...actsOf('code'),
    [['Ctrl', 'F'], 'texts.find'],
    [['F2'], 'about.command'],
  ],
};

const editing: ShortcutGroup = {
  title: 'editing.keys',
  keys: [
    [['Ctrl', '↵'], 'editing.done'],
    [['Ctrl', 'H'], 'editing.replace'],
    [['Ctrl', 'Z'], 'editing.key-back'],
    [['Esc'], 'editing.key-leave'],
  ],
};

const selecting: ShortcutGroup = { title: 'gestures.keys-select', keys: actsOf('select') };
const going: ShortcutGroup = { title: 'gestures.keys-go', keys: actsOf('go') };
const looking: ShortcutGroup = { title: 'reading.keys', keys: actsOf('look') };
const onCodings: ShortcutGroup = { title: 'gestures.keys-coding', keys: actsOf('coding') };

function actsOf(group: RoomAct['group']): ShortcutGroup['keys'] {
  return roomActs.filter((act) => act.group === group).map(({ keys, words }) => [keys, words]);
}

export const shortcutGroups: readonly ShortcutGroup[] = [
  everywhere,
  reading,
  selecting,
  going,
  onCodings,
  editing,
  looking,
  importing,
  start,
  inCodebook,
  inTables,
];
