// What the cells of saved matrices note of a coding follows it: quotes that are pinned, left out, or named in a summary.
import type { Summary } from '../../../shared/contract/saved-matrices.ts';
import { must } from '../../../shared/must.ts';
import type { Writable } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';

/** Gives what cells note of one coding to another (row ids). In a cell that has marked both, the other's mark stays. */
export function passMarks(db: Writable, coding: number, heir: number): void {
  const [from, to] = [uidOf(db, coding), uidOf(db, heir)];
  const marked = new Set(marksOf(db, to).map(({ cell_id }) => cell_id));
  for (const { id, cell_id } of marksOf(db, from)) {
    if (marked.has(cell_id)) db.remove('cell_quotes', id);
    else db.update('cell_quotes', id, { coding_uid: to });
  }
  const naming = db.rows<[number, string]>(
    'SELECT id, summary FROM matrix_cells WHERE instr(summary, ?) > 0',
    JSON.stringify(from),
  );
  for (const [id, summary] of naming) {
    const named = (JSON.parse(summary) as Summary).map((parts) =>
      parts.map((part) => ('quote' in part && part.quote === from ? { quote: to } : part)),
    );
    db.update('matrix_cells', id, { summary: JSON.stringify(named) });
  }
}

/** Marks the second coding in all cells as the first is marked, of which it was a part. */
export function copyMarks(db: Writable, coding: number, part: number): void {
  const coding_uid = uidOf(db, part);
  for (const { cell_id, kind, reason } of marksOf(db, uidOf(db, coding)))
    db.insert('cell_quotes', { cell_id, coding_uid, kind, reason });
}

interface Mark {
  readonly id: number;
  readonly cell_id: number;
  readonly kind: string;
  readonly reason: string | null;
}

function marksOf(db: Readable, uid: string): Mark[] {
  const sql = 'SELECT id, cell_id, kind, reason FROM cell_quotes WHERE coding_uid = ? ORDER BY id';
  return db.all<Mark>(sql, uid);
}

function uidOf(db: Readable, coding: number): string {
  return must(db.value<string>('SELECT uid FROM codings WHERE id = ?', coding), 'the coding');
}
