// The codebook beside the text: a tree with filter and counts; a code codes the selection by click, Enter or drag.
import { ChevronDown, ChevronRight, GripVertical, Pin, Search } from 'lucide-react';
import { memo, useDeferredValue, useMemo, type SyntheticEvent } from 'react';
import {
  Button,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
  type Key,
} from 'react-aria-components';
import { Count, type ListedCode } from './counts.tsx';
import type { CodeLook } from '../code-look.ts';
import { answersTo } from '../find-by-name.ts';
import { settings } from '../settings.ts';
import { useStore } from '../store.ts';
import { CodeDot } from '../ui/code-mark.tsx';
import { useListState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { codeSelection } from './coding-acts.ts';
import type { Codebook } from './open-source.ts';
import { pin } from './focus-acts.ts';
import { desk, room } from './room.ts';
import { dragged } from './use-drop.ts';

interface Branch {
  /** uid of the code: the tree tells its rows apart by this. */
  readonly id: string;
  readonly code: ListedCode;
  readonly look: CodeLook | undefined;
  readonly children: readonly Branch[];
}

/** px of a row, as in the styles. */
const layout = { rowHeight: 28 };

/** Drawn anew only when the codes change, not with each coding. */
export const CodebookTree = memo(function CodebookTree({ codebook }: { readonly codebook: Codebook }) {
  const { say } = useWords();
  const [typed, setTyped] = useListState('codes.typed');
  const [kept, setFolded] = useListState('codes.folded');
  const folded = useMemo(() => new Set(kept), [kept]);
  // A key that is typed does not wait for thousands of codes to be looked through.
  const wanted = useDeferredValue(typed);
  const branches = useMemo(() => grow(codebook, wanted), [codebook, wanted]);
  const expanded = useMemo(
    () => codebook.codes.filter(({ uid }) => wanted !== '' || !folded.has(uid)).map(({ uid }) => uid),
    [codebook, wanted, folded],
  );
  const use = (key: Key): void => {
    if (desk.open) void codeSelection(desk.open, String(key));
  };
  return (
    <>
      <CodebookFilter typed={typed} onTyped={setTyped} />
      <Virtualizer layout={ListLayout} layoutOptions={layout}>
        <Tree
          className="scroll codebook-tree"
          aria-label={say('place.codebook')}
          items={branches}
          expandedKeys={expanded}
          onExpandedChange={(keys) =>
            setFolded(codebook.codes.map(({ uid }) => uid).filter((uid) => !keys.has(uid)))
          }
          onAction={use}
          renderEmptyState={() => (
            <p className="q small tree-empty">
              {say(typed === '' ? 'texts.no-codes' : 'texts.no-code-found')}
            </p>
          )}
        >
          {(branch: Branch) => <CodeItem branch={branch} />}
        </Tree>
      </Virtualizer>
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

/** Dragged by the browser's own means: the library's draw every row anew when a hand goes from mouse to keys. */
function CodeItem({ branch: { code, look, children } }: { readonly branch: Branch }) {
  return (
    <TreeItem
      id={code.uid}
      textValue={[code.shortId, code.name].filter(Boolean).join(' ')}
      className="tree-item"
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
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
            {hasChildItems ? (
              <Button slot="chevron" className="tw">
                {isExpanded ? (
                  <ChevronDown className="i s" aria-hidden />
                ) : (
                  <ChevronRight className="i s" aria-hidden />
                )}
              </Button>
            ) : (
              <span className="tw none" />
            )}
            {look ? <CodeDot look={look} /> : null}
            {code.shortId === null ? null : <span className="q2 small short-id">{code.shortId}</span>}
            <span className="t">{code.name}</span>
            <PinHere uid={code.uid} />
            <SlotKey uid={code.uid} />
            <Count uid={code.uid} hidesNone />
            <GripVertical className="i s drag-handle" aria-hidden />
          </div>
        )}
      </TreeItemContent>
      {children.map((child) => (
        <CodeItem key={child.id} branch={child} />
      ))}
    </TreeItem>
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

/** The codes as a tree; with words typed, the codes that answer to them and those above them. */
function grow({ codes, looks }: Codebook, typed: string): readonly Branch[] {
  const below = Map.groupBy(codes, ({ parent }) => parent);
  const branch = (code: ListedCode): Branch[] => {
    const children = (below.get(code.uid) ?? []).flatMap(branch);
    const answers = answersTo([code.name, code.alsoName ?? '', code.shortId ?? ''], typed);
    return answers || children.length > 0
      ? [{ id: code.uid, code, look: looks.get(code.uid), children }]
      : [];
  };
  return (below.get(null) ?? []).flatMap(branch);
}
