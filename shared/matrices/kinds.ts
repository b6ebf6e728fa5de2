// Codings of one kind stand at the same states of both axes, so that what adds up is counted by kind and spread at the end.
import type { Axis } from './axis.ts';
import type { CorpusSource } from './corpus.ts';
import { at, grown } from './numbers.ts';

/** A joint state of a coding is its state on the rows × coding states of the columns + its state on the columns. */
export class CodingKinds {
  /** How many kinds have been met so far. */
  count = 0;
  /** Kind i has the joint states `states[first[i]]` … `states[first[i + 1] - 1]`. */
  first = new Int32Array(64);
  states = new Int32Array(256);
  /** How many joint states there are. */
  readonly jointStates: number;

  private readonly rows: Axis;
  private readonly columns: Axis;
  /** By key on the rows, by key on the columns: the kind + 1, 0 for one not met yet. */
  private readonly known: (Int32Array | undefined)[] = [];

  constructor(rows: Axis, columns: Axis) {
    this.rows = rows;
    this.columns = columns;
    this.jointStates = rows.codingStates * columns.codingStates;
  }

  /** Notes the kind of each coding of the list. */
  fill(source: CorpusSource, listed: Omit<Listed, 'source'>): void {
    const { codingKey: rowKey, codingKeys: down } = this.rows;
    const { codingKey: columnKey, codingKeys: across, keys } = this.columns;
    const { codings, length, kindOf } = listed;
    // The most usual table has codes across and only text down: there the kind is looked up in one line by one column.
    if (down === 1 && keys !== undefined) return this.fillLine(keys(source), listed);
    for (let place = 0; place < length; place++) {
      const coding = at(codings, place);
      const row = rowKey(source, coding);
      const column = columnKey(source, coding);
      const byColumn = (this.known[row] ??= new Int32Array(across));
      if (at(byColumn, column) === 0) byColumn[column] = this.open(row, column);
      kindOf[coding] = at(byColumn, column) - 1;
    }
  }

  private fillLine(columns: Int32Array, { codings, length, kindOf }: Omit<Listed, 'source'>): void {
    const byColumn = (this.known[0] ??= new Int32Array(this.columns.codingKeys));
    for (let place = 0; place < length; place++) {
      const coding = at(codings, place);
      const column = at(columns, coding);
      if (at(byColumn, column) === 0) byColumn[column] = this.open(0, column);
      kindOf[coding] = at(byColumn, column) - 1;
    }
  }

  /** Answers the new number of kinds. */
  private open(row: number, column: number): number {
    const across = this.columns.statesOf(column);
    let length = at(this.first, this.count);
    for (const state of this.rows.statesOf(row)) {
      this.states = grown(this.states, length + across.length);
      for (const other of across) this.states[length++] = state * this.columns.codingStates + other;
    }
    this.first = grown(this.first, this.count + 2);
    this.first[++this.count] = length;
    return this.count;
  }
}

/** Codings of one region in the order of the text: their places in the source's block. */
export interface Listed {
  readonly source: CorpusSource;
  readonly codings: Int32Array;
  readonly length: number;
  /** By place in the source's block: the coding's kind. */
  readonly kindOf: Int32Array<ArrayBuffer>;
}
