// A chip of which one of a few choices is taken; choosing closes it.
import { Chip, Choices } from '../chip.tsx';

interface OneOfProps<T extends string> {
  readonly name: string;
  readonly choices: readonly { readonly id: T; readonly text: string }[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
}

export function OneOf<T extends string>({ name, choices, chosen, onChoose }: OneOfProps<T>) {
  return (
    <Chip name={name} value={choices.find(({ id }) => id === chosen)?.text ?? ''}>
      {(close) => (
        <Choices
          label={name}
          choices={choices}
          chosen={[chosen]}
          autoFocus
          onChange={([id]) => {
            close();
            const next = choices.find((each) => each.id === id);
            if (next) onChoose(next.id);
          }}
        />
      )}
    </Chip>
  );
}
