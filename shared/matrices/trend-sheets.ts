// The trends of codes and words as tables: a line for each point, then the places where the words stand.
import type { CodeTrendReport, TrendPoint, WordTrendReport } from '../contract/trends.ts';
import type { CellValue } from '../export/sheet.ts';
import { say } from '../words/say.ts';
import type { Pages, Words } from './report-words.ts';

export function codeTrendPages(words: Words, answer: CodeTrendReport): Pages {
  const { measure, lines } = answer;
  const names = lines.map(({ code }) => words.code(code));
  const figure = (value: number | null): CellValue => (measure === 'share' ? words.share(value) : value);
  const body = lines.map(({ values }) => values.map(figure));
  return { sheets: [pointSheet(words, answer, names, body)], notes: [] };
}

export function wordTrendPages(words: Words, answer: WordTrendReport): Pages {
  const { language } = words;
  const { lines, passages, unit, sizes, total } = answer;
  if (lines.length === 0) {
    return { sheets: [pointSheet(words, { ...answer, points: [] }, [], [])], notes: [] };
  }
  const names = lines.flatMap(({ word }) => [word, say(language, `trend.per-1000-${unit}`, { word })]);
  const body = lines.flatMap(({ hits, rates }) => [
    hits,
    rates.map((value) => (value === null ? null : Number(value.toFixed(2)))),
  ]);
  const places = passages.map(({ source, paragraph, speaker, word, sentence }) => [
    `${source} ¶${paragraph}`,
    speaker,
    word,
    sentence,
  ]);
  return {
    sheets: [
      pointSheet(words, answer, [...words.head(unit), ...names], [sizes, ...body]),
      {
        name: say(language, 'report.passages'),
        head: words.head('place', 'speaker', 'word', 'sentence'),
        rows: places,
      },
    ],
    notes:
      passages.length < total
        ? [say(language, 'report.more-passages', { n: passages.length, all: total })]
        : [],
  };
}

interface Pointed {
  readonly over: (CodeTrendReport | WordTrendReport)['over'];
  readonly order: string | null;
  readonly points: readonly TrendPoint[];
}

/** A line for each point: what orders it, of how many sources it is, then the columns. */
function pointSheet(
  words: Words,
  { over, order, points }: Pointed,
  names: readonly string[],
  columns: readonly (readonly CellValue[])[],
) {
  const isSource = over === 'source';
  return {
    name: '',
    head: [
      say(words.language, `trend.over-${over}`),
      ...(order === null ? [] : [order]),
      ...(isSource ? [] : words.head('sources')),
      ...names,
    ],
    rows: points.map(({ name, when, sources }, point) => [
      name,
      ...(order === null ? [] : [when]),
      ...(isSource ? [] : [sources]),
      ...columns.map((column) => column[point] ?? null),
    ]),
  };
}
