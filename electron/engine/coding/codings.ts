// Codings: one code on one passage of one source by one coder.
import { randomUUID } from 'node:crypto';
import type { CodingAdded, CodingEntry } from '../../../shared/contract/coding.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { findAll, paragraphAt, widenToCharacters } from '../../../shared/text/positions.ts';
import { findPhase, phaseNamed } from '../cases/phases.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { readParagraphs, readText } from '../text/contents.ts';
import { findSource, sourceById, speakerAt, type Source } from '../text/sources.ts';
import { removeMemos } from '../text/memos.ts';
import { coderNamed } from './coders.ts';
import { codeLabel, findCode, type Code } from './codes.ts';

type AddInput = Input<'codings.add'>;

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Passage extends Span {
  readonly source: Source;
  readonly quote: string;
  readonly widened: boolean;
}

/**
 * Adds a coding. The same code, passage and coder is stored once; a repeated id of the same coding is harmless.
 * A code that names a level or a phase sets it on the coder's codings of this passage, else it is kept with its family.
 */
export function addCoding(db: Writable, input: AddInput): CodingAdded {
  const passage = findPassage(db, input);
  const code = findCode(db, input.code);
  const coder = coderNamed(db, input.coder);
  if (code.setsLevel !== null || code.setsPhase !== null)
    return setByCode(db, input, { passage, code, coder });
  const properties = {
    phase_id: input.phase === null ? null : phaseNamed(db, input.phase),
    level: input.level,
    direction: input.direction,
  };
  return store(db, input, { passage, code, coder, properties });
}

export function removeCoding(db: Writable, { id }: Input<'codings.remove'>): CodingEntry {
  const row = findCoding(db, id);
  const entry = codingEntry(db, row);
  dropCoding(db, row.id);
  db.tell({ code: entry.codeName, source: entry.source, paragraph: entry.paragraph });
  return entry;
}

/** Removes the coding with its memos. */
export function dropCoding(db: Writable, id: number): void {
  removeMemos(db, 'coding', id);
  db.remove('codings', id);
}

export interface CodingRow {
  readonly id: number;
  readonly uid: string;
  readonly sourceId: number;
  readonly shortId: string | null;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly coder: string;
}

const codingSql = `SELECT g.id, g.uid, g.source_id AS sourceId, c.short_id AS shortId, c.name, g.start, g."end", g.quote, k.name AS coder
  FROM codings g JOIN codes c ON c.id = g.code_id JOIN coders k ON k.id = g.coder_id`;

/** The coding with this id; refuses when there is none. */
export function findCoding(db: Readable, id: string): CodingRow {
  const row = db.get<CodingRow>(`${codingSql} WHERE g.uid = ?`, id);
  if (!row) throw new Refused('refused.unknown-coding', { id });
  return row;
}

export function codingEntry(db: Readable, row: CodingRow): CodingEntry {
  const source = sourceById(db, row.sourceId);
  return {
    id: row.uid,
    source: source.name,
    code: codeLabel(row),
    codeName: row.name,
    start: row.start,
    end: row.end,
    quote: row.quote,
    paragraph: paragraphAt(readParagraphs(db, source.content), row.start),
    speaker: speakerAt(db, source, row.start)?.name ?? null,
    coder: row.coder,
  };
}

interface Wanted {
  readonly passage: Passage;
  readonly code: Code;
  readonly coder: number;
}

interface Properties {
  readonly phase_id: number | null;
  readonly level: number | null;
  readonly direction: number | null;
}

function store(
  db: Writable,
  input: AddInput,
  wanted: Wanted & { readonly properties: Properties },
): CodingAdded {
  const { passage, code, coder, properties } = wanted;
  const { source, start, end, quote } = passage;
  const same = db.value<number>(
    `SELECT id FROM codings WHERE source_id = ? AND start = ? AND "end" = ? AND code_id = ? AND coder_id = ?`,
    source.id,
    start,
    end,
    code.id,
    coder,
  );
  if (same !== undefined) return added(db, same, 'already there', passage);
  const uid = input.id ?? randomUUID();
  if (db.value('SELECT 1 FROM codings WHERE uid = ?', uid) !== undefined) {
    throw new Refused('refused.id-in-use', { id: uid });
  }
  const id = db.insert('codings', {
    uid,
    source_id: source.id,
    start,
    end,
    quote,
    code_id: code.id,
    coder_id: coder,
    ...properties,
    weight: input.weight,
    created_at: new Date().toISOString(),
  });
  if (input.memo !== null && input.memo.trim() !== '') addMemo(db, id, coder, input.memo);
  return tell(db, added(db, id, 'added', passage));
}

/** Levels and phases are stored only as properties of codings (a code G1 "weak" becomes level 1). */
function setByCode(db: Writable, input: AddInput, { passage, code, coder }: Wanted): CodingAdded {
  const { source, start, end } = passage;
  const set: Partial<Properties> = {
    ...(code.setsLevel === null ? {} : { level: code.setsLevel }),
    ...(code.setsPhase === null ? {} : { phase_id: phaseSetBy(db, code.setsPhase, code) }),
  };
  const here = db.all<{ id: number } & Properties>(
    `SELECT id, phase_id, level, direction FROM codings WHERE source_id = ? AND start = ? AND "end" = ? AND coder_id = ?`,
    source.id,
    start,
    end,
    coder,
  );
  const first = here[0];
  if (!first) {
    const family = code.parentId === null ? code : must(parentOf(db, code), 'the parent');
    const properties = { phase_id: null, level: null, direction: input.direction, ...set };
    return { ...store(db, input, { passage, code: family, coder, properties }), ...codeNames(code) };
  }
  const differs = here.filter(
    (row) => (set.level ?? row.level) !== row.level || (set.phase_id ?? row.phase_id) !== row.phase_id,
  );
  for (const row of differs) db.update('codings', row.id, set);
  const outcome = differs.length > 0 ? 'set' : 'already there';
  return tell(db, { ...added(db, (differs[0] ?? first).id, outcome, passage), ...codeNames(code) });
}

function phaseSetBy(db: Readable, kind: string, code: Code): number {
  const phase = findPhase(db, kind);
  if (!phase) throw new Refused('refused.code-lacks-phase', { code: code.name, phase: kind });
  return phase.id;
}

const codeNames = (code: Code) => ({ code: codeLabel(code), codeName: code.name });

function parentOf(db: Readable, code: Code): Code | undefined {
  const uid = db.value<string>('SELECT uid FROM codes WHERE id = ?', code.parentId);
  return uid === undefined ? undefined : findCode(db, uid);
}

function added(db: Readable, id: number, outcome: CodingAdded['outcome'], { widened }: Passage): CodingAdded {
  const row = must(db.get<CodingRow>(`${codingSql} WHERE g.id = ?`, id), 'the coding');
  return { outcome, widened, ...codingEntry(db, row) };
}

function tell(db: Writable, coding: CodingAdded): CodingAdded {
  db.tell({ code: coding.codeName, source: coding.source, paragraph: coding.paragraph });
  return coding;
}

export function addMemo(db: Writable, codingId: number, coder: number, body: string): void {
  const written_at = new Date().toISOString();
  db.insert('memos', {
    uid: randomUUID(),
    owner: 'coding',
    owner_id: codingId,
    body,
    coder_id: coder,
    written_at,
  });
}

function findPassage(db: Readable, { source: reference, passage }: AddInput): Passage {
  const source = findSource(db, reference);
  if (!('find' in passage)) return passageIn(db, source, passage);
  return passageIn(db, source, findOccurrence(readText(db, source.content), passage, source.name));
}

/** The span widened to whole characters, with its quote. Refuses one that is empty or not in the text. */
export function passageIn(db: Readable, source: Source, asked: Span): Passage {
  const text = readText(db, source.content);
  const { length } = text;
  if (asked.start < 0 || asked.end > length || asked.start >= asked.end) {
    throw new Refused('refused.span', { start: asked.start, end: asked.end, source: source.name, length });
  }
  const { start, end } = widenToCharacters(text, asked.start, asked.end);
  const widened = start !== asked.start || end !== asked.end;
  return { source, start, end, quote: text.slice(start, end), widened };
}

/** Exact and case-sensitive, counted from 1, left to right without overlap. */
function findOccurrence(
  text: string,
  { find, nth }: { readonly find: string; readonly nth: number | null },
  source: string,
): Span {
  const starts = findAll(text, find);
  const shown = find.length > 40 ? `${find.slice(0, 40).toWellFormed()}…` : find;
  if (starts.length === 0) throw new Refused('refused.not-found', { text: shown, source });
  if (nth === null && starts.length > 1) {
    throw new Refused('refused.several', { text: shown, source, n: starts.length });
  }
  const start = starts[(nth ?? 1) - 1];
  if (start === undefined)
    throw new Refused('refused.no-nth', { text: shown, source, n: starts.length, nth: nth ?? 1 });
  return { start, end: start + find.length };
}
