// The links of a coding follow it: they go when it goes, and lead to the coding that takes its place.
import { must } from '../../../shared/must.ts';
import type { Writable } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';

/** A stored link by its row ids. */
interface LinkRow {
  readonly id: number;
  readonly from_id: number;
  readonly to_id: number;
  readonly type_id: number;
  readonly coder_id: number;
}

/** What a link says beyond its type. */
interface Said {
  readonly sign: number | null;
  readonly memo: string | null;
}

/** Removes all links of the coding with this row id. */
export function dropLinks(db: Writable, coding: number): void {
  for (const { id } of linksOf(db, coding)) db.remove('links', id);
}

/** Gives the links of one coding to another; one that would lead to itself goes, one that is there already is joined. */
export function passLinks(db: Writable, coding: number, heir: number): void {
  for (const link of linksOf(db, coding)) {
    const moved = {
      ...link,
      from_id: link.from_id === coding ? heir : link.from_id,
      to_id: link.to_id === coding ? heir : link.to_id,
    };
    const there = sameLink(db, moved);
    if (moved.from_id === moved.to_id) db.remove('links', link.id);
    else if (there !== undefined) joinLink(db, moved, there);
    else db.update('links', link.id, { from_id: moved.from_id, to_id: moved.to_id });
  }
}

/** Removes all links of the type with this row id. */
export function dropLinksOfType(db: Writable, type: number): void {
  for (const [id] of db.rows<[number]>('SELECT id FROM links WHERE type_id = ?', type))
    db.remove('links', id);
}

/** Gives all links of one type another one, `signed` where they may keep a sign; what would be the same link twice becomes one. */
export function giveType(
  db: Writable,
  type: number,
  heir: { readonly id: number; readonly signed: boolean },
): void {
  for (const link of db.all<LinkRow & Said>('SELECT * FROM links WHERE type_id = ? ORDER BY id', type)) {
    const moved = { ...link, type_id: heir.id, sign: heir.signed ? link.sign : null };
    const there = sameLink(db, moved);
    if (there === undefined) db.update('links', link.id, { type_id: heir.id, sign: moved.sign });
    else joinLink(db, moved, there);
  }
}

/** Removes a link after what it says went to the one that is there, which keeps its own sign; memos stand one below the other. */
function joinLink(db: Writable, link: LinkRow & Said, there: number): void {
  const own = must(db.get<Said>('SELECT sign, memo FROM links WHERE id = ?', there), 'the link');
  const memos = new Set([own.memo, link.memo].filter((memo) => memo !== null));
  db.update('links', there, { sign: own.sign ?? link.sign, memo: [...memos].join('\n\n') || null });
  db.remove('links', link.id);
}

/**
 * Row id of the coder's other link of this type between the two, in this direction or, where the type has none, in either;
 * undefined where there is none.
 */
export function sameLink(
  db: Readable,
  link: Omit<LinkRow, 'id'> & { readonly id?: number },
): number | undefined {
  const between = (from: number, to: number): number | undefined =>
    db.value<number>(
      'SELECT id FROM links WHERE from_id = ? AND to_id = ? AND type_id = ? AND coder_id = ? AND id IS NOT ?',
      from,
      to,
      link.type_id,
      link.coder_id,
      link.id ?? null,
    );
  const directed = db.value<number>('SELECT directed FROM relation_types WHERE id = ?', link.type_id);
  return (
    between(link.from_id, link.to_id) ?? (directed === 0 ? between(link.to_id, link.from_id) : undefined)
  );
}

function linksOf(db: Readable, coding: number): (LinkRow & Said)[] {
  const columns = 'SELECT id, from_id, to_id, type_id, coder_id, sign, memo FROM links';
  return db.all<LinkRow & Said>(
    `${columns} WHERE from_id = ? UNION ${columns} WHERE to_id = ?`,
    coding,
    coding,
  );
}
