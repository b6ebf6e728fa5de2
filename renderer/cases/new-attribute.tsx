// A new attribute of cases: its name, its kind of value, and the values of a list.
import { useState } from 'react';
import type { AttributeType } from '../../shared/matrices/corpus.ts';
import { act } from '../acts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words.ts';

const types: readonly AttributeType[] = ['text', 'number', 'date', 'yes-no', 'choice', 'ordinal'];

export function NewAttribute({ onClose }: { readonly onClose: () => void }) {
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
  const make = async (): Promise<void> => {
    if (!isReady) return;
    await act('attributes.add', { owner: 'case', name, type, choices: hasChoices ? choices : [] });
    onClose();
  };
  return (
    <Dialog
      title={say('cases.new-attribute')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('screen.cancel')}</Button>
          <Button kind="first" disabled={!isReady} onPress={() => void make()}>
            {say('screen.add')}
          </Button>
        </>
      }
    >
      <div className="modal-content code-pair-stack">
        <Field
          label={say('cases.attribute-name')}
          value={name}
          onChange={setName}
          onEnter={() => void make()}
          autoFocus
        />
        <Select
          label={say('cases.attribute-type')}
          value={type}
          options={types.map((value) => ({ value, text: say(`cases.type-${value}`) }))}
          onChange={setType}
        />
        {hasChoices ? (
          <Field label={say('cases.choices')} value={lines} onChange={setLines} lines={5} />
        ) : null}
      </div>
    </Dialog>
  );
}
