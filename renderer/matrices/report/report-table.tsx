// A table of a report, as exports have it; rows that lead somewhere open it by click or Enter.
import { useRef, useState } from 'react';
import type { ReportSheet } from '../../../shared/matrices/report-words.ts';
import { useWords } from '../../words.ts';
import { useAxisCodes } from '../facts.ts';
import { CodeMark } from '../../ui/code-mark.tsx';

interface TableProps {
  readonly sheet: ReportSheet;
  /** Where a row leads, at one of its columns; left out: nowhere. */
  readonly onOpen?: (row: number, column: number) => void;
  /** Columns whose texts are long and read, not compared. */
  readonly reading?: readonly number[];
  /** How many rows were not asked for yet, and the way to ask for more of them. */
  readonly more?: { readonly left: number; readonly load: () => void } | null;
}

/** Rows shown at once. */
const page = 200;

export function ReportTable({ sheet, onOpen, reading = [], more = null }: TableProps) {
  const [shown, setShown] = useState(page);
  const [at, setAt] = useState(0);
  const [column, setColumn] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const unseen = Math.max(0, sheet.rows.length - shown) + (more?.left ?? 0);
  const showMore = (): void => {
    setShown(shown + page);
    if (shown + page > sheet.rows.length) more?.load();
  };
  const isNumber = (column: number): boolean => sheet.rows.some((row) => typeof row[column] === 'number');
  const focusOn = (row: number): void => {
    setAt(row);
    body.current?.querySelectorAll<HTMLElement>('tr')[row]?.focus();
  };
  const onKey = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowDown') focusOn(Math.min(at + 1, Math.min(shown, sheet.rows.length) - 1));
    else if (event.key === 'ArrowUp') focusOn(Math.max(0, at - 1));
    else if (event.key === 'ArrowRight') setColumn(Math.min(column + 1, sheet.head.length - 1));
    else if (event.key === 'ArrowLeft') setColumn(Math.max(0, column - 1));
    else if (event.key === 'Enter' && onOpen) onOpen(at, column);
    else return;
    event.preventDefault();
  };
  return (
    <table className="grid tbl report-table" aria-label={sheet.name}>
      <thead>
        <tr>
          {sheet.head.map((text, column) => (
            <th key={column} scope="col" className={isNumber(column) ? 'r' : undefined}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKey}>
        {sheet.rows.slice(0, shown).map((row, place) => (
          <tr
            key={place}
            className={onOpen ? 'opens' : undefined}
            tabIndex={onOpen ? (place === at ? 0 : -1) : undefined}
            onFocus={() => setAt(place)}
            onClick={({ target }) => {
              setColumn(columnOf(target));
              onOpen?.(place, columnOf(target));
            }}
          >
            {row.map((value, of) => (
              <td
                key={of}
                className={[
                  isNumber(of) ? 'r' : reading.includes(of) ? 'reads' : '',
                  place === at && of === column ? 'at' : '',
                ].join(' ')}
              >
                <Value value={value} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <MoreRows left={unseen} columns={sheet.head.length} onMore={showMore} />
    </table>
  );
}

interface MoreProps {
  readonly left: number;
  readonly columns: number;
  readonly onMore: () => void;
}

/** The foot of a table of which not all rows are shown. */
export function MoreRows({ left, columns, onMore }: MoreProps) {
  const { say } = useWords();
  if (left === 0) return null;
  return (
    <tfoot>
      <tr>
        <td colSpan={columns}>
          <button className="btn" onClick={onMore}>
            {say('tables.more-quotes', { n: left })}
          </button>
        </td>
      </tr>
    </tfoot>
  );
}

/** The column of what was clicked in a row. */
function columnOf(target: EventTarget): number {
  const cell = target instanceof Element ? target.closest('td') : null;
  return cell?.cellIndex ?? 0;
}

/** A code that begins with its id is shown with its mark. */
function Value({ value }: { readonly value: ReportSheet['rows'][number][number] }) {
  const { codes } = useAxisCodes();
  if (value === null) return <span className="q">–</span>;
  const [id = '', ...rest] = typeof value === 'string' ? value.split(' ') : [];
  const code = rest.length > 0 ? codes.get(id) : undefined;
  if (!code || code.entry.name !== rest.join(' ')) return <>{value}</>;
  return (
    <span className="hstack">
      <CodeMark look={code.look} />
      {code.entry.name}
    </span>
  );
}
