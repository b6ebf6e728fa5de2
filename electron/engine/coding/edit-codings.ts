// Codings of a source as the reading room shows them, and what may be changed in one.
import type { CodingEntry } from '../../../shared/contract/coding.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { SourceCoding } from '../../../shared/contract/reading.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { existingPhase } from '../cases/phases.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { memosOf, removeMemos } from '../text/memos.ts';
import { findSource, sourceById } from '../text/sources.ts';
import { coderNamed } from './coders.ts';
import { findCode, type Code } from './codes.ts';
import { addMemo, codingEntry, findCoding, passageIn } from './codings.ts';

/** The codings of a source, or those of them that are asked for, in the order of the text. */
export function sourceCodings(db: Readable, { source, only }: Input<'codings.list'>): SourceCoding[] {
  // The plus keeps SQLite from walking through all codings of the source in search of a few.
  return db.all<SourceCoding>(
    `SELECT g.uid AS id, c.uid AS code, g.start, g."end", k.name AS coder, p.name AS phase, g.level, g.direction,
       g.weight, (SELECT group_concat(m.body, char(10) ORDER BY m.id) FROM memos m
         WHERE m.owner = 'coding' AND m.owner_id = g.id) AS memo
     FROM codings g JOIN codes c ON c.id = g.code_id JOIN coders k ON k.id = g.coder_id
       LEFT JOIN phases p ON p.id = g.phase_id
     WHERE ${only ? '+g.source_id = ? AND g.uid IN (SELECT value FROM json_each(?))' : 'g.source_id = ?'}
     ORDER BY g.start, g."end", g.id`,
    findSource(db, source).id,
    ...(only ? [JSON.stringify(only)] : []),
  );
}

/**
 * Changes what is given; new borders are widened to whole characters and quoted anew. Refuses a bad span, a code that
 * names a level or a phase (these are properties), and a change that would make the coding equal to another one.
 */
export function updateCoding(db: Writable, input: Input<'codings.update'>): CodingEntry {
  const { id } = findCoding(db, input.id);
  const columns = { ...spanOf(db, id, input), ...codeOf(db, input), ...propertiesOf(db, input) };
  refuseEqual(db, id, columns);
  db.update('codings', id, columns);
  if (input.memo !== undefined) setMemo(db, id, input.memo);
  const entry = codingEntry(db, findCoding(db, input.id));
  db.tell({ code: entry.codeName, source: entry.source, paragraph: entry.paragraph });
  return entry;
}

/** Where a coding stands and under which code. */
interface Place {
  readonly source_id: number;
  readonly start: number;
  readonly end: number;
  readonly code_id: number;
  readonly coder_id: number;
}

function spanOf(db: Readable, id: number, { start, end }: Input<'codings.update'>) {
  if (start === undefined && end === undefined) return {};
  const stored = storedPlace(db, id);
  const source = sourceById(db, stored.source_id);
  const passage = passageIn(db, source, { start: start ?? stored.start, end: end ?? stored.end });
  return { start: passage.start, end: passage.end, quote: passage.quote };
}

function codeOf(db: Readable, { code: reference }: Input<'codings.update'>) {
  if (reference === undefined) return {};
  const code = findCode(db, reference);
  refuseProperty(code);
  return { code_id: code.id };
}

/** Levels and phases are stored only as properties of codings: a code that names one takes no codings of its own. */
export function refuseProperty({ name, setsLevel, setsPhase }: Code): void {
  if (setsLevel !== null || setsPhase !== null) throw new Refused('refused.code-is-property', { code: name });
}

/** The columns of the properties that are given. */
export function propertiesOf(
  db: Readable,
  { phase, level, direction, weight }: Omit<Input<'codings.update'>, 'id'>,
) {
  return {
    ...(phase === undefined ? {} : { phase_id: phase === null ? null : existingPhase(db, phase).id }),
    ...(level === undefined ? {} : { level }),
    ...(direction === undefined ? {} : { direction }),
    ...(weight === undefined ? {} : { weight }),
  };
}

/** Refuses a change that would make the coding with this row id equal to another one. */
export function refuseEqual(db: Readable, id: number, changed: Partial<Place>): void {
  const { source_id, start, end, code_id, coder_id } = { ...storedPlace(db, id), ...changed };
  const equal = db.value(
    `SELECT 1 FROM codings WHERE source_id = ? AND start = ? AND "end" = ? AND code_id = ? AND coder_id = ? AND id <> ?`,
    source_id,
    start,
    end,
    code_id,
    coder_id,
    id,
  );
  if (equal === undefined) return;
  const code = must(db.value<string>('SELECT name FROM codes WHERE id = ?', code_id), 'the code');
  throw new Refused('refused.same-coding', { code });
}

export function storedPlace(db: Readable, id: number): Place {
  const sql = 'SELECT source_id, start, "end", code_id, coder_id FROM codings WHERE id = ?';
  return must(db.get<Place>(sql, id), 'the coding');
}

/** One memo with this text instead of what was written; '' leaves none. */
function setMemo(db: Writable, codingId: number, body: string): void {
  const [first, ...others] = memosOf(db, 'coding', codingId);
  if (body.trim() === '') removeMemos(db, 'coding', codingId);
  else if (first === undefined) addMemo(db, codingId, coderNamed(db, null), body);
  else {
    for (const other of others) db.remove('memos', other);
    db.update('memos', first, { body });
  }
}
