// Which codings of a source are together: pairs by overlap, passage, turn, distance or order.
import type { CorpusSource } from './corpus.ts';
import { layoutOf, turnsOf } from './layout.ts';
import { at, countBelow, grown } from './numbers.ts';
import type { Nearness } from './question.ts';

/** Counts pairs of kinds of codings: by the kind of the later coding, by the kind of the earlier one. */
export type PairCounts = (Int32Array | undefined)[];

/** Codings of one source in the order of the text: their places in its block, and their kinds (0 … kinds - 1). */
export interface Chosen {
  readonly source: CorpusSource;
  readonly codings: Int32Array;
  readonly kinds: Int32Array;
}

/** Adds every pair of the chosen codings that is together, once, by the kinds of the two (see `eachPair`). */
export function addPairs(chosen: Chosen, nearness: Nearness, kindCount: number, counts: PairCounts): void {
  const { kinds } = chosen;
  eachPair(chosen, nearness, (later, earlier, length) => {
    const row = (counts[at(kinds, later)] ??= new Int32Array(kindCount));
    for (let place = 0; place < length; place++) {
      const kind = at(kinds, at(earlier, place));
      row[kind] = at(row, kind) + 1;
    }
  });
}

/** A coding and the first `length` of `earlier`, each of which is together with it. */
type VisitPairs = (later: number, earlier: Int32Array, length: number) => void;

/**
 * Visits every pair of the chosen codings that is together, once, by their places in the list: all pairs of one later
 * coding at a time, as most codings are in many. 'overlap': they share at
 * least one UTF-16 unit; 'passage': same start and end; 'turn': there is a turn of which both have text;
 * 'turns': they have text of turns that are at most so many apart (0 for the same one); 'within': at
 * most so many UTF-16 units lie between them, 0 when they touch; 'followed': the later one starts at the end of the
 * earlier one or less than so many units after it.
 */
export function eachPair(chosen: Chosen, nearness: Nearness, visit: VisitPairs): void {
  if (nearness.kind === 'followed') return eachFollowing(chosen, nearness.characters, visit);
  const count = chosen.codings.length;
  for (const column of ['from', 'to', 'open', 'openTo'] as const) work[column] = grown(work[column], count);
  const { from, to, open, openTo } = work;
  findReaches(chosen, nearness);
  let length = 0;
  for (let later = 0; later < count; later++) {
    const start = at(from, later);
    const end = at(to, later);
    if (end <= start) continue;
    let kept = 0;
    for (let place = 0; place < length; place++) {
      const reach = at(openTo, place);
      if (reach <= start) continue;
      open[kept] = at(open, place);
      openTo[kept++] = reach;
    }
    if (kept > 0) visit(later, open, kept);
    open[kept] = later;
    openTo[kept] = end;
    length = kept + 1;
  }
}

/**
 * Of the source at hand, by place in the list: half-open reaches, ascending by `from`; two codings are together when these
 * share something, an empty one is alone. Then the codings whose reaches are open, and where these end.
 */
const work = {
  from: new Int32Array(64),
  to: new Int32Array(64),
  open: new Int32Array(64),
  openTo: new Int32Array(64),
};

function findReaches({ source, codings }: Chosen, nearness: Exclude<Nearness, { kind: 'followed' }>): void {
  const { start, end } = source.codings;
  const { passage } = layoutOf(source);
  const ofTurns = nearness.kind === 'turn' || nearness.kind === 'turns' ? turnsOf(source) : null;
  const { from, to } = work;
  const margin = nearness.kind === 'within' ? nearness.characters + 1 : 0;
  for (let place = 0; place < codings.length; place++) {
    const coding = at(codings, place);
    if (ofTurns !== null) {
      const first = at(ofTurns.first, coding);
      const last = at(ofTurns.last, coding);
      const apart = nearness.kind === 'turns' ? nearness.turns : 0;
      from[place] = first;
      to[place] = last < first ? first : last + apart + 1;
    } else if (nearness.kind === 'passage') {
      from[place] = at(passage, coding);
      to[place] = at(passage, coding) + 1;
    } else {
      from[place] = at(start, coding);
      to[place] = at(end, coding) + margin;
    }
  }
}

function eachFollowing({ source, codings }: Chosen, gap: number, visit: VisitPairs): void {
  const one = new Int32Array(1);
  const starts = codings.map((coding) => at(source.codings.start, coding));
  for (let earlier = 0; earlier < codings.length; earlier++) {
    const end = at(source.codings.end, at(codings, earlier));
    for (
      let later = countBelow(starts, end);
      later < starts.length && at(starts, later) < end + gap;
      later++
    ) {
      one[0] = earlier;
      visit(later, one, 1);
    }
  }
}
