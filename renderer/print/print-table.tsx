// A table on paper: its caption, the rows and columns in sight, and how they were counted.
import type { Ruled } from '../../shared/contract/matrices.ts';
import { ruleText } from '../../shared/matrices/rule.ts';
import { dateOf } from '../history/when.ts';
import type { Words } from '../words.ts';
import { displayTables } from './display-tables.ts';

/** The table that is in sight. */
export interface TableInSight extends Ruled {
  readonly title: string;
  /** The first row holds the headings of the columns, the first cell of each row its own; the last one the totals. */
  readonly rows: readonly (readonly string[])[];
  readonly hasTotals: boolean;
  /** Where words are shown and not numbers: their display, which takes the place of the rows. */
  readonly display: HTMLElement | null;
}

/** Columns of numbers that stand side by side on a page; the rest follow in further tables. */
const mostColumns = 12;
/** The same of columns of words. */
const mostWritten = 5;
/** From so many on the page is turned. */
const manyColumns = 6;
const manyWritten = 3;

export function isWide({ rows: [head = []], display }: TableInSight): boolean {
  if (display === null) return head.length - 1 >= manyColumns;
  return (display.querySelector('[role=row], tr')?.children.length ?? 1) - 1 >= manyWritten;
}

export function PrintTable({
  table,
  words: { say, language },
}: {
  readonly table: TableInSight;
  readonly words: Words;
}) {
  const { title, rule, display } = table;
  return (
    <article className={isWide(table) ? 'print-table wide' : 'print-table'}>
      <header>
        <h1>{title}</h1>
        <p>{say('printing.on', { date: dateOf(language, new Date().toISOString()) })}</p>
      </header>
      {display === null ? (
        <Numbers table={table} say={say} />
      ) : (
        <div
          className="words"
          ref={(place) => place?.replaceChildren(...displayTables(display, mostWritten))}
        />
      )}
      <p className="counting">
        <b>{say('tables.how-counted')}</b> {ruleText(language, rule)}
      </p>
    </article>
  );
}

function Numbers({
  table: { rows, hasTotals },
  say,
}: {
  readonly table: TableInSight;
  readonly say: Words['say'];
}) {
  const columns = (rows[0]?.length ?? 1) - 1;
  const starts = Array.from(
    { length: Math.max(1, Math.ceil(columns / mostColumns)) },
    (_, n) => n * mostColumns,
  );
  return (
    <>
      {starts.map((from) => {
        const to = Math.min(columns, from + mostColumns);
        const part = rows.map(([heading = '', ...cells]) => [heading, ...cells.slice(from, to)]);
        return (
          <table key={from} className={hasTotals ? 'totalled' : undefined}>
            {starts.length > 1 ? (
              <caption>{say('printing.columns', { from: from + 1, to, n: columns })}</caption>
            ) : null}
            <Cells rows={part} />
          </table>
        );
      })}
    </>
  );
}

function Cells({ rows: [head = [], ...rows] }: Pick<TableInSight, 'rows'>) {
  return (
    <>
      <thead>
        <tr>
          {head.map((text, column) => (
            <th key={column} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((text, column) =>
              column === 0 ? (
                <th key={column} scope="row">
                  {text}
                </th>
              ) : (
                <td key={column}>{text}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </>
  );
}
