// What keys and palette do to the table in sight as a whole, and to the row and column that the keys are at.
import type { WordKey } from '../../shared/words/say.ts';
import { windowState } from '../window-state.ts';
import type { AxisName } from './question.ts';

/**
 * Moves the row or column that the keys are at, copies the table; null while there is no table in sight whose headings can be
 * moved, or that can be copied.
 */
export const keysAt: {
  move: ((axis: AxisName, step: -1 | 1) => void) | null;
  copy: (() => void) | null;
} = { move: null, copy: null };

interface TableAct {
  readonly id: string;
  readonly words: WordKey;
  readonly keys?: readonly string[];
  readonly run: () => void;
}

export const tableActs: readonly TableAct[] = [
  { id: 'save-table', words: 'saved.save', run: () => windowState.set({ saved: null, floating: 'save' }) },
  { id: 'copy-table', words: 'tables.copy', run: () => keysAt.copy?.() },
  { id: 'row-up', words: 'tables.move-up', keys: ['Alt', '↑'], run: () => keysAt.move?.('rows', -1) },
  { id: 'row-down', words: 'tables.move-down', keys: ['Alt', '↓'], run: () => keysAt.move?.('rows', 1) },
  {
    id: 'column-left',
    words: 'tables.move-left',
    keys: ['Alt', '←'],
    run: () => keysAt.move?.('columns', -1),
  },
  {
    id: 'column-right',
    words: 'tables.move-right',
    keys: ['Alt', '→'],
    run: () => keysAt.move?.('columns', 1),
  },
];
