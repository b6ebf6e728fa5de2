// The points of a trend: phases or cases, gaps included, or the sources in scope in the order of time.
import type { TrendPoint } from '../../../../shared/contract/trends.ts';
import type { Corpus, CorpusEntry } from '../../../../shared/matrices/corpus.ts';
import { labelOf } from '../../../../shared/matrices/labels.ts';
import type { TextStretch } from '../../../../shared/matrices/stretches.ts';
import { collected } from './scope.ts';

interface Points {
  readonly points: readonly TrendPoint[];
  /** By point: its place among the candidates. */
  readonly places: readonly number[];
  /** The attribute that orders the sources, as the project calls it. */
  readonly order: string | null;
}

/** What may become a point: a value of the dimension, and the sources (places in the corpus) that it has in scope. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly sources: ReadonlySet<number>;
}

/** The entries of a dimension with the sources whose stretches have them. */
export function candidatesOf(
  entries: readonly CorpusEntry[],
  stretches: readonly TextStretch[],
): readonly Candidate[] {
  const sources = entries.map(() => new Set<number>());
  for (const { index, values } of stretches) for (const value of values) sources[value]?.add(index);
  return entries.map((entry, place) => ({
    id: entry.id,
    name: labelOf(entry),
    sources: sources[place] ?? new Set(),
  }));
}

/** Sources without text in scope are left out; phases and cases without any stay as gaps. Refuses an unknown attribute. */
export function trendPoints(
  corpus: Corpus,
  over: 'phase' | 'source-phase' | 'source' | 'case',
  order: string | null,
  candidates: readonly Candidate[],
): Points {
  const { places: inTime, attribute, valueOf } = collected(corpus, over === 'source' ? order : null);
  const timeOf = new Map(inTime.map((source, place) => [corpus.sources[source]?.id, { source, place }]));
  const all = candidates.map((own, place) => ({ own, place, time: timeOf.get(own.id) }));
  const chosen =
    over === 'source'
      ? all
          .filter(({ own }) => own.sources.size > 0)
          .toSorted((a, b) => (a.time?.place ?? 0) - (b.time?.place ?? 0))
      : all;
  return {
    points: chosen.map(({ own: { id, name, sources }, time }) => ({
      id,
      name,
      when: time ? valueOf(time.source) : null,
      sources: sources.size,
    })),
    places: chosen.map(({ place }) => place),
    order: attribute,
  };
}
