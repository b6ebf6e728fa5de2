// What stands in place of names in what leaves: pseudonyms as soon as the project has one, or the names themselves.
import type { DocumentPart } from '../../../shared/export/document.ts';
import type { Cell, Sheet } from '../../../shared/export/sheet.ts';
import { nameFinder, withPseudonyms } from '../../../shared/pseudonyms.ts';
import { listPseudonyms } from '../cases/pseudonyms.ts';
import type { Readable } from '../store/connection.ts';

export interface Naming {
  readonly text: (text: string) => string;
  readonly sheet: (sheet: Sheet) => Sheet;
  readonly part: (part: DocumentPart) => DocumentPart;
  /** At how many places a pseudonym stands so far; null where names leave as they are. */
  readonly replaced: () => number | null;
}

/** `names` left out: pseudonyms where the project has any. */
export function namingOf(db: Readable, names: 'real' | 'pseudonyms' | undefined): Naming {
  const list = names === 'real' ? [] : listPseudonyms(db);
  const find = nameFinder(list);
  let replaced = 0;
  const text = (original: string): string => {
    const hits = find(original);
    replaced += hits.length;
    return withPseudonyms(original, hits);
  };
  const cell = (of: Cell): Cell => {
    if (typeof of === 'string') return text(of);
    if (of === null || typeof of === 'number' || typeof of.value === 'number') return of;
    return { ...of, value: text(of.value) };
  };
  const sheet = (of: Sheet): Sheet => ({
    ...of,
    name: text(of.name),
    rows: of.rows.map((row) => row.map(cell)),
  });
  const part = (of: DocumentPart): DocumentPart => {
    if (of.kind !== 'table') return { ...of, text: text(of.text) };
    return { ...of, sheet: sheet(of.sheet), ...(of.note === undefined ? {} : { note: text(of.note) }) };
  };
  return { text, sheet, part, replaced: () => (list.length === 0 ? null : replaced) };
}
