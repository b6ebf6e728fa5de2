// Frequencies and quotes on their way out: the same answers as on screen, with the quotes, the question and the rule.
import type { ExportedFile, Quote } from '../../../shared/contract/matrices.ts';
import type { Cell } from '../../../shared/export/sheet.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { emptySign } from '../../../shared/matrices/empty.ts';
import { must } from '../../../shared/must.ts';
import { say, type WordKey } from '../../../shared/words/say.ts';
import { listCodes } from '../coding/codes.ts';
import { frequencies, frequenciesEvidence, quotes } from '../matrices/answers.ts';
import type { Readable } from '../store/connection.ts';
import { dimensionText, filtersAsked, type Export } from './asked.ts';
import { quoteCells, quoteHead } from './quote-rows.ts';
import { writeTable } from './write-table.ts';

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
    numbers: (link, isBare) => ({
      headerRows: 1,
      ...(byCode && { indent: { column: 1, depths: answer.rows.map(({ depth }) => depth - 1) } }),
      rows: [
        head.map((key) => say(language, key)),
        ...answer.rows.map((row, index) => {
          const uncoded = isBare ? null : emptySign(language, 'uncoded');
          const told = (value: Cell): Cell => (row.isUncoded ? uncoded : value);
          return [
            ...(byCode ? [row.id] : []),
            row.name,
            ...(byCode ? [row.depth] : []),
            told(link(row.references, index, 0)),
            ...(byCode ? [told(row.own)] : []),
            told(row.sources),
            told(row.cases),
            row.caseShare.n,
            told(row.speakers),
          ];
        }),
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

function inCodebookOrder(db: Readable, found: readonly Quote[]): Quote[] {
  const order = new Map(listCodes(db).map(({ uid }, place) => [uid, place]));
  const place = ({ codeUid }: Quote): number => must(order.get(codeUid), 'the code of the passage');
  return found.toSorted((a, b) => place(a) - place(b));
}
