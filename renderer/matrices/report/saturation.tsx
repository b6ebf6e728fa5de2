// Saturation as a curve above its table: a point leads to the new codes of its source, or to the source.
import { useMemo } from 'react';
import type { ReportInput, SaturationReport } from '../../../shared/contract/reports.ts';
import type { ReportSheet } from '../../../shared/matrices/report-words.ts';
import { must } from '../../../shared/must.ts';
import { listed, say, type Language } from '../../../shared/words/say.ts';
import type { ChartData } from '../../charts/chart-data.ts';
import { Chart } from '../../charts/chart.tsx';
import { hues } from '../../code-look.ts';
import { windowState } from '../../window-state.ts';
import { useWords } from '../../words.ts';
import type { Behind } from './report-desk.tsx';
import { ReportTable } from './report-table.tsx';

type Asked = Extract<ReportInput, { kind: 'saturation' }>;

interface SaturationProps {
  readonly report: Asked;
  readonly answer: SaturationReport;
  readonly sheet: ReportSheet;
  readonly behind: Behind | null;
  readonly onOpen: (behind: Behind) => void;
}

export function Saturation({ report, answer, sheet, behind, onOpen }: SaturationProps) {
  const { say: word, language } = useWords();
  const data = useMemo(() => curveOf(answer, language), [answer, language]);
  const openSource = (place: number): void => {
    const source = answer.units[place]?.uid;
    if (source !== undefined) windowState.set({ place: 'texts', source });
  };
  const open = (line: number, place: number): void => {
    const unit = answer.units[place];
    if (line === freshLine && unit && unit.fresh.length > 0)
      onOpen(freshCodes(report, unit, place, language));
    else openSource(place);
  };
  return (
    <>
      <div className="report-chart">
        <Chart
          kind="slopes"
          data={data}
          title={word('report.saturation')}
          chosen={behind && { row: behind.place.line, column: behind.place.column }}
          onOpen={({ row, column }) => open(row, column)}
        />
      </div>
      <ReportTable sheet={sheet} onOpen={openSource} />
    </>
  );
}

/** Of the curve's lines, that of the new codes. */
const freshLine = 2;

/** Codes so far, in the order of collection, and to be expected in so many sources; beneath them the new ones of each. */
export function curveOf({ units, orderedBy }: SaturationReport, language: Language): ChartData {
  const across =
    orderedBy === null
      ? say(language, 'report.axis-sources')
      : say(language, 'report.axis-sources-by', { attribute: orderedBy });
  const format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 1 });
  const line = (name: string, place: number) => ({ name, className: `c ${hues[place]} s2`, place });
  return {
    rows: [
      line(say(language, 'report.head.cumulative'), 0),
      line(say(language, 'report.head.expected'), 1),
      line(say(language, 'report.head.fresh'), freshLine),
    ],
    columns: units.map((_, place) => ({ name: String(place + 1), className: '', place })),
    values: [
      units.map(({ cumulative }) => cumulative),
      units.map(({ expected }) => expected),
      units.map(({ fresh }) => fresh.length),
    ],
    colouredRows: true,
    axes: { across, up: say(language, 'report.axis-codes') },
    figure: (value) => format.format(value),
    told: (row, place) => {
      const { cumulative, expected, fresh, source } = must(units[place], 'a source');
      return [format.format([cumulative, expected, fresh.length][row] ?? 0), source];
    },
  };
}

type Unit = SaturationReport['units'][number];

function freshCodes(
  { filters, overlap, coders, at }: Asked,
  { uid, source, fresh }: Unit,
  place: number,
  language: Language,
): Behind {
  const codes = fresh.map(({ reference }) => ({ dimension: 'code', value: reference }));
  return {
    title: `${source}: ${listed(
      language,
      fresh.map(({ id, name }) => id || name),
    )}`,
    quotes: {
      question: {
        rows: ['source'],
        columns: [],
        measure: 'references',
        near: null,
        filters: [...filters, ...codes],
        overlap,
        coders,
        ...(at === undefined ? {} : { at }),
      },
      row: [uid],
      column: null,
    },
    place: { line: freshLine, column: place },
  };
}
