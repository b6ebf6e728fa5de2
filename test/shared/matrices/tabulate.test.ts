// Tables against the naive counter, and the laws that every table obeys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { must } from '../../../shared/must.ts';
import type { Corpus } from '../../../shared/matrices/corpus.ts';
import { reachOf } from '../../../shared/matrices/dimensions.ts';
import { evidence } from '../../../shared/matrices/evidence.ts';
import { measures, type Measure, type Numbers, type Question } from '../../../shared/matrices/question.ts';
import { tabulate } from '../../../shared/matrices/tabulate.ts';
import { anyCorpus, anyQuestion } from './made-up.ts';
import { naiveTable } from './naive.ts';

test('every measure in every cell and total is what the naive counter says', () => {
  fc.assert(
    fc.property(anyCorpus, anyQuestion, (corpus, question) => {
      const table = tabulate(corpus, question);
      const naive = naiveTable(corpus, question);
      assert.deepEqual(
        table.rows.map(({ ids }) => ids),
        naive.rows,
      );
      assert.deepEqual(
        table.columns.map(({ ids }) => ids),
        naive.columns,
      );
      assert.deepEqual(
        table.panels.map(({ heading }) => heading.ids),
        naive.panels,
      );
      assert.deepEqual(table.scope, naive.scope);
      for (const [p, panel] of [...naive.panels, null].entries()) {
        const numbers = panel === null ? table : must(table.panels[p], 'the panel');
        for (const [r, row] of [...naive.rows, null].entries()) {
          for (const [c, column] of [...naive.columns, null].entries()) {
            const where = [row, column, panel];
            const isAll = where.every((heading) => heading === null);
            assert.equal(
              numbers.uncoded[r]?.[c] ?? false,
              !isAll && !isEverything(question, where) && naive.uncoded(row, column, panel),
              `uncoded at ${row?.join()} × ${column?.join()} in ${panel?.join()}`,
            );
          }
        }
        for (const measure of measures) {
          for (const [r, row] of [...naive.rows, null].entries()) {
            for (const [c, column] of [...naive.columns, null].entries()) {
              const where = `${measure} at ${row?.join()} × ${column?.join()} in ${panel?.join()}`;
              same(
                valueAt(numbers, measure, row === null ? null : r, column === null ? null : c),
                naive.value(measure, row, column, panel),
                where,
              );
              const base = naive.base(measure, row, column, panel);
              if (base !== null && row !== null && column !== null)
                same(numbers.bases[measure]?.[r]?.[c], base, `n of ${where}`);
            }
          }
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('the codings behind a cell, a row, a column and the table are as many as their references', () => {
  fc.assert(
    fc.property(anyCorpus, anyQuestion, (corpus, question) => {
      const table = tabulate(corpus, question);
      const all = evidence(corpus, question);
      const distinct = (list: typeof all): number =>
        new Set(list.map(({ source, coding }) => `${source} ${coding}`)).size;
      assert.equal(distinct(all), table.total.references);
      assert.equal(new Set(all.map((each) => JSON.stringify(each))).size, all.length);
      const inPanels = table.panels.map((numbers) => ({ numbers, choice: { panel: numbers.heading } }));
      for (const [p, { numbers, choice }] of [...inPanels, { numbers: table, choice: {} }].entries()) {
        const isHere = (each: { panel: number }): boolean => p === table.panels.length || each.panel === p;
        for (const [row, heading] of table.rows.entries()) {
          assert.equal(
            distinct(evidence(corpus, question, { ...choice, row: heading })),
            numbers.rowTotals.references?.[row],
          );
          for (const column of table.columns.keys()) {
            const cell = all.filter((each) => isHere(each) && each.row === row && each.column === column);
            assert.equal(distinct(cell), numbers.cells.references?.[row]?.[column]);
            assert.deepEqual(evidence(corpus, question, { ...choice, row, column }), cell);
            assert.equal(charactersOf(corpus, cell), numbers.cells.characters?.[row]?.[column]);
          }
        }
        for (const [column, heading] of table.columns.entries()) {
          assert.equal(
            distinct(evidence(corpus, question, { ...choice, column: heading })),
            numbers.columnTotals.references?.[column],
          );
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('no share exceeds the whole, and a transposed question gives the transposed table', () => {
  fc.assert(
    fc.property(anyCorpus, anyQuestion, (corpus, question) => {
      const table = tabulate(corpus, question);
      for (const measure of ['share', 'own-share', 'row-share', 'column-share', 'case-share'] as const) {
        for (const value of [table.total[measure], ...(table.cells[measure] ?? []).flat()]) {
          assert.ok(
            value === null || value === undefined || (value >= 0 && value <= 1),
            `${measure} ${value}`,
          );
        }
      }
      if (question.columns.length === 0) return;
      const turned = tabulate(corpus, { ...question, rows: question.columns, columns: question.rows });
      for (const measure of ['references', 'cases', 'words', 'share', 'rate', 'median-level'] as const) {
        for (const row of [...table.rows.keys(), null]) {
          for (const column of [...table.columns.keys(), null]) {
            assert.equal(valueAt(turned, measure, column, row), valueAt(table, measure, row, column));
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});

/** No dimension of the headings divides the text: it is all that is in scope. */
function isEverything(
  { rows, columns, panels = [] }: Question,
  where: readonly (readonly string[] | null | undefined)[],
): boolean {
  return [rows, columns, panels].every(
    (axis, place) =>
      (where[place] ?? null) === null || axis.every((dimension) => reachOf(dimension) === 'coding'),
  );
}

/** null for the totals. */
function valueAt(
  table: Numbers,
  measure: Measure,
  row: number | null,
  column: number | null,
): number | null | undefined {
  if (row === null) return column === null ? table.total[measure] : table.columnTotals[measure]?.[column];
  return column === null ? table.rowTotals[measure]?.[row] : table.cells[measure]?.[row]?.[column];
}

/** Sums of weights may differ in the last digit by the order of adding; everything else is exact. */
function same(actual: number | null | undefined, expected: number | null, where: string): void {
  if (typeof actual !== 'number' || expected === null) assert.equal(actual, expected, where);
  else
    assert.ok(
      Math.abs(actual - expected) < 1e-12 * Math.max(1, expected),
      `${where}: ${actual} for ${expected}`,
    );
}

function charactersOf(corpus: Corpus, cell: ReturnType<typeof evidence>): number {
  const covered = new Set<string>();
  for (const { source, stretches } of cell) {
    const low = must(corpus.sources[source], 'source').ruler.lowSurrogates;
    for (const { start, end } of stretches) {
      for (let p = start; p < end; p++) if (!low.includes(p)) covered.add(`${source} ${p}`);
    }
  }
  return covered.size;
}
