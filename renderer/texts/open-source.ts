// The open source with all that is shown of it: text, lines, turns, and its codings with code, look and lanes.
import { useMemo } from 'react';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import type { SourceCoding, SourceReading } from '../../shared/contract/reading.ts';
import { compareSpans, ruleLanes, stripeLanes } from '../../shared/text/lanes.ts';
import { findLineStarts } from '../../shared/text/lines.ts';
import { findParagraphs } from '../../shared/text/positions.ts';
import { codeLooks, type CodeLook } from '../code-look.ts';
import { useCall } from '../engine.ts';
import { useStore } from '../store.ts';
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
  readonly codes: readonly CodeEntry[];
  readonly byUid: ReadonlyMap<string, CodeEntry>;
  readonly looks: ReadonlyMap<string, CodeLook>;
  /** The code above each code, by uid; codes at the top have none. */
  readonly parents: ReadonlyMap<string, CodeEntry>;
}

export interface OpenSource {
  readonly reading: SourceReading;
  readonly lineStarts: Int32Array;
  /** Bounds of the non-blank lines, as findParagraphs gives them. */
  readonly paragraphs: Int32Array;
  /** In the order of the text. */
  readonly codings: readonly ShownCoding[];
  readonly codebook: Codebook;
}

const noCodes: readonly CodeEntry[] = [];

/** The codes with their looks; empty until they are read. */
export function useCodebook(): Codebook {
  const codes = useCall('codes.list', {}).value?.codes ?? noCodes;
  return useMemo(
    () => ({
      codes,
      byUid: new Map(codes.map((code) => [code.uid, code])),
      looks: codeLooks(codes),
      parents: parentsOf(codes),
    }),
    [codes],
  );
}

/** Codes come in tree order: the latest code one level up is the parent. */
function parentsOf(codes: readonly CodeEntry[]): ReadonlyMap<string, CodeEntry> {
  const parents = new Map<string, CodeEntry>();
  const path: CodeEntry[] = [];
  for (const code of codes) {
    path.length = code.depth - 1;
    const parent = path.at(-1);
    if (parent) parents.set(code.uid, parent);
    path.push(code);
  }
  return parents;
}

/** The source to be read; null until text, codes and codings are there. */
export function useOpenSource(uid: string | null): OpenSource | null {
  const input = uid === null ? null : { source: uid };
  const reading = useCall('sources.read', input).value;
  const codings = useCall('codings.list', input).value?.codings;
  const pending = useStore(room, (state) => state.pending);
  const codebook = useCodebook();
  const text = reading?.text;
  const places = useMemo(
    () =>
      text === undefined ? null : { lineStarts: findLineStarts(text), paragraphs: findParagraphs(text) },
    [text],
  );
  const shown = useMemo(
    () => (codings && places ? showCodings([codings, pending], codebook, places.lineStarts) : null),
    [codings, pending, codebook, places],
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
    return { ...coding, name: code.name, look, rule: rules[index] ?? 0, lane: lanes[index] ?? 0 };
  });
}
