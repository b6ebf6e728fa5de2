// Quotes that the researcher left out of cells of a saved matrix: the numbers of these cells are asked again without them.
import type { Input } from '../../../shared/contract/index.ts';
import type { AxisEntry, MatrixAnswer, MatrixPane } from '../../../shared/contract/matrices.ts';
import type { CodingBlock, Corpus } from '../../../shared/matrices/corpus.ts';
import { evidence } from '../../../shared/matrices/evidence.ts';
import type { Heading } from '../../../shared/matrices/question.ts';
import { must } from '../../../shared/must.ts';
import type { Readable } from '../store/connection.ts';
import { exclusions } from './cells.ts';
import { matrixQuestion, type MatrixQuestion } from './questions.ts';

/** The codings (row ids) left out of one cell; places among the table's rows and columns. */
interface LeftOut {
  readonly row: number;
  readonly column: number;
  readonly codings: ReadonlySet<number>;
}

/**
 * The answer without what was left out: a coding counts out of the cells that it was left out of, and out of a total
 * once it was left out of every cell there. `ask` answers the same question for other codings.
 */
export function withoutExcluded(
  db: Readable,
  corpus: Corpus,
  input: Input<'matrices.table'>,
  ask: (corpus: Corpus) => MatrixAnswer,
): MatrixAnswer {
  const answer = ask(corpus);
  const left = leftOut(db, input, answer);
  if (left.length === 0) return answer;
  const answers = new Map<string, MatrixAnswer>();
  const without = (codings: ReadonlySet<number>): MatrixAnswer => {
    const key = [...codings].sort((a, b) => a - b).join();
    const known = answers.get(key) ?? ask(keeping(corpus, (id) => !codings.has(id)));
    answers.set(key, known);
    return known;
  };
  const outOfRange = answer.outOfRange.filter(
    ({ row, column }) => !left.some((each) => each.row === row && each.column === column),
  );
  const count = new Set(left.flatMap(({ codings }) => [...codings])).size;
  const rule = [...answer.rule, { key: 'rule.excluded' as const, values: { n: count, cells: left.length } }];
  return {
    ...answer,
    rule,
    ...cellsWithout(answer, left, without),
    panels: answer.panels.map((panel, place) => ({
      ...panel,
      ...cellsWithout(panel, left, (codings) => must(without(codings).panels[place], 'the panel')),
    })),
    outOfRange,
    ...totals({ asked: matrixQuestion(db, corpus, input), corpus, answer, left, without }),
  };
}

/** The cells of a table, those that something was left out of worked out anew. */
function cellsWithout(
  pane: MatrixPane,
  left: readonly LeftOut[],
  without: (codings: ReadonlySet<number>) => MatrixPane,
): Pick<MatrixPane, 'cells' | 'bases' | 'changes'> {
  const cells = pane.cells.map((line) => [...line]);
  const bases = pane.bases.map((line) => [...line]);
  const changes = pane.changes?.map((line) => [...line]) ?? null;
  for (const { row, column, codings } of left) {
    const other = without(codings);
    must(cells[row], 'the row')[column] = other.cells[row]?.[column] ?? null;
    const base = other.bases[row]?.[column];
    if (base !== undefined) must(bases[row], 'the row')[column] = base;
    const change = other.changes?.[row]?.[column];
    if (change && changes) must(changes[row], 'the row')[column] = change;
  }
  return { cells, bases, changes };
}

/** The ids of the codings left out of the cell of a matrix; none of a total or where no matrix is meant. */
export function excludedFrom(
  db: Readable,
  matrix: string | undefined,
  { row, column }: { readonly row: Heading | null; readonly column: Heading | null },
): ReadonlySet<string> {
  if (matrix === undefined || row === null || column === null) return new Set();
  const wanted = JSON.stringify([row.ids, column.ids]);
  const cell = exclusions(db, matrix).find((each) => JSON.stringify([each.row, each.column]) === wanted);
  return new Set(cell?.codings);
}

type TotalsOf = Pick<MatrixAnswer, 'rowTotals' | 'columnTotals' | 'total'>;

interface Totalled {
  readonly asked: MatrixQuestion;
  readonly corpus: Corpus;
  /** With all codings. */
  readonly answer: MatrixAnswer;
  readonly left: readonly LeftOut[];
  /** The answer without these codings. */
  readonly without: (codings: ReadonlySet<number>) => MatrixAnswer;
}

/** Totals of pairs count references, not pairs: nothing is left out of them. */
function totals({ asked, corpus, answer, left, without }: Totalled): TotalsOf {
  const rowTotals = [...answer.rowTotals];
  const columnTotals = [...answer.columnTotals];
  if (asked.kind !== 'table') return { rowTotals, columnTotals, total: answer.total };
  const ids = new Set(left.flatMap(({ codings }) => [...codings]));
  const few = keeping(corpus, (id) => ids.has(id));
  const standing = evidence(few, asked.question).map(({ row, column, source, coding }) => ({
    row,
    column,
    coding: must(few.sources[source]?.codings.id[coding], 'the coding'),
  }));
  const isLeft = (each: (typeof standing)[number]): boolean =>
    left.some(
      ({ row, column, codings }) => row === each.row && column === each.column && codings.has(each.coding),
    );
  /** The codings that stand in none of the cells for which `isOf` holds, but those that they were left out of. */
  const wholly = (isOf: (each: (typeof standing)[number]) => boolean): Set<number> => {
    const there = standing.filter(isOf);
    const staying = new Set(there.filter((each) => !isLeft(each)).map(({ coding }) => coding));
    return new Set(there.map(({ coding }) => coding).filter((coding) => !staying.has(coding)));
  };
  for (const row of new Set(left.map((each) => each.row)))
    rowTotals[row] = without(wholly((each) => each.row === row)).rowTotals[row] ?? null;
  for (const column of new Set(left.map((each) => each.column)))
    columnTotals[column] = without(wholly((each) => each.column === column)).columnTotals[column] ?? null;
  return { rowTotals, columnTotals, total: without(wholly(() => true)).total };
}

/** The cells that quotes were left out of, where the table still has the cell and the project the coding. */
function leftOut(db: Readable, { matrix }: Input<'matrices.table'>, answer: MatrixAnswer): LeftOut[] {
  if (matrix === undefined) return [];
  const places = (entries: readonly AxisEntry[]): ReadonlyMap<string, number> =>
    new Map(entries.map(({ ids }, place) => [JSON.stringify(ids), place]));
  const rows = places(answer.rows);
  const columns = places(answer.columns);
  return exclusions(db, matrix).flatMap(({ row: rowIds, column: columnIds, codings: uids }) => {
    const row = rows.get(JSON.stringify(rowIds));
    const column = columns.get(JSON.stringify(columnIds));
    const ids = uids.flatMap((uid) => db.value<number>('SELECT id FROM codings WHERE uid = ?', uid) ?? []);
    return row === undefined || column === undefined || ids.length === 0
      ? []
      : [{ row, column, codings: new Set(ids) }];
  });
}

/** The corpus with those codings only that `isKept` keeps, by their row ids. */
function keeping(corpus: Corpus, isKept: (id: number) => boolean): Corpus {
  const sources = corpus.sources.map((source) => {
    const kept = Array.from(source.codings.id.keys()).filter((place) =>
      isKept(must(source.codings.id[place], 'a coding')),
    );
    return kept.length === source.codings.id.length
      ? source
      : { ...source, codings: part(source.codings, kept) };
  });
  return { ...corpus, sources };
}

function part(codings: CodingBlock, places: readonly number[]): CodingBlock {
  const ints = (column: Int32Array): Int32Array => Int32Array.from(places, (place) => column[place] ?? 0);
  return {
    id: ints(codings.id),
    start: ints(codings.start),
    end: ints(codings.end),
    code: ints(codings.code),
    coder: ints(codings.coder),
    phase: ints(codings.phase),
    level: ints(codings.level),
    direction: ints(codings.direction),
    weight: Float64Array.from(places, (place) => codings.weight[place] ?? Number.NaN),
  };
}
