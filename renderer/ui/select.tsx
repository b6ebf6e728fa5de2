// One of a list, chosen from a menu.
import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';

interface SelectProps<T extends string> {
  readonly label: string;
  readonly bare?: boolean;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}

export function Select<T extends string>({
  label,
  bare,
  value,
  options,
  onChange,
  disabled,
}: SelectProps<T>) {
  return (
    <AriaSelect
      selectedKey={value}
      isDisabled={disabled ?? false}
      onSelectionChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
      className="field-group"
    >
      <Label className={bare ? 'visually-hidden' : 'label'}>{label}</Label>
      <Button className="field select-field">
        <SelectValue className="grow cut">{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown className="i s q" aria-hidden />
      </Button>
      <Popover className="pop menu-pop">
        <ListBox className="menu" items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.text} className="row menu-row">
              <span className="t">{option.text}</span>
              {option.value === value ? <Check className="i s" aria-hidden /> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
