// The picker at the selection: part of a code's name, Enter, coded; several codes and a memo in the same go.
import { Check, Pin, Plus, Tag } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ListedCode } from './counts.tsx';
import { Refused } from '../../shared/refused.ts';
import { sayFailure } from '../acts.ts';
import { engine } from '../engine.ts';
import { settings } from '../settings.ts';
import { useStore } from '../store.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import { hasCommandKey, Keys } from '../ui/keys.tsx';
import { PickField, PickList } from '../ui/pick-list.tsx';
import { useWords } from '../words.ts';
import { codePassage, codeWithNew, passageToCode, quoteOf } from './coding-acts.ts';
import { changeCodings } from './edit-acts.ts';
import { pin } from './focus-acts.ts';
import type { OpenSource } from './open-source.ts';
import { CodeDefinition } from './code-definition.tsx';
import { focusMemo, PopMemo } from './pop-memo.tsx';
import { closeFloating, useCloseOutside, usePlace } from './pop-place.ts';
import { isKnownName, rankCodes } from './rank-codes.ts';
import { room } from './room.ts';

/** Rows drawn; more are found by typing on. */
const mostRows = 60;

interface PickerProps {
  readonly open: OpenSource;
  /** ids of the codings that get another code; null codes the selection. */
  readonly change: readonly string[] | null;
}

export function Picker({ open, change }: PickerProps) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  usePlace(box);
  useCloseOutside(box);
  const pick = usePick(open, change);
  const label = say(change === null ? 'texts.code-selection' : 'texts.change-code');
  const { selection } = room.get();
  const { found, at, ticked, typed } = pick;
  return (
    <div className="pop at-selection picker" role="dialog" aria-label={label} ref={box}>
      <div className="picker-head">
        <Tag className="i q" aria-hidden />
        {ticked.map((code) => (
          <TickedCode key={code.uid} open={open} code={code} onPress={() => pick.tick(code)} />
        ))}
        <PickField
          list="picker-list"
          label={say('texts.part-of-name')}
          value={typed}
          onChange={pick.type}
          rows={pick.rows}
          at={at}
          onMove={pick.point}
          onKey={(event) => usedKey(event, pick)}
        />
        {selection ? <span className="q small cut picker-quote">“{quoteOf(open, selection)}”</span> : null}
      </div>
      <div className="picker-body">
        <PickList
          id="picker-list"
          label={say('texts.codes')}
          rows={useRows(open, pick)}
          at={at}
          onMove={pick.point}
          onPick={(row, event) => {
            const code = found[row];
            if (code && change === null && (event.shiftKey || hasCommandKey(event))) pick.tick(code);
            else pick.choose(row, true);
          }}
          nothing={say('texts.no-code-found')}
        />
        <CodeDefinition code={found[at] ?? null} />
      </div>
      {change === null ? (
        <PopMemo
          placeholder={say(ticked.length === 0 ? 'gestures.memo-too' : 'gestures.memo-each')}
          value={pick.memo}
          onChange={pick.setMemo}
          onEnter={() => pick.choose(at)}
        />
      ) : null}
      <PickerFoot refused={pick.refused} isNew={pick.offersNew} isForCoding={change === null} />
    </div>
  );
}

type Pick = ReturnType<typeof usePick>;

/** What is typed and ticked in the picker, and what comes of it. */
function usePick(open: OpenSource, change: readonly string[] | null) {
  const { refusal } = useWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [ticked, setTicked] = useState<readonly ListedCode[]>([]);
  const [memo, setMemo] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const used = useStore(room, (state) => state.used);
  const { codes } = open.codebook;
  const found = useMemo(() => rankCodes(codes, typed, used).slice(0, mostRows), [codes, typed, used]);
  const offersNew =
    typed.trim() !== '' && change === null && ticked.length === 0 && !isKnownName(codes, typed);
  const type = (next: string): void => {
    setTyped(next);
    setRefused(null);
  };
  const pickNew = (): void => {
    codeWithNew(open, typed, (input) =>
      engine.call('codings.addNew', { ...input, memo: memo.trim() || null }),
    )
      .then(closeFloating)
      .catch((error: unknown) => {
        if (error instanceof Refused) setRefused(refusal(error.refusal));
        else sayFailure('codings.addNew', error);
      });
  };
  /** Codes with what is ticked, and with the row that is pointed at unless nothing was typed to find it. */
  const choose = (row: number, isPointedAt = false): void => {
    const pointed = found[row];
    if (pointed === undefined && offersNew) return pickNew();
    if (change !== null) {
      closeFloating();
      if (pointed) void changeCodings(change, { code: pointed.uid });
      return;
    }
    const more =
      pointed && (isPointedAt || ticked.length === 0 || typed.trim() !== '' || row !== 0) ? [pointed] : [];
    const chosen = [...new Set([...ticked, ...more].map(({ uid }) => uid))];
    if (chosen.length === 0) return;
    const passage = passageToCode(open);
    closeFloating();
    void codePassage(open, chosen, passage, memo.trim() || null);
  };
  const tick = (code: ListedCode): void => {
    const isTicked = ticked.some(({ uid }) => uid === code.uid);
    setTicked(isTicked ? ticked.filter(({ uid }) => uid !== code.uid) : [...ticked, code]);
    type('');
    setAt(0);
  };
  return {
    typed,
    type,
    at,
    point: setAt,
    found,
    rows: found.length + (offersNew ? 1 : 0),
    ticked,
    tick: change === null ? tick : () => undefined,
    choose,
    pickNew,
    offersNew,
    refused,
    memo,
    setMemo,
    pinRow: (code: ListedCode) => pin(open, code.uid),
  };
}

/** Keys of the field beside those that move in the list; true when one was used. */
function usedKey(event: KeyboardEvent, pick: Pick): boolean {
  const { at, found, ticked, typed } = pick;
  const code = found[at];
  const last = ticked.at(-1);
  if (event.key === 'Enter' && hasCommandKey(event) && pick.offersNew) pick.pickNew();
  else if (event.key === 'Enter' && event.shiftKey && code) pick.tick(code);
  else if (event.key === 'Enter') pick.choose(at);
  else if (event.code === 'KeyP' && event.altKey && code) pick.pinRow(code);
  else if (event.key === 'Backspace' && typed === '' && last) pick.tick(last);
  else if (event.key === 'Tab' && !event.shiftKey) focusMemo();
  else if (event.key === 'Escape') closeFloating();
  else return false;
  return true;
}

/** A row for each code that was found, then one for the new code where that is offered. */
function useRows(open: OpenSource, { found, ticked, offersNew, typed }: Pick) {
  const { say } = useWords();
  const slots = useStore(room, (state) => state.slots);
  const pinned = useStore(settings, (state) => state.pinned);
  const { byUid, looks } = open.codebook;
  const newName = offersNew ? typed.trim() : null;
  return useMemo(() => {
    const rows = found.map((code) => {
      const look = looks.get(code.uid);
      const slot = slots.indexOf(code.uid);
      const content = (
        <>
          {ticked.includes(code) ? <Check className="i s" aria-label={say('gestures.is-ticked')} /> : null}
          {look ? <CodeMark look={look} /> : null}
          <span className="t">{code.name}</span>
          <span className="q micro">{byUid.get(code.parent ?? '')?.name}</span>
          {pinned.includes(code.uid) ? (
            <Pin className="i s q" aria-label={say('gestures.is-pinned')} />
          ) : null}
          {slot < 0 ? null : <kbd>{slot + 1}</kbd>}
        </>
      );
      return { key: code.uid, content };
    });
    if (newName === null) return rows;
    const content = (
      <>
        <Plus className="i s" aria-hidden />
        <span className="t">{say('texts.new-code', { name: newName })}</span>
      </>
    );
    return [...rows, { key: 'new', content }];
  }, [found, ticked, looks, byUid, slots, pinned, newName, say]);
}

interface TickedCodeProps {
  readonly open: OpenSource;
  readonly code: ListedCode;
  readonly onPress: () => void;
}

function TickedCode({ open, code, onPress }: TickedCodeProps) {
  const { say } = useWords();
  const look = open.codebook.looks.get(code.uid);
  return (
    <button
      className="ticked-code"
      aria-label={say('gestures.untick', { code: code.name })}
      onClick={onPress}
    >
      {look ? <CodeMark look={look} /> : null}
    </button>
  );
}

interface FootProps {
  readonly refused: string | null;
  readonly isNew: boolean;
  readonly isForCoding: boolean;
}

function PickerFoot({ refused, isNew, isForCoding }: FootProps) {
  const { say } = useWords();
  if (refused !== null)
    return (
      <p className="foot small bad" role="alert">
        {refused}
      </p>
    );
  return (
    <div className="foot">
      <Hint keys={['↵']}>{say('texts.hint-code')}</Hint>
      {isNew ? <Hint keys={['Ctrl', '↵']}>{say('texts.hint-new')}</Hint> : null}
      {isForCoding && !isNew ? <Hint keys={['Shift', '↵']}>{say('gestures.hint-more')}</Hint> : null}
      <Hint keys={['Alt', 'P']}>{say('gestures.hint-pin')}</Hint>
      <span className="grow" />
      <Hint keys={['Esc']}>{say('texts.hint-close')}</Hint>
    </div>
  );
}

function Hint({ keys, children }: { readonly keys: readonly string[]; readonly children: ReactNode }) {
  return (
    <span className="hint">
      <Keys keys={keys} />
      {children}
    </span>
  );
}

/** Stands in the picker's place: no key that is pressed for it becomes a command. */
export function NothingToCode() {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  usePlace(box);
  useCloseOutside(box);
  useLayoutEffect(() => box.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Enter') closeFloating();
    else if (hasCommandKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="pop at-selection picker"
      role="dialog"
      aria-label={say('texts.code-selection')}
      tabIndex={-1}
      ref={box}
      onKeyDown={onKeyDown}
    >
      <p className="foot small" role="alert">
        {say('texts.nothing-to-code')}
      </p>
    </div>
  );
}
