// The reading and coding room: sources, the open text, and the codebook beside it.
import { FileUp } from 'lucide-react';
import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import type { SourceEntry } from '../../shared/contract/import.ts';
import { readableEndings } from '../../shared/import/document.ts';
import { useCall, useValue } from '../engine.ts';
import { Pane } from '../frame/pane.tsx';
import { isTyping } from '../frame/typing.ts';
import { chooseFiles } from '../import/choose-files.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { hasCommandKey } from '../ui/keys.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { AtCaret } from './at-caret.tsx';
import { CodebookTree } from './codebook-tree.tsx';
import { editing } from './editing/edit.ts';
import { CountsOf, useUncounted } from './counts.tsx';
import { useCodebook, useCodeEntries, useOpenSource, type OpenSource } from './open-source.ts';
import { Reader } from './reader.tsx';
import { focusFilter, openPicker } from './focus-acts.ts';
import { desk, enterSource, leaveSource, room } from './room.ts';
import { usePinnedSlots } from './slots.ts';
import { SourceList } from './source-list.tsx';
import './editing/editing.css';
import './texts.css';
import './reading.css';

const noSources: readonly SourceEntry[] = [];

export function TextsPlace() {
  const { say } = useWords();
  // Asked before the sources, whose list is grouped by them: it is then drawn once.
  useValue('cases.list', {});
  useValue('phases.list', {});
  const { value, loading } = useCall('sources.list', {});
  const sources = value?.sources;
  const listed = useUncounted(sources ?? noSources);
  const chosen = useStore(windowState, (state) => state.source);
  const first = sources?.[0]?.uid ?? null;
  const source = sources?.some(({ uid }) => uid === chosen) ? chosen : null;
  const open = useOpenSource(source);
  useLayoutEffect(() => {
    desk.open = open;
  }, [open]);
  useForgetPending(open);
  usePinnedSlots(useCodebook());
  useRoomKeys();
  // Known before a link is begun: the digit of its type may follow at once.
  useValue('relation-types.list', {});
  // One that was read before, else the first, so that the room is never empty where there is something to read.
  useEffect(() => {
    // While a newer list is on its way, the chosen one may be in it: it was imported just now.
    if (!loading && source === null && first !== null) windowState.set({ source: first });
  }, [loading, source, first]);
  useLayoutEffect(() => {
    enterSource(source);
    return () => leaveSource(source);
  }, [source]);
  if (!sources) return <div className="room three" aria-busy />;
  return (
    // The word that stands before the number of each turn, for the styles.
    <div
      className="room three texts-room"
      style={{ '--turn': JSON.stringify(say('texts.turn')) } as React.CSSProperties}
    >
      <CountsOf list={sources}>
        <SourceList sources={listed} />
      </CountsOf>
      {open && open.reading.uid === source ? (
        <Reader open={open} />
      ) : (
        <EmptyDesk isEmpty={sources.length === 0} />
      )}
      <Inspector open={open} isComing={source !== null} />
    </div>
  );
}

interface InspectorProps {
  readonly open: OpenSource | null;
  /** A text is on its way, where none is open. */
  readonly isComing: boolean;
}

const Inspector = memo(function Inspector({ open, isComing }: InspectorProps) {
  const { say } = useWords();
  const codebook = useCodebook();
  const edited = useStore(editing, ({ edit }) => edit?.source);
  // Until the next text is there the place is kept: the codebook above would be laid out twice.
  const last = useRef(open);
  if (open) last.current = open;
  const shown = isComing ? last.current : open;
  return (
    <Pane side="inspector" label={say('screen.right-pane')}>
      <div className="bar">
        <h2>{say('place.codebook')}</h2>
        <span className="count">{codebook.codes.length}</span>
      </div>
      <CountsOf list={useCodeEntries()}>
        <CodebookTree codebook={codebook} />
      </CountsOf>
      {shown && shown.reading.uid !== edited ? <AtCaret open={shown} isLeft={!open} /> : null}
    </Pane>
  );
});

function EmptyDesk({ isEmpty }: { readonly isEmpty: boolean }) {
  const { say } = useWords();
  if (!isEmpty)
    return (
      <main className="desk">
        <div className="empty-place q" role="status">
          {say('screen.loading')}
        </div>
      </main>
    );
  return (
    <main className="desk">
      <div className="empty-place">
        <FileUp className="i xl" aria-hidden />
        <h2>{say('texts.empty')}</h2>
        <p>{say('texts.empty-what', { endings: readableEndings })}</p>
        <Button kind="first" large icon={FileUp} autoFocus onPress={chooseFiles}>
          {say('command.import')}
        </Button>
      </div>
    </main>
  );
}

/** What was painted ahead of the engine is forgotten once the engine lists it. */
function useForgetPending(open: OpenSource | null): void {
  const stored = useValue('codings.list', open ? { source: open.reading.uid } : null)?.codings;
  useEffect(() => {
    const { pending } = room.get();
    if (!stored || pending.length === 0) return;
    const known = new Set(stored.map(({ id }) => id));
    room.set({ pending: pending.filter(({ id }) => !known.has(id)) });
  }, [stored]);
}

/**
 * Ctrl F finds in the source, / goes to the filter of the codebook, wherever the focus is in this room; C codes also where
 * a press beside the text has taken the focus from it.
 */
function useRoomKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || !desk.page) return;
      if (hasCommandKey(event) && event.code === 'KeyF') {
        room.set({ finding: true });
        document.querySelector<HTMLInputElement>('.find-field')?.select();
      } else if (hasCommandKey(event) || event.altKey || isTyping(event.target)) return;
      else if (event.key === '/') focusFilter();
      else if (event.code === 'KeyC' && desk.open && isBesideText(event.target)) openPicker(desk.open);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isBesideText(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.closest('.reader') !== null);
}
