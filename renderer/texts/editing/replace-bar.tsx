// Finding and replacing in the text that is edited: hit by hit, or everywhere in one step.
import { ChevronDown, ChevronUp, Replace, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { findFolded, foldForFinding, hitFrom } from '../../../shared/text/find.ts';
import { cleanTyped } from '../../../shared/text/splices.ts';
import { useStore } from '../../store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useWords } from '../../words.ts';
import { room } from '../room.ts';
import { editing, replaceAll } from './edit.ts';

export function ReplaceBar() {
  const { say } = useWords();
  const [wanted, setWanted] = useState('');
  const [instead, setInstead] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const edit = useStore(editing, (state) => state.edit);
  const text = edit?.typing.text ?? '';
  const folded = useMemo(() => foldForFinding(text), [text]);
  const hits = useMemo(() => {
    const { before = 0, behind = 0 } = edit ?? {};
    // What is not on the screen is not replaced.
    return findFolded(folded, wanted).filter(
      ({ start, end }) => start >= before && end <= text.length - behind,
    );
  }, [folded, wanted, edit?.before, edit?.behind, text]);
  const place = Math.max(0, hitFrom(hits, at));
  const hit = hits[place];
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    room.set({ hits, hit: hit ? place : -1 });
    return () => room.set({ hits: [], hit: -1 });
  }, [hits, hit, place]);
  useReveal(hit?.start ?? null);
  const step = (by: 1 | -1): void => {
    const next = hits[(place + by + hits.length) % Math.max(1, hits.length)];
    if (next) setAt(next.start);
  };
  const put = cleanTyped(instead);
  const replaceOne = (): void => {
    if (!hit) return;
    setAt(hit.start + put.length);
    replaceAll([{ ...hit, text: put }]);
  };
  const everywhere = (): void => replaceAll(hits.toReversed().map((each) => ({ ...each, text: put })));
  return (
    <div className="find-bar replace-bar" role="search">
      <input
        ref={field}
        className="grow find-field"
        aria-label={say('texts.find')}
        placeholder={say('texts.find')}
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.ctrlKey || event.metaKey)
            return;
          step(event.shiftKey ? -1 : 1);
          event.preventDefault();
        }}
      />
      <span className="count" role="status">
        {wanted === '' ? null : say('texts.hits', { at: hit ? place + 1 : 0, n: hits.length })}
      </span>
      <IconButton icon={ChevronUp} label={say('texts.hit-before')} small onPress={() => step(-1)} />
      <IconButton icon={ChevronDown} label={say('texts.hit-next')} small onPress={() => step(1)} />
      <Instead
        value={instead}
        onChange={setInstead}
        hits={hits.length}
        onOne={replaceOne}
        onAll={everywhere}
      />
      <IconButton
        icon={X}
        label={say('screen.close')}
        keys={['Esc']}
        small
        onPress={() => editing.set({ replacing: false })}
      />
    </div>
  );
}

interface InsteadProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hits: number;
  readonly onOne: () => void;
  readonly onAll: () => void;
}

function Instead({ value, onChange, hits, onOne, onAll }: InsteadProps) {
  const { say } = useWords();
  return (
    <>
      <Replace className="i s q" aria-hidden />
      <input
        className="grow find-field"
        aria-label={say('editing.instead')}
        placeholder={say('editing.instead')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.ctrlKey || event.metaKey)
            return;
          onOne();
          event.preventDefault();
        }}
      />
      <Button disabled={hits === 0} onPress={onOne}>
        {say('editing.replace-one')}
      </Button>
      <Button disabled={hits === 0} onPress={onAll}>
        {say('editing.replace-all', { n: hits })}
      </Button>
    </>
  );
}

/** Brings the current hit into sight, once its paint stands. */
function useReveal(start: number | null): void {
  useEffect(() => {
    if (start === null) return;
    const frame = requestAnimationFrame(() => {
      const range = [...(CSS.highlights.get('find-at') ?? [])][0];
      const node = range?.startContainer.parentElement;
      node?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [start]);
}
