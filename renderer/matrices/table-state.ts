// What the matrices place remembers while other places are shown: folded families, the order of frequencies, the cell.
import type { AxisEntry, MatrixAnswer } from '../../shared/contract/matrices.ts';
import type { ReportInput } from '../../shared/contract/reports.ts';
import { createStore } from '../store.ts';
import { windowState } from '../window-state.ts';
import type { Cell, MatrixInput } from './question.ts';

export type SortColumn = 'heading' | 'references' | 'own' | 'sources' | 'cases' | 'speakers';

export interface TableState {
  /** Heading ids of codes whose family was turned from how it stands at first: open in rows, folded in columns. */
  readonly turnedRows: ReadonlySet<string>;
  readonly turnedColumns: ReadonlySet<string>;
  readonly sort: { readonly column: SortColumn; readonly descending: boolean };
  /** The chosen cell by its headings, so that it is found again when codes or cases come and go. */
  readonly kept: KeptCell | null;
  /** Side by side, only the rows in which a cell differs. */
  readonly onlyDifferent: boolean;
  /** The first of two cells that are compared, until the other one is chosen. */
  readonly compared: Cell | null;
  /** The evidence takes the focus when its quotes are there. */
  readonly toEvidence: boolean;
}

interface KeptCell {
  /** The question's axes. */
  readonly axes: string;
  readonly cell: Cell;
  readonly row: string | null;
  readonly column: string | null;
  readonly panel: string | null;
}

export const tableState = createStore<TableState>({
  turnedRows: new Set(),
  turnedColumns: new Set(),
  sort: { column: 'heading', descending: false },
  kept: null,
  onlyDifferent: false,
  compared: null,
  toEvidence: false,
});

export function turnFamily(axis: 'turnedRows' | 'turnedColumns', id: string): void {
  const turned = new Set(tableState.get()[axis]);
  if (!turned.delete(id)) turned.add(id);
  tableState.set({ [axis]: turned });
}

/** Asks another question; the cell goes, as its place means something else there. */
export function ask(question: MatrixInput): void {
  const { matrix: _, at: __, ...plain } = question;
  windowState.set({ question: plain, report: null, cell: null });
  tableState.set({ kept: null, compared: null });
}

/** Asks for a report; that of a saved one stays its own until it is kept. */
export function askReport(report: ReportInput): void {
  const { at: _, ...plain } = report;
  windowState.set({ report: plain });
}

/** Asks for so many rows of the report, as its question stands by now. */
export function askMore(most: number): void {
  const { report } = windowState.get();
  if (report && 'most' in report) askReport({ ...report, most });
}

/** Asks for the same table in another order: the chosen cell is found again where it stands then. */
export function askInOrder(question: MatrixInput): void {
  const { matrix: _, at: __, ...plain } = question;
  windowState.set({ question: plain });
}

export function chooseCell(cell: Cell | null, toEvidence = false): void {
  windowState.set({ cell });
  tableState.set({ kept: null, toEvidence });
}

/**
 * Finds the chosen cell in a new answer by the headings that it had; without them any more, no cell is chosen.
 * To be called with each answer and each newly chosen cell.
 */
export function keepCell({
  dimensions,
  rows,
  columns,
  panels,
}: Pick<MatrixAnswer, 'dimensions' | 'rows' | 'columns' | 'panels'>): void {
  const { cell } = windowState.get();
  if (cell === null) return;
  const axes = JSON.stringify(dimensions);
  const { kept } = tableState.get();
  const isKnown = kept !== null && kept.axes === axes && isSameCell(kept.cell, cell);
  const row = isKnown ? placeOf(rows, kept.row) : cell.row;
  const column = isKnown ? placeOf(columns, kept.column) : cell.column;
  const entries = panels.map(({ entry }) => entry);
  const panel = isKnown ? placeOf(entries, kept.panel) : (cell.panel ?? null);
  const isThere = isPlace(row, rows) && isPlace(column, columns) && isPlace(panel, entries);
  const { panel: _, ...plain } = cell;
  const inPanel = typeof panel === 'number' ? { panel } : {};
  const next = isThere ? { ...plain, row: row ?? null, column: column ?? null, ...inPanel } : null;
  if (next === null || !isSameCell(next, cell)) windowState.set({ cell: next });
  tableState.set({
    kept: next && {
      axes,
      cell: next,
      row: keyAt(rows, next.row),
      column: keyAt(columns, next.column),
      panel: keyAt(entries, next.panel ?? null),
    },
  });
}

/** Whichever side of a change is meant. */
export function isSameCell(a: Cell, b: Cell): boolean {
  return a.row === b.row && a.column === b.column && a.panel === b.panel;
}

/** Undefined where the heading is gone. */
function placeOf(entries: readonly AxisEntry[], key: string | null): number | null | undefined {
  if (key === null) return null;
  const place = entries.findIndex((entry) => keyOf(entry) === key);
  return place === -1 ? undefined : place;
}

function isPlace(place: number | null | undefined, entries: readonly AxisEntry[]): boolean {
  return place === null || (place !== undefined && place < entries.length);
}

function keyAt(entries: readonly AxisEntry[], place: number | null): string | null {
  const entry = place === null ? undefined : entries[place];
  return entry === undefined ? null : keyOf(entry);
}

function keyOf({ ids }: AxisEntry): string {
  return JSON.stringify(ids);
}
