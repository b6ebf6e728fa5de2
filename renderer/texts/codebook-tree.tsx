// The codebook beside the text: a tree with filter and counts; a code codes the selection by click, Enter or drag.
import { GripVertical, Pin, Search } from 'lucide-react';
import { memo, useDeferredValue, useMemo, type SyntheticEvent } from 'react';
import { Count, type ListedCode } from './counts.tsx';
import type { CodeLook } from '../code-look.ts';
import { answersTo } from '../find-by-name.ts';
import { settings } from '../settings.ts';
import { useStore } from '../store.ts';
import { CodeDot } from '../ui/code-mark.tsx';
import { Fold, TreeList, type TreeRow } from '../ui/tree-list.tsx';
import { useListState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { codeSelection } from './coding-acts.ts';
import type { Codebook } from './open-source.ts';
import { pin } from './focus-acts.ts';
import { desk, room } from './room.ts';
import { dragged } from './use-drop.ts';

interface Row extends TreeRow {
  readonly code: ListedCode;
  readonly look: CodeLook | undefined;
}

/** px of a row, as in the styles. */
const rowHeight = 28;

/** Drawn anew only when the codes change, not with each coding. */
export const CodebookTree = memo(function CodebookTree({ codebook }: { readonly codebook: Codebook }) {
  const { say } = useWords();
  const [typed, setTyped] = useListState('codes.typed');
  const [folded, setFolded] = useListState('codes.folded');
  // A key that is typed does not wait for thousands of codes to be looked through.
  const wanted = useDeferredValue(typed);
  const rows = useMemo(() => rowsOf(codebook, wanted, new Set(folded)), [codebook, wanted, folded]);
  return (
    <>
      <CodebookFilter typed={typed} onTyped={setTyped} />
      <TreeList
        className="codebook-tree"
        label={say('place.codebook')}
        rowHeight={rowHeight}
        rows={rows}
        draw={drawRow}
        onFold={({ id, isOpen }) =>
          setFolded(isOpen ? [...folded, id] : folded.filter((each) => each !== id))
        }
        onAct={({ id }) => {
          if (desk.open) void codeSelection(desk.open, id);
        }}
        empty={
          <p className="q small tree-empty">{say(typed === '' ? 'texts.no-codes' : 'texts.no-code-found')}</p>
        }
      />
    </>
  );
});

function CodebookFilter({
  typed,
  onTyped,
}: {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}) {
  const { say } = useWords();
  return (
    <div className="codebook-filter">
      <div className="field quiet">
        <Search className="i s q" aria-hidden />
        <input
          aria-label={say('texts.filter-codes')}
          placeholder={say('texts.filter-codes')}
          value={typed}
          onChange={(event) => onTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) onTyped('');
          }}
        />
        <kbd>/</kbd>
      </div>
    </div>
  );
}

/** Dragged by the browser's own means. */
function drawRow({ code, look, level, isOpen }: Row) {
  return (
    <div
      className={`row${code.depth === 1 ? ' head' : ''}`}
      style={{ '--d': level - 1 } as React.CSSProperties}
      title={code.definition ?? code.name}
      draggable
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData('text/plain', code.name);
        dataTransfer.effectAllowed = 'copy';
        dragged.code = code.uid;
      }}
      onDragEnd={() => {
        dragged.code = null;
      }}
    >
      <Fold isOpen={isOpen} />
      {look ? <CodeDot look={look} /> : null}
      {code.shortId === null ? null : <span className="q2 small short-id">{code.shortId}</span>}
      <span className="t">{code.name}</span>
      <PinHere uid={code.uid} />
      <SlotKey uid={code.uid} />
      <Count uid={code.uid} hidesNone />
      <GripVertical className="i s drag-handle" aria-hidden />
    </div>
  );
}

/** For the mouse; the key D does the same where the code was used. Shown where the pointer is, and on pinned codes. */
function PinHere({ uid }: { readonly uid: string }) {
  const { say } = useWords();
  const isOn = useStore(settings, (state) => state.pinned.includes(uid));
  // The row would code with its code.
  const keep = (event: SyntheticEvent): void => event.stopPropagation();
  return (
    <span
      className={isOn ? 'pin-code is-pinned' : 'pin-code'}
      aria-hidden
      title={say('here.pin')}
      onPointerDown={keep}
      onMouseDown={keep}
      onPointerUp={keep}
      onClick={(event) => {
        keep(event);
        if (desk.open) pin(desk.open, uid);
      }}
    >
      <Pin className="i s" />
    </span>
  );
}

/** The digit that codes with this code; apart, so that no row is drawn anew when another code gets a key. */
function SlotKey({ uid }: { readonly uid: string }) {
  const slot = useStore(room, (state) => state.slots.indexOf(uid));
  return slot < 0 ? null : <kbd>{slot + 1}</kbd>;
}

/** The codes that no folded one hides; with words typed, those that answer to them and those above them, unfolded. */
function rowsOf({ codes, looks }: Codebook, typed: string, folded: ReadonlySet<string>): readonly Row[] {
  const below = Map.groupBy(codes, ({ parent }) => parent);
  const grow = (parent: string | null, level: number): Row[] =>
    (below.get(parent) ?? []).flatMap((code) => {
      const beneath = grow(code.uid, level + 1);
      if (beneath.length === 0 && !answersTo([code.name, code.alsoName ?? '', code.shortId ?? ''], typed))
        return [];
      const isOpen = beneath.length === 0 ? null : typed !== '' || !folded.has(code.uid);
      const text = [code.shortId, code.name].filter(Boolean).join(' ');
      const row = { id: code.uid, text, level, isOpen, code, look: looks.get(code.uid) };
      return isOpen === true ? [row, ...beneath] : [row];
    });
  return grow(null, 1);
}
