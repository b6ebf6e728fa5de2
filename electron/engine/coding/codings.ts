// Codings: one code on one passage of one source by one coder.
import { randomUUID } from 'node:crypto';
import type { CodingAdded, CodingEntry, PropertyName } from '../../../shared/contract/coding.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { findFolded, foldForFinding } from '../../../shared/text/find.ts';
import type { Span } from '../../../shared/text/lines.ts';
import { findAll, paragraphAt, widenToCharacters } from '../../../shared/text/positions.ts';
import { nothingMade } from '../cases/made.ts';
import { newPhases } from '../cases/phases.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { readParagraphs, readText } from '../text/contents.ts';
import { findSource, sourceById, speakerAt, type Source } from '../text/sources.ts';
import { memosOf, removeMemos } from '../text/memos.ts';
import { coderNamed, newCoders } from './coders.ts';
import { codeLabel, findCode, type Code } from './codes.ts';
import { handOver } from './join.ts';
import { dropLinks } from './link-rows.ts';
import { wholeId } from './whole-id.ts';
import { differences, givenProperties, joinedProperties, namedBy, type Properties } from './properties.ts';

type AddInput = Input<'codings.add'>;

interface Passage extends Span {
  readonly source: Source;
  readonly quote: string;
  readonly widened: boolean;
}

/**
 * Adds a coding. The same code, passage and coder is stored once: what is given and still empty there is added, the same
 * again is harmless, anything else is refused. A code that names a level or a phase sets it on the coder's codings of
 * this passage; where there are none it is kept with its family until one comes. So the order of coding does not matter.
 */
export function addCoding(db: Writable, input: AddInput): CodingAdded {
  const passage = findPassage(db, input);
  const code = findCode(db, input.code);
  const made = {
    ...nothingMade,
    phases: newPhases(db, input.phase),
    coders: newCoders(db, input.coder),
  };
  const coder = coderNamed(db, input.coder);
  const given = givenProperties(db, input, code);
  const wanted = { passage, code, coder, given };
  const isCode = code.setsLevel === null && code.setsPhase === null;
  return { ...(isCode ? store(db, input, wanted) : setByCode(db, input, wanted)), made };
}

/** Removes the coding with its memos and links and returns it as it was; refuses as `findCoding` does. */
export function removeCoding(db: Writable, { id }: Input<'codings.remove'>): CodingEntry {
  const row = findCoding(db, id);
  const entry = codingEntry(db, row);
  dropCoding(db, row.id);
  db.tell({ code: entry.codeName, source: entry.source, paragraph: entry.paragraph });
  return entry;
}

/** Removes the coding with its memos and links. */
export function dropCoding(db: Writable, id: number): void {
  dropLinks(db, id);
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

/** The coding with this id, or the one whose id begins so; refuses when there is none and when there are several. */
export function findCoding(db: Readable, id: string): CodingRow {
  const uid = wholeId(db, 'codings', id);
  return must(db.get<CodingRow>(`${codingSql} WHERE g.uid = ?`, uid), 'the coding that was found');
}

/** The coding with this row id. */
export function codingOf(db: Readable, id: number): CodingRow {
  return must(db.get<CodingRow>(`${codingSql} WHERE g.id = ?`, id), 'the coding');
}

/** The coding as calls answer it: positions in UTF-16 units, paragraph counted from 1, the speaker of its start. */
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
  readonly given: Properties;
}

type Stored = Properties & { readonly id: number; readonly code_id: number };

/** What this coder has coded here, first the oldest. */
function codingsHere(db: Readable, { passage, coder }: Wanted): Stored[] {
  return db.all<Stored>(
    `SELECT id, code_id, phase_id, level, direction, weight FROM codings
     WHERE source_id = ? AND start = ? AND "end" = ? AND coder_id = ? ORDER BY id`,
    passage.source.id,
    passage.start,
    passage.end,
    coder,
  );
}

type Stated = Omit<CodingAdded, 'made'>;

function store(db: Writable, input: AddInput, wanted: Wanted): Stated {
  const { passage, code, coder } = wanted;
  const here = codingsHere(db, wanted);
  const same = here.find((row) => row.code_id === code.id);
  if (same) {
    return tell(db, entryOf(db, same.id, passage, fill(db, same, wanted, input.memo)));
  }
  const uid = input.id ?? randomUUID();
  if (db.value('SELECT 1 FROM codings WHERE uid = ?', uid) !== undefined) {
    throw new Refused('refused.id-in-use', { id: uid });
  }
  const { source, start, end, quote } = passage;
  const span = { source_id: source.id, start, end, quote };
  const created_at = new Date().toISOString();
  const row = { uid, ...span, code_id: code.id, coder_id: coder, ...wanted.given, created_at };
  const id = db.insert('codings', row);
  let stored: Stored = { id, code_id: code.id, ...wanted.given };
  for (const placeholder of here.filter((each) => isPlaceholder(db, each))) {
    stored = { ...stored, ...absorb(db, stored, placeholder) };
  }
  if (input.memo !== null && input.memo.trim() !== '') addMemo(db, id, coder, input.memo);
  return tell(db, entryOf(db, id, passage, null));
}

/** Levels and phases are stored only as properties of codings (a code G1 "weak" becomes level 1). */
function setByCode(db: Writable, input: AddInput, wanted: Wanted): Stated {
  const { passage, code } = wanted;
  const here = codingsHere(db, wanted);
  const family = code.parentId === null ? code : must(parentOf(db, code), 'the parent');
  const first = here[0];
  if (!first) return { ...store(db, input, { ...wanted, code: family }), ...codeNames(code) };
  const named = namedBy(db, code);
  const changes = here.map((row) => {
    // Of two families that wait for a coding, one row stands for both: that of the older family.
    const waits = here.length === 1 && isPlaceholder(db, row);
    const code_id = waits ? Math.min(family.id, row.code_id) : row.code_id;
    const moved = { ...row, ...named, code_id };
    db.update('codings', row.id, { ...named, code_id });
    return { row, set: [...differences(row, moved), ...fill(db, moved, wanted, input.memo)] };
  });
  const changed = changes.find(({ set }) => set.length > 0)?.row ?? first;
  const set = [...new Set(changes.flatMap((change) => change.set))];
  return tell(db, { ...entryOf(db, changed.id, passage, set), ...codeNames(code) });
}

/** A coding that only keeps a level or a phase until the passage has a code: its code is a family of such codes. */
function isPlaceholder(db: Readable, { code_id, level, phase_id }: Stored): boolean {
  if (level === null && phase_id === null) return false;
  const sql = `SELECT 1 FROM codes WHERE (id = ? OR parent_id = ?) AND (sets_level IS NOT NULL OR sets_phase IS NOT NULL)`;
  return db.value(sql, code_id, code_id) !== undefined;
}

/** The new coding takes over what the placeholder carries, and the placeholder goes. */
function absorb(db: Writable, coding: Stored, placeholder: Stored): Properties {
  const joined = joinedOrRefused(db, coding, placeholder);
  handOver(db, placeholder.id, coding.id);
  return joined;
}

/** Adds what is given and still empty, and returns what that was. Refuses what would replace something else. */
function fill(db: Writable, coding: Stored, { given, coder }: Wanted, memo: string | null): PropertyName[] {
  const joined = joinedOrRefused(db, coding, given);
  const set = differences(coding, joined);
  db.update('codings', coding.id, joined);
  if (memo === null || memo.trim() === '') return set;
  const bodies = memosOf(db, 'coding', coding.id).map((id) =>
    db.value<string>('SELECT body FROM memos WHERE id = ?', id),
  );
  if (bodies.includes(memo)) return set;
  if (bodies.length > 0) throw differing(db, coding);
  addMemo(db, coding.id, coder, memo);
  return [...set, 'memo'];
}

function joinedOrRefused(db: Readable, coding: Stored, given: Properties): Properties {
  const { phase_id, level, direction, weight } = coding;
  const joined = joinedProperties({ phase_id, level, direction, weight }, given);
  if (joined === null) throw differing(db, coding);
  return joined;
}

function differing(db: Readable, { id, code_id }: Stored): Refused {
  const code = must(db.value<string>('SELECT name FROM codes WHERE id = ?', code_id), 'the code');
  return new Refused('refused.coding-differs', {
    code,
    id: must(db.value<string>('SELECT uid FROM codings WHERE id = ?', id), 'the coding'),
  });
}

const codeNames = (code: Code) => ({ code: codeLabel(code), codeName: code.name });

function parentOf(db: Readable, code: Code): Code | undefined {
  const uid = db.value<string>('SELECT uid FROM codes WHERE id = ?', code.parentId);
  return uid === undefined ? undefined : findCode(db, uid);
}

/** `set`: what the coding that was there took; null where it was added. */
function entryOf(db: Readable, id: number, { widened }: Passage, set: PropertyName[] | null): Stated {
  const outcome = set === null ? 'added' : 'already there';
  return { outcome, set: set ?? [], widened, ...codingEntry(db, codingOf(db, id)) };
}

function tell(db: Writable, coding: Stated): Stated {
  db.tell({ code: coding.codeName, source: coding.source, paragraph: coding.paragraph });
  return coding;
}

/** Adds a memo, dated now, to the coding with this row id; `coder` is the row id of its author. */
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

/** Exact and case-sensitive, counted from 1, left to right without overlap. A refusal offers words that are nearly so. */
function findOccurrence(
  text: string,
  { find, nth }: { readonly find: string; readonly nth: number | null },
  source: string,
): Span {
  const starts = findAll(text, find);
  const shown = find.length > 40 ? `${find.slice(0, 40).toWellFormed()}…` : find;
  if (starts.length === 0) {
    const [alike] = findFolded(foldForFinding(text), find);
    const near = alike ? { near: text.slice(alike.start, alike.end) } : {};
    throw new Refused('refused.not-found', { text: shown, source, ...near });
  }
  if (nth === null && starts.length > 1) {
    throw new Refused('refused.several', { text: shown, source, n: starts.length });
  }
  const start = starts[(nth ?? 1) - 1];
  if (start === undefined)
    throw new Refused('refused.no-nth', { text: shown, source, n: starts.length, nth: nth ?? 1 });
  return { start, end: start + find.length };
}
