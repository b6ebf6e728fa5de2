// What is drawn of a trend: a line for each code or word; of cases, which have no order in time, bars.
import type { CodeTrendReport, WordTrendReport } from '../../../shared/contract/trends.ts';
import { measureName } from '../../../shared/matrices/rule.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import type { ChartData } from '../../charts/chart-data.ts';
import { hues } from '../../code-look.ts';
import { asTitle, type AxisCodes } from '../facts.ts';
import { numberText, withUnit } from '../numbers.ts';

export type TrendReport = CodeTrendReport | WordTrendReport;

export function trendKind({ over }: TrendReport): 'slopes' | 'bars' {
  return over === 'case' ? 'bars' : 'slopes';
}

/** The rows are the lines and the columns the points; of bars the other way round. */
export function trendData(answer: TrendReport, language: Language, codes: AxisCodes): ChartData {
  const { over, points, measure } = answer;
  const lines = answer.kind === 'code-trend' ? codeLines(answer, codes) : wordLines(answer);
  const figure = (value: number): string =>
    numberText(language, measure === 'hits' ? 'references' : measure, value);
  const data = {
    rows: lines.map(({ name, className }, place) => ({ name, className, place })),
    columns: points.map(({ name, when }, place) => ({
      name: when === null ? name : `${when} ${name}`,
      className: '',
      place,
    })),
    values: lines.map(({ values }) => values),
    axes: { across: say(language, `trend.over-${over}`), up: upOf(answer, language) },
    figure,
    told: (line: number, point: number): readonly string[] => {
      const n = points[point]?.sources ?? 0;
      const sources = `${n} ${say(language, 'tables.unit-sources', { n })}`;
      const value = figure(lines[line]?.values[point] ?? 0);
      return [[withUnit(value, unitOf(answer, language)), sources].join(say(language, 'rule.list'))];
    },
  };
  if (trendKind(answer) === 'slopes') return { ...data, colouredRows: true };
  const { rows, columns, values } = data;
  return {
    ...data,
    rows: columns,
    columns: rows,
    values: columns.map((_, point) => values.map((line) => line[point] ?? null)),
    colouredRows: false,
    told: (point, line) => data.told(line, point),
  };
}

interface DrawnLine {
  readonly name: string;
  readonly className: string;
  readonly values: readonly (number | null)[];
}

function codeLines({ lines }: CodeTrendReport, codes: AxisCodes): DrawnLine[] {
  return lines.map(({ code: { reference, name }, values }) => ({
    name,
    className: codes.get(reference)?.look.className ?? '',
    values,
  }));
}

function wordLines({ lines, measure }: WordTrendReport): DrawnLine[] {
  return lines.map(({ word, hits, rates }, place) => ({
    name: word,
    className: `c ${hues[place % hues.length] ?? 'grey'} s2`,
    values: measure === 'hits' ? hits : rates,
  }));
}

function unitOf(answer: TrendReport, language: Language): string {
  return answer.kind === 'code-trend'
    ? measureName(language, answer.measure)
    : say(language, `trend.${answer.measure}`);
}

function upOf(answer: TrendReport, language: Language): string {
  if (answer.kind === 'code-trend') return asTitle(measureName(language, answer.measure));
  return answer.measure === 'hits'
    ? say(language, 'trend.up-hits')
    : say(language, `trend.up-rate-${answer.unit}`);
}
