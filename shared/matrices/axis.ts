// One axis of a table: its headings, and at which of them a stretch of text and a coding stand.
import { Refused } from '../refused.ts';
import type { CorpusSource } from './corpus.ts';
import { labelOf } from './labels.ts';
import { at } from './numbers.ts';
import type { Heading } from './question.ts';
import type { CarvingValues, ChoosingValues, DimensionValues, Place } from './values.ts';

/**
 * A heading is a state of the text joined with a state of the coding, so that both can be worked out apart: the
 * first by the dimensions that carve, the second by those that choose. The last state of each stands for the total.
 * An axis without dimensions that carve (choose) has a single state of that sort.
 */
export interface Axis {
  readonly headings: readonly Heading[];
  readonly textStates: number;
  readonly codingStates: number;
  /** By text state × codingStates + coding state: index of the heading, headings.length for the total, -1 for none. */
  readonly headingAt: Int32Array;
  /** The states of a stretch of text, ascending, the total last; empty where it stands at no heading. */
  readonly textAt: (place: Place) => readonly number[];
  /** The same for text with the same values, also where these make up no state. */
  readonly textKey: (place: Place) => string;
  /** Codings with the same key have the same states; keys are 0 … codingKeys - 1. */
  readonly codingKey: (source: CorpusSource, coding: number) => number;
  readonly codingKeys: number;
  /** The states of codings with a key, ascending, the total last; empty where they stand at no heading. */
  readonly statesOf: (key: number) => Int32Array;
}

/** A table has at most this many cells, and an axis as many headings. */
export const MOST_CELLS = 4_000_000;

interface Nested<V> {
  readonly values: V;
  /** What one step of this dimension means in states of its sort. */
  readonly stride: number;
}

/** Joins the dimensions of an axis (none, one or two). Throws Refused when they have too many headings. */
export function axisOf(dimensions: readonly DimensionValues[]): Axis {
  const size = dimensions.reduce((product, { entries }) => product * entries.length, 1);
  if (size > MOST_CELLS) throw new Refused('refused.too-many-cells', { most: MOST_CELLS });

  const carving = nested(dimensions.filter((values): values is CarvingValues => values.reach !== 'coding'));
  const choosing = nested(dimensions.filter((values): values is ChoosingValues => values.reach === 'coding'));
  // An axis without dimensions is one heading where all text stands.
  const carves = carving.length > 0 || choosing.length === 0;
  const textTotal = carving.reduce((product, { values }) => product * values.entries.length, 1);
  const codingTotal = choosing.reduce((product, { values }) => product * values.entries.length, 1);
  const textStates = carves ? textTotal + 1 : 1;
  const codingStates = choosing.length > 0 ? codingTotal + 1 : 1;
  const choosingFirst = dimensions[0]?.reach === 'coding';

  const headingAt = new Int32Array(textStates * codingStates).fill(-1);
  for (let text = 0; text < textTotal; text++) {
    for (let coding = 0; coding < codingTotal; coding++) {
      headingAt[text * codingStates + coding] = choosingFirst
        ? coding * textTotal + text
        : text * codingTotal + coding;
    }
  }
  headingAt[headingAt.length - 1] = size;
  return {
    headings: headingsOf(dimensions),
    textStates,
    codingStates,
    headingAt,
    textAt: (place) => {
      const states = combined(carving.map(({ values, stride }) => ({ list: values.of(place), stride })));
      return states.length === 0 || !carves ? states : [...states, textTotal];
    },
    textKey: (place) => carving.map(({ values }) => values.of(place).join()).join(';'),
    ...codingStatesOf(choosing, codingTotal),
  };
}

/** The axis with only the headings for which `keep` holds. */
export function axisKeeping(axis: Axis, keep: (heading: number) => boolean): Axis {
  const headings: Heading[] = [];
  const moved = new Int32Array(axis.headings.length + 1).fill(-1);
  for (const [index, heading] of axis.headings.entries())
    if (keep(index)) moved[index] = headings.push(heading) - 1;
  moved[axis.headings.length] = headings.length;
  return {
    ...axis,
    headings,
    headingAt: axis.headingAt.map((index) => (index === -1 ? -1 : at(moved, index))),
  };
}

function headingsOf(dimensions: readonly DimensionValues[]): Heading[] {
  return dimensions.reduce<Heading[]>(
    (outer, { entries }) =>
      outer.flatMap(({ ids, labels }) =>
        entries.map((entry) => ({ ids: [...ids, entry.id], labels: [...labels, labelOf(entry)] })),
      ),
    [{ ids: [], labels: [] }],
  );
}

function nested<V extends DimensionValues>(list: readonly V[]): Nested<V>[] {
  const [first, second] = list;
  if (first === undefined) return [];
  if (second === undefined) return [{ values: first, stride: 1 }];
  return [
    { values: first, stride: second.entries.length },
    { values: second, stride: 1 },
  ];
}

function combined(parts: readonly { list: readonly number[]; stride: number }[]): number[] {
  return parts.reduce<number[]>(
    (sums, { list, stride }) => sums.flatMap((sum) => list.map((value) => sum + value * stride)),
    [0],
  );
}

/** The states of each key are worked out once. */
function codingStatesOf(
  [first, second]: readonly Nested<ChoosingValues>[],
  total: number,
): Pick<Axis, 'codingKey' | 'codingKeys' | 'statesOf'> {
  if (first === undefined) {
    const only = Int32Array.of(0);
    return { codingKey: () => 0, codingKeys: 1, statesOf: () => only };
  }
  const { key, lists } = first.values;
  const inner = second?.values ?? { lists: [[0]], key: () => 0 };
  const wide = inner.lists.length;
  const known = new Map<number, Int32Array>();
  const statesOf = (joined: number): Int32Array => {
    let states = known.get(joined);
    if (states === undefined) {
      const sums = combined([
        { list: lists[Math.trunc(joined / wide)] ?? [], stride: first.stride },
        { list: inner.lists[joined % wide] ?? [], stride: 1 },
      ]);
      states = Int32Array.from(sums.length === 0 ? sums : [...sums, total]);
      known.set(joined, states);
    }
    return states;
  };
  return {
    codingKey:
      second === undefined ? key : (source, coding) => key(source, coding) * wide + inner.key(source, coding),
    codingKeys: lists.length * wide,
    statesOf,
  };
}
