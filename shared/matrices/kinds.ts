// Codings of one kind stand at the same states of both axes, so that what adds up is counted by kind and spread at the end.
import type { Axis } from './axis.ts';
import type { CorpusSource } from './corpus.ts';
import { at, grown } from './numbers.ts';

/** A joint state of a coding is its state on the rows × coding states of the columns + its state on the columns. */
export class CodingKinds {
  /** How many kinds are known so far, and at how many joint states they stand. */
  count = 0;
  stateCount = 0;
  /** Kind i stands at `states[first[i]]` … `states[first[i + 1] - 1]`, joint states by the order in which they were met. */
  first = new Int32Array(64);
  states = new Int32Array(256);

  private readonly rows: Axis;
  private readonly columns: Axis;
  /** By joint state: its number in `states` + 1, 0 for one not met yet. */
  private readonly numbers: Int32Array;
  /** Where only one axis tells codings apart, as in the most usual tables, a coding's key there is its kind. */
  private readonly telling: Axis | null;
  /** Else, by key on the rows, by key on the columns: the kind + 1, 0 for one not met yet. */
  private readonly known: (Int32Array | undefined)[] = [];
  private kindOf = new Int32Array(64);

  constructor(rows: Axis, columns: Axis) {
    this.rows = rows;
    this.columns = columns;
    this.numbers = new Int32Array(rows.codingStates * columns.codingStates);
    this.telling = columns.codingKeys === 1 ? rows : rows.codingKeys === 1 ? columns : null;
    for (let key = 0; key < (this.telling?.codingKeys ?? 0); key++) {
      this.open(this.telling === rows ? key : 0, this.telling === rows ? 0 : key);
    }
  }

  /** The number of a joint state among those met; -1 where no coding stands. */
  numberOf(joint: number): number {
    return at(this.numbers, joint) - 1;
  }

  /** By place in the source's block: the kind of each coding listed. To be read before the next call. */
  kindsOf(source: CorpusSource, codings: Int32Array): Int32Array {
    if (this.telling !== null) return this.telling.keysOf(source);
    const down = this.rows.keysOf(source);
    const across = this.columns.keysOf(source);
    this.kindOf = grown(this.kindOf, source.codings.start.length);
    const { kindOf, known } = this;
    for (let place = 0; place < codings.length; place++) {
      const coding = at(codings, place);
      const row = at(down, coding);
      const column = at(across, coding);
      const line = (known[row] ??= new Int32Array(this.columns.codingKeys));
      kindOf[coding] = (at(line, column) || (line[column] = this.open(row, column))) - 1;
    }
    return kindOf;
  }

  /** Answers the new number of kinds. */
  private open(row: number, column: number): number {
    const across = this.columns.statesOf(column);
    let length = at(this.first, this.count);
    for (const state of this.rows.statesOf(row)) {
      this.states = grown(this.states, length + across.length);
      for (const other of across) {
        const joint = state * this.columns.codingStates + other;
        if (at(this.numbers, joint) === 0) this.numbers[joint] = ++this.stateCount;
        this.states[length++] = this.numberOf(joint);
      }
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
  /** By place in the source's block: the coding's kind. */
  readonly kindOf: Int32Array;
}
