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

export function saturation(db: Readable, corpus: Corpus, input: Input): SaturationReport {
  const question = questionOf(db, corpus, input, {
    rows: [{ kind: 'source' }],
    columns: [],
    measures: ['references', 'share'],
  });
  const table = tabulate(corpus, question);
  const codes = codesBySource(corpus, question, input.level);
  const order = collected(corpus, input.order).places.filter((source) => inScope(corpus, table, source));
  const coded = order.filter((source) => (codes.get(source)?.size ?? 0) > 0);
  const units = coded.map((source) => Array.from(codes.get(source) ?? [], String));
  const headings = (list: readonly string[]) => list.map((place) => codeHeading(corpus.codes[Number(place)]));
  const { base, run, threshold } = input;
  const guest = guestSaturation(units, { base, run, threshold });
  const { fresh, cumulative } = discovery(units);
  const { expected, chao2, chao2Corrected, coverage } = accumulation(units);
  const first = units.length - input.heldBack;
  const held = input.heldBack > 0 && first > 0 ? heldBack(units, (place) => place >= first) : null;
  const nameOf = (source: number): string => labelOf(must(corpus.sources[source], 'a source'));
  const leftOut = order.filter((source) => !coded.includes(source)).map(nameOf);
  return {
    kind: 'saturation',
    units: coded.map((source, place) => ({
      source: nameOf(source),
      uid: must(corpus.sources[source], 'a source').id,
      codes: units[place]?.length ?? 0,
      fresh: headings(fresh[place] ?? []),
      cumulative: cumulative[place] ?? 0,
      expected: expected[place] ?? 0,
      run: guest.runs.find(({ ends }) => ends === place + 1) ?? null,
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
    warnings: leftOut.length > 0 ? ['left-out'] : [],
    rule: [
      ...describe({ ...question, measures: ['references'] }, corpus, table.scope),
      { key: 'rule.saturation', values: {} },
    ],
  };
}

/** A source has text or codings within the filters. */
function inScope(corpus: Corpus, table: ReturnType<typeof tabulate>, source: number): boolean {
  const id = corpus.sources[source]?.id;
  const row = table.rows.findIndex(({ ids }) => ids[0] === id);
  return row !== -1 && (table.cells.references?.[row]?.[0] !== 0 || table.cells.share?.[row]?.[0] !== null);
}

/** By place of the source: places of the codes in it, at a level those above; codes higher up than the level are left out. */
function codesBySource(
  corpus: Corpus,
  question: Question,
  level: number | null,
): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  eachCoding(corpus, question, (source, coding) => {
    const { codings } = must(corpus.sources[source], 'a source');
    const line = lineOfCode(corpus, at(codings.code, coding));
    const code = level === null ? line[0] : line.at(-level);
    if (code === undefined) return;
    const own = found.get(source) ?? new Set();
    found.set(source, own.add(code));
  });
  return found;
}
