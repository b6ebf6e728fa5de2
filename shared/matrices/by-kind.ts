// Sums that add up over codings (references, weights, levels): by kind of coding, spread to the cells once at the end.
import { must } from '../must.ts';
import type { CodingKinds, Listed } from './kinds.ts';
import { at, grownReals, real } from './numbers.ts';
import { cellAt, type Plan } from './plan.ts';
import type { Tallies } from './tallies.ts';

export class ByKind {
  private readonly plan: Plan;
  private readonly tallies: Tallies;
  private readonly kinds: CodingKinds;
  /** By text cell: kind × tallies.added. */
  private readonly lines: (Float64Array<ArrayBuffer> | undefined)[] = [];

  constructor(plan: Plan, tallies: Tallies, kinds: CodingKinds) {
    this.plan = plan;
    this.tallies = tallies;
    this.kinds = kinds;
  }

  /** Adds the codings where the text has these states. */
  add({ source, codings, length, kindOf }: Listed, rowText: number, columnText: number): void {
    const { added, weights, levels } = this.tallies;
    const textCell = rowText * this.plan.columns.textStates + columnText;
    const line = grownReals(this.lines[textCell] ?? new Float64Array(0), this.kinds.count * added);
    this.lines[textCell] = line;
    for (let place = 0; place < length; place++) {
      const first = at(kindOf, at(codings, place)) * added;
      line[first] = real(line, first) + 1;
    }
    if (added === 1) return;
    const { weight, level } = source.codings;
    for (let place = 0; place < length; place++) {
      const coding = at(codings, place);
      const first = at(kindOf, coding) * added;
      if (weights !== -1 && !Number.isNaN(real(weight, coding))) {
        line[first + weights] = real(line, first + weights) + real(weight, coding);
        line[first + weights + 1] = real(line, first + weights + 1) + 1;
      }
      if (levels !== -1 && at(level, coding) > 0) {
        const ofLevel = first + levels + at(level, coding) - 1;
        line[ofLevel] = real(line, ofLevel) + 1;
      }
    }
  }

  /** By sum, by cell. */
  sums(cellCount: number): Float64Array[] {
    const sums = Array.from({ length: this.tallies.added }, () => new Float64Array(cellCount));
    for (const [textCell, line] of this.lines.entries()) if (line) this.spread(line, textCell, sums);
    return sums;
  }

  private spread(line: Float64Array, textCell: number, sums: readonly Float64Array[]): void {
    const { plan, kinds } = this;
    const { added } = this.tallies;
    const columnText = textCell % plan.columns.textStates;
    const rowText = (textCell - columnText) / plan.columns.textStates;
    const [references] = sums;
    const counted = Math.min(kinds.count, line.length / added);
    for (let kind = 0; kind < counted; kind++) {
      const count = real(line, kind * added);
      if (count === 0) continue;
      const last = at(kinds.first, kind + 1);
      for (let index = at(kinds.first, kind); index < last; index++) {
        const cell = cellAt(plan, rowText, columnText, at(kinds.states, index));
        if (cell === -1) continue;
        if (references) references[cell] = real(references, cell) + count;
        for (let which = 1; which < added; which++) {
          const sum = must(sums[which], 'a list per sum');
          sum[cell] = real(sum, cell) + real(line, kind * added + which);
        }
      }
    }
  }
}
