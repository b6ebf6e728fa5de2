// What the matrices place remembers while other places are shown: folded families, the order of frequencies, the cell.
import type { ReportInput } from '../../shared/contract/reports.ts';
import { createStore } from '../store.ts';
import { windowState } from '../window-state.ts';
import { keepQuestion } from './question-steps.ts';
import type { ChosenCell, MatrixInput } from './question.ts';

export type SortColumn = 'heading' | 'references' | 'own' | 'sources' | 'cases' | 'speakers';

export interface TableState {
  /** Heading ids of codes whose family was turned from how it stands at first: open in rows, folded in columns. */
  readonly turnedRows: ReadonlySet<string>;
  readonly turnedColumns: ReadonlySet<string>;
  readonly sort: { readonly column: SortColumn; readonly descending: boolean };
  /** Side by side, only the rows in which a cell differs. */
  readonly onlyDifferent: boolean;
  /** The first of two cells that are compared, until the other one is chosen. */
  readonly compared: ChosenCell | null;
  /** The evidence takes the focus when its quotes are there. */
  readonly toEvidence: boolean;
}

export const tableState = createStore<TableState>({
  turnedRows: new Set(),
  turnedColumns: new Set(),
  sort: { column: 'heading', descending: false },
  onlyDifferent: false,
  compared: null,
  toEvidence: false,
});

export function turnFamily(axis: 'turnedRows' | 'turnedColumns', id: string): void {
  const turned = new Set(tableState.get()[axis]);
  if (!turned.delete(id)) turned.add(id);
  tableState.set({ [axis]: turned });
}

/** Asks another question; the cell goes with the one before. */
export function ask(question: MatrixInput): void {
  const { matrix: _, at: __, ...plain } = question;
  keepQuestion({ question: plain, report: null });
  windowState.set({ question: plain, report: null, cell: null });
  tableState.set({ compared: null });
}

/** Asks for a report; that of a saved one stays its own until it is kept. */
export function askReport(report: ReportInput): void {
  const { at: _, ...plain } = report;
  keepQuestion({ report: plain });
  windowState.set({ report: plain });
}

/** Asks for so many rows of the report, as its question stands by now. */
export function askMore(most: number): void {
  const { report } = windowState.get();
  if (report && 'most' in report) windowState.set({ report: { ...report, most } });
}

/** Asks for the same table in another order: the chosen cell is found again where it stands then. */
export function askInOrder(question: MatrixInput): void {
  const { matrix: _, at: __, ...plain } = question;
  keepQuestion({ question: plain });
  windowState.set({ question: plain });
}

export function chooseCell(cell: ChosenCell | null, toEvidence = false): void {
  windowState.set({ cell });
  tableState.set({ toEvidence });
}
