// The codings behind a cell of a table of codes that stand together: the same scope and the same pairs as its numbers.
import { scopeOf, type CooccurrenceQuestion, type Scoped } from './cooccurrence.ts';
import type { Corpus } from './corpus.ts';
import { placeOf } from './evidence.ts';
import { eachPair, type Chosen } from './nearness.ts';
import { at } from './numbers.ts';
import type { Heading } from './question.ts';
import { unitsOf } from './shared-units.ts';

/** What a cell shows: pairs of codings (references, c-coefficient), or the passages or turns that two codes share. */
export type PairMeasure = 'pairs' | 'units';

/** Headings of the table's rows and columns, or places among them; null for a total. */
export interface PairCell {
  readonly row: Heading | number | null;
  readonly column: Heading | number | null;
}

/** Place among the corpus' sources, and of the coding in the block of that source. */
interface Place {
  readonly source: number;
  readonly coding: number;
}

/**
 * The codings of row and column that take part in the cell's pairs, or that stand in the passages or turns that both
 * share; of a total, the codings in scope there. Each once, by source, then by place in the text. Throws Refused as
 * `cooccurrence` does, and for a heading that the table does not have.
 */
export function pairEvidence(
  corpus: Corpus,
  question: CooccurrenceQuestion,
  measure: PairMeasure,
  cell: PairCell,
): Place[] {
  const scope = scopeOf(corpus, question);
  const row = placeOf(scope.rows, cell.row ?? undefined);
  const column = placeOf(scope.columns, cell.column ?? undefined);
  return scope.sources.flatMap((chosen, source) => {
    const standing = standingAt(scope, chosen, { row, column });
    const partners = row !== null && column !== null;
    const taking = partners ? takingPart(standing, question, measure) : standing.chosen.codings;
    return Array.from(taking, (coding) => ({ source, coding }));
  });
}

/** The codings at the row or at the column, and which of them stand at which. */
interface Standing {
  readonly chosen: Chosen;
  readonly atRow: readonly boolean[];
  readonly atColumn: readonly boolean[];
}

function standingAt(
  { kinds }: Scoped,
  chosen: Chosen,
  { row, column }: Readonly<Record<'row' | 'column', number | null>>,
): Standing {
  const isAt = (side: 'rows' | 'columns', heading: number | null): boolean[] =>
    kinds.map((kind) => heading !== null && kind[side].includes(heading));
  const rowKinds = isAt('rows', row);
  const columnKinds = isAt('columns', column);
  const all = row === null && column === null;
  const kept = (_: number, place: number): boolean => {
    const kind = at(chosen.kinds, place);
    return all || rowKinds[kind] === true || columnKinds[kind] === true;
  };
  const codings = chosen.codings.filter(kept);
  const kindOfEach = chosen.kinds.filter(kept);
  return {
    chosen: { source: chosen.source, codings, kinds: kindOfEach },
    atRow: Array.from(kindOfEach, (kind) => rowKinds[kind] === true),
    atColumn: Array.from(kindOfEach, (kind) => columnKinds[kind] === true),
  };
}

function takingPart(
  { chosen, atRow, atColumn }: Standing,
  { nearness }: CooccurrenceQuestion,
  measure: PairMeasure,
): Int32Array {
  const taking = new Set<number>();
  if (measure === 'units' && (nearness.kind === 'passage' || nearness.kind === 'turn')) {
    const { count, first, places } = unitsOf(chosen, nearness.kind);
    for (let unit = 0; unit < count; unit++) {
      const own = places.subarray(at(first, unit), at(first, unit + 1));
      const shared = own.some((place) => atRow[place]) && own.some((place) => atColumn[place]);
      if (shared) for (const place of own) taking.add(place);
    }
  } else {
    const ordered = nearness.kind === 'followed';
    eachPair(chosen, nearness, (later, list, length) => {
      for (const earlier of list.subarray(0, length)) {
        const together = atRow[earlier] && atColumn[later];
        if (together || (!ordered && atRow[later] && atColumn[earlier])) taking.add(earlier).add(later);
      }
    });
  }
  return chosen.codings.filter((_, place) => taking.has(place));
}
