// Quotes that the researcher left out of cells of a saved matrix: the numbers of these cells and of totals without them.
import type { Input } from '../../../shared/contract/index.ts';
import type { MatrixAnswer, MatrixPane } from '../../../shared/contract/matrices.ts';
import type { CodingBlock, Corpus } from '../../../shared/matrices/corpus.ts';
import { evidence } from '../../../shared/matrices/evidence.ts';
import { ofReferences, type ReferenceMeasure } from '../../../shared/matrices/measures.ts';
import { planOf } from '../../../shared/matrices/plan.ts';
import type { Heading } from '../../../shared/matrices/question.ts';
import { must } from '../../../shared/must.ts';
import type { Readable } from '../store/connection.ts';
import { exclusions } from './cells.ts';
import { matrixQuestion, type MatrixQuestion } from './questions.ts';

type MatrixInput = Input<'matrices.table'>;
type Ask = (corpus: Corpus, input: MatrixInput) => MatrixAnswer;

/** The codings (row ids) left out of one cell; places among the table's rows and columns. */
interface LeftOut {
  readonly row: number;
  readonly column: number;
  readonly codings: ReadonlySet<number>;
}

/** A cell, or with null a total; of one panel, or with null of all. */
interface Place {
  readonly row: number | null;
  readonly column: number | null;
  readonly panel: number | null;
}

/** What stands at a place. */
interface Told {
  readonly value: number | null;
  readonly base?: number | undefined;
  readonly change?: NonNullable<MatrixPane['changes']>[number][number] | undefined;
}

/**
 * The answer without what was left out: a coding counts out of the cells that it was left out of, and out of a total
 * once it was left out of every cell there, in each panel. `ask` answers a question.
 */
export function withoutExcluded(db: Readable, corpus: Corpus, input: MatrixInput, ask: Ask): MatrixAnswer {
  const answer = ask(corpus, input);
  const left = leftOut(db, input, answer);
  if (left.length === 0) return answer;
  const asked = matrixQuestion(db, corpus, input);
  const outOfRange = answer.outOfRange.filter(
    ({ row, column }) => !left.some((each) => each.row === row && each.column === column),
  );
  const count = new Set(left.flatMap(({ codings }) => [...codings])).size;
  const gone =
    asked.kind === 'table' || asked.kind === 'change' ? takenOut(corpus, asked, left)(everywhere) : null;
  const n = { ...answer.n, references: answer.n.references - (gone?.codings.size ?? 0) };
  const scope = answer.rule.map((line) =>
    line.key === 'rule.scope' ? { ...line, values: { ...line.values, ...n } } : line,
  );
  const rule = [...scope, { key: 'rule.excluded' as const, values: { n: count, cells: left.length } }];
  const counted = byReferences(asked)
    ? withFewerReferences(asked.measure, {
        answer: asked.measure === 'references' ? answer : ask(corpus, { ...input, measure: 'references' }),
        takenOut: takenOut(corpus, asked, left),
        left,
      })
    : askedAnew({ corpus, asked, answer, left, ask: (of) => ask(of, input) });
  const panels = answer.panels.map((panel, place) => ({
    ...panel,
    ...paneOf(counted, place),
    outOfRange: panel.outOfRange,
  }));
  return { ...answer, rule, n, ...paneOf(counted, null), panels, outOfRange };
}

const everywhere: Place = { row: null, column: null, panel: null };

type OfReferences = MatrixQuestion & { readonly kind: 'table'; readonly measure: ReferenceMeasure };

function byReferences(asked: MatrixQuestion): asked is OfReferences {
  const { kind, measure } = asked;
  return kind === 'table' && ['references', 'presence', 'row-share', 'column-share'].includes(measure);
}

/** References less what was left out, and the measure that is worked out of them: shares are of what is left. */
function withFewerReferences(
  measure: ReferenceMeasure,
  of: {
    /** With references as its numbers. */
    readonly answer: MatrixAnswer;
    readonly takenOut: (place: Place) => TakenOut;
    readonly left: readonly LeftOut[];
  },
): MatrixAnswer {
  const { answer, takenOut, left } = of;
  const fewer = mended(answer, left, (place) => {
    const before = toldAt(paneOf(answer, place.panel), place).value ?? 0;
    return { value: before - takenOut(place).codings.size };
  });
  if (measure === 'references') return fewer;
  const shared = (panel: number | null): MatrixPane => {
    const pane = paneOf(fewer, panel);
    const at = (row: number | null, column: number | null): number =>
      toldAt(pane, { row, column }).value ?? 0;
    const value = (row: number | null, column: number | null): number | null =>
      ofReferences(measure, { here: at(row, column), ofRow: at(row, null), ofColumn: at(null, column) });
    return {
      ...pane,
      cells: pane.cells.map((line, row) => line.map((_, column) => value(row, column))),
      rowTotals: pane.rowTotals.map((_, row) => value(row, null)),
      columnTotals: pane.columnTotals.map((_, column) => value(null, column)),
      total: value(null, null),
    };
  };
  return {
    ...fewer,
    ...shared(null),
    panels: fewer.panels.map((panel, at) => ({ ...panel, ...shared(at) })),
  };
}

/** Asks the same question for other codings, once for each set of codings to leave out. */
function askedAnew(of: {
  readonly corpus: Corpus;
  readonly asked: MatrixQuestion;
  /** With all codings. */
  readonly answer: MatrixAnswer;
  readonly left: readonly LeftOut[];
  readonly ask: (corpus: Corpus) => MatrixAnswer;
}): MatrixAnswer {
  const { corpus, asked, answer, left, ask } = of;
  const answers = new Map([['', answer]]);
  const without = (codings: ReadonlySet<number>): MatrixAnswer => {
    const key = [...codings].sort((a, b) => a - b).join();
    const known = answers.get(key) ?? ask(keeping(corpus, (id) => !codings.has(id)));
    answers.set(key, known);
    return known;
  };
  const all = new Set(left.flatMap(({ codings }) => [...codings]));
  const takenOutOf = takenOut(corpus, asked, left);
  return mended(answer, left, (place) => {
    const { codings, isAll } = takenOutOf(place);
    // A cell of a table depends on no coding but those that stand there.
    const other = without(isAll && asked.kind === 'table' && codings.size > 0 ? all : codings);
    return toldAt(paneOf(other, place.panel), place);
  });
}

/**
 * The codings that the number opens onto but does not count, as their ids: those left out of the cell of a matrix, of a
 * total those left out of every cell there. None where no matrix is meant.
 */
export function excludedFrom(
  db: Readable,
  corpus: Corpus,
  input: MatrixInput,
  { row, column, panel }: Readonly<Record<'row' | 'column' | 'panel', Heading | null>>,
): ReadonlySet<string> {
  if (input.matrix === undefined) return new Set();
  if (row !== null && column !== null) {
    const wanted = JSON.stringify([row.ids, column.ids]);
    const cell = exclusions(db, input.matrix).find(
      (each) => JSON.stringify([each.row, each.column]) === wanted,
    );
    return new Set(cell?.codings);
  }
  const asked = matrixQuestion(db, corpus, input);
  if (asked.kind !== 'table' && asked.kind !== 'change') return new Set();
  const plan = planOf(corpus, asked.question);
  const [rows, columns, panels = []] = [plan.rows, plan.columns, plan.panels].map((axis) => axis?.headings);
  const left = leftOut(db, input, { rows: rows ?? [], columns: columns ?? [] });
  if (left.length === 0) return new Set();
  const placeOf = (headings: readonly Heading[] | undefined, heading: Heading | null): number | null =>
    heading === null ? null : (placesOf(headings ?? []).get(JSON.stringify(heading.ids)) ?? null);
  const place = { row: placeOf(rows, row), column: placeOf(columns, column), panel: placeOf(panels, panel) };
  const { codings } = takenOut(corpus, asked, left)(place);
  return new Set(
    [...codings].flatMap((id) => db.value<string>('SELECT uid FROM codings WHERE id = ?', id) ?? []),
  );
}

interface TakenOut {
  /** That stand in none of the cells there but those that they were left out of. */
  readonly codings: ReadonlySet<number>;
  /** No other coding of those left out anywhere stands there. */
  readonly isAll: boolean;
}

/** Totals of pairs count references, not pairs: nothing is taken out of them. */
function takenOut(
  corpus: Corpus,
  asked: MatrixQuestion,
  left: readonly LeftOut[],
): (place: Place) => TakenOut {
  const leftOf = new Map(left.map(({ row, column, codings }) => [`${row} ${column}`, codings]));
  if (asked.kind !== 'table' && asked.kind !== 'change')
    return ({ row, column }) => ({ codings: leftOf.get(`${row} ${column}`) ?? new Set(), isAll: false });
  const ids = new Set(left.flatMap(({ codings }) => [...codings]));
  const few = keeping(corpus, (id) => ids.has(id));
  const standing = evidence(few, asked.question).map(({ row, column, panel, source, coding }) => {
    const id = must(few.sources[source]?.codings.id[coding], 'the coding');
    return { row, column, panel, id, isLeft: leftOf.get(`${row} ${column}`)?.has(id) === true };
  });
  return ({ row, column, panel }) => {
    const there = standing.filter(
      (each) =>
        (row === null || each.row === row) &&
        (column === null || each.column === column) &&
        (panel === null || each.panel === panel),
    );
    const staying = new Set(there.filter(({ isLeft }) => !isLeft).map(({ id }) => id));
    const codings = new Set(there.map(({ id }) => id).filter((id) => !staying.has(id)));
    return { codings, isAll: staying.size === 0 };
  };
}

/** The answer with its cells and totals told anew where something was left out. */
function mended(answer: MatrixAnswer, left: readonly LeftOut[], anew: (place: Place) => Told): MatrixAnswer {
  const rows = [...new Set(left.map(({ row }) => row))];
  const columns = [...new Set(left.map(({ column }) => column))];
  const places = [
    ...left,
    ...rows.map((row) => ({ row, column: null })),
    ...columns.map((column) => ({ row: null, column })),
    { row: null, column: null },
  ];
  const pane = (panel: number | null): MatrixPane => {
    const before = paneOf(answer, panel);
    const cells = before.cells.map((line) => [...line]);
    const bases = before.bases.map((line) => [...line]);
    const changes = before.changes?.map((line) => [...line]) ?? null;
    const rowTotals = [...before.rowTotals];
    const columnTotals = [...before.columnTotals];
    let { total } = before;
    for (const { row, column } of places) {
      const { value, base, change } = anew({ row, column, panel });
      if (row === null && column === null) total = value;
      else if (row === null) columnTotals[column ?? 0] = value;
      else if (column === null) rowTotals[row] = value;
      else {
        must(cells[row], 'the row')[column] = value;
        if (base !== undefined) must(bases[row], 'the row')[column] = base;
      }
      const line = changes?.[row ?? cells.length];
      if (change && line) line[column ?? columnTotals.length] = change;
    }
    return { ...before, cells, bases, changes, rowTotals, columnTotals, total };
  };
  return { ...answer, ...pane(null), panels: answer.panels.map((panel, at) => ({ ...panel, ...pane(at) })) };
}

function toldAt(pane: MatrixPane, { row, column }: Omit<Place, 'panel'>): Told {
  const { cells, rowTotals, columnTotals, total, bases, changes } = pane;
  const change = changes?.[row ?? rowTotals.length]?.[column ?? columnTotals.length];
  if (row === null) return { value: column === null ? total : (columnTotals[column] ?? null), change };
  if (column === null) return { value: rowTotals[row] ?? null, change };
  return { value: cells[row]?.[column] ?? null, base: bases[row]?.[column], change };
}

/** Without the panels that an answer has. */
function paneOf(answer: MatrixAnswer, panel: number | null): MatrixPane {
  const of = panel === null ? answer : must(answer.panels[panel], 'the panel');
  const { cells, rowTotals, columnTotals, total, bases, outOfRange, empty, changes } = of;
  return { cells, rowTotals, columnTotals, total, bases, outOfRange, empty, changes };
}

/** The cells that quotes were left out of, where the table still has the cell and the project the coding. */
function leftOut(
  db: Readable,
  { matrix }: MatrixInput,
  table: { readonly rows: readonly Heading[]; readonly columns: readonly Heading[] },
): LeftOut[] {
  if (matrix === undefined) return [];
  const [rows, columns] = [placesOf(table.rows), placesOf(table.columns)];
  return exclusions(db, matrix).flatMap(({ row: rowIds, column: columnIds, codings: uids }) => {
    const row = rows.get(JSON.stringify(rowIds));
    const column = columns.get(JSON.stringify(columnIds));
    const ids = uids.flatMap((uid) => db.value<number>('SELECT id FROM codings WHERE uid = ?', uid) ?? []);
    return row === undefined || column === undefined || ids.length === 0
      ? []
      : [{ row, column, codings: new Set(ids) }];
  });
}

function placesOf(headings: readonly Heading[]): ReadonlyMap<string, number> {
  return new Map(headings.map(({ ids }, place) => [JSON.stringify(ids), place]));
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
