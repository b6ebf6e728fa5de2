// How many codings each source or code has, kept apart from the lists: a new coding draws one number anew, not a tree.
import type { CodeEntry } from '../../shared/contract/coding.ts';
import type { SourceEntry } from '../../shared/contract/import.ts';
import { createContext, useContext, useMemo, useRef } from 'react';
import { useWords } from '../words.ts';

export type ListedCode = Omit<CodeEntry, 'codings'>;
export type ListedSource = Omit<SourceEntry, 'codings'>;

interface Counted {
  readonly uid: string;
  readonly codings: number;
}

const Counts = createContext<ReadonlyMap<string, number>>(new Map());

interface CountsOfProps {
  readonly list: readonly Counted[];
  readonly children: React.ReactNode;
}

/** Gives the counts of this list to each `Count` within. */
export function CountsOf({ list, children }: CountsOfProps) {
  const counts = useMemo(() => new Map(list.map(({ uid, codings }) => [uid, codings])), [list]);
  return <Counts value={counts}>{children}</Counts>;
}

/** The number of codings; empty for 0 where `hidesNone`. */
export function Count({ uid, hidesNone = false }: { readonly uid: string; readonly hidesNone?: boolean }) {
  const { say } = useWords();
  const n = useContext(Counts).get(uid) ?? 0;
  return (
    <span className="count" title={say('texts.codings', { n })}>
      {hidesNone && n === 0 ? '' : n}
    </span>
  );
}

/** The list without its counts: the same object as long as nothing else in it differs. */
export function useUncounted<T extends Counted>(list: readonly T[]): readonly Omit<T, 'codings'>[] {
  const listed = useMemo(() => ({ list, key: JSON.stringify(list, withoutCounts) }), [list]);
  const last = useRef(listed);
  if (last.current.key !== listed.key) last.current = listed;
  return last.current.list;
}

function withoutCounts(name: string, value: unknown): unknown {
  return name === 'codings' ? undefined : value;
}
