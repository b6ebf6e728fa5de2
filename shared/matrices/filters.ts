// Filters of a question made ready: which values pass, what they leave of an axis, and the test of text and codings.
import { Refused } from '../refused.ts';
import { fold, named, type Named } from '../names.ts';
import { nearestName } from '../nearest.ts';
import { dimensionName } from './dimensions.ts';
import type { Corpus, CorpusCode, CorpusEntry, CorpusSource } from './corpus.ts';
import { labelOf } from './labels.ts';
import { at } from './numbers.ts';
import type { Dimension, Filter } from './question.ts';
import { narrowed, valuesOf, type DimensionValues, type Place } from './values.ts';

/** All filters on one dimension, joined: a text or a coding passes when it has any of the allowed values. */
export interface ReadyFilter {
  readonly dimension: Dimension;
  readonly values: DimensionValues;
  readonly allowed: ReadonlySet<number>;
  /** What has no value of the dimension passes too. */
  readonly none: boolean;
}

/** In a filter: what has no value of the dimension, and what has any. */
export const NONE = 'none';
export const ANY = '*';

/**
 * Joins the filters on one dimension and finds their values as things are found everywhere (see `named`), else `none` or
 * `*`. Throws Refused for a value that is not there or that several answer to, and for a filter without values.
 */
export function readyFilters(corpus: Corpus, filters: readonly Filter[]): ReadyFilter[] {
  const joined = new Map<string, ReadyFilter>();
  for (const { dimension, values: texts } of filters) {
    const name = dimensionName(dimension);
    const before = joined.get(name);
    const values = before?.values ?? valuesOf(corpus, dimension);
    if (texts.length === 0) throw new Refused('refused.empty-filter', { dimension: name });
    const found = texts.flatMap((text) => matches(values, text, name));
    joined.set(name, {
      dimension,
      values,
      allowed: new Set([...(before?.allowed ?? []), ...found.filter((index) => index !== -1)]),
      none: (before?.none ?? false) || found.includes(-1),
    });
  }
  return [...joined.values()];
}

/** True when the text at this place passes the filter. */
export function textPasses({ values, allowed, none }: ReadyFilter, place: Place): boolean {
  if (values.reach === 'coding') return true;
  const list = values.of(place);
  return list.length === 0 ? none : list.some((index) => allowed.has(index));
}

/** The places of the codings that pass the filters that choose codings, ascending; not to be written to. */
export type Choose = (source: CorpusSource) => Int32Array;

export function choosing(filters: readonly ReadyFilter[]): Choose {
  const tests = filters.flatMap(({ values, allowed, none }) => {
    if (values.reach !== 'coding') return [];
    const passes = values.lists.map((list) =>
      list.length === 0 ? none : list.some((index) => allowed.has(index)),
    );
    return [{ keys: values.keys, passes }];
  });
  let all = new Int32Array(0);
  return (source) => {
    const { length } = source.codings.start;
    if (length > all.length) all = new Int32Array(2 * length).map((_, place) => place);
    if (tests.length === 0) return all.subarray(0, length);
    const chosen = all.slice(0, length);
    let count = length;
    for (const { keys, passes } of tests) {
      const keyOf = keys(source);
      let kept = 0;
      for (let place = 0; place < count; place++) {
        const coding = at(chosen, place);
        if (passes[at(keyOf, coding)] === true) chosen[kept++] = coding;
      }
      count = kept;
    }
    return chosen.subarray(0, count);
  };
}

/**
 * The values of an axis after the filters on its own dimension. On an axis of one depth of the codebook a filter on
 * codes leaves the codes of that depth which have codes of the filter below them, too.
 */
export function axisValues(
  corpus: Corpus,
  dimension: Dimension,
  filters: readonly ReadyFilter[],
): DimensionValues {
  const values = valuesOf(corpus, dimension);
  if (dimension.kind === 'code') {
    const shown = shownCodes(corpus, dimension.level !== null, filters);
    return narrowed(values, (index) => shown.has(values.entries[index]));
  }
  const own = filters.filter((filter) => dimensionName(filter.dimension) === dimensionName(dimension));
  return own.length === 0
    ? values
    : narrowed(values, (index) => own.every(({ allowed }) => allowed.has(index)));
}

function shownCodes(
  { codes }: Corpus,
  withAncestors: boolean,
  filters: readonly ReadyFilter[],
): ReadonlySet<CorpusEntry | undefined> {
  const onCodes = filters
    .filter(({ dimension }) => dimension.kind === 'code')
    .map(({ values, allowed, none }) => ({
      all: new Set(values.entries),
      allowed: new Set(values.entries.filter((_, index) => allowed.has(index))),
      none,
    }));
  const shown = new Set<CorpusEntry>();
  for (const code of codes) {
    const line: CorpusEntry[] = [];
    for (let step: CorpusCode | undefined = code; step !== undefined; step = codes[step.parent])
      line.push(step);
    const passes = onCodes.every(
      ({ all, allowed, none }) =>
        line.some((step) => allowed.has(step)) || (none && !line.some((step) => all.has(step))),
    );
    if (passes) for (const step of withAncestors ? line : [code]) shown.add(step);
  }
  return shown;
}

/** The values of a dimension as things that are found by name, in their order. */
export function valueThings(entries: readonly CorpusEntry[]): (Named & { readonly index: number })[] {
  return entries.map(({ id, uid = id, name, number, label, alsoNames = [] }, index) => {
    const shortId = id === uid ? null : id;
    // As a heading shows it: "T1 Trust".
    const headed = shortId === null ? [] : [`${shortId} ${name}`];
    const thing = { uid, shortId, names: [name, ...headed, ...alsoNames], index };
    return {
      ...thing,
      ...(number === undefined ? {} : { number }),
      ...(label === undefined ? {} : { label }),
    };
  });
}

function matches(values: DimensionValues, text: string, dimension: string): number[] {
  const things = valueThings(values.entries);
  // Another word for a value never hides what has no value; a value of that very name does.
  const isValue = values.entries.some(({ id, name }) => [fold(id), fold(name)].includes(NONE));
  if (fold(text) === NONE && !isValue) return [-1];
  const found = named(things, text);
  if (found) return [found.index];
  if (text.trim() === ANY) return [...values.entries.keys()];
  if (things.length === 0) throw new Refused('refused.no-values', { value: text, dimension });
  const known = values.entries.slice(0, 12).map(labelOf);
  if (values.entries.length > known.length) known.push('…');
  const near = nearestName(
    text,
    things.flatMap(({ names, shortId }) => [...(shortId ? [shortId] : []), ...names]),
  );
  throw new Refused('refused.unknown-value', {
    value: text,
    dimension,
    known,
    ...(near === null ? {} : { near }),
  });
}
