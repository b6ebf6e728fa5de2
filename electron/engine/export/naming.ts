// What stands in place of names in what leaves: pseudonyms as soon as the project has one, or the names themselves.
import type { DocumentPart } from '../../../shared/export/document.ts';
import type { Cell, Sheet } from '../../../shared/export/sheet.ts';
import { createRenamer, type Renamer } from '../../../shared/pseudonyms.ts';
import { listPseudonyms } from '../cases/pseudonyms.ts';
import type { Readable } from '../store/connection.ts';

export interface Naming extends Pick<Renamer, 'text' | 'replaced'> {
  readonly sheet: (sheet: Sheet) => Sheet;
  readonly part: (part: DocumentPart) => DocumentPart;
}

/** `names` left out: pseudonyms where the project has any. */
export function namingOf(db: Readable, names: 'real' | 'pseudonyms' | undefined): Naming {
  const { text, replaced } = createRenamer(names === 'real' ? [] : listPseudonyms(db));
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
  return { text, sheet, part, replaced };
}
