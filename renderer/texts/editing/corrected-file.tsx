// A corrected file takes the place of the text: chosen or dropped here, then what it would do to the codings is shown.
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { sayFailure } from '../../acts.ts';
import { engine } from '../../engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.ts';
import type { OpenSource } from '../open-source.ts';
import { editing, propose } from './edit.ts';

export function CorrectedFile({ open }: { readonly open: OpenSource }) {
  const { say } = useWords();
  const [isReading, setReading] = useState(false);
  const { uid, content, name } = open.reading;
  const close = (): void => editing.set({ panel: null });
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || isReading) return;
    setReading(true);
    try {
      const token = await engine.uploadFile(file, file.name);
      if (await propose(uid, content, { kind: 'file', token, name: file.name, encoding: null })) close();
    } catch (error) {
      sayFailure('sources.previewEdit', error);
    }
    setReading(false);
  };
  return (
    <Dialog
      title={say('editing.replace-file', { source: name })}
      onClose={close}
      footer={
        <>
          <span className="grow" />
          <Button onPress={close}>{say('screen.cancel')}</Button>
        </>
      }
    >
      <div
        className="modal-content file-drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void take(event.dataTransfer.files[0]);
        }}
      >
        <p>{say('editing.replace-file-what')}</p>
        <Button
          kind="first"
          icon={FileUp}
          busy={isReading}
          onPress={() => chooseOne((file) => void take(file))}
        >
          {say('editing.choose-file')}
        </Button>
        {isReading ? <p role="status">{say('screen.loading')}</p> : null}
      </div>
    </Dialog>
  );
}

function chooseOne(take: (file: File | undefined) => void): void {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept: '.txt,.md,.docx,.vtt,.srt', hidden: true });
  input.addEventListener('change', () => {
    input.remove();
    take(input.files?.[0]);
  });
  input.addEventListener('cancel', () => input.remove());
  document.body.append(input);
  input.click();
}
