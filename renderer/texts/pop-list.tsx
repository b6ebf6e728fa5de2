// A list that floats at the selection: a field that filters it, rows to choose from by arrow keys and Enter.
import type { LucideIcon } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Keys } from '../ui/keys.tsx';
import { PickField, PickList } from '../ui/pick-list.tsx';
import { useWords } from '../words.ts';
import { focusMemo, PopMemo } from './pop-memo.tsx';

interface PopListProps {
  readonly icon: LucideIcon;
  /** Of the field and the list. */
  readonly label: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly rows: readonly { readonly key: string; readonly content: ReactNode }[];
  readonly onChoose: (row: number) => void;
  readonly onClose: () => void;
  /** Asked first; true: the key was used. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  readonly head?: ReactNode;
  readonly foot?: ReactNode;
  /** A memo beneath the list; Enter in it chooses too. */
  readonly memo?: {
    readonly placeholder: string;
    readonly value: string;
    readonly onChange: (memo: string) => void;
  };
}

export function PopList(props: PopListProps) {
  const { icon: Icon, label, typed, onTyped, rows, onChoose, onClose, onKey, head, foot, memo } = props;
  const { say } = useWords();
  const [at, setAt] = useState(0);
  const usedKey = (event: KeyboardEvent): boolean => {
    if (onKey?.(event) === true) return true;
    if (event.key === 'Enter') onChoose(at);
    else if (memo && event.key === 'Tab' && !event.shiftKey) focusMemo();
    else if (event.key === 'Escape') onClose();
    else return false;
    return true;
  };
  return (
    <>
      <div className="picker-head">
        <Icon className="i q" aria-hidden />
        <PickField
          list="pop-list"
          label={label}
          value={typed}
          onChange={onTyped}
          rows={rows.length}
          at={at}
          onMove={setAt}
          onKey={usedKey}
        />
        {head}
      </div>
      <PickList
        id="pop-list"
        className="pop-list"
        label={label}
        rows={rows}
        at={at}
        onMove={setAt}
        onPick={onChoose}
        nothing={say('gestures.nothing-found')}
      />
      {memo ? <PopMemo {...memo} onEnter={() => onChoose(at)} /> : null}
      <div className="foot">
        {foot}
        <span className="grow" />
        <span className="hint">
          <Keys keys={['Esc']} />
          {say('texts.hint-close')}
        </span>
      </div>
    </>
  );
}
