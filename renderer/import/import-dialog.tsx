// The import: every file looked into and settled before anything is stored, then stored.
import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay, ToggleButton } from 'react-aria-components';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { hasCommandKey, Keys } from '../ui/keys.tsx';
import { notify, openPassage, type PendingFile } from '../window-state.ts';
import { useWords, words } from '../words.ts';
import { CaseField } from './case-field.tsx';
import { chooseFiles, closeImport, intake, leaveOut } from './choose-files.ts';
import { FileList } from './file-list.tsx';
import { ImportNotes, PhaseProposal } from './import-notes.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { canBeStored, goesIn, ownByName, staysOut, type ForAll, type PlannedFile } from './import-plan.ts';
import { EncodingField, PhaseField } from './placement-fields.tsx';
import { foundIn, PatternField } from './pattern-field.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { useImportRun, type ImportRun } from './use-import-run.ts';
import { useSettings } from './use-settings.ts';
import './import.css';

export function ImportDialog({ files }: { readonly files: readonly PendingFile[] }) {
  const [isLeaving, setLeaving] = useState(false);
  const run = useImportRun();
  const { forAll, setForAll, planned, shown, choose, setEach, isSettled } = useSettings(files, run);
  const tokens = shown.map(({ token }) => token);
  const going = planned.filter(goesIn);
  const isRunning = run.progress !== null;
  const waiting = planned.filter(canBeStored);
  // One key must not throw away what was set by hand.
  const leave = (): void => (isSettled && waiting.length > 0 ? setLeaving(true) : closeImport());
  const start = (): void => {
    setLeaving(false);
    if (!isRunning && going.length > 0) void importThem(run, going, planned.filter(staysOut).length);
  };
  useImportKey(start);
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (open) return;
        if (isRunning) run.stop();
        else if (isLeaving) setLeaving(false);
        else leave();
      }}
      className="scrim modal-scrim"
    >
      <Modal className="dlg modal-dlg import-dlg">
        <Dialog className="import-body">
          <div className="import-room">
            <div className="desk">
              <Title planned={planned} isRunning={isRunning} onChooseAll={choose} />
              <ForAllFields value={forAll} onChange={setForAll} planned={planned} disabled={isRunning} />
              <ImportNotes planned={planned} interviewers={forAll.interviewers} />
              <PhaseProposal
                planned={planned}
                onTake={() => setForAll({ ...forAll, byName: true, phaseByName: true })}
              />
              <Incoming />
              <FileList
                files={planned}
                chosen={tokens}
                onChoose={choose}
                onLeaveOut={isRunning ? null : () => leaveOut(tokens)}
              />
              {isLeaving ? (
                <LeaveQuestion n={waiting.length} onStay={() => setLeaving(false)} />
              ) : (
                <Foot run={run} planned={planned} onStart={start} onLeave={leave} />
              )}
            </div>
            {shown.length === 0 ? (
              <aside className="pane inspector" />
            ) : (
              <PreviewPane
                files={shown}
                onSet={(change) => setEach(() => change)}
                onByName={() => setEach(ownByName)}
                onLeaveOut={() => leaveOut(tokens)}
                isRunning={isRunning}
              />
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface TitleProps {
  readonly planned: readonly PlannedFile[];
  readonly isRunning: boolean;
  readonly onChooseAll: (tokens: readonly string[]) => void;
}

function Title({ planned, isRunning, onChooseAll }: TitleProps) {
  const { say } = useWords();
  return (
    <div className="bar import-title">
      <Heading slot="title">{say('importing.title', { n: planned.length })}</Heading>
      <span className="q">{isRunning ? '' : say('importing.nothing-stored')}</span>
      <span className="grow" />
      {planned.length > 1 ? (
        <Button kind="plain" onPress={() => onChooseAll(planned.map(({ token }) => token))}>
          {say('importing.choose-all')}
        </Button>
      ) : null}
      <Button onPress={chooseFiles} disabled={isRunning}>
        {say('importing.more')}
      </Button>
    </div>
  );
}

/** Ctrl Enter imports, wherever in the dialog the focus is: heard before a button or a field takes the key for itself. */
function useImportKey(start: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !hasCommandKey(event) || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      start();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  });
}

interface ForAllProps {
  readonly value: ForAll;
  readonly onChange: (value: ForAll) => void;
  readonly planned: readonly PlannedFile[];
  readonly disabled: boolean;
}

function ForAllFields({ value, onChange, planned, disabled }: ForAllProps) {
  const { say } = useWords();
  return (
    <fieldset className="import-all" disabled={disabled}>
      <legend className="small q">{say('importing.for-all')}</legend>
      <div className="import-case">
        <CaseField
          value={value.byName ? '' : value.case}
          onChange={(name) => onChange({ ...value, case: name })}
          disabled={disabled || value.byName}
          {...(value.byName ? { placeholder: say('importing.by-name-case') } : {})}
        />
        <ToggleButton
          className={value.byName ? 'chip on' : 'chip'}
          isSelected={value.byName}
          isDisabled={disabled}
          onChange={(byName) => onChange({ ...value, byName })}
        >
          {say('importing.by-name')}
        </ToggleButton>
      </div>
      <div className="import-case">
        <PhaseField
          value={value.phase}
          onChange={(phase) => onChange({ ...value, phase })}
          disabled={disabled}
        />
        {value.phaseByName || planned.some(({ byName }) => byName.phase !== null) ? (
          <ToggleButton
            className={value.phaseByName ? 'chip on' : 'chip'}
            isSelected={value.phaseByName}
            isDisabled={disabled}
            onChange={(phaseByName) => onChange({ ...value, phaseByName })}
          >
            {say('importing.phase-by-name')}
          </ToggleButton>
        ) : null}
      </div>
      <Field
        label={say('importing.interviewers')}
        value={value.interviewers}
        onChange={(interviewers) => onChange({ ...value, interviewers })}
        placeholder={say('importing.interviewers-hint')}
      />
      <PatternField
        value={value.pattern}
        found={foundIn(planned)}
        onChange={(pattern) => onChange({ ...value, pattern })}
        disabled={disabled}
      />
      <EncodingField
        value={value.encoding}
        onChange={(encoding) => onChange({ ...value, encoding })}
        disabled={disabled}
      />
    </fieldset>
  );
}

/** Files that the host does not have yet, and those it did not take. */
function Incoming() {
  const { say, refusal } = useWords();
  const { waiting, current, refused } = useStore(intake, (value) => value);
  if (waiting === 0 && refused.length === 0) return null;
  return (
    <div className="import-incoming">
      {waiting > 0 ? (
        <p className="hstack small" role="status">
          <span className="q2 cut">{say('importing.taking', { n: waiting, file: current?.name ?? '' })}</span>
          <span className="prog grow" aria-hidden>
            <i style={{ width: `${Math.round(100 * (current?.share ?? 0))}%` }} />
          </span>
        </p>
      ) : null}
      {refused.map(({ name, refusal: why }, place) => (
        <p key={`${place} ${name}`} className="small bad" role="alert">
          {refusal(why)}
        </p>
      ))}
    </div>
  );
}

interface FootProps {
  readonly run: ImportRun;
  readonly planned: readonly PlannedFile[];
  readonly onStart: () => void;
  readonly onLeave: () => void;
}

function Foot({ run, planned, onStart, onLeave }: FootProps) {
  const { say } = useWords();
  const going = planned.filter(goesIn).length;
  const reading = planned.filter(({ standing }) => standing === 'reading').length;
  const out = planned.filter(staysOut).length;
  const stored = planned.filter(({ standing }) => standing === 'stored').length;
  const isTaking = useStore(intake, ({ waiting }) => waiting > 0);
  if (run.progress) {
    const { done, of } = run.progress;
    return (
      <div className="rule import-foot" role="status">
        <span className="q2 num nowrap">{say('importing.progress', { done, of })}</span>
        <span
          className="prog grow"
          role="progressbar"
          aria-label={say('importing.files')}
          aria-valuenow={done}
          aria-valuemax={of}
        >
          <i style={{ width: `${Math.round((100 * done) / of)}%` }} />
        </span>
        <Button onPress={run.stop}>{say('screen.cancel')}</Button>
      </div>
    );
  }
  const told = [
    ...(stored > 0 ? [say('importing.stored-count', { n: stored })] : []),
    ...(going > 0 || stored === 0 ? [say('importing.going', { n: going })] : []),
    ...(out > 0 ? [say('importing.out', { n: out })] : []),
    ...(reading > 0 ? [say('importing.still-reading', { n: reading })] : []),
  ];
  return (
    <div className="rule import-foot">
      <span className="q2 grow">{told.join(' · ')}</span>
      <Button kind="plain" onPress={onLeave}>
        {say(stored > 0 ? 'screen.done' : 'screen.cancel')}
      </Button>
      <Button kind="first" onPress={onStart} disabled={going === 0 || reading > 0 || isTaking}>
        {say('importing.import', { n: going })}
        <Keys keys={['Ctrl', '↵']} />
      </Button>
    </div>
  );
}

/** Stores the files; when all went in, closes the dialog, says so and opens the first of them. */
async function importThem(run: ImportRun, going: readonly PlannedFile[], out: number): Promise<void> {
  const outcomes = await run.start(going);
  const stored = outcomes.filter((each) => each.outcome === 'imported');
  const [first] = stored;
  // Stopped or partly refused: the list says how each file stands, and stays for the person to look at.
  if (!first || stored.length < going.length) return;
  closeImport();
  openPassage({ source: first.uid, start: 0, end: 0, coding: null });
  const { say } = words();
  const done = say('importing.stored', { n: stored.length });
  notify({ tone: 'plain', text: out > 0 ? `${done} ${say('importing.stayed-out', { n: out })}` : done });
}
