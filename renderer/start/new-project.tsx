// The form of a new project: its name, its codebook and that one's language, who codes.
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { findFramework, frameworks } from '../../shared/frameworks/frameworks.ts';
import type { Language } from '../../shared/words/say.ts';
import { useCall } from '../engine.ts';
import { early } from '../import/choose-files.ts';
import { coderName, createProject } from '../project.ts';
import { settings } from '../settings.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Segments } from '../ui/segments.tsx';
import { useWords } from '../words.ts';
import { useAttempt } from './attempt.ts';

/** The value that stands for no framework among the ids of frameworks. */
const BLANK = 'blank';

export function NewProjectForm() {
  const { say, language, refusal } = useWords();
  const [name, setName] = useState('');
  const [coder, setCoder] = useState(settings.get().coder);
  const [framework, setFramework] = useState(frameworks[0]?.id ?? BLANK);
  const [chosenLanguage, setLanguage] = useState<Language | null>(null);
  const folder = useCall('host.places', {}).value?.folder;
  const [isNameMissing, setNameMissing] = useState(false);
  const attempt = useAttempt('project.create');
  const codebookLanguage = chosenLanguage ?? language;
  const create = (): void => {
    setNameMissing(name.trim() === '');
    if (name.trim() === '') return;
    attempt.run(() =>
      createProject({
        name: name.trim(),
        language: codebookLanguage,
        framework: framework === BLANK ? null : framework,
        coder: coder.trim() || coderName(),
      }),
    );
  };
  const refused = attempt.refusal ? refusal(attempt.refusal) : null;
  return (
    <div className="start-form">
      <EarlyFiles />
      <Field
        label={say('start.name')}
        value={name}
        onChange={(text) => {
          setName(text);
          setNameMissing(false);
          attempt.refuse(null);
        }}
        onEnter={create}
        refusal={isNameMissing ? say('start.name-missing') : refused}
        autoFocus
      />
      <FrameworkChoice value={framework} onChange={setFramework} />
      <div className="start-pair">
        <Segments
          titled
          label={say('start.language')}
          value={codebookLanguage}
          options={[
            { value: 'en', text: 'English' },
            { value: 'zh', text: '中文' },
          ]}
          onChange={setLanguage}
        />
        <div>
          <Field
            label={say('start.coder')}
            value={coder}
            onChange={setCoder}
            onEnter={create}
            placeholder={say('start.coder-default')}
          />
          <p className="help">{say('start.coder-help')}</p>
        </div>
      </div>
      <div className="hstack">
        <Button kind="first" large onPress={create} busy={attempt.isBusy}>
          {say('start.create')}
        </Button>
        {folder === undefined ? null : <p className="help folder">{say('start.kept-in', { folder })}</p>}
      </div>
    </div>
  );
}

/** What was dropped before there was a project. */
function EarlyFiles() {
  const { say } = useWords();
  const { files } = useStore(early, (value) => value);
  if (files.length === 0) return null;
  return (
    <div className="note hstack" role="status">
      <span className="grow">{say('start.early', { n: files.length, file: files[0]?.name ?? '' })}</span>
      <Button kind="plain" onPress={() => early.set({ files: [] })}>
        {say('screen.cancel')}
      </Button>
    </div>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function FrameworkChoice({ value, onChange }: ChoiceProps) {
  const { say, language } = useWords();
  const choices = frameworks.map(({ id, name, codes }) => ({
    id,
    name: name[language],
    count: codes.length,
  }));
  return (
    <RadioGroup className="field-group" value={value} onChange={onChange} orientation="horizontal">
      <Label className="label">{say('start.codebook')}</Label>
      <div className="framework-chips">
        {choices.map(({ id, name, count }) => (
          <Radio key={id} value={id} className={chipClass}>
            {name}
            <span className="q">{say('start.codes', { n: count })}</span>
          </Radio>
        ))}
        <Radio value={BLANK} className={chipClass}>
          {say('start.blank')}
        </Radio>
      </div>
      <p className="help">{findFramework(value)?.origin[language] ?? say('start.blank-what')}</p>
    </RadioGroup>
  );
}

function chipClass(state: { readonly isSelected: boolean; readonly isFocusVisible: boolean }): string {
  return ['chip', state.isSelected ? 'on' : null, state.isFocusVisible ? 'is-focus' : null]
    .filter(Boolean)
    .join(' ');
}
