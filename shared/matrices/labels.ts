// What tells entries of one name apart where they stand side by side, as on an axis: "Trust (Norms)", "Interview (3)".
import { fold } from '../names.ts';
import type { CorpusEntry } from './corpus.ts';

/**
 * Gives a label to those entries that share their name: the name with what `tell` says of the entry, or with its number
 * (else id) where that is nothing or again the same.
 */
export function toldApart<E extends CorpusEntry>(entries: readonly E[], tell: (entry: E) => string): E[] {
  const labels = new Map<E, string>();
  for (const group of Map.groupBy(entries, ({ name }) => fold(name)).values()) {
    if (group.length === 1) continue;
    const told = group.map((entry) => tell(entry));
    for (const [place, entry] of group.entries()) {
      const own = told[place] ?? '';
      const isApart = own !== '' && told.filter((each) => fold(each) === fold(own)).length === 1;
      labels.set(entry, `${entry.name} (${isApart ? own : (entry.number ?? entry.id)})`);
    }
  }
  return entries.map((entry) => {
    const label = labels.get(entry);
    return label === undefined ? entry : { ...entry, label };
  });
}

/** How an entry stands in a table. */
export function labelOf({ label, name }: CorpusEntry): string {
  return label ?? name;
}
