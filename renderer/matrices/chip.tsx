// A chip of the question: what it says now, and behind it a small pane to change it.
import { Check, type LucideIcon } from 'lucide-react';
import { memo, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { stepFor, typeAhead } from '../ui/list-keys.ts';
import { hasCommandKey } from '../ui/keys.tsx';

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

/**
 * A list to choose from. Its rows are plain and drawn one by one as they change: a codebook of hundreds of codes is such a
 * list, and stands open while the table is asked anew.
 */
export function Choices(props: ChoicesProps) {
  const { label, title, choices, chosen, multiple = false, autoFocus = false, onChange } = props;
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const isChosen = new Set(chosen);
  const entry =
    choices.find(({ id }) => id === at) ?? choices.find(({ id }) => isChosen.has(id)) ?? choices[0];
  useEffect(() => {
    if (autoFocus) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, []);
  const take = (now: (id: string) => boolean): void => {
    onChange(choices.flatMap(({ id }) => (now(id) ? [id] : [])));
  };
  const pick = (picked: string): void => {
    if (multiple) take((id) => isChosen.has(id) !== (id === picked));
    else if (!isChosen.has(picked)) take((id) => id === picked);
  };
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const here = choices.findIndex(({ id }) => id === idOf(event.target));
    const to = stepFor(event.key, here, choices.length) ?? typeAhead(event, here, choices);
    if (to !== null) rowsOf(event.currentTarget)[to]?.focus();
    else if (entry && (event.key === 'Enter' || event.code === 'Space')) pick(entry.id);
    else if (multiple && hasCommandKey(event) && event.code === 'KeyA') take(() => true);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      role="listbox"
      className="menu choices"
      aria-label={label}
      aria-multiselectable={multiple || undefined}
      onKeyDown={onKey}
      onFocus={({ target }) => setAt(idOf(target))}
      onClick={({ target }) => {
        const id = idOf(target);
        if (id !== null) pick(id);
      }}
    >
      {title === undefined ? null : (
        <div className="sec" aria-hidden>
          {title}
        </div>
      )}
      {choices.map(({ id, text, note }) => (
        <ChoiceRow key={id} {...{ id, text, note }} isChosen={isChosen.has(id)} isEntry={id === entry?.id} />
      ))}
    </div>
  );
}

interface ChoiceRowProps {
  readonly id: string;
  readonly text: string;
  readonly note: string | undefined;
  readonly isChosen: boolean;
  /** Tab leads here. */
  readonly isEntry: boolean;
}

const ChoiceRow = memo(function ChoiceRow({ id, text, note, isChosen, isEntry }: ChoiceRowProps) {
  return (
    <div
      role="option"
      className="row menu-row"
      data-choice={id}
      aria-selected={isChosen}
      tabIndex={isEntry ? 0 : -1}
    >
      <span className="tick">{isChosen ? <Check className="i s" aria-hidden /> : null}</span>
      <span className="t" title={text}>
        {text}
      </span>
      {note === undefined ? null : <span className="count">{note}</span>}
    </div>
  );
});

function rowsOf(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role=option]')];
}

/** The choice that an event is about; null beside the rows. */
function idOf(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-choice]') : null;
  return row?.dataset['choice'] ?? null;
}
