// What is in view to a file: what of it, in which format, under which name.
import { useState } from 'react';
import { Refused, type Refusal } from '../../shared/refused.ts';
import { must } from '../../shared/must.ts';
import { sayFailure } from '../acts.ts';
import { engine } from '../engine.ts';
import { fileStem } from '../file-name.ts';
import { leaving, withNamesSaid } from '../names/leaving.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { notify } from '../window-state.ts';
import { useWords } from '../words.ts';
import {
  chosenFormat,
  endingOfFormat,
  takesAppendix,
  type ExportChoice,
  type ExportSubject,
  type Written,
} from './export-choice.ts';
import { ExportChoices } from './export-choices.tsx';

interface ExportProps {
  /** The one that is meant first. */
  readonly subjects: readonly ExportSubject[];
  readonly onClose: () => void;
}

export function ExportDialog({ subjects, onClose }: ExportProps) {
  const { say, language, refusal: sayRefusal } = useWords();
  const first = must(subjects[0], 'something to export');
  const [choice, setChoice] = useState<ExportChoice>({
    subject: first.id,
    format: must(first.formats[0], 'a format'),
    appendix: false,
    names: 'pseudonyms',
  });
  const subject = subjects.find(({ id }) => id === choice.subject) ?? first;
  const format = chosenFormat(subject, choice);
  const [named, setName] = useState<string | null>(null);
  const usual = leaving(choice.names).text(subject.title);
  const name = named ?? usual;
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [isWriting, setWriting] = useState(false);

  const write = async (): Promise<void> => {
    if (isWriting) return;
    setWriting(true);
    setRefused(null);
    const file = `${fileStem(name) || fileStem(usual) || 'table'}.${endingOfFormat(format)}`;
    try {
      let written: Written = { cut: 0, replaced: null };
      const isGiven = await engine.saveFile(file, async (token) => {
        const appendix = takesAppendix(subject, choice) && choice.appendix;
        written = await subject.write({ file: token, language, names: choice.names, format }, appendix);
      });
      if (!isGiven) return setWriting(false);
      const { cut, replaced } = written;
      const done = withNamesSaid(say('tables.exported', { file }), replaced);
      // What a thesis would miss stays on screen until it is closed.
      if (cut > 0) notify({ tone: 'bad', text: `${done} ${say('tables.cut', { n: cut })}` });
      else notify({ tone: 'plain', text: done });
      onClose();
    } catch (error) {
      setWriting(false);
      if (error instanceof Refused) return setRefused(error.refusal);
      onClose();
      sayFailure('export', error);
    }
  };
  return (
    <Dialog
      title={say('tables.export')}
      onClose={onClose}
      footer={
        <>
          <span className="small q2 grow">{isWriting ? say('tables.writing') : subject.about(format)}</span>
          <Button onPress={onClose}>{say('screen.cancel')}</Button>
          <Button kind="first" busy={isWriting} onPress={() => void write()}>
            {say('tables.write')}
          </Button>
        </>
      }
    >
      <div className="modal-content vstack export-fields">
        <ExportChoices {...{ subjects, subject, choice }} onChange={setChoice} />
        <Field
          label={say('tables.file-name')}
          value={name}
          onChange={setName}
          onEnter={() => void write()}
          refusal={refused && sayRefusal(refused)}
          autoFocus
        />
      </div>
    </Dialog>
  );
}
