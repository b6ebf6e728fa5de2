// Codings of an earlier version that were taken away since, made again with their memos and links.
import { randomUUID } from 'node:crypto';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import type { Source } from '../text/sources.ts';
import { sameLink } from './link-rows.ts';
import type { KeptCoding, KeptLink, KeptMemo } from './text-state.ts';

type Named = 'codes' | 'coders' | 'phases' | 'codings' | 'relation_types';

interface Back {
  readonly codings: readonly KeptCoding[];
  /** Codings whose memos and links go to another one, with its row id. */
  readonly replaced: readonly { readonly coding: KeptCoding; readonly heir: number }[];
  readonly links: readonly KeptLink[];
}

/** `text` is that of the version; of `links` those are made whose ends are both there. Their codes and coders are there. */
export function bringBack(db: Writable, source: Source, back: Back, text: string): void {
  for (const coding of back.codings) makeCoding(db, source, coding, text);
  const heirs = new Map(back.replaced.map(({ coding, heir }) => [coding.uid, heir]));
  for (const { coding, heir } of back.replaced) giveMemos(db, coding, heir);
  const own = new Set([...back.codings.map(({ uid }) => uid), ...heirs.keys()]);
  for (const link of back.links) if (own.has(link.from) || own.has(link.to)) makeLink(db, link, heirs);
}

function makeCoding(db: Writable, source: Source, coding: KeptCoding, text: string): void {
  const { uid, start, end, weight, level, direction } = coding;
  const id = db.insert('codings', {
    uid,
    source_id: source.id,
    start,
    end,
    code_id: idOf(db, 'codes', coding.code),
    coder_id: idOf(db, 'coders', coding.coder),
    quote: text.slice(start, end),
    weight,
    phase_id: coding.phase === null ? null : idOf(db, 'phases', coding.phase),
    level,
    direction,
    created_at: coding.createdAt,
  });
  for (const memo of coding.memos) makeMemo(db, id, memo);
}

/** What the heir does not say itself. */
function giveMemos(db: Writable, { memos }: KeptCoding, heir: number): void {
  for (const memo of memos) {
    const sql = `SELECT 1 FROM memos WHERE owner = 'coding' AND owner_id = ? AND (uid = ? OR body = ?)`;
    if (db.value(sql, heir, memo.uid, memo.body) === undefined) makeMemo(db, heir, memo);
  }
}

function makeMemo(db: Writable, owner_id: number, { uid: memo, kind, body, coder, at }: KeptMemo): void {
  const isFree = db.value('SELECT 1 FROM memos WHERE uid = ?', memo) === undefined;
  const coder_id = coder === null ? null : idOf(db, 'coders', coder);
  const row = { owner: 'coding', owner_id, kind, body, coder_id, written_at: at };
  db.insert('memos', { uid: isFree ? memo : randomUUID(), ...row });
}

function makeLink(
  db: Writable,
  { uid, from, to, type, sign, memo, coder, at }: KeptLink,
  heirs: ReadonlyMap<string, number>,
): void {
  const end = (coding: string): number | null => heirs.get(coding) ?? idOf(db, 'codings', coding);
  const [from_id, to_id] = [end(from), end(to)];
  const [type_id, coder_id] = [idOf(db, 'relation_types', type), idOf(db, 'coders', coder)];
  if (from_id === null || to_id === null || type_id === null || coder_id === null) return;
  if (from_id === to_id) return;
  const isThere =
    db.value('SELECT 1 FROM links WHERE uid = ?', uid) !== undefined ||
    sameLink(db, { from_id, to_id, type_id, coder_id }) !== undefined;
  if (!isThere) db.insert('links', { uid, from_id, to_id, type_id, coder_id, sign, memo, created_at: at });
}

function idOf(db: Readable, table: Named, uid: string): number | null {
  return db.value<number>(`SELECT id FROM ${table} WHERE uid = ?`, uid) ?? null;
}
