// The codebook as a tree: filter, fold, choose, move by keys or by dragging.
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import {
  Button,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
  type Key,
} from 'react-aria-components';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import type { CodeLook } from '../code-look.ts';
import { answersTo } from '../find-by-name.ts';
import { CodeDot } from '../ui/code-mark.tsx';
import { useListState } from '../window-state.ts';
import { useWords } from '../words.ts';

export interface CodeBranch {
  /** uid of the code: the tree tells its rows apart by this. */
  readonly id: string;
  readonly code: CodeEntry;
  readonly children: readonly CodeBranch[];
  /** Codings of the code and all its sub-codes. */
  readonly codings: number;
}

interface CodeTreeProps {
  readonly codes: readonly CodeEntry[];
  readonly looks: ReadonlyMap<string, CodeLook>;
  readonly chosen: string | null;
  readonly typed: string;
  readonly onChoose: (uid: string) => void;
  /** Moves a code under `parent` (null: top), before the sibling `before` (null: last). */
  readonly onMove: (code: string, parent: string | null, before: string | null) => void;
}

/** px of a row, as in the styles. */
const layout = { rowHeight: 28 };

export function CodeTree({ codes, looks, chosen, typed, onChoose, onMove }: CodeTreeProps) {
  const { say } = useWords();
  const all = useMemo(() => branchesOf(codes), [codes]);
  // A key that is typed does not wait for thousands of codes to be looked through.
  const wanted = useDeferredValue(typed);
  const branches = useMemo(() => matching(all, wanted), [all, wanted]);
  const [folded, setFolded] = useListState('codebook.folded');
  const expanded = useMemo(
    () => without(codes, new Set(wanted === '' ? folded : [])),
    [codes, folded, wanted],
  );
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onMove: ({ keys, target }) => {
      const [code] = keys;
      const onto = codes.find((each) => each.uid === target.key);
      if (code === undefined || !onto) return;
      if (target.dropPosition === 'on') onMove(String(code), onto.uid, null);
      else {
        const { parent, before } = besideOf(codes, onto, target.dropPosition);
        onMove(String(code), parent, before);
      }
    },
  });
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <Tree
        className="scroll tree"
        aria-label={say('codebook.title')}
        items={branches}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) onChoose(String(key));
        }}
        expandedKeys={expanded}
        onExpandedChange={(keys) => setFolded(without(codes, keys))}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className="q modal-content">{say('codebook.nothing-found', { typed })}</p>}
      >
        {(branch: CodeBranch) => <CodeRow branch={branch} looks={looks} />}
      </Tree>
    </Virtualizer>
  );
}

function CodeRow({ branch, looks }: { readonly branch: CodeBranch; readonly looks: CodeTreeProps['looks'] }) {
  const { code, children, codings } = branch;
  const look = looks.get(code.uid);
  return (
    <TreeItem
      id={code.uid}
      textValue={`${code.shortId ?? ''} ${code.name}`}
      className={`row ${code.depth === 1 ? 'head' : ''}`}
    >
      <TreeItemContent>
        {({ isExpanded, level }) => (
          <div className="row-inside" style={{ paddingLeft: (level - 1) * 14 }}>
            {children.length > 0 ? (
              <Button slot="chevron" className="tw">
                {isExpanded ? <ChevronDown className="i s" /> : <ChevronRight className="i s" />}
              </Button>
            ) : (
              <span className="tw none" />
            )}
            {look ? <CodeDot look={look} /> : null}
            {code.shortId === null ? null : <span className="q2 small code-id">{code.shortId}</span>}
            <span className="t cut" title={code.name}>
              {code.name}
            </span>
            <span className="count num">{codings === 0 ? '' : codings}</span>
          </div>
        )}
      </TreeItemContent>
      {children.map((child) => (
        <CodeRow key={child.code.uid} branch={child} looks={looks} />
      ))}
    </TreeItem>
  );
}

/** uids of the codes that are not in `uids`. */
function without(codes: readonly CodeEntry[], uids: ReadonlySet<Key>): readonly string[] {
  return codes.flatMap(({ uid }) => (uids.has(uid) ? [] : [uid]));
}

/** The branches with codes that answer, and the parents that lead to them; one that stays whole stays the same object. */
function matching(branches: readonly CodeBranch[], typed: string): readonly CodeBranch[] {
  if (typed.trim() === '') return branches;
  return branches.flatMap((branch) => {
    const { shortId, name, alsoName, definition } = branch.code;
    const children = matching(branch.children, typed);
    const answers = answersTo([name, alsoName ?? '', shortId ?? '', definition ?? ''], typed);
    if (!answers && children.length === 0) return [];
    const isWhole =
      children.length === branch.children.length && children.every((each, n) => each === branch.children[n]);
    return isWhole ? [branch] : [{ ...branch, children }];
  });
}

function branchesOf(codes: readonly CodeEntry[]): readonly CodeBranch[] {
  const byParent = Map.groupBy(codes, (code) => code.parent);
  const grow = (parent: string | null): CodeBranch[] =>
    (byParent.get(parent) ?? []).map((code) => {
      const children = grow(code.uid);
      return {
        id: code.uid,
        code,
        children,
        codings: code.codings + children.reduce((sum, child) => sum + child.codings, 0),
      };
    });
  return grow(null);
}

/** Where a code goes that is dropped before or after another one. */
function besideOf(
  codes: readonly CodeEntry[],
  onto: CodeEntry,
  side: 'before' | 'after',
): { readonly parent: string | null; readonly before: string | null } {
  const siblings = codes.filter((code) => code.parent === onto.parent);
  const place = siblings.findIndex((code) => code.uid === onto.uid);
  const before = side === 'before' ? onto.uid : siblings[place + 1]?.uid;
  return { parent: onto.parent, before: before ?? null };
}
