// The name of a case: one of those there are, or a new one.
import { useCall } from '../engine.ts';
import { ComboField } from '../ui/combo-field.tsx';
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

export function CaseField({ placeholder, ...rest }: CaseFieldProps) {
  const { say } = useWords();
  const cases = useCall('cases.list', {}).value?.cases ?? [];
  return (
    <ComboField
      label={say('importing.case')}
      options={cases.map(({ uid, name }) => ({ id: uid, name }))}
      open={say('importing.cases')}
      placeholder={placeholder ?? say('importing.no-case')}
      {...rest}
    />
  );
}
