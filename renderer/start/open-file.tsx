// A project file by its typed path: a page cannot look into folders by itself.
import { useState } from 'react';
import { Refused } from '../../shared/refused.ts';
import { engine, useCall } from '../engine.ts';
import { openProject } from '../project.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useWords } from '../words.ts';
import { useAttempt } from './attempt.ts';
import { HeldDialog } from './held-dialog.tsx';

export function OpenFileForm() {
  const { say, refusal } = useWords();
  const folder = useCall('host.places', {}).value?.folder;
  const [path, setPath] = useState('');
  const [held, setHeld] = useState<{ readonly token: string; readonly name: string } | null>(null);
  const attempt = useAttempt('project.open');
  const open = (): void => {
    if (path.trim() === '') return;
    attempt.run(async () => {
      const { token, name, exists } = await engine.call('host.grant', { path: path.trim() });
      if (!exists) throw new Refused('refused.no-file', { file: name });
      setHeld({ token, name });
      await openProject(token);
    });
  };
  const isHeld = attempt.refusal?.key === 'refused.held';
  return (
    <div className="start-form">
      <div className="hstack start-path">
        <Field
          label={say('start.path')}
          value={path}
          onChange={(text) => {
            setPath(text);
            attempt.refuse(null);
          }}
          onEnter={open}
          placeholder={folder === undefined ? '' : `${folder}/….crosscase`}
          refusal={attempt.refusal && !isHeld ? refusal(attempt.refusal) : null}
          autoFocus
        />
        <Button kind="first" onPress={open} disabled={path.trim() === ''} busy={attempt.isBusy}>
          {say('start.open-act')}
        </Button>
      </div>
      {isHeld && held ? (
        <HeldDialog token={held.token} name={held.name} onAgain={open} onClose={() => attempt.refuse(null)} />
      ) : null}
    </div>
  );
}
