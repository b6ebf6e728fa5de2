// The stored judgements of evidence: read for the codings that they hold for, and given on where codings become one.
import type { Judgement } from '../../../shared/contract/tracing.ts';
import { must } from '../../../shared/must.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';

/** Row id of each coding → its judgement, where one was made for the code that it has now. */
export function judgements(db: Readable): ReadonlyMap<number, Judgement> {
  const rows = db.all<Judgement & { readonly coding: number }>(
    `SELECT g.id AS coding, t.test, t.outcome, t.reason, t.judged_by AS coder, t.judged_at AS at
     FROM evidence_tests t JOIN codings g ON g.uid = t.coding_uid JOIN codes c ON c.id = g.code_id AND c.uid = t.code_uid`,
  );
  return new Map(rows.map(({ coding, ...judgement }) => [coding, judgement]));
}

/** Gives the judgements of one coding to another (row ids), which keeps its own. */
export function passTests(db: Writable, coding: number, heir: number): void {
  const [from, to] = [uidOf(db, coding), uidOf(db, heir)];
  const own = db.rows<[number, string]>('SELECT id, code_uid FROM evidence_tests WHERE coding_uid = ?', from);
  for (const [id, code] of own)
    if (testOf(db, to, code) === undefined) db.update('evidence_tests', id, { coding_uid: to });
}

/** Row id of the judgement of a coding for a code (uids). */
export function testOf(db: Readable, coding: string, code: string): number | undefined {
  return db.value<number>(
    'SELECT id FROM evidence_tests WHERE coding_uid = ? AND code_uid = ?',
    coding,
    code,
  );
}

function uidOf(db: Readable, coding: number): string {
  return must(db.value<string>('SELECT uid FROM codings WHERE id = ?', coding), 'the coding');
}
