// What a screen reader hears of the codings: which begin and end where the caret goes, and what an act did.
import { useEffect, useRef, useState } from 'react';
import { spansAt } from '../../shared/text/lanes.ts';
import type { Span } from '../../shared/text/lines.ts';
import { useStore } from '../store.ts';
import { useWords, type Words } from '../words.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import { room } from './room.ts';

/** Milliseconds of rest before the codes at the caret are spoken: a caret that runs says nothing. */
const rest = 400;

export function Spoken({ open }: { readonly open: OpenSource }) {
  const words = useWords();
  const selection = useStore(room, (state) => state.selection);
  const said = useStore(room, (state) => state.said);
  // The same words a second time are heard only where something differs.
  const again = said.n % 2 === 0 ? '' : '\u00a0';
  const [spoken, setSpoken] = useState('');
  const { codings } = open;
  /** What the caret is known to be in. */
  const known = useRef<readonly ShownCoding[]>([]);
  const before = useRef(codings);
  useEffect(() => {
    if (selection) known.current = withActs(known.current, selection, before.current, codings);
    before.current = codings;
    const timer = setTimeout(() => {
      const now = selection ? spansAt(codings, selection) : [];
      setSpoken(crossing(words, known.current, now));
      known.current = now;
    }, rest);
    return () => clearTimeout(timer);
  }, [selection, codings, words]);
  return (
    <>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {said.text + again}
      </p>
    </>
  );
}

/** An act has said itself what it made or removed at the selection: known without the removed codings, with the new ones. */
function withActs(
  known: readonly ShownCoding[],
  selection: Span,
  before: readonly ShownCoding[],
  after: readonly ShownCoding[],
): readonly ShownCoding[] {
  if (before === after) return known;
  const now = spansAt(after, selection);
  const was = new Set(spansAt(before, selection).map(({ id }) => id));
  const is = new Set(now.map(({ id }) => id));
  return [...known.filter(({ id }) => is.has(id) || !was.has(id)), ...now.filter(({ id }) => !was.has(id))];
}

/** Which codings the caret left, which it came into, and then all that it is in; '' where it crossed no border. */
function crossing({ say }: Words, before: readonly ShownCoding[], now: readonly ShownCoding[]): string {
  const ids = new Set(now.map(({ id }) => id));
  const known = new Set(before.map(({ id }) => id));
  const namesOf = (codings: readonly ShownCoding[]): readonly string[] => codings.map(({ name }) => name);
  const left = before.filter(({ id }) => !ids.has(id));
  const entered = now.filter(({ id }) => !known.has(id));
  if (left.length === 0 && entered.length === 0) return '';
  const parts = [
    left.length > 0 ? say('gestures.spoken-end', { names: namesOf(left) }) : null,
    entered.length > 0 ? say('gestures.spoken-start', { names: namesOf(entered) }) : null,
    now.length > 0 ? say('texts.spoken', { n: now.length, names: namesOf(now) }) : null,
  ];
  return parts.filter((part) => part !== null).join(' ');
}
