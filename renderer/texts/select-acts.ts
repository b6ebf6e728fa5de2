// What keys select: sentences, paragraphs, turns; and a selection that grows and shrinks.
import type { Span } from '../../shared/text/lines.ts';
import { grown, selectUnits, shrunk, unitAt, unitBeside, type Unit } from '../../shared/text/units.ts';
import { quoteOf, shortened } from './coding-acts.ts';
import type { OpenSource } from './open-source.ts';
import { room, tellAloud, withPageAt } from './room.ts';

/** The selections that grew out of one another, the latest last: shrinking goes back through them. */
let growth: readonly Span[] = [];

/** Selects the unit at the caret; where whole units are selected, one more of them. */
export function selectUnit(open: OpenSource, unit: Unit, direction: 'next' | 'previous'): void {
  select(open, selectUnits(open.reading, unit, here(), direction));
}

/** Selects the sentence after or before the caret, and nothing else. */
export function stepSentence(open: OpenSource, direction: 'next' | 'previous'): void {
  const selection = here();
  const isCaret = selection.start === selection.end;
  const at = isCaret ? unitAt(open.reading, 'sentence', selection.start) : null;
  select(open, at ?? unitBeside(open.reading, 'sentence', selection, direction));
}

export function growSelection(open: OpenSource): void {
  const before = here();
  const after = grown(open.reading, before);
  const last = growth.at(-1);
  growth = last && same(last, before) ? [...growth, after] : [before, after];
  select(open, after);
}

export function shrinkSelection(open: OpenSource): void {
  const last = growth.at(-1);
  const before = growth.at(-2);
  if (last && before && same(last, here())) {
    growth = growth.slice(0, -1);
    return select(open, before);
  }
  select(open, shrunk(open.reading, here()));
}

function here(): Span {
  return room.get().selection ?? { start: 0, end: 0 };
}

function select(open: OpenSource, passage: Span | null): void {
  if (!passage) return;
  room.set({ chosen: null, selection: passage });
  withPageAt(passage.start, (page) => {
    page.reveal(passage);
    page.select(passage);
  });
  tellAloud(shortened(quoteOf(open, passage)));
}

function same(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}
