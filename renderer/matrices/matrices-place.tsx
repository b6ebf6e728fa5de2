// The matrices place: displays, the question with its table and counting rule, the evidence of the chosen cell.
import { frequenciesBy, frequenciesQuestion } from '../../shared/matrices/frequencies-question.ts';
import { ArrowLeftRight, EqualNot, Grid3x3 } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { FrequenciesAnswer, MatrixAnswer } from '../../shared/contract/matrices.ts';
import { dimensionLabel } from '../../shared/matrices/rule.ts';
import { presetName } from '../../shared/matrices/presets.ts';
import { parseDimension } from '../../shared/matrices/dimensions.ts';
import { changeData } from '../charts/change-data.ts';
import { frequencyData, matrixData, type ChartData } from '../charts/chart-data.ts';
import { kindsFor, type ChartKind } from '../charts/chart-kinds.ts';
import { Chart } from '../charts/chart.tsx';
import { useCall } from '../engine.ts';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Segments } from '../ui/segments.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import type { TableInSight } from '../print/print-table.tsx';
import { tableInSight } from '../print/print.tsx';
import { copyCells, frequencyCells, matrixCells, type Rows } from './copy-table.ts';
import { useCellRecords, type CellRecords } from './cell/records.ts';
import { cellIn, headingsOf } from './chosen-cell.ts';
import { Counting } from './counting.tsx';
import { DisplayList, displayOf, reportOf, useDisplays } from './display-list.tsx';
import { Evidence } from './evidence.tsx';
import type { ExportSubject } from './export-choice.ts';
import { tableSubjects, type InView } from './export-table.ts';
import { asTitle, useAxisCodes, useFacts, useLast, type Facts } from './facts.ts';
import type { FrequencyLine } from './frequency-order.ts';
import { FrequencyTable, useFrequencyLines } from './frequency-table.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { useMatrixView, type MatrixView } from './matrix-view.ts';
import './matrices.css';
import './cell/cell.css';
import { replaced, sameTable, scopeOf, transposed, type MatrixInput } from './question.ts';
import { QuestionBar } from './question-bar.tsx';
import { refusedDimension, RefusedQuestion } from './refused-question.tsx';
import { ReportDesk } from './report/report-desk.tsx';
import { SavedNotes } from './saved/saved-bar.tsx';
import { useSaved } from './saved/use-saved.ts';
import { waysFor, type ShownAs } from './shown-as.ts';
import { ChangeTable } from './written/change-table.tsx';
import { mostSideBySide, WrittenTable } from './written/written-table.tsx';
import { TableBar } from './table-bar.tsx';
import { ask, chooseCell, tableState } from './table-state.ts';

export function MatricesPlace() {
  const facts = useFacts();
  const { say } = useWords();
  if (!facts) return <main className="room" aria-busy aria-label={say('place.matrices')} />;
  return facts.codings === 0 ? <NoCodings /> : <Matrices facts={facts} />;
}

function NoCodings() {
  const { say } = useWords();
  return (
    <main className="room" aria-label={say('place.matrices')}>
      <div className="empty-place">
        <Grid3x3 className="i xl" aria-hidden />
        <p>{say('tables.no-codings')}</p>
        <Button kind="first" large autoFocus onPress={() => windowState.set({ place: 'texts' })}>
          {say('tables.to-texts')}
        </Button>
      </div>
    </main>
  );
}

function Matrices({ facts }: { readonly facts: Facts }) {
  const groups = useDisplays();
  const words = useWords();
  const { say, language } = words;
  const asked = useStore(windowState, (state) => state.question);
  const cell = useStore(windowState, (state) => state.cell);
  const desk = useRef<HTMLElement>(null);
  // Without cases their sources stand in for them, until there are cases.
  const plain = facts.cases === 0 ? replaced(asked, 'case', 'source') : asked;
  const { current } = useSaved();
  const asOf = useStore(windowState, (state) => state.asOf);
  const question: MatrixInput = {
    ...plain,
    ...(current ? { matrix: current.uid } : {}),
    ...(asOf === null ? {} : { at: asOf }),
  };
  const standsIn = !sameTable(question, asked);
  const display = standsIn ? null : displayOf(groups, asked);
  const axis = (names: readonly string[]): string =>
    names.map((name) => dimensionLabel(language, parseDimension(name))).join(say('rule.nested'));
  const title = current
    ? current.name
    : display
      ? presetName(language, display)
      : asTitle(
          [question.rows, question.columns, [question.panels ?? []].flat()]
            .filter((names) => names.length > 0)
            .map(axis)
            .join(' × '),
        );
  const toTable = (): void => desk.current?.querySelector<HTMLElement>('table, .chart')?.focus();
  const report = useStore(windowState, (state) => state.report);
  // Known at once, where the list of those saved is read later.
  const saved = useStore(windowState, (state) => state.saved);
  const preset = report && reportOf(groups, report);
  return (
    // The evidence takes room once something is chosen; the list stays where it was whatever is shown beside it.
    <div className="room matrices">
      <DisplayList groups={groups} />
      {report ? (
        <ReportDesk
          key={`${report.kind} ${saved ?? ''}`}
          report={asOf === null ? report : { ...report, at: asOf }}
          facts={facts}
          title={current?.name ?? (preset ? presetName(language, preset) : say(`report.${report.kind}`))}
        />
      ) : (
        <>
          <main className="desk" ref={desk} aria-label={say('place.matrices')}>
            <Answered question={question} facts={facts} title={title} standsIn={standsIn} />
          </main>
          {cell === null ? null : <Evidence question={question} chosen={cell} onLeave={toTable} />}
        </>
      )}
    </div>
  );
}

interface AnsweredProps {
  readonly question: MatrixInput;
  readonly facts: Facts;
  readonly title: string;
  /** Sources are shown where cases were asked for. */
  readonly standsIn: boolean;
}

function Answered({ question, facts, title, standsIn }: AnsweredProps) {
  const words = useWords();
  const { say } = words;
  const { current, answer } = useAnswer(question);
  const view = useMatrixView(answer && 'cells' in answer ? answer : undefined);
  const frequencies = answer && 'by' in answer ? answer : undefined;
  const lines = useFrequencyLines(frequencies);
  const drawn = useStore(windowState, (state) => state.drawn);
  const shown = waysFor(question).find((each) => each === drawn) ?? 'table';
  const kind = kindsFor(question).find((each) => each === shown);
  const data = useChartData(kind, view, frequencies && lines);
  const records = useCellRecords(question);
  const busy = current.loading && current.value === undefined;
  const cells = (): Rows =>
    view ? matrixCells(view) : frequencies ? frequencyCells(frequencies, lines) : [];
  const isShown = answer !== undefined && answer.rows.length > 0 && !current.refusal;
  const inSight = (): TableInSight | null =>
    answer ? { title, rows: cells(), rule: answer.rule, hasTotals: view !== null, display: ofWords() } : null;
  useInSight(isShown ? inSight : null);
  const exports = (): readonly ExportSubject[] =>
    tableSubjects(words, {
      question,
      title,
      picture: answer && kind && data ? { kind, data, rule: answer.rule } : null,
      inView: view ? inViewOf(view, shown) : {},
    });
  return (
    <>
      <TableBar
        title={title}
        ways={
          <Ways
            question={question}
            shown={shown}
            isSideBySide={view !== null && view.columns.length <= mostSideBySide}
          />
        }
        onCopy={answer ? () => void copyCells(cells()) : null}
        exports={answer && !current.refusal ? exports : null}
      />
      <QuestionBar
        question={question}
        facts={facts}
        refused={refusedDimension(scopeOf(question), current.refusal)}
      />
      <SavedNotes />
      {standsIn ? <NoCases /> : null}
      {current.refusal ? (
        <RefusedQuestion
          scope={scopeOf(question)}
          refusal={current.refusal}
          onAsk={(scope) => ask({ ...question, ...scope })}
        />
      ) : null}
      {current.refusal || !answer ? (
        <div className="scroll" />
      ) : (
        <>
          {answer.rows.length === 0 ? (
            <p className="scroll nothing q2">{say('tables.no-rows')}</p>
          ) : kind && data ? (
            <TableChart {...{ kind, data, title, answer }} />
          ) : view ? (
            <Table {...{ view, question, records, busy, shown }} />
          ) : frequencies ? (
            <FrequencyTable key={frequencies.by} {...{ question, lines, busy }} answer={frequencies} />
          ) : null}
          <Counting rule={answer.rule} />
        </>
      )}
    </>
  );
}

/** The answer of the call that has the question; the last one that was there, while the next is computed. */
function useAnswer(question: MatrixInput) {
  const by = frequenciesBy(question);
  const asMatrix = useCall('matrices.table', by === null ? question : null);
  const asFrequencies = useCall(
    'matrices.frequencies',
    by === null ? null : frequenciesQuestion(question, by),
  );
  const current = by === null ? asMatrix : asFrequencies;
  const answer = useLast<MatrixAnswer | FrequenciesAnswer>(current.value);
  return { current, answer };
}

interface TableProps {
  readonly view: MatrixView;
  readonly question: MatrixInput;
  readonly records: CellRecords;
  readonly busy: boolean;
  readonly shown: ShownAs;
}

function Table({ view, question, records, busy, shown }: TableProps) {
  const key = JSON.stringify(view.answer.dimensions);
  if (shown === 'written') return <WrittenTable key={key} {...{ view, question, records }} />;
  if (isOfSides(view)) return <ChangeTable view={view} question={question} />;
  return <MatrixTable key={key} {...{ view, question, records, busy }} />;
}

/** A change without columns is shown in words: both sides with a quote each. */
function isOfSides({ asked: { change, dimensions, panelDimension } }: MatrixView): boolean {
  return change !== null && dimensions.columns.length === 0 && panelDimension === null;
}

/** What leaves the program is what is in view: the words or the numbers, without what is folded. */
function inViewOf(view: MatrixView, shown: ShownAs): InView {
  const { answer, rows, columns } = view;
  const isWhole = rows.length === answer.rows.length && columns.length === answer.columns.length;
  const ids = (lines: MatrixView['rows']): string[][] => lines.map(({ entry }) => [...entry.ids]);
  return {
    cells: shown === 'written' || isOfSides(view) ? 'words' : 'numbers',
    ...(isWhole ? {} : { only: { rows: ids(rows), columns: ids(columns) } }),
  };
}

/** The display of words that is on the screen; null while there are numbers. */
function ofWords(): HTMLElement | null {
  return document.querySelector('.matrices .written, .matrices table.ba');
}

/** What printing finds while the table is on the screen. */
function useInSight(table: typeof tableInSight.current): void {
  useLayoutEffect(() => {
    tableInSight.current = table;
    return () => {
      tableInSight.current = null;
    };
  });
}

interface WaysProps {
  readonly question: MatrixInput;
  readonly shown: ShownAs;
  /** Few enough columns to mark what differs. */
  readonly isSideBySide: boolean;
}

function Ways({ question, shown, isSideBySide }: WaysProps) {
  const { say } = useWords();
  const onlyDifferent = useStore(tableState, (state) => state.onlyDifferent);
  const ways = waysFor(question);
  return (
    <>
      {shown === 'written' && isSideBySide ? (
        <IconButton
          icon={EqualNot}
          label={say('written.only-different')}
          pressed={onlyDifferent}
          onPress={() => tableState.set({ onlyDifferent: !onlyDifferent })}
        />
      ) : null}
      {ways.length > 1 ? (
        <Segments
          label={say('charts.shown-as')}
          value={shown}
          options={ways.map((value) => ({
            value,
            text: say(`charts.${value}`),
          }))}
          onChange={(chosen) => windowState.set({ drawn: chosen })}
        />
      ) : null}
      <IconButton
        icon={ArrowLeftRight}
        label={say('tables.transpose')}
        disabled={question.columns.length === 0}
        onPress={() => ask(transposed(question))}
      />
    </>
  );
}

interface TableChartProps {
  readonly kind: ChartKind;
  readonly data: ChartData;
  readonly title: string;
  readonly answer: MatrixAnswer | FrequenciesAnswer;
}

/** The same cells as those of the table, drawn. */
function TableChart({ answer, ...chart }: TableChartProps) {
  const cell = useStore(windowState, (state) => state.cell);
  const headed = useMemo(
    () =>
      'cells' in answer
        ? answer
        : { rows: answer.rows.map(({ id }) => ({ ids: [id], labels: [] })), columns: [], panels: [] },
    [answer],
  );
  const chosen = useMemo(() => cell && cellIn(headed, cell), [headed, cell]);
  return (
    <Chart
      {...chart}
      chosen={chosen}
      onOpen={(mark, byKey) =>
        chooseCell(headingsOf(headed, { ...mark, column: 'cells' in answer ? mark.column : null }), byKey)
      }
    />
  );
}

function useChartData(
  kind: ChartKind | undefined,
  view: MatrixView | null,
  lines: readonly FrequencyLine[] | undefined,
): ChartData | null {
  const { language } = useWords();
  const { codes } = useAxisCodes();
  return useMemo(() => {
    if (kind === 'dumbbells' && view?.answer.change) return changeData(view, { language, codes });
    if (kind && view) return matrixData(view, kind, { language, codes });
    return lines ? frequencyData(lines, language, codes) : null;
  }, [kind, view, lines, language, codes]);
}

function NoCases() {
  const { say } = useWords();
  return (
    <div className="question-note">
      <p className="note small">
        <span className="grow">{say('tables.no-cases')}</span>
        <Button kind="plain" onPress={() => windowState.set({ place: 'cases' })}>
          {say('tables.to-cases')}
        </Button>
      </p>
    </div>
  );
}
