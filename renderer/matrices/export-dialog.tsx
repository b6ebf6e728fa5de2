// The table, or the quotes behind it, to a file: what, in which format, under which name.
import { useState } from 'react';
import type { ExportedFile } from '../../shared/contract/matrices.ts';
import { Refused, type Refusal } from '../../shared/refused.ts';
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
  writeChosen,
  type ExportChoice,
  type InView,
  type Picture,
} from './export-choice.ts';
import { ExportChoices } from './export-choices.tsx';
import type { MatrixInput } from './question.ts';

interface ExportProps {
  readonly question: MatrixInput;
  readonly title: string;
  /** Null where the table itself is in view. */
  readonly picture: Picture | null;
  readonly inView: InView;
  readonly onClose: () => void;
}

export function ExportDialog({ question, title, picture, inView, onClose }: ExportProps) {
  const { say, language, refusal: sayRefusal } = useWords();
  const [choice, setChoice] = useState<ExportChoice>({
    subject: picture ? 'picture' : 'table',
    tableFormat: 'xlsx',
    pictureFormat: 'svg',
    appendix: false,
    names: 'pseudonyms',
  });
  const format = chosenFormat(choice);
  const [named, setName] = useState<string | null>(null);
  const isMethods = choice.subject === 'methods';
  const usual = isMethods ? say('tables.export-methods') : leaving(choice.names).text(title);
  const name = named ?? usual;
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [isWriting, setWriting] = useState(false);

  const write = async (): Promise<void> => {
    if (isWriting) return;
    setWriting(true);
    setRefused(null);
    const file = `${fileStem(name) || fileStem(usual) || 'table'}.${endingOfFormat(format)}`;
    try {
      let written: Pick<ExportedFile, 'cut' | 'replaced'> = { cut: 0, replaced: null };
      const isGiven = await engine.saveFile(file, async (token) => {
        written = await writeChosen(choice, { question, picture, title, inView }, { file: token, language });
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
          <span className="small q2 grow">
            {isWriting
              ? say('tables.writing')
              : say(isMethods ? 'tables.about-methods' : `tables.format-${format}`)}
          </span>
          <Button onPress={onClose}>{say('screen.cancel')}</Button>
          <Button kind="first" busy={isWriting} onPress={() => void write()}>
            {say('tables.write')}
          </Button>
        </>
      }
    >
      <div className="modal-content vstack export-fields">
        <ExportChoices choice={choice} hasPicture={picture !== null} onChange={setChoice} />
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
