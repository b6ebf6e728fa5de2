// The picker at the selection: part of a code's name, Enter, coded. Its definition stands beside it.
import { Plus, Tag } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ListedCode } from './counts.tsx';
import { Refused } from '../../shared/refused.ts';
import { sayFailure } from '../acts.ts';
import { engine } from '../engine.ts';
import { useStore } from '../store.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import { hasCommandKey, Keys } from '../ui/keys.tsx';
import { useWords } from '../words.ts';
import { changeCoding, codeSelection, codeWithNew, quoteOf } from './coding-acts.ts';
import type { OpenSource } from './open-source.ts';
import { CodeDefinition } from './code-definition.tsx';
import { isKnownName, rankCodes } from './rank-codes.ts';
import { desk, room } from './room.ts';

/** px; the line at the foot of the text, which stays in sight. */
const statusLine = 26;
/** Rows drawn; more are found by typing on. */
const mostRows = 60;

interface PickerProps {
  readonly open: OpenSource;
  /** id of the coding that gets another code; null codes the selection. */
  readonly change: string | null;
}

export function Picker({ open, change }: PickerProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const used = useStore(room, (state) => state.used);
  const { codes } = open.codebook;
  const found = useMemo(() => rankCodes(codes, typed, used).slice(0, mostRows), [codes, typed, used]);
  const offersNew = typed.trim() !== '' && change === null && !isKnownName(codes, typed);
  const rows = found.length + (offersNew ? 1 : 0);
  usePlace(box);
  useCloseOutside(box);
  const { pick, pickNew } = usePick(open, change, setRefused);
  const choose = (row: number): void => {
    const code = found[row];
    if (code) pick(code);
    else if (offersNew) pickNew(typed);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a Chinese word is being composed, its keys belong to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, rows - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && hasCommandKey(event) && offersNew) pickNew(typed);
    else if (event.key === 'Enter') choose(at);
    else if (event.key === 'Escape') closePicker();
    else if (event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };
  const label = say(change === null ? 'texts.code-selection' : 'texts.change-code');
  const { selection } = room.get();
  return (
    <div className="pop at-selection picker" role="dialog" aria-label={label} ref={box}>
      <div className="picker-head">
        <Tag className="i q" aria-hidden />
        <input
          className="grow"
          role="combobox"
          aria-expanded
          aria-controls="picker-list"
          aria-activedescendant={rows > 0 ? `pick-${at}` : undefined}
          aria-label={say('texts.part-of-name')}
          placeholder={say('texts.part-of-name')}
          value={typed}
          autoFocus
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
            setRefused(null);
          }}
          onKeyDown={onKeyDown}
        />
        {selection ? <span className="q small cut picker-quote">“{quoteOf(open, selection)}”</span> : null}
      </div>
      <div className="picker-body">
        <PickerList
          {...{ open, found, at, onPoint: setAt, onPick: choose }}
          newName={offersNew ? typed.trim() : null}
        />
        <CodeDefinition code={found[at] ?? null} />
      </div>
      <PickerFoot refused={refused} isNew={offersNew} />
    </div>
  );
}

function PickerFoot({ refused, isNew }: { readonly refused: string | null; readonly isNew: boolean }) {
  const { say } = useWords();
  if (refused !== null)
    return (
      <p className="foot small bad" role="alert">
        {refused}
      </p>
    );
  return (
    <div className="foot">
      <span className="hint">
        <Keys keys={['↵']} />
        {say('texts.hint-code')}
      </span>
      {isNew ? (
        <span className="hint">
          <Keys keys={['Ctrl', '↵']} />
          {say('texts.hint-new')}
        </span>
      ) : null}
      <span className="grow" />
      <span className="hint">
        <Keys keys={['Esc']} />
        {say('texts.hint-close')}
      </span>
    </div>
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
    if (event.key === 'Escape' || event.key === 'Enter') closePicker();
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

interface ListProps {
  readonly open: OpenSource;
  readonly found: readonly ListedCode[];
  readonly at: number;
  readonly newName: string | null;
  readonly onPoint: (row: number) => void;
  readonly onPick: (row: number) => void;
}

function PickerList({ open, found, at, newName, onPoint, onPick }: ListProps) {
  const { say } = useWords();
  const slots = useStore(room, (state) => state.slots);
  const { byUid, looks } = open.codebook;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at, found]);
  return (
    <ul id="picker-list" role="listbox" aria-label={say('texts.codes')} ref={list}>
      {found.map((code, row) => {
        const look = looks.get(code.uid);
        const slot = slots.indexOf(code.uid);
        return (
          <li
            key={code.uid}
            id={`pick-${row}`}
            role="option"
            aria-selected={row === at}
            className="row"
            onPointerMove={() => onPoint(row)}
            onClick={() => onPick(row)}
          >
            {look ? <CodeMark look={look} /> : null}
            <span className="t">{code.name}</span>
            <span className="q micro">{byUid.get(code.parent ?? '')?.name}</span>
            {slot < 0 ? null : <kbd>{slot + 1}</kbd>}
          </li>
        );
      })}
      {newName === null ? null : (
        <li
          id={`pick-${found.length}`}
          role="option"
          aria-selected={at === found.length}
          className="row"
          onPointerMove={() => onPoint(found.length)}
          onClick={() => onPick(found.length)}
        >
          <Plus className="i s" aria-hidden />
          <span className="t">{say('texts.new-code', { name: newName })}</span>
        </li>
      )}
      {found.length === 0 && newName === null ? (
        <li className="q small nothing-found" role="option" aria-selected={false} aria-disabled>
          {say('texts.no-code-found')}
        </li>
      ) : null}
    </ul>
  );
}

/** Closes the picker and gives focus and selection back to the text. */
function closePicker(): void {
  const { selection } = room.get();
  room.set({ picker: null });
  if (selection) desk.page?.select(selection);
  else desk.page?.root.focus({ preventScroll: true });
}

function usePick(open: OpenSource, change: string | null, onRefused: (sentence: string) => void) {
  const { refusal } = useWords();
  const pick = (code: ListedCode): void => {
    closePicker();
    void (change === null ? codeSelection(open, code.uid) : changeCoding(change, { code: code.uid }));
  };
  const pickNew = (name: string): void => {
    codeWithNew(open, name, (input) => engine.call('codings.addNew', input))
      .then(closePicker)
      .catch((error: unknown) => {
        if (error instanceof Refused) onRefused(refusal(error.refusal));
        else sayFailure('codings.addNew', error);
      });
  };
  return { pick, pickNew };
}

/** Stands below the selection, or above it where there is no room; with none, at the first line in sight. */
function usePlace(box: React.RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const place = (): void => {
      const { page } = desk;
      const { selection } = room.get();
      const pop = box.current;
      const host = pop?.offsetParent?.getBoundingClientRect();
      if (!page || !pop || !host) return;
      const { start } = page.inSight(0);
      const { top, bottom, left } = page.extent(selection ?? { start, end: start });
      const below = bottom - host.top + 8;
      const above = top - host.top - pop.offsetHeight - 8;
      const last = host.height - statusLine - pop.offsetHeight - 4;
      const fits = below <= last;
      pop.style.top = `${Math.max(4, fits ? below : above >= 4 ? above : last)}px`;
      pop.style.left = `${Math.max(8, Math.min(left - host.left - 12, host.width - pop.offsetWidth - 8))}px`;
    };
    place();
    const resized = new ResizeObserver(place);
    if (box.current) resized.observe(box.current);
    return () => resized.disconnect();
  }, [box]);
}

function useCloseOutside(box: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const onDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      room.set({ picker: null });
    };
    document.addEventListener('pointerdown', onDown, true);
    return () => document.removeEventListener('pointerdown', onDown, true);
  }, [box]);
}
