// Many codings in one act: several codes on a passage, and what is changed or removed in a lot of codings together.
import type { CodingAdded } from '../../../shared/contract/coding.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Writable } from '../store/change.ts';
import { findCode } from './codes.ts';
import { addCoding, dropCoding, findCoding } from './codings.ts';
import { propertiesOf, refuseProperty } from './edit-codings.ts';
import { recode } from './join.ts';

/** Codes one passage with several codes; each coding gets the memo. Refuses all where `addCoding` refuses one. */
export function addCodings(
  db: Writable,
  { codings, ...rest }: Input<'codings.addMany'>,
): Output<'codings.addMany'> {
  const added = codings.map((each): CodingAdded => addCoding(db, { ...rest, ...each }));
  const [first] = added;
  const codes = added.map(({ codeName }) => codeName);
  db.tell({ codes, source: first?.source ?? '', paragraph: first?.paragraph ?? 0 });
  return { codings: added };
}

/**
 * Changes what is given in each of the codings. One that another code would make equal to a coding that is there joins
 * that one. Refuses a code that names a level or a phase.
 */
export function updateCodings(
  db: Writable,
  { ids, ...change }: Input<'codings.updateMany'>,
): Output<'codings.updateMany'> {
  const codings = rowsOf(db, ids);
  const code = change.code === undefined ? null : findCode(db, change.code);
  if (code) refuseProperty(code);
  const properties = propertiesOf(db, change);
  for (const coding of codings) db.update('codings', coding, properties);
  const joined = code ? codings.filter((coding) => recode(db, coding, code.id)).length : 0;
  db.tell({ n: codings.length, ...(code ? { code: code.name } : {}) });
  return { changed: codings.length, joined };
}

/** Removes the codings with their memos and links. */
export function removeCodings(
  db: Writable,
  { ids }: Input<'codings.removeMany'>,
): Output<'codings.removeMany'> {
  const codings = rowsOf(db, ids);
  for (const coding of codings) dropCoding(db, coding);
  db.tell({ n: codings.length });
  return { removed: codings.length };
}

/** Row ids, each once. */
function rowsOf(db: Writable, ids: readonly string[]): number[] {
  return [...new Set(ids.map((id) => findCoding(db, id).id))];
}
