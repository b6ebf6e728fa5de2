// One axis of a table: its headings, and at which of them a stretch of text and a coding stand.
import { Refused } from '../refused.ts';
import { joinedKeys, keysBy, type Keys } from './keys.ts';
import { labelOf } from './labels.ts';
import { at } from './numbers.ts';
import type { Heading } from './question.ts';
import type { CarvingValues, ChoosingValues, DimensionValues, Place } from './values.ts';

/**
 * A heading is a state of the text joined with a state of the coding, so that both can be worked out apart: the
 * first by the dimensions that carve, the second by those that choose. The last state of each stands for the total.
 * An axis without dimensions that carve (choose) has a single state of that sort; one without any has a heading that is
 * all there is, so that its total is at the same states.
 */
export interface Axis {
  readonly headings: readonly Heading[];
  /** The index that stands for the total: one after the last heading. */
  readonly total: number;
  readonly textStates: number;
  readonly codingStates: number;
  /** By text state × codingStates + coding state: index of the heading, `total` for the total, -1 for none. */
  readonly headingAt: Int32Array;
  /** By heading, the total last: its state of the text and its state of the coding. */
  readonly textOf: Int32Array;
  readonly codingOf: Int32Array;
  /** The states of a stretch of text, ascending, the total last; empty where it stands at no heading. */
  readonly textAt: (place: Place) => readonly number[];
  /** Codings with the same key have the same states; keys are 0 … codingKeys - 1. */
  readonly keysOf: Keys;
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

/** Nests the dimensions of an axis, the first outermost. Throws Refused when they have too many headings. */
export function axisOf(dimensions: readonly DimensionValues[]): Axis {
  const size = dimensions.reduce((product, { entries }) => product * entries.length, 1);
  if (size > MOST_CELLS) throw new Refused('refused.too-many-cells', { most: MOST_CELLS });

  const carving = nested(dimensions.filter((values): values is CarvingValues => values.reach !== 'coding'));
  const choosing = nested(dimensions.filter((values): values is ChoosingValues => values.reach === 'coding'));
  const textTotal = carving.reduce((product, { values }) => product * values.entries.length, 1);
  const codingTotal = choosing.reduce((product, { values }) => product * values.entries.length, 1);
  const textStates = carving.length > 0 ? textTotal + 1 : 1;
  const codingStates = choosing.length > 0 ? codingTotal + 1 : 1;

  const textOf = new Int32Array(size + 1).fill(textStates - 1);
  const codingOf = new Int32Array(size + 1).fill(codingStates - 1);
  for (let text = 0; text < textTotal; text++) {
    for (let coding = 0; coding < codingTotal; coding++) {
      const heading = headingOf(dimensions, text, coding);
      textOf[heading] = text;
      codingOf[heading] = coding;
    }
  }
  return {
    headings: headingsOf(dimensions),
    total: size,
    textStates,
    codingStates,
    textOf,
    codingOf,
    headingAt: headingsByState({ textStates, codingStates, textOf, codingOf }),
    textAt: (place) => {
      const states = combined(carving.map(({ values, stride }) => ({ list: values.of(place), stride })));
      return states.length === 0 || carving.length === 0 ? states : [...states, textTotal];
    },
    ...codingStatesOf(choosing, codingTotal),
  };
}

/**
 * Two axes as one: every heading and the total of the outer one with every heading and the total of the inner one, at
 * outer × (inner.total + 1) + inner. The totals of both together are the last, so its own total.
 */
export function joinedAxis(outer: Axis, inner: Axis): Axis {
  const codingStates = outer.codingStates * inner.codingStates;
  const textStates = outer.textStates * inner.textStates;
  const total = (outer.total + 1) * (inner.total + 1) - 1;
  const textOf = new Int32Array(total + 1);
  const codingOf = new Int32Array(total + 1);
  for (let heading = 0, outerHeading = 0; outerHeading <= outer.total; outerHeading++) {
    for (let innerHeading = 0; innerHeading <= inner.total; innerHeading++, heading++) {
      textOf[heading] = at(outer.textOf, outerHeading) * inner.textStates + at(inner.textOf, innerHeading);
      codingOf[heading] =
        at(outer.codingOf, outerHeading) * inner.codingStates + at(inner.codingOf, innerHeading);
    }
  }
  const known = new Map<number, Int32Array>();
  return {
    headings: [],
    total,
    textStates,
    codingStates,
    textOf,
    codingOf,
    headingAt: headingsByState({ textStates, codingStates, textOf, codingOf }),
    textAt: (place) => crossed(outer.textAt(place), inner.textAt(place), inner.textStates),
    keysOf: keysOfBoth(outer, inner),
    codingKeys: outer.codingKeys * inner.codingKeys,
    statesOf: (key) => {
      const innerKey = key % inner.codingKeys;
      const states =
        known.get(key) ??
        Int32Array.from(
          crossed(
            outer.statesOf((key - innerKey) / inner.codingKeys),
            inner.statesOf(innerKey),
            inner.codingStates,
          ),
        );
      known.set(key, states);
      return states;
    },
  };
}

/** The axis with only the headings for which `keep` holds. */
export function axisKeeping(axis: Axis, keep: (heading: number) => boolean): Axis {
  const headings = axis.headings.filter((_, heading) => keep(heading));
  const isKept = (_: number, heading: number): boolean => heading === axis.total || keep(heading);
  const states = { textOf: axis.textOf.filter(isKept), codingOf: axis.codingOf.filter(isKept) };
  return {
    ...axis,
    ...states,
    headings,
    total: headings.length,
    headingAt: headingsByState({ ...axis, ...states }),
  };
}

/** Of headings at the same states the first. */
function headingsByState({
  textStates,
  codingStates,
  textOf,
  codingOf,
}: Pick<Axis, 'textStates' | 'codingStates' | 'textOf' | 'codingOf'>): Int32Array {
  const headingAt = new Int32Array(textStates * codingStates).fill(-1);
  for (let heading = textOf.length - 1; heading >= 0; heading--) {
    headingAt[at(textOf, heading) * codingStates + at(codingOf, heading)] = heading;
  }
  return headingAt;
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

/** The heading at a state of the text and a state of the coding, each made of the values of its dimensions. */
function headingOf(dimensions: readonly DimensionValues[], text: number, coding: number): number {
  let [textLeft, codingLeft, heading, stride] = [text, coding, 0, 1];
  for (const { reach, entries } of dimensions.toReversed()) {
    const left = reach === 'coding' ? codingLeft : textLeft;
    const value = left % entries.length;
    if (reach === 'coding') codingLeft = (left - value) / entries.length;
    else textLeft = (left - value) / entries.length;
    heading += value * stride;
    stride *= entries.length;
  }
  return heading;
}

function nested<V extends DimensionValues>(list: readonly V[]): Nested<V>[] {
  return list.map((values, place) => ({
    values,
    stride: list.slice(place + 1).reduce((product, { entries }) => product * entries.length, 1),
  }));
}

function combined(parts: readonly { list: readonly number[]; stride: number }[]): number[] {
  return parts.reduce<number[]>(
    (sums, { list, stride }) => sums.flatMap((sum) => list.map((value) => sum + value * stride)),
    [0],
  );
}

function crossed(outer: Iterable<number>, inner: Iterable<number>, width: number): number[] {
  return Array.from(outer).flatMap((one) => Array.from(inner, (other) => one * width + other));
}

/** The states of each key are worked out once. */
function codingStatesOf(
  choosing: readonly Nested<ChoosingValues>[],
  total: number,
): Pick<Axis, 'keysOf' | 'codingKeys' | 'statesOf'> {
  const known = new Map<number, Int32Array>();
  const statesOf = (key: number): Int32Array => {
    let states = known.get(key);
    if (states === undefined) {
      let left = key;
      const parts = choosing.toReversed().map(({ values: { lists }, stride }) => {
        const own = left % lists.length;
        left = (left - own) / lists.length;
        return { list: lists[own] ?? [], stride };
      });
      const sums = combined(parts.reverse());
      states = Int32Array.from(sums.length === 0 || choosing.length === 0 ? sums : [...sums, total]);
      known.set(key, states);
    }
    return states;
  };
  const keyed = choosing.map(({ values: { keys, lists } }) => ({ keysOf: keys, codingKeys: lists.length }));
  const all = keyed.reduce(
    (outer, inner) => ({
      keysOf: keysOfBoth(outer, inner),
      codingKeys: outer.codingKeys * inner.codingKeys,
    }),
    { keysOf: noKeys, codingKeys: 1 },
  );
  return { ...all, statesOf };
}

/** Every coding has the same. */
const noKeys: Keys = keysBy(() => {});

function keysOfBoth(
  outer: Pick<Axis, 'keysOf' | 'codingKeys'>,
  inner: Pick<Axis, 'keysOf' | 'codingKeys'>,
): Keys {
  if (outer.codingKeys === 1) return inner.keysOf;
  return inner.codingKeys === 1 ? outer.keysOf : joinedKeys(outer.keysOf, inner.keysOf, inner.codingKeys);
}
