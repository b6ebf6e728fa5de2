// Ratings of cells as conditions, as they are written: cell:MATRIX/HEADING>=N, of the cells of the cases there.
import type { SavedQuestion } from '../../../shared/contract/saved-matrices.ts';
import { isReport } from '../../../shared/matrices/is-report.ts';

interface WrittenCondition {
  readonly matrix: string;
  readonly heading: string;
  /** A rating, 1 to 5. */
  readonly least: string;
}

const grammar = /^cell[:：](.+)\/([^/]+?)\s*(?:>=|≥)\s*([1-5])$/su;

/** Null for another form. */
export function readCellCondition(text: string): WrittenCondition | null {
  const [, matrix, heading = '', least = ''] = grammar.exec(text) ?? [];
  return matrix === undefined ? null : { matrix: matrix.trim(), heading: heading.trim(), least };
}

export function cellConditionText({ matrix, heading, least }: WrittenCondition): string {
  return `cell:${matrix}/${heading}>=${least}`;
}

/** The dimension that stands against the cases; null where the cases are no axis, or something is nested. */
export function headingDimension(question: SavedQuestion): string | null {
  if (isReport(question)) return null;
  const { rows, columns } = question;
  const across = rows.join() === 'case' ? columns : columns.join() === 'case' ? rows : [];
  return across.length === 1 ? (across[0] ?? null) : null;
}
