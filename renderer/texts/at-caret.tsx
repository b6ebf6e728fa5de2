// The codings at the caret, or the chosen one with all that may be changed in it.
import { X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { spansAt } from '../../shared/text/lanes.ts';
import { paragraphAt } from '../../shared/text/positions.ts';
import { useValue } from '../engine.ts';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { CodeMark } from '../ui/code-mark.tsx';
import { Field } from '../ui/field.tsx';
import { Segments } from '../ui/segments.tsx';
import { Select } from '../ui/select.tsx';
import { initials } from '../ui/initials.ts';
import { useWords } from '../words.ts';
import { changeCoding, chooseCoding, passageToCode, pickActive, removeCoding } from './coding-acts.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import { room } from './room.ts';

export function AtCaret({ open }: { readonly open: OpenSource }) {
  const { say } = useWords();
  const { selection, chosen } = useStore(room, (state) => state);
  const active = pickActive(open.codings, chosen, selection);
  const here = selection ? spansAt(open.codings, selection) : [];
  const shown = active && !here.includes(active) ? [active, ...here] : here;
  const paragraph = selection ? paragraphAt(open.paragraphs, selection.start) : null;
  return (
    <section className="at-caret rule" aria-label={say('texts.at-caret')}>
      <div className="sec">
        {say('texts.at-caret')}
        {paragraph === null ? null : (
          <span className="right">{say('texts.place', { paragraph, n: shown.length })}</span>
        )}
      </div>
      <div className="at-caret-list">
        {shown.length === 0 ? <p className="q small nothing">{say('texts.no-coding-here')}</p> : null}
        {shown.map((coding) => (
          <CodingRow
            key={coding.id}
            open={open}
            coding={coding}
            isActive={coding === active}
            isChosen={coding.id === chosen}
          />
        ))}
      </div>
    </section>
  );
}

interface CodingRowProps {
  readonly open: OpenSource;
  readonly coding: ShownCoding;
  readonly isActive: boolean;
  readonly isChosen: boolean;
}

function CodingRow({ open, coding, isActive, isChosen }: CodingRowProps) {
  const { say } = useWords();
  return (
    <div className={isActive ? 'coding-row is-active' : 'coding-row'}>
      <div className="hstack">
        <button
          className="hstack grow coding-name"
          aria-expanded={isChosen}
          onClick={() => chooseCoding(coding)}
        >
          <CodeMark look={coding.look} />
          <span className="med cut grow">{coding.name}</span>
        </button>
        <span className="count" title={coding.coder}>
          {initials(coding.coder)}
        </span>
        {isActive ? (
          <IconButton
            icon={X}
            label={say('texts.remove')}
            keys={['Del']}
            small
            onPress={() => void removeCoding(open, coding)}
          />
        ) : null}
      </div>
      {isChosen ? <CodingDetails open={open} coding={coding} /> : <CodingSummary coding={coding} />}
    </div>
  );
}

/** What is set on a coding, in one line. */
function CodingSummary({ coding }: { readonly coding: ShownCoding }) {
  const { say } = useWords();
  const { phase, level, direction, weight, memo } = coding;
  const parts = [
    phase === null ? null : [say('texts.phase'), phase],
    level === null ? null : [say('texts.level'), String(level)],
    direction === null ? null : [say('texts.direction'), signed(direction)],
    weight === null ? null : [say('texts.weight'), String(weight)],
  ].filter((part) => part !== null);
  if (parts.length === 0 && memo === null) return null;
  return (
    <div className="small q coding-summary">
      {parts.map(([name, value]) => (
        <span key={name}>
          {name} <span className="q2 med">{value}</span>
        </span>
      ))}
      {memo === null ? null : <p className="read cut">{memo}</p>}
    </div>
  );
}

const levels = ['1', '2', '3'] as const;
const directions = ['-1', '0', '1'] as const;

function CodingDetails({ open, coding }: { readonly open: OpenSource; readonly coding: ShownCoding }) {
  const { say } = useWords();
  const phases = useValue('phases.list', {})?.phases ?? [];
  const selection = useStore(room, (state) => state.selection);
  const passage = selection && selection.start < selection.end ? passageToCode(open) : null;
  const canMove = passage !== null && (passage.start !== coding.start || passage.end !== coding.end);
  const change = (what: Parameters<typeof changeCoding>[1]): void => void changeCoding(coding.id, what);
  return (
    <div className="coding-details">
      <div className="hstack coding-acts">
        <Button kind="plain" onPress={() => room.set({ picker: { change: coding.id } })}>
          {say('texts.change-code')}
        </Button>
        <Button kind="plain" disabled={!canMove} onPress={() => passage && change(passage)}>
          {say('texts.set-borders')}
        </Button>
      </div>
      <Property label={say('texts.phase')}>
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
      <Memo key={coding.id} coding={coding} />
    </div>
  );
}

function Property({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="property">
      <span className="small q" aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}

/** The memo on a coding: stored when its field is left. */
function Memo({ coding }: { readonly coding: ShownCoding }) {
  const { say } = useWords();
  const stored = coding.memo ?? '';
  const [typed, setTyped] = useState(stored);
  useEffect(() => setTyped(stored), [stored]);
  const draft = useRef({ typed, saved: stored });
  useEffect(() => {
    draft.current.typed = typed;
  }, [typed]);
  const save = useCallback(() => {
    const memo = draft.current.typed.trim();
    if (memo === draft.current.saved.trim()) return;
    draft.current.saved = memo;
    void changeCoding(coding.id, { memo });
  }, [coding.id]);
  // A field that goes away with the focus in it is left too.
  useEffect(() => save, [save]);
  return (
    <div className="coding-memo">
      <Field
        label={say('texts.memo')}
        lines={3}
        value={typed}
        onChange={setTyped}
        onLeave={save}
        placeholder={say('texts.memo-about')}
      />
    </div>
  );
}

function sourcePhase(say: ReturnType<typeof useWords>['say'], phase: string | null): string {
  return phase === null ? say('texts.none') : say('texts.phase-of-source', { phase });
}

function signed(direction: number): string {
  return direction > 0 ? `+${direction}` : direction < 0 ? `−${-direction}` : '0';
}
