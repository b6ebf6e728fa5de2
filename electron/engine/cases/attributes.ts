// Attributes: typed properties of cases and sources.
import { randomUUID } from 'node:crypto';
import type { AttributeEntry } from '../../../shared/contract/codebook.ts';
import type { MadeThing } from '../../../shared/contract/coding.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { AttributeType } from '../../../shared/matrices/corpus.ts';
import { noWords, yesWords } from '../../../shared/matrices/own-values.ts';
import { clean, fold } from '../../../shared/names.ts';
import { Refused, type RefusalKey } from '../../../shared/refused.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { nextPosition } from '../text/order.ts';
import { madeThing } from './made.ts';

export type AttributeOwner = 'case' | 'source';

export interface Attribute {
  readonly id: number;
  readonly uid: string;
  readonly owner: AttributeOwner;
  readonly name: string;
  /** Its name in the project's other language. */
  readonly alsoName: string | null;
  readonly type: AttributeType;
  readonly choices: readonly Choice[];
}

/** One value of a list; it answers to any of its words and is stored as `name`. */
interface Choice {
  readonly name: string;
  readonly also: readonly string[];
}

export function listAttributes(db: Readable): Attribute[] {
  return db
    .all<Omit<Attribute, 'choices'> & { choices: string }>(
      'SELECT id, uid, owner, name, also_name AS alsoName, type, choices FROM attributes ORDER BY owner, position, id',
    )
    .map((row) => ({ ...row, choices: JSON.parse(row.choices) as Choice[] }));
}

export function attributeEntries(db: Readable): AttributeEntry[] {
  return listAttributes(db).map(({ uid, owner, name, type, choices }) => ({
    uid,
    owner,
    name,
    type,
    choices: choices.map((choice) => choice.name),
  }));
}

/** Refuses a name that an attribute of the same owners answers to, and a list without values or with one twice. */
export function defineAttribute(db: Writable, input: Input<'attributes.add'>): null {
  const { owner, type } = input;
  const name = clean(input.name);
  if (findAttribute(db, owner, name)) throw new Refused('refused.attribute-exists', { name });
  const isList = type === 'choice' || type === 'ordinal';
  const choices = isList ? input.choices.map(clean) : [];
  const different = new Set(choices.map(fold)).size;
  if (isList && (different === 0 || different < choices.length))
    throw new Refused('refused.bad-choices', { name });
  const list = choices.map((choice) => ({ name: choice, also: [] }));
  addAttribute(db, { owner, name, alsoName: null, type, choices: list });
  db.tell({ attribute: name });
  return null;
}

/** Defines an attribute after the others. */
export function addAttribute(db: Writable, attribute: Omit<Attribute, 'id' | 'uid'>): Attribute {
  const uid = randomUUID();
  const { alsoName, choices, ...columns } = attribute;
  const position = nextPosition(db, 'attributes');
  const id = db.insert('attributes', {
    uid,
    ...columns,
    also_name: alsoName,
    choices: JSON.stringify(choices),
    position,
  });
  return { id, uid, ...attribute };
}

/** The attributes that `setAttribute` would define for these pairs. */
export function newAttributes(
  db: Readable,
  owner: AttributeOwner,
  pairs: readonly { readonly name: string }[],
): MadeThing[] {
  const known = listAttributes(db)
    .filter((attribute) => attribute.owner === owner)
    .map(({ name }) => name);
  const names = new Map(pairs.map(({ name }) => [fold(name), name]));
  return [...names.values()].flatMap((name) =>
    findAttribute(db, owner, name) ? [] : [madeThing(name, known)],
  );
}

/** Sets a value; an attribute that is not defined yet becomes a text attribute. Refuses a value that does not fit its type. */
export function setAttribute(
  db: Writable,
  owner: AttributeOwner,
  ownerId: number,
  { name, value }: { readonly name: string; readonly value: string },
): void {
  const attribute =
    findAttribute(db, owner, name) ??
    addAttribute(db, { owner, name: clean(name), alsoName: null, type: 'text', choices: [] });
  const stored = fit(attribute, clean(value));
  const row = db.get<{ id: number }>(
    'SELECT id FROM attribute_values WHERE attribute_id = ? AND owner_id = ?',
    attribute.id,
    ownerId,
  );
  if (row && stored === '') db.remove('attribute_values', row.id);
  else if (row) db.update('attribute_values', row.id, { value: stored });
  else if (stored !== '')
    db.insert('attribute_values', { attribute_id: attribute.id, owner_id: ownerId, value: stored });
}

export function removeValues(db: Writable, owner: AttributeOwner, ownerId: number): void {
  const values = db.rows<[number]>(
    `SELECT v.id FROM attribute_values v JOIN attributes a ON a.id = v.attribute_id
     WHERE a.owner = ? AND v.owner_id = ?`,
    owner,
    ownerId,
  );
  for (const [id] of values) db.remove('attribute_values', id);
}

function findAttribute(db: Readable, owner: AttributeOwner, name: string): Attribute | undefined {
  const wanted = fold(name);
  return listAttributes(db).find(
    (attribute) =>
      attribute.owner === owner &&
      [attribute.name, attribute.alsoName].some((known) => known !== null && fold(known) === wanted),
  );
}

/** The value as it is stored; '' takes the value away. */
function fit(attribute: Attribute, value: string): string {
  if (value === '') return '';
  const refuse = (key: RefusalKey): never => {
    const choices = attribute.choices.map((choice) => choice.name);
    throw new Refused(key, { attribute: attribute.name, value, choices });
  };
  switch (attribute.type) {
    case 'text':
      return value;
    case 'number':
      return isNumber(value) ? String(Number(value.replace(',', '.'))) : refuse('refused.not-a-number');
    case 'date':
      return isDate(value) ? value : refuse('refused.not-a-date');
    case 'yes-no':
      return yesOrNo(value) ?? refuse('refused.not-a-yes-no');
    case 'choice':
    case 'ordinal':
      return choiceNamed(attribute.choices, value)?.name ?? refuse('refused.not-a-choice');
  }
}

const isNumber = (value: string): boolean => /^[-+]?\d+([.,]\d+)?$/.test(value);

function yesOrNo(value: string): 'yes' | 'no' | undefined {
  const word = fold(value);
  if (yesWords.includes(word)) return 'yes';
  return noWords.includes(word) ? 'no' : undefined;
}

function choiceNamed(choices: readonly Choice[], value: string): Choice | undefined {
  const wanted = fold(value);
  return choices.find((choice) => [choice.name, ...choice.also].some((word) => fold(word) === wanted));
}

/** A year, a month or a day in ISO form that the calendar has. */
function isDate(value: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
