// Tables on their way out: the same answers as on screen, with the quotes behind the numbers, the question and the rule.
import type { Input } from '../../../shared/contract/index.ts';
import type { ExportedFile, Quote } from '../../../shared/contract/matrices.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { parseDimension } from '../../../shared/matrices/dimensions.ts';
import { flat } from '../../../shared/matrices/flat.ts';
import { headingText } from '../../../shared/matrices/headings.ts';
import { dimensionLabel, measureName } from '../../../shared/matrices/rule.ts';
import { must } from '../../../shared/must.ts';
import { say, type Language, type WordKey } from '../../../shared/words/say.ts';
import { listCodes } from '../coding/codes.ts';
import { frequencies, frequenciesEvidence, quotes } from '../matrices/answers.ts';
import { matrixEvidence } from '../matrices/cell.ts';
import { matrix } from '../matrices/matrix.ts';
import type { Readable } from '../store/connection.ts';
import { figure, lookOf } from './figures.ts';
import { quoteCells, quoteHead } from './quote-rows.ts';
import type { Leaving } from './provenance.ts';
import { writeTable } from './write-table.ts';

type ExportCall = 'export.table' | 'export.frequencies' | 'export.quotes';

type Export<N extends ExportCall> = Input<N> & Leaving;

/** The matrix as a file; refuses what the question does, and what the disk does. */
export function exportMatrix(
  db: Readable,
  corpus: Corpus,
  input: Export<'export.table'>,
): Promise<ExportedFile> {
  const { language, question } = input;
  const answer = flat(matrix(db, corpus, question));
  const measure = measureName(language, answer.measure);
  const rowNames = answer.rows.map((row) => headingText(language, answer.dimensions.rows, row));
  const columnNames =
    answer.dimensions.columns.length === 0
      ? [measure]
      : answer.columns.map((column) => headingText(language, answer.dimensions.columns, column));
  const total = say(language, 'export.total');
  const withTotals = question.columns.length > 0;
  const isOut = new Set(answer.outOfRange.map(({ row, column }) => `${row}:${column}`));
  const outOfRange = say(language, 'export.out-of-range');
  return writeTable(input, {
    title: measure,
    caption: captionOf(language, measure, [question.rows, question.columns, [question.panels ?? []].flat()]),
    numbers: (link) => ({
      headerRows: 1,
      headerColumns: 1,
      rows: [
        [null, ...columnNames, ...(withTotals ? [total] : [])],
        ...answer.cells.map((cells, row) => [
          rowNames[row] ?? null,
          ...cells.map((value, column) =>
            isOut.has(`${row}:${column}`) ? outOfRange : link(value, row, column),
          ),
          ...(withTotals ? [answer.rowTotals[row] ?? null] : []),
        ]),
        [total, ...answer.columnTotals, ...(withTotals ? [answer.total] : [])],
      ],
    }),
    ...(lookOf(answer.measure) === null ? {} : { look: lookOf(answer.measure) ?? 'percent' }),
    behind: () => matrixEvidence(db, corpus, question),
    rowNames,
    columnNames,
    cellAt: (row, column) => (column < columnNames.length ? { row, column } : null),
    figure: (value, row, column) => figure(answer.measure, value, answer.bases[row]?.[column]),
    asked: [
      ['export.rows', question.rows.map((name) => dimensionText(language, name)).join(' / ')],
      ...(question.panels ? [['export.panels', dimensionText(language, question.panels)] as const] : []),
      ['export.columns', question.columns.map((name) => dimensionText(language, name)).join(' / ')],
      ['export.measure', measure],
      ...filtersAsked(language, question.filters),
    ],
    rule: answer.rule,
    n: answer.n,
  });
}

/** The frequencies as a file; refuses what the question does, and what the disk does. */
export function exportFrequencies(
  db: Readable,
  corpus: Corpus,
  input: Export<'export.frequencies'>,
): Promise<ExportedFile> {
  const { language, question } = input;
  const answer = frequencies(db, corpus, question);
  const byCode = question.by === 'code';
  const head: WordKey[] = [
    ...(byCode ? (['export.id'] as const) : []),
    'export.name',
    ...(byCode ? (['export.depth'] as const) : []),
    'export.references',
    ...(byCode ? (['export.own'] as const) : []),
    ...(['export.sources', 'export.cases', 'export.cases-of', 'export.speakers'] as const),
  ];
  return writeTable(input, {
    title: say(language, 'export.frequencies', { by: dimensionText(language, question.by) }),
    numbers: (link) => ({
      headerRows: 1,
      rows: [
        head.map((key) => say(language, key)),
        ...answer.rows.map((row, index) => [
          ...(byCode ? [row.id] : []),
          row.name,
          ...(byCode ? [row.depth] : []),
          link(row.references, index, 0),
          ...(byCode ? [row.own] : []),
          row.sources,
          row.cases,
          row.caseShare.n,
          row.speakers,
        ]),
      ],
    }),
    behind: () => frequenciesEvidence(db, corpus, question),
    cellAt: (row, column) => (column === head.indexOf('export.references') ? { row, column: 0 } : null),
    rowNames: answer.rows.map((row) => (byCode && row.id !== row.name ? `${row.id} ${row.name}` : row.name)),
    columnNames: [say(language, 'export.references')],
    figure: String,
    asked: [
      ['export.rows', dimensionText(language, question.by)],
      ...filtersAsked(language, question.filters),
    ],
    rule: answer.rule,
    n: answer.n,
  });
}

/** The quotes as a file; refuses what the question does, and what the disk does. */
export function exportQuotes(
  db: Readable,
  corpus: Corpus,
  input: Export<'export.quotes'>,
): Promise<ExportedFile> {
  const { language, question } = input;
  const answer = quotes(db, corpus, question);
  return writeTable(input, {
    title: say(language, 'export.quotes'),
    numbers: () => ({
      headerRows: 1,
      rows: [quoteHead(language), ...answer.quotes.map((quote) => quoteCells(language, quote))],
    }),
    behind: null,
    cellAt: () => null,
    rowNames: [],
    columnNames: [],
    figure: String,
    passages: inCodebookOrder(db, answer.quotes),
    asked: filtersAsked(language, question.filters),
    rule: answer.rule,
    n: answer.n,
  });
}

function captionOf(language: Language, measure: string, axes: readonly (readonly string[])[]): string {
  const names = axes.map((axis) => axis.map((name) => dimensionText(language, name)).join(' / '));
  const by = names.filter((name) => name !== '').join(' × ');
  const caption = say(language, 'export.caption', { measure, by });
  return caption.charAt(0).toUpperCase() + caption.slice(1);
}

function inCodebookOrder(db: Readable, found: readonly Quote[]): Quote[] {
  const order = new Map(listCodes(db).map(({ uid }, place) => [uid, place]));
  const place = ({ codeUid }: Quote): number => must(order.get(codeUid), 'the code of the passage');
  return found.toSorted((a, b) => place(a) - place(b));
}

function filtersAsked(
  language: Language,
  filters: Input<'matrices.quotes'>['filters'],
): (readonly [WordKey, string])[] {
  return filters.map(({ dimension, value }) => [
    'export.filter',
    `${dimensionText(language, dimension)} = ${value}`,
  ]);
}

const dimensionText = (language: Language, name: string): string =>
  dimensionLabel(language, parseDimension(name));
