// A new case: its name.
import { useState } from 'react';
import { engine } from '../engine.ts';
import { AttemptField } from '../start/attempt-field.tsx';
import { useAttempt } from '../start/attempt.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';

export function NewCase({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [name, setName] = useState('');
  const attempt = useAttempt('cases.set');
  const isReady = name.trim() !== '';
  const make = (): void => {
    if (!isReady) return;
    attempt.run(async () => {
      const made = await engine.call('cases.set', { name, attributes: [], sources: [], speakers: [] });
      windowState.set({ case: made.uid });
      onClose();
    });
  };
  return (
    <FormDialog title={say('cases.new')} isReady={isReady} onAdd={make} onClose={onClose}>
      <AttemptField
        label={say('cases.name')}
        value={name}
        onChange={setName}
        onEnter={make}
        attempt={attempt}
        autoFocus
      />
    </FormDialog>
  );
}
