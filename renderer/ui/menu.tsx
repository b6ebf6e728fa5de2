// A menu behind a button.
import type { LucideIcon } from 'lucide-react';
import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

interface MenuEntry {
  readonly id: string;
  readonly text: string;
  readonly icon?: LucideIcon;
  readonly run: () => void;
  readonly disabled?: boolean;
}

interface MenuProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly entries: readonly MenuEntry[];
}

export function Menu({ label, icon: Icon, entries }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className="ib" aria-label={label}>
        <Icon className="i" aria-hidden />
      </Button>
      <Popover className="pop menu-pop">
        <AriaMenu
          className="menu"
          disabledKeys={entries.filter((entry) => entry.disabled).map((entry) => entry.id)}
          onAction={(key) => entries.find((entry) => entry.id === key)?.run()}
        >
          {entries.map(({ id, text, icon: EntryIcon }) => (
            <MenuItem key={id} id={id} textValue={text} className="row menu-row">
              {EntryIcon ? <EntryIcon className="i s" aria-hidden /> : null}
              <span className="t">{text}</span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
