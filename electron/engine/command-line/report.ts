// Reports at the terminal: what the options ask, the tables and what they find.
import type { ReportAnswer, ReportInput, ReportKind } from '../../../shared/contract/reports.ts';
import { reportPages } from '../../../shared/matrices/report-sheets.ts';
import { severalInUse } from '../../../shared/matrices/trend-choices.ts';
import { wordsIn } from '../../../shared/text/whole-words.ts';
import type { CellValue } from '../../../shared/export/sheet.ts';
import { WrongUsage, type Answer, type Args, type Job, type Option } from './command.ts';
import * as options from './options.ts';
import { everyFormat, outputOf } from './out.ts';
import { indent, table, wrap } from './print.ts';
import { answerTable, foot, questionOf } from './tables.ts';

export function report(args: Args) {
  const asked = reportAsked(args, args.need(options.kind));
  outputOf(args, everyFormat);
  return async (job: Job): Promise<Answer> => answerReport(args, await fitted(args, asked, job))(job);
}

/** What the options leave open is taken from the project: the codes at the top, phases where there are any to compare. */
async function fitted(args: Args, asked: ReportInput, { engine }: Job): Promise<ReportInput> {
  if (asked.kind === 'relations' && asked.rows.length === 0) {
    const { codes } = await engine.call('codes.list', {});
    const top = codes.filter(({ depth }) => depth === 1).map(({ uid, shortId }) => shortId ?? uid);
    return { ...asked, rows: top, columns: asked.columns.length > 0 ? asked.columns : top };
  }
  if ((asked.kind === 'code-trend' || asked.kind === 'word-trend') && !args.has(options.over)) {
    const { phases } = await engine.call('phases.list', {});
    return severalInUse(phases) ? asked : { ...asked, over: 'source' };
  }
  return asked;
}

export function answerReport(args: Args, asked: ReportInput) {
  return answerTable<ReportAnswer>(args, {
    ask: ({ engine }) => engine.call('matrices.report', asked),
    save: ({ engine, language }, file) =>
      engine.call('export.report', { ...file, language, question: asked }),
    print: printReport,
  });
}

function reportAsked(args: Args, kind: ReportKind): ReportInput {
  const question = questionOf(args);
  const level = args.one(options.codeLevel);
  refuseStrangers(args, kind);
  switch (kind) {
    case 'crosstab':
      return { kind, ...question, attribute: needed(args, options.byAttribute, kind), level };
    case 'relations': {
      // Without rows, the codes at the top of the codebook.
      const rows = args.many(options.rowCodes);
      const columns = args.many(options.columnCodes);
      return {
        kind,
        ...question,
        rows,
        columns: columns.length === 0 ? rows : columns,
        type: args.one(options.linkType),
        near: args.one(options.near) ?? 'overlap',
        claims: args.has(options.claim)
          ? args.many(options.claim).map(({ name, value }) => [name, value])
          : null,
      };
    }
    case 'levels':
      return { kind, ...question, most: args.one(options.limit) };
    case 'saturation':
      return {
        kind,
        ...question,
        level,
        base: args.one(options.base) ?? 4,
        run: args.one(options.run) ?? 2,
        threshold: (args.one(options.threshold) ?? 5) / 100,
        heldBack: args.one(options.heldBack) ?? 0,
        order: args.one(options.collected),
      };
    case 'coverage':
      return { kind, ...question, most: args.one(options.limit) ?? 20 };
    case 'truth-table':
      return {
        kind,
        ...question,
        conditions: some(args, options.condition, kind),
        outcome: needed(args, options.outcome, kind),
        cutoff: args.one(options.cutoff) ?? 1,
      };
    case 'tracing':
      return {
        kind,
        ...question,
        hypotheses: some(args, options.hypothesis, kind),
        exclusive: args.has(options.exclusive),
        order: args.one(options.collected),
        most: args.one(options.limit),
      };
    case 'portrait':
      return {
        kind,
        ...question,
        sources: someOrNull(args.many(options.quotedSource)),
        codes: someOrNull(args.many(options.quotedCode)),
        level,
        scale: args.one(options.scale) ?? 'text',
        most: args.one(options.limit) ?? 20,
      };
    case 'code-trend':
    case 'word-trend':
      return trendAsked(args, kind);
  }
}

function trendAsked(args: Args, kind: 'code-trend' | 'word-trend'): ReportInput {
  const question = { ...questionOf(args), order: args.one(options.collected) };
  const over = args.one(options.over);
  if (kind === 'code-trend') {
    if (over === 'case') throw new WrongUsage('usage.codes-over');
    const codes = someOrNull(args.many(options.quotedCode));
    const measure = args.one(options.trendMeasure) ?? 'references';
    return { kind, ...question, codes, over: over ?? 'phase', measure };
  }
  if (over === 'phase') throw new WrongUsage('usage.words-over');
  const words = wordsIn(some(args, options.word, kind).join());
  // A file has all places.
  const most = args.one(options.limit) ?? (args.has(options.out) ? null : 20);
  return { kind, ...question, words, over: over ?? 'source-phase', measure: 'rate', most };
}

/** By kind: the options that mean something there. */
const own: Readonly<Record<ReportKind, readonly Option<unknown>[]>> = {
  crosstab: [options.byAttribute, options.codeLevel],
  relations: [options.rowCodes, options.columnCodes, options.linkType, options.near, options.claim],
  levels: [options.limit],
  saturation: [
    options.codeLevel,
    options.base,
    options.run,
    options.threshold,
    options.heldBack,
    options.collected,
  ],
  coverage: [options.limit],
  'truth-table': [options.condition, options.outcome, options.cutoff],
  tracing: [options.hypothesis, options.exclusive, options.collected, options.limit],
  portrait: [options.quotedSource, options.quotedCode, options.codeLevel, options.scale, options.limit],
  'code-trend': [options.over, options.quotedCode, options.collected, options.trendMeasure],
  'word-trend': [options.word, options.over, options.collected, options.limit],
};

/** What `report` takes besides the kind. */
export const reportOptions = [...new Set(Object.values(own).flat())];

function refuseStrangers(args: Args, kind: ReportKind): void {
  const stranger = reportOptions.find((option) => args.has(option) && !own[kind].includes(option));
  if (!stranger) return;
  const home = Object.entries(own).find(([, list]) => list.includes(stranger));
  throw new WrongUsage('usage.only-with', {
    option: `--${stranger.name}`,
    other: `--kind ${home?.[0] ?? ''}`,
  });
}

function needed<T>(args: Args, option: Option<T>, kind: ReportKind): T {
  const value = args.one(option);
  if (value !== null) return value;
  throw new WrongUsage('usage.kind-needs', { kind, option: `--${option.name}` });
}

function some<T>(args: Args, option: Option<T>, kind: ReportKind): T[] {
  const values = [...args.many(option)];
  if (values.length > 0) return values;
  throw new WrongUsage('usage.kind-needs', { kind, option: `--${option.name}` });
}

function someOrNull<T>(values: readonly T[]): T[] | null {
  return values.length === 0 ? null : [...values];
}

function printReport(job: Job, answer: ReportAnswer): string {
  const { language, terminal } = job;
  const { sheets, notes } = reportPages(language, answer);
  const isNumber = (value: CellValue): boolean =>
    typeof value === 'number' || (typeof value === 'string' && /^[<[]?\s?-?\d[\d./%|\s()\]]*$/.test(value));
  const shown = sheets.map(({ name, head, rows }, place) => {
    const columns = head.map((text, column) => {
      const filled = rows.map((row) => row[column] ?? null).filter((value) => value !== null);
      return { head: text, align: filled.every(isNumber) ? ('right' as const) : ('left' as const) };
    });
    const body = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
    return `${place === 0 ? '' : `${name}\n\n`}${table(columns, body, terminal.columns)}`;
  });
  const width = Math.min(terminal.columns ?? 80, 80);
  const said = notes.map((note) => `\n${indent(wrap(note, width), 0)}`).join('');
  return `${shown.join('\n')}${said}${foot(job, answer.rule)}`;
}
