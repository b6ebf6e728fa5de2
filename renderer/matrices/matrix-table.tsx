// The matrix as a grid: heat by number, heads that stay in sight, families that fold; arrows move, Enter opens evidence.
import { useEffect, useId, useMemo, useRef } from 'react';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import type { EmptyReason } from '../../shared/contract/saved-matrices.ts';
import type { Line } from './axis-lines.ts';
import { recordAt, type CellRecords } from './cell/records.ts';
import { useChosen } from './chosen-cell.ts';
import { isUncodedCase, useAxisCodes } from './facts.ts';
import { Legend } from './legend.tsx';
import { MatrixHead } from './matrix-head.tsx';
import { copyCells, matrixCells, partOf } from './copy-table.ts';
import { emptyReason, MatrixRow, TotalRow, type RowDrawing } from './matrix-row.tsx';
import type { MatrixView } from './matrix-view.ts';
import { byHand, standingIn } from './hand-order.ts';
import type { MatrixInput } from './question.ts';
import { heatEnds } from './numbers.ts';
import { isOfAll, shownRecords, shownRow } from './panels.ts';
import { useGrid, type GridRange } from './use-grid.ts';
import { columnWidth, headWidths, rowHeight, useRowWindow } from './row-window.ts';

interface TableProps {
  readonly view: MatrixView;
  readonly question: MatrixInput;
  readonly records: CellRecords;
  readonly busy: boolean;
}

export function MatrixTable({ view, question, records, busy }: TableProps) {
  const { say } = useWords();
  const { asked, answer, rows, columns } = view;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const cell = useChosen(asked);
  const size = { rows: rows.length, columns: columns.length };
  const { first, end, firstColumn, endColumn, hasMore, bring } = useRowWindow(
    scroller,
    size,
    answer.dimensions.rows,
  );
  const { active, range, handlers } = useGrid(view, bring, {
    onCopy: (part) => void copyCells(partOf(matrixCells(view), part)),
    hand: byHand(question, standingIn(view)),
  });
  const drawing = useDrawing(view, records, id);

  const chosenRow = cell && shownRow(asked, cell);
  // Coming back from a passage, the keys go on where they were.
  useEffect(() => {
    if (windowState.get().cell) table.current?.focus({ preventScroll: true });
  }, []);

  const width = headWidths(answer.dimensions.rows).reduce((sum, each) => sum + each, 0);
  const shown = rows.slice(first, end);
  return (
    <div className="matrix-frame" data-more={hasMore || undefined}>
      <div className="scroll matrix-scroll" ref={scroller} aria-busy={busy}>
        <table
          ref={table}
          className="grid heat"
          role="grid"
          aria-label={say('tables.grid')}
          aria-rowcount={rows.length + 2}
          aria-colcount={columns.length + 2}
          aria-activedescendant={`${id}-${active.line}-${active.column}`}
          tabIndex={0}
          style={{ width: width + (columns.length + (view.hasTotals ? 1 : 0)) * columnWidth }}
          {...handlers}
        >
          <MatrixHead view={view} id={id} active={active.line === -1 ? active.column : null} />
          <tbody>
            {first > 0 ? <Spacer rows={first} /> : null}
            {shown.map((line, i) => (
              <MatrixRow
                key={line.place}
                line={line}
                at={first + i}
                before={i === 0 ? null : (shown[i - 1] ?? null)}
                firstColumn={firstColumn}
                endColumn={endColumn}
                drawing={drawing}
                active={active.line === first + i ? active.column : null}
                chosen={cell !== null && chosenRow === line.place ? (cell.column ?? 'total') : null}
                {...selectedIn(range, first + i)}
              />
            ))}
            {end < rows.length ? <Spacer rows={rows.length - end} /> : null}
          </tbody>
          <TotalRow
            firstColumn={firstColumn}
            endColumn={endColumn}
            drawing={drawing}
            active={active.line === rows.length ? active.column : null}
            chosen={cell !== null && chosenRow === null ? (cell.column ?? 'total') : null}
          />
        </table>
        <Legend measure={answer.measure} ends={drawing.ends} marks={drawing.marks} />
      </div>
    </div>
  );
}

/** The columns of this row that are selected; numbers, so that a row stays as it is where they do. */
function selectedIn(
  range: GridRange | null,
  line: number,
): { readonly selectedFrom: number; readonly selectedTo: number } {
  const isIn = range !== null && range.first.line <= line && line <= range.last.line;
  return isIn
    ? { selectedFrom: range.first.column, selectedTo: range.last.column }
    : { selectedFrom: 0, selectedTo: -1 };
}

/** Everything that rows are drawn by; the same object as long as nothing of it changes. */
function useDrawing(view: MatrixView, records: CellRecords, id: string): RowDrawing {
  const { language, say } = useWords();
  const { codes } = useAxisCodes();
  const { asked, answer, rows, columns } = view;
  return useMemo(() => {
    const bare = {
      rows: uncodedLines(answer, rows),
      columns: uncodedLines(answer, columns),
    };
    const isUncoded = (line: Line, column: Line): boolean => bare.rows.has(line) || bare.columns.has(column);
    const counted: (number | null)[] = [];
    const noted = shownRecords(records, asked);
    const marks = new Set<'zero' | 'undefined' | 'summary' | 'stale' | EmptyReason>();
    for (const { summary } of records.values()) {
      if (summary) marks.add('summary');
      if (summary?.stale) marks.add('stale');
    }
    for (const line of rows) {
      if (isOfAll(line.entry)) continue;
      const cells = answer.cells[line.place] ?? [];
      for (const column of columns) {
        const value = cells[column.place] ?? null;
        if (value === null || value === 0) {
          const record = recordAt(noted, line.entry, column.entry);
          const empty = emptyReason({ isUncoded, view }, record, { value, line, column });
          marks.add(empty ?? (value === null ? 'undefined' : 'zero'));
        }
        if (line.family?.open !== true && column.family?.open !== true) counted.push(value);
      }
    }
    // A change has a direction, which no heat can tell.
    const ends = answer.change === null ? heatEnds(answer.measure, counted) : [];
    return { id, view, language, say, codes, ends, marks, records: noted, isUncoded };
  }, [view, id, language, codes, records]);
}

/** Of which one of the phases is not coded: known of whole rows and columns, and asked for in each of their cells. */
function uncodedLines(answer: MatrixView['answer'], lines: readonly Line[]): ReadonlySet<Line> {
  return new Set(lines.filter(({ entry }) => isUncodedCase(answer, entry)));
}

function Spacer({ rows }: { readonly rows: number }) {
  return <tr aria-hidden style={{ height: rows * rowHeight }} />;
}
