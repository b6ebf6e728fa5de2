// One file before its import: how it was read, who speaks, where it goes, and a glance at its text.
import { Heading, ToggleButton } from 'react-aria-components';
import type { ImportPreview } from '../../shared/contract/import.ts';
import { languageOf } from '../text-language.ts';
import { Button } from '../ui/button.tsx';
import { useWords, type Words } from '../words.ts';
import { CaseField } from './case-field.tsx';
import { glanceAt, goesIn, type ForOne, type PlannedFile } from './import-plan.ts';
import { foundIn, PatternField } from './pattern-field.tsx';
import { EncodingField, PhaseField } from './placement-fields.tsx';

type Readable = Extract<ImportPreview, { readonly outcome: 'readable' }>;

interface PreviewPaneProps {
  readonly file: PlannedFile;
  /** Sets something for this file alone. */
  readonly onSet: (change: ForOne) => void;
  readonly onLeaveOut: () => void;
  readonly isRunning: boolean;
}

export function PreviewPane({ file, onSet, onLeaveOut, isRunning }: PreviewPaneProps) {
  const words = useWords();
  const { say, refusal } = words;
  const preview = file.preview?.outcome === 'readable' ? file.preview : null;
  const isFixed = isRunning || file.standing === 'stored';
  const hasEncoding = !/\.docx$/i.test(file.name);
  return (
    <aside className="pane inspector import-preview" aria-label={file.name}>
      <div className="bar">
        <Heading level={2} className="cut grow">
          {file.name}
        </Heading>
        {isFixed ? null : (
          <Button kind="plain" onPress={onLeaveOut}>
            {say('importing.leave-out')}
          </Button>
        )}
      </div>
      <div className="import-fields">
        {goesIn(file) || file.standing === 'reading' ? (
          <div className="import-two">
            <CaseField value={file.case} onChange={(name) => onSet({ case: name })} disabled={isFixed} />
            <PhaseField value={file.phase} onChange={(phase) => onSet({ phase })} disabled={isFixed} />
          </div>
        ) : null}
        {file.standing === 'refused' ? null : (
          <div className="import-two">
            <PatternField
              key={file.token}
              value={file.pattern}
              found={foundIn([file])}
              onChange={(pattern) => onSet({ pattern })}
              disabled={isFixed}
            />
            {hasEncoding ? (
              <EncodingField
                value={file.encoding}
                found={file.encoding === null ? (preview?.encoding ?? null) : null}
                onChange={(encoding) => onSet({ encoding })}
                disabled={isFixed}
              />
            ) : null}
          </div>
        )}
        {file.refusal ? <p className="note bad small">{refusal(file.refusal)}</p> : null}
        {preview ? <Speakers file={file} preview={preview} onSet={onSet} isFixed={isFixed} /> : null}
        {preview ? <LeftOutNote preview={preview} /> : null}
      </div>
      {preview ? <Glance preview={preview} interviewers={file.interviewers} /> : null}
      <div className="status">{preview ? <span>{countsOf(words, preview)}</span> : null}</div>
    </aside>
  );
}

interface SpeakersProps {
  readonly file: PlannedFile;
  readonly preview: Readable;
  readonly onSet: (change: ForOne) => void;
  readonly isFixed: boolean;
}

function Speakers({ file, preview, onSet, isFixed }: SpeakersProps) {
  const { say } = useWords();
  if (preview.speakers.length === 0) return <p className="small q">{say('importing.none-found')}</p>;
  return (
    <section>
      <h3 className="label">{say('importing.speakers')}</h3>
      <ul className="import-speakers">
        {preview.speakers.map(({ name, turns, role }) => {
          const asks = file.interviewers.includes(name);
          return (
            <li key={name} className="hstack">
              <span className="cut med">{name}</span>
              <span className="count">{say('importing.turn-count', { n: turns })}</span>
              <ToggleButton
                className={asks ? 'chip on right' : 'chip right'}
                aria-label={say('importing.asks-name', { name })}
                isSelected={asks}
                // A label that says "interviewer" by itself is changed in the text, once it is in.
                isDisabled={isFixed || role === 'interviewer'}
                onChange={(value) => onSet({ asks: { [name]: value } })}
              >
                {say('importing.asks')}
              </ToggleButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function LeftOutNote({ preview }: { readonly preview: Readable }) {
  const { say, language } = useWords();
  const kinds = ['footnotes', 'endnotes', 'comments', 'images'] as const;
  const told = kinds
    .filter((kind) => preview.leftOut[kind] > 0)
    .map((kind) => say(`importing.${kind}`, { n: preview.leftOut[kind] }));
  if (told.length === 0) return null;
  return (
    <p className="small q">
      {say('importing.not-taken', { what: told.join(language === 'zh' ? '、' : ', ') })}
    </p>
  );
}

interface GlanceProps {
  readonly preview: Readable;
  readonly interviewers: readonly string[];
}

function Glance({ preview, interviewers }: GlanceProps) {
  const { say } = useWords();
  return (
    // A box that scrolls has to take the focus, or the keyboard could not scroll it.
    <div
      className="scroll rule import-glance read"
      lang={languageOf(preview.glance)}
      role="region"
      aria-label={say('importing.glance')}
      tabIndex={0}
    >
      {glanceAt(preview, interviewers).map(({ number, speaker, asks, text }) => (
        <section key={number} className={asks ? 'turn ask' : 'turn'}>
          <span className="n">{number}</span>
          <div>
            {speaker === null ? null : (
              <div className="sp">
                {speaker}
                {asks ? <span className="tag">{say('importing.asks')}</span> : null}
              </div>
            )}
            <p>{text}</p>
          </div>
        </section>
      ))}
    </div>
  );
}

function countsOf({ say }: Words, { paragraphs, words, units, glance }: Readable): string {
  const grouped = (n: number): { n: string } => ({ n: n.toLocaleString('en') });
  const isChinese = languageOf(glance) !== 'en';
  const size = isChinese ? say('importing.units', grouped(units)) : say('importing.words', grouped(words));
  return [say('importing.paragraphs', grouped(paragraphs)), size].join(' · ');
}
