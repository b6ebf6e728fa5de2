// Code by code: how often codings stand together.
import { must } from '../must.ts';
import { Refused } from '../refused.ts';
import type { Axis } from './axis.ts';
import { codeKinds } from './code-kinds.ts';
import type { Corpus } from './corpus.ts';
import { addPairs, type Chosen, type PairCounts } from './nearness.ts';
import { at } from './numbers.ts';
import { inCells } from './pair-cells.ts';
import { planOf, type Plan, type Selection } from './plan.ts';
import type { Dimension, Heading, Nearness, Scope } from './question.ts';
import { Reading } from './reading.ts';
import { ScopeCount } from './scope.ts';

/** Rows and columns are one dimension each, which may be the same: code, code of a depth, or code set. */
export interface CooccurrenceQuestion extends Selection {
  readonly nearness: Nearness;
}

/**
 * Reads a nearness as it is written in a question: overlap, passage, turn, turns:2 (at most so many turns apart),
 * within:200, followed:200 (UTF-16 units).
 * Throws Refused for anything else.
 */
export function parseNearness(text: string): Nearness {
  const [, kind = '', digits] = /^\s*([a-z]+)\s*(?:[:：]\s*(\d{1,7})\s*)?$/iu.exec(text.toLowerCase()) ?? [];
  if (digits === undefined) {
    if (kind === 'overlap' || kind === 'passage' || kind === 'turn') return { kind };
  } else if (kind === 'within' || kind === 'followed') {
    return { kind, characters: Number(digits) };
  } else if (kind === 'turns') {
    return { kind, turns: Number(digits) };
  }
  throw new Refused('refused.unknown-nearness', { text });
}

/** How `parseNearness` reads it back. */
export function nearnessName(nearness: Nearness): string {
  if ('turns' in nearness) return `${nearness.kind}:${nearness.turns}`;
  return 'characters' in nearness ? `${nearness.kind}:${nearness.characters}` : nearness.kind;
}

/** Lists by row, then by column. */
export interface Cooccurrence {
  readonly rows: readonly Heading[];
  readonly columns: readonly Heading[];
  /** Pairs of different codings, one at the row and one at the column; for 'followed' the row's is the earlier one. */
  readonly pairs: readonly (readonly number[])[];
  /** Codings in scope at each row and at each column. */
  readonly rowReferences: readonly number[];
  readonly columnReferences: readonly number[];
  readonly scope: Scope;
}

/**
 * Counts the pairs of codings that are together (see `addPairs`), each pair once per cell however many sub-codes are
 * rolled up there. Filters and coders choose the codings, which are then compared by their whole spans.
 * Throws Refused as `tabulate` does, and for axes that are not codes or code sets.
 */
export function cooccurrence(
  corpus: Corpus,
  question: CooccurrenceQuestion,
  { scoped, counts }: CountedPairs = countPairs(corpus, question),
): Cooccurrence {
  const rowReferences = new Int32Array(scoped.rows.headings.length);
  const columnReferences = new Int32Array(scoped.columns.headings.length);
  for (const { rows, columns, references } of scoped.kinds) {
    for (const row of rows) rowReferences[row] = at(rowReferences, row) + references;
    for (const column of columns) columnReferences[column] = at(columnReferences, column) + references;
  }
  return {
    rows: scoped.rows.headings,
    columns: scoped.columns.headings,
    pairs: inCells(scoped, counts, question.nearness.kind === 'followed').map(asList),
    rowReferences: [...rowReferences],
    columnReferences: [...columnReferences],
    scope: scoped.scope,
  };
}

export interface CountedPairs {
  readonly scoped: Scoped;
  readonly counts: PairCounts;
}

/** The pairs that `cooccurrence` counts, for callers that want them by kind too. Throws Refused as it does. */
export function countPairs(corpus: Corpus, question: CooccurrenceQuestion): CountedPairs {
  const scoped = scopeOf(corpus, question);
  const counts: PairCounts = [];
  for (const chosen of scoped.sources) addPairs(chosen, question.nearness, scoped.kinds.length, counts);
  return { scoped, counts };
}

/** Pairs of codings, each once, by where the earlier and the later one stand. */
interface KindPair {
  readonly earlier: Kind;
  readonly later: Kind;
  readonly pairs: number;
}

export function kindPairs({ scoped: { kinds }, counts }: CountedPairs): KindPair[] {
  const found: KindPair[] = [];
  counts.forEach((line, kind) => {
    const later = must(kinds[kind], 'a kind');
    line?.forEach((pairs, other) => {
      if (pairs > 0) found.push({ earlier: must(kinds[other], 'a kind'), later, pairs });
    });
  });
  return found;
}

/** A loop: `Array.from` takes four times as long, which tells in a table of 360,000 cells. */
export function asList(line: Int32Array): number[] {
  const list: number[] = [];
  for (let place = 0; place < line.length; place++) list.push(at(line, place));
  return list;
}

/** By row, by column: see `cCoefficient`; null where row and column are the same code or code set. */
export function coefficients({
  rows,
  columns,
  pairs,
  rowReferences,
  columnReferences,
}: Cooccurrence): (Coefficient | null)[][] {
  return rows.map((row, r) =>
    columns.map((column, c) =>
      row.ids[0] === column.ids[0]
        ? null
        : cCoefficient(rowReferences[r] ?? 0, columnReferences[c] ?? 0, pairs[r]?.[c] ?? 0),
    ),
  );
}

/** A c-coefficient and what to say beside it. */
export interface Coefficient {
  readonly value: number | null;
  /** Not between 0 and 1: some codings are in several pairs, so the value must not be read as a share. */
  readonly outOfRange: boolean;
  /** One code is used more than five times as often as the other, which keeps the value low whatever they share. */
  readonly unequal: boolean;
}

/**
 * c = n12 / (n1 + n2 - n12) of the codings n1 and n2 of two codes and their n12 pairs, as in the ATLAS.ti manual (Code
 * Co-occurrence Coefficient), whose two warnings these are. Undefined where the divisor is 0. Nothing is clamped.
 */
export function cCoefficient(n1: number, n2: number, n12: number): Coefficient {
  const divisor = n1 + n2 - n12;
  const value = divisor === 0 ? null : n12 / divisor;
  return {
    value,
    outOfRange: value === null ? n12 > 0 : value < 0 || value > 1,
    unequal: Math.min(n1, n2) > 0 && Math.max(n1, n2) > 5 * Math.min(n1, n2),
  };
}

/** Codings that stand at the same rows and columns. */
export interface Kind {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly references: number;
}

export interface Scoped {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly kinds: readonly Kind[];
  readonly sources: readonly Chosen[];
  /** By source, by profile of its layout: the text passes the filters. */
  readonly passing: readonly (readonly boolean[])[];
  readonly scope: Scope;
}

/** The codings in scope and where each stands. Throws Refused as `cooccurrence` does. */
export function scopeOf(corpus: Corpus, question: CooccurrenceQuestion): Scoped {
  const plan = planOf(corpus, { ...question, rows: [codesOnly(question.rows)], columns: [] });
  const columns = planOf(corpus, { ...question, rows: [codesOnly(question.columns)], columns: [] }).rows;
  // Both axes tell codings apart by their codes alone.
  const { keys, direct } = codeKinds(corpus);
  const kinds: Omit<Kind, 'references'>[] = [];
  /** By key: the kind + 1, 0 for one not met yet. */
  const kindOfKey = new Int32Array(direct.length);
  const references = new Int32Array(direct.length);
  const all = corpus.sources.reduce((sum, { codings }) => sum + codings.start.length, 0);
  const kindOfEach = new Int32Array(all);
  let first = 0;
  const scope = new ScopeCount(corpus);
  const passing: (readonly boolean[])[] = [];
  const sources = corpus.sources.map((source, index): Chosen => {
    const reading = new Reading(plan, index);
    passing.push(reading.passing);
    const codings = inScope(plan, reading, scope);
    const keyOf = keys(source);
    const own = kindOfEach.subarray(first, (first += codings.length));
    for (let place = 0; place < codings.length; place++) {
      const key = at(keyOf, at(codings, place));
      if (at(kindOfKey, key) === 0) {
        kindOfKey[key] = kinds.push({ rows: headingsAt(plan.rows, key), columns: headingsAt(columns, key) });
      }
      const kind = at(kindOfKey, key) - 1;
      own[place] = kind;
      references[kind] = at(references, kind) + 1;
    }
    return { source, codings, kinds: own };
  });
  const counted = kinds.map((kind, place) => ({ ...kind, references: at(references, place) }));
  const standing = counted.filter((kind) => kind.rows.length > 0 && kind.columns.length > 0);
  const inCells = standing.reduce((sum, kind) => sum + kind.references, 0);
  return { rows: plan.rows, columns, kinds: counted, sources, passing, scope: scope.scope(inCells) };
}

function codesOnly(dimensions: readonly Dimension[]): Dimension {
  const [only, ...others] = dimensions;
  if (only === undefined || others.length > 0 || !(only.kind === 'code' || only.kind === 'code-set')) {
    throw new Refused('refused.bad-cooccurrence');
  }
  return only;
}

function inScope(plan: Plan, reading: Reading, scope: ScopeCount): Int32Array {
  const chosen = plan.choose(reading.source);
  const found =
    reading.holdsAll === undefined ? chosen.filter((coding) => reading.hold(coding) !== null) : chosen;
  scope.add(reading);
  scope.references += found.length;
  return found;
}

function headingsAt(axis: Axis, key: number): Int32Array {
  return axis.statesOf(key).filter((state) => state !== axis.total);
}
