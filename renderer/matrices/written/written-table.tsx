// The table as it is read: in each cell the summary and a quote, with rating and count; cells that differ from their row are marked.
import { EqualNot } from 'lucide-react';
import { useId, useMemo, useRef } from 'react';
import type { CellExcerpt, CellRecord } from '../../../shared/contract/saved-matrices.ts';
import { differences, type Difference } from '../../../shared/matrices/differences.ts';
import { untoldAt } from '../../../shared/matrices/empty.ts';
import { headingText } from '../../../shared/matrices/headings.ts';
import { useStore } from '../../store.ts';
import { CodeMark } from '../../ui/code-mark.tsx';
import { useWords } from '../../words.ts';
import type { Line } from '../axis-lines.ts';
import { RatingShown } from '../cell/rating.tsx';
import { recordAt, type CellRecords } from '../cell/records.ts';
import { SummaryText } from '../cell/summary-text.tsx';
import { emptyMarks } from '../empty-reasons.ts';
import { dimensionTitle, useAxisCodes } from '../facts.ts';
import { codeOf } from '../matrix-head.tsx';
import { bringIn } from '../grid-keys.ts';
import { byHand, standingIn } from '../hand-order.ts';
import type { MatrixView } from '../matrix-view.ts';
import type { MatrixInput } from '../question.ts';
import { useChosen } from '../chosen-cell.ts';
import { tableState } from '../table-state.ts';
import { useGrid } from '../use-grid.ts';
import { ExcerptQuote } from './excerpt-quote.tsx';
import { useExcerpts, type Excerpts } from './excerpts.ts';
import './written.css';

interface WrittenProps {
  readonly view: MatrixView;
  readonly question: MatrixInput;
  readonly records: CellRecords;
}

/** More columns than this do not stand side by side: their differences are not marked. */
export const mostSideBySide = 6;

export function WrittenTable({ view, question, records }: WrittenProps) {
  const { say, language } = useWords();
  const { answer, columns } = view;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const cell = useChosen(view.asked);
  const onlyDifferent = useStore(tableState, (state) => state.onlyDifferent);
  const excerpts = useExcerpts(question);
  const rows = useRows(view, records, excerpts);
  const shown = onlyDifferent ? rows.filter(({ differs }) => differs.some((each) => each !== null)) : rows;
  const lines = {
    asked: view.asked,
    rows: shown.map(({ line }) => line),
    columns,
    hasTotals: false,
    hasTotalRow: false,
  };
  const { active, handlers } = useGrid(lines, (place) => bringIn(grid.current, place), {
    hand: byHand(question, standingIn(lines)),
  });
  const width = columns.length > mostSideBySide ? 240 : 190;
  const sizes = {
    gridTemplateColumns: `${headWidth}px repeat(${columns.length}, minmax(0, 1fr))`,
    minWidth: headWidth + columns.length * width,
  };
  return (
    <div className="scroll written-scroll">
      <div
        ref={grid}
        className="written"
        role="grid"
        aria-label={say('tables.grid')}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={`${id}-${active.line}-${active.column}`}
        tabIndex={0}
        {...handlers}
        style={sizes}
      >
        <div role="row" className="written-row written-head">
          <span role="columnheader" className="written-name q small">
            {answer.dimensions.rows.map((name) => dimensionTitle(language, name)).join(say('rule.nested'))}
          </span>
          {columns.map((column, place) => (
            <Head
              key={column.place}
              line={column}
              dimensions={answer.dimensions.columns}
              at={`-1 ${place}`}
              id={`${id}--1-${place}`}
            />
          ))}
        </div>
        {shown.map((row, at) => (
          <Row
            key={row.line.place}
            {...{ row, at, id, columns, dimensions: answer.dimensions }}
            active={active.line === at ? active.column : null}
            chosen={cell?.row === row.line.place ? cell.column : null}
          />
        ))}
      </div>
      {shown.length === 0 ? <p className="q2 nothing">{say('written.all-alike')}</p> : null}
    </div>
  );
}

interface RowProps {
  readonly row: WrittenRow;
  /** Its place among the rows in sight. */
  readonly at: number;
  readonly id: string;
  readonly columns: readonly Line[];
  readonly dimensions: { readonly rows: readonly string[]; readonly columns: readonly string[] };
  readonly active: number | null;
  readonly chosen: number | null;
}

function Row({ row, at, id, columns, dimensions, active, chosen }: RowProps) {
  return (
    <div role="row" className="written-row" aria-rowindex={at + 2}>
      <Head line={row.line} dimensions={dimensions.rows} at={`${at} -1`} id={`${id}-${at}--1`} isRow />
      {columns.map((column, place) => (
        <div
          key={column.place}
          id={`${id}-${at}-${place}`}
          role="gridcell"
          aria-describedby={`${id}-${at}--1 ${id}--1-${place}`}
          data-at={`${at} ${place}`}
          aria-selected={chosen === column.place}
          aria-colindex={place + 2}
          className={[
            'written-cell',
            chosen === column.place ? 'chosen' : '',
            active === place ? 'is-active' : '',
            row.differs[place] ? 'differs' : '',
          ].join(' ')}
        >
          <Written
            cell={row.cells[place]}
            difference={row.differs[place] ?? null}
            heads={[...dimensions.rows, ...dimensions.columns]}
          />
        </div>
      ))}
    </div>
  );
}

/** px */
const headWidth = 150;

interface WrittenCell {
  readonly record: CellRecord | undefined;
  readonly excerpt: CellExcerpt | undefined;
  readonly isUncoded: boolean;
}

interface WrittenRow {
  readonly line: Line;
  readonly cells: readonly WrittenCell[];
  readonly differs: readonly (Difference | null)[];
}

function useRows(
  view: MatrixView,
  records: CellRecords,
  excerpts: Excerpts | undefined,
): readonly WrittenRow[] {
  const { answer, rows, columns } = view;
  return useMemo(
    () =>
      rows.map((line) => {
        const cells = columns.map((column) => ({
          record: recordAt(records, line.entry, column.entry),
          excerpt: excerpts?.(line.place, column.place),
          isUncoded: untoldAt(answer, line.place, column.place) === 'uncoded',
        }));
        const beside = cells.map(({ excerpt, record }) => ({
          n: excerpt?.n ?? 0,
          negative: excerpt?.negative ?? 0,
          rating: record?.rating ?? null,
        }));
        const isBeside = excerpts !== undefined && columns.length <= mostSideBySide;
        return { line, cells, differs: isBeside ? differences(beside) : [] };
      }),
    [answer, rows, columns, records, excerpts],
  );
}

interface HeadProps {
  readonly line: Line;
  readonly dimensions: readonly string[];
  readonly at: string;
  readonly id: string;
  readonly isRow?: boolean;
}

function Head({ line, dimensions, at, id, isRow }: HeadProps) {
  const { language } = useWords();
  const { codes } = useAxisCodes();
  const code = dimensions.length === 1 ? codeOf(line.entry.ids[0], dimensions[0] ?? '', codes) : undefined;
  const text = headingText(language, dimensions, line.entry);
  return (
    <div
      id={id}
      role={isRow === true ? 'rowheader' : 'columnheader'}
      data-at={at}
      draggable
      className="written-name"
      title={text}
    >
      {code ? <CodeMark look={code.look} /> : null}
      <span className="med">{code?.entry.name ?? text}</span>
    </div>
  );
}

interface WrittenCellProps {
  readonly cell: WrittenCell | undefined;
  readonly difference: Difference | null;
  /** The dimensions at the heads. */
  readonly heads: readonly string[];
}

function Written({ cell, difference, heads }: WrittenCellProps) {
  const { say } = useWords();
  if (!cell) return null;
  const { record, excerpt } = cell;
  const summary = record?.summary;
  const quotes = excerpt?.quotes ?? [];
  const pinned = quotes.filter(({ id }) => record?.pinned.includes(id));
  // Without a summary the words themselves must do.
  const shown = pinned.length > 0 ? pinned : summary ? [] : quotes.slice(0, 1);
  const without = [
    ...(heads.includes('case') ? (['case'] as const) : []),
    ...(heads.some((name) => name.endsWith('phase')) ? (['phase'] as const) : []),
  ];
  if (!excerpt && !summary) return <Empty cell={cell} />;
  return (
    <>
      {summary ? <SummaryText paragraphs={summary.paragraphs} /> : null}
      {shown.map((quote) => (
        <ExcerptQuote key={quote.id} quote={quote} without={without} />
      ))}
      <div className="hstack small q written-foot">
        {record?.rating == null ? null : <RatingShown rating={record.rating} />}
        <span>{say('written.references', { n: excerpt?.n ?? 0 })}</span>
        {excerpt && excerpt.negative > 0 ? (
          <span>{say('written.negative', { n: excerpt.negative })}</span>
        ) : null}
        {summary?.stale ? <span className="tag warn">{say('written.stale')}</span> : null}
      </div>
      {difference === null ? null : (
        <span className="tag warn">
          <EqualNot className="i" aria-hidden />
          {say(`written.differs-${difference}`)}
        </span>
      )}
    </>
  );
}

function Empty({ cell: { record, isUncoded } }: { readonly cell: WrittenCell }) {
  const { say } = useWords();
  const reason = record?.empty ?? (isUncoded ? 'uncoded' : null);
  if (reason === null) return <p className="small q">{say('written.nothing')}</p>;
  const { icon: Icon } = emptyMarks[reason];
  return (
    <p className="small q2 hstack">
      {Icon ? <Icon className="i s" aria-hidden /> : null}
      {say(`cells.empty-${reason}`)}
    </p>
  );
}
