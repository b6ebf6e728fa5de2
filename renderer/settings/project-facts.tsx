// What the project is called, where it lies, what it holds, and who codes in it.
import type { ProjectInfo } from '../../shared/contract/project.ts';
import { findFramework } from '../../shared/frameworks/frameworks.ts';
import { fold } from '../../shared/names.ts';
import { DraftField } from '../draft-field.tsx';
import { engine, useCall, useValue } from '../engine.ts';
import { draftOf } from '../find-drafts.ts';
import { settings } from '../settings.ts';
import { AttemptField } from '../start/attempt-field.tsx';
import { useAttempt } from '../start/attempt.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useStoring } from '../use-storing.ts';
import { useTyped } from '../use-typed.ts';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { Fact } from './fact.tsx';

export function ProjectFacts() {
  const { say, language } = useWords();
  const project = useStore(windowState, (state) => state.project);
  if (!project) return null;
  const framework = findFramework(project.framework ?? '');
  return (
    <section className="settings-part">
      <h3>{say('preferences.project')}</h3>
      <dl>
        <Fact name={say('preferences.name')}>
          <Name project={project} />
        </Fact>
        <Fact name={say('preferences.file')}>{project.file}</Fact>
        {framework ? <Fact name={say('preferences.codebook')}>{framework.name[language]}</Fact> : null}
        <Fact name={say('preferences.holds')}>{say('preferences.counts', project.counts)}</Fact>
        <Fact name={say('preferences.coder')}>
          <Coder project={project} />
        </Fact>
      </dl>
    </section>
  );
}

/** Stored when it is left; an empty name takes the old one back. */
function Name({ project }: { readonly project: ProjectInfo }) {
  const { say } = useWords();
  const storing = useStoring('project.update');
  // As it was read last, before the window is drawn with it: nobody writes on in the name of before.
  const read = useValue('project.current', {});
  return (
    <div className="settings-field">
      <DraftField
        about={draftOf.project('name')}
        label={say('preferences.name')}
        bare
        stored={read?.name ?? project.name}
        required
        store={(name) => storing.store(() => engine.call('project.update', { name }))}
        onChange={() => storing.refuse(null)}
        refusal={storing.refused}
      />
    </div>
  );
}

/** Another name is either this coder's or another person's: the person says which. */
function Coder({ project: { coder } }: { readonly project: ProjectInfo }) {
  const { say } = useWords();
  const [typed, setTyped] = useTyped(coder);
  const coders = useCall('coders.list', {}).value?.coders ?? [];
  const attempt = useAttempt('project.update');
  const name = typed.trim();
  const isOther = name !== '' && name !== coder;
  const isKnown = coders.some((each) => each.name !== coder && fold(each.name) === fold(name));
  const sign = (store: () => Promise<unknown>): void =>
    attempt.run(async () => {
      setTyped(name);
      await store();
      settings.set({ coder: name });
    });
  return (
    <div
      className="settings-field"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) setTyped(null);
      }}
    >
      <AttemptField
        label={say('preferences.coder')}
        bare
        value={typed}
        onChange={setTyped}
        attempt={attempt}
      />
      {isOther ? (
        <div className="hstack">
          {isKnown ? null : (
            <Button onPress={() => sign(() => engine.call('coders.rename', { coder, name }))}>
              {say('preferences.coder-rename', { coder, name })}
            </Button>
          )}
          <Button onPress={() => sign(() => engine.call('project.update', { coder: name }))}>
            {say('preferences.coder-become', { name })}
          </Button>
        </div>
      ) : null}
      <p className="help">{say('preferences.coder-what')}</p>
    </div>
  );
}
