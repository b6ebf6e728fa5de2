// What becomes of the things under a code or a type that goes: they go too, or get another one.
import { useState } from 'react';
import { Segments } from '../ui/segments.tsx';
import { Select } from '../ui/select.tsx';

interface FateWords {
  /** Of the choice. */
  readonly label: string;
  readonly move: string;
  readonly remove: string;
  /** Of the list of targets. */
  readonly target: string;
}

/** The choice on screen, and what it asks for; with nowhere to go they can only be removed. */
export function useFate(
  targets: readonly { readonly value: string; readonly text: string }[],
  { label, move, remove, target: targetLabel }: FateWords,
) {
  const [fate, setFate] = useState<'move' | 'remove'>(targets.length > 0 ? 'move' : 'remove');
  const [target, setTarget] = useState(targets[0]?.value ?? '');
  const choice = (
    <>
      <Segments
        label={label}
        value={fate}
        options={[
          ...(targets.length > 0 ? [{ value: 'move' as const, text: move }] : []),
          { value: 'remove' as const, text: remove },
        ]}
        onChange={setFate}
      />
      {fate === 'move' ? (
        <Select label={targetLabel} value={target} options={targets} onChange={setTarget} />
      ) : null}
    </>
  );
  return { choice, asked: fate === 'move' ? { moveTo: target } : ('remove' as const) };
}
