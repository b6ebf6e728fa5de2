// Codings of an earlier version that were taken away since, made again with their memos and links.
import { randomUUID } from 'node:crypto';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import type { Source } from '../text/sources.ts';
import { sameLink } from './link-rows.ts';
import type { KeptCoding, KeptLink } from './text-state.ts';

type Named = 'codes' | 'coders' | 'phases' | 'codings' | 'relation_types';

/** `text` is that of the version; of `links` those are made whose ends are both there. Their codes and coders are there. */
export function bringBack(
  db: Writable,
  source: Source,
  { codings, links }: { readonly codings: readonly KeptCoding[]; readonly links: readonly KeptLink[] },
  text: string,
): void {
  for (const coding of codings) makeCoding(db, source, coding, text);
  const back = new Set(codings.map(({ uid }) => uid));
  for (const link of links) if (back.has(link.from) || back.has(link.to)) makeLink(db, link);
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
  for (const { uid: memo, kind, body, coder, at } of coding.memos) {
    const isFree = db.value('SELECT 1 FROM memos WHERE uid = ?', memo) === undefined;
    const coder_id = coder === null ? null : idOf(db, 'coders', coder);
    const row = { owner: 'coding', owner_id: id, kind, body, coder_id, written_at: at };
    db.insert('memos', { uid: isFree ? memo : randomUUID(), ...row });
  }
}

function makeLink(db: Writable, { uid, from, to, type, sign, memo, coder, at }: KeptLink): void {
  const [from_id, to_id] = [idOf(db, 'codings', from), idOf(db, 'codings', to)];
  const [type_id, coder_id] = [idOf(db, 'relation_types', type), idOf(db, 'coders', coder)];
  if (from_id === null || to_id === null || type_id === null || coder_id === null) return;
  const isThere =
    db.value('SELECT 1 FROM links WHERE uid = ?', uid) !== undefined ||
    sameLink(db, { from_id, to_id, type_id, coder_id }) !== undefined;
  if (!isThere) db.insert('links', { uid, from_id, to_id, type_id, coder_id, sign, memo, created_at: at });
}

function idOf(db: Readable, table: Named, uid: string): number | null {
  return db.value<number>(`SELECT id FROM ${table} WHERE uid = ?`, uid) ?? null;
}
