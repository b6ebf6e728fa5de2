// Codings of one kind stand at the same states of both axes, so that what adds up is counted by kind and spread at the end.
import type { Axis } from './axis.ts';
import type { CorpusSource } from './corpus.ts';
import { at, grown } from './numbers.ts';

/** A joint state of a coding is its state on the rows × coding states of the columns + its state on the columns. */
export class CodingKinds {
  /** How many kinds have been met so far, and at how many joint states they stand. */
  count = 0;
  stateCount = 0;
  /** Kind i stands at `states[first[i]]` … `states[first[i + 1] - 1]`, joint states by the order in which they were met. */
  first = new Int32Array(64);
  states = new Int32Array(256);

  private readonly rows: Axis;
  private readonly columns: Axis;
  /** By joint state: its number in `states` + 1, 0 for one not met yet. */
  private readonly numbers: Int32Array;
  /** By key on the rows, by key on the columns: the kind + 1, 0 for one not met yet. */
  private readonly known: (Int32Array | undefined)[] = [];

  constructor(rows: Axis, columns: Axis) {
    this.rows = rows;
    this.columns = columns;
    this.numbers = new Int32Array(rows.codingStates * columns.codingStates);
  }

  /** The number of a joint state among those met; -1 where no coding stands. */
  numberOf(joint: number): number {
    return at(this.numbers, joint) - 1;
  }

  /** Notes the kind of each coding listed. */
  note(listed: Listed): void {
    const { source, codings, kindOf } = listed;
    const down = this.rows.keysOf(source);
    const across = this.columns.keysOf(source);
    // The most usual table has codes on one axis and only text on the other: there the kind is looked up in one line.
    if (this.rows.codingKeys === 1) return this.noteLine(listed, across, (key) => [0, key]);
    if (this.columns.codingKeys === 1) return this.noteLine(listed, down, (key) => [key, 0]);
    for (let place = 0; place < codings.length; place++) {
      const coding = at(codings, place);
      const row = at(down, coding);
      const column = at(across, coding);
      const line = (this.known[row] ??= new Int32Array(this.columns.codingKeys));
      kindOf[coding] = (at(line, column) || (line[column] = this.open(row, column))) - 1;
    }
  }

  private noteLine(
    { codings, kindOf }: Listed,
    keys: Int32Array,
    ofBoth: (key: number) => readonly [row: number, column: number],
  ): void {
    const line = (this.known[0] ??= new Int32Array(this.rows.codingKeys * this.columns.codingKeys));
    for (let place = 0; place < codings.length; place++) {
      const coding = at(codings, place);
      const key = at(keys, coding);
      kindOf[coding] = (at(line, key) || (line[key] = this.open(...ofBoth(key)))) - 1;
    }
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
  readonly kindOf: Int32Array<ArrayBuffer>;
}
