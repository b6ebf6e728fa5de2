// A new code: its name, and under which code it stands.
import { useState } from 'react';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import { engine } from '../engine.ts';
import { AttemptField } from '../start/attempt-field.tsx';
import { useAttempt } from '../start/attempt.ts';
import { Field } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Segments } from '../ui/segments.tsx';
import { useWords } from '../words.ts';

interface NewCodeProps {
  /** The chosen code: the new one may stand under it. */
  readonly parent: CodeEntry | null;
  readonly onClose: () => void;
  readonly onMade: (uid: string) => void;
}

export function NewCode({ parent, onClose, onMade }: NewCodeProps) {
  const { say } = useWords();
  const [name, setName] = useState('');
  const [definition, setDefinition] = useState('');
  const [place, setPlace] = useState<'top' | 'under'>(parent ? 'under' : 'top');
  const attempt = useAttempt('codes.add');
  const isReady = name.trim() !== '';
  const make = (): void => {
    if (!isReady) return;
    const under = place === 'under' && parent ? parent.uid : null;
    const input = { name, parent: under, shortId: null, definition: definition.trim() || null };
    attempt.run(async () => onMade((await engine.call('codes.add', input)).uid));
  };
  return (
    <FormDialog title={say('codebook.new')} isReady={isReady} onAdd={make} onClose={onClose}>
      <AttemptField
        label={say('codebook.new-name')}
        value={name}
        onChange={setName}
        onEnter={make}
        attempt={attempt}
        autoFocus
      />
      {parent ? (
        <Segments
          label={say('codebook.new')}
          value={place}
          options={[
            { value: 'under', text: say('codebook.new-under', { name: parent.name }) },
            { value: 'top', text: say('codebook.new-top') },
          ]}
          onChange={setPlace}
        />
      ) : null}
      <Field label={say('codebook.definition')} value={definition} onChange={setDefinition} lines={3} />
    </FormDialog>
  );
}
