// The tables of a report, and what is drawn beside them: the relations as a grid, saturation as a curve.
import type {
  CodeHeading,
  ReportAnswer,
  ReportInput,
  UncodedTurn,
} from '../../../shared/contract/reports.ts';
import { sentencesAtOnce } from '../../../shared/matrices/report-presets.ts';
import type { ReportSheet } from '../../../shared/matrices/report-words.ts';
import { mostMarks } from '../../charts/chart-kinds.ts';
import { openPassage } from '../../window-state.ts';
import { useWords } from '../../words.ts';
import { askMore } from '../table-state.ts';
import { openQuote } from '../quote-item.tsx';
import { Portraits } from './portraits.tsx';
import { RelationGrid } from './relation-grid.tsx';
import { isReadable, mostColumns } from './relation-picture.ts';
import type { Behind } from './report-desk.tsx';
import { ReportTable } from './report-table.tsx';
import { Saturation } from './saturation.tsx';
import { Tracing } from './tracing.tsx';
import { CodeTrend, WordTrend } from './trends.tsx';

interface BodyProps {
  readonly report: ReportInput;
  readonly answer: ReportAnswer;
  readonly sheets: readonly ReportSheet[];
  readonly behind: Behind | null;
  readonly onOpen: (behind: Behind) => void;
}

export function ReportBody(props: BodyProps) {
  const { answer, sheets } = props;
  const [first, second] = sheets;
  if (!first) return null;
  switch (answer.kind) {
    case 'crosstab':
      return <Crosstab {...props} answer={answer} sheet={first} />;
    case 'relations':
      return (
        <>
          <Relations {...props} answer={answer} />
          {second ? <ReportTable sheet={second} /> : null}
        </>
      );
    case 'levels': {
      const open = (row: number): void => {
        const quote = answer.rows[row]?.quote;
        if (quote) openQuote(quote);
      };
      const more = (): void => askMore(answer.rows.length + sentencesAtOnce);
      const left = answer.total - answer.rows.length;
      return (
        <ReportTable
          sheet={first}
          reading={[0]}
          onOpen={open}
          more={left > 0 ? { left, load: more } : null}
        />
      );
    }
    case 'saturation':
      return props.report.kind === 'saturation' ? (
        <Saturation {...props} report={props.report} answer={answer} sheet={first} />
      ) : null;
    case 'coverage':
      return <Coverage answer={answer} sheet={first} uncoded={second} />;
    case 'portrait':
      return <Portraits answer={answer} passages={second} behind={props.behind} onOpen={props.onOpen} />;
    case 'tracing':
      return <Tracing answer={answer} sheets={sheets} behind={props.behind} onOpen={props.onOpen} />;
    case 'code-trend':
      return props.report.kind === 'code-trend' ? (
        <CodeTrend {...props} report={props.report} answer={answer} sheet={first} />
      ) : null;
    case 'word-trend':
      return props.report.kind === 'word-trend' ? (
        <WordTrend {...props} report={props.report} answer={answer} />
      ) : null;
    case 'truth-table':
      return sheets.map((sheet) => <ReportTable key={sheet.name} sheet={sheet} />);
  }
}

type Of<K extends ReportAnswer['kind']> = Extract<ReportAnswer, { kind: K }>;

interface CrosstabProps extends BodyProps {
  readonly answer: Of<'crosstab'>;
  readonly sheet: ReportSheet;
}

function Crosstab({ report, answer, sheet, onOpen }: CrosstabProps) {
  const open = (line: number, column: number): void => {
    const code = answer.rows[line]?.code;
    // The code first, then the values, then what is computed of them all.
    const value = answer.values[column - 1]?.name ?? null;
    if (code && report.kind === 'crosstab') onOpen(ofCode(report, code, value, { line, column }));
  };
  return <ReportTable sheet={sheet} onOpen={open} />;
}

function Relations({ report, answer, behind, onOpen }: BodyProps & { readonly answer: Of<'relations'> }) {
  const { say } = useWords();
  return (
    <>
      <RelationGrid
        report={answer}
        chosen={behind?.place ?? null}
        onChoose={(place) => {
          const [row, column] = [answer.rows[place.line], answer.columns[place.column]];
          if (!row || !column || report.kind !== 'relations') return;
          onOpen({
            title: `${row.name} × ${column.name}`,
            quotes: { question: pairsQuestion(report), row: [row.reference], column: [column.reference] },
            place,
          });
        }}
      />
      <p className="small q2">{say('displays.relations-legend')}</p>
      {isReadable(answer) ? null : (
        <p className="small q2">
          {say('displays.relations-no-picture', { columns: mostColumns, cells: mostMarks })}
        </p>
      )}
    </>
  );
}

interface CoverageProps {
  readonly answer: Of<'coverage'>;
  readonly sheet: ReportSheet;
  /** The turns without coding. */
  readonly uncoded: ReportSheet | undefined;
}

function Coverage({ answer, sheet, uncoded }: CoverageProps) {
  const openTurn = (turn: UncodedTurn | undefined): void => {
    if (turn) openPassage({ source: turn.sourceUid, start: turn.start, end: turn.end, coding: null });
  };
  // To its first turn that is listed without coding, else to its beginning.
  const openSource = (row: number): void => {
    const source = answer.sources[row]?.uid;
    if (source === undefined) return;
    const turn = answer.uncoded.find(({ sourceUid }) => sourceUid === source);
    if (turn) openTurn(turn);
    else openPassage({ source, start: 0, end: 0, coding: null });
  };
  return (
    <>
      <ReportTable sheet={sheet} onOpen={openSource} />
      {uncoded && uncoded.rows.length > 0 ? (
        <>
          <h3>{uncoded.name}</h3>
          <ReportTable
            sheet={uncoded}
            reading={[uncoded.head.length - 1]}
            onOpen={(row) => openTurn(answer.uncoded[row])}
          />
        </>
      ) : null}
    </>
  );
}

function ofCode(
  { attribute, filters, overlap, coders, at }: Extract<ReportInput, { kind: 'crosstab' }>,
  code: CodeHeading,
  value: string | null,
  place: Behind['place'],
): Behind {
  const question = {
    rows: ['code'],
    columns: [`case:${attribute}`],
    measure: 'cases' as const,
    near: null,
    filters,
    overlap,
    coders,
    ...(at === undefined ? {} : { at }),
  };
  return {
    title: value === null ? code.name : `${code.name} × ${attribute}: ${value}`,
    quotes: { question, row: [code.reference], column: value === null ? null : [value] },
    place,
  };
}

function pairsQuestion({ near, filters, overlap, coders, at }: Extract<ReportInput, { kind: 'relations' }>) {
  return {
    rows: ['code'],
    columns: ['code'],
    measure: 'references' as const,
    near,
    filters,
    overlap,
    coders,
    ...(at === undefined ? {} : { at }),
  };
}
