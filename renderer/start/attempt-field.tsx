// A field of words that an attempt takes: what it refused stands beneath them until they are changed.
import { Field, type FieldProps } from '../ui/field.tsx';
import { useWords } from '../words.ts';
import type { Attempt } from './attempt.ts';

interface AttemptFieldProps extends Omit<FieldProps, 'refusal'> {
  readonly attempt: Attempt;
}

export function AttemptField({ attempt, onChange, ...field }: AttemptFieldProps) {
  const { refusal } = useWords();
  return (
    <Field
      {...field}
      onChange={(text) => {
        onChange(text);
        attempt.refuse(null);
      }}
      refusal={attempt.refusal && refusal(attempt.refusal)}
    />
  );
}
