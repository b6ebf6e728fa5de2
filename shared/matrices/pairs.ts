// Counts how many different cases (or speakers) stand in each cell, from pairs told in any order and repeatedly.
import { at, grown } from './numbers.ts';

export class Pairs {
  private members = new Int32Array(1024);
  private cells = new Int32Array(1024);
  private length = 0;
  private readonly memberCount: number;

  constructor(memberCount: number) {
    this.memberCount = memberCount;
  }

  add(member: number, cell: number): void {
    if (this.length === this.cells.length) {
      this.members = grown(this.members, this.length + 1);
      this.cells = grown(this.cells, this.length + 1);
    }
    this.members[this.length] = member;
    this.cells[this.length++] = cell;
  }

  /** The number of different members by cell. */
  count(cells: number): Int32Array {
    const counts = new Int32Array(cells);
    if (this.length === 0) return counts;
    const { first, sorted } = this.byMember();
    const lastMember = new Int32Array(cells).fill(-1);
    for (let member = 0; member < this.memberCount; member++) {
      for (let place = at(first, member); place < at(first, member + 1); place++) {
        const cell = at(sorted, place);
        if (at(lastMember, cell) === member) continue;
        lastMember[cell] = member;
        counts[cell] = at(counts, cell) + 1;
      }
    }
    return counts;
  }

  /** The cells of member i are `sorted[first[i]]` … `sorted[first[i + 1] - 1]`: a counting sort. */
  private byMember(): { first: Int32Array; sorted: Int32Array } {
    const { members, cells, length } = this;
    const first = new Int32Array(this.memberCount + 1);
    for (let pair = 0; pair < length; pair++) {
      const next = at(members, pair) + 1;
      first[next] = at(first, next) + 1;
    }
    for (let member = 0; member < this.memberCount; member++) {
      first[member + 1] = at(first, member + 1) + at(first, member);
    }
    const next = first.slice();
    const sorted = new Int32Array(length);
    for (let pair = 0; pair < length; pair++) {
      const member = at(members, pair);
      const place = at(next, member);
      sorted[place] = at(cells, pair);
      next[member] = place + 1;
    }
    return { first, sorted };
  }
}
