// Finding words in the open source: hits are painted and counted, Enter goes on, Escape goes back to the text.
import { ChevronDown, ChevronUp, TextSearch, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { findFolded, foldForFinding, hitFrom } from '../../shared/text/find.ts';
import type { Span } from '../../shared/text/lines.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { useWords } from '../words.ts';
import { desk, room, withPageAt } from './room.ts';

export function FindBar({ text }: { readonly text: string }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { hits, hit } = useStore(room, (state) => state);
  const folded = useMemo(() => foldForFinding(text), [text]);
  const look = (words: string): void => {
    setTyped(words);
    const found = findFolded(folded, words);
    show(found, hitFrom(found, room.get().selection?.start ?? 0));
  };
  const step = (by: 1 | -1): void => {
    if (hits.length > 0) show(hits, (hit + by + hits.length) % hits.length);
  };
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <div className="find-bar" role="search">
      <TextSearch className="i s q" aria-hidden />
      <input
        ref={field}
        className="grow find-field"
        aria-label={say('texts.find')}
        placeholder={say('texts.find')}
        value={typed}
        onChange={(event) => look(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') closeFind();
          else return;
          event.preventDefault();
        }}
      />
      <span className="count" role="status">
        {typed === '' ? null : say('texts.hits', { at: hit + 1, n: hits.length })}
      </span>
      <IconButton
        icon={ChevronUp}
        label={say('texts.hit-before')}
        keys={['Shift', '↵']}
        small
        onPress={() => step(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label={say('texts.hit-next')}
        keys={['↵']}
        small
        onPress={() => step(1)}
      />
      <IconButton icon={X} label={say('screen.close')} keys={['Esc']} small onPress={closeFind} />
    </div>
  );
}

function show(hits: readonly Span[], hit: number): void {
  room.set({ hits, hit });
  const current = hits[hit];
  if (current) withPageAt(current.start, (page) => page.reveal(current));
}

/** Closes the bar; the found passage is selected in the text. */
function closeFind(): void {
  const { hits, hit, selection } = room.get();
  const current = hits[hit] ?? selection;
  room.set({ finding: false, hits: [], hit: -1 });
  if (current) desk.page?.select(current);
}
