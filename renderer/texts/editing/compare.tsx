// Two texts held against each other: only the paragraphs that differ, with what was taken away and what was put in.
import { useMemo } from 'react';
import { textDifferences } from '../../../shared/text/differences.ts';
import type { Splice } from '../../../shared/text/splices.ts';
import { useWords } from '../../words.ts';

/** Most places that are shown. */
const most = 200;

export function Compare({ before, after }: { readonly before: string; readonly after: string }) {
  const { say } = useWords();
  const places = useMemo(
    () => placesOf(before, textDifferences(before, after).toReversed()),
    [before, after],
  );
  if (places.length === 0) return <p className="q">{say('editing.no-difference')}</p>;
  return (
    <div className="text-compare">
      {places.slice(0, most).map((pieces, place) => (
        <p key={place}>
          <Pieces pieces={pieces} />
        </p>
      ))}
      {places.length > most ? (
        <p className="q">{say('editing.more-places', { n: places.length - most })}</p>
      ) : null}
    </div>
  );
}

interface Piece {
  readonly kind: 'same' | 'del' | 'ins';
  readonly text: string;
}

/** One short text held against another. */
export function Inline({ before, after }: { readonly before: string; readonly after: string }) {
  const pieces = useMemo(
    () => piecesOf(before, { start: 0, end: before.length }, textDifferences(before, after).toReversed()),
    [before, after],
  );
  return <Pieces pieces={pieces} />;
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ kind, text }, place) => {
    if (kind === 'del') return <del key={place}>{shown(text)}</del>;
    if (kind === 'ins') return <ins key={place}>{shown(text)}</ins>;
    return <span key={place}>{text}</span>;
  });
}

/** A line break that came or went is to be seen. */
function shown(text: string): string {
  return text.replaceAll('\n', '¶\n');
}

/** The lines of `before` that splices meet, joined where they meet one another. */
function placesOf(before: string, splices: readonly Splice[]): Piece[][] {
  const groups: { start: number; end: number; splices: Splice[] }[] = [];
  for (const splice of splices) {
    const start = before.lastIndexOf('\n', splice.start - 1) + 1;
    const found = before.indexOf('\n', splice.end);
    const end = found < 0 ? before.length : found;
    const last = groups.at(-1);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.splices.push(splice);
    } else groups.push({ start, end, splices: [splice] });
  }
  return groups.map((group) => piecesOf(before, group, group.splices));
}

function piecesOf(
  before: string,
  { start, end }: { readonly start: number; readonly end: number },
  splices: readonly Splice[],
): Piece[] {
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string): void => {
    if (text !== '') pieces.push({ kind, text });
  };
  let at = start;
  for (const splice of splices) {
    add('same', before.slice(at, splice.start));
    add('del', before.slice(splice.start, splice.end));
    add('ins', splice.text);
    at = splice.end;
  }
  add('same', before.slice(at, end));
  return pieces;
}
