// In which order the rows or columns of a table stand. Without one they stand as the project has them: codes by the
// codebook (the theory's order), cases, phases and choices as the researcher put them, sources by number.
import { fold } from '../names.ts';
import { Refused } from '../refused.ts';
import { dimensionName } from './dimensions.ts';
import { labelOf } from './labels.ts';
import type { Corpus } from './corpus.ts';
import type { Dimension, Heading } from './question.ts';
import { seriation } from './seriation.ts';
import { settled, valuesOf } from './values.ts';

export type Order =
  /** Headings as they were put by hand, by ids or names (see `placeOfHeading`); those not named follow as they stand. */
  | { readonly by: 'hand'; readonly ids: readonly (readonly string[])[] }
  | { readonly by: 'name'; readonly descending: boolean }
  /** An attribute of the cases or sources that stand there. */
  | { readonly by: 'attribute'; readonly attribute: string; readonly descending: boolean }
  | { readonly by: 'total'; readonly descending: boolean }
  /** The numbers at one heading of the other axis. */
  | { readonly by: 'value'; readonly at: readonly string[]; readonly descending: boolean }
  /** The ratings of the cells of a saved matrix at one heading of the other axis; without one their mean. */
  | { readonly by: 'rating'; readonly at: readonly string[] | null; readonly descending: boolean }
  /** Alike beside alike: see `seriation`. */
  | { readonly by: 'similarity' };

/** One axis of a table to be ordered, and its numbers as if it were the rows. */
export interface Side {
  readonly dimensions: readonly Dimension[];
  readonly headings: readonly Heading[];
  readonly others: readonly Heading[];
  readonly cells: readonly (readonly (number | null)[])[];
  readonly totals: readonly (number | null)[];
  /** By row and column, 1–5; null for cells without one. */
  readonly ratings: readonly (readonly (number | null)[])[];
}

/**
 * Places of the headings in their new order. Equals stay as they stood; what has no value stands last, either way round.
 * Throws Refused for an attribute that the headings do not have and for a heading that is not there.
 */
export function placesInOrder(corpus: Corpus, side: Side, order: Order): number[] {
  const { headings, cells, totals, ratings } = side;
  switch (order.by) {
    case 'hand': {
      const wanted = order.ids.map((ids) => placeOfHeading(headings, ids)).filter((place) => place !== -1);
      return [...new Set([...wanted, ...headings.keys()])];
    }
    case 'name': {
      const collator = new Intl.Collator(['zh', 'en'], { numeric: true });
      const names = headings.map(({ labels }) => labels.join('\n'));
      const places = [...headings.keys()];
      const sign = order.descending ? -1 : 1;
      return places.sort((a, b) => sign * collator.compare(names[a] ?? '', names[b] ?? ''));
    }
    case 'attribute':
      return sorted(attributeOf(corpus, side, order.attribute), order.descending);
    case 'total':
      return sorted(totals, order.descending);
    case 'value':
      return sorted(columnOf(cells, side, order.at), order.descending);
    case 'rating': {
      const { at } = order;
      const means = headings.map((_, row) => meanOf(ratings[row] ?? []));
      return sorted(at === null ? means : columnOf(ratings, side, at), order.descending);
    }
    case 'similarity':
      return seriation(cells);
  }
}

/** The numbers at the heading; refuses one that is not there. */
function columnOf(
  cells: Side['cells'],
  { headings, others }: Side,
  wanted: readonly string[],
): (number | null)[] {
  const column = placeOfHeading(others, wanted);
  if (column === -1) throw new Refused('refused.no-such-heading', { name: wanted.join(' / ') });
  return headings.map((_, row) => cells[row]?.[column] ?? null);
}

/** Of the ratings that are there; null for none. */
function meanOf(ratings: readonly (number | null)[]): number | null {
  const given = ratings.filter((rating) => rating !== null);
  return given.length === 0 ? null : given.reduce((sum, rating) => sum + rating, 0) / given.length;
}

function sorted(values: readonly (number | null)[], descending: boolean): number[] {
  const places = [...values.keys()];
  return places.sort((a, b) => {
    const [one, other] = [values[a] ?? null, values[b] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return descending ? other - one : one - other;
  });
}

/** By heading: the place of its value among the attribute's values in their order; null for none. */
function attributeOf(corpus: Corpus, { dimensions, headings }: Side, attribute: string): (number | null)[] {
  const nested = dimensions.findIndex(({ kind }) => kind === 'case' || kind === 'source');
  const kind = dimensions[nested]?.kind;
  if (kind !== 'case' && kind !== 'source') {
    throw new Refused('refused.order-attribute', { dimensions: dimensions.map(dimensionName) });
  }
  const dimension = settled(corpus, { kind: `${kind}-attribute`, attribute });
  const name = 'attribute' in dimension ? dimension.attribute : attribute;
  const place = new Map(valuesOf(corpus, dimension).entries.map((entry, index) => [labelOf(entry), index]));
  const owners = kind === 'case' ? corpus.cases : corpus.sources;
  const valueOf = new Map(
    owners.map(({ id, attributes }) => [id, place.get(attributes.get(name) ?? '') ?? null]),
  );
  return headings.map(({ ids }) => valueOf.get(ids[nested] ?? '') ?? null);
}

/** The heading with these ids, else of these names as a table shows them ("T1", "Trust", "T1 Trust"); -1 for none. */
function placeOfHeading(headings: readonly Heading[], wanted: readonly string[]): number {
  const isSame = (list: readonly string[]): boolean =>
    list.length === wanted.length && list.every((each, place) => fold(each) === fold(wanted[place] ?? ''));
  const byId = headings.findIndex(({ ids }) => isSame(ids));
  if (byId !== -1) return byId;
  return headings.findIndex(
    ({ ids, labels }) =>
      isSame(labels) || isSame(labels.map((label, place) => `${ids[place] ?? ''} ${label}`)),
  );
}
