// A few alternatives side by side, one of them on; its label stands above it where that is wanted.
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
  /** Shows the label to the eye, too. */
  readonly titled?: boolean;
}

export function Segments<T extends string>({ label, value, options, onChange, titled }: SegmentsProps<T>) {
  const group = (
    <ToggleButtonGroup
      className="seg"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value));
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value}>
          {option.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
  if (titled !== true) return group;
  return (
    <div className="field-group">
      <span className="label" aria-hidden>
        {label}
      </span>
      {group}
    </div>
  );
}
