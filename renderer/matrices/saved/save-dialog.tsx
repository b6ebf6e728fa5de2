// Names and describes a matrix: when it is saved, when it is renamed, when a second one is made after it.
import { useState } from 'react';
import type { SavedMatrix } from '../../../shared/contract/saved-matrices.ts';
import { engine } from '../../engine.ts';
import { focusWhenDrawn } from '../../frame.ts';
import { AttemptField } from '../../start/attempt-field.tsx';
import { useAttempt } from '../../start/attempt.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { windowState } from '../../window-state.ts';
import { useWords } from '../../words.ts';
import { inSight, openSaved } from './use-saved.ts';

export type Saving = 'save' | 'describe' | 'duplicate';

interface SaveProps {
  readonly saving: Saving;
  /** The matrix that is described or duplicated. */
  readonly current: SavedMatrix | null;
  readonly title: string;
  readonly onClose: () => void;
}

export function SaveDialog({ saving, current, title, onClose }: SaveProps) {
  const { say } = useWords();
  const isCopy = saving === 'duplicate' && current !== null;
  const first = isCopy ? say('saved.copy-of', { name: current.name }) : (current?.name ?? title);
  const [name, setName] = useState(first);
  const [description, setDescription] = useState(saving === 'describe' ? (current?.description ?? '') : '');
  const attempt = useAttempt(`matrices.${saving}`);
  const isReady = name.trim() !== '';
  const keep = (): void => {
    if (!isReady) return;
    attempt.run(async () => {
      const saved = await kept({ saving, current, name, description });
      // It is the table in sight: the chosen cell stays, and now takes notes.
      const { cell } = windowState.get();
      openSaved(saved);
      windowState.set({ cell });
      onClose();
      // The button that led here gets the focus back, and goes away with what asked to save.
      void focusWhenDrawn('.matrices > .desk :is([role=grid][tabindex], table[tabindex], tr[tabindex="0"])');
    });
  };
  return (
    <Dialog
      title={say(`saved.${saving}`)}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onPress={onClose}>{say('screen.cancel')}</Button>
          <Button kind="first" disabled={!isReady} onPress={keep}>
            {say('saved.keep')}
          </Button>
        </>
      }
    >
      <div className="modal-content code-pair-stack">
        <AttemptField
          label={say('saved.name')}
          value={name}
          onChange={setName}
          onEnter={keep}
          attempt={attempt}
          autoFocus
        />
        {isCopy ? null : (
          <Field label={say('saved.description')} value={description} onChange={setDescription} lines={3} />
        )}
        {saving === 'save' ? <p className="small q2">{say('saved.what')}</p> : null}
      </div>
    </Dialog>
  );
}

interface Kept extends Pick<SaveProps, 'saving' | 'current'> {
  readonly name: string;
  readonly description: string;
}

function kept({ saving, current, name, description }: Kept): Promise<SavedMatrix> {
  if (saving === 'save' || current === null) {
    return engine.call('matrices.save', { name, description, ...inSight() });
  }
  return saving === 'describe'
    ? engine.call('matrices.update', { matrix: current.uid, name, description })
    : engine.call('matrices.duplicate', { matrix: current.uid, name });
}
