// Codes over phases, or over the sources in the order of time: the numbers of the table of code by phase or source.
import type { ReportInput } from '../../../../shared/contract/reports.ts';
import type { CodeTrendReport } from '../../../../shared/contract/trends.ts';
import type { Corpus, CorpusSource } from '../../../../shared/matrices/corpus.ts';
import { at } from '../../../../shared/matrices/numbers.ts';
import type { Question } from '../../../../shared/matrices/question.ts';
import { describe } from '../../../../shared/matrices/rule.ts';
import { stretchesBy } from '../../../../shared/matrices/stretches.ts';
import { tabulate } from '../../../../shared/matrices/tabulate.ts';
import { must } from '../../../../shared/must.ts';
import type { Readable } from '../../store/connection.ts';
import { questionOf } from '../questions.ts';
import { codeHeading, eachCoding, placeOfCode } from './scope.ts';
import { candidatesOf, trendPoints } from './trend-points.ts';

type Input = Extract<ReportInput, { kind: 'code-trend' }>;

export function codeTrend(db: Readable, corpus: Corpus, input: Input): CodeTrendReport {
  const { over, measure } = input;
  const question = questionOf(db, corpus, input, {
    rows: [{ kind: 'code', level: null }],
    columns: [{ kind: over }],
    measures: measure === 'references' ? ['references'] : ['references', measure],
  });
  const table = tabulate(corpus, question);
  const sources = codedSources(corpus, question, over);
  const candidates = table.columns.map(({ ids: [id = ''], labels: [name = ''] }) => ({
    id,
    name,
    sources: sources.get(id) ?? new Set<number>(),
  }));
  const { points, places, order } = trendPoints(corpus, over, input.order, candidates);
  const columns = points.map((point, index) => (point.sources === 0 ? null : (places[index] ?? null)));
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
 * By value: the sources in scope that have it and that somebody has coded. A coding may tell of another phase than its
 * source was made in: that source has both.
 */
function codedSources(corpus: Corpus, question: Question, over: Input['over']): Map<string, Set<number>> {
  const { entries, stretches } = stretchesBy(corpus, question, {
    kind: over === 'phase' ? 'source-phase' : over,
  });
  const coded = stretches.filter(({ source }) => isCoded(corpus, source, question.coders));
  const sources = new Map(candidatesOf(entries, coded).map(({ id, sources: own }) => [id, new Set(own)]));
  if (over !== 'phase') return sources;
  eachCoding(corpus, question, (index, coding) => {
    const { phase, codings } = must(corpus.sources[index], 'a source');
    const own = at(codings.phase, coding);
    const { id } = corpus.phases[own === -1 ? phase : own] ?? {};
    if (id !== undefined) sources.set(id, (sources.get(id) ?? new Set()).add(index));
  });
  return sources;
}

/** One of the coders has coded something in it: 0 and “not coded yet” are two things. */
function isCoded({ coders: known }: Corpus, { codings }: CorpusSource, coders: Question['coders']): boolean {
  return codings.coder.some((coder) => coders?.includes(known[coder]?.id ?? '') ?? true);
}
