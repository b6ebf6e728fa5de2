// A report in the place of a table: its settings, what it finds, its tables, the counting rule; its numbers open their quotes.
import { TriangleAlert } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import type { Quote } from '../../../shared/contract/matrices.ts';
import type { ReportAnswer, ReportInput } from '../../../shared/contract/reports.ts';
import { reportPages } from '../../../shared/matrices/report-sheets.ts';
import { useCall } from '../../engine.ts';
import { useWords } from '../../words.ts';
import { copyCells } from '../copy-table.ts';
import { Counting } from '../counting.tsx';
import { useAxisCodes, useLast, type Facts } from '../facts.ts';
import { scopeOf } from '../question.ts';
import { refusedDimension, RefusedQuestion } from '../refused-question.tsx';
import { SavedNotes } from '../saved/saved-bar.tsx';
import { TableBar } from '../table-bar.tsx';
import { askReport } from '../table-state.ts';
import { reportSubjects } from './export-report.ts';
import { ReportBody } from './report-body.tsx';
import { ReportQuotes } from './report-quotes.tsx';
import { ReportSettings } from './settings.tsx';
import { FirstWords } from './trends.tsx';
import './report.css';

/** The words of a point, whose places in the texts stand behind it. */
export type PlacesAsked = Extract<ReportInput, { kind: 'word-trend' }>;

/** What stands behind a number of a report. */
export interface Behind {
  readonly title: string;
  /** The question that its quotes or places answer, or where they stand in the report itself. */
  readonly quotes: Input<'matrices.cell'> | PlacesAsked | ((answer: ReportAnswer) => readonly Quote[]);
  /** What can be said of them there. */
  readonly form?: (answer: ReportAnswer) => ReactNode;
  /** Its place in the report's grid. */
  readonly place: { readonly line: number; readonly column: number };
}

interface Answered {
  readonly report: ReportInput;
  readonly answer: ReportAnswer;
}

interface DeskProps {
  readonly report: ReportInput;
  readonly facts: Facts;
  readonly title: string;
}

/** To be keyed by the kind of the report, and by the saved one. */
export function ReportDesk({ report, facts, title }: DeskProps) {
  const { say } = useWords();
  const asked = useCall('matrices.report', report);
  // What is in sight goes on with the question that it answers, also while the next one is read.
  const last = useLast<Answered>(asked.value && { report, answer: asked.value });
  const answered = asked.refusal ? undefined : last;
  const { behind, open, leave } = useBehind(last?.report);
  return (
    <>
      <main className="desk" aria-label={say('place.matrices')}>
        <ReportBar title={title} answered={answered} />
        <ReportSettings
          report={report}
          facts={facts}
          refused={refusedDimension(scopeOf(report), asked.refusal)}
        />
        <SavedNotes />
        {asked.refusal ? (
          <RefusedQuestion
            scope={scopeOf(report)}
            refusal={asked.refusal}
            onAsk={(scope) => askReport({ ...report, ...scope })}
          />
        ) : null}
        {answered ? (
          <Found report={report} answered={answered} behind={behind} onOpen={open} />
        ) : (
          <div className="scroll" />
        )}
      </main>
      {behind && last ? <ReportQuotes behind={behind} answer={last.answer} onClose={leave} /> : null}
    </>
  );
}

/** What stands behind a number, until it is left or an answer to another question comes. */
function useBehind(report: ReportInput | undefined) {
  const asked = JSON.stringify({ ...report, most: null });
  const [opened, setOpened] = useState<{ readonly behind: Behind; readonly asked: string } | null>(null);
  const opener = useRef<Element | null>(null);
  const behind = opened?.asked === asked ? opened.behind : null;
  const back = (): void => {
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  // What had the focus may have gone with the answer.
  useLayoutEffect(() => {
    if (!opened || behind) return;
    setOpened(null);
    if (document.activeElement === document.body) back();
  }, [asked]);
  return {
    behind,
    open: (next: Behind): void => {
      opener.current = document.activeElement;
      setOpened({ behind: next, asked });
    },
    leave: (): void => {
      setOpened(null);
      back();
    },
  };
}

interface FoundProps {
  /** The question as it stands now. */
  readonly report: ReportInput;
  readonly answered: Answered;
  readonly behind: Behind | null;
  readonly onOpen: (behind: Behind) => void;
}

function Found({ report, answered, behind, onOpen }: FoundProps) {
  const { answer } = answered;
  const { say, language } = useWords();
  const { sheets, notes } = reportPages(language, answer);
  const warnings = answer.warnings.length;
  // What the grid on screen shows by other signs.
  const found = notes.slice(0, notes.length - warnings).filter((note) => note !== say('report.grid'));
  return (
    <>
      <div className="scroll report-scroll">
        {found.map((note) => (
          <p key={note} className="report-finding">
            {note}
          </p>
        ))}
        {notes.slice(notes.length - warnings).map((note) => (
          <p key={note} className="note warn small">
            <TriangleAlert className="i s" aria-hidden />
            <span>{note}</span>
          </p>
        ))}
        {sheets.every(({ rows }) => rows.length === 0) ? (
          <Nothing report={report} />
        ) : (
          <ReportBody {...answered} sheets={sheets} behind={behind} onOpen={onOpen} />
        )}
      </div>
      <Counting rule={answer.rule} />
    </>
  );
}

/** What belongs where nothing is found. */
function Nothing({ report }: { readonly report: ReportInput }) {
  const { say } = useWords();
  if (report.kind === 'tracing') return null;
  if (report.kind === 'word-trend' && report.words.length === 0) return <FirstWords report={report} />;
  return <p className="q2">{say('displays.nothing')}</p>;
}

interface BarProps {
  readonly title: string;
  readonly answered: Answered | undefined;
}

function ReportBar({ title, answered }: BarProps) {
  const words = useWords();
  const { codes } = useAxisCodes();
  const copy = (): void => {
    const [sheet] = answered ? reportPages(words.language, answered.answer).sheets : [];
    if (sheet)
      void copyCells([sheet.head, ...sheet.rows.map((row) => row.map((value) => String(value ?? '')))]);
  };
  return (
    <TableBar
      title={title}
      onCopy={answered ? copy : null}
      exports={answered ? () => reportSubjects(words, { ...answered, title, codes }) : null}
    />
  );
}
