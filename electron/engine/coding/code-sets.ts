// Code sets: flat groups of codes.
import { randomUUID } from 'node:crypto';
import type { CodeSetEntry } from '../../../shared/contract/codebook.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { findNamed } from '../../../shared/find-named.ts';
import { clean, named } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Writable } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';
import { codeLabel, findCode, listCodes } from './codes.ts';

interface CodeSet {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
}

export function codeSetEntries(db: Readable): CodeSetEntry[] {
  return listSets(db).map((set) => entryOf(db, set));
}

/** Makes the set where there is none, then adds and drops codes. Refuses unknown codes and to drop one that is not in it. */
export function updateCodeSet(db: Writable, input: Input<'code-sets.update'>): CodeSetEntry {
  const known = named(candidates(db), input.name)?.set;
  const set = known ?? insertSet(db, clean(input.name));
  for (const reference of input.add) {
    const code = findCode(db, reference).id;
    if (memberOf(db, set, code) === undefined) {
      db.insert('code_set_members', { code_set_id: set.id, code_id: code });
    }
  }
  for (const reference of input.drop) {
    const code = findCode(db, reference);
    const member = memberOf(db, set, code.id);
    if (member === undefined) throw new Refused('refused.not-in-set', { code: code.name, set: set.name });
    db.remove('code_set_members', member);
  }
  db.tell({ set: set.name, made: known ? 0 : 1 });
  return entryOf(db, set);
}

export function removeCodeSet(db: Writable, { name }: Input<'code-sets.remove'>): null {
  const { set } = findNamed(candidates(db), name, 'refused.unknown-set');
  for (const [member] of db.rows<[number]>('SELECT id FROM code_set_members WHERE code_set_id = ?', set.id)) {
    db.remove('code_set_members', member);
  }
  db.remove('code_sets', set.id);
  db.tell({ set: set.name });
  return null;
}

function listSets(db: Readable): CodeSet[] {
  return db.all<CodeSet>('SELECT id, uid, name FROM code_sets ORDER BY name');
}

function candidates(db: Readable) {
  return listSets(db).map((set) => ({ uid: set.uid, names: [set.name], set }));
}

function insertSet(db: Writable, name: string): CodeSet {
  const uid = randomUUID();
  return { id: db.insert('code_sets', { uid, name }), uid, name };
}

function memberOf(db: Readable, set: CodeSet, code: number): number | undefined {
  return db.value<number>(
    'SELECT id FROM code_set_members WHERE code_set_id = ? AND code_id = ?',
    set.id,
    code,
  );
}

function entryOf(db: Readable, { id, uid, name }: CodeSet): CodeSetEntry {
  const members = db.rows<[number]>('SELECT code_id FROM code_set_members WHERE code_set_id = ?', id).flat();
  const codes = listCodes(db).filter((code) => members.includes(code.id));
  return { uid, name, codes: codes.map(codeLabel) };
}
