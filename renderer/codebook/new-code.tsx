// A new code: its name, and under which code it stands.
import { useState } from 'react';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import { Refused } from '../../shared/refused.ts';
import { sayFailure } from '../acts.ts';
import { engine } from '../engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Segments } from '../ui/segments.tsx';
import { useWords } from '../words.ts';

interface NewCodeProps {
  /** The chosen code: the new one may stand under it. */
  readonly parent: CodeEntry | null;
  readonly onClose: () => void;
  readonly onMade: (uid: string) => void;
}

export function NewCode({ parent, onClose, onMade }: NewCodeProps) {
  const { say, refusal } = useWords();
  const [name, setName] = useState('');
  const [definition, setDefinition] = useState('');
  const [place, setPlace] = useState<'top' | 'under'>(parent ? 'under' : 'top');
  const [refused, setRefused] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    if (name.trim() === '') return;
    const under = place === 'under' && parent ? parent.uid : null;
    try {
      const input = { name, parent: under, shortId: null, definition: definition.trim() || null };
      onMade((await engine.call('codes.add', input)).uid);
    } catch (error) {
      if (error instanceof Refused) setRefused(refusal(error.refusal));
      else sayFailure('codes.add', error);
    }
  };
  return (
    <Dialog
      title={say('codebook.new')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('screen.cancel')}</Button>
          <Button kind="first" disabled={name.trim() === ''} onPress={() => void make()}>
            {say('screen.add')}
          </Button>
        </>
      }
    >
      <div className="modal-content code-pair-stack">
        <Field
          label={say('codebook.new-name')}
          value={name}
          onChange={(value) => {
            setName(value);
            setRefused(null);
          }}
          onEnter={() => void make()}
          refusal={refused}
          autoFocus
        />
        {parent ? (
          <Segments
            label={say('codebook.new')}
            value={place}
            options={[
              { value: 'under', text: say('codebook.new-under', { name: parent.name }) },
              { value: 'top', text: say('codebook.new') },
            ]}
            onChange={setPlace}
          />
        ) : null}
        <Field label={say('codebook.definition')} value={definition} onChange={setDefinition} lines={3} />
      </div>
    </Dialog>
  );
}
