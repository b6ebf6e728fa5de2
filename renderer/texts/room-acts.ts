// Every act of the reading room, with its key: what the keys do, the palette offers and the sheet of keys lists.
import type { WordKey } from '../../shared/words/say.ts';
import { codeInVivo, repeatLast } from './coding-acts.ts';
import {
  mergeTargets,
  moveBorderOfActive,
  removeTargets,
  setProperty,
  splitAtCaret,
  tickActive,
  type BorderMove,
} from './edit-acts.ts';
import {
  chooseNext,
  focusFilter,
  focusPart,
  listCodings,
  openPicker,
  showDefinition,
  toRest,
  changeCodes,
  pinCode,
} from './focus-acts.ts';
import { startEdit } from './editing/edit.ts';
import { startLink } from './link-acts.ts';
import { resizeText, tellSize, tellWidth, widenLines } from './look-acts.ts';
import type { OpenSource } from './open-source.ts';
import { room } from './room.ts';
import { windowState } from '../window-state.ts';
import { growSelection, selectUnit, shrinkSelection, stepSentence } from './select-acts.ts';
import { goToCoding, goToSameCode, goToSameCoder, goToUncoded, stepSection } from './steps.ts';

/** A key by its place on the keyboard, so that no input method swallows it. */
interface Press {
  readonly code: string;
  readonly alt?: true;
  readonly shift?: true;
}

export interface RoomAct {
  readonly id: string;
  readonly group: 'go' | 'select' | 'code' | 'coding' | 'look';
  readonly words: WordKey;
  /** As <Keys> prints them. */
  readonly keys: readonly string[];
  readonly press: readonly Press[];
  /** Opens a place to type into: it must not wait, else what is typed for it would be taken for keys. */
  readonly isDoor?: true;
  readonly run: (open: OpenSource) => unknown;
}

const border = (move: BorderMove) => (open: OpenSource) => moveBorderOfActive(open, move);
const level = (value: number) => (open: OpenSource) => setProperty(open, 'level', value);
const direction = (value: number) => (open: OpenSource) => setProperty(open, 'direction', value);

/** Keys that are printed otherwise than by their letter. */
const places: Readonly<Record<string, readonly string[]>> = {
  '↓': ['ArrowDown'],
  '↑': ['ArrowUp'],
  PgDn: ['PageDown'],
  PgUp: ['PageUp'],
  '/': ['Slash'],
  '.': ['Period'],
  ',': ['Comma'],
  '↵': ['Enter', 'NumpadEnter'],
  '+': ['Equal', 'NumpadAdd'],
  '-': ['Minus', 'NumpadSubtract'],
  '0': ['Digit0', 'Numpad0'],
  '[': ['BracketLeft'],
  ']': ['BracketRight'],
  Space: ['Space'],
  Del: ['Delete', 'Backspace'],
  Esc: ['Escape'],
};

const go = actsOf('go');
const select = actsOf('select');
const code = actsOf('code');
const on = actsOf('coding');
const look = actsOf('look');

const going: readonly RoomAct[] = [
  go('next-coding', 'texts.key-next', ['Alt', '↓'], (open) => goToCoding(open, 'next')),
  go('coding-before', 'texts.key-previous', ['Alt', '↑'], (open) => goToCoding(open, 'previous')),
  go('same-code', 'texts.next-same-code', ['Alt', 'Shift', '↓'], (open) => goToSameCode(open, 'next')),
  go('same-code-before', 'gestures.same-code-before', ['Alt', 'Shift', '↑'], (open) =>
    goToSameCode(open, 'previous'),
  ),
  go('same-coder', 'gestures.same-coder', ['O'], (open) => goToSameCoder(open, 'next')),
  go('same-coder-before', 'gestures.same-coder-before', ['Shift', 'O'], (open) =>
    goToSameCoder(open, 'previous'),
  ),
  go('uncoded', 'texts.next-uncoded', ['U'], (open) => goToUncoded(open, 'next')),
  go('uncoded-before', 'gestures.uncoded-before', ['Shift', 'U'], (open) => goToUncoded(open, 'previous')),
  go('section-next', 'texts.section-next', ['Alt', 'PgDn'], (open) => stepSection(open, 'next')),
  go('section-before', 'texts.section-before', ['Alt', 'PgUp'], (open) => stepSection(open, 'previous')),
  { ...go('list-codings', 'gestures.list', ['A'], listCodings), isDoor: true },
  { ...go('filter-codes', 'texts.key-filter', ['/'], focusFilter), isDoor: true },
];

const selecting: readonly RoomAct[] = [
  select('sentence', 'gestures.sentence', ['S'], (open) => selectUnit(open, 'sentence', 'next')),
  select('sentence-more', 'gestures.sentence-before', ['Shift', 'S'], (open) =>
    selectUnit(open, 'sentence', 'previous'),
  ),
  select('paragraph', 'gestures.paragraph', ['P'], (open) => selectUnit(open, 'paragraph', 'next')),
  select('paragraph-more', 'gestures.paragraph-before', ['Shift', 'P'], (open) =>
    selectUnit(open, 'paragraph', 'previous'),
  ),
  select('turn', 'gestures.turn', ['T'], (open) => selectUnit(open, 'turn', 'next')),
  select('turn-more', 'gestures.turn-before', ['Shift', 'T'], (open) => selectUnit(open, 'turn', 'previous')),
  select('next-sentence', 'gestures.next-sentence', ['J'], (open) => stepSentence(open, 'next')),
  select('previous-sentence', 'gestures.previous-sentence', ['K'], (open) => stepSentence(open, 'previous')),
  select('grow', 'gestures.grow', ['.'], growSelection),
  select('shrink', 'gestures.shrink', [','], shrinkSelection),
];

const coding: readonly RoomAct[] = [
  { ...code('code', 'texts.key-code', ['C'], openPicker), isDoor: true },
  code('code-in-vivo', 'texts.key-vivo', ['V'], codeInVivo),
  code('repeat-code', 'texts.key-repeat', ['R'], repeatLast),
  code('pin-code', 'gestures.pin', ['D'], pinCode),
  { ...code('edit-text', 'editing.key-edit', ['E'], (open) => startEdit(open)), isDoor: true },
  {
    ...code('name', 'pseudonyms.give', ['N'], () => windowState.set({ floating: 'new-name' })),
    isDoor: true,
  },
  { ...code('definition', 'gestures.definition', ['I'], showDefinition), isDoor: true },
];

const changing: readonly RoomAct[] = [
  on('choose-coding', 'gestures.choose', ['↵'], chooseNext),
  on('tick-coding', 'gestures.tick', ['Space'], tickActive),
  { ...on('change-code', 'texts.change-code', ['Shift', 'C'], changeCodes), isDoor: true },
  { ...on('link', 'gestures.link', ['L'], startLink), isDoor: true },
  {
    ...on('coding-memo', 'texts.key-memo', ['M'], (open) => focusPart(open, '.coding-memo textarea')),
    isDoor: true,
  },
  {
    ...on('phase', 'gestures.phase', ['F'], (open) => focusPart(open, '.coding-phase button')),
    isDoor: true,
  },
  {
    ...on('weight', 'gestures.weight', ['W'], (open) =>
      focusPart(open, '.coding-weight input', '.bulk-weight input'),
    ),
    isDoor: true,
  },
  on('level-1', 'gestures.level-1', ['Shift', '1'], level(1)),
  on('level-2', 'gestures.level-2', ['Shift', '2'], level(2)),
  on('level-3', 'gestures.level-3', ['Shift', '3'], level(3)),
  on('direction-up', 'gestures.direction-up', ['+'], direction(1)),
  on('direction-down', 'gestures.direction-down', ['-'], direction(-1)),
  on('direction-none', 'gestures.direction-none', ['0'], direction(0)),
  on(
    'start-earlier',
    'gestures.start-earlier',
    ['['],
    border({ border: 'start', direction: 'earlier', by: 'word' }),
  ),
  on(
    'start-later',
    'gestures.start-later',
    ['Shift', '['],
    border({ border: 'start', direction: 'later', by: 'word' }),
  ),
  on('end-later', 'gestures.end-later', [']'], border({ border: 'end', direction: 'later', by: 'word' })),
  on(
    'end-earlier',
    'gestures.end-earlier',
    ['Shift', ']'],
    border({ border: 'end', direction: 'earlier', by: 'word' }),
  ),
  on(
    'start-sentence',
    'gestures.start-sentence',
    ['Alt', '['],
    border({ border: 'start', direction: 'earlier', by: 'sentence' }),
  ),
  on(
    'start-sentence-later',
    'gestures.start-sentence-later',
    ['Alt', 'Shift', '['],
    border({ border: 'start', direction: 'later', by: 'sentence' }),
  ),
  on(
    'end-sentence',
    'gestures.end-sentence',
    ['Alt', ']'],
    border({ border: 'end', direction: 'later', by: 'sentence' }),
  ),
  on(
    'end-sentence-earlier',
    'gestures.end-sentence-earlier',
    ['Alt', 'Shift', ']'],
    border({ border: 'end', direction: 'earlier', by: 'sentence' }),
  ),
  on('split', 'gestures.key-split', ['X'], splitAtCaret),
  on('merge', 'gestures.key-merge', ['Shift', 'X'], mergeTargets),
  on('remove-coding', 'texts.key-remove', ['Del'], removeTargets),
  on('rest', 'gestures.rest', ['Esc'], toRest),
];

const size = (steps: number) => (): void => {
  resizeText(steps);
  tellSize();
};
const width = (steps: number) => (): void => {
  widenLines(steps);
  tellWidth();
};

const looking: readonly RoomAct[] = [
  look('text-larger', 'reading.larger', ['Alt', '+'], size(1)),
  look('text-smaller', 'reading.smaller', ['Alt', '-'], size(-1)),
  look('lines-longer', 'reading.wider', ['Alt', 'Shift', '+'], width(1)),
  look('lines-shorter', 'reading.narrower', ['Alt', 'Shift', '-'], width(-1)),
];

export const roomActs: readonly RoomAct[] = [...going, ...selecting, ...coding, ...changing, ...looking];

const byPress = new Map(
  roomActs.flatMap((each) => each.press.map((press) => [nameOf(press), each] as const)),
);

/** The act of a pressed key, or undefined. Digits are no acts of their own: see slots.ts. */
export function actOfKey(press: {
  readonly code: string;
  readonly alt: boolean;
  readonly shift: boolean;
}): RoomAct | undefined {
  return byPress.get(nameOf(press));
}

/** The code under a digit, or undefined. */
export function codeOfDigit(code: string): string | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : room.get().slots[Number(digit) - 1];
}

function actsOf(group: RoomAct['group']) {
  return (id: string, words: WordKey, keys: readonly string[], run: RoomAct['run']): RoomAct => {
    const shift = keys.includes('Shift') ? { shift: true as const } : {};
    const alt = keys.includes('Alt') ? { alt: true as const } : {};
    const press = placesOf(keys.at(-1) ?? '').map((code) => ({ code, ...alt, ...shift }));
    return { id, group, words, keys, press, run };
  };
}

/** Where a printed key stands on the keyboard. */
function placesOf(key: string): readonly string[] {
  const known = places[key];
  if (known) return known;
  return /^\d$/.test(key) ? [`Digit${key}`] : [`Key${key}`];
}

function nameOf({
  code,
  alt,
  shift,
}: {
  readonly code: string;
  readonly alt?: boolean;
  readonly shift?: boolean;
}): string {
  return `${alt === true ? 'Alt ' : ''}${shift === true ? 'Shift ' : ''}${code}`;
}
