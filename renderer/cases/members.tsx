// What belongs to a case: a list, and a menu of everything that may belong to it.
import { ChevronDown, X } from 'lucide-react';
import { Button, ListLayout, Menu, MenuItem, MenuTrigger, Popover, Virtualizer } from 'react-aria-components';
import { IconButton } from '../ui/button.tsx';
import { useWords } from '../words.ts';

interface MembersProps {
  readonly title: string;
  readonly empty: string;
  /** The name of the menu. */
  readonly choose: string;
  readonly members: readonly string[];
  /** What may belong to the case, members among it; `about` tells what it belongs to besides. */
  readonly candidates: readonly { readonly name: string; readonly about: string }[];
  readonly onAdd: (name: string) => void;
  readonly onRemove: (name: string) => void;
  readonly onOpen?: (name: string) => void;
}

export function Members(props: MembersProps) {
  const { title, empty, members, candidates, onRemove, onOpen } = props;
  const { say } = useWords();
  return (
    <section aria-label={title}>
      <div className="case-head">
        <h3>{title}</h3>
        {candidates.length === 0 ? null : <Chooser {...props} />}
      </div>
      {members.length === 0 ? <p className="q2 measure">{empty}</p> : null}
      <ul className="member-list">
        {members.map((name) => (
          <li key={name} className="hstack">
            {onOpen ? (
              <button className="link grow cut" onClick={() => onOpen(name)}>
                {name}
              </button>
            ) : (
              <span className="grow cut">{name}</span>
            )}
            <IconButton icon={X} small label={say('cases.detach', { name })} onPress={() => onRemove(name)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** px of a row, as in the styles. */
const layout = { rowHeight: 28 };

/** Stays open while several are chosen; each choice is an act of its own. */
function Chooser({ choose, members, candidates, onAdd, onRemove }: MembersProps) {
  return (
    <MenuTrigger>
      <Button className="btn plain">
        {choose}
        <ChevronDown className="i s" aria-hidden />
      </Button>
      <Popover className="pop menu-pop member-pop" placement="bottom end">
        <Virtualizer layout={ListLayout} layoutOptions={layout}>
          <Menu
            className="menu"
            items={candidates.map((each) => ({ ...each, id: each.name }))}
            selectionMode="multiple"
            selectedKeys={members}
            onSelectionChange={(keys) => {
              for (const { name } of candidates) {
                const isChosen = keys === 'all' || keys.has(name);
                if (isChosen !== members.includes(name)) (isChosen ? onAdd : onRemove)(name);
              }
            }}
          >
            {({ name, about }) => (
              <MenuItem id={name} textValue={name} className="row menu-row">
                {({ isSelected }) => (
                  <>
                    <i className={isSelected ? 'tick on' : 'tick'} aria-hidden />
                    <span className="t">{name}</span>
                    <span className="q small cut">{about}</span>
                  </>
                )}
              </MenuItem>
            )}
          </Menu>
        </Virtualizer>
      </Popover>
    </MenuTrigger>
  );
}
