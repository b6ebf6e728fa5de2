// The evidence of cells as marks, by which a summary knows that codings came, went or were changed since it was written.
import type { CellHeading, SavedTable } from '../../../shared/contract/saved-matrices.ts';
import { sideEvidence } from '../../../shared/matrices/change-evidence.ts';
import type { Corpus, CorpusSource } from '../../../shared/matrices/corpus.ts';
import { scopeOf } from '../../../shared/matrices/cooccurrence.ts';
import { evidence } from '../../../shared/matrices/evidence.ts';
import { pairEvidence } from '../../../shared/matrices/pair-evidence.ts';
import { at } from '../../../shared/matrices/numbers.ts';
import { planOf } from '../../../shared/matrices/plan.ts';
import type { Heading } from '../../../shared/matrices/question.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Readable } from '../store/connection.ts';
import { matrixQuestion, type MatrixQuestion } from './questions.ts';

/** Row id of a coding, and what it was: its place, code, level, direction and phase. Ascending by id. */
export type Marks = readonly (readonly [id: number, state: string])[];

interface CellKey {
  readonly row: CellHeading;
  readonly column: CellHeading;
}

/** What stands in each of the cells now; nothing in a cell that the table no longer has. */
export function evidenceMarks(
  db: Readable,
  corpus: Corpus,
  question: SavedTable,
  cells: readonly CellKey[],
): Marks[] {
  if (cells.length === 0) return [];
  const asked = matrixQuestion(db, corpus, question);
  const table = headings(corpus, asked);
  const places = cells.map((cell) => placeIn(table, cell));
  // One reading of all cells costs less than a reading for each of many.
  const isMany = asked.kind === 'table' && cells.length > mostSingly;
  const all = isMany ? evidence(corpus, asked.question) : [];
  const byCell = Map.groupBy(all, ({ row, column }) => `${row} ${column}`);
  return places.map((place) => {
    if (place === null) return [];
    const { row, column } = place;
    if (!isMany) return marksOf(corpus, standing(corpus, asked, place));
    const found =
      row !== null && column !== null
        ? (byCell.get(`${row} ${column}`) ?? [])
        : all.filter((each) => (row ?? each.row) === each.row && (column ?? each.column) === each.column);
    return marksOf(corpus, found);
  });
}

const mostSingly = 12;

/** How the evidence differs from what it was; null where it does not. */
export function staleness(before: Marks, now: Marks) {
  const old = new Map(before);
  const current = new Map(now);
  const came = now.filter(([id]) => !old.has(id)).length;
  const went = before.filter(([id]) => !current.has(id)).length;
  const changed = now.filter(([id, state]) => old.has(id) && old.get(id) !== state).length;
  return came + went + changed === 0 ? null : { came, went, changed };
}

/** The words of the cell's headings; nothing for totals. Refuses a heading that the table does not have. */
export function headingsOf(db: Readable, corpus: Corpus, question: SavedTable, cell: CellKey): string[] {
  const table = headings(corpus, matrixQuestion(db, corpus, question));
  const words = (axis: 'rows' | 'columns', ids: CellHeading): string[] => {
    if (ids === null) return [];
    const heading = table[axis].find((each) => isSame(each.ids, ids));
    if (!heading) throw new Refused('refused.no-such-heading', { name: ids.join(' / ') });
    return heading.labels.length === 0 ? [] : [heading.labels.join(' / ')];
  };
  return [...words('rows', cell.row), ...words('columns', cell.column)];
}

/** The codings that a cell counts, as places in the corpus. */
function standing(corpus: Corpus, asked: MatrixQuestion, { row, column }: Place): CodingPlace[] {
  const cell = { row: row ?? undefined, column: column ?? undefined };
  if (asked.kind === 'table') return evidence(corpus, asked.question, cell);
  if (asked.kind === 'change') return sideEvidence(corpus, asked.question, cell, null);
  return pairEvidence(corpus, asked.question, asked.kind, { row, column });
}

interface Place {
  readonly row: number | null;
  readonly column: number | null;
}

interface CodingPlace {
  readonly source: number;
  readonly coding: number;
}

function marksOf(corpus: Corpus, places: readonly CodingPlace[]): Marks {
  const marks = new Map<number, string>();
  for (const { source: index, coding } of places) {
    const source = must(corpus.sources[index], 'the source');
    marks.set(at(source.codings.id, coding), stateOf(corpus, source, coding));
  }
  return [...marks].sort(([a], [b]) => a - b);
}

function stateOf(corpus: Corpus, { codings }: CorpusSource, coding: number): string {
  const code = corpus.codes[at(codings.code, coding)];
  const phase = corpus.phases[at(codings.phase, coding)];
  return [
    at(codings.start, coding),
    at(codings.end, coding),
    code?.uid ?? code?.id ?? '',
    at(codings.level, coding),
    at(codings.direction, coding),
    phase?.id ?? '',
  ].join(' ');
}

interface Headings {
  readonly rows: readonly Heading[];
  readonly columns: readonly Heading[];
}

function headings(corpus: Corpus, asked: MatrixQuestion): Headings {
  const { rows, columns } =
    asked.kind === 'table' || asked.kind === 'change'
      ? planOf(corpus, asked.question)
      : scopeOf(corpus, asked.question);
  return { rows: rows.headings, columns: columns.headings };
}

function placeIn(table: Headings, { row, column }: CellKey): Place | null {
  const place = (axis: 'rows' | 'columns', ids: CellHeading): number | null =>
    ids === null ? null : table[axis].findIndex((each) => isSame(each.ids, ids));
  const found = { row: place('rows', row), column: place('columns', column) };
  return found.row === -1 || found.column === -1 ? null : found;
}

function isSame(ids: readonly string[], others: readonly string[]): boolean {
  return ids.length === others.length && ids.every((id, place) => id === others[place]);
}
