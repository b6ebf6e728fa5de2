// A value for several things at once, chosen from a menu.
import { Select } from './select.tsx';

interface SetAllProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
}

/** Shows no value: the things may differ in it. */
export function SetAll({ label, options, onChange }: SetAllProps) {
  return (
    <Select
      label={label}
      bare
      value=""
      options={[{ value: '', text: label }, ...options]}
      onChange={(value) => {
        if (value !== '') onChange(value);
      }}
    />
  );
}
