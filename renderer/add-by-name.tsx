// Something new by its name, at the foot of a list: a field and its button, empty again once it is added.
import { useState } from 'react';
import { useAttempt } from './start/attempt.ts';
import { Button } from './ui/button.tsx';
import { Field } from './ui/field.tsx';
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
  const { say, refusal } = useWords();
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
      <Field
        label={label}
        bare
        placeholder={label}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          attempt.refuse(null);
        }}
        onEnter={run}
        refusal={attempt.refusal ? refusal(attempt.refusal) : null}
      />
      <Button onPress={run} disabled={name === '' || attempt.isBusy}>
        {say('screen.add')}
      </Button>
    </div>
  );
}
