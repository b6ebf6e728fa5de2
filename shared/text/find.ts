// Finding words in a source as a person types them: capitals, full-width forms and curled quotes do not count, positions stay exact.
import { findAll } from './positions.ts';
import type { Span } from './lines.ts';

/** The text for comparing: small letters, half-width Latin, plain blanks, quotes and dashes; as long as the text, unit by unit. */
export function foldForFinding(text: string): string {
  const folded = text.toLowerCase();
  const even = folded.length === text.length ? folded : text.replaceAll(/[^\n]/gu, lowerOfEqualLength);
  return even
    .replaceAll(/[\uFF01-\uFF5E\u3000\u00A0]/g, narrow)
    .replaceAll(/[‘’‛ʼ]/g, "'")
    .replaceAll(/[“”‟]/g, '"')
    .replaceAll(/[‐‑–—]/g, '-');
}

function narrow(wide: string): string {
  const code = wide.charCodeAt(0);
  return code >= 0xff01 ? String.fromCharCode(code - 0xfee0).toLowerCase() : ' ';
}

function lowerOfEqualLength(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

/** Where `needle` stands in a text that was folded once, left to right without overlap. */
export function findFolded(folded: string, needle: string): Span[] {
  const wanted = foldForFinding(needle);
  return findAll(folded, wanted).map((start) => ({ start, end: start + wanted.length }));
}

/** Place of the first hit at or after `position`, around the end to the first; -1 without hits. */
export function hitFrom(hits: readonly Span[], position: number): number {
  if (hits.length === 0) return -1;
  const found = hits.findIndex((hit) => hit.start >= position);
  return Math.max(found, 0);
}
