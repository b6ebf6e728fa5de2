// The cases of a change: those that have something to read in both phases, and which of them nobody has coded yet.
import { must } from '../must.ts';
import type { ChangeQuestion } from './change.ts';
import type { Corpus } from './corpus.ts';
import { reachOf } from './dimensions.ts';
import { keysBy, type Keys } from './keys.ts';
import { at } from './numbers.ts';
import { planOf } from './plan.ts';
import { Reading } from './reading.ts';

/** Places of the two phases among those of the corpus. */
export type Sides = readonly [number, number];

/**
 * Places of the cases that have, in both phases, a text of the phase or (for the phase of codings) a coding about it; apart
 * those of which nobody has coded a text of one of the phases, nor anything about it.
 */
export function pairedCases(
  corpus: Corpus,
  question: ChangeQuestion,
  sides: Sides,
): { readonly paired: ReadonlySet<number>; readonly uncoded: readonly number[] } {
  // Which codes are asked for does not change what there is to read.
  const filters = question.filters.filter((filter) => reachOf(filter.dimension) !== 'coding');
  const byCase = { ...question, filters, rows: [{ kind: 'case' } as const], columns: [], panels: [] };
  const own = planOf(corpus, byCase);
  // Of whatever coder: what there is to read.
  const all = planOf(corpus, { ...byCase, coders: null });
  const sidesOf = sidesBy(question, sides);
  const material = sides.map(() => new Set<number>());
  const coded = sides.map(() => new Set<number>());
  for (const [index, source] of corpus.sources.entries()) {
    const reading = new Reading(all, index);
    const ofSource = sides.indexOf(source.phase);
    const sideOf = sidesOf(source);
    for (const { rows } of reading.regions) for (const row of rows) material[ofSource]?.add(row);
    const ofAll = rowsBySide(reading, all.choose(source), sideOf);
    for (const [side, rows] of ofAll.entries()) {
      for (const row of rows) {
        coded[side]?.add(row);
        coded[ofSource]?.add(row);
      }
    }
    if (question.phases.dimension.kind !== 'phase') continue;
    const ofOwn = question.coders === null ? ofAll : rowsBySide(reading, own.choose(source), sideOf);
    for (const [side, rows] of ofOwn.entries()) {
      for (const row of rows) material[side]?.add(row);
    }
  }
  const caseAt = new Map(corpus.cases.map(({ id }, each) => [id, each]));
  const both = all.rows.headings.flatMap(({ ids }, row) => {
    const inBoth = (rows: readonly ReadonlySet<number>[]): boolean => rows.every((each) => each.has(row));
    const each = must(caseAt.get(ids.join()), 'the case');
    return inBoth(material) ? [{ each, isCoded: inBoth(coded) }] : [];
  });
  const [paired = [], uncoded = []] = [true, false].map((isCoded) =>
    both.filter((one) => one.isCoded === isCoded).map(({ each }) => each),
  );
  return { paired: new Set(paired), uncoded };
}

/** The side that each coding is about; one more than the sides for neither. */
function sidesBy({ phases }: ChangeQuestion, sides: Sides): Keys {
  const sideAt = (phase: number): number => (sides.includes(phase) ? sides.indexOf(phase) : sides.length);
  return keysBy(({ codings, phase: ofSource }, keys, count) => {
    keys.fill(sideAt(ofSource), 0, count);
    if (phases.dimension.kind === 'source-phase') return;
    for (let coding = 0; coding < count; coding++) {
      const phase = at(codings.phase, coding);
      if (phase !== -1) keys[coding] = sideAt(phase);
    }
  });
}

/** By side, and neither of them: the rows at which codings about it stand. */
function rowsBySide(reading: Reading, codings: Int32Array, sideOf: Int32Array): Set<number>[] {
  const held = Array.from({ length: 3 }, () => new Set<readonly number[]>());
  const latest: (readonly number[] | null)[] = [null, null, null];
  for (let place = 0; place < codings.length; place++) {
    const coding = at(codings, place);
    const side = at(sideOf, coding);
    const regions = reading.hold(coding);
    // Most codings are held by the same regions as the one before.
    if (regions === null || regions === latest[side]) continue;
    latest[side] = regions;
    held[side]?.add(regions);
  }
  return held.map(
    (lists) => new Set([...lists].flat().flatMap((region) => reading.regions[region]?.rows ?? [])),
  );
}
