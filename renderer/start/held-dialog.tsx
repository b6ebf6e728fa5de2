// A project that another window or command works in: read it, or try again.
import { Eye, RotateCw, type LucideIcon } from 'lucide-react';
import { openProject } from '../project.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useWords } from '../words.ts';
import { useAttempt } from './attempt.ts';

interface HeldDialogProps {
  readonly token: string;
  readonly name: string;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

export function HeldDialog({ token, name, onAgain, onClose }: HeldDialogProps) {
  const { say, refusal } = useWords();
  const reading = useAttempt('project.open');
  return (
    <Dialog
      title={say('start.held-title', { name })}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onPress={onClose}>{say('screen.close')}</Button>
        </>
      }
    >
      <div className="modal-content">
        <p className="q2 held-why">{refusal({ key: 'refused.held', values: { file: name } })}</p>
        <Choice
          icon={Eye}
          title={say('start.read')}
          what={say('start.read-what')}
          onPress={() => reading.run(() => openProject(token, 'read'))}
          first
        />
        <Choice icon={RotateCw} title={say('start.again')} what={say('start.again-what')} onPress={onAgain} />
        {reading.refusal ? (
          <p className="small bad" role="alert">
            {refusal(reading.refusal)}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly what: string;
  readonly onPress: () => void;
  readonly first?: boolean;
}

function Choice({ icon: Icon, title, what, onPress, first }: ChoiceProps) {
  return (
    <button className="row tall held-choice" autoFocus={first ?? false} onClick={onPress}>
      <Icon className="i" aria-hidden />
      <span className="t">
        <span className="med two-line">{title}</span>
        <span className="q small two-line">{what}</span>
      </span>
    </button>
  );
}
