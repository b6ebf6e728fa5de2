// Answers to a question of two dimensions, with panels, change and order: tables, pairs of codings, before and after.
import type { Input } from '../../../shared/contract/index.ts';
import type { MatrixAnswer, MatrixPane } from '../../../shared/contract/matrices.ts';
import { arranged, type Places } from '../../../shared/matrices/arrange.ts';
import { within } from '../../../shared/matrices/change-evidence.ts';
import { changes, type Change } from '../../../shared/matrices/change.ts';
import { coefficients, cooccurrence } from '../../../shared/matrices/cooccurrence.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { parseDimension } from '../../../shared/matrices/dimensions.ts';
import { withoutUntold } from '../../../shared/matrices/empty.ts';
import { placesInOrder, type Order, type Side } from '../../../shared/matrices/order.ts';
import type { Heading, Measure, Numbers } from '../../../shared/matrices/question.ts';
import {
  describe,
  describeChange,
  describeCooccurrence,
  describeOrder,
  describePanels,
} from '../../../shared/matrices/rule.ts';
import { sharedUnits, sharing } from '../../../shared/matrices/shared-units.ts';
import { tabulate } from '../../../shared/matrices/tabulate.ts';
import type { Readable } from '../store/connection.ts';
import { countsOf, momentLines } from './answers.ts';
import { emptyReasons, ratings } from './cells.ts';
import { withoutExcluded } from './excluded.ts';
import { matrixQuestion, type MatrixQuestion } from './questions.ts';

type MatrixInput = Input<'matrices.table'>;

export function matrix(db: Readable, corpus: Corpus, input: MatrixInput): MatrixAnswer {
  return orderedMatrix(db, corpus, input).answer;
}

/**
 * The answer in the question's order, without what was left out of the cells of its saved matrix, and by place there the
 * place in the project's order.
 */
export function orderedMatrix(
  db: Readable,
  corpus: Corpus,
  input: MatrixInput,
): { readonly answer: MatrixAnswer; readonly places: Places } {
  const answer = withoutExcluded(db, corpus, input, (of, asked) => wholeMatrix(db, of, asked));
  const ratings = ratingsOf(db, input, answer);
  const places = {
    rows: placesOf(corpus, rowsOf(answer, ratings), input.rowOrder ?? null),
    columns: placesOf(corpus, columnsOf(answer, ratings), input.columnOrder ?? null),
  };
  const rule = [
    ...answer.rule,
    ...describeOrder('rows', input.rowOrder ?? null),
    ...describeOrder('columns', input.columnOrder ?? null),
    ...momentLines(input),
  ];
  const told = withoutUntold({ ...arranged(answer, places), rule }, notedIn(db, input));
  return { answer: told, places };
}

function placesOf(corpus: Corpus, side: Side, order: Order | null): number[] | null {
  return order === null ? null : placesInOrder(corpus, side, order);
}

/** Why the researcher says that nothing stands in a cell of the saved matrix. */
function notedIn(db: Readable, { matrix: saved }: MatrixInput): Parameters<typeof withoutUntold>[1] {
  const reasons = saved === undefined ? [] : emptyReasons(db, saved);
  const key = (row: unknown, column: unknown): string => JSON.stringify([row, column]);
  const found = new Map(reasons.map(({ row, column, empty }) => [key(row, column), empty]));
  return (row, column) => found.get(key(row.ids, column.ids)) ?? null;
}

/** By row and column; read only where an order asks for them. */
function ratingsOf(db: Readable, input: MatrixInput, { rows, columns }: MatrixAnswer): Side['ratings'] {
  const { matrix: saved, rowOrder, columnOrder } = input;
  if (saved === undefined || [rowOrder?.by, columnOrder?.by].every((by) => by !== 'rating')) return [];
  const key = (row: readonly string[], column: readonly string[]): string => JSON.stringify([row, column]);
  const all = new Map(
    ratings(db, saved).map(({ row, column, rating }) => [row && column && key(row, column), rating]),
  );
  return rows.map((row) => columns.map((column) => all.get(key(row.ids, column.ids)) ?? null));
}

const turned = <T>(cells: readonly (readonly T[])[], columns: readonly unknown[]): (T | null)[][] =>
  columns.map((_, column) => cells.map((row) => row[column] ?? null));

function rowsOf({ dimensions, rows, columns, cells, rowTotals }: MatrixAnswer, rated: Side['ratings']): Side {
  return {
    ratings: rated,
    dimensions: dimensions.rows.map(parseDimension),
    headings: rows,
    others: columns,
    cells,
    totals: rowTotals,
  };
}

function columnsOf(
  { dimensions, rows, columns, cells, columnTotals }: MatrixAnswer,
  rated: Side['ratings'],
): Side {
  return {
    ratings: turned(rated, columns),
    dimensions: dimensions.columns.map(parseDimension),
    headings: columns,
    others: rows,
    cells: turned(cells, columns),
    totals: columnTotals,
  };
}

/** In the project's order, with what was left out of cells. */
export function wholeMatrix(db: Readable, corpus: Corpus, input: MatrixInput): MatrixAnswer {
  const asked = matrixQuestion(db, corpus, input);
  const head = {
    dimensions: { rows: input.rows, columns: input.columns },
    panelDimension: input.panels ?? null,
    measure: asked.measure,
    change: null,
  };
  if (asked.kind === 'table') return { ...head, ...tableAnswer(corpus, asked) };
  if (asked.kind === 'change') return { ...head, ...changeAnswer(corpus, asked) };
  const { panel, question } = asked;
  const { rule, ...all } = pairsAnswer(corpus, asked);
  if (panel === null) return { ...head, ...all, rule, panels: [] };
  const values = tabulate(corpus, {
    ...question,
    rows: [panel],
    columns: [],
    measures: [],
    rateUnit: 'words',
  });
  const panels = values.rows.map((entry) => {
    const {
      rule: _,
      n: __,
      rows: ___,
      columns: ____,
      ...pane
    } = pairsAnswer(corpus, {
      ...asked,
      question: within(question, panel, entry.ids),
    } as typeof asked);
    return { entry, ...pane };
  });
  return { ...head, ...all, panels, rule: [...rule, ...describePanels([panel], true)] };
}

type Answered = Omit<MatrixAnswer, 'dimensions' | 'panelDimension' | 'measure' | 'change'>;

function tableAnswer(
  corpus: Corpus,
  { question, measure }: Extract<MatrixQuestion, { kind: 'table' }>,
): Answered {
  const table = tabulate(corpus, question);
  return {
    rule: [...describe(question, corpus, table.scope), ...describePanels(question.panels ?? [], false)],
    n: countsOf(table.scope),
    rows: table.rows,
    columns: table.columns,
    ...paneOf(table, measure),
    panels: table.panels.map(({ heading, ...numbers }) => ({ entry: heading, ...paneOf(numbers, measure) })),
  };
}

function paneOf(numbers: Numbers, measure: Measure): MatrixPane {
  return {
    cells: numbers.cells[measure] ?? [],
    rowTotals: numbers.rowTotals[measure] ?? [],
    columnTotals: numbers.columnTotals[measure] ?? [],
    total: numbers.total[measure] ?? null,
    bases: numbers.bases[measure] ?? [],
    outOfRange: [],
    empty: numbers.uncoded.map((line) => line && line.map((is) => (is ? 'uncoded' : null))),
    changes: null,
  };
}

function changeAnswer(
  corpus: Corpus,
  { question }: Extract<MatrixQuestion, { kind: 'change' }>,
): Answered & Pick<MatrixAnswer, 'change'> {
  const { rows, columns, cells, panels, from, to, paired, uncoded, scope } = changes(corpus, question);
  return {
    rule: [
      ...describe(question, corpus, scope),
      ...describeChange(question, { from, to, paired, uncoded }),
      ...describePanels(question.panels ?? [], false),
    ],
    n: countsOf(scope),
    change: { from, to, paired, uncoded },
    rows,
    columns,
    ...changePane(cells, rows, columns),
    panels: panels.map((panel) => ({ entry: panel.heading, ...changePane(panel.cells, rows, columns) })),
  };
}

function changePane(
  cells: readonly (readonly Change[])[],
  rows: readonly Heading[],
  columns: readonly Heading[],
): MatrixPane {
  const change = (row: number, column: number): number | null => cells[row]?.[column]?.change ?? null;
  return {
    cells: rows.map((_, row) => columns.map((__, column) => change(row, column))),
    rowTotals: rows.map((_, row) => change(row, columns.length)),
    columnTotals: columns.map((_, column) => change(rows.length, column)),
    total: change(rows.length, columns.length),
    bases: rows.map((_, row) => columns.map((__, column) => cells[row]?.[column]?.n ?? 0)),
    outOfRange: [],
    empty: [],
    changes: cells.map((line) =>
      line.map(({ before, after, n, rose, fell }) => ({ before, after, n, rose, fell })),
    ),
  };
}

/** Totals are the codings in scope at each row and column; coefficients have none, and are undefined out of range. */
function pairsAnswer(
  corpus: Corpus,
  asked: Extract<MatrixQuestion, { kind: 'pairs' | 'units' }>,
): Omit<Answered, 'panels'> {
  const { question, measure } = asked;
  const together = cooccurrence(corpus, question);
  const { rows, columns, rowReferences, columnReferences, scope } = together;
  const head = {
    rule: describeCooccurrence(question, corpus, scope, measure),
    n: countsOf(scope),
    rows,
    columns,
    bases: [],
    empty: [],
    changes: null,
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
