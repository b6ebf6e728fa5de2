// The types of links that a project has: those of its frameworks, and the person's own.
import { randomUUID } from 'node:crypto';
import type { Input } from '../../../shared/contract/index.ts';
import type { RelationTypeEntry } from '../../../shared/contract/links.ts';
import { findNamed } from '../../../shared/find-named.ts';
import type { RelationType } from '../../../shared/frameworks/frameworks.ts';
import { must } from '../../../shared/must.ts';
import { clean, fold } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { nextPosition } from '../text/order.ts';
import { fromTo } from '../text/sources.ts';
import { findCode } from './codes.ts';
import { dropLinksOfType, giveType } from './link-rows.ts';

interface StoredType extends Omit<RelationTypeEntry, 'directed' | 'signed' | 'links' | 'between'> {
  readonly id: number;
  readonly directed: number;
  readonly signed: number;
}

const plainTypes = [
  { key: 'influences', directed: true, signed: true },
  { key: 'causes', directed: true, signed: false },
  { key: 'precedes', directed: true, signed: false },
  { key: 'contradicts', directed: false, signed: false },
] as const;

/** The types of a project that begins without a framework. */
export function addPlainTypes(db: Writable, language: Language): void {
  const other = language === 'en' ? 'zh' : 'en';
  for (const { key, ...kind } of plainTypes) {
    insertType(db, {
      key,
      name: say(language, `relation.${key}`),
      alsoName: say(other, `relation.${key}`),
      ...kind,
    });
  }
}

interface FrameworkPlace {
  readonly language: Language;
  /** Row ids of the framework's codes by the framework's ids. */
  readonly codes: ReadonlyMap<string, number>;
}

/** The types of a framework, after those that are there; one whose key is there already is that one. */
export function addTypesOf(
  db: Writable,
  types: readonly RelationType[],
  { language, codes }: FrameworkPlace,
): void {
  const keys = new Set(listTypes(db).map(({ key }) => key));
  for (const { id: key, name, directed, signed, between = [] } of types) {
    if (keys.has(key)) continue;
    const alsoName = name[language === 'en' ? 'zh' : 'en'];
    const type = insertType(db, { key, name: name[language], alsoName, directed, signed });
    const joined = between.map((code) => must(codes.get(code), 'a code of the framework'));
    setCodes(db, type, joined);
  }
}

/** In the project's order, with the number of links of each. */
export function relationTypeEntries(db: Readable): RelationTypeEntry[] {
  return listTypes(db).map((type) => entryOf(db, type));
}

export function addRelationType(db: Writable, input: Input<'relation-types.add'>): RelationTypeEntry {
  const name = clean(input.name);
  const alsoName = textOrNull(input.alsoName);
  refuseTaken(db, [name, alsoName]);
  const { directed, signed } = input;
  insertType(db, { key: keyFor(name), name, alsoName, directed, signed });
  db.tell({ type: name });
  return entryOf(db, findType(db, name));
}

export function updateRelationType(db: Writable, input: Input<'relation-types.update'>): RelationTypeEntry {
  const type = findType(db, input.type);
  const name = clean(input.name ?? type.name);
  const alsoName = input.alsoName === undefined ? type.alsoName : textOrNull(input.alsoName);
  refuseTaken(db, [name, alsoName], type);
  const n = must(
    db.value<number>('SELECT count(*) FROM links WHERE type_id = ? AND sign IS NOT NULL', type.id),
    'a count',
  );
  if (input.signed === false && n > 0) throw new Refused('refused.signed-links', { type: type.name, n });
  if (input.directed === false) refuseBothWays(db, type);
  db.update('relation_types', type.id, {
    name,
    also_name: alsoName,
    ...(input.directed === undefined ? {} : { directed: Number(input.directed) }),
    ...(input.signed === undefined ? {} : { signed: Number(input.signed) }),
  });
  if (input.between) {
    const codes = input.between.map((code) => findCode(db, code).id);
    setCodes(db, type.id, codes);
  }
  db.tell({ type: fromTo(type.name, name) });
  return entryOf(db, findType(db, type.uid));
}

/** Links that lead both ways between two codings would be the same one without a direction. */
function refuseBothWays(db: Readable, { id, name }: StoredType): void {
  const n = must(
    db.value<number>(
      `SELECT count(*) FROM links l JOIN links o ON o.from_id = l.to_id AND o.to_id = l.from_id
         AND o.type_id = l.type_id AND o.coder_id = l.coder_id WHERE l.type_id = ? AND l.id < o.id`,
      id,
    ),
    'a count',
  );
  if (n > 0) throw new Refused('refused.links-both-ways', { type: name, n });
}

/** Removes the type; its links are refused, removed or given another type, as asked. */
export function removeRelationType(db: Writable, input: Input<'relation-types.remove'>): null {
  const type = findType(db, input.type);
  const n = linksWith(db, type.id);
  if (input.links === 'refuse' && n > 0) throw new Refused('refused.type-in-use', { type: type.name, n });
  if (typeof input.links === 'object') {
    const heir = findType(db, input.links.moveTo);
    if (heir.id === type.id) throw new Refused('refused.type-to-itself', { type: type.name });
    giveType(db, type.id, { id: heir.id, signed: heir.signed === 1 });
  } else dropLinksOfType(db, type.id);
  setCodes(db, type.id, []);
  db.remove('relation_types', type.id);
  db.tell({ type: type.name, links: n, moved: typeof input.links === 'object' ? 1 : 0 });
  return null;
}

/** The type that a key, a name in either language or an id means; refuses when there is none. */
export function findType(db: Readable, reference: string): StoredType {
  const types = listTypes(db).map((type) => ({
    type,
    uid: type.uid,
    shortId: type.key,
    names: type.alsoName === null ? [type.name] : [type.name, type.alsoName],
  }));
  return findNamed(types, reference, 'refused.unknown-relation-type').type;
}

function listTypes(db: Readable): StoredType[] {
  return db.all<StoredType>(
    'SELECT id, uid, key, name, also_name AS alsoName, directed, signed FROM relation_types ORDER BY position, id',
  );
}

function entryOf(db: Readable, { id, directed, signed, ...type }: StoredType): RelationTypeEntry {
  const between = db.rows<[string]>(
    `SELECT c.uid FROM relation_type_codes m JOIN codes c ON c.id = m.code_id WHERE m.relation_type_id = ? ORDER BY m.id`,
    id,
  );
  const kind = { directed: directed === 1, signed: signed === 1, between: between.flat() };
  return { ...type, ...kind, links: linksWith(db, id) };
}

function linksWith(db: Readable, type: number): number {
  return must(db.value<number>('SELECT count(*) FROM links WHERE type_id = ?', type), 'a count');
}

type NewType = Pick<RelationTypeEntry, 'key' | 'name' | 'alsoName' | 'directed' | 'signed'>;

/** Returns the row id. */
function insertType(db: Writable, { key, name, alsoName, directed, signed }: NewType): number {
  const kind = { directed: Number(directed), signed: Number(signed) };
  const position = nextPosition(db, 'relation_types');
  return db.insert('relation_types', {
    uid: randomUUID(),
    key,
    name,
    also_name: alsoName,
    ...kind,
    position,
  });
}

/** The type joins the codes with these row ids from now on, and no others; none: any. */
function setCodes(db: Writable, type: number, codes: readonly number[]): void {
  const wanted = new Set(codes);
  const stored = db.all<{ id: number; code: number }>(
    'SELECT id, code_id AS code FROM relation_type_codes WHERE relation_type_id = ?',
    type,
  );
  for (const { id, code } of stored) if (!wanted.delete(code)) db.remove('relation_type_codes', id);
  for (const code of wanted) db.insert('relation_type_codes', { relation_type_id: type, code_id: code });
}

/** No two types answer to the same word; `self` is the type that asks for the names. */
function refuseTaken(db: Readable, names: readonly (string | null)[], self?: StoredType): void {
  const taken = new Set(
    listTypes(db)
      .filter(({ id }) => id !== self?.id)
      .flatMap(({ key, name, alsoName }) => [key, name, ...(alsoName === null ? [] : [alsoName])].map(fold)),
  );
  const wanted = self ? names : [...names, keyFor(names[0] ?? '')];
  const name = wanted.find((each) => each !== null && taken.has(fold(each)));
  if (name != null) throw new Refused('refused.relation-type-exists', { name });
}

/** "Draws on" → 'draws-on'. */
function keyFor(name: string): string {
  return fold(name).replaceAll(' ', '-');
}

function textOrNull(text: string | null): string | null {
  return text === null || clean(text) === '' ? null : clean(text);
}
