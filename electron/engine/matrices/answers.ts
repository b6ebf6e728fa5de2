// Answers of the matrix engine: frequencies, tables and quotes are one question, so they cannot disagree.
import type { Input, Output } from '../../../shared/contract/index.ts';
import type {
  FrequenciesAnswer,
  MatrixAnswer,
  Quote,
  QuotesAnswer,
  ScopeCounts,
} from '../../../shared/contract/matrices.ts';
import { coefficients, cooccurrence, sharedUnits, sharing } from '../../../shared/matrices/cooccurrence.ts';
import type { Corpus, CorpusSource } from '../../../shared/matrices/corpus.ts';
import { parseDimension } from '../../../shared/matrices/dimensions.ts';
import { evidence, ownReferences } from '../../../shared/matrices/evidence.ts';
import { pairEvidence } from '../../../shared/matrices/pair-evidence.ts';
import type { Measure, Question, Scope } from '../../../shared/matrices/question.ts';
import { describe, describeCooccurrence, type RuleLine } from '../../../shared/matrices/rule.ts';
import { tabulate } from '../../../shared/matrices/tabulate.ts';
import { must } from '../../../shared/must.ts';
import type { Readable } from '../store/connection.ts';
import { exclusions } from './cells.ts';
import { excludedFrom, withoutExcluded } from './excluded.ts';
import { matrixQuestion, questionOf, type MatrixQuestion } from './questions.ts';
import { readQuotes } from './quotes.ts';

type FrequenciesInput = Input<'matrices.frequencies'>;
type MatrixInput = Input<'matrices.table'>;
type QuotesInput = Input<'matrices.quotes'>;

/** A coding in a cell of a table; rows and columns are places among the table's headings. */
export interface CellQuote {
  readonly row: number;
  readonly column: number;
  readonly quote: Quote;
}

export function frequencies(db: Readable, corpus: Corpus, input: FrequenciesInput): FrequenciesAnswer {
  const question = frequenciesQuestion(db, corpus, input);
  const table = tabulate(corpus, question);
  const byCode = input.by === 'code';
  const own = byCode ? ownReferences(corpus, question) : null;
  const depths = new Map(corpus.codes.map((code) => [code.id, code.depth]));
  const cell = (measure: Measure, row: number): number => table.cells[measure]?.[row]?.[0] ?? 0;
  const rows = table.rows.map(({ ids, labels }, row) => ({
    id: ids.join(),
    name: labels.join(),
    references: cell('references', row),
    own: own?.[row] ?? cell('references', row),
    sources: cell('sources', row),
    cases: cell('cases', row),
    speakers: cell('speakers', row),
    caseShare: { k: cell('cases', row), n: table.bases['case-share']?.[row]?.[0] ?? 0 },
    depth: byCode ? must(depths.get(ids.join()), 'the code of the row') : 1,
  }));
  const rule = [...describe(question, corpus, table.scope), ...momentLines(input)];
  return { rule, n: countsOf(table.scope), by: input.by, rows };
}

/** The codings behind the references of `frequencies`, row by row. */
export function frequenciesEvidence(db: Readable, corpus: Corpus, input: FrequenciesInput): CellQuote[] {
  return behind(db, corpus, frequenciesQuestion(db, corpus, input));
}

/** Of a saved matrix, what was left out of its cells does not count there. */
export function matrix(db: Readable, corpus: Corpus, input: MatrixInput): MatrixAnswer {
  const answer = withoutExcluded(db, corpus, input, (of) => wholeMatrix(db, of, input));
  return { ...answer, rule: [...answer.rule, ...momentLines(input)] };
}

function wholeMatrix(db: Readable, corpus: Corpus, input: MatrixInput): MatrixAnswer {
  const asked = matrixQuestion(db, corpus, input);
  const dimensions = { rows: input.rows, columns: input.columns };
  if (asked.kind !== 'table') return { ...pairsAnswer(corpus, asked), dimensions };
  const { question, measure } = asked;
  const table = tabulate(corpus, question);
  return {
    dimensions,
    rule: describe(question, corpus, table.scope),
    n: countsOf(table.scope),
    measure,
    rows: table.rows,
    columns: table.columns,
    cells: table.cells[measure] ?? [],
    rowTotals: table.rowTotals[measure] ?? [],
    columnTotals: table.columnTotals[measure] ?? [],
    total: table.total[measure] ?? null,
    bases: table.bases[measure] ?? [],
    outOfRange: [],
  };
}

/** The codings behind the cells of `matrix`; of a table of pairs, the codings of its rows. */
export function matrixEvidence(db: Readable, corpus: Corpus, input: MatrixInput): CellQuote[] {
  const asked = matrixQuestion(db, corpus, input);
  if (asked.kind === 'table')
    return counted(db, input, wholeMatrix(db, corpus, input), behind(db, corpus, asked.question));
  const { nearness: _, ...selection } = asked.question;
  const question: Question = { ...selection, columns: [], measures: ['references'], rateUnit: 'words' };
  return behind(db, corpus, question).map((quote) => ({ ...quote, column: -1 }));
}

/** Without those that were left out of their cells. */
function counted(
  db: Readable,
  { matrix: saved }: MatrixInput,
  answer: MatrixAnswer,
  found: CellQuote[],
): CellQuote[] {
  if (saved === undefined) return found;
  const left = exclusions(db, saved).map(({ row, column, codings }) => ({
    row: JSON.stringify(row),
    column: JSON.stringify(column),
    codings: new Set(codings),
  }));
  const ids = (axis: 'rows' | 'columns', place: number): string => JSON.stringify(answer[axis][place]?.ids);
  return found.filter(
    ({ row, column, quote }) =>
      !left.some(
        (each) =>
          each.row === ids('rows', row) &&
          each.column === ids('columns', column) &&
          each.codings.has(quote.id),
      ),
  );
}

/** The codings that one cell (or total) counts, each once, in the order of the texts. */
export function cellQuotes(
  db: Readable,
  corpus: Corpus,
  input: Input<'matrices.cell'>,
): Output<'matrices.cell'> {
  const quotes = allCellQuotes(db, corpus, input);
  if (input.question.matrix === undefined) return { quotes, excluded: [] };
  const left = excludedFrom(db, input, wholeMatrix(db, corpus, input.question));
  const [excluded, counted] = [true, false].map((is) => quotes.filter(({ id }) => left.has(id) === is));
  return { quotes: counted ?? [], excluded: excluded ?? [] };
}

function allCellQuotes(
  db: Readable,
  corpus: Corpus,
  { question: input, row, column }: Input<'matrices.cell'>,
): Quote[] {
  const asked = matrixQuestion(db, corpus, input);
  if (asked.kind !== 'table') {
    const found = pairEvidence(corpus, asked.question, asked.kind, { row, column });
    return readQuotes(db, corpus, found);
  }
  const cell = { row: row ?? undefined, column: column ?? undefined };
  const counted = evidence(corpus, asked.question, cell).filter(({ source, coding }) =>
    hasValue(must(corpus.sources[source], 'the source'), coding, asked.measure),
  );
  const once = new Map(counted.map((each) => [`${each.source} ${each.coding}`, each]));
  return readQuotes(db, corpus, [...once.values()]);
}

/** Means and medians count only the codings that have a value. */
function hasValue({ codings }: CorpusSource, coding: number, measure: Measure): boolean {
  if (measure === 'mean-weight') return !Number.isNaN(codings.weight[coding]);
  if (measure === 'mean-level' || measure === 'median-level') return codings.level[coding] !== 0;
  return true;
}

export function quotes(db: Readable, corpus: Corpus, input: QuotesInput): QuotesAnswer {
  const question = questionOf(db, corpus, input, {
    rows: [{ kind: 'source' }],
    columns: [],
    measures: ['references'],
  });
  const { scope } = tabulate(corpus, question);
  const found = evidence(corpus, question).slice(0, input.limit ?? undefined);
  return {
    rule: [...describe(question, corpus, scope), ...momentLines(input)],
    n: countsOf(scope),
    quotes: readQuotes(db, corpus, found),
  };
}

function frequenciesQuestion(db: Readable, corpus: Corpus, input: FrequenciesInput): Question {
  return questionOf(db, corpus, input, {
    rows: [parseDimension(input.by)],
    columns: [],
    measures: ['references', 'sources', 'cases', 'speakers', 'case-share'],
  });
}

function behind(db: Readable, corpus: Corpus, question: Question): CellQuote[] {
  const found = evidence(corpus, question).toSorted((a, b) => a.row - b.row || a.column - b.column);
  const read = readQuotes(db, corpus, found);
  return found.map(({ row, column }, i) => ({
    row,
    column,
    quote: must(read[i], 'a quote for each coding'),
  }));
}

/** Totals are the codings in scope at each row and column; coefficients have none, and are undefined out of range. */
function pairsAnswer(
  corpus: Corpus,
  asked: Exclude<MatrixQuestion, { kind: 'table' }>,
): Omit<MatrixAnswer, 'dimensions'> {
  const { question, measure } = asked;
  const together = cooccurrence(corpus, question);
  const { rows, columns, rowReferences, columnReferences, scope } = together;
  const head = {
    rule: describeCooccurrence(question, corpus, scope, measure),
    n: countsOf(scope),
    measure,
    rows,
    columns,
    bases: [],
  };
  if (measure === 'references') {
    const totals = { rowTotals: rowReferences, columnTotals: columnReferences, total: scope.references };
    return { ...head, ...totals, cells: together.pairs, outOfRange: [] };
  }
  const none = (list: readonly unknown[]): null[] => list.map(() => null);
  const totals = { rowTotals: none(rows), columnTotals: none(columns), total: null };
  if (asked.kind === 'units') {
    const units = sharedUnits(corpus, asked.question);
    const rule = describeCooccurrence(question, corpus, { ...scope, units: units.all }, measure);
    return { ...head, ...totals, rule, cells: sharing(units, asked.measure), outOfRange: [] };
  }
  const found = coefficients(together);
  const cells = found.map((line) => line.map((each) => (each?.outOfRange ? null : (each?.value ?? null))));
  const outOfRange = found.flatMap((line, row) =>
    line.flatMap((each, column) => (each?.outOfRange ? [{ row, column, value: each.value }] : [])),
  );
  return { ...head, ...totals, cells, outOfRange };
}

/** Says that the project is asked as it stood. */
function momentLines({ at: moment }: { readonly at?: string | undefined }): RuleLine[] {
  return moment === undefined ? [] : [{ key: 'rule.as-of', values: { date: moment } }];
}

function countsOf({ references, sources, cases, speakers }: Scope): ScopeCounts {
  return { references, sources, cases, speakers };
}
