// What stands at the head of a row or column, in the reader's language.
import { say, type Language } from '../words/say.ts';
import { parseDimension } from './dimensions.ts';
import { ALL, CHANGE } from './flat.ts';
import { valueLabel } from './rule.ts';

/**
 * The heading's words, nested values joined by " / ". `dimensions` are those of its axis. A code carries its short id
 * ("T1 Trust among residents").
 */
export function headingText(
  language: Language,
  dimensions: readonly string[],
  heading: { readonly ids: readonly string[]; readonly labels: readonly string[] },
): string {
  return heading.labels
    .map((label, i) => {
      const id = heading.ids[i] ?? '';
      const name = dimensions[i];
      if (name === undefined) return label;
      if (id === ALL) return say(language, 'value.all');
      if (name === CHANGE) return id === CHANGE ? say(language, 'value.change') : label;
      const dimension = parseDimension(name);
      if (dimension.kind === 'code') return isShortId(id) ? `${id} ${label}` : label;
      return valueLabel(language, dimension, label);
    })
    .join(' / ');
}

/** A code without a short id goes by its uid, which is longer than any short id. */
function isShortId(id: string): boolean {
  return id.length <= 12;
}
