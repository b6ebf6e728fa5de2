// A labelled field of text, of one line or several; says beneath it what was refused.
import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';

export interface FieldProps {
  readonly label: string;
  /** Hides the label from the eye, not from the screen reader. */
  readonly bare?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: () => void;
  readonly onLeave?: () => void;
  readonly placeholder?: string;
  readonly icon?: LucideIcon;
  /** Number of lines; more than one makes an area. */
  readonly lines?: number;
  /** One sentence that says what was refused. */
  readonly refusal?: string | null;
  readonly autoFocus?: boolean;
}

export function Field(props: FieldProps) {
  const { label, bare, value, onChange, onEnter, onLeave, placeholder, icon: Icon, lines, refusal } = props;
  const input = useRef<HTMLInputElement>(null);
  // What stands in a field that opens with the focus is an offer: typing takes its place.
  useEffect(() => {
    if (props.autoFocus === true) input.current?.select();
  }, []);
  const rest = { placeholder: placeholder ?? '', ...(onLeave ? { onBlur: onLeave } : {}) };
  return (
    <TextField
      value={value}
      onChange={onChange}
      isInvalid={refusal != null}
      autoFocus={props.autoFocus ?? false}
      className="field-group"
    >
      <Label className={bare ? 'visually-hidden' : 'label'}>{label}</Label>
      {lines !== undefined && lines > 1 ? (
        <TextArea className="field area" rows={lines} {...rest} />
      ) : (
        <div className={['field', Icon && 'quiet', refusal != null && 'is-bad'].filter(Boolean).join(' ')}>
          {Icon ? <Icon className="i s q" aria-hidden /> : null}
          <Input
            ref={input}
            {...rest}
            onKeyDown={(event) => {
              // While a Chinese word is being composed, Enter belongs to the input method.
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
            }}
          />
        </div>
      )}
      {refusal == null ? null : (
        <p className="small bad" role="alert">
          {refusal}
        </p>
      )}
    </TextField>
  );
}
