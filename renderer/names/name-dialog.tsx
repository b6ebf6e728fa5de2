// A name and what stands for it in what leaves; beneath, where the name stands in the texts.
import { useState } from 'react';
import type { FoundName } from '../../shared/contract/pseudonyms.ts';
import { nameKey } from '../../shared/pseudonyms.ts';
import { engine, useCall } from '../engine.ts';
import { useAttempt } from '../start/attempt.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { useWords } from '../words.ts';
import { readNames } from './leaving.ts';

interface NameDialogProps {
  /** As it was selected or listed; it can be changed as long as it has no pseudonym. */
  readonly name: string;
  readonly onClose: () => void;
}

export function NameDialog({ name: given, onClose }: NameDialogProps) {
  const { say, refusal } = useWords();
  const list = useCall('pseudonyms.list', {}).value?.pseudonyms;
  const [typedName, setName] = useState(given);
  const [typed, setPseudonym] = useState<string | null>(null);
  const attempt = useAttempt('pseudonyms.set');
  const name = typedName.trim();
  const known = list?.find((each) => nameKey(each.name) === nameKey(name));
  const pseudonym = typed ?? known?.pseudonym ?? '';
  const isReady = name !== '' && pseudonym.trim() !== '';
  const keep = (): void => {
    if (!isReady) return;
    attempt.run(async () => {
      await engine.call('pseudonyms.set', { pseudonyms: [{ name, pseudonym }] });
      // What is copied next has it.
      await readNames();
      onClose();
    });
  };
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    attempt.refuse(null);
  };
  return (
    <Dialog
      title={say('pseudonyms.give')}
      width={600}
      onClose={onClose}
      footer={
        <>
          <span className="small q2 grow">{say('pseudonyms.stored-stays')}</span>
          <Button onPress={onClose}>{say('screen.cancel')}</Button>
          <Button kind="first" disabled={!isReady || attempt.isBusy} onPress={keep}>
            {say('pseudonyms.keep')}
          </Button>
        </>
      }
    >
      <div className="modal-content vstack">
        <Field
          label={say('export.name')}
          value={typedName}
          onChange={change(setName)}
          onEnter={keep}
          autoFocus={given === ''}
        />
        <Field
          label={say('head.pseudonym')}
          value={pseudonym}
          onChange={change(setPseudonym)}
          onEnter={keep}
          refusal={attempt.refusal && refusal(attempt.refusal)}
          autoFocus={given !== ''}
        />
        <Places name={name} />
      </div>
    </Dialog>
  );
}

/** So many places are shown. */
const most = 6;

function Places({ name }: { readonly name: string }) {
  const { say } = useWords();
  const found = useCall('pseudonyms.find', name === '' ? null : { name, most }).value;
  if (name === '' || !found) return <p className="small q2 name-places">{say('pseudonyms.how-found')}</p>;
  const { places, sources, shown } = found;
  return (
    <div className="name-places" aria-live="polite">
      <p className="small q2">{say('pseudonyms.found', { name, places, sources })}</p>
      <ul>
        {shown.map((each) => (
          <Place key={`${each.sourceUid} ${each.start}`} found={each} />
        ))}
      </ul>
    </div>
  );
}

function Place({ found }: { readonly found: FoundName }) {
  const { source, paragraph, before, name, after } = found;
  return (
    <li className="small">
      <span className="read cut">
        {before}
        <mark>{name}</mark>
        {after}
      </span>
      <span className="q2">
        {source} ¶{paragraph}
      </span>
    </li>
  );
}
