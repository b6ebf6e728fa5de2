// Process tracing: evidence in the order of time against hypotheses; each judgement is made by key or beside the quote.
import { Check, CircleDashed, X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { TestedCoding, TracingReport } from '../../../shared/contract/tracing.ts';
import { evidenceAtOnce } from '../../../shared/matrices/report-presets.ts';
import type { ReportSheet } from '../../../shared/matrices/report-words.ts';
import { judgementText } from '../../../shared/matrices/tracing-sheets.ts';
import { CodeMark } from '../../ui/code-mark.tsx';
import { useWords } from '../../words.ts';
import { useAxisCodes } from '../facts.ts';
import { askMore } from '../table-state.ts';
import { judge, JudgementForm, judgingOf, shown } from './judging.tsx';
import type { Behind } from './report-desk.tsx';
import { MoreRows, ReportTable } from './report-table.tsx';
import './tracing.css';

interface TracingProps {
  readonly answer: TracingReport;
  /** The evidence, and what survives. */
  readonly sheets: readonly ReportSheet[];
  readonly behind: Behind | null;
  readonly onOpen: (behind: Behind) => void;
}

interface CellPlace {
  readonly line: number;
  readonly column: number;
}

export function Tracing({ answer, sheets: [table, survives], behind, onOpen }: TracingProps) {
  const { say } = useWords();
  const keys = useId();
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<CellPlace | null>(null);
  const { hypotheses, evidence, order, total } = answer;
  const active = at ?? nearest(answer, { line: 0, column: 0 }, 1);
  useLayoutEffect(() => {
    for (const cell of evidence.flatMap(({ cells }) => cells)) if (cell) shown(cell.quote.id);
  }, [evidence]);
  const onKey = (event: React.KeyboardEvent): void => {
    const cell = active && evidence[active.line]?.cells[active.column];
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = cellAfter(answer, active, event.key);
    const change = judgingOf(event);
    if (next) body.current?.querySelector<HTMLElement>(`[data-cell="${next.line} ${next.column}"]`)?.focus();
    else if (change) judge(cell.quote.id, cell.judgement, change);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <p id={keys} className="small q2">
        {say('tracing.keys')}
      </p>
      <table className="grid tbl report-table tracing" aria-label={table?.name} aria-describedby={keys}>
        <Head answer={answer} />
        <tbody ref={body} onKeyDown={onKey}>
          {evidence.map(({ quote, when, cells }, line) => (
            <tr key={`${quote.id} ${line}`}>
              <td>{quote.phase ?? <span className="q">–</span>}</td>
              {order === null ? null : <td>{when ?? <span className="q">–</span>}</td>}
              <td className="reads">
                {quote.said}
                <span className="small q2 place">
                  {quote.source} ¶{quote.paragraph}
                </span>
              </td>
              {cells.map((cell, column) => (
                <td key={column}>
                  {cell ? (
                    <Cell
                      cell={cell}
                      place={{ line, column }}
                      hypothesis={hypotheses[column]?.code.name ?? ''}
                      isActive={active?.line === line && active.column === column}
                      isChosen={behind?.place.line === line && behind.place.column === column}
                      onFocus={setAt}
                      onOpen={() => onOpen(behindCell(answer, { line, column }))}
                    />
                  ) : (
                    <span className="q">–</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <MoreRows
          left={total - evidence.length}
          columns={hypotheses.length + (order === null ? 2 : 3)}
          onMore={() => askMore(evidence.length + evidenceAtOnce)}
        />
      </table>
      {survives ? (
        <>
          <h3>{survives.name}</h3>
          <ReportTable sheet={survives} />
        </>
      ) : null}
    </>
  );
}

function Head({ answer: { hypotheses, order } }: Pick<TracingProps, 'answer'>) {
  const { say } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{say('report.head.phase')}</th>
        {order === null ? null : <th scope="col">{order}</th>}
        <th scope="col">{say('report.head.quote')}</th>
        {hypotheses.map(({ code, standing }) => (
          <th key={code.reference} scope="col">
            <HypothesisHead id={code.reference} name={code.name} />
            <span className={`standing ${standing}`}>{say(`tracing.standing.${standing}`)}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function HypothesisHead({ id, name }: { readonly id: string; readonly name: string }) {
  const look = useAxisCodes().codes.get(id)?.look;
  return (
    <span className="hstack">
      {look ? <CodeMark look={look} /> : null}
      {name}
    </span>
  );
}

interface CellProps {
  readonly cell: TestedCoding;
  readonly place: CellPlace;
  readonly hypothesis: string;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onFocus: (place: CellPlace) => void;
  readonly onOpen: () => void;
}

const signs = { passes: Check, fails: X, open: CircleDashed } as const;

function Cell({ cell, place, hypothesis, isActive, isChosen, onFocus, onOpen }: CellProps) {
  const { say, language } = useWords();
  const { judgement, quote } = cell;
  const outcome = judgement?.outcome ?? 'open';
  const Sign = signs[outcome];
  const words = judgementText(language, judgement);
  return (
    <button
      className={`judgement ${judgement === null ? 'none' : outcome}`}
      data-cell={`${place.line} ${place.column}`}
      tabIndex={isActive ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={say('tracing.cell', { hypothesis, judgement: words, quote: quote.said })}
      onFocus={() => onFocus(place)}
      onClick={onOpen}
    >
      <Sign className="i s" aria-hidden />
      <span>{words}</span>
    </button>
  );
}

/** The quote of a cell with its judgement, as the report has them at any time. */
function behindCell({ hypotheses, evidence }: TracingReport, { line, column }: CellPlace): Behind {
  const id = evidence[line]?.cells[column]?.quote.id;
  const cellIn = (answer: { readonly kind: string } | TracingReport): TestedCoding | undefined =>
    'evidence' in answer
      ? answer.evidence
          .flatMap(({ cells }) => cells)
          .flatMap((cell) => cell ?? [])
          .find(({ quote }) => quote.id === id)
      : undefined;
  return {
    title: hypotheses[column]?.code.name ?? '',
    quotes: (answer) => [cellIn(answer)].flatMap((cell) => cell?.quote ?? []),
    form: (answer) => {
      const cell = cellIn(answer);
      return cell ? <JudgementForm key={id} cell={cell} /> : null;
    },
    place: { line, column },
  };
}

/** Where an arrow key leads: up and down to the next evidence for the hypothesis, aside to the nearest for the next one. */
function cellAfter(answer: TracingReport, { line, column }: CellPlace, key: string): CellPlace | null {
  const { evidence } = answer;
  const stay = { line, column };
  if (key === 'ArrowRight') return nearest(answer, { line, column: column + 1 }, 1) ?? stay;
  if (key === 'ArrowLeft') return nearest(answer, { line, column: column - 1 }, -1) ?? stay;
  const lines = evidence.flatMap(({ cells }, place) => (cells[column] ? [place] : []));
  if (key === 'ArrowDown') return { column, line: lines.find((each) => each > line) ?? line };
  if (key === 'ArrowUp') return { column, line: lines.findLast((each) => each < line) ?? line };
  return null;
}

/** The cell nearest to a line, in the column or the next one that has any. */
function nearest({ hypotheses, evidence }: TracingReport, from: CellPlace, step: 1 | -1): CellPlace | null {
  for (let { column } = from; column >= 0 && column < hypotheses.length; column += step) {
    const lines = evidence.flatMap(({ cells }, place) => (cells[column] ? [place] : []));
    const [line] = lines.toSorted((a, b) => Math.abs(a - from.line) - Math.abs(b - from.line));
    if (line !== undefined) return { line, column };
  }
  return null;
}
