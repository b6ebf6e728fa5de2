// Before, change and after: in each row what it was, a quote for it, an arrow with its size and how many cases rose and fell, and what it is.
import { ArrowDown, ArrowUp, Equal } from 'lucide-react';
import { useId, useRef } from 'react';
import type { CellChange, MatrixAnswer } from '../../../shared/contract/matrices.ts';
import { headingText } from '../../../shared/matrices/headings.ts';
import { CodeMark } from '../../ui/code-mark.tsx';
import { useWords } from '../../words.ts';
import type { Line } from '../axis-lines.ts';
import { useChosen } from '../chosen-cell.ts';
import { asTitle, dimensionTitle, isUncodedCase, useAxisCodes } from '../facts.ts';
import { bringIn, type GridPlace } from '../grid-keys.ts';
import { byHand, standingIn } from '../hand-order.ts';
import { codeOf } from '../matrix-head.tsx';
import type { MatrixView } from '../matrix-view.ts';
import { differenceText, numberText } from '../numbers.ts';
import type { Cell, MatrixInput } from '../question.ts';
import { useGrid } from '../use-grid.ts';
import { ChangeArrow } from './change-arrow.tsx';
import { ExcerptQuote } from './excerpt-quote.tsx';
import { useExcerpts, type Excerpts } from './excerpts.ts';
import { levelText, Pips } from './pips.tsx';
import './written.css';

interface ChangeProps {
  readonly view: MatrixView;
  readonly question: MatrixInput;
}

const sides = ['before', undefined, 'after'] as const;

export function ChangeTable({ view, question }: ChangeProps) {
  const { say } = useWords();
  const { answer, rows } = view;
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const cell = useChosen(view.asked);
  const excerpts = useExcerpts(question);
  const grid = {
    ...view,
    columns: sides.map(() => ({ place: 0, family: null })),
    hasTotalRow: false,
    hasTotals: false,
    cellOf: ({ line, column }: GridPlace): Cell | null => {
      const row = rows[line]?.place;
      const side = sides[column];
      return row === undefined ? null : { row, column: 0, ...(side === undefined ? {} : { side }) };
    },
  };
  const { active, handlers } = useGrid(grid, (place) => bringIn(table.current, place), {
    hand: byHand(question, (axis, at) => (axis === 'rows' ? standingIn(view)(axis, at) : null)),
  });
  return (
    <div className="scroll written-scroll">
      <table
        ref={table}
        className="grid ba"
        role="grid"
        aria-label={say('tables.grid')}
        aria-activedescendant={`${id}-${active.line}-${active.column}`}
        tabIndex={0}
        {...handlers}
      >
        <colgroup>
          <col style={{ width: 200 }} />
          <col />
          <col style={{ width: 208 }} />
          <col />
        </colgroup>
        <ChangeHead
          id={id}
          answer={answer}
          dimension={question.change?.dimension ?? 'phase'}
          active={active.line === -1 ? active.column : null}
        />
        <tbody>
          {rows.map((line, at) => (
            <ChangeRow
              key={line.place}
              {...{ line, at, id, answer, excerpts, cell }}
              active={active.line === at ? active.column : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  readonly id: string;
  readonly answer: MatrixAnswer;
  /** Of the phases. */
  readonly dimension: string;
  readonly active: number | null;
}

function ChangeHead({ id, answer: { change, dimensions }, dimension, active }: HeadProps) {
  const { say, language } = useWords();
  if (change === null) return null;
  const silent = change.uncoded.length;
  const name = (entry: MatrixAnswer['rows'][number]): string =>
    asTitle(headingText(language, [dimension], entry));
  const at = (column: number) => ({
    id: `${id}--1-${column}`,
    'data-at': `-1 ${column}`,
    className: active === column ? 'is-active' : undefined,
  });
  return (
    <thead>
      <tr>
        <th scope="col">
          {dimensions.rows.map((each) => dimensionTitle(language, each)).join(say('rule.nested'))}
        </th>
        <th scope="col" {...at(0)}>
          {name(change.from)}
        </th>
        <th scope="col" {...at(1)}>
          {say('written.change')} <span className="q">{say('written.paired', { n: change.paired })}</span>
          {silent === 0 ? null : <span className="q"> · {say('written.uncoded', { n: silent })}</span>}
        </th>
        <th scope="col" {...at(2)}>
          {name(change.to)}
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly line: Line;
  readonly at: number;
  readonly id: string;
  readonly answer: MatrixAnswer;
  readonly excerpts: Excerpts | undefined;
  readonly cell: Cell | null;
  readonly active: number | null;
}

function ChangeRow({ line, at, id, answer, excerpts, cell, active }: RowProps) {
  const { say, language } = useWords();
  const { codes } = useAxisCodes();
  const change = answer.changes?.[line.place]?.[0];
  if (!change) return null;
  const code = codeOf(line.entry.ids[0], answer.dimensions.rows[0] ?? '', codes);
  const text = headingText(language, answer.dimensions.rows, line.entry);
  const none = say(isUncodedCase(answer, line.entry) ? 'cells.empty-uncoded' : 'written.not-paired');
  const cellOf = (column: 0 | 1 | 2) => ({
    id: `${id}-${at}-${column}`,
    'data-at': `${at} ${column}`,
    role: 'gridcell',
    // A name would have to begin with what is seen in the cell.
    'aria-describedby': `${id}-${at}--1 ${id}--1-${column}`,
    'aria-selected': cell?.row === line.place && cell.side === sides[column],
    className: [
      column === 1 ? 'mid' : '',
      cell?.row === line.place && cell.side === sides[column] ? 'chosen' : '',
      active === column ? 'is-active' : '',
    ].join(' '),
  });
  return (
    <tr>
      <th
        id={`${id}-${at}--1`}
        data-at={`${at} -1`}
        scope="row"
        draggable
        className={active === -1 ? 'is-active' : undefined}
      >
        <span className="code-name" style={{ paddingLeft: line.depth * 14 }}>
          {code ? <CodeMark look={code.look} /> : null}
          <span className="med">{code?.entry.name ?? text}</span>
        </span>
      </th>
      <td {...cellOf(0)}>
        <Side {...{ answer, none }} value={change.before} excerpt={excerpts?.(line.place, 0, 'before')} />
      </td>
      <td {...cellOf(1)}>
        <Middle {...{ answer, none, change }} paired={answer.change?.paired ?? 0} />
      </td>
      <td {...cellOf(2)}>
        <Side {...{ answer, none }} value={change.after} excerpt={excerpts?.(line.place, 0, 'after')} />
      </td>
    </tr>
  );
}

interface SideProps {
  readonly answer: MatrixAnswer;
  /** Says why there is no number. */
  readonly none: string;
  readonly value: number | null;
  readonly excerpt: ReturnType<Excerpts>;
}

function Side({ answer: { measure }, none, value, excerpt }: SideProps) {
  const { language, say } = useWords();
  const isLevel = measure === 'median-level' || measure === 'mean-level';
  const [quote] = excerpt?.quotes ?? [];
  if (value === null) return <p className="small q">{none}</p>;
  return (
    <>
      <div className="hstack small">
        {isLevel ? <Pips value={value} /> : null}
        <span className="med">
          {isLevel ? levelText(language, value) : shownValue(language, measure, value)}
        </span>
        {excerpt ? <span className="q nowrap-n">{say('written.references', { n: excerpt.n })}</span> : null}
      </div>
      {quote ? <ExcerptQuote quote={quote} without={['phase']} /> : null}
    </>
  );
}

interface MiddleProps {
  readonly answer: MatrixAnswer;
  readonly none: string;
  readonly change: CellChange;
  /** Cases with material in both phases. */
  readonly paired: number;
}

function Middle({ answer: { measure }, none, change, paired }: MiddleProps) {
  const { say, language } = useWords();
  const { before, after, n, rose, fell } = change;
  if (before === null || after === null) return <p className="small q">{none}</p>;
  const size = after - before;
  const tone = size > 0 ? 'rises' : size < 0 ? 'falls' : '';
  return (
    <>
      <div className="hstack arrow">
        <ChangeArrow measure={measure} before={before} after={after} />
        <div>
          <div className={`change-value ${tone}`}>{differenceText(language, measure, size)}</div>
          <div className="small q nowrap">{say('written.cases', { k: n, n: paired })}</div>
        </div>
      </div>
      <div className="hstack small nowrap ud">
        <ArrowUp className="i s" aria-label={say('written.rose')} />
        <b>{rose}</b>
        <Equal className="i s" aria-label={say('written.stayed')} />
        <b>{n - rose - fell}</b>
        <ArrowDown className="i s" aria-label={say('written.fell')} />
        <b className={fell > 0 ? 'falls' : undefined}>{fell}</b>
      </div>
    </>
  );
}

/** Presence over cases is the share of them. */
function shownValue(language: 'en' | 'zh', measure: MatrixAnswer['measure'], value: number): string {
  return numberText(language, measure === 'presence' ? 'case-share' : measure, value);
}
