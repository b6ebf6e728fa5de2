// Frequencies and quotes as the matrix engine counts and finds them.
import type { Input } from '../../../shared/contract/index.ts';
import type {
  FrequenciesAnswer,
  Quote,
  QuotesAnswer,
  ScopeCounts,
} from '../../../shared/contract/matrices.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { parseDimension } from '../../../shared/matrices/dimensions.ts';
import { describeWhole } from '../../../shared/matrices/empty.ts';
import { evidence, ownReferences, type Evidence } from '../../../shared/matrices/evidence.ts';
import { placesInOrder } from '../../../shared/matrices/order.ts';
import type { Measure, Question, Scope, Table } from '../../../shared/matrices/question.ts';
import { describe, describeOrder, type RuleLine } from '../../../shared/matrices/rule.ts';
import { tabulate } from '../../../shared/matrices/tabulate.ts';
import { must } from '../../../shared/must.ts';
import type { Readable } from '../store/connection.ts';
import { questionOf } from './questions.ts';
import { readQuotes } from './quotes.ts';

type FrequenciesInput = Input<'matrices.frequencies'>;
type QuotesInput = Input<'matrices.quotes'>;

/** A coding in a cell of a table; rows and columns are places among the table's headings. */
export interface CellQuote {
  readonly row: number;
  readonly column: number;
  /** 0 where the table has no panels. */
  readonly panel: number;
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
    isUncoded: table.uncoded[row]?.[0] === true,
  }));
  const uncoded = rows.filter(({ isUncoded }) => isUncoded);
  const order = input.rowOrder ?? null;
  return {
    rule: [
      ...describe(question, corpus, table.scope),
      ...describeOrder('rows', order),
      ...momentLines(input),
      ...describeWhole(
        'uncoded',
        input.by,
        uncoded.map(({ name }) => name),
      ),
    ],
    n: countsOf(table.scope),
    by: input.by,
    rows: placesOfRows(corpus, input, table).map((place) => must(rows[place], 'a row')),
  };
}

/** By place in the order that is asked for: the place in the project's. */
function placesOfRows(corpus: Corpus, { by, rowOrder }: FrequenciesInput, table: Table): readonly number[] {
  if (!rowOrder) return [...table.rows.keys()];
  const cells = table.cells.references ?? [];
  const totals = cells.map(([value]) => value ?? null);
  const side = { dimensions: [parseDimension(by)], headings: table.rows, others: [], ratings: [] };
  return placesInOrder(corpus, { ...side, cells, totals }, rowOrder);
}

/** The codings behind the references of `frequencies`, row by row. */
export function frequenciesEvidence(db: Readable, corpus: Corpus, input: FrequenciesInput): CellQuote[] {
  const question = frequenciesQuestion(db, corpus, input);
  const places = placesOfRows(corpus, input, tabulate(corpus, question));
  const found = evidence(corpus, question).map((each) => ({ ...each, row: places.indexOf(each.row) }));
  return quoted(
    db,
    corpus,
    found.toSorted((a, b) => a.row - b.row),
  );
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

/** The codings behind the cells of a question, row by row. */
export function behind(db: Readable, corpus: Corpus, question: Question): CellQuote[] {
  return quoted(
    db,
    corpus,
    evidence(corpus, question).toSorted((a, b) => a.row - b.row || a.column - b.column),
  );
}

/** Evidence with its quotes. */
export function quoted(db: Readable, corpus: Corpus, found: readonly Evidence[]): CellQuote[] {
  const read = readQuotes(db, corpus, found);
  return found.map(({ row, column, panel }, i) => ({
    row,
    column,
    panel,
    quote: must(read[i], 'a quote for each coding'),
  }));
}

/** The four numbers of an N. */
export function countsOf({ references, sources, cases, speakers }: Scope): ScopeCounts {
  return { references, sources, cases, speakers };
}

/** Says that the project is asked as it stood. */
export function momentLines({ at: moment }: Pick<FrequenciesInput, 'at'>): RuleLine[] {
  return moment === undefined ? [] : [{ key: 'rule.as-of', values: { date: moment } }];
}
