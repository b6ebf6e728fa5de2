// Drafts of texts: edits that a window has not finished, outside history, with the text that they belong to.
import type { DraftEntry } from '../../../shared/contract/editing.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { Splice } from '../../../shared/text/splices.ts';
import type { Readable } from '../store/connection.ts';
import type { Rows } from '../store/rows.ts';
import { readText } from '../text/contents.ts';
import { findSource } from '../text/sources.ts';

/** Keeps what was typed so far; each window writes into a draft of its own. */
export function keepTextDraft(
  db: Readable,
  rows: Rows,
  { id: uid, source, base, splices }: Input<'sources.keepDraft'>,
  coder: string,
): void {
  const row = {
    uid,
    source: findSource(db, source).uid,
    base_sha256: base,
    coder,
    at: new Date().toISOString(),
    splices: JSON.stringify(splices),
  };
  const id = textDraftId(db, uid);
  if (id === undefined) rows.insert('text_drafts', row);
  else rows.update('text_drafts', id, row);
}

export function dropTextDraft(db: Readable, rows: Rows, uid: string): void {
  const id = textDraftId(db, uid);
  if (id !== undefined) rows.remove('text_drafts', id);
}

/** Its row id. */
export function textDraftId(db: Readable, uid: string): number | undefined {
  return db.value<number>('SELECT id FROM text_drafts WHERE uid = ?', uid);
}

/** The drafts of a source, the oldest first; `held` are the ids of those that a window is writing. */
export function textDrafts(
  db: Readable,
  { source }: Input<'sources.drafts'>,
  held: ReadonlySet<string>,
): DraftEntry[] {
  type Row = Pick<DraftEntry, 'id' | 'coder' | 'at' | 'base'> & { readonly splices: string };
  return db
    .all<Row>(
      `SELECT d.uid AS id, d.coder, d.at, d.base_sha256 AS base, d.splices
       FROM text_drafts d JOIN contents c ON c.sha256 = d.base_sha256 WHERE d.source = ? ORDER BY d.at, d.id`,
      findSource(db, source).uid,
    )
    .map((row) => ({
      ...row,
      held: held.has(row.id),
      baseText: readText(db, row.base),
      splices: JSON.parse(row.splices) as Splice[],
    }));
}
