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
import { PickField, PickList } from '../ui/pick-list.tsx';
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
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'Enter' && hasCommandKey(event) && offersNew) pickNew(typed);
    else if (event.key === 'Enter') choose(at);
    else if (event.key === 'Escape') closePicker();
    else return event.key === 'Tab';
    return true;
  };
  const label = say(change === null ? 'texts.code-selection' : 'texts.change-code');
  const { selection } = room.get();
  return (
    <div className="pop at-selection picker" role="dialog" aria-label={label} ref={box}>
      <div className="picker-head">
        <Tag className="i q" aria-hidden />
        <PickField
          list="picker-list"
          label={say('texts.part-of-name')}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setRefused(null);
          }}
          rows={rows}
          at={at}
          onMove={setAt}
          onKey={onKey}
        />
        {selection ? <span className="q small cut picker-quote">“{quoteOf(open, selection)}”</span> : null}
      </div>
      <div className="picker-body">
        <PickList
          id="picker-list"
          label={say('texts.codes')}
          rows={useRows(open, found, offersNew ? typed.trim() : null)}
          at={at}
          onMove={setAt}
          onPick={choose}
          nothing={say('texts.no-code-found')}
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

/** A row for each code that was found, then one for the new code where that is offered. */
function useRows(open: OpenSource, found: readonly ListedCode[], newName: string | null) {
  const { say } = useWords();
  const slots = useStore(room, (state) => state.slots);
  const { byUid, looks } = open.codebook;
  return useMemo(() => {
    const rows = found.map((code) => {
      const look = looks.get(code.uid);
      const slot = slots.indexOf(code.uid);
      const content = (
        <>
          {look ? <CodeMark look={look} /> : null}
          <span className="t">{code.name}</span>
          <span className="q micro">{byUid.get(code.parent ?? '')?.name}</span>
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
  }, [found, looks, byUid, slots, newName, say]);
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
