// The chosen files before their import: where they go, how they are read, who speaks; of one of them a glance at its text.
import { Heading, ToggleButton } from 'react-aria-components';
import type { ImportPreview } from '../../shared/contract/import.ts';
import { languageOf } from '../text-language.ts';
import { Button } from '../ui/button.tsx';
import { useWords, type Words } from '../words.ts';
import { CaseField } from './case-field.tsx';
import { glanceAt, goesIn, inCommon, speakersIn, type ForOne, type PlannedFile } from './import-plan.ts';
import { foundIn, PatternField } from './pattern-field.tsx';
import { EncodingField, PhaseField } from './placement-fields.tsx';

type Readable = Extract<ImportPreview, { readonly outcome: 'readable' }>;

interface PreviewPaneProps {
  /** At least one. */
  readonly files: readonly PlannedFile[];
  /** Sets something for these files alone. */
  readonly onSet: (change: ForOne) => void;
  /** Lets each of them go where its name says. */
  readonly onByName: () => void;
  readonly onLeaveOut: () => void;
  readonly isRunning: boolean;
}

export function PreviewPane({ files, onSet, onByName, onLeaveOut, isRunning }: PreviewPaneProps) {
  const words = useWords();
  const { say, refusal } = words;
  const [first] = files;
  const only = files.length === 1 && first ? first : null;
  const preview = only?.preview?.outcome === 'readable' ? only.preview : null;
  const isFixed = isRunning || files.every(({ standing }) => standing === 'stored');
  const title = only ? only.name : say('importing.chosen', { n: files.length });
  return (
    <aside className="pane inspector import-preview" aria-label={title}>
      <div className="bar">
        <Heading level={2} className="cut grow">
          {title}
        </Heading>
        {isFixed ? null : (
          <Button kind="plain" onPress={onLeaveOut}>
            {say('importing.leave-out')}
          </Button>
        )}
      </div>
      <div className="import-fields">
        <OwnFields files={files} onSet={onSet} isFixed={isFixed} />
        {only || isFixed ? null : <Button onPress={onByName}>{say('importing.set-by-name')}</Button>}
        {only?.refusal ? <p className="note bad small">{refusal(only.refusal)}</p> : null}
        {files.some((file) => file.preview?.outcome === 'readable') ? (
          <Speakers files={files} onSet={onSet} isFixed={isFixed} />
        ) : null}
        {preview ? <LeftOutNote preview={preview} /> : null}
      </div>
      {only && preview ? <Glance preview={preview} interviewers={only.interviewers} /> : null}
      <div className="status">{preview ? <span>{countsOf(words, preview)}</span> : null}</div>
    </aside>
  );
}

interface FieldsProps {
  readonly files: readonly PlannedFile[];
  readonly onSet: (change: ForOne) => void;
  readonly isFixed: boolean;
}

function OwnFields({ files, onSet, isFixed }: FieldsProps) {
  const { say } = useWords();
  const name = inCommon(files, (file) => file.case);
  const found = files.length === 1 ? (files[0]?.preview ?? null) : null;
  const encoding = inCommon(files, (file) => file.encoding);
  return (
    <>
      {files.some((file) => goesIn(file) || file.standing === 'reading') ? (
        <div className="import-two">
          <CaseField
            value={name ?? ''}
            onChange={(value) => onSet({ case: value })}
            disabled={isFixed}
            {...(name === undefined ? { placeholder: say('importing.differ') } : {})}
          />
          <PhaseField
            value={inCommon(files, ({ phase }) => phase)}
            onChange={(phase) => onSet({ phase })}
            disabled={isFixed}
          />
        </div>
      ) : null}
      {files.every(({ standing }) => standing === 'refused') ? null : (
        <div className="import-two">
          <PatternField
            key={files.map(({ token }) => token).join(' ')}
            value={inCommon(files, ({ pattern }) => pattern)}
            found={foundIn(files)}
            onChange={(pattern) => onSet({ pattern })}
            disabled={isFixed}
          />
          {files.every(({ name: file }) => /\.docx$/i.test(file)) ? null : (
            <EncodingField
              value={encoding}
              found={encoding === null && found?.outcome === 'readable' ? found.encoding : null}
              onChange={(value) => onSet({ encoding: value })}
              disabled={isFixed}
            />
          )}
        </div>
      )}
    </>
  );
}

function Speakers({ files, onSet, isFixed }: FieldsProps) {
  const { say } = useWords();
  const speakers = speakersIn(files);
  if (speakers.length === 0) return <p className="small q">{say('importing.none-found')}</p>;
  return (
    <section>
      <h3 className="label">{say('importing.speakers')}</h3>
      <ul className="import-speakers">
        {speakers.map(({ name, turns, files: n, asks, isFixed: saysSo }) => (
          <li key={name} className="hstack">
            <span className="cut med">{name}</span>
            <span className="count">
              {files.length === 1
                ? say('importing.turn-count', { n: turns })
                : say('importing.in-files', { n })}
            </span>
            <ToggleButton
              className={asks ? 'chip on right' : 'chip right'}
              aria-label={say('importing.asks-name', { name })}
              isSelected={asks}
              // A label that says "interviewer" by itself is changed in the text, once it is in.
              isDisabled={isFixed || saysSo}
              onChange={(value) => onSet({ asks: { [name]: value } })}
            >
              {say('importing.asks')}
            </ToggleButton>
          </li>
        ))}
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
