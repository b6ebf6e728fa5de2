// What the code at the caret means, shown beside its passage until a key is pressed.
import { useLayoutEffect, useRef } from 'react';
import { CodeMark } from '../ui/code-mark.tsx';
import { Keys } from '../ui/keys.tsx';
import { useWords } from '../words.ts';
import { CodeDefinition } from './code-definition.tsx';
import type { OpenSource } from './open-source.ts';
import { closeFloating, useCloseOutside, usePlace } from './pop-place.ts';

export function DefinitionPop({ open, code: uid }: { readonly open: OpenSource; readonly code: string }) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  usePlace(box);
  useCloseOutside(box);
  useLayoutEffect(() => box.current?.focus(), []);
  const code = open.codebook.byUid.get(uid) ?? null;
  const look = open.codebook.looks.get(uid);
  const name = code?.name ?? '';
  return (
    <div
      className="pop at-selection picker definition-pop"
      role="dialog"
      aria-label={say('gestures.definition-of', { code: name })}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        if (!['Escape', 'Enter', 'i', 'I', ' '].includes(event.key)) return;
        closeFloating();
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className="picker-head">
        {look ? <CodeMark look={look} /> : null}
        <b className="grow cut">{name}</b>
        <Keys keys={['Esc']} />
      </div>
      <CodeDefinition code={code} />
    </div>
  );
}
