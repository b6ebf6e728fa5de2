// Every key of the window, as the sheet of keys lists it; a place adds its group here.
import type { WordKey } from '../../shared/words/say.ts';

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
    [['?'], 'command.shortcuts'],
  ],
};

const inTables: ShortcutGroup = {
  title: 'place.matrices',
  keys: [
    [['↑', '↓', '←', '→'], 'tables.key-move'],
    [['↵'], 'tables.key-open'],
    [['Home', 'End'], 'tables.key-ends'],
    [['Ctrl', 'Home'], 'tables.key-corner'],
    [['C'], 'tables.copy-citation'],
    [['Esc'], 'tables.back-to-table'],
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
    [['C'], 'texts.key-code'],
    [['V'], 'texts.key-vivo'],
    [['1', '…', '9'], 'texts.key-recent'],
    [['R'], 'texts.key-repeat'],
    [['Alt', '↓'], 'texts.key-next'],
    [['Alt', '↑'], 'texts.key-previous'],
    [['Alt', 'Shift', '↓'], 'texts.key-same-code'],
    [['U'], 'texts.key-uncoded'],
    [['Alt', 'PgDn'], 'texts.key-section'],
    [['↵'], 'texts.key-choose'],
    [['['], 'texts.key-start'],
    [[']'], 'texts.key-end'],
    [['M'], 'texts.key-memo'],
    [['Del'], 'texts.key-remove'],
    [['Ctrl', 'F'], 'texts.find'],
    [['/'], 'texts.key-filter'],
  ],
};

export const shortcutGroups: readonly ShortcutGroup[] = [everywhere, reading, importing, start, inTables];
