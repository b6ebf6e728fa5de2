// A dialog that makes something new: its fields, and the two ways out of it.
import type { ReactNode } from 'react';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface FormDialogProps {
  readonly title: string;
  /** False as long as something that is needed is missing. */
  readonly isReady: boolean;
  readonly onAdd: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function FormDialog({ title, isReady, onAdd, onClose, children }: FormDialogProps) {
  const { say } = useWords();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onPress={onClose}>{say('screen.cancel')}</Button>
          <Button kind="first" disabled={!isReady} onPress={onAdd}>
            {say('screen.add')}
          </Button>
        </>
      }
    >
      <div className="modal-content code-pair-stack">{children}</div>
    </Dialog>
  );
}
