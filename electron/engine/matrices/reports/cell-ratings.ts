// Ratings of cells as conditions of a truth table: the cells of the cases at one heading of a saved matrix.
import type { RatedHeading } from '../../../../shared/contract/saved-matrices.ts';
import type { Corpus, CorpusEntry } from '../../../../shared/matrices/corpus.ts';
import { parseDimension } from '../../../../shared/matrices/dimensions.ts';
import { valueThings } from '../../../../shared/matrices/filters.ts';
import { isReport } from '../../../../shared/matrices/is-report.ts';
import { labelOf } from '../../../../shared/matrices/labels.ts';
import { anyDepth, valuesOf } from '../../../../shared/matrices/values.ts';
import { named, type Named } from '../../../../shared/names.ts';
import { Refused } from '../../../../shared/refused.ts';
import type { Readable } from '../../store/connection.ts';
import { headingDimension, readCellCondition } from '../cell-conditions.ts';
import { ratings } from '../cells.ts';
import { findMatrix, savedMatrices } from '../saved.ts';

export interface CellCondition {
  readonly name: string;
  /** By the id of a case; a case whose cell is not rated is missing. */
  readonly of: ReadonlyMap<string, 0 | 1>;
}

/** Refuses another form, a matrix without the cases on an axis, and a heading without ratings. */
export function cellCondition(db: Readable, corpus: Corpus, text: string): CellCondition {
  const written = readCellCondition(text);
  if (written === null) throw new Refused('refused.not-a-cell-rating', { text });
  const { least } = written;
  const { uid, name: matrix } = findMatrix(db, written.matrix);
  const rated = ratedCells(db, corpus).filter((cell) => cell.uid === uid);
  const heading = named(headingThings(rated), written.heading)?.uid;
  const found = rated.filter((cell) => cell.heading === heading);
  const [first] = found;
  if (first === undefined) {
    const known = [...new Set(rated.map(({ name }) => name))];
    throw new Refused('refused.heading-without-ratings', { matrix, heading: written.heading, known });
  }
  return {
    name: `${first.name}≥${least}`,
    of: new Map(found.map(({ case: of, rating }) => [of, rating >= Number(least) ? 1 : 0])),
  };
}

/** What can be a condition: the headings of saved matrices at which cells of cases are rated. */
export function ratedHeadings(db: Readable, corpus: Corpus): RatedHeading[] {
  const headings = ratedCells(db, corpus).map(({ matrix, heading, name }) => ({ matrix, heading, name }));
  return [...new Map(headings.map((each) => [`${each.matrix}/${each.heading}`, each])).values()];
}

interface RatedCell extends RatedHeading {
  /** Of the matrix. */
  readonly uid: string;
  /** Of the heading: what it is found by. */
  readonly thing: Named;
  /** Its id. */
  readonly case: string;
  readonly rating: number;
}

const headingThings = (rated: readonly RatedCell[]): Named[] => [
  ...new Map(rated.map(({ heading, thing }) => [heading, thing])).values(),
];

function ratedCells(db: Readable, corpus: Corpus): RatedCell[] {
  return savedMatrices(db).flatMap(({ uid, name: matrix, question }): RatedCell[] => {
    const dimension = headingDimension(question);
    if (dimension === null || isReport(question)) return [];
    const inRows = question.rows.join() === 'case';
    const cells = ratings(db, uid);
    const entries = cells.length === 0 ? [] : valuesOf(corpus, anyDepth(parseDimension(dimension))).entries;
    const [things, names] = [valueThings(entries), entries.map(nameOf)];
    return cells.flatMap(({ row, column, rating }) => {
      const of = (inRows ? row : column)?.[0];
      const heading = (inRows ? column : row)?.[0];
      if (of === undefined || heading === undefined) return [];
      const place = entries.findIndex(({ id }) => id === heading);
      const name = names[place] ?? heading;
      const thing = { ...things[place], uid: heading, names: things[place]?.names ?? [heading] };
      return [{ uid, matrix, heading, name, thing, case: of, rating }];
    });
  });
}

/** A code goes by its short id, as solutions have it. */
const nameOf = (entry: CorpusEntry): string =>
  entry.uid === undefined || entry.id === entry.uid ? labelOf(entry) : entry.id;
