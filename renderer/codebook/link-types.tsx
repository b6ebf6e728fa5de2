// The types of links: added, changed, removed with what becomes of their links.
import { ArrowLeftRight, ArrowRight, Pencil, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RelationTypeEntry } from '../../shared/contract/links.ts';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import { codeLooks } from '../code-look.ts';
import { engine, useValue } from '../engine.ts';
import { focusWhenDrawn } from '../frame.ts';
import { AddByName } from '../add-by-name.tsx';
import { useAttempt } from '../start/attempt.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { CodeMark } from '../ui/code-mark.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { useFate } from './fate.tsx';
import { LinkTypeForm } from './link-type-form.tsx';
import './link-types.css';

export function LinkTypes() {
  const { say } = useWords();
  const types = useValue('relation-types.list', {})?.types ?? [];
  const codes = useValue('codes.list', {})?.codes ?? [];
  return (
    <Dialog title={say('links.types')} width={640} onClose={() => windowState.set({ floating: null })}>
      <div className="modal-content">
        <p className="help">{say('links.types-what')}</p>
        <ul className="link-types">
          {types.map((type) => (
            <TypeRow key={type.uid} type={type} types={types} codes={codes} />
          ))}
        </ul>
        <AddByName
          className="hstack new-link-type"
          label={say('links.new-type')}
          act="relation-types.add"
          add={(name) =>
            engine.call('relation-types.add', { name, alsoName: null, directed: true, signed: true })
          }
        />
      </div>
    </Dialog>
  );
}

interface TypeProps {
  readonly type: RelationTypeEntry;
  readonly types: readonly RelationTypeEntry[];
  readonly codes: readonly CodeEntry[];
}

function TypeRow({ type, types, codes }: TypeProps) {
  const { say } = useWords();
  const [doing, setDoing] = useState<'change' | 'remove' | null>(null);
  const looks = useMemo(() => codeLooks(codes), [codes]);
  const Arrow = type.directed ? ArrowRight : ArrowLeftRight;
  const done = (): void => {
    setDoing(null);
    // The form that had the focus is gone.
    void focusWhenDrawn(`[data-link-type="${type.uid}"] button`);
  };
  if (doing === 'change') return <LinkTypeForm type={type} codes={codes} onDone={done} />;
  if (doing === 'remove')
    return <RemoveType type={type} others={types.filter((each) => each !== type)} onDone={done} />;
  return (
    <li className="link-type" data-link-type={type.uid}>
      <Arrow className="i s q" aria-label={say(type.directed ? 'links.directed' : 'links.both-ways')} />
      <span className="cut">
        <span className="med">{type.name}</span> <span className="q">{type.alsoName}</span>
      </span>
      <span className="q small num nowrap">{type.signed ? say('links.signs') : null}</span>
      <span className="hstack joined-codes">
        {type.between.map((uid) => {
          const look = looks.get(uid);
          return look ? <CodeMark key={uid} look={look} /> : null;
        })}
      </span>
      <span className="count nowrap">{say('links.n', { n: type.links })}</span>
      <IconButton
        icon={Pencil}
        small
        label={say('links.change-type', { type: type.name })}
        onPress={() => setDoing('change')}
      />
      <IconButton
        icon={Trash2}
        small
        label={say('links.remove-type', { type: type.name })}
        onPress={() => setDoing('remove')}
      />
    </li>
  );
}

interface RemoveTypeProps {
  readonly type: RelationTypeEntry;
  readonly others: readonly RelationTypeEntry[];
  readonly onDone: () => void;
}

function RemoveType({ type, others, onDone }: RemoveTypeProps) {
  const { say, refusal } = useWords();
  const attempt = useAttempt('relation-types.remove');
  const { choice, asked } = useFate(
    others.map(({ uid, name }) => ({ value: uid, text: name })),
    {
      label: say('links.fate', { type: type.name }),
      move: say('links.fate-move'),
      remove: say('links.fate-remove'),
      target: say('links.fate-target'),
    },
  );
  const remove = (): void =>
    attempt.run(async () => {
      const links = type.links === 0 ? 'refuse' : asked;
      await engine.call('relation-types.remove', { type: type.uid, links });
      void focusWhenDrawn('.new-link-type input');
    });
  return (
    <li>
      <div
        className="link-type-edit code-pair-stack"
        role="group"
        aria-label={say('links.remove-type', { type: type.name })}
      >
        <p>
          {say(type.links === 0 ? 'links.remove-plain' : 'links.remove-links', {
            type: type.name,
            n: type.links,
          })}
        </p>
        {type.links === 0 ? null : choice}
        {attempt.refusal === null ? null : (
          <p className="small bad" role="alert">
            {refusal(attempt.refusal)}
          </p>
        )}
        <div className="hstack">
          <Button kind="danger" onPress={remove}>
            {say('screen.delete')}
          </Button>
          <Button kind="plain" autoFocus onPress={onDone}>
            {say('screen.cancel')}
          </Button>
        </div>
      </div>
    </li>
  );
}
