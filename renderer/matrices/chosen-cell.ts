// The chosen cell by its headings: it stays the same one when an act or another order puts it elsewhere in the table.
import { useMemo } from 'react';
import type { AxisEntry, MatrixAnswer } from '../../shared/contract/matrices.ts';
import { useStore } from '../store.ts';
import { windowState } from '../window-state.ts';
import type { Cell, ChosenCell } from './question.ts';

type Headed = Pick<MatrixAnswer, 'rows' | 'columns' | 'panels'>;

/** The headings of a cell of the answer. */
export function headingsOf({ rows, columns, panels }: Headed, cell: Cell): ChosenCell {
  const idsAt = (entries: readonly AxisEntry[], place: number | null): string[] | null =>
    place === null ? null : [...(entries[place]?.ids ?? [])];
  const { row, column, panel, side } = cell;
  const within = panel === undefined ? null : idsAt(entriesOf(panels), panel);
  return {
    row: idsAt(rows, row),
    column: idsAt(columns, column),
    ...(side === undefined ? {} : { side }),
    ...(within === null ? {} : { panel: within }),
  };
}

/** Where the cell stands in an answer; null where the answer has one of its headings no more. */
export function cellIn({ rows, columns, panels }: Headed, chosen: ChosenCell): Cell | null {
  const { side } = chosen;
  const row = placeOf(rows, chosen.row);
  const column = placeOf(columns, chosen.column);
  const panel = placeOf(entriesOf(panels), chosen.panel ?? null);
  if (row === -1 || column === -1 || panel === -1) return null;
  return {
    row,
    column,
    ...(side === undefined ? {} : { side }),
    ...(panel === null ? {} : { panel }),
  };
}

/** Where the chosen cell stands in an answer; null for none. */
export function useChosen(answer: Headed): Cell | null {
  const chosen = useStore(windowState, (state) => state.cell);
  return useMemo(() => chosen && cellIn(answer, chosen), [answer, chosen]);
}

/** Whichever side of a change is meant. */
export function isSameCell(a: ChosenCell, b: ChosenCell): boolean {
  const key = ({ row, column, panel }: ChosenCell): string => JSON.stringify([row, column, panel ?? null]);
  return key(a) === key(b);
}

const entriesOf = (panels: MatrixAnswer['panels']): readonly AxisEntry[] => panels.map(({ entry }) => entry);

function placeOf(entries: readonly AxisEntry[], ids: readonly string[] | null): number | null {
  if (ids === null) return null;
  return entries.findIndex(
    (entry) => entry.ids.length === ids.length && entry.ids.every((id, i) => id === ids[i]),
  );
}
