// One attribute of a case: a field or a list that fits its type.
import { useState } from 'react';
import type { AttributeEntry } from '../../shared/contract/codebook.ts';
import { Refused } from '../../shared/refused.ts';
import { sayFailure } from '../acts.ts';
import { engine } from '../engine.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words.ts';

interface AttributeValueProps {
  readonly attribute: AttributeEntry;
  /** '' for none. */
  readonly value: string;
  readonly caseName: string;
}

export function AttributeValue({ attribute, value, caseName }: AttributeValueProps) {
  const { say, refusal } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const keep = async (next: string): Promise<void> => {
    if (next.trim() === value) return setDraft(null);
    try {
      const attributes = [{ name: attribute.name, value: next }];
      await engine.call('cases.set', { name: caseName, attributes, sources: [], speakers: [] });
      setDraft(null);
      setRefused(null);
    } catch (error) {
      if (error instanceof Refused) setRefused(refusal(error.refusal));
      else sayFailure('cases.set', error);
    }
  };
  const choices =
    attribute.type === 'yes-no'
      ? [
          { value: 'yes', text: say('cases.yes') },
          { value: 'no', text: say('cases.no') },
        ]
      : attribute.choices.map((choice) => ({ value: choice, text: choice }));
  if (choices.length > 0) {
    return (
      <Select
        label={attribute.name}
        value={value}
        options={[{ value: '', text: say('cases.no-value') }, ...choices]}
        onChange={(next) => void keep(next)}
      />
    );
  }
  return (
    <Field
      label={attribute.name}
      value={draft ?? value}
      onChange={(next) => {
        setDraft(next);
        setRefused(null);
      }}
      onEnter={() => void keep(draft ?? value)}
      onLeave={() => void keep(draft ?? value)}
      refusal={refused}
    />
  );
}
