// The open source with all that is shown of it: text, lines, turns, and its codings with code, look and lanes.
import { useMemo, useRef } from 'react';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import type { SourceCoding, SourceReading } from '../../shared/contract/reading.ts';
import { compareSpans, ruleLanes, stripeLanes } from '../../shared/text/lanes.ts';
import { findLineStarts } from '../../shared/text/lines.ts';
import { findParagraphs } from '../../shared/text/positions.ts';
import { findSections } from '../../shared/text/sections.ts';
import { codeLooks, type CodeLook } from '../code-look.ts';
import { useCall } from '../engine.ts';
import { useStore } from '../store.ts';
import { useUncounted, type ListedCode } from './counts.tsx';
import { room } from './room.ts';

/** A coding as it is drawn. */
export interface ShownCoding extends SourceCoding {
  readonly name: string;
  readonly look: CodeLook;
  /** Lane of the rule under the words, and of the stripe. */
  readonly rule: number;
  readonly lane: number;
}

export interface Codebook {
  readonly codes: readonly ListedCode[];
  readonly byUid: ReadonlyMap<string, ListedCode>;
  readonly looks: ReadonlyMap<string, CodeLook>;
}

export interface OpenSource {
  readonly reading: SourceReading;
  readonly lineStarts: Int32Array;
  /** As findSections gives them. */
  readonly sections: Int32Array;
  /** Bounds of the non-blank lines, as findParagraphs gives them. */
  readonly paragraphs: Int32Array;
  /** In the order of the text. */
  readonly codings: readonly ShownCoding[];
  readonly codebook: Codebook;
}

const noCodes: readonly CodeEntry[] = [];

/** The codes with their looks; empty until they are read; the same as long as only counts change. */
export function useCodebook(): Codebook {
  const codes = useUncounted(useCodeEntries());
  return useMemo(
    () => ({ codes, byUid: new Map(codes.map((code) => [code.uid, code])), looks: codeLooks(codes) }),
    [codes],
  );
}

/** The codes with the numbers of their codings. */
export function useCodeEntries(): readonly CodeEntry[] {
  return useCall('codes.list', {}).value?.codes ?? noCodes;
}

/** The source to be read; null until text, codes and codings are there. */
export function useOpenSource(uid: string | null): OpenSource | null {
  const input = uid === null ? null : { source: uid };
  const reading = useCall('sources.read', input).value;
  const codings = useCall('codings.list', input).value?.codings;
  const pending = useStore(room, (state) => state.pending);
  const codebook = useCodebook();
  const text = reading?.text;
  const places = useMemo(() => {
    if (text === undefined) return null;
    const lineStarts = findLineStarts(text);
    return { lineStarts, sections: findSections(lineStarts, text.length), paragraphs: findParagraphs(text) };
  }, [text]);
  const shown = useUnlessSame(
    useMemo(
      () => (codings && places ? showCodings([codings, pending], codebook, places.lineStarts) : null),
      [codings, pending, codebook, places],
    ),
  );
  return useMemo(
    () => (reading && places && shown ? { reading, ...places, codings: shown, codebook } : null),
    [reading, places, shown, codebook],
  );
}

function showCodings(
  [stored, pending]: readonly [readonly SourceCoding[], readonly SourceCoding[]],
  { byUid, looks }: Codebook,
  lineStarts: Int32Array,
): ShownCoding[] {
  const known = pending.length === 0 ? null : new Set(stored.map(({ id }) => id));
  const all = known ? [...stored, ...pending.filter(({ id }) => !known.has(id))] : [...stored];
  const sorted = all.sort(compareSpans);
  const rules = ruleLanes(sorted);
  const lanes = stripeLanes(sorted, lineStarts);
  return sorted.flatMap((coding, index) => {
    const code = byUid.get(coding.code);
    const look = looks.get(coding.code);
    if (!code || !look) return [];
    return shownOnce(coding, { name: code.name, look, rule: rules[index] ?? 0, lane: lanes[index] ?? 0 });
  });
}

type Drawn = Omit<ShownCoding, keyof SourceCoding>;

const shownLast = new WeakMap<SourceCoding, ShownCoding>();

/** The coding as it is drawn; the same object as long as it is drawn the same. */
function shownOnce(coding: SourceCoding, { name, look, rule, lane }: Drawn): ShownCoding {
  const last = shownLast.get(coding);
  if (last && last.name === name && last.look === look && last.rule === rule && last.lane === lane)
    return last;
  const shown = { ...coding, name, look, rule, lane };
  shownLast.set(coding, shown);
  return shown;
}

/** The list that was given last as long as the things in it are the same. */
function useUnlessSame<T>(list: readonly T[] | null): readonly T[] | null {
  const last = useRef(list);
  const known = last.current;
  const isSame = list && known?.length === list.length && list.every((each, place) => each === known[place]);
  if (!isSame) last.current = list;
  return isSame ? known : list;
}
