// A field to type into and the list of what answers: arrows move through the list, Enter takes, the focus stays in the field.
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';

interface PickFieldProps {
  /** id of the list that it leads through. */
  readonly list: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How many rows there are, and which of them Enter takes. */
  readonly rows: number;
  readonly at: number;
  readonly onMove: (row: number) => void;
  /** Any other key, Enter among them; true when it was used. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

export function PickField(props: PickFieldProps) {
  const { list, label, placeholder, value, onChange, rows, at, onMove, onKey } = props;
  return (
    <input
      className="grow"
      role="combobox"
      aria-expanded
      aria-controls={list}
      aria-activedescendant={rows > 0 ? rowId(list, at) : undefined}
      aria-label={label}
      placeholder={placeholder ?? label}
      value={value}
      autoFocus
      onChange={(event) => {
        onChange(event.target.value);
        onMove(0);
      }}
      onKeyDown={(event) => {
        // While a Chinese word is being composed, its keys belong to the input method.
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'ArrowDown') onMove(Math.min(at + 1, rows - 1));
        else if (event.key === 'ArrowUp') onMove(Math.max(at - 1, 0));
        else if (!onKey(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

interface PickListProps {
  readonly id: string;
  readonly label: string;
  readonly className?: string;
  /** What stands in each row, by its key. */
  readonly rows: readonly { readonly key: string; readonly content: ReactNode }[];
  readonly at: number;
  readonly onMove: (row: number) => void;
  readonly onPick: (row: number, event: MouseEvent) => void;
  /** Where there is no row. */
  readonly nothing: string;
}

export function PickList({ id, label, className, rows, at, onMove, onPick, nothing }: PickListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at, rows]);
  return (
    <ul id={id} className={className} role="listbox" aria-label={label} ref={list}>
      {rows.map(({ key, content }, row) => (
        <li
          key={key}
          id={rowId(id, row)}
          role="option"
          aria-selected={row === at}
          className="row"
          // A list that moves under a hand at rest changes nothing.
          onPointerMove={() => onMove(row)}
          onClick={(event) => onPick(row, event)}
        >
          {content}
        </li>
      ))}
      {rows.length === 0 ? (
        <li className="q small nothing-found" role="option" aria-selected={false} aria-disabled>
          {nothing}
        </li>
      ) : null}
    </ul>
  );
}

function rowId(list: string, row: number): string {
  return `${list}-${row}`;
}
