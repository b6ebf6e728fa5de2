// The table, or the quotes behind it, to a file: what, in which format, under which name.
import { useState } from 'react';
import type { ExportedFile } from '../../shared/contract/matrices.ts';
import { ruleText, type RuleLine } from '../../shared/matrices/rule.ts';
import { Refused, type Refusal } from '../../shared/refused.ts';
import { sayFailure } from '../acts.ts';
import type { ChartData } from '../charts/chart-data.ts';
import type { ChartKind } from '../charts/chart-kinds.ts';
import { pictureOf } from '../charts/picture.ts';
import { engine } from '../engine.ts';
import { fileStem } from '../file-name.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Segments } from '../ui/segments.tsx';
import { notify } from '../window-state.ts';
import { useWords } from '../words.ts';
import { frequenciesBy, frequenciesQuestion, type MatrixInput } from './question.ts';

type TableFormat = 'csv' | 'xlsx' | 'docx';
type PictureFormat = 'svg' | 'png';
type Format = TableFormat | PictureFormat;
type Subject = 'picture' | 'table' | 'quotes';

/** The chart in view. */
interface Picture {
  readonly kind: ChartKind;
  readonly data: ChartData;
  readonly rule: readonly RuleLine[];
}

interface ExportProps {
  readonly question: MatrixInput;
  readonly title: string;
  /** Null where the table itself is in view. */
  readonly picture: Picture | null;
  readonly onClose: () => void;
}

export function ExportDialog({ question, title, picture, onClose }: ExportProps) {
  const { say, language, refusal: sayRefusal } = useWords();
  const [subject, setSubject] = useState<Subject>(picture ? 'picture' : 'table');
  const [tableFormat, setTableFormat] = useState<TableFormat>('xlsx');
  const [pictureFormat, setPictureFormat] = useState<PictureFormat>('svg');
  const format = subject === 'picture' ? pictureFormat : tableFormat;
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
        if (subject === 'picture') {
          if (picture) await exportPicture(picture, title, { file: token, format: pictureFormat, language });
        } else ({ cut } = await exported(question, subject, { file: token, format: tableFormat, language }));
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
            ...(picture ? [{ value: 'picture' as const, text: say('charts.export-picture') }] : []),
            { value: 'table', text: say('tables.export-table') },
            { value: 'quotes', text: say('tables.export-quotes') },
          ]}
          onChange={setSubject}
        />
        {subject === 'picture' ? (
          <FormatChoice value={pictureFormat} of={['svg', 'png']} onChange={setPictureFormat} />
        ) : (
          <FormatChoice value={tableFormat} of={['xlsx', 'docx', 'csv']} onChange={setTableFormat} />
        )}
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

interface FormatProps<F extends Format> {
  readonly value: F;
  readonly of: readonly F[];
  readonly onChange: (format: F) => void;
}

function FormatChoice<F extends Format>({ value, of, onChange }: FormatProps<F>) {
  const { say } = useWords();
  const options = of.map((each) => ({ value: each, text: say(`tables.${each}`) }));
  return <Segments titled label={say('tables.format')} value={value} options={options} onChange={onChange} />;
}

interface ExportTo<F extends Format> {
  readonly file: string;
  readonly format: F;
  readonly language: 'en' | 'zh';
}

async function exportPicture(
  { kind, data, rule }: Picture,
  title: string,
  { file, format, language }: ExportTo<PictureFormat>,
): Promise<void> {
  const content = await pictureOf(kind, data, { title, rule: ruleText(language, rule) }, format);
  await engine.call('export.picture', { file, content });
}

function exported(
  question: MatrixInput,
  subject: 'table' | 'quotes',
  to: ExportTo<TableFormat>,
): Promise<ExportedFile> {
  const { filters, overlap, coders } = question;
  const by = frequenciesBy(question);
  if (subject === 'quotes') {
    const moment = question.at === undefined ? {} : { at: question.at };
    return engine.call('export.quotes', {
      ...to,
      question: { filters, overlap, coders, limit: null, ...moment },
    });
  }
  return by === null
    ? engine.call('export.table', { ...to, question })
    : engine.call('export.frequencies', { ...to, question: frequenciesQuestion(question, by) });
}
