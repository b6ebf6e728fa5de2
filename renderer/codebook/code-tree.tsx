// The codebook as a tree: filter, fold, choose, move by keys or by dragging.
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, Tree, TreeItem, TreeItemContent, useDragAndDrop, type Key } from 'react-aria-components';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import type { CodeLook } from '../code-look.ts';
import { answersTo } from '../find-by-name.ts';
import { CodeDot } from '../ui/code-mark.tsx';
import { useWords } from '../words.ts';

export interface CodeBranch {
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

export function CodeTree({ codes, looks, chosen, typed, onChoose, onMove }: CodeTreeProps) {
  const { say } = useWords();
  const branches = useMemo(() => branchesOf(matching(codes, typed)), [codes, typed]);
  const [folded, setFolded] = useState<ReadonlySet<Key>>(new Set());
  const expanded = useMemo(
    () => codes.map((code) => code.uid).filter((uid) => typed !== '' || !folded.has(uid)),
    [codes, folded, typed],
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
      onExpandedChange={(keys) =>
        setFolded(new Set(codes.map((code) => code.uid).filter((uid) => !keys.has(uid))))
      }
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => <p className="q modal-content">{say('codebook.nothing-found', { typed })}</p>}
    >
      {(branch: CodeBranch) => <CodeRow branch={branch} looks={looks} />}
    </Tree>
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

/** The codes that answer, with the parents that lead to them; codes are in tree order. */
function matching(codes: readonly CodeEntry[], typed: string): readonly CodeEntry[] {
  if (typed.trim() === '') return codes;
  const names = (code: CodeEntry): string[] => [
    code.name,
    code.alsoName ?? '',
    code.shortId ?? '',
    code.definition ?? '',
  ];
  const parents = parentUids(codes);
  const kept = new Set<string>();
  for (const code of codes) {
    if (!answersTo(names(code), typed)) continue;
    for (let uid: string | undefined = code.uid; uid !== undefined; uid = parents.get(uid)) kept.add(uid);
  }
  return codes.filter((code) => kept.has(code.uid));
}

/** uid of a code → uid of its parent. The list is in tree order, so the parent is the last one of a smaller depth. */
export function parentUids(codes: readonly CodeEntry[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const path: string[] = [];
  for (const code of codes) {
    path.length = code.depth - 1;
    const parent = path.at(-1);
    if (parent !== undefined) parents.set(code.uid, parent);
    path.push(code.uid);
  }
  return parents;
}

function branchesOf(codes: readonly CodeEntry[]): readonly CodeBranch[] {
  const parents = parentUids(codes);
  const byParent = Map.groupBy(codes, (code) => parents.get(code.uid));
  const grow = (parent: string | undefined): CodeBranch[] =>
    (byParent.get(parent) ?? []).map((code) => {
      const children = grow(code.uid);
      return {
        code,
        children,
        codings: code.codings + children.reduce((sum, child) => sum + child.codings, 0),
      };
    });
  return grow(undefined);
}

/** Where a code goes that is dropped before or after another one. */
function besideOf(
  codes: readonly CodeEntry[],
  onto: CodeEntry,
  side: 'before' | 'after',
): { readonly parent: string | null; readonly before: string | null } {
  const parents = parentUids(codes);
  const parent = parents.get(onto.uid);
  const siblings = codes.filter((code) => parents.get(code.uid) === parent);
  const place = siblings.findIndex((code) => code.uid === onto.uid);
  const before = side === 'before' ? onto.uid : siblings[place + 1]?.uid;
  return { parent: parent ?? null, before: before ?? null };
}
