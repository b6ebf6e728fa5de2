// What a screen reader hears of the codings: which begin and end where the caret goes, and what an act did.
import { useEffect, useRef, useState } from 'react';
import { spansAt } from '../../shared/text/lanes.ts';
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
  const before = useRef<readonly ShownCoding[]>([]);
  const { codings } = open;
  useEffect(() => {
    const timer = setTimeout(() => {
      const now = selection ? spansAt(codings, selection) : [];
      setSpoken(crossing(words, before.current, now));
      before.current = now;
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

/** Which codings the caret left, which it came into, and all that it is in. */
function crossing({ say }: Words, before: readonly ShownCoding[], now: readonly ShownCoding[]): string {
  const ids = new Set(now.map(({ id }) => id));
  const known = new Set(before.map(({ id }) => id));
  const namesOf = (codings: readonly ShownCoding[]): readonly string[] => codings.map(({ name }) => name);
  const left = before.filter(({ id }) => !ids.has(id));
  const entered = now.filter(({ id }) => !known.has(id));
  const parts = [
    left.length > 0 ? say('gestures.spoken-end', { names: namesOf(left) }) : null,
    entered.length > 0 ? say('gestures.spoken-start', { names: namesOf(entered) }) : null,
    now.length > 0 ? say('texts.spoken', { n: now.length, names: namesOf(now) }) : null,
  ];
  return parts.filter((part) => part !== null).join(' ');
}
