// The open source as it is while it is typed in: text, lines, turns and codings where they stand now.
import { useMemo, useRef } from 'react';
import { findAsides } from '../../../shared/text/asides.ts';
import { findLineStarts, type Span } from '../../../shared/text/lines.ts';
import { findParagraphs } from '../../../shared/text/positions.ts';
import { moveSpan, movesThrough, type Splice } from '../../../shared/text/splices.ts';
import type { OpenSource, ShownCoding } from '../open-source.ts';
import type { Edit } from './edit.ts';

/** Spans as they were before the last splice, which alone grows while a person types. */
interface Earlier {
  readonly codings: readonly ShownCoding[];
  readonly count: number;
  readonly last: Splice | undefined;
  readonly spans: readonly (Span | null)[];
}

/** Codings that are emptied are left out; those that did not move are the same objects. */
export function useLive(open: OpenSource, { typing, base, stored }: Edit): OpenSource {
  const earlier = useRef<Earlier | null>(null);
  const shown = useRef<ReadonlyMap<string, ShownCoding>>(new Map());
  const { reading } = open;
  // Codings of another text than the one that is typed in have no place in it.
  const codings = reading.content === base ? open.codings : none;
  return useMemo(() => {
    // What was typed is the text now, and all of it stands where it is listed.
    if (reading.content === stored) return open;
    const { text, splices } = typing;
    const before = splices.slice(0, -1);
    const last = splices.at(-1);
    const known = earlier.current;
    if (known?.codings !== codings || known.count !== before.length || known.last !== before.at(-1))
      earlier.current = {
        codings,
        count: before.length,
        last: before.at(-1),
        spans: codings.map(movesThrough(before)),
      };
    const spans = earlier.current?.spans ?? [];
    const now = codings.flatMap((coding, place): ShownCoding[] => {
      const earlierSpan = spans[place];
      const span = earlierSpan && last ? moveSpan(earlierSpan, last) : earlierSpan;
      if (!span) return [];
      const old = shown.current.get(coding.id) ?? coding;
      const isSame = old.start === span.start && old.end === span.end && old.look === coding.look;
      return [isSame ? old : { ...coding, start: span.start, end: span.end }];
    });
    shown.current = new Map(now.map((coding) => [coding.id, coding]));
    const move = movesThrough(splices);
    const labels = reading.labels.flatMap((label) => {
      const span = move(label);
      return span ? [{ ...label, start: span.start, end: span.end }] : [];
    });
    return {
      ...open,
      reading: { ...reading, text, labels: reading.content === base ? labels : [] },
      lineStarts: findLineStarts(text),
      paragraphs: findParagraphs(text),
      asides: findAsides(text),
      codings: now,
    };
  }, [open, codings, reading, typing, base, stored]);
}

const none: readonly ShownCoding[] = [];
