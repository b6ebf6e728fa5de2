// The points of a trend: phases or cases, gaps included, or the sources in scope in the order of time.
import type { TrendPoint } from '../../../../shared/contract/trends.ts';
import type { Corpus, CorpusEntry } from '../../../../shared/matrices/corpus.ts';
import { labelOf } from '../../../../shared/matrices/labels.ts';
import type { TextStretch } from '../../../../shared/matrices/stretches.ts';
import { must } from '../../../../shared/must.ts';
import { collected } from './scope.ts';

interface Points {
  readonly points: readonly TrendPoint[];
  /** By point: its place among the entries. */
  readonly places: readonly number[];
  /** The attribute that orders the sources, as the project calls it. */
  readonly order: string | null;
}

/** Of the entries of a dimension and the text in scope; sources without any are left out. Refuses an unknown attribute. */
export function trendPoints(
  corpus: Corpus,
  over: 'phase' | 'source-phase' | 'source' | 'case',
  order: string | null,
  {
    entries,
    stretches,
  }: { readonly entries: readonly CorpusEntry[]; readonly stretches: readonly TextStretch[] },
): Points {
  const sources = entries.map(() => new Set<number>());
  for (const { index, values } of stretches) for (const value of values) sources[value]?.add(index);
  const { places: inTime, attribute, valueOf } = collected(corpus, over === 'source' ? order : null);
  const timeOf = new Map(inTime.map((source, place) => [corpus.sources[source]?.id, { source, place }]));
  const all = entries.map((entry, place) => ({ entry, place, time: timeOf.get(entry.id) }));
  const chosen =
    over === 'source'
      ? all
          .filter(({ place }) => (sources[place]?.size ?? 0) > 0)
          .toSorted((a, b) => (a.time?.place ?? 0) - (b.time?.place ?? 0))
      : all;
  return {
    points: chosen.map(({ entry, place, time }) => ({
      id: entry.id,
      name: labelOf(entry),
      when: time ? valueOf(time.source) : null,
      sources: must(sources[place], 'its sources').size,
    })),
    places: chosen.map(({ place }) => place),
    order: attribute,
  };
}
