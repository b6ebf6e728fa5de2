// Ratings of cells as conditions of a truth table: the cells of the cases at one heading of a saved matrix.
import type { RatedHeading } from '../../../../shared/contract/saved-matrices.ts';
import type { Corpus } from '../../../../shared/matrices/corpus.ts';
import { parseDimension } from '../../../../shared/matrices/dimensions.ts';
import { isReport } from '../../../../shared/matrices/is-report.ts';
import { fold } from '../../../../shared/names.ts';
import { Refused } from '../../../../shared/refused.ts';
import type { Readable } from '../../store/connection.ts';
import { ratings } from '../cells.ts';
import { findMatrix, savedMatrices } from '../saved.ts';
import { placeOfCode } from './scope.ts';

/** cell:MATRIX/HEADING>=N, of ratings from 1 to 5. */
const grammar = /^cell[:：](.+)\/([^/]+?)\s*(?:>=|≥)\s*([1-5])$/su;

export interface CellCondition {
  readonly name: string;
  /** By the id of a case; a case whose cell is not rated is missing. */
  readonly of: ReadonlyMap<string, 0 | 1>;
}

/** Refuses another form, a matrix without the cases on an axis, and a heading without ratings. */
export function cellCondition(db: Readable, corpus: Corpus, text: string): CellCondition {
  const [, reference, written = '', least = ''] = grammar.exec(text) ?? [];
  if (reference === undefined) throw new Refused('refused.not-a-cell-rating', { text });
  const { uid, name: matrix } = findMatrix(db, reference.trim());
  const rated = ratedCells(db).filter((cell) => cell.uid === uid);
  const isOfCodes = rated.some(({ dimension }) => parseDimension(dimension).kind === 'code');
  const heading = isOfCodes ? (corpus.codes[placeOfCode(corpus, written)]?.id ?? written) : written;
  const found = rated.filter((cell) => fold(cell.heading) === fold(heading));
  if (found.length === 0) {
    const known = [...new Set(rated.map((cell) => cell.heading))];
    throw new Refused('refused.heading-without-ratings', { matrix, heading: written, known });
  }
  return {
    name: `${heading}≥${least}`,
    of: new Map(found.map(({ case: of, rating }) => [of, rating >= Number(least) ? 1 : 0])),
  };
}

/** What can be a condition: the headings of saved matrices at which cells of cases are rated. */
export function ratedHeadings(db: Readable): RatedHeading[] {
  const headings = ratedCells(db).map(({ matrix, heading }) => ({ matrix, heading }));
  return [...new Map(headings.map((each) => [`${each.matrix}/${each.heading}`, each])).values()];
}

interface RatedCell extends RatedHeading {
  /** Of the matrix. */
  readonly uid: string;
  /** Of the heading; in the grammar of parseDimension. */
  readonly dimension: string;
  /** Its id. */
  readonly case: string;
  readonly rating: number;
}

function ratedCells(db: Readable): RatedCell[] {
  return savedMatrices(db).flatMap(({ uid, name: matrix, question }): RatedCell[] => {
    if (isReport(question)) return [];
    const { rows, columns } = question;
    const inRows = rows.join() === 'case';
    const [dimension, ...nested] = inRows ? columns : rows;
    if ((!inRows && columns.join() !== 'case') || dimension === undefined || nested.length > 0) return [];
    return ratings(db, uid).flatMap(({ row, column, rating }) => {
      const of = (inRows ? row : column)?.[0];
      const heading = (inRows ? column : row)?.[0];
      if (of === undefined || heading === undefined) return [];
      return [{ uid, matrix, dimension, heading, case: of, rating }];
    });
  });
}
