// Attribute by code, counted in cases: how many of the cases with each value have the code, and whether that is chance.
import type { CrosstabReport, ReportInput } from '../../../../shared/contract/reports.ts';
import type { Corpus } from '../../../../shared/matrices/corpus.ts';
import { describe } from '../../../../shared/matrices/rule.ts';
import { contingency, MOST_TABLES } from '../../../../shared/matrices/statistics/contingency.ts';
import { tabulate } from '../../../../shared/matrices/tabulate.ts';
import { settled } from '../../../../shared/matrices/values.ts';
import { must } from '../../../../shared/must.ts';
import type { Readable } from '../../store/connection.ts';
import { questionOf } from '../questions.ts';
import { codeHeading } from './scope.ts';

type Input = Extract<ReportInput, { kind: 'crosstab' }>;

/** Below this expected count chi-squared is not to be trusted. */
const ENOUGH = 5;
/** No more tables than this are gone through for the exact tests of all codes, each with an equal share. */
const MOST_ALTOGETHER = 20_000_000;

export function crosstab(db: Readable, corpus: Corpus, input: Input): CrosstabReport {
  const dimension = settled(corpus, { kind: 'case-attribute', attribute: input.attribute });
  const question = questionOf(db, corpus, input, {
    rows: [{ kind: 'code', level: input.level }],
    columns: [dimension],
    measures: ['cases', 'case-share'],
  });
  const table = tabulate(corpus, question);
  // No case in scope has the value: 0 of 0 would say nothing.
  const shown = [...table.columns.keys()].filter(
    (column) => (table.bases['case-share']?.[0]?.[column] ?? 0) > 0,
  );
  const numbersOf = (row: number): { k: number[]; n: number[] } => ({
    k: shown.map((column) => table.cells.cases?.[row]?.[column] ?? 0),
    n: shown.map((column) => table.bases['case-share']?.[row]?.[column] ?? 0),
  });
  const mostTables = Math.min(MOST_TABLES, Math.floor(MOST_ALTOGETHER / Math.max(1, table.rows.length)));
  const codes = new Map(corpus.codes.map((code) => [code.id, code]));
  const rows = table.rows.map(({ ids }, row) => {
    const { k, n } = numbersOf(row);
    const test = contingency(
      k.map((have, value) => [have, (n[value] ?? 0) - have]),
      mostTables,
    );
    const { chiSquared, degrees, p, exact, cramersV, leastExpected } = test;
    const code = codeHeading(codes.get(ids.join()));
    return { code, k, chiSquared, degrees, p, exact, cramersV, leastExpected };
  });
  const tested = rows.filter(({ p }) => p.value !== null);
  const { n } = numbersOf(0);
  return {
    kind: 'crosstab',
    attribute: 'attribute' in dimension ? dimension.attribute : input.attribute,
    values: shown.map((column, place) => ({
      name: must(table.columns[column], 'the value').labels.join(),
      n: n[place] ?? 0,
    })),
    rows,
    warnings: [
      ...(tested.some(({ leastExpected }) => leastExpected < ENOUGH) ? (['few-expected'] as const) : []),
      ...(tested.length > 1 ? (['many-tests'] as const) : []),
    ],
    rule: [...describe(question, corpus, table.scope), { key: 'rule.crosstab', values: {} }],
  };
}
