// Speaker labels of an edited text: those in lines that were not touched move along, the others are read again.
import type { Label } from '../import/document.ts';
import { findSpeakers } from '../import/speakers.ts';
import { findLineStarts, lineAt, type Span } from './lines.ts';
import { applySplices, movesThrough, touchedSpans, type Splice } from './splices.ts';

/** A label of the edited text. */
export interface Relabelled extends Span {
  /** Place among the speakers of the text before; null: a name that no label had, see `name`. */
  readonly speaker: number | null;
  /** What the label calls who speaks; null where it was not read again. */
  readonly name: string | null;
}

/** A text and its labels. */
interface LabelledBefore {
  readonly text: string;
  readonly labels: readonly Label[];
  /** How labels are written (see findSpeakers); null: found by itself. */
  readonly pattern: string | null;
}

/**
 * The labels after `splices`, in order. A line that was touched has the label that can be read in it, else what is left of
 * its own. A name that a label had before means the same speaker; of other names `placeOf` tells the place of the speaker
 * who is called so, null for nobody.
 */
export function relabel(
  before: LabelledBefore,
  splices: readonly Splice[],
  placeOf: (name: string) => number | null,
): Relabelled[] {
  const after = applySplices(before.text, splices);
  const move = movesThrough(splices);
  const moved = before.labels.flatMap((label) => {
    const span = move(label);
    if (!span) return [];
    const isSame = before.text.slice(label.start, label.end) === after.slice(span.start, span.end);
    return [{ ...span, speaker: label.speaker, name: null, isSame }];
  });
  const starts = findLineStarts(after);
  const touched = linesOf(touchedSpans(splices), starts);
  const found = new Map(
    namedLabels(after, before.pattern)
      .map((label) => [lineAt(starts, label.start), label] as const)
      .filter(([line]) => touched.has(line)),
  );
  const standing = new Map(moved.map((label) => [`${label.start} ${label.end}`, label]));
  const known = found.size === 0 ? new Map<string, number>() : knownNames(before);
  const read = [...found.values()].map(({ start, end, name }) => {
    const own = standing.get(`${start} ${end}`);
    const speaker = own?.isSame ? own.speaker : (known.get(name) ?? placeOf(name));
    return { start, end, speaker, name };
  });
  const others = moved.filter(({ start, end }) => {
    const here = found.get(lineAt(starts, start));
    return here === undefined || start >= here.end || end <= here.start;
  });
  return [
    ...others.map(({ start, end, speaker, name }) => ({ start, end, speaker, name })),
    ...read,
  ].toSorted((a, b) => a.start - b.start);
}

function linesOf(spans: readonly Span[], starts: Int32Array): Set<number> {
  const lines = new Set<number>();
  for (const { start, end } of spans)
    for (let line = lineAt(starts, start); line < starts.length && (starts[line] ?? 0) <= end; line++)
      lines.add(line);
  return lines;
}

interface NamedLabel extends Span {
  readonly name: string;
}

function namedLabels(text: string, pattern: string | null): NamedLabel[] {
  const { labels, speakers } = findSpeakers(text, pattern);
  return labels.map(({ start, end, speaker }) => ({ start, end, name: speakers[speaker]?.name ?? '' }));
}

/** What the labels of the text before call each of its speakers. */
function knownNames({ text, labels, pattern }: LabelledBefore): ReadonlyMap<string, number> {
  const speakers = new Map(labels.map(({ start, speaker }) => [start, speaker]));
  const known = new Map<string, number>();
  for (const { start, name } of namedLabels(text, pattern)) {
    const speaker = speakers.get(start);
    if (speaker !== undefined && !known.has(name)) known.set(name, speaker);
  }
  return known;
}
