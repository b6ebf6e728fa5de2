// Codes over phases, or over the sources in the order of time: the numbers of the table of code by phase or source.
import type { ReportInput } from '../../../../shared/contract/reports.ts';
import type { CodeTrendReport } from '../../../../shared/contract/trends.ts';
import type { Corpus, CorpusSource } from '../../../../shared/matrices/corpus.ts';
import { axisValues, readyFilters } from '../../../../shared/matrices/filters.ts';
import { labelOf } from '../../../../shared/matrices/labels.ts';
import { at } from '../../../../shared/matrices/numbers.ts';
import type { Question } from '../../../../shared/matrices/question.ts';
import { describe } from '../../../../shared/matrices/rule.ts';
import { stretchesBy } from '../../../../shared/matrices/stretches.ts';
import { tabulate } from '../../../../shared/matrices/tabulate.ts';
import { must } from '../../../../shared/must.ts';
import type { Readable } from '../../store/connection.ts';
import { questionOf } from '../questions.ts';
import { codeHeading, eachCoding, placeOfCode } from './scope.ts';
import { candidatesOf, trendPoints, type Candidate } from './trend-points.ts';

type Input = Extract<ReportInput, { kind: 'code-trend' }>;

export function codeTrend(db: Readable, corpus: Corpus, input: Input): CodeTrendReport {
  const { over, measure } = input;
  const question = questionOf(db, corpus, input, {
    rows: [{ kind: 'code', level: null }],
    columns: [{ kind: over }],
    measures: measure === 'references' ? ['references'] : ['references', measure],
  });
  const table = tabulate(corpus, question);
  const { points, order } = trendPoints(corpus, over, input.order, codedSources(corpus, question, over));
  const columnOf = new Map(table.columns.map(({ ids: [id] }, column) => [id, column]));
  const columns = points.map(({ id, sources }) => (sources === 0 ? null : (columnOf.get(id) ?? null)));
  const chosen =
    input.codes?.map((each) => placeOfCode(corpus, each)) ??
    corpus.codes.flatMap(({ depth }, place) => (depth === 1 ? [place] : []));
  const rowOf = new Map(table.rows.map(({ ids: [id] }, row) => [id, row]));
  return {
    kind: 'code-trend',
    over,
    measure,
    points,
    order,
    lines: [...new Set(chosen)].flatMap((place) => {
      const row = rowOf.get(corpus.codes[place]?.id);
      if (row === undefined) return [];
      const values = columns.map((column) =>
        column === null ? null : (table.cells[measure]?.[row]?.[column] ?? null),
      );
      return [{ code: codeHeading(corpus.codes[place]), values }];
    }),
    warnings: [],
    rule: [
      ...describe({ ...question, measures: [measure] }, corpus, table.scope),
      { key: 'rule.trend-gap', values: {} },
      ...(order === null ? [] : [{ key: 'rule.trend-order' as const, values: { attribute: order } }]),
    ],
  };
}

/**
 * Each value with the sources in scope that have it and that somebody has coded. A coding may tell of another phase than its
 * source was made in: that source has both.
 */
function codedSources(corpus: Corpus, question: Question, over: Input['over']): readonly Candidate[] {
  const { entries, stretches } = stretchesBy(corpus, question, {
    kind: over === 'phase' ? 'source-phase' : over,
  });
  const coded = stretches.filter(({ source }) => isCoded(corpus, source, question.coders));
  const candidates = candidatesOf(entries, coded);
  if (over !== 'phase') return candidates;
  const sources = new Map(candidates.map(({ id, sources: own }) => [id, new Set(own)]));
  eachCoding(corpus, question, (index, coding) => {
    const { phase, codings } = must(corpus.sources[index], 'a source');
    const own = at(codings.phase, coding);
    const { id } = corpus.phases[own === -1 ? phase : own] ?? {};
    if (id !== undefined) sources.set(id, (sources.get(id) ?? new Set()).add(index));
  });
  const phases = axisValues(corpus, { kind: over }, readyFilters(corpus, question.filters)).entries;
  return phases.map((phase) => ({
    id: phase.id,
    name: labelOf(phase),
    sources: sources.get(phase.id) ?? new Set(),
  }));
}

/** One of the coders has coded something in it: 0 and “not coded yet” are two things. */
function isCoded({ coders: known }: Corpus, { codings }: CorpusSource, coders: Question['coders']): boolean {
  return codings.coder.some((coder) => coders?.includes(known[coder]?.id ?? '') ?? true);
}
