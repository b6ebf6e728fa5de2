// Counts how many different cases (or speakers) stand in each cell, from pairs told in any order and repeatedly.
import { at, grown } from './numbers.ts';

export class Pairs {
  /** By member: its latest pair, from which `previous` leads through all others; -1 ends. */
  private readonly latest: Int32Array;
  private previous = new Int32Array(1024);
  private cells = new Int32Array(1024);
  private length = 0;

  constructor(members: number) {
    this.latest = new Int32Array(members).fill(-1);
  }

  add(member: number, cell: number): void {
    if (this.length === this.cells.length) {
      this.previous = grown(this.previous, this.length + 1);
      this.cells = grown(this.cells, this.length + 1);
    }
    this.previous[this.length] = at(this.latest, member);
    this.cells[this.length] = cell;
    this.latest[member] = this.length++;
  }

  /** The number of different members by cell. */
  count(cells: number): Int32Array {
    const counts = new Int32Array(cells);
    if (this.length === 0) return counts;
    const lastMember = new Int32Array(cells).fill(-1);
    for (let member = 0; member < this.latest.length; member++) {
      for (let pair = at(this.latest, member); pair !== -1; pair = at(this.previous, pair)) {
        const cell = at(this.cells, pair);
        if (at(lastMember, cell) === member) continue;
        lastMember[cell] = member;
        counts[cell] = at(counts, cell) + 1;
      }
    }
    return counts;
  }
}
