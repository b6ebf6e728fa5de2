// Sums that add up over codings (references, weights, levels): by kind of coding, spread to the cells once at the end.
import { must } from '../must.ts';
import type { CodingKinds, Listed } from './kinds.ts';
import { at, grownReals, real } from './numbers.ts';
import { cellsAt, type Plan } from './plan.ts';
import type { Tallies } from './tallies.ts';

export class ByKind {
  private readonly plan: Plan;
  private readonly tallies: Tallies;
  private readonly kinds: CodingKinds;
  /** By list of cells (see Plan.cellLists): kind × tallies.added. */
  private readonly lines: (Float64Array<ArrayBuffer> | undefined)[] = [];

  constructor(plan: Plan, tallies: Tallies, kinds: CodingKinds) {
    this.plan = plan;
    this.tallies = tallies;
    this.kinds = kinds;
  }

  /** Adds the codings once for all cells of a list. */
  add({ source, codings, length, kindOf }: Listed, cells: number): void {
    const { added, weights, levels } = this.tallies;
    const line = grownReals(this.lines[cells] ?? new Float64Array(0), this.kinds.count * added);
    this.lines[cells] = line;
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
    for (const [textCell, line] of this.byText().entries()) if (line) this.spread(line, textCell, sums);
    return sums;
  }

  /** The lists joined by text cell: each is then brought to its cells once, which costs more than joining. */
  private byText(): (Float64Array | undefined)[] {
    const { plan, lines } = this;
    const joined: (Float64Array | undefined)[] = [];
    for (const [place, line] of lines.entries()) {
      if (line === undefined) continue;
      const { rows, columns } = must(plan.cellLists.lists[place], 'a list of cells');
      for (let index = 0; index < rows.length; index++) {
        const textCell =
          must(rows[index], 'a row') * plan.columns.textStates + must(columns[index], 'a column per row');
        const sum = (joined[textCell] ??= new Float64Array(this.kinds.count * this.tallies.added));
        for (let kind = 0; kind < line.length && kind < sum.length; kind++) {
          sum[kind] = real(sum, kind) + real(line, kind);
        }
      }
    }
    return joined;
  }

  private spread(line: Float64Array, textCell: number, sums: readonly Float64Array[]): void {
    const { plan, kinds } = this;
    const { added } = this.tallies;
    const columnText = textCell % plan.columns.textStates;
    const cellAt = cellsAt(plan, (textCell - columnText) / plan.columns.textStates, columnText);
    const [references] = sums;
    for (let kind = 0; kind < kinds.count; kind++) {
      const count = real(line, kind * added);
      if (count === 0) continue;
      const last = at(kinds.first, kind + 1);
      for (let index = at(kinds.first, kind); index < last; index++) {
        const cell = cellAt(at(kinds.states, index));
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
