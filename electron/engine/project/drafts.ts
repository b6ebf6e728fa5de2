// Words that are being written and are no act yet: in the project file, outside history, until they are stored or given up.
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Readable } from '../store/connection.ts';
import type { Rows } from '../store/rows.ts';

/** The latest first. */
export function listDrafts(db: Readable): Output<'drafts.list'> {
  const sql =
    'SELECT about, base, text, written_at AS writtenAt FROM drafts ORDER BY written_at DESC, id DESC';
  return { drafts: db.all(sql) };
}

/** Puts the words in the place of those that were kept for the same field before. */
export function keepDraft(db: Readable, rows: Rows, { about, base, text }: Input<'drafts.keep'>): void {
  const row = { about, base, text, written_at: new Date().toISOString() };
  const id = idOf(db, about);
  if (id === undefined) rows.insert('drafts', row);
  else rows.update('drafts', id, row);
}

export function dropDraft(db: Readable, rows: Rows, { about }: Input<'drafts.drop'>): void {
  const id = idOf(db, about);
  if (id !== undefined) rows.remove('drafts', id);
}

function idOf(db: Readable, about: string): number | undefined {
  return db.value<number>('SELECT id FROM drafts WHERE about = ?', about);
}
