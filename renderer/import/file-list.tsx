// The files that wait, those that need a hand first, each with how it stands and where it goes; several are chosen at once.
import { Check, CircleAlert, CircleCheck, CircleX, FileClock, type LucideIcon } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useWords, type Words } from '../words.ts';
import { goesIn, type PlannedFile, type Standing } from './import-plan.ts';
import { encodingName } from './placement-fields.tsx';

interface FileListProps {
  readonly files: readonly PlannedFile[];
  readonly chosen: readonly string[];
  readonly onChoose: (tokens: readonly string[]) => void;
  /** Takes the chosen files out; null while the import runs. */
  readonly onLeaveOut: (() => void) | null;
}

const looks: Readonly<Record<Standing, { readonly icon: LucideIcon; readonly tone: string }>> = {
  refused: { icon: CircleX, tone: 'bad' },
  settle: { icon: CircleAlert, tone: 'warn' },
  warn: { icon: CircleAlert, tone: 'warn' },
  reading: { icon: FileClock, tone: 'q' },
  ready: { icon: Check, tone: 'q2' },
  stored: { icon: CircleCheck, tone: 'good' },
};

export function FileList({ files, chosen, onChoose, onLeaveOut }: FileListProps) {
  const words = useWords();
  const { say } = words;
  return (
    <div
      className="import-files"
      onKeyDown={(event) => {
        if (event.key === 'Delete') onLeaveOut?.();
      }}
    >
      <div className="import-row import-head" aria-hidden>
        <span />
        <span>{say('importing.file')}</span>
        <span>{say('importing.encoding')}</span>
        <span className="r">{say('importing.turns')}</span>
        <span>{say('importing.speakers')}</span>
        <span>{say('importing.case')}</span>
        <span>{say('importing.phase')}</span>
      </div>
      <ListBox
        aria-label={say('importing.files')}
        className="import-list"
        items={files}
        selectionMode="multiple"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          onChoose(files.map(({ token }) => token).filter((token) => keys === 'all' || keys.has(token)))
        }
      >
        {(file) => (
          <ListBoxItem
            id={file.token}
            textValue={`${file.name}, ${remarkOf(words, file) ?? say(`importing.is-${file.standing}`)}`}
            className="import-row"
          >
            <FileRow file={file} />
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}

function FileRow({ file }: { readonly file: PlannedFile }) {
  const words = useWords();
  const { say, language } = words;
  const { icon: Icon, tone } = looks[file.standing];
  const remark = remarkOf(words, file);
  const preview = file.preview?.outcome === 'readable' ? file.preview : null;
  const isIn = goesIn(file) || file.standing === 'stored';
  return (
    <>
      <span className={tone}>
        <Icon className="i" role="img" aria-label={say(`importing.is-${file.standing}`)} />
      </span>
      <span className="import-name">
        <span className="med cut">{file.name}</span>
        {remark === null ? null : <span className={`small ${tone}`}>{remark}</span>}
      </span>
      <span className="q2 cut">{preview ? encodingName(preview.encoding ?? 'Word') : '–'}</span>
      <span className="num r">
        {preview ? preview.speakers.reduce((sum, each) => sum + each.turns, 0) : '–'}
      </span>
      <span className="q2 cut">
        {preview
          ? preview.speakers.map(({ name }) => name).join(language === 'zh' ? '、' : ', ') ||
            say('importing.no-speakers')
          : '–'}
      </span>
      <span className="import-place">{isIn ? file.case : ''}</span>
      <span className="cut">{isIn ? file.phase : ''}</span>
    </>
  );
}

function remarkOf({ say, refusal }: Words, file: PlannedFile): string | null {
  if (file.refusal) return refusal(file.refusal);
  const { preview } = file;
  if (file.standing === 'warn' && preview?.outcome === 'readable' && preview.sameTextAs !== null)
    return say('importing.same-text', { source: preview.sameTextAs });
  return null;
}
