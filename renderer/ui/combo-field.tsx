// A field with a list: one of the names there are, or another that is typed.
import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';

interface ComboFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Keys and names, with what is told beside the name. */
  readonly options: readonly { readonly id: string; readonly name: string; readonly beside?: string }[];
  /** What the button that opens the list is called. */
  readonly open: string;
  readonly disabled?: boolean;
  /** Stands where nothing is typed. */
  readonly placeholder: string;
  /** The field is left, or Enter is pressed with the list closed. */
  readonly onLeave?: () => void;
}

export function ComboField(props: ComboFieldProps) {
  const { label, value, onChange, options, open, disabled, placeholder, onLeave } = props;
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
      <Label className="label">{label}</Label>
      <div className="field">
        <Input
          placeholder={placeholder}
          onKeyDown={({ key, nativeEvent, currentTarget }) => {
            const isListOpen = currentTarget.ariaExpanded === 'true';
            if (key === 'Enter' && !nativeEvent.isComposing && !isListOpen) onLeave?.();
          }}
        />
        {options.length === 0 ? null : (
          <Button className="combo-open" aria-label={open}>
            <ChevronDown className="i s q" aria-hidden />
          </Button>
        )}
      </div>
      <Popover className="pop menu-pop">
        <ListBox className="menu">
          {options.map(({ id, name, beside }) => (
            <ListBoxItem key={id} id={id} textValue={name} className="row menu-row">
              <span className="t">{name}</span>
              {beside === undefined ? null : <span className="count">{beside}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
