// Sums that add up over codings (references, weights, levels): by kind of coding, spread to the states once at the end.
import type { CodingKinds, Listed } from './kinds.ts';
import { at, grown, grownReals, real } from './numbers.ts';
import type { RealSums } from './sums.ts';
import type { Tallies } from './tallies.ts';

export class ByKind {
  /** The kinds of the region at hand: the first so many of `used`. */
  usedCount = 0;
  used = new Int32Array(64);

  private readonly tallies: Tallies;
  private readonly kinds: CodingKinds;
  /** Of the region at hand, kind × tallies.added; all 0 but for the kinds in use. */
  private region = new Float64Array(64);
  /** By text cell: kind × tallies.added. */
  private readonly lines: RealSums = [];

  constructor(tallies: Tallies, kinds: CodingKinds) {
    this.tallies = tallies;
    this.kinds = kinds;
  }

  /** Adds the codings of a region to all its text cells. */
  add(listed: Listed, textCells: readonly number[]): void {
    const { added } = this.tallies;
    this.clear();
    this.count(listed);
    const { used, usedCount, region, lines } = this;
    for (const textCell of textCells) {
      const line = grownReals(lines[textCell] ?? new Float64Array(0), this.kinds.count * added);
      lines[textCell] = line;
      for (let place = 0; place < usedCount; place++) {
        const first = at(used, place) * added;
        for (let which = first; which < first + added; which++)
          line[which] = real(line, which) + real(region, which);
      }
    }
  }

  /** By sum of the tallies. */
  sums(): RealSums[] {
    const { added } = this.tallies;
    const { count, stateCount, first, states } = this.kinds;
    const sums = Array.from({ length: added }, (): RealSums => []);
    for (const [textCell, line] of this.lines.entries()) {
      if (line === undefined) continue;
      for (const [which, sum] of sums.entries()) {
        const spread = new Float64Array(stateCount);
        for (let kind = 0; kind < count && kind * added < line.length; kind++) {
          const value = real(line, kind * added + which);
          if (value === 0) continue;
          const last = at(first, kind + 1);
          for (let index = at(first, kind); index < last; index++) {
            const state = at(states, index);
            spread[state] = real(spread, state) + value;
          }
        }
        sum[textCell] = spread;
      }
    }
    return sums;
  }

  private count({ source, codings, kindOf }: Listed): void {
    const { added, weights, levels } = this.tallies;
    this.region = grownReals(this.region, this.kinds.count * added);
    this.used = grown(this.used, this.kinds.count);
    const { region, used } = this;
    let { usedCount } = this;
    for (let place = 0; place < codings.length; place++) {
      const kind = at(kindOf, at(codings, place));
      const references = real(region, kind * added);
      if (references === 0) used[usedCount++] = kind;
      region[kind * added] = references + 1;
    }
    this.usedCount = usedCount;
    if (added === 1) return;
    const { weight, level } = source.codings;
    for (let place = 0; place < codings.length; place++) {
      const coding = at(codings, place);
      const first = at(kindOf, coding) * added;
      if (weights !== -1 && !Number.isNaN(real(weight, coding))) {
        region[first + weights] = real(region, first + weights) + real(weight, coding);
        region[first + weights + 1] = real(region, first + weights + 1) + 1;
      }
      if (levels !== -1 && at(level, coding) > 0) {
        const ofLevel = first + levels + at(level, coding) - 1;
        region[ofLevel] = real(region, ofLevel) + 1;
      }
    }
  }

  private clear(): void {
    const { added } = this.tallies;
    for (let place = 0; place < this.usedCount; place++) {
      const first = at(this.used, place) * added;
      for (let which = first; which < first + added; which++) this.region[which] = 0;
    }
    this.usedCount = 0;
  }
}
