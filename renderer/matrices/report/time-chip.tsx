// The chip for the order of time: an attribute of the sources, or none.
import { useCall } from '../../engine.ts';
import { OneOf } from './one-of.tsx';

interface TimeChipProps {
  readonly name: string;
  /** The name of an attribute in words; null for none. */
  readonly text: (attribute: string | null) => string;
  readonly order: string | null;
  readonly onChange: (order: string | null) => void;
}

/** No attribute is called so. */
const none = '';

export function TimeChip({ name, text, order, onChange }: TimeChipProps) {
  const listed = useCall('attributes.list', {}).value?.attributes ?? [];
  const names = listed.filter(({ owner }) => owner === 'source').map((attribute) => attribute.name);
  return (
    <OneOf
      name={name}
      choices={[none, ...names].map((id) => ({ id, text: text(id === none ? null : id) }))}
      chosen={order ?? none}
      onChoose={(id) => onChange(id === none ? null : id)}
    />
  );
}
