// Words and phrases in a text: whole words where blanks part them, anywhere in scripts that write none.
import { foldForFinding } from './find.ts';
import type { Span } from './lines.ts';

/** A letter, mark or digit of a script that writes words with blanks between them. */
const inWord =
  /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}]$/u;

/** True where a border would cut a word in two. */
export function isInsideWord(text: string, position: number): boolean {
  const [after = ''] = text.slice(position, position + 2);
  return (
    inWord.test(after) &&
    inWord.test(Array.from(text.slice(Math.max(0, position - 2), position)).at(-1) ?? '')
  );
}

/** Stands at the end of a word for any ending. */
const ANY_ENDING = '*';

/**
 * Where a word or phrase stands in a text that was folded (`foldForFinding`), left to right without overlap: “trust” in
 * “Trust’s” and not in “trusted”, “trust*” in both, “信任” anywhere. None for a word without letters or digits.
 */
export function wordHits(folded: string, word: string): Span[] {
  const wanted = foldForFinding(word).trim().replaceAll(/\s+/gu, ' ');
  const needle = wanted.endsWith(ANY_ENDING) ? wanted.slice(0, -1) : wanted;
  if (!/[\p{L}\p{N}]/u.test(needle)) return [];
  const hits: Span[] = [];
  for (let start = folded.indexOf(needle); start >= 0;) {
    let end = start + needle.length;
    if (needle !== wanted) end = endOfWord(folded, end);
    const isHit = !isInsideWord(folded, start) && !isInsideWord(folded, end);
    if (isHit) hits.push({ start, end });
    start = folded.indexOf(needle, isHit ? end : start + 1);
  }
  return hits;
}

function endOfWord(text: string, position: number): number {
  let end = position;
  while (isInsideWord(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}

/** What a person typed as a list, parted by commas, 、 or ； : each word once, as it was typed first. */
export function wordsIn(text: string): string[] {
  const words = text.split(/[,，、;；\n]/u).map((word) => word.trim());
  const wanted = words.filter((word) => /[\p{L}\p{N}]/u.test(word));
  const folded = wanted.map(foldForFinding);
  return wanted.filter((_, place) => folded.indexOf(folded[place] ?? '') === place);
}
