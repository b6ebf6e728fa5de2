// Places of words in their sentences: arrows go through them, Enter opens the place in its source.
import { ArrowUpRight } from 'lucide-react';
import { useRef, useState } from 'react';
import type { WordPassage } from '../../../shared/contract/trends.ts';
import { hues } from '../../code-look.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useWords } from '../../words.ts';
import { openPlace } from './trends.tsx';

interface ListProps {
  readonly label: string;
  readonly places: readonly WordPassage[];
  /** How many were not asked for yet. */
  readonly left: number;
  readonly onMore: () => void;
  readonly onLeave: () => void;
}

export function PlaceList({ label, places, left, onMore, onLeave }: ListProps) {
  const { say } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const focusOn = (place: number): void => {
    setAt(place);
    list.current?.querySelectorAll<HTMLElement>('.qitem')[place]?.focus();
  };
  if (places.length === 0) return null;
  const onKey = (event: React.KeyboardEvent): void => {
    const place = places[at];
    if (event.key === 'ArrowDown') focusOn(Math.min(at + 1, places.length - 1));
    else if (event.key === 'ArrowUp') focusOn(Math.max(0, at - 1));
    else if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && place && !(event.target instanceof HTMLButtonElement)) openPlace(place);
    else return;
    event.preventDefault();
  };
  return (
    <ul className="scroll" ref={list} onKeyDown={onKey} aria-label={label}>
      {places.map((place, index) => (
        <PlaceItem
          key={`${place.sourceUid} ${place.start} ${place.word}`}
          place={place}
          isCurrent={index === at}
          onFocus={() => setAt(index)}
        />
      ))}
      {left > 0 ? (
        <li className="more">
          <Button onPress={onMore}>{say('tables.more-quotes', { n: left })}</Button>
        </li>
      ) : null}
    </ul>
  );
}

interface ItemProps {
  readonly place: WordPassage;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
}

function PlaceItem({ place, isCurrent, onFocus }: ItemProps) {
  const { say } = useWords();
  const { source, paragraph, speaker, sentence, from, start, end } = place;
  return (
    <li className="qitem" tabIndex={isCurrent ? 0 : -1} onFocus={onFocus}>
      <p className={`quote c ${hues[0]} s2`}>
        {sentence.slice(0, start - from)}
        <mark className="mk">{sentence.slice(start - from, end - from)}</mark>
        {sentence.slice(end - from)}
      </p>
      <div className="cite">
        <span className="grow">
          {speaker === null ? null : <span className="med q2">{speaker} </span>}
          {source} <span className="nowrap">¶ {paragraph}</span>
        </span>
        <span className="hstack acts">
          <IconButton
            icon={ArrowUpRight}
            small
            label={say('tables.open-in-source')}
            onPress={() => openPlace(place)}
          />
        </span>
      </div>
    </li>
  );
}
