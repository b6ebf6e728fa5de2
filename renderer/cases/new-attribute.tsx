// A new attribute of cases or sources: its name, its kind of value, and the values of a list.
import { useState } from 'react';
import type { AttributeType } from '../../shared/matrices/corpus.ts';
import { engine } from '../engine.ts';
import { AttemptField } from '../start/attempt-field.tsx';
import { useAttempt } from '../start/attempt.ts';
import { Field } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words.ts';

const types: readonly AttributeType[] = ['text', 'number', 'date', 'yes-no', 'choice', 'ordinal'];

interface NewAttributeProps {
  /** What has it. */
  readonly owner: 'case' | 'source';
  readonly onClose: () => void;
}

export function NewAttribute({ owner, onClose }: NewAttributeProps) {
  const { say } = useWords();
  const [name, setName] = useState('');
  const [type, setType] = useState<AttributeType>('text');
  const [lines, setLines] = useState('');
  const hasChoices = type === 'choice' || type === 'ordinal';
  const choices = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const isReady = name.trim() !== '' && (!hasChoices || choices.length > 0);
  const attempt = useAttempt('attributes.add');
  const make = (): void => {
    if (!isReady) return;
    attempt.run(async () => {
      await engine.call('attributes.add', { owner, name, type, choices: hasChoices ? choices : [] });
      onClose();
    });
  };
  return (
    <FormDialog title={say('cases.new-attribute')} isReady={isReady} onAdd={make} onClose={onClose}>
      <AttemptField
        label={say('cases.attribute-name')}
        value={name}
        onChange={setName}
        onEnter={make}
        attempt={attempt}
        autoFocus
      />
      <Select
        label={say('cases.attribute-type')}
        value={type}
        options={types.map((value) => ({ value, text: say(`cases.type-${value}`) }))}
        onChange={setType}
      />
      {hasChoices ? <Field label={say('cases.choices')} value={lines} onChange={setLines} lines={5} /> : null}
    </FormDialog>
  );
}
