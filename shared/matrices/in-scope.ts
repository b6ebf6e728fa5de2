// What the filters on text leave of an axis: a value stands there where it has text within them.
import type { Corpus } from './corpus.ts';
import { textPasses, type ReadyFilter } from './filters.ts';
import { layoutOf, type Profile } from './layout.ts';
import { narrowed, type DimensionValues, type Place } from './values.ts';

/**
 * Narrows values that divide text to those with text within the filters; others, and all where no filter divides text, stay
 * as they are. A source without text is within filters on sources alone.
 */
export function toScope(
  corpus: Corpus,
  filters: readonly ReadyFilter[],
): (values: DimensionValues) => DimensionValues {
  const dividing = filters.filter(({ values }) => values.reach !== 'coding');
  if (dividing.length === 0) return (values) => values;
  const textless: readonly Profile[] = dividing.some(({ values }) => values.reach === 'atom')
    ? []
    : [{ speaker: -1, cases: [] }];
  const places = corpus.sources.flatMap((source, index): Place[] => {
    const { profiles } = layoutOf(source);
    return (profiles.length === 0 ? textless : profiles)
      .map((profile) => ({ source, index, profile }))
      .filter((place) => dividing.every((filter) => textPasses(filter, place)));
  });
  return (values) => {
    if (values.reach === 'coding') return values;
    const inScope = new Set(places.flatMap(values.of));
    return narrowed(values, (index) => inScope.has(index));
  };
}
