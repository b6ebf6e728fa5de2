// Frequencies: references, sources, cases and speakers of each code, case, source or speaker, with bars; sortable.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FrequenciesAnswer } from '../../shared/contract/matrices.ts';
import { listed, say, type Language } from '../../shared/words/say.ts';
import { useStore } from '../store.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { asTitle, dimensionTitle, useAxisCodes } from './facts.ts';
import { frequencyLines, type FrequencyLine } from './frequency-order.ts';
import { byHand, type ByHand } from './hand-order.ts';
import { Twisty } from './matrix-head.tsx';
import { numberText } from './numbers.ts';
import type { AxisName, MatrixInput } from './question.ts';
import { chooseCell, tableState, turnFamily, type SortColumn } from './table-state.ts';
import { headMove, useMovable } from './use-grid.ts';
import { useHeadDrag } from './use-head-drag.ts';

export function useFrequencyLines(answer: FrequenciesAnswer | undefined): readonly FrequencyLine[] {
  const { depths } = useAxisCodes();
  const sort = useStore(tableState, (state) => state.sort);
  const turned = useStore(tableState, (state) => state.turnedRows);
  return useMemo(
    () => (answer ? frequencyLines(answer, sort, depths, turned) : []),
    [answer, sort, depths, turned],
  );
}

/** The columns of numbers that frequencies by this dimension have. */
export function frequencyColumns(by: FrequenciesAnswer['by']): readonly Exclude<SortColumn, 'heading'>[] {
  if (by === 'case') return ['references', 'sources', 'speakers'];
  if (by === 'source') return ['references', 'speakers'];
  if (by === 'speaker') return ['references', 'sources'];
  return ['references', 'own', 'sources', 'cases', 'speakers'];
}

interface TableProps {
  readonly question: MatrixInput;
  readonly answer: FrequenciesAnswer;
  readonly lines: readonly FrequencyLine[];
  readonly busy: boolean;
}

export function FrequencyTable({ question, answer, lines, busy }: TableProps) {
  const { say } = useWords();
  const { by } = answer;
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const cell = useStore(windowState, (state) => state.cell);
  const [active, setActive] = useState(0);
  const columns = frequencyColumns(by);
  const highest = Math.max(1, ...lines.map(({ row }) => row.references));

  useEffect(() => {
    const place = lines.findIndex(({ row }) => row.id === cell?.row?.[0]);
    if (place >= 0) setActive(place);
  }, [cell, lines]);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);
  useEffect(() => {
    if (windowState.get().cell) table.current?.focus({ preventScroll: true });
  }, []);

  const hand = useHand(question, answer, lines);
  const drag = useHeadDrag(hand);
  const moveBy = (axis: AxisName, step: -1 | 1): void => {
    if (axis === 'rows') setActive(active + hand.move(axis, active, { step }));
  };
  useMovable(moveBy);
  const onKey = (event: React.KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const line = lines[active];
    const move = headMove(event);
    if (move) {
      moveBy(move.axis, move.step);
      return event.preventDefault();
    }
    const to = nextLine(event.key, active, lines.length);
    if (to !== null) setActive(to);
    else if (line && (event.key === 'Enter' || event.code === 'Space')) open(line, true);
    else if (line?.family && event.key === (line.family.open ? 'ArrowLeft' : 'ArrowRight')) turn(line);
    else return;
    event.preventDefault();
  };
  return (
    <div className="scroll matrix-scroll" aria-busy={busy}>
      <table
        ref={table}
        className="grid tbl fq"
        role={by === 'code' ? 'treegrid' : 'grid'}
        aria-label={say('tables.frequencies')}
        tabIndex={0}
        aria-activedescendant={lines.length === 0 ? undefined : `${id}-${active}`}
        onKeyDown={onKey}
        {...drag}
      >
        <FrequencyHead by={by} columns={columns} />
        <tbody>
          {lines.map((line, at) => (
            <FrequencyLineRow
              key={line.place}
              id={`${id}-${at}`}
              at={at}
              line={line}
              answer={answer}
              share={line.row.references / highest}
              isUncoded={line.row.isUncoded}
              isActive={at === active}
              isChosen={cell?.row?.[0] === line.row.id}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rows are moved as they stand in sight, however they are sorted; they then stand as they were put. */
function useHand(question: MatrixInput, answer: FrequenciesAnswer, lines: readonly FrequencyLine[]): ByHand {
  const { depths } = useAxisCodes();
  const sort = useStore(tableState, (state) => state.sort);
  const hand = byHand(question, () => {
    const all = frequencyLines(answer, sort, depths, new Set());
    const places = new Map(all.map(({ place }, now) => [place, now]));
    const standing = lines.map((line) => ({ ...line, place: places.get(line.place) ?? all.length }));
    return { lines: standing, entries: all.map(({ entry }) => entry), first: 0 };
  });
  return {
    ...hand,
    move: (...move) => {
      const by = hand.move(...move);
      if (by !== 0) tableState.set({ sort: { column: 'heading', descending: false } });
      return by;
    },
  };
}

function open(line: FrequencyLine, byKey: boolean): void {
  chooseCell({ row: [line.row.id], column: null }, byKey);
}

function turn(line: FrequencyLine): void {
  if (line.family) turnFamily('turnedRows', line.family.id);
}

/** Null for keys that do not move. */
function nextLine(key: string, at: number, count: number): number | null {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + 10,
    PageUp: at - 10,
  }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

interface HeadProps {
  readonly by: FrequenciesAnswer['by'];
  readonly columns: readonly Exclude<SortColumn, 'heading'>[];
}

function FrequencyHead({ by, columns }: HeadProps) {
  const { say, language } = useWords();
  return (
    <>
      <colgroup>
        <col className="wide" />
        <col />
        {columns.map((column) => (
          <col key={column} className={`figure ${column}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <SortHead column="heading" text={dimensionTitle(language, by)} />
          {columns.map((column) =>
            column === 'references' ? (
              <SortHead key={column} column={column} text={say('measure.references')} span />
            ) : (
              <SortHead key={column} column={column} text={say(`tables.column-${column}`)} />
            ),
          )}
        </tr>
      </thead>
    </>
  );
}

interface SortHeadProps {
  readonly column: SortColumn;
  readonly text: string;
  /** With the bars before the number. */
  readonly span?: boolean;
}

function SortHead({ column, text, span }: SortHeadProps) {
  const { say } = useWords();
  const sort = useStore(tableState, (state) => state.sort);
  const isSorted = sort.column === column;
  const Icon = sort.descending ? ArrowDown : ArrowUp;
  // Numbers are first wanted from the highest, headings in the project's order.
  const descending = isSorted ? !sort.descending : column !== 'heading';
  return (
    <th
      scope="col"
      colSpan={span === true ? 2 : 1}
      className={column === 'heading' || span === true ? undefined : 'r'}
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        className="sort"
        title={column === 'own' ? say('tables.own') : undefined}
        onClick={() => tableState.set({ sort: { column, descending } })}
      >
        {asTitle(text)}
        {isSorted ? <Icon className="i s" aria-hidden /> : null}
      </button>
    </th>
  );
}

interface RowProps {
  readonly id: string;
  readonly at: number;
  readonly line: FrequencyLine;
  readonly answer: FrequenciesAnswer;
  /** Of the longest bar. */
  readonly share: number;
  readonly isUncoded: boolean;
  readonly isActive: boolean;
  readonly isChosen: boolean;
}

function FrequencyLineRow({ id, at, line, answer, share, isUncoded, isActive, isChosen }: RowProps) {
  const { language, say } = useWords();
  const { codes } = useAxisCodes();
  const { row, depth, family } = line;
  const code = answer.by === 'code' ? codes.get(row.id) : undefined;
  const hue = code?.look.className ?? 'plain-bar';
  return (
    <tr
      id={id}
      className={[depth === 0 ? 'fam' : '', isActive ? 'is-active' : ''].join(' ')}
      aria-label={isActive ? spokenRow(language, line, answer) : undefined}
      aria-selected={isChosen}
      {...(answer.by === 'code' ? { 'aria-level': depth + 1 } : {})}
      {...(family ? { 'aria-expanded': family.open } : {})}
      onClick={() => open(line, false)}
    >
      <th scope="row" data-at={`${at} -1`} draggable>
        <span className="hstack row-name" style={{ paddingLeft: depth * 20 }}>
          {family ? (
            <button
              className="turner"
              tabIndex={-1}
              aria-label={say(family.open ? 'tables.fold' : 'tables.unfold', { name: row.name })}
              onClick={(event) => {
                event.stopPropagation();
                turn(line);
              }}
            >
              <Twisty open={family.open} />
            </button>
          ) : (
            <span className="turner" />
          )}
          {code ? <CodeMark look={code.look} /> : null}
          <span className="cut" title={row.name}>
            {row.name}
          </span>
          {isUncoded ? <span className="tag">{say('tables.uncoded')}</span> : null}
        </span>
      </th>
      <td className={`bar-cell ${hue}`}>
        <span className="bar1" style={{ width: `${share * 100}%` }} />
      </td>
      {frequencyColumns(answer.by).map((column) => (
        <td key={column} className={column === 'references' ? 'r med' : 'r'}>
          <Figure language={language} column={column} line={line} answer={answer} />
        </td>
      ))}
    </tr>
  );
}

/** What a screen reader says of the row that the keys are at: each number with its column and base. */
function spokenRow(language: Language, { row }: FrequencyLine, answer: FrequenciesAnswer): string {
  const figures = frequencyColumns(answer.by).map((column) => {
    const base = baseOf(column, row, answer);
    const name = say(language, column === 'references' ? 'measure.references' : `tables.column-${column}`);
    const of = base === null ? '' : ` ${say(language, 'cells.spoken-base', { n: base })}`;
    return `${name} ${row[column]}${of}`;
  });
  return listed(language, [row.name, ...figures]);
}

interface FigureProps {
  readonly language: Language;
  readonly column: Exclude<SortColumn, 'heading'>;
  readonly line: FrequencyLine;
  readonly answer: FrequenciesAnswer;
}

function Figure({ language, column, line: { row }, answer }: FigureProps) {
  const text = numberText(language, 'references', row[column]);
  const base = baseOf(column, row, answer);
  return (
    <span className={row[column] === 0 ? 'q' : undefined}>
      {text}
      {base === null ? null : <span className="q">/{numberText(language, 'references', base)}</span>}
    </span>
  );
}

function baseOf(
  column: FigureProps['column'],
  { caseShare }: FrequencyLine['row'],
  { n }: FrequenciesAnswer,
): number | null {
  if (column === 'cases') return caseShare.n;
  return column === 'sources' || column === 'speakers' ? n[column] : null;
}
