// Questions to the matrix engine: frequencies, matrix, quotes, on the screen or in a file.
import { codeText } from '../../../shared/code-text.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type {
  AxisEntry,
  ExportedFile,
  FrequenciesAnswer,
  FrequencyRow,
  MatrixAnswer,
  Quote,
  QuotesAnswer,
  Ruled,
  WrittenAnswer,
} from '../../../shared/contract/matrices.ts';
import type { TableFormat } from '../../../shared/export/formats.ts';
import { flat } from '../../../shared/matrices/flat.ts';
import { emptySign, untoldAt } from '../../../shared/matrices/empty.ts';
import { headingText } from '../../../shared/matrices/headings.ts';
import { measureName, ruleText } from '../../../shared/matrices/rule.ts';
import { transposed } from '../../../shared/matrices/transpose.ts';
import type { Language } from '../../../shared/words/say.ts';
import { figuresOf } from '../export/figures.ts';
import { WrongUsage, type Answer, type Args, type Job } from './command.ts';
import { namedAsAsked } from './names.ts';
import * as options from './options.ts';
import { everyFormat, outputOf, writeOut } from './out.ts';
import { indent, shortIds, table, wrap } from './print.ts';

export function frequencies(args: Args) {
  return answerFrequencies(args, { ...questionOf(args), by: args.one(options.by) ?? ('code' as const) });
}

export function answerFrequencies(args: Args, asked: Input<'matrices.frequencies'>) {
  return answerTable(args, {
    ask: ({ engine }) => engine.call('matrices.frequencies', asked),
    save: ({ engine, language }, file) =>
      engine.call('export.frequencies', {
        ...file,
        language,
        appendix: args.has(options.appendix),
        question: asked,
      }),
    print: printFrequencies,
  });
}

export function matrix(args: Args) {
  return answerMatrix(args, matrixAsked(args));
}

/** `isWritten`: what is written in the cells, not the numbers; of panels there are numbers only. */
export function answerMatrix(
  args: Args,
  asked: Input<'matrices.table'>,
  isWritten = args.has(options.written),
) {
  const cells = isWritten && !asked.panels ? ('words' as const) : ('numbers' as const);
  const save: TableCommand<Ruled>['save'] = ({ engine, language }, file) =>
    engine.call('export.table', {
      ...file,
      language,
      appendix: args.has(options.appendix),
      cells,
      question: asked,
    });
  if (cells === 'words')
    return answerTable(args, {
      ask: ({ engine, language }) => engine.call('matrices.written', { question: asked, language }),
      save,
      print: printWritten,
    });
  return answerTable(args, {
    ask: ({ engine }) => engine.call('matrices.table', asked),
    save,
    document: matrixDocument,
    print: printMatrix,
  });
}

/** The matrix question that the options ask. */
function matrixAsked(args: Args): Input<'matrices.table'> {
  const change = args.one(options.change);
  const dimension = args.one(options.changeOf);
  if (change === null && dimension !== null) {
    throw new WrongUsage('usage.only-with', { option: '--change-of', other: '--change' });
  }
  const asked = {
    ...questionOf(args),
    rows: args.need(options.rows),
    columns: args.one(options.columns) ?? [],
    measure: args.one(options.measure) ?? (change === null ? ('references' as const) : ('presence' as const)),
    near: args.one(options.near),
    panels: args.one(options.panels),
    change: change && { ...change, dimension: dimension ?? ('phase' as const) },
    rowOrder: args.one(options.sortRows),
    columnOrder: args.one(options.sortColumns),
  };
  return args.has(options.transpose) ? transposed(asked) : asked;
}

export function quotes(args: Args) {
  const shortcuts = [
    ...args.many(options.quotedCode).map((value) => ({ dimension: 'code', value })),
    ...args.many(options.quotedCase).map((value) => ({ dimension: 'case', value })),
    ...args.many(options.quotedSource).map((value) => ({ dimension: 'source', value })),
  ];
  const question = questionOf(args);
  const asked = {
    ...question,
    filters: [...shortcuts, ...question.filters],
    limit: args.one(options.limit),
  };
  return answerTable(args, {
    ask: ({ engine }) => engine.call('matrices.quotes', asked),
    save: ({ engine, language }, file) =>
      engine.call('export.quotes', { ...file, language, question: asked }),
    print: printQuotes,
  });
}

/** What every question takes: filters, coders and the rule for borders. */
export function questionOf(args: Args) {
  const coders = args.many(options.coders);
  return {
    filters: args.many(options.filter).map(({ name: dimension, value }) => ({ dimension, value })),
    overlap: args.one(options.overlap) ?? ('split' as const),
    coders: coders.length === 0 ? null : coders.includes('all') ? ('all' as const) : coders,
  };
}

interface TableCommand<T extends Ruled> {
  readonly ask: (job: Job) => Promise<T>;
  readonly save: (
    job: Job,
    file: {
      readonly file: string | null;
      readonly format: TableFormat;
      readonly names: 'real' | 'pseudonyms' | undefined;
    },
  ) => Promise<ExportedFile>;
  /** What --json shows of the answer, where it is not the answer itself. */
  readonly document?: (job: Job, answer: T) => object;
  readonly print: (job: Job, answer: T) => string;
}

/** The one way from a question to the screen, to standard output in a format of text, or into a file. */
export function answerTable<T extends Ruled>(args: Args, { ask, save, document, print }: TableCommand<T>) {
  const { out, format } = outputOf(args, everyFormat);
  const names = args.one(options.names) ?? undefined;
  const answerOf = async (job: Job) => {
    const { answer, replaced } = await namedAsAsked(job, args, await ask(job));
    const rule = ruleText(job.language, answer.rule);
    return { answer, replaced, shown: { ...(document?.(job, answer) ?? answer), rule, replaced } };
  };
  return async (job: Job): Promise<Answer> => {
    if (out !== null && format !== null)
      return writeOut(
        job,
        args,
        { out, format },
        {
          save: (file, as) => save(job, { file, format: as, names }),
          json: async () => (await answerOf(job)).shown,
        },
      );
    if (format !== null && format !== 'json') {
      const { text } = await save(job, { file: null, format, names });
      return { document: {}, text: () => text ?? '', exact: true };
    }
    const { answer, shown, replaced } = await answerOf(job);
    const json = (): string => `${JSON.stringify(shown)}\n`;
    const note = replaced === null ? '' : `${job.say('terminal.pseudonyms', { n: replaced })}\n`;
    return { document: shown, text: format === 'json' ? json : () => print(job, answer) + note };
  };
}

function printFrequencies(job: Job, { by, rows, rule }: FrequenciesAnswer): string {
  const { say, language, terminal } = job;
  const isCodes = by === 'code';
  const right = 'right' as const;
  const left = 'left' as const;
  const columns = [
    ...(isCodes ? [{ head: say('head.id'), align: left }] : []),
    { head: say(`head.${by}`), align: left },
    { head: say('head.references'), align: right },
    ...(isCodes ? [{ head: say('head.own'), align: right }] : []),
    { head: say('head.sources'), align: right },
    { head: say('head.cases'), align: right },
    { head: say('head.speakers'), align: right },
    { head: say('head.case-share'), align: right },
  ];
  const told = ({ isUncoded }: FrequencyRow, count: string | number): string =>
    isUncoded ? emptySign(language, 'uncoded') : String(count);
  const cells = (row: FrequencyRow): string[] => [
    // A code without a short id goes by an id that says nothing to a reader.
    ...(isCodes ? [row.id.length > 12 ? '' : row.id] : []),
    `${'  '.repeat(row.depth - 1)}${row.name}`,
    told(row, row.references),
    ...(isCodes ? [told(row, row.own)] : []),
    ...[row.sources, row.cases, row.speakers].map((count) => told(row, count)),
    told(row, `${row.caseShare.k}/${row.caseShare.n}`),
  ];
  return `${table(columns, rows.map(cells), terminal.columns)}${foot(job, rule)}`;
}

function printMatrix({ say, language, terminal }: Job, asked: MatrixAnswer): string {
  const answer = flat(asked);
  const { cells, rowTotals, columnTotals, total, measure } = answer;
  const { rows, columns } = headings(language, answer);
  const hasTotals = asked.dimensions.columns.length > 0;
  const heads = [
    ...(answer.dimensions.columns.length > 0 ? columns.map(({ label }) => label) : []),
    // A change without columns has its three, and no total of them.
    ...(hasTotals || answer.dimensions.columns.length === 0 ? [say('head.total')] : []),
  ];
  const figures = figuresOf(language, answer);
  const line = (name: string, r: number, values: readonly (number | null)[]): string[] => [
    name,
    // An undefined number is an empty cell, never 0.
    ...values.map((value, c) => {
      const reason = untoldAt(answer, r, c);
      if (reason !== null) return emptySign(language, reason);
      return value === null ? '' : figures.text(value, r, c);
    }),
  ];
  const body = rows.map(({ label }, r) =>
    line(label, r, [...(cells[r] ?? []), ...(hasTotals ? [rowTotals[r] ?? null] : [])]),
  );
  const last = line(say('head.total'), rows.length, [...columnTotals, ...(hasTotals ? [total] : [])]);
  const shown = table(
    [
      { head: measureName(language, measure), align: 'left' },
      ...heads.map((head) => ({ head, align: 'right' as const })),
    ],
    [...body, last],
    terminal.columns,
  );
  return shown + foot({ language, terminal }, [...answer.rule, ...figures.rule]);
}

/** Row by row, the words of each cell under the head of its column; cells without any are left out. */
function printWritten(job: Job, { rows, columns, cells, rule }: WrittenAnswer): string {
  const { columns: width } = job.terminal;
  const lines = (text: string, by: number): string =>
    indent(width === null ? text.split('\n') : wrap(text, width - by), by);
  const blocks = rows.flatMap((row, at) => {
    const inside = columns.flatMap((column, place) => {
      const text = cells[at]?.[place] ?? null;
      return text === null ? [] : [`${lines(column, 2)}${lines(text, 4)}`];
    });
    return inside.length === 0 ? [] : [`${lines(row, 0)}${inside.join('\n')}`];
  });
  const shown = blocks.length === 0 ? `${job.say('terminal.no-quotes')}\n` : blocks.join('\n');
  return `${shown}${foot(job, rule)}`;
}

/** What --json shows of a matrix: its headings in words, too. */
function matrixDocument({ language }: Job, answer: MatrixAnswer): object {
  return { ...answer, ...headings(language, answer) };
}

function headings(language: Language, { dimensions, rows, columns }: MatrixAnswer) {
  const worded = (axis: 'rows' | 'columns') => (entry: AxisEntry) => ({
    id: entry.ids.join(' / '),
    label: headingText(language, dimensions[axis], entry),
    ...entry,
  });
  return { rows: rows.map(worded('rows')), columns: columns.map(worded('columns')) };
}

function printQuotes(job: Job, { quotes, rule, n }: QuotesAnswer): string {
  const { say, terminal } = job;
  const idOf = shortIds(quotes.map(({ id }) => id));
  const block = (quote: Quote): string => {
    const { level, direction, memo } = quote;
    const place = [
      `${quote.source} ¶${quote.paragraph}`,
      quote.case,
      quote.speaker,
      codeText(quote),
      quote.phase,
      level === null ? null : say('terminal.level', { level }),
      direction === null ? null : say('terminal.direction', { direction }),
      `[${idOf(quote.id)}]`,
    ];
    const lines = (text: string): string[] =>
      terminal.columns === null ? text.split('\n') : wrap(text, terminal.columns - 4);
    const texts = [quote.said, ...(memo === null ? [] : [say('terminal.memo', { memo })])];
    return `${place.filter((part) => part !== null).join(' · ')}\n${indent(texts.flatMap(lines), 4)}`;
  };
  const shown = quotes.length === 0 ? `${say('terminal.no-quotes')}\n` : quotes.map(block).join('\n');
  const more =
    quotes.length < n.references
      ? `\n${say('terminal.quotes-shown', { n: quotes.length, all: n.references })}\n`
      : '';
  return `${shown}${more}${foot(job, rule)}`;
}

/** What stands beneath every table: the counting rule, which ends with the four numbers of its N. */
export function foot(
  { language, terminal }: Pick<Job, 'language' | 'terminal'>,
  rule: Ruled['rule'],
): string {
  const width = Math.min(terminal.columns ?? 80, 80);
  return `\n${indent(wrap(ruleText(language, rule), width), 0)}`;
}
