// The choices of an export: what, in which format, with or without the quotes behind the numbers.
import { hasPseudonyms } from '../names/leaving.ts';
import { Segments } from '../ui/segments.tsx';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words.ts';
import { chosenTableFormat, formatsOf, takesAppendix, type ExportChoice } from './export-choice.ts';

interface ExportChoicesProps {
  readonly choice: ExportChoice;
  readonly hasPicture: boolean;
  readonly onChange: (choice: ExportChoice) => void;
}

export function ExportChoices({ choice, hasPicture, onChange }: ExportChoicesProps) {
  const { say } = useWords();
  const subjects = [
    ...(hasPicture ? [{ value: 'picture' as const, text: say('charts.export-picture') }] : []),
    { value: 'table' as const, text: say('tables.export-table') },
    { value: 'quotes' as const, text: say('tables.export-quotes') },
    { value: 'methods' as const, text: say('tables.export-methods') },
  ];
  return (
    <>
      <Segments
        titled
        label={say('tables.export-what')}
        value={choice.subject}
        options={subjects}
        onChange={(subject) => onChange({ ...choice, subject })}
      />
      <FormatChoice choice={choice} onChange={onChange} />
      {takesAppendix(choice) ? (
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

function FormatChoice({ choice, onChange }: Pick<ExportChoicesProps, 'choice' | 'onChange'>) {
  const { say } = useWords();
  if (choice.subject === 'picture') {
    return (
      <Segments
        titled
        label={say('tables.format')}
        value={choice.pictureFormat}
        options={(['svg', 'png'] as const).map((value) => ({ value, text: say(`tables.${value}`) }))}
        onChange={(pictureFormat) => onChange({ ...choice, pictureFormat })}
      />
    );
  }
  return (
    <Select
      label={say('tables.format')}
      value={chosenTableFormat(choice)}
      options={formatsOf(choice).map((value) => ({ value, text: say(`tables.${value}`) }))}
      onChange={(tableFormat) => onChange({ ...choice, tableFormat })}
    />
  );
}
