// The open source with all that is shown of it: text, lines, turns, and its codings with code, look and lanes.
import { useMemo, useRef } from 'react';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import type { SourceCoding, SourceReading } from '../../shared/contract/reading.ts';
import { findAsides } from '../../shared/text/asides.ts';
import { compareSpans, ruleLanes, stripeLanes } from '../../shared/text/lanes.ts';
import { findLineStarts, type Span } from '../../shared/text/lines.ts';
import { findParagraphs } from '../../shared/text/positions.ts';
import { findSections } from '../../shared/text/sections.ts';
import { codeLooks, type CodeLook } from '../code-look.ts';
import { useValue } from '../engine.ts';
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
  /** What nobody says, set quietly. */
  readonly asides: readonly Span[];
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
  return useValue('codes.list', {})?.codes ?? noCodes;
}

/** The source to be read; null until text, codes and codings are there. */
export function useOpenSource(uid: string | null): OpenSource | null {
  const input = uid === null ? null : { source: uid };
  const reading = useValue('sources.read', input);
  const codings = useValue('codings.list', input)?.codings;
  const codebook = useCodebook();
  const text = reading?.text;
  const places = useMemo(() => {
    if (text === undefined) return null;
    const lineStarts = findLineStarts(text);
    return {
      lineStarts,
      sections: findSections(lineStarts, text.length),
      paragraphs: findParagraphs(text),
      asides: findAsides(text),
    };
  }, [text]);
  const shown = useShown(useWithPending(codings), codebook, places?.lineStarts);
  return useMemo(
    () => (reading && places && shown ? { reading, ...places, codings: shown, codebook } : null),
    [reading, places, shown, codebook],
  );
}

/** With what is painted ahead of the engine; `stored` itself where there is nothing more. */
function useWithPending(stored: readonly SourceCoding[] | undefined): readonly SourceCoding[] | undefined {
  const pending = useStore(room, (state) => state.pending);
  const ahead = stored && pending.filter(({ id }) => !stored.some((each) => each.id === id));
  const isNone = !ahead || ahead.length === 0;
  return useMemo(() => (isNone ? stored : [...(stored ?? []), ...ahead]), [isNone, stored, pending]);
}

/** What was shown last, for the next time: `codings[n]` is how `sorted[n]` is drawn. */
interface Shown {
  readonly codebook: Codebook;
  readonly sorted: readonly SourceCoding[];
  readonly codings: readonly (ShownCoding | null)[];
}

/** The codings as they are drawn; those that are drawn as before are the same objects. */
function useShown(
  codings: readonly SourceCoding[] | undefined,
  codebook: Codebook,
  lineStarts: Int32Array | undefined,
): readonly ShownCoding[] | null {
  const last = useRef<Shown | null>(null);
  return useMemo(() => {
    if (!codings || !lineStarts) return null;
    last.current = showCodings(codings, codebook, { lineStarts, last: last.current });
    return last.current.codings.filter((each) => each !== null);
  }, [codings, codebook, lineStarts]);
}

function showCodings(
  codings: readonly SourceCoding[],
  codebook: Codebook,
  { lineStarts, last }: { readonly lineStarts: Int32Array; readonly last: Shown | null },
): Shown {
  const sorted = codings.toSorted(compareSpans);
  const rules = ruleLanes(sorted);
  const lanes = stripeLanes(sorted, lineStarts);
  const known = last?.codebook === codebook ? last : null;
  // Both lists are in the order of the text, and an act adds or takes away one: its neighbour is found a step further on.
  let at = 0;
  const shown = sorted.map((coding, index) => {
    if (known && known.sorted[at] !== coding && known.sorted[at + 1] === coding) at += 1;
    const before = known?.sorted[at] === coding ? known.codings[at++] : undefined;
    const [rule, lane] = [rules[index] ?? 0, lanes[index] ?? 0];
    if (before?.rule === rule && before.lane === lane) return before;
    const code = codebook.byUid.get(coding.code);
    const look = codebook.looks.get(coding.code);
    return code && look ? { ...coding, name: code.name, look, rule, lane } : null;
  });
  return { codebook, sorted, codings: shown };
}

/** "Trust › Institutional trust": the code of a coding with all that it stands under. */
export function pathOf(open: OpenSource, coding: ShownCoding): string {
  return [aboveOf(open, coding), coding.name].filter(Boolean).join(' › ');
}

/** "Trust": all that the code of a coding stands under; '' for a code at the top. */
export function aboveOf({ codebook: { byUid } }: OpenSource, { code }: ShownCoding): string {
  const names: string[] = [];
  for (let at = byUid.get(byUid.get(code)?.parent ?? ''); at; at = byUid.get(at.parent ?? ''))
    names.unshift(at.name);
  return names.join(' › ');
}
