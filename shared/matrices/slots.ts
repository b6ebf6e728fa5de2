// The sums of one region of a source while its codings are counted: few cells are in use there, each with a slot.
import { at, grown, grownReals, real } from './numbers.ts';
import { firstText, type Tallies } from './tallies.ts';

/** What a coding adds to every cell in which it counts. */
export interface Addition {
  passage: number;
  /** NaN for none. */
  weight: number;
  /** 0 for none. */
  level: number;
  /** By covered text: the ordinals between which the coding covers it. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Places, in the source's own list, of the cases and speakers that the coding meets: the first `met` entries. */
  members: Int32Array;
  met: number;
}

export class Slots {
  /** How many slots are in use, the states on both axes that each stands for, and its sums (slot × tallies.width). */
  used = 0;
  rows = new Int32Array(64);
  columns = new Int32Array(64);
  sums = new Float64Array(64);
  /** By slot × members of the source: 1 for those met. */
  members = new Int32Array(64);

  /** Some sum needs the addition's passage, weight or level. */
  readonly hasProperties: boolean;

  private readonly tallies: Tallies;
  private readonly width: number;
  private readonly texts: number;
  /** By row state × column states + column state: its slot + 1, 0 for none. */
  private slotAt = new Int32Array(64);
  /** By slot × covered text: up to where text is counted. Codings come in the order of their starts. */
  private cover = new Int32Array(64);
  private passage = new Int32Array(64);
  private memberCount = 0;
  private columnStates = 1;

  constructor(tallies: Tallies) {
    this.tallies = tallies;
    this.width = tallies.width;
    this.texts = tallies.covered.length;
    this.hasProperties = tallies.passages !== -1 || tallies.weights !== -1 || tallies.levels !== -1;
  }

  /** Empties all slots, for a region of a source with so many members; the states are the same for all of a table. */
  begin(rowStates: number, columnStates: number, members: number): void {
    for (let slot = 0; slot < this.used; slot++) {
      this.slotAt[at(this.rows, slot) * columnStates + at(this.columns, slot)] = 0;
    }
    this.sums.fill(0, 0, this.used * this.width);
    this.cover.fill(0, 0, this.used * this.texts);
    this.members.fill(0, 0, this.used * this.memberCount);
    this.used = 0;
    this.memberCount = members;
    this.columnStates = columnStates;
    this.slotAt = grown(this.slotAt, rowStates * columnStates);
  }

  /** Counts a coding at a state of the rows and several of the columns; it is added at most once to a cell. */
  add(row: number, columns: Int32Array, addition: Addition): void {
    const { width, texts } = this;
    const first = row * this.columnStates;
    const { from, to, members, met } = addition;
    for (let index = 0; index < columns.length; index++) {
      const column = at(columns, index);
      let slot = at(this.slotAt, first + column) - 1;
      if (slot === -1) slot = this.open(row, column);
      const { sums, cover } = this;
      const place = slot * width;
      sums[place] = real(sums, place) + 1;
      for (let which = 0; which < texts; which++) {
        const known = at(cover, slot * texts + which);
        const end = at(to, which);
        if (end <= known) continue;
        const start = at(from, which);
        sums[place + firstText + which] =
          real(sums, place + firstText + which) + end - (start > known ? start : known);
        cover[slot * texts + which] = end;
      }
      if (this.hasProperties) this.addProperties(slot, addition);
      for (let which = 0; which < met; which++) {
        this.members[slot * this.memberCount + at(members, which)] = 1;
      }
    }
  }

  private addProperties(slot: number, { passage, weight, level }: Addition): void {
    const { width, passages, weights, levels } = this.tallies;
    const { sums } = this;
    const place = slot * width;
    if (passages !== -1 && at(this.passage, slot) !== passage) {
      this.passage[slot] = passage;
      sums[place + passages] = real(sums, place + passages) + 1;
    }
    if (weights !== -1 && !Number.isNaN(weight)) {
      sums[place + weights] = real(sums, place + weights) + weight;
      sums[place + weights + 1] = real(sums, place + weights + 1) + 1;
    }
    if (levels !== -1 && level !== 0) {
      const column = place + levels + level - 1;
      sums[column] = real(sums, column) + 1;
    }
  }

  private open(row: number, column: number): number {
    const slot = this.used++;
    this.rows = grown(this.rows, this.used);
    this.columns = grown(this.columns, this.used);
    this.passage = grown(this.passage, this.used);
    this.sums = grownReals(this.sums, this.used * this.width);
    this.cover = grown(this.cover, this.used * this.texts);
    this.members = grown(this.members, this.used * this.memberCount);
    this.slotAt[row * this.columnStates + column] = slot + 1;
    this.rows[slot] = row;
    this.columns[slot] = column;
    this.passage[slot] = -1;
    this.sums[slot * this.width + this.tallies.sources] = 1;
    return slot;
  }
}
