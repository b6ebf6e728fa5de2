// Keys and clicks in a grid of cells: where the keys are, what opens evidence, what folds a family.
import { useEffect, useState } from 'react';
import { useStore } from '../store.ts';
import { windowState } from '../window-state.ts';
import type { Line } from './axis-lines.ts';
import { hasCommandKey } from '../ui/keys.tsx';
import { moved, type GridPlace } from './grid-keys.ts';
import type { MatrixView } from './matrix-view.ts';
import { cellAt, shownRow } from './panels.ts';
import type { AxisName, Cell } from './question.ts';
import { chooseCell, turnFamily } from './table-state.ts';

/** The lines that the keys go through. */
type Grid = Pick<MatrixView, 'asked' | 'rows' | 'columns' | 'hasTotals'> & {
  /** False: there is no row of totals. */
  readonly hasTotalRow?: boolean;
};

interface GridActs {
  readonly onCopy?: (range: GridRange) => void;
  /** A heading is to change places with the next (1) or the one before (−1); by how many lines it moved. */
  readonly onMove?: (axis: AxisName, move: { readonly at: number; readonly step: -1 | 1 }) => number;
}

/** Where the keys are, and what keys and clicks do; the place follows the chosen cell. */
export function useGrid(view: Grid, bring: (place: GridPlace) => void, { onCopy, onMove }: GridActs = {}) {
  const { rows, columns, hasTotals, hasTotalRow = true } = view;
  const cell = useStore(windowState, (state) => state.cell);
  const [active, setActive] = useState<GridPlace>({ line: 0, column: 0 });
  // The other end of a selection; null where one cell alone is meant.
  const [anchor, setAnchor] = useState<GridPlace | null>(null);
  useEffect(() => {
    if (!cell) return;
    const place = placeOf(view, cell);
    setActive(place);
    setAnchor(null);
    bring(place);
  }, [cell, view]);
  const open = (place: GridPlace, byKey: boolean): void => {
    const family = (rows[place.line] ?? columns[place.column])?.family;
    const isHead = place.line === -1 || place.column === -1;
    if (isHead && family) turnFamily(place.line === -1 ? 'turnedColumns' : 'turnedRows', family.id);
    else {
      const row = rows[place.line]?.place ?? null;
      chooseCell(cellAt(view.asked, row, columns[place.column]?.place ?? null), byKey);
    }
  };
  const onKey = (event: React.KeyboardEvent): void => {
    const size = {
      lines: rows.length - (hasTotalRow ? 0 : 1),
      columns: columns.length - (hasTotals ? 0 : 1),
    };
    const move = headMove(active, event);
    const next = moved(active, event, size);
    if (move && onMove) {
      const by = onMove(move.axis, move);
      const place = { ...active, [move.axis === 'rows' ? 'line' : 'column']: move.at + by };
      setActive(place);
      bring(place);
      return event.preventDefault();
    }
    if (next) {
      setAnchor(event.shiftKey ? (anchor ?? active) : null);
      setActive(next);
      bring(next);
    } else if (event.code === 'KeyC' && hasCommandKey(event) && onCopy)
      onCopy(rangeOf(anchor ?? active, active));
    else if (event.key === 'Escape' && anchor) setAnchor(null);
    else if (event.key === 'Enter' || event.code === 'Space') open(active, true);
    else return;
    event.preventDefault();
  };
  const onClick = (event: React.MouseEvent): void => {
    const place = placeAt(event.target);
    if (!place) return;
    if (event.shiftKey) {
      setAnchor(anchor ?? active);
      return setActive(place);
    }
    setAnchor(null);
    setActive(place);
    open(place, false);
  };
  return { active, range: anchor ? rangeOf(anchor, active) : null, onKey, onClick };
}

/** Alt and an arrow along its axis move a heading. */
function headMove(
  { line, column }: GridPlace,
  { altKey, key }: React.KeyboardEvent,
): { readonly axis: AxisName; readonly at: number; readonly step: -1 | 1 } | null {
  if (!altKey) return null;
  if (column === -1 && (key === 'ArrowUp' || key === 'ArrowDown'))
    return { axis: 'rows', at: line, step: key === 'ArrowUp' ? -1 : 1 };
  if (line === -1 && (key === 'ArrowLeft' || key === 'ArrowRight'))
    return { axis: 'columns', at: column, step: key === 'ArrowLeft' ? -1 : 1 };
  return null;
}

/** A rectangle of cells; a head (−1) at both ends stands for its whole row or column. */
export interface GridRange {
  readonly first: GridPlace;
  readonly last: GridPlace;
}

function rangeOf(a: GridPlace, b: GridPlace): GridRange {
  return {
    first: { line: Math.min(a.line, b.line), column: Math.min(a.column, b.column) },
    last: { line: Math.max(a.line, b.line), column: Math.max(a.column, b.column) },
  };
}

/** Where a cell of the answer is shown; a folded row or column leads to the nearest one before it. */
function placeOf({ asked, rows, columns }: Grid, cell: Cell): GridPlace {
  const shown = (lines: readonly Line[], place: number | null): number =>
    place === null
      ? lines.length
      : Math.max(
          0,
          lines.findLastIndex((line) => line.place <= place),
        );
  return { line: shown(rows, shownRow(asked, cell)), column: shown(columns, cell.column) };
}

function placeAt(target: EventTarget): GridPlace | null {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined;
  if (at === undefined) return null;
  const [line = 0, column = 0] = at.split(' ').map(Number);
  return { line, column };
}
