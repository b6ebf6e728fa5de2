// A chip of the question: what it says now, and behind it a small pane to change it.
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components';

interface ChipProps {
  /** What it is of: "Rows". */
  readonly name: string;
  readonly value?: string;
  readonly icon?: LucideIcon;
  readonly tone?: 'on' | 'add' | 'bad';
  readonly onClose?: () => void;
  readonly children: (close: () => void) => ReactNode;
}

export function Chip({ name, value, icon: Icon, tone, onClose, children }: ChipProps) {
  return (
    <DialogTrigger
      onOpenChange={(open) => {
        if (!open) onClose?.();
      }}
    >
      <Button className={['chip', tone].filter(Boolean).join(' ')}>
        {Icon ? <Icon className="i" aria-hidden /> : null}
        {value === undefined ? (
          name
        ) : (
          <>
            <span className="q">{name}</span>
            <span className="cut chip-value">{value}</span>
          </>
        )}
      </Button>
      <Popover className="pop chip-pop" placement="bottom start" offset={6}>
        <Dialog className="chip-body" aria-label={name}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface Choice {
  readonly id: string;
  readonly text: string;
  /** Quiet, at the right edge. */
  readonly note?: string;
}

interface ChoicesProps {
  readonly label: string;
  /** Shown above; the label alone speaks to the screen reader otherwise. */
  readonly title?: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly multiple?: boolean;
  readonly autoFocus?: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

export function Choices(props: ChoicesProps) {
  const { label, title, choices, chosen, multiple, autoFocus, onChange } = props;
  const items = choices.map(({ id, text, note }) => (
    <ListBoxItem key={id} id={id} textValue={text} className="row menu-row">
      <span className="tick">{chosen.includes(id) ? <Check className="i s" aria-hidden /> : null}</span>
      <span className="t" title={text}>
        {text}
      </span>
      {note === undefined ? null : <span className="count">{note}</span>}
    </ListBoxItem>
  ));
  return (
    <ListBox
      className="menu choices"
      aria-label={label}
      selectionMode={multiple === true ? 'multiple' : 'single'}
      selectionBehavior="toggle"
      disallowEmptySelection={multiple !== true}
      // Escape closes the pane, and takes nothing away.
      escapeKeyBehavior="none"
      autoFocus={autoFocus === true && (chosen.length === 0 ? 'first' : true)}
      selectedKeys={chosen}
      onSelectionChange={(keys) =>
        onChange(
          keys === 'all'
            ? choices.map(({ id }) => id)
            : choices.flatMap(({ id }) => (keys.has(id) ? [id] : [])),
        )
      }
    >
      {title === undefined ? (
        items
      ) : (
        <ListBoxSection>
          <Header className="sec">{title}</Header>
          {items}
        </ListBoxSection>
      )}
    </ListBox>
  );
}
