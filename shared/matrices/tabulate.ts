// One question, one table: every number that the program shows comes from here.
import type { Corpus } from './corpus.ts';
import { countCells, TEXT, type Counts } from './counting.ts';
import { measured, type Measured } from './measures.ts';
import { at } from './numbers.ts';
import { lineOf, planOf, type Plan } from './plan.ts';
import type { Measure, Numbers, Question, Scope, Table } from './question.ts';
import { talliesFor } from './tallies.ts';

/**
 * Answers a question: each measure for every cell, row, column and in all, for every panel and all panels together.
 * Codings count at their code and its ancestors, once each; totals count every coding, source, case, speaker and stretch
 * of text once and are no sums of cells.
 * Throws Refused when the question names what is not there, names a dimension twice, or asks for too many cells.
 */
export function tabulate(corpus: Corpus, question: Question): Table {
  const plan = planOf(corpus, question);
  const { read, uncoded, scope } = counted(plan, question);
  const asked = [...new Set(question.measures)].map((measure) => [measure, read(measure)] as const);
  const panels = plan.panels?.headings ?? [];
  return {
    rows: plan.rows.headings,
    columns: plan.columns.headings,
    ...numbersOf(plan, asked, null),
    uncoded: uncoded(null),
    panels: panels.map((heading, panel) => ({
      heading,
      ...numbersOf(plan, asked, panel),
      uncoded: uncoded(panel),
    })),
    scope,
  };
}

/** Counts what the question's measures need; `read` gives a measure by line of the plan when it is asked for. */
export function counted(
  plan: Plan,
  question: Question,
): {
  readonly read: (measure: Measure) => Measured;
  /** Of one panel, or of all together for null. */
  readonly uncoded: (panel: number | null) => Numbers['uncoded'];
  readonly scope: Scope;
} {
  const tallies = talliesFor(question);
  const counts = countCells(plan, tallies);
  return {
    read: measured(plan, question, tallies, counts),
    uncoded: (panel) => uncodedIn(plan, counts, panel),
    scope: counts.scope,
  };
}

/** The total of all is a number in any case. */
function uncodedIn(plan: Plan, { work }: Counts, panel: number | null): Numbers['uncoded'] {
  const { lines, columns } = plan;
  if (!work.subarray(0, -1).includes(TEXT)) return [];
  const rows = [...plan.rows.headings.keys(), null];
  return rows.map((row) => {
    const first = at(lines.textOf, lineOf(plan, panel, row)) * columns.textStates;
    const line = Array.from(columns.textOf, (text) => {
      const textCell = first + text;
      return textCell < work.length - 1 && work[textCell] === TEXT;
    });
    return line.includes(true) ? line : null;
  });
}

/** The numbers of one panel, or of all together for null. */
function numbersOf(
  plan: Plan,
  asked: readonly (readonly [Measure, Measured])[],
  panel: number | null,
): Omit<Numbers, 'uncoded'> {
  const numbers = {
    cells: {} as Record<Measure, (number | null)[][]>,
    rowTotals: {} as Record<Measure, (number | null)[]>,
    columnTotals: {} as Record<Measure, (number | null)[]>,
    total: {} as Record<Measure, number | null>,
    bases: {} as Record<Measure, number[][]>,
  };
  const all = lineOf(plan, panel, null);
  const lines = plan.rows.headings.map((_, row) => lineOf(plan, panel, row));
  for (const [measure, { line, base }] of asked) {
    const cells: (number | null)[][] = [];
    const bases: number[][] = [];
    for (const each of lines) {
      cells.push(line(each));
      if (base) bases.push(base(each).slice(0, -1));
    }
    // The total is the last of each line.
    numbers.rowTotals[measure] = cells.map((list) => list.pop() ?? null);
    numbers.cells[measure] = cells;
    numbers.columnTotals[measure] = line(all);
    numbers.total[measure] = numbers.columnTotals[measure].pop() ?? null;
    if (base) numbers.bases[measure] = bases;
  }
  return numbers;
}
