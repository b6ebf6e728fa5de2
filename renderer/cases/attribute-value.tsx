// One attribute of a case: a field or a list that fits its type.
import { useState } from 'react';
import type { AttributeEntry } from '../../shared/contract/codebook.ts';
import type { CaseEntry } from '../../shared/contract/coding.ts';
import { Refused } from '../../shared/refused.ts';
import { sayFailure } from '../acts.ts';
import { DraftField } from '../draft-field.tsx';
import { engine } from '../engine.ts';
import { draftOf } from '../find-drafts.ts';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words.ts';

interface AttributeValueProps {
  readonly attribute: AttributeEntry;
  readonly entry: CaseEntry;
}

export function AttributeValue({ attribute, entry }: AttributeValueProps) {
  const { say, refusal } = useWords();
  const [refused, setRefused] = useState<string | null>(null);
  const stored = entry.attributes[attribute.name] ?? '';
  const store = async (value: string): Promise<boolean> => {
    try {
      const attributes = [{ name: attribute.name, value }];
      await engine.call('cases.set', { name: entry.name, attributes, sources: [], speakers: [] });
      setRefused(null);
      return true;
    } catch (error) {
      if (error instanceof Refused) setRefused(refusal(error.refusal));
      else sayFailure('cases.set', error);
      return false;
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
        value={stored}
        options={[{ value: '', text: say('cases.no-value') }, ...choices]}
        onChange={(next) => void store(next)}
      />
    );
  }
  return (
    <DraftField
      about={draftOf.case(entry.uid, `attribute/${attribute.uid}`)}
      label={attribute.name}
      stored={stored}
      store={store}
      onChange={() => setRefused(null)}
      refusal={refused}
    />
  );
}
