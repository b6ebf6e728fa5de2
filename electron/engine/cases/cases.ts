// Cases: the units of comparison, their attributes, and what belongs to them.
import { randomUUID } from 'node:crypto';
import type { CaseEntry, MadeThing } from '../../../shared/contract/coding.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { casesByName } from '../../../shared/cases-by-name.ts';
import { must } from '../../../shared/must.ts';
import { unknownName } from '../../../shared/find-named.ts';
import { clean, fold, named } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { removeMemos } from '../text/memos.ts';
import { nextPosition } from '../text/order.ts';
import { findSource, inNoCase, listSpeakers, type Speaker } from '../text/sources.ts';
import { newAttributes, removeValues, setAttribute } from './attributes.ts';
import { madeThing, nothingMade } from './made.ts';
import { findSpeaker } from './speakers.ts';

export interface Case {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
}

/** In the researcher's order. */
export function listCases(db: Readable): Case[] {
  return db.all<Case>('SELECT id, uid, name FROM cases ORDER BY position, id');
}

function findCase(db: Readable, reference: string): Case | undefined {
  const things = listCases(db).map((each) => ({ ...each, names: [each.name] }));
  return named(things, reference);
}

const caseNames = (db: Readable): string[] => listCases(db).map(({ name }) => name);

/** The case that `reference` names; refuses when there is none. */
export function existingCase(db: Readable, reference: string): Case {
  const found = findCase(db, reference);
  if (found) return found;
  throw unknownName('refused.unknown-case', reference, caseNames(db));
}

/** The case of this name, made where there is none. */
export function caseNamed(db: Writable, name: string): Case {
  const found = findCase(db, name);
  if (found) return found;
  const uid = randomUUID();
  const id = db.insert('cases', { uid, name: clean(name), position: nextPosition(db, 'cases') });
  return { id, uid, name: clean(name) };
}

/** The case that `caseNamed` would make; nothing where it is there or none is named. */
export function newCases(db: Readable, name: string | null): MadeThing[] {
  return name === null || findCase(db, name) ? [] : [madeThing(name, caseNames(db))];
}

/** Makes the case where there is none, then sets attributes and attaches sources and speakers. */
export function setCase(db: Writable, input: Input<'cases.set'>): Output<'cases.set'> {
  const cases = newCases(db, input.name);
  const attributes = newAttributes(db, 'case', input.attributes);
  const { id, name } = caseNamed(db, input.name);
  for (const attribute of input.attributes) setAttribute(db, 'case', id, attribute);
  for (const reference of input.sources) attach(db, id, { source_id: findSource(db, reference).id });
  for (const reference of input.speakers) {
    attach(db, id, { speaker_id: findSpeaker(db, listSpeakers(db), reference).id });
  }
  db.tell({ case: name, made: cases.length });
  return { ...caseEntry(db, id), made: { ...nothingMade, cases, attributes } };
}

/** Puts each source that belongs to no case into the one that its name begins with, else into one of its own name. */
export function casesForSources(db: Writable): Output<'cases.forSources'> {
  const before = caseNames(db);
  const sources = db.all<{ id: number; name: string }>(
    `SELECT s.id, s.name FROM sources s WHERE ${inNoCase} ORDER BY s.number`,
  );
  const caseOf = casesByName(
    sources.map(({ name }) => name),
    before,
  );
  for (const { id, name } of sources)
    attach(db, caseNamed(db, must(caseOf.get(name), 'a case for each name')).id, { source_id: id });
  const told = { sources: sources.length, made: caseNames(db).length - before.length };
  db.tell(told);
  return told;
}

/** Refuses a name that another case has. */
export function renameCase(db: Writable, input: Input<'cases.rename'>): CaseEntry {
  const { id, name: before } = existingCase(db, input.case);
  const name = clean(input.name);
  const taken = listCases(db).some((each) => each.id !== id && fold(each.name) === fold(name));
  if (taken) throw new Refused('refused.case-exists', { name });
  db.update('cases', id, { name });
  db.tell({ before, case: name });
  return caseEntry(db, id);
}

/** Removes the case, its attribute values and what it gathers; sources, speakers and codings stay. */
export function removeCase(db: Writable, input: Input<'cases.remove'>): null {
  const { id, name } = existingCase(db, input.case);
  for (const [member] of db.rows<[number]>('SELECT id FROM members WHERE case_id = ?', id)) {
    db.remove('members', member);
  }
  removeValues(db, 'case', id);
  removeMemos(db, 'case', id);
  db.remove('cases', id);
  db.tell({ case: name });
  return null;
}

/** Takes a source (with its passages), a speaker or both out of the case; refuses what does not belong to it. */
export function detachFromCase(db: Writable, input: Input<'cases.detach'>): CaseEntry {
  const { id, name } = existingCase(db, input.case);
  const names: string[] = [];
  const detach = (column: 'source_id' | 'speaker_id', thing: { id: number; name: string }): void => {
    const what = thing.name;
    const members = db.rows<[number]>(
      `SELECT id FROM members WHERE case_id = ? AND ${column} = ?`,
      id,
      thing.id,
    );
    if (members.length === 0) throw new Refused('refused.not-in-case', { name: what, case: name });
    for (const [member] of members) db.remove('members', member);
    names.push(what);
  };
  if (input.source !== null) detach('source_id', findSource(db, input.source));
  if (input.speaker !== null) detach('speaker_id', speakerOfCase(db, id, input.speaker));
  db.tell({ what: names.join(', '), case: name });
  return caseEntry(db, id);
}

/** Who of the case is meant; somebody else only where nobody of the case answers to the name. */
function speakerOfCase(db: Readable, caseId: number, reference: string): Speaker {
  const members = db.rows<[number]>('SELECT speaker_id FROM members WHERE case_id = ?', caseId).flat();
  const all = listSpeakers(db);
  const own = all.filter(({ id }) => members.includes(id));
  const isOwn = own.some(({ uid, name }) => uid === reference || fold(name) === fold(reference));
  return findSpeaker(db, isOwn ? own : all, reference);
}

/** Makes a source or a speaker belong to the case; does nothing where it does already. */
export function attach(
  db: Writable,
  caseId: number,
  what: { source_id: number } | { speaker_id: number },
): void {
  const [column, id] = must(Object.entries(what)[0], 'what to attach');
  const known = db.value<number>(
    `SELECT 1 FROM members WHERE case_id = ? AND ${column} = ? AND start IS NULL`,
    caseId,
    id,
  );
  if (known === undefined) db.insert('members', { case_id: caseId, ...what });
}

/** In the researcher's order, with attributes, sources and speakers by name. */
export function caseEntries(db: Readable): CaseEntry[] {
  return listCases(db).map(({ id }) => caseEntry(db, id));
}

function caseEntry(db: Readable, id: number): CaseEntry {
  const list = (sql: string): string[] => db.rows<[string]>(sql, id).map(([name]) => name);
  const attributes = db.rows<[string, string]>(
    `SELECT a.name, v.value FROM attribute_values v JOIN attributes a ON a.id = v.attribute_id
     WHERE a.owner = 'case' AND v.owner_id = ? ORDER BY a.position, a.id`,
    id,
  );
  const { uid, name } = must(db.get<Case>('SELECT id, uid, name FROM cases WHERE id = ?', id), 'the case');
  return {
    uid,
    name,
    attributes: Object.fromEntries(attributes),
    sources: list(
      'SELECT s.name FROM members m JOIN sources s ON s.id = m.source_id WHERE m.case_id = ? ORDER BY s.number',
    ),
    speakers: list(
      'SELECT s.name FROM members m JOIN speakers s ON s.id = m.speaker_id WHERE m.case_id = ? ORDER BY s.id',
    ),
  };
}
