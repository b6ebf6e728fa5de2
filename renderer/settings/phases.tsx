// The phases of the study: added, renamed, moved, removed.
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { PhaseEntry } from '../../shared/contract/codebook.ts';
import { engine, useCall } from '../engine.ts';
import { AddByName } from '../add-by-name.tsx';
import { useAttempt } from '../start/attempt.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useWords } from '../words.ts';

export function Phases() {
  const { say } = useWords();
  const phases = useCall('phases.list', {}).value?.phases ?? [];
  return (
    <section className="settings-part">
      <h3>{say('preferences.phases')}</h3>
      <div>
        <p className="help settings-what">{say('preferences.phases-what')}</p>
        <ol className="phases">
          {phases.map((phase, place) => (
            <PhaseRow
              key={phase.uid}
              phase={phase}
              // Moving puts a phase before another one, or last.
              above={phases[place - 1]?.uid ?? null}
              below={phases[place + 1] ? { before: phases[place + 2]?.uid ?? null } : null}
            />
          ))}
        </ol>
        <AddByName
          className="phase-edit"
          label={say('preferences.new-phase')}
          act="phases.add"
          add={(name) => engine.call('phases.add', { name })}
        />
      </div>
    </section>
  );
}

interface PhaseRowProps {
  readonly phase: PhaseEntry;
  /** uid of the phase above; null for the first. */
  readonly above: string | null;
  /** Where moving down leads; null for the last. */
  readonly below: { readonly before: string | null } | null;
}

function PhaseRow({ phase, above, below }: PhaseRowProps) {
  const { say, refusal } = useWords();
  const [isRenaming, setRenaming] = useState(false);
  const attempt = useAttempt('phases');
  const { uid, name } = phase;
  if (isRenaming) return <PhaseName phase={phase} onDone={() => setRenaming(false)} />;
  const move = (before: string | null): void =>
    attempt.run(async () => void (await engine.call('phases.move', { phase: uid, before })));
  return (
    <li>
      <div className="phase-row">
        <span className="med cut">{name}</span>
        <span className="count">{say('preferences.phase-sources', { n: phase.sources })}</span>
        <IconButton
          icon={ArrowUp}
          label={say('preferences.phase-up', { phase: name })}
          disabled={above === null}
          onPress={() => move(above)}
        />
        <IconButton
          icon={ArrowDown}
          label={say('preferences.phase-down', { phase: name })}
          disabled={below === null}
          onPress={() => move(below?.before ?? null)}
        />
        <IconButton
          icon={Pencil}
          label={say('preferences.phase-rename', { phase: name })}
          onPress={() => {
            attempt.refuse(null);
            setRenaming(true);
          }}
        />
        <IconButton
          icon={Trash2}
          label={say('preferences.phase-remove', { phase: name })}
          onPress={() => attempt.run(async () => void (await engine.call('phases.remove', { phase: uid })))}
        />
      </div>
      {attempt.refusal === null ? null : (
        <p className="small bad phase-why" role="alert">
          {refusal(attempt.refusal)}
        </p>
      )}
    </li>
  );
}

interface PhaseNameProps {
  readonly phase: PhaseEntry;
  readonly onDone: () => void;
}

function PhaseName({ phase: { uid, name }, onDone }: PhaseNameProps) {
  const { say, refusal } = useWords();
  const [typed, setTyped] = useState(name);
  const attempt = useAttempt('phases.rename');
  const rename = (): void => {
    const next = typed.trim();
    if (next === '' || next === name) onDone();
    else
      attempt.run(async () => {
        await engine.call('phases.rename', { phase: uid, name: next });
        onDone();
      });
  };
  return (
    <li
      className="phase-edit"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onDone();
      }}
    >
      <Field
        label={say('preferences.phase-name')}
        bare
        value={typed}
        onChange={setTyped}
        onEnter={rename}
        refusal={attempt.refusal ? refusal(attempt.refusal) : null}
        autoFocus
      />
      <Button onPress={rename}>{say('screen.rename')}</Button>
      <Button kind="plain" onPress={onDone}>
        {say('screen.cancel')}
      </Button>
    </li>
  );
}
