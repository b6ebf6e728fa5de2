// Changing the codebook: what a code says, where it stands, and taking it away.
import type { CodeEntry } from '../../../shared/contract/coding.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { clean } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Writable } from '../store/change.ts';
import { removeMemos } from '../text/memos.ts';
import { movedBefore, putInOrder } from '../text/order.ts';
import { fromTo } from '../text/sources.ts';
import { codeEntry, findCode, listCodes, refuseTakenId, refuseTakenName, type Code } from './codes.ts';
import { dropCoding } from './codings.ts';
import { refuseProperty } from './edit-codings.ts';
import { recode } from './join.ts';

/** Changes what is given; null or '' takes a text away. Refuses a name that a sibling has, and a short id in use. */
export function updateCode(db: Writable, input: Input<'codes.update'>): CodeEntry {
  const code = findCode(db, input.code);
  const name = clean(input.name ?? code.name);
  refuseTakenName(db, name, code.parentId, code.id);
  if (typeof input.shortId === 'string') refuseTakenId(db, input.shortId, code.id);
  db.update('codes', code.id, {
    name,
    ...column('short_id', input.shortId),
    ...column('also_name', typeof input.alsoName === 'string' ? clean(input.alsoName) : input.alsoName),
    ...column('color', input.color),
    ...column('definition', input.definition),
    ...column('use_when', input.useWhen),
    ...column('not_when', input.notWhen),
    ...column('example', input.example),
  });
  db.tell({ code: fromTo(code.name, name) });
  return codeEntry(db, code.uid);
}

function column(name: string, text: string | null | undefined): Record<string, string | null> {
  if (text === undefined) return {};
  return { [name]: text === null || text.trim() === '' ? null : text };
}

/** Refuses a place under the code itself, a `before` that does not stand there, and a name that is taken there. */
export function moveCode(db: Writable, input: Input<'codes.move'>): null {
  const code = findCode(db, input.code);
  const parent = input.parent === null ? null : findCode(db, input.parent);
  const before = input.before === null ? null : findCode(db, input.before);
  const codes = listCodes(db);
  if (parent && withSubCodes(codes, code).some(({ id }) => id === parent.id)) {
    throw new Refused('refused.code-under-itself', { code: code.name, parent: parent.name });
  }
  const parentId = parent?.id ?? null;
  refuseTakenName(db, code.name, parentId, code.id);
  const siblings = codes.filter((each) => each.parentId === parentId).map(({ id }) => id);
  const order = movedBefore(siblings, code.id, before?.id ?? null);
  if (!order) throw new Refused('refused.not-a-sibling', { code: code.name, before: before?.name ?? '' });
  db.update('codes', code.id, { parent_id: parentId });
  putInOrder(db, 'codes', order);
  db.tell({ code: code.name });
  return null;
}

/**
 * Removes the code and its sub-codes, with their memos and places in code sets and types of links. Codings on them are refused, removed or
 * moved to another code, as asked; a moved coding whose passage the same coder has given that code already joins that one.
 */
export function removeCode(db: Writable, input: Input<'codes.remove'>): null {
  const code = findCode(db, input.code);
  const removed = withSubCodes(listCodes(db), code);
  const codings = removed.flatMap(({ id }) =>
    db.rows<[number]>('SELECT id FROM codings WHERE code_id = ? ORDER BY id', id).map(([row]) => row),
  );
  if (input.codings === 'refuse' && codings.length > 0) {
    throw new Refused('refused.code-has-codings', { code: code.name, n: codings.length });
  }
  if (typeof input.codings === 'object') {
    const target = targetOf(db, input.codings.moveTo, removed);
    for (const coding of codings) recode(db, coding, target);
  } else for (const coding of codings) dropCoding(db, coding);
  // Sub-codes first: a code cannot go while another stands under it.
  for (const { id } of removed.toReversed()) dropCode(db, id);
  const moved = typeof input.codings === 'object' ? 1 : 0;
  db.tell({ code: code.name, codes: removed.length, codings: codings.length, moved });
  return null;
}

/** The code and all below it, in tree order. */
function withSubCodes(codes: readonly Code[], code: Code): Code[] {
  const ids = new Set([code.id]);
  return codes.filter(({ id, parentId }) => {
    if (parentId !== null && ids.has(parentId)) ids.add(id);
    return ids.has(id);
  });
}

function targetOf(db: Writable, reference: string, removed: readonly Code[]): number {
  const target = findCode(db, reference);
  if (removed.some(({ id }) => id === target.id)) {
    throw new Refused('refused.move-to-removed', { code: target.name });
  }
  refuseProperty(target);
  return target.id;
}

function dropCode(db: Writable, id: number): void {
  for (const table of ['code_set_members', 'relation_type_codes'] as const)
    for (const [member] of db.rows<[number]>(`SELECT id FROM ${table} WHERE code_id = ?`, id))
      db.remove(table, member);
  removeMemos(db, 'code', id);
  db.remove('codes', id);
}
