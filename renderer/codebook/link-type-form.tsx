// What may be changed in a type of links: its names, its direction, its signs, and the codes that it joins; one act.
import { ChevronDown } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import type { RelationTypeEntry } from '../../shared/contract/links.ts';
import { engine } from '../engine.ts';
import { useAttempt } from '../start/attempt.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Segments } from '../ui/segments.tsx';
import { useWords } from '../words.ts';

interface LinkTypeFormProps {
  readonly type: RelationTypeEntry;
  readonly codes: readonly CodeEntry[];
  readonly onDone: () => void;
}

export function LinkTypeForm({ type, codes, onDone }: LinkTypeFormProps) {
  const { say, refusal } = useWords();
  const [name, setName] = useState(type.name);
  const [alsoName, setAlsoName] = useState(type.alsoName ?? '');
  const [directed, setDirected] = useState(type.directed);
  const [signed, setSigned] = useState(type.signed);
  /** Null while they are those that the type joins. */
  const [between, setBetween] = useState<readonly string[] | null>(null);
  const attempt = useAttempt('relation-types.update');
  const save = (): void => {
    if (name.trim() === '') return;
    attempt.run(async () => {
      const change = { name, alsoName, directed, signed };
      const joined = between === null ? {} : { between: [...between] };
      await engine.call('relation-types.update', { type: type.uid, ...change, ...joined });
      onDone();
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onDone();
  };
  return (
    <li>
      <div
        className="link-type-edit"
        role="group"
        aria-label={say('links.change-type', { type: type.name })}
        onKeyDown={onKeyDown}
      >
        <div className="link-type-fields">
          <Field label={say('links.name')} value={name} onChange={setName} onEnter={save} autoFocus />
          <Field label={say('links.also-name')} value={alsoName} onChange={setAlsoName} onEnter={save} />
          <Segments
            label={say('links.direction')}
            value={directed ? 'one' : 'both'}
            options={[
              { value: 'one', text: say('links.directed') },
              { value: 'both', text: say('links.both-ways') },
            ]}
            onChange={(value) => setDirected(value === 'one')}
          />
          <Segments
            label={say('links.sign')}
            value={signed ? 'yes' : 'no'}
            options={[
              { value: 'yes', text: say('links.with-signs') },
              { value: 'no', text: say('links.without-signs') },
            ]}
            onChange={(value) => setSigned(value === 'yes')}
          />
        </div>
        <JoinedCodes codes={codes} chosen={between ?? type.between} onChange={setBetween} />
        {attempt.refusal === null ? null : (
          <p className="small bad" role="alert">
            {refusal(attempt.refusal)}
          </p>
        )}
        <div className="hstack">
          <Button kind="first" disabled={name.trim() === ''} onPress={save}>
            {say('links.save')}
          </Button>
          <Button kind="plain" onPress={onDone}>
            {say('screen.cancel')}
          </Button>
        </div>
      </div>
    </li>
  );
}

interface JoinedCodesProps {
  readonly codes: readonly CodeEntry[];
  /** uids. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Stays open while several codes are chosen; none: the type joins any. */
function JoinedCodes({ codes, chosen, onChange }: JoinedCodesProps) {
  const { say } = useWords();
  const names = codes.filter(({ uid }) => chosen.includes(uid)).map(({ name }) => name);
  return (
    <MenuTrigger>
      <AriaButton className="btn plain joins-button">
        <span className="cut">
          {names.length === 0 ? say('links.joins-any') : say('links.joins', { names })}
        </span>
        <ChevronDown className="i s" aria-hidden />
      </AriaButton>
      <Popover className="pop menu-pop member-pop" placement="bottom start">
        <Menu
          className="menu"
          aria-label={say('links.joins-which')}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChange(codes.map(({ uid }) => uid).filter((uid) => keys === 'all' || keys.has(uid)))
          }
        >
          {codes.map(({ uid, name, shortId, depth }) => (
            <MenuItem key={uid} id={uid} textValue={name} className="row menu-row">
              {({ isSelected }) => (
                <>
                  <i className={isSelected ? 'tick on' : 'tick'} aria-hidden />
                  <span className="t" style={{ paddingLeft: (depth - 1) * 12 }}>
                    {[shortId, name].filter(Boolean).join(' ')}
                  </span>
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
