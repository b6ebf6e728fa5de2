// Saturation over the sources of the question, in the order in which they were collected.
import type { ReportInput, SaturationReport } from '../../../../shared/contract/reports.ts';
import type { Corpus } from '../../../../shared/matrices/corpus.ts';
import { labelOf } from '../../../../shared/matrices/labels.ts';
import { at } from '../../../../shared/matrices/numbers.ts';
import type { Question } from '../../../../shared/matrices/question.ts';
import { describe } from '../../../../shared/matrices/rule.ts';
import {
  accumulation,
  discovery,
  guestSaturation,
  heldBack,
} from '../../../../shared/matrices/statistics/saturation.ts';
import { tabulate } from '../../../../shared/matrices/tabulate.ts';
import { must } from '../../../../shared/must.ts';
import type { Readable } from '../../store/connection.ts';
import { questionOf } from '../questions.ts';
import { codeHeading, collected, eachCoding, lineOfCode } from './scope.ts';

type Input = Extract<ReportInput, { kind: 'saturation' }>;

/** Where less of what Chao2 expects was found, "reached" is told with a warning. */
const FOUND_ENOUGH = 0.9;

export function saturation(db: Readable, corpus: Corpus, input: Input): SaturationReport {
  const question = questionOf(db, corpus, input, {
    rows: [{ kind: 'source' }],
    columns: [],
    measures: ['references', 'share'],
  });
  const table = tabulate(corpus, question);
  const codes = codesBySource(corpus, question, input.level);
  const inScope = sourcesInScope(table);
  const { places, attribute } = collected(corpus, input.order);
  const order = places.filter((source) => inScope.has(must(corpus.sources[source], 'a source').id));
  const coded = order.filter((source) => (codes.get(source)?.size ?? 0) > 0);
  const units = coded.map((source) => Array.from(codes.get(source) ?? [], String));
  const headings = (list: readonly string[]) => list.map((place) => codeHeading(corpus.codes[Number(place)]));
  const { base, run, threshold } = input;
  const guest = guestSaturation(units, { base, run, threshold });
  const { fresh, cumulative } = discovery(units);
  const { expected, observed, chao2, chao2Corrected, coverage } = accumulation(units);
  const isExpectingMore = observed < FOUND_ENOUGH * (chao2.value ?? chao2Corrected.value ?? 0);
  const first = units.length - input.heldBack;
  const held = input.heldBack > 0 && first > 0 ? heldBack(units, (place) => place >= first) : null;
  const nameOf = (source: number): string => labelOf(must(corpus.sources[source], 'a source'));
  const leftOut = order.filter((source) => (codes.get(source)?.size ?? 0) === 0).map(nameOf);
  const runs = new Map(guest.runs.map((each) => [each.ends, each]));
  return {
    kind: 'saturation',
    orderedBy: attribute,
    units: coded.map((source, place) => ({
      source: nameOf(source),
      uid: must(corpus.sources[source], 'a source').id,
      codes: units[place]?.length ?? 0,
      fresh: headings(fresh[place] ?? []),
      cumulative: cumulative[place] ?? 0,
      expected: expected[place] ?? 0,
      run: runs.get(place + 1) ?? null,
    })),
    base,
    run,
    threshold,
    baseCodes: guest.baseCodes,
    reachedAt: guest.reachedAt,
    chao2,
    chao2Corrected,
    coverage,
    leftOut,
    heldBack: held && { sources: input.heldBack, known: held.known, fresh: headings(held.fresh) },
    warnings: [
      ...(guest.reachedAt !== null && isExpectingMore ? (['more-expected'] as const) : []),
      ...(leftOut.length > 0 ? (['left-out'] as const) : []),
    ],
    rule: [
      ...describe({ ...question, measures: ['references'] }, corpus, table.scope),
      { key: 'rule.saturation', values: {} },
      attribute === null
        ? { key: 'rule.saturation-imported', values: {} }
        : { key: 'rule.saturation-by', values: { attribute } },
    ],
  };
}

/** Ids of the sources that have text or codings within the filters. */
function sourcesInScope({ rows, cells }: ReturnType<typeof tabulate>): ReadonlySet<string> {
  const isThere = (row: number): boolean =>
    cells.references?.[row]?.[0] !== 0 || cells.share?.[row]?.[0] !== null;
  return new Set(rows.flatMap(({ ids }, row) => (isThere(row) ? ids : [])));
}

/** By place of the source: places of the codes in it, at a level those above; codes higher up than the level are left out. */
function codesBySource(
  corpus: Corpus,
  question: Question,
  level: number | null,
): ReadonlyMap<number, ReadonlySet<number>> {
  const countedAs = corpus.codes.map((_, code) =>
    level === null ? code : lineOfCode(corpus, code).at(-level),
  );
  const found = new Map<number, Set<number>>();
  eachCoding(corpus, question, (source, coding) => {
    const { codings } = must(corpus.sources[source], 'a source');
    const code = countedAs[at(codings.code, coding)];
    if (code === undefined) return;
    const own = found.get(source);
    if (own) own.add(code);
    else found.set(source, new Set([code]));
  });
  return found;
}
