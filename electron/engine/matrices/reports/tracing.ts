// Process tracing: the evidence for each hypothesis in chronological order, the tests that it makes, and what survives them.
import type { ReportInput } from '../../../../shared/contract/reports.ts';
import type { Hypothesis, Judgement, TracingReport } from '../../../../shared/contract/tracing.ts';
import type { Corpus } from '../../../../shared/matrices/corpus.ts';
import { at } from '../../../../shared/matrices/numbers.ts';
import { describe } from '../../../../shared/matrices/rule.ts';
import {
  standings,
  type EvidenceTest,
  type TestOutcome,
} from '../../../../shared/matrices/statistics/process-tracing.ts';
import { tabulate } from '../../../../shared/matrices/tabulate.ts';
import { must } from '../../../../shared/must.ts';
import { judgements } from '../../coding/evidence-rows.ts';
import type { Readable } from '../../store/connection.ts';
import { questionOf } from '../questions.ts';
import { readQuotes, type CodingPlace } from '../quotes.ts';
import { codeHeading, collected, eachCoding, lineOfCode, placeOfCode } from './scope.ts';

type Input = Extract<ReportInput, { kind: 'tracing' }>;

export function tracing(db: Readable, corpus: Corpus, input: Input): TracingReport {
  const question = questionOf(db, corpus, input, {
    rows: [{ kind: 'source' }],
    columns: [{ kind: 'code', level: null }],
    measures: ['references'],
  });
  const codes = input.hypotheses.map((each) => placeOfCode(corpus, each));
  const { places, attribute, valueOf } = collected(corpus, input.order);
  const columnsOf = corpus.codes.map((_, code) => {
    const line = lineOfCode(corpus, code);
    return [...codes.keys()].filter((column) => line.includes(must(codes[column], 'a code')));
  });
  const found: Found[] = [];
  eachCoding(corpus, question, (source, coding) => {
    const { codings } = must(corpus.sources[source], 'a source');
    const columns = must(columnsOf[at(codings.code, coding)], 'a list per code');
    if (columns.length > 0) found.push({ source, coding, columns });
  });
  const order = new Map(places.map((source, place) => [source, place]));
  const rows = inRows(corpus, order, found, codes.length);
  const judged = judgements(db);
  const judgementOf = ({ source, coding }: CodingPlace): Judgement | null =>
    judged.get(at(must(corpus.sources[source], 'a source').codings.id, coding)) ?? null;
  const hypotheses = codes.map((code, column) => {
    const cells = rows.flatMap((row) => row.cells[column] ?? []);
    return { code: codeHeading(corpus.codes[code]), judged: cells.map(judgementOf) };
  });
  const standing = standings(
    hypotheses.map(({ judged }) => judged.filter((each) => each !== null)),
    input.exclusive,
  );
  const open = hypotheses.map(({ judged }) => judged.filter((each) => each?.outcome == null).length);
  const listed = rows.slice(0, input.most ?? undefined);
  const quoted = [...new Set(listed.flatMap(({ cells }) => cells.flatMap((each) => each ?? [])))];
  const quotes = readQuotes(db, corpus, quoted);
  const tested = new Map(
    quoted.map((each, place) => {
      const quote = must(quotes[place], 'a quote');
      return [each, { quote, judgement: judgementOf(each) }];
    }),
  );
  return {
    kind: 'tracing',
    hypotheses: hypotheses.map(({ code, judged }, column) => ({
      code,
      standing: must(standing[column], 'a standing'),
      tests: countsOf(judged),
      open: open[column] ?? 0,
    })),
    order: attribute,
    evidence: listed.map(({ first, cells }) => ({
      quote: must(tested.get(first), 'its quote').quote,
      when: valueOf(first.source),
      cells: cells.map((each) => (each && tested.get(each)) ?? null),
    })),
    total: rows.length,
    warnings: [
      ...(open.some((n) => n > 0) ? (['unjudged'] as const) : []),
      ...(standing.includes('contradictory') ? (['contradictory-tests'] as const) : []),
    ],
    rule: [
      // Every coding stands at a code: without these there are the same in scope, in a table without the cells.
      ...describe(question, corpus, tabulate(corpus, { ...question, columns: [] }).scope),
      { key: 'rule.tracing', values: {} },
      ...(input.exclusive ? [{ key: 'rule.tracing-exclusive' as const, values: {} }] : []),
    ],
  };
}

interface Found extends CodingPlace {
  /** Places of the hypotheses that the coding is evidence for. */
  readonly columns: readonly number[];
}

/** What the coding tells of comes first where its phase does; of one phase, in the order of the sources and of their texts. */
function timeOf(corpus: Corpus, order: ReadonlyMap<number, number>, { source, coding }: Found): number[] {
  const { codings, phase } = must(corpus.sources[source], 'a source');
  const own = at(codings.phase, coding) === -1 ? phase : at(codings.phase, coding);
  return [
    own === -1 ? corpus.phases.length : own,
    must(order.get(source), 'the place of a source'),
    at(codings.start, coding),
    at(codings.end, coding),
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let place = 0; place < a.length; place++) {
    const apart = (a[place] ?? 0) - (b[place] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

interface Row {
  readonly first: Found;
  /** By hypothesis, the coding of the passage that is evidence for it. */
  readonly cells: (Found | null)[];
}

/** In the order of time. A passage is one row; where several codings of it stand for one hypothesis, as many as it takes. */
function inRows(
  corpus: Corpus,
  order: ReadonlyMap<number, number>,
  found: readonly Found[],
  columns: number,
): Row[] {
  const timed = found.map((each) => ({ each, time: timeOf(corpus, order, each) }));
  const passages: { readonly time: readonly number[]; readonly all: Found[] }[] = [];
  for (const { each, time } of timed.sort((one, other) => compare(one.time, other.time))) {
    const same = passages.at(-1);
    if (same && compare(same.time, time) === 0) same.all.push(each);
    else passages.push({ time, all: [each] });
  }
  return passages.flatMap(({ all }) => rowsOf(all, columns));
}

function rowsOf(passage: readonly Found[], columns: number): Row[] {
  const rows: Row[] = [];
  for (const each of passage) {
    const free = rows.find(({ cells }) => each.columns.every((column) => cells[column] === null));
    const row = free ?? { first: each, cells: Array.from({ length: columns }, () => null) };
    if (!free) rows.push(row);
    for (const column of each.columns) row.cells[column] = each;
  }
  return rows;
}

function countsOf(judged: readonly (Judgement | null)[]): Hypothesis['tests'] {
  const count = (test: EvidenceTest, outcome: TestOutcome): number =>
    judged.filter((each) => each?.test === test && each.outcome === outcome).length;
  const of = (test: EvidenceTest) => ({ passes: count(test, 'passes'), fails: count(test, 'fails') });
  return {
    'straw-in-the-wind': of('straw-in-the-wind'),
    hoop: of('hoop'),
    'smoking-gun': of('smoking-gun'),
    'doubly-decisive': of('doubly-decisive'),
  };
}
