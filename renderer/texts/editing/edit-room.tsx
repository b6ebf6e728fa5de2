// The middle of the reading room while its text is edited: the bar, finding and replacing, the page.
import { Check, Replace, UserRound, X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from '../../store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { hasCommandKey, Keys } from '../../ui/keys.tsx';
import { useWords } from '../../words.ts';
import type { OpenSource } from '../open-source.ts';
import { cancelEdit, editing, endStored, finishEdit, type Edit } from './edit.ts';
import { EditPanels } from './edit-panels.tsx';
import { useLive } from './live.ts';
import { ReplaceBar } from './replace-bar.tsx';
import { EditSurface } from './surface.tsx';

export function EditRoom({ open, edit }: { readonly open: OpenSource; readonly edit: Edit }) {
  const { say } = useWords();
  const live = useLive(open, edit);
  const isReplacing = useStore(editing, (state) => state.replacing);
  const isOlder = edit.stored === null && open.reading.content !== edit.base;
  useEditKeys();
  useEffect(() => {
    if (edit.stored === open.reading.content) endStored();
  }, [edit.stored, open.reading.content]);
  return (
    <>
      <EditBar edit={edit} name={open.reading.name} />
      {isOlder ? (
        <div className="edit-note" role="alert">
          <span className="grow">{say('editing.changed-elsewhere')}</span>
          <Button onPress={() => editing.set({ panel: 'meanwhile' })}>{say('editing.show-both')}</Button>
        </div>
      ) : null}
      {isReplacing ? <ReplaceBar /> : null}
      <EditSurface key={`${edit.draft} ${edit.base}`} live={live} edit={edit} />
      <EditStatus edit={edit} live={live} />
      <EditPanels open={open} live={live} />
    </>
  );
}

function EditBar({ edit, name }: { readonly edit: Edit; readonly name: string }) {
  const { say } = useWords();
  const isReplacing = useStore(editing, (state) => state.replacing);
  const isFinishing = useStore(editing, (state) => state.finishing);
  return (
    <div className="bar ruled edit-bar">
      <h2 className="cut">{say('editing.editing', { source: name })}</h2>
      <span className="grow" />
      <IconButton
        icon={UserRound}
        label={say('editing.change-speaker')}
        onPress={() => editing.set({ panel: 'speaker' })}
      />
      <IconButton
        icon={Replace}
        label={say('editing.replace')}
        keys={['Ctrl', 'H']}
        pressed={isReplacing}
        onPress={() => editing.set({ replacing: !isReplacing })}
      />
      <Button icon={X} disabled={isFinishing} onPress={cancelEdit}>
        {say('screen.cancel')}
      </Button>
      <Button
        kind="first"
        icon={Check}
        disabled={edit.stored !== null}
        busy={isFinishing}
        onPress={() => void finishEdit()}
      >
        {say('editing.done')}
      </Button>
    </div>
  );
}

function EditStatus({ edit, live }: { readonly edit: Edit; readonly live: OpenSource }) {
  const { say } = useWords();
  const { splices } = edit.typing;
  const isFinishing = useStore(editing, (state) => state.finishing);
  return (
    <div className="status">
      <span role="status">
        {isFinishing ? say('editing.storing') : say('editing.changes', { n: splices.length })}
      </span>
      <span>{say('texts.codings', { n: live.codings.length })}</span>
      <span className="grow" />
      {/* A narrow window has no room for the last. */}
      <span className="hint">
        <Keys keys={['Ctrl', '↵']} />
        {say('editing.done')}
      </span>
      <span className="hint">
        <Keys keys={['Ctrl', 'Z']} />
        {say('command.undo')}
      </span>
      <span className="hint">
        <Keys keys={['Ctrl', 'H']} />
        {say('editing.replace')}
      </span>
    </div>
  );
}

/** Ctrl Enter stores, Ctrl F and Ctrl H find and replace, Escape leaves where nothing was changed. */
function useEditKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || document.querySelector('[role="dialog"]')) return;
      const { edit, replacing } = editing.get();
      const isCommand = hasCommandKey(event);
      if (isCommand && event.key === 'Enter') void finishEdit();
      else if (isCommand && (event.code === 'KeyF' || event.code === 'KeyH')) {
        editing.set({ replacing: true });
        document.querySelector<HTMLInputElement>('.replace-bar .find-field')?.focus();
      } else if (event.key === 'Escape' && replacing) editing.set({ replacing: false });
      else if (event.key === 'Escape' && edit?.typing.splices.length === 0) cancelEdit();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
