// What is said of several sources at once: their phase, their case; each as one act.
import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Input } from '../../shared/contract/index.ts';
import { act, undoLatest } from '../acts.ts';
import { useValue } from '../engine.ts';
import { CaseField } from '../import/case-field.tsx';
import { IconButton } from '../ui/button.tsx';
import { SetAll } from '../ui/set-all.tsx';
import { notify } from '../window-state.ts';
import { useWords, words } from '../words.ts';

interface BulkSourcesProps {
  /** uids */
  readonly sources: readonly string[];
  readonly onLeave: () => void;
}

export function BulkSources({ sources, onLeave }: BulkSourcesProps) {
  const { say } = useWords();
  const phases = useValue('phases.list', {})?.phases ?? [];
  const [typed, setTyped] = useState('');
  // The name stays where it was typed: it is stored once.
  const stored = useRef('');
  const chosen = say('texts.sources-chosen', { n: sources.length });
  const keepCase = (): void => {
    const newCase = typed.trim();
    if (newCase === stored.current) return;
    stored.current = newCase;
    if (newCase === '') return;
    void change(sources, { newCase });
  };
  return (
    <div className="bulk-bar bulk-sources" role="group" aria-label={chosen}>
      <div className="hstack">
        <b className="grow num">{chosen}</b>
        <IconButton icon={X} label={say('texts.choose-one')} small onPress={onLeave} />
      </div>
      <CaseField value={typed} onChange={setTyped} onLeave={keepCase} placeholder={say('texts.set-case')} />
      <SetAll
        label={say('texts.set-phase')}
        options={[
          ...phases.map(({ uid, name }) => ({ value: uid, text: name })),
          { value: 'none', text: say('texts.no-phase') },
        ]}
        onChange={(value) => void change(sources, { phase: value === 'none' ? null : value })}
      />
    </div>
  );
}

type Change = Omit<Input<'sources.updateMany'>, 'sources'>;

async function change(sources: readonly string[], what: Change): Promise<void> {
  const done = await act('sources.updateMany', { sources: [...sources], ...what });
  if (!done) return;
  const { say } = words();
  notify({
    tone: 'plain',
    text: say('texts.sources-changed', { n: done.changed }),
    act: { label: say('command.undo'), run: undoLatest },
  });
}
