// A few quotes of every cell of a table: what written displays show where numbers do not.
import type { Input } from '../../../shared/contract/index.ts';
import type { CellExcerpt } from '../../../shared/contract/saved-matrices.ts';
import { inverse } from '../../../shared/matrices/arrange.ts';
import { changeEvidence } from '../../../shared/matrices/change-evidence.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { evidence } from '../../../shared/matrices/evidence.ts';
import { must } from '../../../shared/must.ts';
import type { Readable } from '../store/connection.ts';
import { exclusions, pins, type MarkedCell } from './cells.ts';
import { orderedMatrix } from './matrix.ts';
import { matrixQuestion } from './questions.ts';
import { readQuotes, withValue } from './quotes.ts';

/** Places in the ordered answer, and the codings that stand there. */
interface Standing extends Pick<CellExcerpt, 'row' | 'column' | 'side'> {
  /** By row id. */
  readonly codings: Map<number, { readonly source: number; readonly coding: number }>;
}

const sides = ['before', 'after'] as const;

/**
 * By row, then column; nothing of tables of pairs. Panels are told together. Beyond `most` are those of the codings that
 * `needed` gives (by uid) for the headings of the cell.
 */
export function excerpts(
  db: Readable,
  corpus: Corpus,
  { question, most }: Input<'matrices.excerpts'>,
  needed: readonly MarkedCell[] = [],
): { cells: CellExcerpt[] } {
  const input = { ...question, panels: null };
  const found = standingIn(db, corpus, input);
  const { matrix } = input;
  const marked = (marks: typeof pins): readonly MarkedCell[] =>
    matrix === undefined ? [] : marks(db, matrix);
  const left = byCell(db, marked(exclusions));
  const pinned = byCell(db, marked(pins));
  const wanted = byCell(db, needed);
  const { rows, columns } = orderedMatrix(db, corpus, input).answer;
  const cells = found.flatMap(({ row, column, side, codings }): CellExcerpt[] => {
    const key = JSON.stringify([rows[row]?.ids, columns[column]?.ids]);
    const without = left.get(key);
    const first = pinned.get(key) ?? [];
    const counted = [...codings].filter(([id]) => without?.includes(id) !== true);
    if (counted.length === 0) return [];
    const isFirst = ([id]: (typeof counted)[number]): boolean => first.includes(id);
    const ordered = [...counted.filter(isFirst), ...counted.filter((each) => !isFirst(each))];
    const negative = counted.filter(
      ([, { source, coding }]) => corpus.sources[source]?.codings.direction[coding] === -1,
    ).length;
    const shown = ordered.filter(([id], at) => at < most || wanted.get(key)?.includes(id) === true);
    const quotes = readQuotes(
      db,
      corpus,
      shown.map(([, place]) => place),
    );
    return [{ row, column, side, n: counted.length, negative, quotes }];
  });
  return { cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column) };
}

function standingIn(db: Readable, corpus: Corpus, input: Input<'matrices.table'>): Standing[] {
  const asked = matrixQuestion(db, corpus, input);
  if (asked.kind !== 'table' && asked.kind !== 'change') return [];
  const isChange = asked.kind === 'change';
  const standing = isChange ? changeEvidence(corpus, asked.question) : evidence(corpus, asked.question);
  const found = withValue(corpus, asked.measure, standing);
  const { places } = orderedMatrix(db, corpus, input);
  const rowAt = places.rows && inverse(places.rows);
  const columnAt = places.columns && inverse(places.columns);
  const cells = new Map<string, Standing>();
  for (const { row, column, source, coding } of found) {
    const side = isChange ? (sides[column % 3] ?? null) : null;
    const across = isChange ? Math.floor(column / 3) : column;
    const key = `${row} ${column}`;
    const cell = cells.get(key) ?? {
      row: rowAt?.[row] ?? row,
      column: columnAt?.[across] ?? across,
      side,
      codings: new Map(),
    };
    cells.set(key, cell);
    const id = must(corpus.sources[source]?.codings.id[coding], 'the coding');
    cell.codings.set(id, { source, coding });
  }
  return [...cells.values()];
}

/** Row ids of the codings, by the headings of the cell. */
function byCell(db: Readable, marked: readonly MarkedCell[]): ReadonlyMap<string, readonly number[]> {
  return new Map(
    marked.map(({ row, column, codings }) => [
      JSON.stringify([row, column]),
      codings.flatMap((uid) => db.value<number>('SELECT id FROM codings WHERE uid = ?', uid) ?? []),
    ]),
  );
}
