// Sums that add up over codings (references, weights, levels): by kind of coding, spread to the states once at the end.
import { must } from '../must.ts';
import type { CodingKinds, Listed } from './kinds.ts';
import { at, grown, grownReals, real } from './numbers.ts';
import type { RealSums } from './sums.ts';
import type { Tallies } from './tallies.ts';

export class ByKind {
  private readonly tallies: Tallies;
  private readonly kinds: CodingKinds;
  /** By sum of the tallies, by text cell: a number for each kind. */
  private readonly byKind: readonly RealSums[];
  /** Some of the codings of a region. */
  private some = new Int32Array(64);

  constructor(tallies: Tallies, kinds: CodingKinds) {
    this.tallies = tallies;
    this.kinds = kinds;
    this.byKind = Array.from({ length: tallies.added }, () => []);
  }

  /** Adds the codings of a region to all its text cells. */
  add(listed: Listed, textCells: readonly number[]): void {
    const { references, weights, levels } = this.tallies;
    const { weight, level } = listed.source.codings;
    this.count(references, textCells, listed);
    if (weights !== -1) {
      const weighted = this.only(listed, (coding) => !Number.isNaN(real(weight, coding)));
      this.count(weights + 1, textCells, weighted);
      this.addUp(weights, textCells, weighted, weight);
    }
    if (levels === -1) return;
    for (let place = 0; place < 3; place++) {
      const ofLevel = this.only(listed, (coding) => at(level, coding) === place + 1);
      this.count(levels + place, textCells, ofLevel);
    }
  }

  /** By sum of the tallies. */
  sums(): RealSums[] {
    const { count, stateCount, first, states } = this.kinds;
    return this.byKind.map((lines) =>
      lines.map((line) => {
        if (line === undefined) return line;
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
      }),
    );
  }

  private count(sum: number, textCells: readonly number[], { codings, kindOf }: Listed): void {
    for (const textCell of textCells) {
      const line = this.lineAt(sum, textCell);
      for (let place = 0; place < codings.length; place++) {
        const kind = at(kindOf, at(codings, place));
        line[kind] = real(line, kind) + 1;
      }
    }
  }

  private addUp(
    sum: number,
    textCells: readonly number[],
    { codings, kindOf }: Listed,
    values: Float64Array,
  ): void {
    for (const textCell of textCells) {
      const line = this.lineAt(sum, textCell);
      for (let place = 0; place < codings.length; place++) {
        const coding = at(codings, place);
        const kind = at(kindOf, coding);
        line[kind] = real(line, kind) + real(values, coding);
      }
    }
  }

  private lineAt(sum: number, textCell: number): Float64Array {
    const lines = must(this.byKind[sum], 'a sum of the tallies');
    return (lines[textCell] = grownReals(lines[textCell] ?? new Float64Array(0), this.kinds.count));
  }

  /** To be read before the next call. */
  private only({ codings, ...rest }: Listed, test: (coding: number) => boolean): Listed {
    this.some = grown(this.some, codings.length);
    let count = 0;
    for (let place = 0; place < codings.length; place++) {
      const coding = at(codings, place);
      if (test(coding)) this.some[count++] = coding;
    }
    return { ...rest, codings: this.some.subarray(0, count) };
  }
}
