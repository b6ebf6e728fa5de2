// Something new by its name, at the foot of a list: a field and its button, empty again once it is added.
import { useState } from 'react';
import { AttemptField } from './start/attempt-field.tsx';
import { useAttempt } from './start/attempt.ts';
import { Button } from './ui/button.tsx';
import { useWords } from './words.ts';

interface AddByNameProps {
  readonly className: string;
  readonly label: string;
  /** Names the act where it fails. */
  readonly act: string;
  /** Is given the name without blanks at its ends. */
  readonly add: (name: string) => Promise<unknown>;
}

export function AddByName({ className, label, act, add }: AddByNameProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const attempt = useAttempt(act);
  const name = typed.trim();
  const run = (): void => {
    if (name === '') return;
    attempt.run(async () => {
      await add(name);
      // What was typed meanwhile is the next one.
      setTyped((now) => (now === typed ? '' : now));
    });
  };
  return (
    <div className={className}>
      <AttemptField
        label={label}
        bare
        placeholder={label}
        value={typed}
        onChange={setTyped}
        onEnter={run}
        attempt={attempt}
      />
      <Button onPress={run} disabled={name === '' || attempt.isBusy}>
        {say('screen.add')}
      </Button>
    </div>
  );
}
