// The phases of the study: added, renamed, moved, removed.
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PhaseEntry } from '../../shared/contract/codebook.ts';
import { act } from '../acts.ts';
import { engine, useCall } from '../engine.ts';
import { AddByName } from '../add-by-name.tsx';
import { useAttempt } from '../start/attempt.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useWords } from '../words.ts';

export function Phases() {
  const { say } = useWords();
  const phases = useCall('phases.list', {}).value?.phases ?? [];
  const move = useMoves(phases);
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
              isFirst={place === 0}
              isLast={place === phases.length - 1}
              onMove={(step) => move(phase.uid, step)}
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

/** Moves a phase by one place, also while the moves before are stored: from where it stands after them. */
function useMoves(phases: readonly PhaseEntry[]): (uid: string, step: -1 | 1) => void {
  const order = useRef<readonly string[]>([]);
  const underWay = useRef(0);
  const pressed = useRef<Element | null>(null);
  const uidsOf = (list: readonly PhaseEntry[]): string[] => list.map(({ uid }) => uid);
  useEffect(() => {
    if (underWay.current === 0) order.current = uidsOf(phases);
  }, [phases]);
  // A row that is put elsewhere loses the focus, and a button at the end of its way takes none.
  useLayoutEffect(() => {
    const row = pressed.current?.closest('.phase-row');
    const { activeElement } = document;
    const isLost = activeElement === document.body || activeElement?.matches(':disabled');
    if (!row || isLost !== true) return;
    const free = [pressed.current, ...row.querySelectorAll('button')].find((each) =>
      each?.matches(':enabled'),
    );
    if (free instanceof HTMLElement) free.focus();
  }, [phases]);
  // The engine does one act after the other.
  const store = async (phase: string, before: string | null): Promise<void> => {
    underWay.current++;
    await act('phases.move', { phase, before });
    const now = underWay.current > 1 ? null : await act('phases.list', {});
    underWay.current--;
    // A move may have been refused.
    if (now && underWay.current === 0) order.current = uidsOf(now.phases);
  };
  return (uid, step) => {
    const others = order.current.filter((each) => each !== uid);
    const place = order.current.indexOf(uid) + step;
    if (place < 0 || place > others.length) return;
    const before = others[place] ?? null;
    order.current = others.toSpliced(place, 0, uid);
    pressed.current = document.activeElement;
    void store(uid, before);
  };
}

interface PhaseRowProps {
  readonly phase: PhaseEntry;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (step: -1 | 1) => void;
}

function PhaseRow({ phase, isFirst, isLast, onMove }: PhaseRowProps) {
  const { say, refusal } = useWords();
  const [isRenaming, setRenaming] = useState(false);
  const attempt = useAttempt('phases');
  const { uid, name } = phase;
  if (isRenaming) return <PhaseName phase={phase} onDone={() => setRenaming(false)} />;
  return (
    <li>
      <div className="phase-row">
        <span className="med cut">{name}</span>
        <span className="count">{say('preferences.phase-sources', { n: phase.sources })}</span>
        <IconButton
          icon={ArrowUp}
          label={say('preferences.phase-up', { phase: name })}
          disabled={isFirst}
          onPress={() => onMove(-1)}
        />
        <IconButton
          icon={ArrowDown}
          label={say('preferences.phase-down', { phase: name })}
          disabled={isLast}
          onPress={() => onMove(1)}
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
