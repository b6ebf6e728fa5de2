// The codebook: the tree of codes.
import { randomUUID } from 'node:crypto';
import type { CodeEntry } from '../../../shared/contract/coding.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { findNamed } from '../../../shared/find-named.ts';
import { must } from '../../../shared/must.ts';
import { clean, fold } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { nextPosition } from '../text/order.ts';

export interface Code {
  readonly id: number;
  readonly uid: string;
  readonly shortId: string | null;
  readonly parentId: number | null;
  readonly name: string;
  readonly alsoName: string | null;
  readonly setsLevel: number | null;
  readonly setsPhase: string | null;
  /** 1 at the top. */
  readonly depth: number;
}

/** All codes in tree order: a parent before its children, siblings by position. */
export function listCodes(db: Readable): Code[] {
  const rows = db.all<Omit<Code, 'depth'>>(
    `SELECT id, uid, short_id AS shortId, parent_id AS parentId, name, also_name AS alsoName, sets_level AS setsLevel,
       sets_phase AS setsPhase FROM codes ORDER BY position, id`,
  );
  const children = Map.groupBy(rows, (row) => row.parentId);
  const inOrder: Code[] = [];
  const visit = (parent: number | null, depth: number): void => {
    for (const row of children.get(parent) ?? []) {
      inOrder.push({ ...row, depth });
      visit(row.id, depth + 1);
    }
  };
  visit(null, 1);
  return inOrder;
}

/** The code that a short id, name (in either language), number or id means; refuses when there is none. */
export function findCode(db: Readable, reference: string): Code {
  const candidates = listCodes(db).map((code) => ({
    code,
    uid: code.uid,
    shortId: code.shortId,
    number: code.id,
    names: code.alsoName === null ? [code.name] : [code.name, code.alsoName],
  }));
  return findNamed(candidates, reference, 'refused.unknown-code').code;
}

/** What tables and lists call a code: its short id where it has one, else its name. */
export function codeLabel(code: Pick<Code, 'shortId' | 'name'>): string {
  return code.shortId ?? code.name;
}

/** Everything that a list of codes shows, in tree order. */
export function codeEntries(db: Readable): CodeEntry[] {
  type Row = Omit<CodeEntry, 'parent' | 'depth' | 'applicable'> & { readonly applicable: number };
  const rows = db.all<Row>(
    `SELECT uid, short_id AS shortId, id AS number, name, also_name AS alsoName, color, definition, use_when AS useWhen,
       not_when AS notWhen, example, applicable, (SELECT count(*) FROM codings g WHERE g.code_id = codes.id) AS codings
     FROM codes`,
  );
  const byId = new Map(rows.map((row) => [row.number, row]));
  const codes = listCodes(db);
  const uids = new Map(codes.map(({ id, uid }) => [id, uid]));
  return codes.map(({ id, parentId, depth }) => {
    const row = must(byId.get(id), 'the code');
    const parent = parentId === null ? null : must(uids.get(parentId), 'the parent');
    return { ...row, applicable: row.applicable === 1, parent, depth };
  });
}

/** Adds a code at the end of its siblings. Refuses a name that a sibling has and a short id in use. */
export function addCode(db: Writable, input: Input<'codes.add'>): CodeEntry {
  const parent = input.parent === null ? null : findCode(db, input.parent);
  const name = clean(input.name);
  refuseTakenName(db, name, parent?.id ?? null);
  if (input.shortId !== null) refuseTakenId(db, input.shortId);
  const uid = randomUUID();
  db.insert('codes', {
    uid,
    name,
    short_id: input.shortId,
    parent_id: parent?.id ?? null,
    position: nextPosition(db, 'codes'),
    definition: input.definition,
    applicable: 1,
    derived: 0,
  });
  db.tell({ code: name });
  return codeEntry(db, uid);
}

export function codeEntry(db: Readable, uid: string): CodeEntry {
  return must(
    codeEntries(db).find((code) => code.uid === uid),
    'the code',
  );
}

/** Siblings have different names; `self` is the code that asks for the name. */
export function refuseTakenName(db: Readable, name: string, parentId: number | null, self?: number): void {
  const taken = listCodes(db).some(
    (code) => code.parentId === parentId && code.name === name && code.id !== self,
  );
  if (taken) throw new Refused('refused.code-exists', { name });
}

/** No two codes have the same short id, in any letter case; `self` is the code that asks for it. */
export function refuseTakenId(db: Readable, name: string, self?: number): void {
  const taken = listCodes(db).some(
    ({ id, shortId }) => id !== self && shortId !== null && fold(shortId) === fold(name),
  );
  if (taken) throw new Refused('refused.short-id-exists', { name });
}
