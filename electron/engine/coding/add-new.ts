// Coding with a code that is not there yet: the code and its first coding are one act, and one undo takes both back.
import type { CodeEntry, CodingAdded } from '../../../shared/contract/coding.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { Writable } from '../store/change.ts';
import { addCode, codeEntry } from './codes.ts';
import { addCoding } from './codings.ts';

/** Makes the code at the top of the codebook, then the coding. Refuses what either refuses; then nothing is made. */
export function addCodingWithNewCode(
  db: Writable,
  input: Input<'codings.addNew'>,
): { readonly code: CodeEntry; readonly coding: CodingAdded } {
  const { uid } = addCode(db, { name: input.code, parent: null, shortId: null, definition: null });
  const coding = addCoding(db, { ...input, code: uid });
  return { code: codeEntry(db, uid), coding };
}
