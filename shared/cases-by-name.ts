// Which case a text belongs to by its name alone: “Ana 2” goes with “Ana”.
import { fold } from './names.ts';

/**
 * Name of a text → the longest name of a case, or of another text, that it begins with; else the name itself. A name is
 * begun with only up to a border of words: “Anatol” does not begin with “Ana”.
 */
export function casesByName(texts: readonly string[], cases: readonly string[]): ReadonlyMap<string, string> {
  const isCase = new Set(cases.map(fold));
  const names = [...cases, ...texts]
    .map((name) => ({ name, folded: fold(name) }))
    .filter(({ folded }) => folded !== '')
    .sort((a, b) => b.folded.length - a.folded.length);
  return new Map(
    texts.map((text) => {
      const whole = fold(text);
      const found = names.find(({ folded }) =>
        folded === whole
          ? isCase.has(folded)
          : whole.startsWith(folded) && !/^[\p{L}\p{N}]/u.test(whole.slice(folded.length)),
      );
      return [text, found?.name ?? text];
    }),
  );
}
