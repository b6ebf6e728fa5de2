// The choices of an export: what, in which format, with or without the quotes behind the numbers, under which names.
import { hasPseudonyms } from '../names/leaving.ts';
import { Segments } from '../ui/segments.tsx';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words.ts';
import { chosenFormat, takesAppendix, type ExportChoice, type ExportSubject } from './export-choice.ts';

interface ExportChoicesProps {
  readonly subjects: readonly ExportSubject[];
  readonly subject: ExportSubject;
  readonly choice: ExportChoice;
  readonly onChange: (choice: ExportChoice) => void;
}

export function ExportChoices({ subjects, subject, choice, onChange }: ExportChoicesProps) {
  const { say } = useWords();
  return (
    <>
      {subjects.length > 1 ? (
        <Segments
          titled
          label={say('tables.export-what')}
          value={subject.id}
          options={subjects.map(({ id, text }) => ({ value: id, text }))}
          onChange={(id) => onChange({ ...choice, subject: id })}
        />
      ) : null}
      <FormatChoice {...{ subject, choice, onChange }} />
      {takesAppendix(subject, choice) ? (
        <Segments
          titled
          label={say('tables.appendix')}
          value={choice.appendix ? 'with' : 'without'}
          options={[
            { value: 'without', text: say('tables.appendix-without') },
            { value: 'with', text: say('tables.appendix-with') },
          ]}
          onChange={(chosen) => onChange({ ...choice, appendix: chosen === 'with' })}
        />
      ) : null}
      {hasPseudonyms() ? (
        <Segments
          titled
          label={say('export.names')}
          value={choice.names}
          options={[
            { value: 'pseudonyms', text: say('pseudonyms.title') },
            { value: 'real', text: say('pseudonyms.real') },
          ]}
          onChange={(names) => onChange({ ...choice, names })}
        />
      ) : null}
    </>
  );
}

/** Few formats stand side by side. */
const mostBeside = 3;

function FormatChoice({ subject, choice, onChange }: Omit<ExportChoicesProps, 'subjects'>) {
  const { say } = useWords();
  const given = {
    label: say('tables.format'),
    value: chosenFormat(subject, choice),
    options: subject.formats.map((value) => ({ value, text: say(`tables.${value}`) })),
    onChange: (format: ExportChoice['format']) => onChange({ ...choice, format }),
  };
  return given.options.length <= mostBeside ? <Segments titled {...given} /> : <Select {...given} />;
}
