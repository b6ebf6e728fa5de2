// The name of a case: one of those there are, or a new one.
import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useCall } from '../engine.ts';
import { useWords } from '../words.ts';

interface CaseFieldProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly disabled?: boolean;
  /** Stands where no name is typed. */
  readonly placeholder?: string;
  /** The field is left, or Enter is pressed with the list closed. */
  readonly onLeave?: () => void;
}

export function CaseField({ value, onChange, disabled, placeholder, onLeave }: CaseFieldProps) {
  const { say } = useWords();
  const cases = useCall('cases.list', {}).value?.cases ?? [];
  return (
    <ComboBox
      className="field-group"
      inputValue={value}
      onInputChange={onChange}
      allowsCustomValue
      menuTrigger="input"
      isDisabled={disabled ?? false}
      {...(onLeave ? { onBlur: onLeave } : {})}
    >
      <Label className="label">{say('importing.case')}</Label>
      <div className="field">
        <Input
          placeholder={placeholder ?? say('importing.no-case')}
          onKeyDown={({ key, nativeEvent, currentTarget }) => {
            const isListOpen = currentTarget.ariaExpanded === 'true';
            if (key === 'Enter' && !nativeEvent.isComposing && !isListOpen) onLeave?.();
          }}
        />
        {cases.length === 0 ? null : (
          <Button className="case-open" aria-label={say('importing.cases')}>
            <ChevronDown className="i s q" aria-hidden />
          </Button>
        )}
      </div>
      <Popover className="pop menu-pop">
        <ListBox className="menu">
          {cases.map(({ uid, name }) => (
            <ListBoxItem key={uid} id={uid} textValue={name} className="row menu-row">
              <span className="t">{name}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
