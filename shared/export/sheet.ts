// A table on its way out of the program: sheets of plain cells, before they become csv or xlsx.

export interface Workbook {
  /** Stands in the document's properties. */
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  /** As a person would write it; the writer makes it valid and unique. */
  readonly name: string;
  /** Rows may differ in length. */
  readonly rows: readonly (readonly Cell[])[];
  /** The first rows that are headings: bold, kept in view, repeated on each printed page. */
  readonly headerRows: number;
  /** The same for the first columns; 0 when missing. */
  readonly headerColumns?: number;
  /** How deep the rows behind the headings stand under one another, in the words of one column; flat where it is missing. */
  readonly indent?: { readonly column: number; readonly depths: readonly number[] };
  /** Per column, in characters of Latin text; a missing or null one is taken from what the column holds. */
  readonly columnWidths?: readonly (number | null)[];
  /** How the numbers behind the headings are shown; as they are when missing. */
  readonly look?: NumberLook;
}

/** A share as per cent with one decimal; any other fraction with two. */
export type NumberLook = 'percent' | 'fraction';

/** Null is an empty cell: an undefined number is never written as 0. */
export type Cell = CellValue | LinkedCell;
export type CellValue = string | number | null;

/** A cell that opens another cell of the workbook, as a number opens its first quote. */
interface LinkedCell {
  readonly value: string | number;
  readonly to: CellPlace;
}

/** A place in a workbook: indexes of sheet, row and column, from 0. */
export interface CellPlace {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** What the cell says, without its link. A number that is not finite throws: what is undefined must be null. */
export function cellValue(cell: Cell): CellValue {
  const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error(`Not a number for a table: ${value}`);
  return value;
}

/** The place that the cell opens, or null. */
export function cellLink(cell: Cell): CellPlace | null {
  return typeof cell === 'object' && cell !== null ? cell.to : null;
}
