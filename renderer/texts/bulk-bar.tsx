// What is done to all ticked codings together, each as one act.
import { Combine, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useValue } from '../engine.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { SetAll } from '../ui/set-all.tsx';
import { useWords } from '../words.ts';
import { directions, levels, signed, weightOf } from './coding-values.ts';
import { changeCodings, mergeTargets, removeAll } from './edit-acts.ts';
import type { OpenSource } from './open-source.ts';
import { room } from './room.ts';

interface BulkBarProps {
  readonly open: OpenSource;
  readonly ids: readonly string[];
  /** How many of them stand in other texts. */
  readonly elsewhere: number;
}

export function BulkBar({ open, ids, elsewhere }: BulkBarProps) {
  const { say } = useWords();
  const phases = useValue('phases.list', {})?.phases ?? [];
  const none = { value: 'none', text: say('texts.none') };
  return (
    <div className="bulk-bar" role="group" aria-label={say('gestures.ticked-n', { n: ids.length })}>
      <div className="hstack">
        <b className="num nowrap">{say('gestures.ticked-n', { n: ids.length })}</b>
        <span className="q small grow cut">
          {elsewhere === 0 ? null : say('gestures.ticked-elsewhere', { n: elsewhere })}
        </span>
        <Button kind="plain" onPress={() => room.set({ picker: { change: ids } })}>
          {say('texts.change-code')}
        </Button>
        <IconButton
          icon={Combine}
          label={say('gestures.key-merge')}
          keys={['Shift', 'X']}
          small
          onPress={() => mergeTargets(open)}
        />
        <IconButton
          icon={Trash2}
          label={say('gestures.remove-ticked')}
          keys={['Del']}
          small
          onPress={() => removeAll(open, ids)}
        />
        <IconButton
          icon={X}
          label={say('gestures.untick-all')}
          small
          onPress={() => room.set({ ticked: [], elsewhere: [] })}
        />
      </div>
      <div className="bulk-properties">
        <SetAll
          label={say('texts.level')}
          options={[...levels.map((value) => ({ value, text: say(`texts.level-${value}`) })), none]}
          onChange={(value) => void changeCodings(ids, { level: value === 'none' ? null : Number(value) })}
        />
        <SetAll
          label={say('texts.direction')}
          options={[...directions.map((value) => ({ value, text: signed(Number(value)) })), none]}
          onChange={(value) =>
            void changeCodings(ids, { direction: value === 'none' ? null : Number(value) })
          }
        />
        <SetAll
          label={say('texts.phase')}
          options={[...phases.map(({ uid, name }) => ({ value: uid, text: name })), none]}
          onChange={(value) => void changeCodings(ids, { phase: value === 'none' ? null : value })}
        />
        <SetAllWeights ids={ids} />
      </div>
    </div>
  );
}

/** A number for all of them; Enter sets it, and with nothing typed takes theirs away. */
function SetAllWeights({ ids }: { readonly ids: readonly string[] }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const weight = weightOf(typed);
  return (
    <div className="bulk-weight">
      <Field
        label={say('texts.weight')}
        bare
        placeholder={say('texts.weight')}
        value={typed}
        onChange={setTyped}
        onEnter={() => {
          if (weight !== undefined) void changeCodings(ids, { weight });
        }}
        refusal={weight === undefined ? say('gestures.weight-number') : null}
      />
    </div>
  );
}
