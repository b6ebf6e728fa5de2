// Code by code: in how many passages or turns both stand.
import { must } from '../must.ts';
import { asList, scopeOf, type CooccurrenceQuestion } from './cooccurrence.ts';
import type { Corpus, CorpusSource } from './corpus.ts';
import { dimensionName } from './dimensions.ts';
import { layoutOf } from './layout.ts';
import type { Chosen } from './nearness.ts';
import { at } from './numbers.ts';
import type { UnitMeasure } from './question.ts';

/** Passages or turns with the row, with the column, with both, and all in scope (see `sharedUnits`). */
export interface SharedUnits {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly both: readonly (readonly number[])[];
  readonly all: number;
}

/**
 * Counts the passages ('passage') or turns ('turn') in which codes of the row and of the column stand, of the same
 * codings as `cooccurrence`. A single coding at both codes is enough here. `all` counts the passages that have a coding
 * in scope, or the turns that have text within the filters or of a coding in scope.
 */
export function sharedUnits(
  corpus: Corpus,
  question: CooccurrenceQuestion & { readonly nearness: { readonly kind: 'passage' | 'turn' } },
): SharedUnits {
  const { kind } = question.nearness;
  const scope = scopeOf(corpus, question);
  const height = scope.rows.headings.length;
  const width = scope.columns.headings.length;
  const down = new Meeting(
    height,
    scope.kinds.map(({ rows }) => rows),
  );
  const columns = new Meeting(
    width,
    scope.kinds.map(({ columns }) => columns),
  );
  // The same codes both ways: a pair is counted one way round, the way in which it was met.
  const isMirrored = question.rows.map(dimensionName).join() === question.columns.map(dimensionName).join();
  const across = isMirrored ? down : columns;
  const both = new Int32Array(height * width);
  let all = 0;
  for (const [source, chosen] of scope.sources.entries()) {
    const units = unitsOf(chosen, kind);
    if (kind === 'turn')
      all += uncodedTurns(chosen.source, must(scope.passing[source], 'of the source'), units);
    for (let unit = 0; unit < units.count; unit++) {
      if (!hasCodings(units, unit)) continue;
      all++;
      down.meet(units, unit, chosen.kinds);
      if (!isMirrored) across.meet(units, unit, chosen.kinds);
      countTogether(down, across, both, width);
    }
  }
  if (isMirrored) mirror(both, width);
  const lines = Array.from({ length: height }, (_, row) =>
    asList(both.subarray(row * width, (row + 1) * width)),
  );
  return { rows: asList(down.counts), columns: asList(across.counts), both: lines, all };
}

/** Counts a unit at its rows and columns; where these are the same, at those met up to each row. */
function countTogether(down: Meeting, across: Meeting, both: Int32Array, width: number): void {
  const { headings: rows, length } = down;
  const { headings: columns } = across;
  for (let r = 0; r < length; r++) {
    const line = at(rows, r) * width;
    const end = down === across ? r + 1 : across.length;
    for (let c = 0; c < end; c++) {
      const cell = line + at(columns, c);
      both[cell] = at(both, cell) + 1;
    }
  }
}

/** Counts of pairs either way round, in both of their cells. */
function mirror(counts: Int32Array, width: number): void {
  for (let row = 0; row < width; row++) {
    for (let column = 0; column < row; column++) {
      const [one, other] = [row * width + column, column * width + row];
      counts[one] = at(counts, one) + at(counts, other);
      counts[other] = at(counts, one);
    }
  }
}

/** The headings of an axis at which the codings of a unit stand, each once. */
class Meeting {
  /** Those of the unit at hand: the first so many of `headings`. */
  length = 0;
  readonly headings: Int32Array;
  /** By heading: how many units met it. */
  readonly counts: Int32Array;
  private readonly ofKinds: readonly Int32Array[];
  /** How many units were turned to, and by heading which of them met it last. */
  private turn = 0;
  private readonly latest: Int32Array;

  constructor(size: number, ofKinds: readonly Int32Array[]) {
    this.headings = new Int32Array(size);
    this.counts = new Int32Array(size);
    this.latest = new Int32Array(size);
    this.ofKinds = ofKinds;
  }

  /** Turns to a unit, whose codings have these kinds by their places in the list. */
  meet({ first, places }: Units, unit: number, kinds: Int32Array): void {
    const { headings, counts, latest, ofKinds } = this;
    const turn = ++this.turn;
    let length = 0;
    const last = at(first, unit + 1);
    for (let place = at(first, unit); place < last; place++) {
      const standing = must(ofKinds[at(kinds, at(places, place))], 'a kind');
      for (let index = 0; index < standing.length; index++) {
        const heading = at(standing, index);
        if (at(latest, heading) === turn) continue;
        latest[heading] = turn;
        counts[heading] = at(counts, heading) + 1;
        headings[length++] = heading;
      }
    }
    this.length = length;
  }
}

/**
 * By number of the passage or turn, some of them without codings: the codings that have text there, by their places in the
 * list, ascending. Those of unit i are places[first[i]] … places[first[i + 1] - 1].
 */
interface Units {
  readonly count: number;
  readonly first: Int32Array;
  readonly places: Int32Array;
}

export function unitsOf(chosen: Chosen, kind: 'passage' | 'turn'): Units {
  const { codings, atoms } = chosen.source;
  const count = kind === 'passage' ? codings.start.length : (atoms.turn.at(-1) ?? -1) + 1;
  const first = new Int32Array(count + 1);
  eachUnit(chosen, kind, (unit) => {
    first[unit + 1] = at(first, unit + 1) + 1;
  });
  for (let unit = 0; unit < count; unit++) first[unit + 1] = at(first, unit + 1) + at(first, unit);
  const next = first.slice();
  const places = new Int32Array(at(first, count));
  eachUnit(chosen, kind, (unit, place) => {
    const end = at(next, unit);
    places[end] = place;
    next[unit] = end + 1;
  });
  return { count, first, places };
}

function hasCodings({ first }: Units, unit: number): boolean {
  return at(first, unit) < at(first, unit + 1);
}

/** Visits the passage, or each turn, at which a coding of the list stands. */
function eachUnit(
  { source, codings }: Chosen,
  kind: 'passage' | 'turn',
  visit: (unit: number, place: number) => void,
): void {
  const { passage, startAtom, profileOf } = layoutOf(source);
  const { start, turn } = source.atoms;
  for (let place = 0; place < codings.length; place++) {
    const coding = at(codings, place);
    if (kind === 'passage') {
      visit(at(passage, coding), place);
      continue;
    }
    const end = at(source.codings.end, coding);
    let last = -1;
    for (let atom = at(startAtom, coding); atom < start.length && at(start, atom) < end; atom++) {
      const each = at(turn, atom);
      if (each === last || at(profileOf, atom) === -1) continue;
      last = each;
      visit(each, place);
    }
  }
}

/** How many turns without a coding have text within the filters. */
function uncodedTurns(source: CorpusSource, passing: readonly boolean[], units: Units): number {
  const { turn } = source.atoms;
  const { profileOf } = layoutOf(source);
  let count = 0;
  let last = -1;
  for (let atom = 0; atom < turn.length; atom++) {
    const each = at(turn, atom);
    if (each === last || hasCodings(units, each) || passing[at(profileOf, atom)] !== true) continue;
    last = each;
    count++;
  }
  return count;
}

/** By row, by column: a measure of the passages or turns that codes share. */
export function sharing(
  { rows, columns, both, all }: SharedUnits,
  measure: UnitMeasure,
): (number | null)[][] {
  const value = measure === 'jaccard' ? jaccard : lift;
  return rows.map((n1, row) =>
    columns.map((n2, column) => value({ n1, n2, n12: both[row]?.[column] ?? 0, all })),
  );
}

/** Units with the one, with the other, with both, and all units. */
interface Shared {
  readonly n1: number;
  readonly n2: number;
  readonly n12: number;
  readonly all: number;
}

/** Jaccard 1901: |A ∩ B| / |A ∪ B|; null where there is neither. */
export function jaccard({ n1, n2, n12 }: Shared): number | null {
  const either = n1 + n2 - n12;
  return either === 0 ? null : n12 / either;
}

/**
 * P(A and B) / (P(A) P(B)) = n12 N / (n1 n2), as "interest" in Brin, Motwani, Ullman & Tsur 1997: 1 is what codes that
 * keep no company would give. Null where one of them is nowhere.
 */
export function lift({ n1, n2, n12, all }: Shared): number | null {
  return n1 === 0 || n2 === 0 ? null : (n12 * all) / (n1 * n2);
}
