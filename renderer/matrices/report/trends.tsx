// A trend above its table: a point opens the quotes of its code, or the places of its word; a row those of all lines.
import { useMemo, useState } from 'react';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import type { CodeTrendReport, TrendPoint, WordTrendReport } from '../../../shared/contract/trends.ts';
import { placesAtOnce } from '../../../shared/matrices/report-presets.ts';
import type { ReportSheet } from '../../../shared/matrices/report-words.ts';
import { must } from '../../../shared/must.ts';
import { wordsIn } from '../../../shared/text/whole-words.ts';
import { Chart } from '../../charts/chart.tsx';
import { focusInPlace } from '../../frame/focus-place.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { openPassage } from '../../window-state.ts';
import { useWords } from '../../words.ts';
import { useAxisCodes } from '../facts.ts';
import { askMore, askReport } from '../table-state.ts';
import type { Behind } from './report-desk.tsx';
import { ReportTable } from './report-table.tsx';
import { trendData, trendKind, type TrendReport } from './trend-data.ts';

type Codes = Extract<ReportInput, { kind: 'code-trend' }>;
type Places = Extract<ReportInput, { kind: 'word-trend' }>;

interface CodeTrendProps {
  readonly report: Codes;
  readonly answer: CodeTrendReport;
  readonly sheet: ReportSheet;
  readonly behind: Behind | null;
  readonly onOpen: (behind: Behind) => void;
}

export function CodeTrend({ report, answer, sheet, behind, onOpen }: CodeTrendProps) {
  const { say } = useWords();
  const open = (line: number, point: number): void => {
    const { code } = must(answer.lines[line], 'a line');
    const { id, name } = must(answer.points[point], 'a point');
    const title = say('trend.at-point', { line: code.name, point: name });
    const question = { ...scopeOf(report), rows: ['code'], columns: [report.over] };
    onOpen({
      title,
      quotes: { question, row: [code.reference], column: [id] },
      place: { line, column: point },
    });
  };
  const openRow = (point: number): void => {
    const { id, name } = must(answer.points[point], 'a point');
    const scope = scopeOf(report);
    const isNarrow = report.codes === null || scope.filters.some(({ dimension }) => dimension === 'code');
    const codes = answer.lines.map(({ code }) => ({ dimension: 'code', value: code.reference }));
    const filters = isNarrow ? scope.filters : [...scope.filters, ...codes];
    const question = { ...scope, filters, rows: [report.over], columns: [] };
    onOpen({
      title: name,
      quotes: { question, row: [id], column: null },
      place: { line: -1, column: point },
    });
  };
  return (
    <>
      <TrendChart answer={answer} behind={behind} onOpen={open} />
      <ReportTable sheet={sheet} onOpen={openRow} />
    </>
  );
}

function scopeOf({ filters, overlap, coders, at }: Codes) {
  const scope = { filters, overlap, coders, ...(at === undefined ? {} : { at }) };
  return { ...scope, measure: 'references' as const, near: null };
}

interface WordTrendProps {
  readonly report: Places;
  readonly answer: WordTrendReport;
  readonly sheets: readonly ReportSheet[];
  readonly behind: Behind | null;
  readonly onOpen: (behind: Behind) => void;
}

export function WordTrend({ report, answer, sheets: [table, places], behind, onOpen }: WordTrendProps) {
  const { say } = useWords();
  const openAt = (point: number, line: number | null): void => {
    const { word } = line === null ? { word: null } : must(answer.lines[line], 'a line');
    const at = must(answer.points[point], 'a point');
    onOpen({
      title: word === null ? at.name : say('trend.at-point', { line: word, point: at.name }),
      quotes: narrowed(report, at, word === null ? report.words : [word]),
      place: { line: line ?? -1, column: point },
    });
  };
  const left = answer.total - answer.passages.length;
  const more = (): void => askMore(answer.passages.length + placesAtOnce);
  return (
    <>
      <TrendChart answer={answer} behind={behind} onOpen={(line, point) => openAt(point, line)} />
      {table ? <ReportTable sheet={table} onOpen={(point) => openAt(point, null)} /> : null}
      {places && places.rows.length > 0 ? (
        <>
          <h3>{places.name}</h3>
          <ReportTable
            sheet={places}
            reading={[places.head.length - 1]}
            onOpen={(row) => openPlace(must(answer.passages[row], 'a passage'))}
            more={left > 0 ? { left, load: more } : null}
          />
        </>
      ) : null}
    </>
  );
}

/** The same question about one point and these words. */
function narrowed(report: Places, { id }: TrendPoint, words: readonly string[]): Places {
  const others = report.filters.filter(({ dimension }) => dimension !== report.over);
  const filters = [...others, { dimension: report.over, value: id }];
  return { ...report, words: [...words], filters, most: placesAtOnce };
}

export function openPlace({ sourceUid, start, end }: WordTrendReport['passages'][number]): void {
  openPassage({ source: sourceUid, start, end, coding: null });
}

interface TrendChartProps {
  readonly answer: TrendReport;
  readonly behind: Behind | null;
  /** Places of a line and a point. */
  readonly onOpen: (line: number, point: number) => void;
}

function TrendChart({ answer, behind, onOpen }: TrendChartProps) {
  const { say, language } = useWords();
  const { codes } = useAxisCodes();
  const data = useMemo(() => trendData(answer, language, codes), [answer, language, codes]);
  const kind = trendKind(answer);
  const { line = -1, column: point = -1 } = behind?.place ?? {};
  return (
    <div className="report-chart">
      <Chart
        kind={kind}
        data={data}
        title={say(`report.${answer.kind}`)}
        chosen={kind === 'bars' ? { row: point, column: line } : { row: line, column: point }}
        onOpen={({ row, column }) => (kind === 'bars' ? onOpen(column, row) : onOpen(row, column))}
      />
    </div>
  );
}

/** Where no word was chosen yet: a field for them. */
export function FirstWords({ report }: { readonly report: Places }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const words = wordsIn(typed);
  const count = (): void => {
    if (words.length === 0) return;
    askReport({ ...report, words });
    // The field that has the focus goes away with its question.
    focusInPlace('matrices', '.report-chart .chart');
  };
  return (
    <div className="first-words">
      <p className="q2">{say('trend.choose-words')}</p>
      <Field label={say('trend.words-long')} value={typed} onChange={setTyped} onEnter={count} />
      <Button kind="first" disabled={words.length === 0} onPress={count}>
        {say('trend.count')}
      </Button>
    </div>
  );
}
