// A place in a text as it is cited: “Ferry Street, interview 1 ¶15”, “3 turn 7”, or only the number in the text that is open.
import { fold } from './names.ts';

/** A paragraph or a turn of a source, counted from 1. */
export interface CitedPlace {
  /** uid of the source. */
  readonly source: string;
  readonly unit: 'paragraph' | 'turn';
  readonly n: number;
}

interface CitableSource {
  readonly uid: string;
  readonly number: number;
  readonly name: string;
  readonly paragraphs: number;
  readonly speakers: readonly { readonly turns: number }[];
}

/** A turn that is cited before the paragraph in it; a name may end so too. */
const turnAtEnd = /[\s,，]*(?:turn|话轮)\s*\d{1,6}$/iu;

const citation = /^(.*?)[\s,，:：]*(¶|turn|话轮|第(?=\s*\d+\s*[段轮]))?\s*(\d{1,6})\s*(段|轮)?[)）]?$/iu;

/** The place that is meant; of the source whose name or number stands before it, else of `open`. Null where there is none. */
export function citedPlace(
  typed: string,
  sources: readonly CitableSource[],
  open: string | null,
): CitedPlace | null {
  const [whole, before = '', sign, digits, measure] = citation.exec(typed.trim()) ?? [];
  if (whole === undefined) return null;
  // A number behind a name, without a sign, may be part of the name.
  if (sign === undefined && before !== '') return null;
  const unit = /^(?:turn|话轮)$/iu.test(sign ?? '') || measure === '轮' ? 'turn' : 'paragraph';
  const withoutTurn = before.replace(turnAtEnd, '');
  const hasTurn = withoutTurn !== before;
  // “Focus group turn 2” is a source called so before it is a turn of another; “Lin, turn 2” is not the source “2”.
  const endingSo = hasTurn ? sources.filter(({ name }) => turnAtEnd.test(name.trim())) : sources;
  const source =
    sourceCalled(before, endingSo, open) ??
    (hasTurn && unit === 'paragraph' ? sourceCalled(withoutTurn, sources, open) : undefined);
  if (!source) return null;
  const n = Number(digits);
  const most =
    unit === 'turn' ? source.speakers.reduce((sum, { turns }) => sum + turns, 0) : source.paragraphs;
  return n >= 1 && n <= most ? { source: source.uid, unit, n } : null;
}

/** The source with this number, or the longest whole name that `called` ends with; `open` where it says nothing. */
function sourceCalled(
  called: string,
  sources: readonly CitableSource[],
  open: string | null,
): CitableSource | undefined {
  const folded = fold(called);
  const [source] = sources
    .filter(({ uid, number, name }) =>
      folded === '' ? uid === open : folded === String(number) || endsWithWhole(folded, fold(name)),
    )
    .toSorted((a, b) => b.name.length - a.name.length);
  return source;
}

/** Behind other words a name begins after a blank, a comma or a bracket: “Anatol” does not cite “tol”. */
function endsWithWhole(text: string, name: string): boolean {
  return (
    text.endsWith(name) &&
    /(?:^|[\s,，、;；:：·([{（【「“"])$/u.test(text.slice(0, -name.length || undefined))
  );
}
