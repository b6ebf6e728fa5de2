// One attribute of a case or a text: a field or a list that fits its type.
import type { AttributeEntry } from '../../shared/contract/codebook.ts';
import { DraftField } from '../draft-field.tsx';
import { Select } from '../ui/select.tsx';
import { useStoring } from '../use-storing.ts';
import { useWords } from '../words.ts';

interface AttributeValueProps {
  readonly attribute: AttributeEntry;
  /** '' for none. */
  readonly value: string;
  /** What it is an attribute of, as `draftOf` names it, with its own place in it. */
  readonly about: string;
  /** Stores the value; '' takes it away. Throws Refused. */
  readonly onStore: (value: string) => Promise<unknown>;
}

export function AttributeValue({ attribute, value, about, onStore }: AttributeValueProps) {
  const { say } = useWords();
  const storing = useStoring('attributes');
  const store = (next: string): Promise<boolean> => storing.store(() => onStore(next));
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
        onChange={(next) => void store(next)}
      />
    );
  }
  return (
    <DraftField
      about={about}
      label={attribute.name}
      stored={value}
      store={store}
      onChange={() => storing.refuse(null)}
      refusal={storing.refused}
    />
  );
}
