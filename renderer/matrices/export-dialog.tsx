// The table, or the quotes behind it, to a file: what, in which format, under which name.
import { useState } from 'react';
import type { ExportedFile } from '../../shared/contract/matrices.ts';
import { Refused, type Refusal } from '../../shared/refused.ts';
import { sayFailure } from '../acts.ts';
import { engine } from '../engine.ts';
import { fileStem } from '../file-name.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Segments } from '../ui/segments.tsx';
import { notify } from '../window-state.ts';
import { useWords } from '../words.ts';
import { frequenciesBy, frequenciesQuestion, type MatrixInput } from './question.ts';

type Format = 'csv' | 'xlsx' | 'docx';
type Subject = 'table' | 'quotes';

interface ExportProps {
  readonly question: MatrixInput;
  readonly title: string;
  readonly onClose: () => void;
}

export function ExportDialog({ question, title, onClose }: ExportProps) {
  const { say, language, refusal: sayRefusal } = useWords();
  const [subject, setSubject] = useState<Subject>('table');
  const [format, setFormat] = useState<Format>('xlsx');
  const [name, setName] = useState(title);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [isWriting, setWriting] = useState(false);

  const write = async (): Promise<void> => {
    if (isWriting) return;
    setWriting(true);
    setRefused(null);
    const file = `${fileStem(name) || fileStem(title) || 'table'}.${format}`;
    try {
      let cut = 0;
      const isGiven = await engine.saveFile(file, async (token) => {
        ({ cut } = await exported(question, subject, { file: token, format, language }));
      });
      if (!isGiven) return setWriting(false);
      const done = say('tables.exported', { file });
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
            {isWriting ? say('tables.writing') : say(`tables.format-${format}`)}
          </span>
          <Button onPress={onClose}>{say('screen.cancel')}</Button>
          <Button kind="first" disabled={isWriting} onPress={() => void write()}>
            {say('tables.write')}
          </Button>
        </>
      }
    >
      <div className="modal-content vstack export-fields">
        <Segments
          titled
          label={say('tables.export-what')}
          value={subject}
          options={[
            { value: 'table', text: say('tables.export-table') },
            { value: 'quotes', text: say('tables.export-quotes') },
          ]}
          onChange={setSubject}
        />
        <Segments
          titled
          label={say('tables.format')}
          value={format}
          options={(['xlsx', 'docx', 'csv'] as const).map((value) => ({
            value,
            text: say(`tables.${value}`),
          }))}
          onChange={setFormat}
        />
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

interface ExportTo {
  readonly file: string;
  readonly format: Format;
  readonly language: 'en' | 'zh';
}

function exported(question: MatrixInput, subject: Subject, to: ExportTo): Promise<ExportedFile> {
  const { filters, overlap, coders } = question;
  const by = frequenciesBy(question);
  if (subject === 'quotes') {
    return engine.call('export.quotes', { ...to, question: { filters, overlap, coders, limit: null } });
  }
  return by === null
    ? engine.call('export.table', { ...to, question })
    : engine.call('export.frequencies', { ...to, question: frequenciesQuestion(question, by) });
}
