// Who says a turn: one of those who speak in the text, or somebody new; the turn's label says so afterwards.
import { useState } from 'react';
import { act } from '../../acts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.ts';
import type { OpenSource } from '../open-source.ts';
import { room } from '../room.ts';
import { editing, replaceAll } from './edit.ts';
import { caretInEdit } from './caret-in-edit.ts';

/** `live` is the text as it is now, also while it is edited. */
export function ChangeSpeaker({ live }: { readonly live: OpenSource }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const { reading } = live;
  const [turn] = useState(() => {
    const at = editing.get().edit ? caretInEdit() : (room.get().selection?.start ?? 0);
    return reading.labels.findLastIndex(({ start }) => start <= (at ?? 0));
  });
  const label = reading.labels[turn];
  const now = label && reading.speakers[label.speaker];
  const close = (): void => editing.set({ panel: null });
  const choose = async (name: string): Promise<void> => {
    if (!label || !now || name.trim() === '') return;
    close();
    if (editing.get().edit) {
      const words = reading.text.slice(label.start, label.end);
      const at = words.indexOf(now.name);
      const place = at < 0 ? label : { start: label.start + at, end: label.start + at + now.name.length };
      replaceAll([{ ...place, text: at < 0 ? `${name.trim()}: ` : name.trim() }]);
      return;
    }
    const change = { kind: 'speaker', turn, speaker: name } as const;
    const { uid: source, content: base } = reading;
    await act('sources.edit', { source, base, change, decisions: [], leaveOut: false, draft: null });
  };
  return (
    <Dialog title={say('editing.change-speaker')} onClose={close} width={440}>
      <div className="modal-content speakers-choice">
        {!label || !now ? (
          <p>{say('editing.no-turn')}</p>
        ) : (
          <>
            <p>{say('editing.says-now', { speaker: now.name })}</p>
            {reading.speakers
              .filter(({ uid }) => uid !== now.uid)
              .map(({ uid, name }) => (
                <Button key={uid} onPress={() => void choose(name)}>
                  {name}
                </Button>
              ))}
            <Field
              label={say('editing.somebody-else')}
              value={typed}
              onChange={setTyped}
              onEnter={() => void choose(typed)}
            />
            <Button kind="first" disabled={typed.trim() === ''} onPress={() => void choose(typed)}>
              {say('editing.give-turn')}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
