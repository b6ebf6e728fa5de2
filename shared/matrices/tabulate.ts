// One question, one table: every number that the program shows comes from here.
import type { Corpus } from './corpus.ts';
import { countCells } from './counting.ts';
import { measured } from './measures.ts';
import { planOf } from './plan.ts';
import type { Measure, Question, Table } from './question.ts';
import { talliesFor } from './tallies.ts';

/**
 * Answers a question: each measure for every cell, row, column and in all. Codings count at their code and its ancestors,
 * once each; totals count every coding, source, case, speaker and stretch of text once and are no sums of cells.
 * Throws Refused when the question names what is not there, names a dimension twice, or asks for too many cells.
 */
export function tabulate(corpus: Corpus, question: Question): Table {
  const plan = planOf(corpus, question);
  const tallies = talliesFor(question);
  const counts = countCells(plan, tallies);
  const read = measured(plan, question, tallies, counts);

  const rows = plan.rows.headings;
  const columns = plan.columns.headings;
  const table = {
    cells: {} as Record<Measure, (number | null)[][]>,
    rowTotals: {} as Record<Measure, (number | null)[]>,
    columnTotals: {} as Record<Measure, (number | null)[]>,
    total: {} as Record<Measure, number | null>,
    bases: {} as Record<Measure, number[][]>,
  };
  for (const measure of new Set(question.measures)) {
    const { value, base } = read(measure);
    table.cells[measure] = rows.map((_, row) => columns.map((__, column) => value(row, column)));
    table.rowTotals[measure] = rows.map((_, row) => value(row, columns.length));
    table.columnTotals[measure] = columns.map((_, column) => value(rows.length, column));
    table.total[measure] = value(rows.length, columns.length);
    if (base) table.bases[measure] = rows.map((_, row) => columns.map((__, column) => base(row, column)));
  }
  return { rows, columns, ...table, scope: counts.scope };
}
