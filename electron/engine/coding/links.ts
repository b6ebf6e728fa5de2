// Links: what one coding has to do with another, as the person sees it.
import { randomUUID } from 'node:crypto';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { LinkEntry } from '../../../shared/contract/links.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { findSource } from '../text/sources.ts';
import { coderNamed } from './coders.ts';
import { codingEntry, codingOf, findCoding } from './codings.ts';
import { sameLink } from './link-rows.ts';
import { addRelationType, findType } from './relation-types.ts';
import { wholeId } from './whole-id.ts';

/** In the order in which they were made. */
export function linkEntries(db: Readable, { source, coding }: Input<'links.list'>): LinkEntry[] {
  const [ofEnds, id] =
    coding !== null
      ? (['= ?', findCoding(db, coding).id] as const)
      : source !== null
        ? (['IN (SELECT id FROM codings WHERE source_id = ?)', findSource(db, source).id] as const)
        : ([null, 0] as const);
  const where = ofEnds === null ? '' : `WHERE l.from_id ${ofEnds} OR l.to_id ${ofEnds}`;
  const values = ofEnds === null ? [] : [id, id];
  return db.all<LinkRow>(`${linkSql} ${where} ORDER BY l.id`, ...values).map((row) => entryOf(db, row));
}

/** Adds a link; see the contract for what is refused and what is harmless. */
export function addLink(db: Writable, input: Input<'links.add'>): Output<'links.add'> {
  const from = findCoding(db, input.from).id;
  const to = findCoding(db, input.to).id;
  if (from === to) throw new Refused('refused.link-to-itself');
  const type = findType(db, input.type);
  refuseSign(type, input.sign);
  const coder = coderNamed(db, input.coder);
  const wanted = { from_id: from, to_id: to, type_id: type.id, coder_id: coder };
  const known = sameLink(db, wanted);
  const memo = input.memo?.trim() ? input.memo : null;
  if (known !== undefined) {
    fill(db, known, input.sign, memo);
    return { ...tell(db, known), outcome: 'already there' };
  }
  const uid = input.id ?? randomUUID();
  if (db.value('SELECT 1 FROM links WHERE uid = ?', uid) !== undefined)
    throw new Refused('refused.link-id-in-use', { id: uid });
  const created_at = new Date().toISOString();
  const id = db.insert('links', { uid, ...wanted, sign: input.sign, memo, created_at });
  return { ...tell(db, id), outcome: 'added' };
}

/** Makes the type, then the link: one act, and one undo takes both back. Refuses what either refuses; then nothing is made. */
export function addLinkWithNewType(
  db: Writable,
  { directed, signed, ...link }: Input<'links.addNew'>,
): Output<'links.addNew'> {
  const { key } = addRelationType(db, { name: link.type, alsoName: null, directed, signed });
  return addLink(db, { ...link, type: key });
}

/** Changes what is given. Refuses a sign where the type has none, and a change that makes the link equal to another one. */
export function updateLink(db: Writable, input: Input<'links.update'>): LinkEntry {
  const row = findLink(db, input.id);
  const type = findType(db, input.type ?? row.type);
  const sign = input.sign === undefined ? row.sign : input.sign;
  // A sign does not outlive the change to a type that has none.
  const kept = input.sign === undefined && type.signed === 0 ? null : sign;
  refuseSign(type, kept);
  const [from_id, to_id] = input.turn ? [row.toId, row.fromId] : [row.fromId, row.toId];
  const columns = { id: row.id, from_id, to_id, type_id: type.id, coder_id: row.coderId };
  if (sameLink(db, columns) !== undefined) throw new Refused('refused.same-link', { type: type.name });
  const memo = input.memo === undefined ? row.memo : input.memo.trim() === '' ? null : input.memo;
  db.update('links', row.id, { from_id, to_id, type_id: type.id, sign: kept, memo });
  return tell(db, row.id);
}

/** Removes the link and returns it as it was. */
export function removeLink(db: Writable, { id }: Input<'links.remove'>): LinkEntry {
  const row = findLink(db, id);
  const entry = tell(db, row.id);
  db.remove('links', row.id);
  return entry;
}

interface LinkRow {
  readonly id: number;
  readonly uid: string;
  readonly fromId: number;
  readonly toId: number;
  readonly type: string;
  readonly typeName: string;
  readonly directed: number;
  readonly sign: LinkEntry['sign'];
  readonly memo: string | null;
  readonly coderId: number;
  readonly coder: string;
  readonly at: string;
}

const linkSql = `SELECT l.id, l.uid, l.from_id AS fromId, l.to_id AS toId, t.key AS type, t.name AS typeName, t.directed, l.sign,
    l.memo, l.coder_id AS coderId, k.name AS coder, l.created_at AS at
  FROM links l JOIN relation_types t ON t.id = l.type_id JOIN coders k ON k.id = l.coder_id`;

function findLink(db: Readable, id: string): LinkRow {
  const uid = wholeId(db, 'links', id);
  return must(db.get<LinkRow>(`${linkSql} WHERE l.uid = ?`, uid), 'the link that was found');
}

function entryOf(db: Readable, row: LinkRow): LinkEntry {
  const { uid, type, typeName, directed, sign, memo, coder, at } = row;
  const ends = { from: endOf(db, row.fromId), to: endOf(db, row.toId) };
  return { id: uid, type, typeName, directed: directed === 1, ...ends, sign, memo, coder, at };
}

function endOf(db: Readable, coding: number): LinkEntry['from'] {
  const uids = db.get<{ sourceUid: string; codeUid: string }>(
    `SELECT s.uid AS sourceUid, c.uid AS codeUid FROM codings g JOIN sources s ON s.id = g.source_id
     JOIN codes c ON c.id = g.code_id WHERE g.id = ?`,
    coding,
  );
  return { ...codingEntry(db, codingOf(db, coding)), ...must(uids, 'the end of a link') };
}

function refuseSign(
  { signed, name }: { readonly signed: number; readonly name: string },
  sign: number | null,
): void {
  if (sign !== null && signed === 0) throw new Refused('refused.no-sign', { type: name });
}

/** Gives the link what it lacks; refuses what would replace something else. */
function fill(db: Writable, id: number, sign: number | null, memo: string | null): void {
  const there = must(
    db.get<{ sign: number | null; memo: string | null; type: string }>(
      'SELECT l.sign, l.memo, t.name AS type FROM links l JOIN relation_types t ON t.id = l.type_id WHERE l.id = ?',
      id,
    ),
    'the link',
  );
  const differs = (old: unknown, given: unknown): boolean => old !== null && given !== null && old !== given;
  if (differs(there.sign, sign) || differs(there.memo, memo))
    throw new Refused('refused.same-link', { type: there.type });
  db.update('links', id, { sign: there.sign ?? sign, memo: there.memo ?? memo });
}

function tell(db: Writable, id: number): LinkEntry {
  const entry = entryOf(db, must(db.get<LinkRow>(`${linkSql} WHERE l.id = ?`, id), 'the link'));
  db.tell({ type: entry.typeName, from: entry.from.codeName, to: entry.to.codeName });
  return entry;
}
