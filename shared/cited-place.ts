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

/** A turn that is cited before the paragraph in it. */
const turnBefore = /[\s,，]*(?:turn|话轮)\s*\d{1,6}$/iu;

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
  const called = fold(before.replace(turnBefore, ''));
  const [source] = sources
    .filter(({ uid, number, name }) =>
      called === '' ? uid === open : called === String(number) || called.endsWith(fold(name)),
    )
    .toSorted((a, b) => b.name.length - a.name.length);
  if (!source) return null;
  const unit = /^(?:turn|话轮)$/iu.test(sign ?? '') || measure === '轮' ? 'turn' : 'paragraph';
  const n = Number(digits);
  const most =
    unit === 'turn' ? source.speakers.reduce((sum, { turns }) => sum + turns, 0) : source.paragraphs;
  return n >= 1 && n <= most ? { source: source.uid, unit, n } : null;
}
