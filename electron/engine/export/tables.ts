// Tables on their way out: the same answers as on screen, with the quotes behind the numbers, the question and the rule.
import { codeText } from '../../../shared/code-text.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { ExportedFile, Quote, ScopeCounts } from '../../../shared/contract/matrices.ts';
import type { Cell, Sheet } from '../../../shared/export/sheet.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { parseDimension } from '../../../shared/matrices/dimensions.ts';
import { flat } from '../../../shared/matrices/flat.ts';
import { headingText } from '../../../shared/matrices/headings.ts';
import {
  dimensionLabel,
  measureName,
  ruleText,
  valueLabel,
  type RuleLine,
} from '../../../shared/matrices/rule.ts';
import { must } from '../../../shared/must.ts';
import { say, type Language, type WordKey } from '../../../shared/words/say.ts';
import { listCodes } from '../coding/codes.ts';
import { frequencies, frequenciesEvidence, quotes, type CellQuote } from '../matrices/answers.ts';
import { matrixEvidence } from '../matrices/cell.ts';
import { matrix } from '../matrices/matrix.ts';
import type { Readable } from '../store/connection.ts';
import { toCsv, type CsvNote } from './csv.ts';
import { toDocx, type WordPart } from './docx.ts';
import { figure } from './figures.ts';
import { writeFileWhole } from './write-file.ts';
import { toXlsx } from './xlsx.ts';

type ExportCall = 'export.table' | 'export.frequencies' | 'export.quotes';

/** `path` is where `file` leads to; without one the csv text is the answer. */
type Export<N extends ExportCall> = Input<N> & { readonly path: string | null };

/** What all three exports are made of. */
interface Report {
  readonly title: string;
  /** Says more than the title where a table stands alone. */
  readonly caption?: string;
  /** The sheet of numbers; `link` opens the first quote behind a number. */
  readonly table: (link: (value: number | null, row: number, column: number) => Cell) => Omit<Sheet, 'name'>;
  /** In the order of the table's rows and columns; null where the table itself is the quotes. */
  readonly behind: (() => readonly CellQuote[]) | null;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** How a number reads in a document; places among the table's rows and columns. */
  readonly figure: (value: number, row: number, column: number) => string;
  /** What a document shows instead of the table: passages under their codes. */
  readonly passages?: readonly Quote[];
  readonly asked: readonly (readonly [WordKey, string])[];
  readonly rule: readonly RuleLine[];
  readonly n: ScopeCounts;
}

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
  return write(input, {
    title: measure,
    caption: captionOf(language, measure, [question.rows, question.columns, [question.panels ?? []].flat()]),
    table: (link) => ({
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
    behind: () => matrixEvidence(db, corpus, question),
    rowNames,
    columnNames,
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
  return write(input, {
    title: say(language, 'export.frequencies', { by: dimensionText(language, question.by) }),
    table: (link) => ({
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
  return write(input, {
    title: say(language, 'export.quotes'),
    table: () => ({
      headerRows: 1,
      rows: [quoteHead(language), ...answer.quotes.map((quote) => quoteCells(language, quote))],
    }),
    behind: null,
    rowNames: [],
    columnNames: [],
    figure: String,
    passages: inCodebookOrder(db, answer.quotes),
    asked: filtersAsked(language, question.filters),
    rule: answer.rule,
    n: answer.n,
  });
}

async function write(
  { path, format, language }: Pick<Export<ExportCall>, 'path' | 'format' | 'language'>,
  report: Report,
): Promise<ExportedFile> {
  if (format === 'csv') {
    const sheet = { name: report.title, ...report.table((value) => value) };
    const text = toCsv(sheet, { bom: path !== null, notes: questionRows(language, report) });
    const bytes = new TextEncoder().encode(text);
    if (path !== null) await writeFileWhole(path, bytes);
    return { bytes: bytes.length, text: path === null ? text : null, cut: 0 };
  }
  if (path === null) throw new Error('Only csv can do without a file');
  const { title } = report;
  const { bytes, cut } =
    format === 'docx'
      ? { bytes: await toDocx({ title, language, parts: documentParts(language, report) }), cut: [] }
      : await toXlsx({ title, sheets: sheetsOf(language, report) });
  await writeFileWhole(path, bytes);
  return { bytes: bytes.length, text: null, cut: cut.length };
}

/** The table, or the passages under their codes, with the rule and N beneath. */
function documentParts(language: Language, report: Report): WordPart[] {
  const rule = {
    kind: 'note',
    text: say(language, 'export.note', { rule: ruleText(language, report.rule) }),
  } as const;
  const { title, caption = title, passages, figure } = report;
  if (!passages) {
    const sheet = { name: caption, ...report.table((value) => value) };
    return [{ kind: 'table', sheet, figure }, rule];
  }
  const groups = [...Map.groupBy(passages, ({ codeUid }) => codeUid).values()].flatMap(
    (group): WordPart[] => [
      {
        kind: 'heading',
        level: 2,
        text: say(language, 'export.group', {
          code: codeText(must(group[0], 'a passage of the code')),
          n: group.length,
        }),
      },
      ...group.map((quote) => ({ kind: 'paragraph', text: cited(language, quote) }) as const),
    ],
  );
  return [{ kind: 'heading', level: 1, text: title }, ...groups, rule];
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

/** The passage and where it stands: source and paragraph, speaker, case, phase. */
function cited(language: Language, quote: Quote): string {
  const place = [`${quote.source} ¶${quote.paragraph}`, quote.speaker, quote.case, quote.phase];
  const citation = place.filter((part) => part !== null).join(say(language, 'export.citation-list'));
  return say(language, 'export.cited', { quote: quote.said, citation });
}

/** The numbers, the quotes behind them, the question. */
function sheetsOf(language: Language, report: Report): Sheet[] {
  const behind = report.behind?.() ?? [];
  const firstQuote = new Map<string, number>();
  for (const [index, { row, column }] of behind.entries()) {
    const key = `${row}:${column}`;
    if (!firstQuote.has(key)) firstQuote.set(key, index + 1);
  }
  const link = (value: number | null, row: number, column: number): Cell => {
    const quote = firstQuote.get(`${row}:${column}`);
    return value === null || quote === undefined ? value : { value, to: { sheet: 1, row: quote, column: 0 } };
  };
  const table = { name: report.title, ...report.table(link) };
  const question = questionSheet(language, report);
  if (report.behind === null) return [table, question];
  const rows = behind.map(({ row, column, quote }) => [
    report.rowNames[row] ?? '',
    report.columnNames[column] ?? '',
    ...quoteCells(language, quote),
  ]);
  const head = [say(language, 'export.row'), say(language, 'export.column'), ...quoteHead(language)];
  return [table, { name: say(language, 'export.quotes'), headerRows: 1, rows: [head, ...rows] }, question];
}

function questionSheet(language: Language, report: Report): Sheet {
  return {
    name: say(language, 'export.question'),
    headerRows: 0,
    headerColumns: 1,
    columnWidths: [24, 90],
    rows: questionRows(language, report),
  };
}

/** What was asked, N and the rule. */
function questionRows(language: Language, { title, asked, rule, n }: Report): CsvNote[] {
  const counts = (['references', 'sources', 'cases', 'speakers'] as const).map((key): CsvNote => [
    say(language, `export.n-${key}`),
    n[key],
  ]);
  return [
    [say(language, 'export.table'), title],
    ...asked.map(([key, value]): CsvNote => [say(language, key), value]),
    ...counts,
    [say(language, 'export.rule'), ruleText(language, rule)],
  ];
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

const quoteColumns = ['code', 'name', 'case', 'phase', 'source', 'paragraph', 'speaker', 'quote'] as const;
const codingColumns = ['level', 'direction', 'memo', 'coder', 'start', 'end', 'id'] as const;

function quoteHead(language: Language): string[] {
  return [...quoteColumns, ...codingColumns].map((column) => say(language, `export.quote-${column}`));
}

function quoteCells(language: Language, quote: Quote): Cell[] {
  const { code, codeName, level, direction } = quote;
  return [
    code,
    codeName,
    quote.case,
    quote.phase,
    `${quote.sourceNumber} ${quote.source}`,
    quote.paragraph,
    quote.speaker,
    quote.said,
    level === null ? null : valueLabel(language, { kind: 'level' }, String(level)),
    direction === null ? null : valueLabel(language, { kind: 'direction' }, String(direction)),
    quote.memo,
    quote.coder,
    quote.start,
    quote.end,
    quote.id,
  ];
}
