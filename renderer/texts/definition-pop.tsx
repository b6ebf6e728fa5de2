// What the code at the caret means, shown beside its passage until a key is pressed.
import { Pin, PinOff } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { settings } from '../settings.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { CodeMark } from '../ui/code-mark.tsx';
import { Keys } from '../ui/keys.tsx';
import { useWords } from '../words.ts';
import { CodeDefinition } from './code-definition.tsx';
import { pin } from './focus-acts.ts';
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
  const isPinned = useStore(settings, (state) => state.pinned.includes(uid));
  return (
    <div
      className="pop at-selection picker definition-pop"
      role="dialog"
      aria-label={say('gestures.definition-of', { code: name })}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        const isOwn = event.target === event.currentTarget;
        const closes = isOwn ? ['Escape', 'Enter', 'i', 'I', ' '] : ['Escape'];
        if (!closes.includes(event.key)) return;
        closeFloating();
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className="picker-head">
        {look ? <CodeMark look={look} /> : null}
        <b className="grow cut">{name}</b>
        <IconButton
          icon={isPinned ? PinOff : Pin}
          label={say('gestures.pin')}
          keys={['D']}
          small
          pressed={isPinned}
          onPress={() => pin(open, uid)}
        />
        <Keys keys={['Esc']} />
      </div>
      <CodeDefinition code={code} />
    </div>
  );
}
