// Keys, clicks and dragged headings in a grid of cells: where the keys are, what opens evidence, what folds a family.
import { useEffect, useState } from 'react';
import type { Line } from './axis-lines.ts';
import { hasCommandKey } from '../ui/keys.tsx';
import { headingsOf, useChosen } from './chosen-cell.ts';
import { moved, placeAt, type GridPlace } from './grid-keys.ts';
import type { ByHand } from './hand-order.ts';
import type { MatrixView } from './matrix-view.ts';
import { cellAt, shownRow } from './panels.ts';
import type { AxisName, Cell } from './question.ts';
import { chooseCell, turnFamily } from './table-state.ts';
import { keysAt } from './table-acts.ts';
import { useHeadDrag } from './use-head-drag.ts';

/** The lines that the keys go through. */
interface Grid extends Pick<MatrixView, 'asked' | 'rows' | 'hasTotals'> {
  readonly columns: readonly Pick<Line, 'place' | 'family'>[];
  /** False: there is no row of totals. */
  readonly hasTotalRow?: boolean;
  /** The cell at a place, or null for none; left out: that of its row and column. */
  readonly cellOf?: (place: GridPlace) => Cell | null;
}

interface GridActs {
  readonly onCopy?: (range: GridRange) => void;
  readonly hand?: ByHand;
}

/** Where the keys are, and what keys and clicks do; the place follows the chosen cell. */
export function useGrid(view: Grid, bring: (place: GridPlace) => void, { onCopy, hand }: GridActs = {}) {
  const { rows, columns, hasTotals, hasTotalRow = true } = view;
  const cell = useChosen(view.asked);
  const [active, setActive] = useState<GridPlace>({ line: 0, column: 0 });
  // The other end of a selection; null where one cell alone is meant.
  const [anchor, setAnchor] = useState<GridPlace | null>(null);
  const chosen = cell && placeOf(view, cell);
  useEffect(() => {
    if (!chosen) return;
    setActive(chosen);
    setAnchor(null);
    bring(chosen);
  }, [chosen?.line, chosen?.column]);
  const open = (place: GridPlace, byKey: boolean): void => {
    const family = (rows[place.line] ?? columns[place.column])?.family;
    const isHead = place.line === -1 || place.column === -1;
    if (isHead && family) turnFamily(place.line === -1 ? 'turnedColumns' : 'turnedRows', family.id);
    else {
      const there = cellOf(view, place);
      if (there) chooseCell(headingsOf(view.asked, there), byKey);
    }
  };
  const moveBy = (axis: AxisName, step: -1 | 1): void => {
    const along = axis === 'rows' ? 'line' : 'column';
    if (!hand || active[along] === -1) return;
    const place = { ...active, [along]: active[along] + hand.move(axis, active[along], { step }) };
    setActive(place);
    bring(place);
  };
  useMovable(hand ? moveBy : null);
  const onKey = (event: React.KeyboardEvent): void => {
    const size = {
      lines: rows.length - (hasTotalRow ? 0 : 1),
      columns: columns.length - (hasTotals ? 0 : 1),
    };
    const move = headMove(event);
    const next = moved(active, event, size);
    if (move && hand) {
      moveBy(move.axis, move.step);
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
  const drag = useHeadDrag(hand);
  return {
    active,
    range: anchor ? rangeOf(anchor, active) : null,
    /** Handlers for the element that has the role of the grid. */
    handlers: { onKeyDown: onKey, onClick, ...drag },
  };
}

/** What the palette moves while the grid is in sight. */
export function useMovable(move: typeof keysAt.move): void {
  useEffect(() => {
    keysAt.move = move;
    return () => {
      keysAt.move = null;
    };
  });
}

/** Alt and an arrow move the row or the column that the keys are at. */
export function headMove(
  event: React.KeyboardEvent,
): { readonly axis: AxisName; readonly step: -1 | 1 } | null {
  if (!event.altKey) return null;
  switch (event.key) {
    case 'ArrowUp':
      return { axis: 'rows', step: -1 };
    case 'ArrowDown':
      return { axis: 'rows', step: 1 };
    case 'ArrowLeft':
      return { axis: 'columns', step: -1 };
    case 'ArrowRight':
      return { axis: 'columns', step: 1 };
    default:
      return null;
  }
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

function cellOf(view: Grid, place: GridPlace): Cell | null {
  if (view.cellOf) return view.cellOf(place);
  const row = view.rows[place.line]?.place ?? null;
  return cellAt(view.asked, row, view.columns[place.column]?.place ?? null);
}

/** Where a cell of the answer is shown; a folded row or column leads to the nearest one before it. */
function placeOf(view: Grid, cell: Cell): GridPlace {
  const { asked, rows, columns } = view;
  const shown = (lines: readonly Pick<Line, 'place'>[], place: number | null): number =>
    place === null
      ? lines.length
      : Math.max(
          0,
          lines.findLastIndex((line) => line.place <= place),
        );
  const line = shown(rows, shownRow(asked, cell));
  const ofSide = columns.findIndex((_, column) => view.cellOf?.({ line, column })?.side === cell.side);
  return { line, column: view.cellOf ? ofSide : shown(columns, cell.column) };
}
