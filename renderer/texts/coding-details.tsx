// What may be changed in a coding: code, borders, phase, level, direction, weight, memo; and its links.
import type { ReactNode } from 'react';
import { DraftField } from '../draft-field.tsx';
import { useValue } from '../engine.ts';
import { draftOf } from '../find-drafts.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Segments } from '../ui/segments.tsx';
import { Select } from '../ui/select.tsx';
import { useTyped } from '../use-typed.ts';
import { useWords } from '../words.ts';
import { changeCoding, passageToCode } from './coding-acts.ts';
import { CodingLinks } from './coding-links.tsx';
import { directions, levels, signed, weightOf } from './coding-values.ts';
import { pathOf, type OpenSource, type ShownCoding } from './open-source.ts';
import { room } from './room.ts';

/** All that may be changed in a coding, what its code means, and what it is linked with. */
export function CodingDetails({ open, coding }: { readonly open: OpenSource; readonly coding: ShownCoding }) {
  const { say } = useWords();
  const phases = useValue('phases.list', {})?.phases ?? [];
  const change = (what: Parameters<typeof changeCoding>[1]): void => void changeCoding(coding.id, what);
  return (
    <div className="coding-details">
      <p className="small q">
        {pathOf(open, coding)} · {coding.coder}
      </p>
      <div className="hstack coding-acts">
        <Button kind="plain" onPress={() => room.set({ picker: { change: [coding.id] } })}>
          {say('texts.change-code')}
        </Button>
        <SetBorders open={open} coding={coding} />
      </div>
      <Property label={say('texts.phase')} className="coding-phase">
        <Select
          label={say('texts.phase')}
          bare
          value={coding.phase ?? ''}
          options={[
            { value: '', text: sourcePhase(say, open.reading.phase) },
            ...phases.map(({ name }) => ({ value: name, text: name })),
          ]}
          onChange={(phase) => change({ phase: phase === '' ? null : phase })}
        />
      </Property>
      <Property label={say('texts.level')}>
        <Segments
          label={say('texts.level')}
          value={coding.level === null ? '' : String(coding.level)}
          options={[
            { value: '', text: say('texts.none') },
            ...levels.map((value) => ({ value, text: say(`texts.level-${value}`) })),
          ]}
          onChange={(level) => change({ level: level === '' ? null : Number(level) })}
        />
      </Property>
      <Property label={say('texts.direction')}>
        <Segments
          label={say('texts.direction')}
          value={coding.direction === null ? '' : String(coding.direction)}
          options={[
            { value: '', text: say('texts.none') },
            ...directions.map((value) => ({ value, text: signed(Number(value)) })),
          ]}
          onChange={(direction) => change({ direction: direction === '' ? null : Number(direction) })}
        />
      </Property>
      <Property label={say('texts.weight')} className="coding-weight">
        <Weight key={coding.id} coding={coding} />
      </Property>
      <Memo key={coding.id} open={open} coding={coding} />
      <CodingLinks open={open} coding={coding} />
    </div>
  );
}

/** Apart, because it alone follows the selection. */
function SetBorders({ open, coding }: { readonly open: OpenSource; readonly coding: ShownCoding }) {
  const { say } = useWords();
  const selection = useStore(room, (state) => state.selection);
  const passage = selection && selection.start < selection.end ? passageToCode(open) : null;
  const canMove = passage !== null && (passage.start !== coding.start || passage.end !== coding.end);
  return (
    <Button kind="plain" disabled={!canMove} onPress={() => passage && void changeCoding(coding.id, passage)}>
      {say('texts.set-borders')}
    </Button>
  );
}

interface PropertyProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

function Property({ label, className, children }: PropertyProps) {
  return (
    <div className={['property', className].filter(Boolean).join(' ')}>
      <span className="small q" aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}

/** A number, or nothing; stored when its field is left. */
function Weight({ coding }: { readonly coding: ShownCoding }) {
  const { say } = useWords();
  const stored = coding.weight === null ? '' : String(coding.weight);
  const [typed, setTyped, keep] = useTyped(stored);
  const weight = weightOf(typed);
  const save = (): void => {
    if (weight === undefined || weight === coding.weight) return setTyped(null);
    keep(weight === null ? '' : String(weight), changeCoding(coding.id, { weight }));
  };
  return (
    <Field
      label={say('texts.weight')}
      bare
      value={typed}
      onChange={setTyped}
      onEnter={save}
      onLeave={save}
      refusal={weight === undefined ? say('gestures.weight-number') : null}
    />
  );
}

/** Its words as they were read last, before the pane around it is drawn with them: nobody writes on in older ones. */
function Memo({ open, coding }: { readonly open: OpenSource; readonly coding: ShownCoding }) {
  const { say } = useWords();
  const codings = useValue('codings.list', { source: open.reading.uid })?.codings;
  const { memo } = codings?.find(({ id }) => id === coding.id) ?? coding;
  return (
    <div className="coding-memo">
      <DraftField
        about={draftOf.codingMemo(open.reading.uid, coding.id)}
        label={say('texts.memo')}
        lines={3}
        stored={memo ?? ''}
        store={(memo) => changeCoding(coding.id, { memo })}
        placeholder={say('texts.memo-about')}
      />
    </div>
  );
}

function sourcePhase(say: ReturnType<typeof useWords>['say'], phase: string | null): string {
  return phase === null ? say('texts.none') : say('texts.phase-of-source', { phase });
}
