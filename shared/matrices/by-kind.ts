// Sums that add up over codings (references, weights, levels): by kind of coding, spread to the states once at the end.
import { must } from '../must.ts';
import type { CodingKinds, Listed } from './kinds.ts';
import { at, grownReals, real } from './numbers.ts';
import type { RealSums } from './sums.ts';
import type { Tallies } from './tallies.ts';

export class ByKind {
  private readonly tallies: Tallies;
  private readonly kinds: CodingKinds;
  /** By sum of the tallies, by text cell: a number for each kind. */
  private readonly byKind: readonly RealSums[];

  constructor(tallies: Tallies, kinds: CodingKinds) {
    this.tallies = tallies;
    this.kinds = kinds;
    this.byKind = Array.from({ length: tallies.added }, () => []);
  }

  /** Adds the codings of a region to all its text cells. */
  add(listed: Listed, textCells: readonly number[]): void {
    const { references, weights, levels } = this.tallies;
    for (const textCell of textCells) {
      count(this.lineAt(references, textCell), listed);
      if (weights !== -1) {
        addWeights(this.lineAt(weights, textCell), this.lineAt(weights + 1, textCell), listed);
      }
      if (levels !== -1) {
        const ofLevels = [levels, levels + 1, levels + 2].map((sum) => this.lineAt(sum, textCell));
        countLevels(ofLevels, listed);
      }
    }
  }

  /** A sum of the tallies, at every text cell. */
  sums(sum: number): RealSums {
    const lines = must(this.byKind[sum], 'a sum of the tallies');
    return lines.map((_, textCell) => this.sumsAt(sum, textCell));
  }

  /** A sum at one text cell. */
  sumsAt(sum: number, textCell: number): RealSums[number] {
    const line = this.byKind[sum]?.[textCell];
    if (line === undefined) return line;
    const { count, stateCount, first, states } = this.kinds;
    const spread = new Float64Array(stateCount);
    for (let kind = 0; kind < count && kind < line.length; kind++) {
      const value = real(line, kind);
      if (value === 0) continue;
      const last = at(first, kind + 1);
      for (let index = at(first, kind); index < last; index++) {
        const state = at(states, index);
        spread[state] = real(spread, state) + value;
      }
    }
    return spread;
  }

  private lineAt(sum: number, textCell: number): Float64Array {
    const lines = must(this.byKind[sum], 'a sum of the tallies');
    return (lines[textCell] = grownReals(lines[textCell] ?? new Float64Array(0), this.kinds.count));
  }
}

function count(line: Float64Array, { codings, kindOf }: Listed): void {
  for (let place = 0; place < codings.length; place++) {
    const kind = at(kindOf, at(codings, place));
    line[kind] = real(line, kind) + 1;
  }
}

function addWeights(sums: Float64Array, counts: Float64Array, { source, codings, kindOf }: Listed): void {
  const { weight } = source.codings;
  for (let place = 0; place < codings.length; place++) {
    const coding = at(codings, place);
    if (Number.isNaN(real(weight, coding))) continue;
    const kind = at(kindOf, coding);
    sums[kind] = real(sums, kind) + real(weight, coding);
    counts[kind] = real(counts, kind) + 1;
  }
}

function countLevels(ofLevels: readonly Float64Array[], { source, codings, kindOf }: Listed): void {
  const { level } = source.codings;
  for (let place = 0; place < codings.length; place++) {
    const coding = at(codings, place);
    const line = ofLevels[at(level, coding) - 1];
    if (line === undefined) continue;
    const kind = at(kindOf, coding);
    line[kind] = real(line, kind) + 1;
  }
}
