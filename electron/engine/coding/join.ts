// Two codings that become one: properties, memos, links and what cells note of them are kept.
import { must } from '../../../shared/must.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { memosOf } from '../text/memos.ts';
import { passMarks } from './cell-marks.ts';
import { passTests } from './evidence-rows.ts';
import { passLinks } from './link-rows.ts';
import type { Properties } from './properties.ts';

/**
 * Gives the coding to the code `target` (row ids). Where the same coder has given that code to the passage already, the
 * coding joins that one, which keeps what it says itself; then true.
 */
export function recode(db: Writable, coding: number, target: number): boolean {
  const there = db.value<number>(
    `SELECT o.id FROM codings g JOIN codings o ON o.source_id = g.source_id AND o.start = g.start AND o."end" = g."end"
       AND o.coder_id = g.coder_id WHERE g.id = ? AND o.code_id = ?`,
    coding,
    target,
  );
  if (there === undefined || there === coding) {
    db.update('codings', coding, { code_id: target });
    return false;
  }
  handOver(db, coding, there);
  return true;
}

/** Removes a coding after all that it carries went to another, which keeps the properties that it has itself. */
export function handOver(db: Writable, coding: number, heir: number): void {
  const own = storedProperties(db, heir);
  const brought = Object.entries(storedProperties(db, coding)).filter(
    ([name]) => own[name as keyof Properties] === null,
  );
  db.update('codings', heir, Object.fromEntries(brought));
  for (const memo of memosOf(db, 'coding', coding)) db.update('memos', memo, { owner_id: heir });
  passLinks(db, coding, heir);
  passMarks(db, coding, heir);
  passTests(db, coding, heir);
  db.remove('codings', coding);
}

export function storedProperties(db: Readable, coding: number): Properties {
  const sql = 'SELECT phase_id, level, direction, weight FROM codings WHERE id = ?';
  return must(db.get<Properties>(sql, coding), 'the coding');
}
