// Judgements of evidence: which test a coding is for its code, the hypothesis. They hold for this code alone: another one is another hypothesis.
import type { Input } from '../../../shared/contract/index.ts';
import type { Judgement } from '../../../shared/contract/tracing.ts';
import { must } from '../../../shared/must.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { setting } from '../text/settings.ts';
import { codingEntry, findCoding } from './codings.ts';
import { testOf } from './evidence-rows.ts';

/** Stores the judgement in place of the one that was there; without a test takes it away. */
export function judgeEvidence(db: Writable, input: Input<'evidence.judge'>): Judgement | null {
  const row = findCoding(db, input.coding);
  const { codeName, source, paragraph } = codingEntry(db, row);
  db.tell({ code: codeName, source, paragraph, taken: input.test === null ? 1 : 0 });
  const key = { coding_uid: row.uid, code_uid: codeOf(db, row.id) };
  const known = testOf(db, key.coding_uid, key.code_uid);
  if (input.test === null) {
    if (known !== undefined) db.remove('evidence_tests', known);
    return null;
  }
  const judgement = {
    test: input.test,
    outcome: input.outcome,
    reason: input.reason?.trim() || null,
    judged_by: must(setting(db, 'coder'), 'the coder'),
    judged_at: new Date().toISOString(),
  };
  if (known === undefined) db.insert('evidence_tests', { ...key, ...judgement });
  else db.update('evidence_tests', known, judgement);
  const { judged_by: coder, judged_at: at, ...rest } = judgement;
  return { ...rest, coder, at };
}

function codeOf(db: Readable, coding: number): string {
  const sql = 'SELECT c.uid FROM codings g JOIN codes c ON c.id = g.code_id WHERE g.id = ?';
  return must(db.value<string>(sql, coding), 'the code');
}
