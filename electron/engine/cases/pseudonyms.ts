// The list of names that are replaced in what leaves the project, and where they stand in the texts.
import { randomUUID } from 'node:crypto';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { FoundName, SuggestedName } from '../../../shared/contract/pseudonyms.ts';
import { findNamed } from '../../../shared/find-named.ts';
import { isGenericLabel } from '../../../shared/import/speaker-names.ts';
import { clean } from '../../../shared/names.ts';
import { nameFinder, nameKey, type Pseudonym } from '../../../shared/pseudonyms.ts';
import { Refused } from '../../../shared/refused.ts';
import { findParagraphs, paragraphAt } from '../../../shared/text/positions.ts';
import type { Writable } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';
import { readText } from '../text/contents.ts';
import { listSources, listSpeakers, type Source } from '../text/sources.ts';
import { listCases } from './cases.ts';

/** In the order of the names. */
export function listPseudonyms(db: Readable): Pseudonym[] {
  const order = new Intl.Collator(['zh', 'en']);
  return storedPseudonyms(db)
    .map(({ name, pseudonym }) => ({ name, pseudonym }))
    .toSorted((a, b) => order.compare(a.name, b.name));
}

export function pseudonymList(db: Readable): Output<'pseudonyms.list'> {
  const pseudonyms = listPseudonyms(db);
  return { pseudonyms, suggested: suggestedNames(db, pseudonyms) };
}

export function setPseudonyms(db: Writable, { pseudonyms }: Input<'pseudonyms.set'>): null {
  const byKey = new Map(storedPseudonyms(db).map((each) => [nameKey(each.name), each]));
  const given = new Map(
    pseudonyms.map((each) => [
      nameKey(clean(each.name)),
      { name: clean(each.name), pseudonym: clean(each.pseudonym) },
    ]),
  );
  for (const { name } of given.values())
    if (!/[\p{L}\p{N}]/u.test(name)) throw new Refused('refused.name-without-letters', { name });
  refuseNamesInPseudonyms([...new Map<string, Pseudonym>([...byKey, ...given]).values()]);
  for (const [key, row] of given) {
    const known = byKey.get(key);
    if (known) db.update('pseudonyms', known.id, { ...row });
    else db.insert('pseudonyms', { uid: randomUUID(), ...row });
  }
  const [first] = given.values();
  db.tell({ name: first?.name ?? '', pseudonym: first?.pseudonym ?? '', more: given.size - 1 });
  return null;
}

export function removePseudonym(db: Writable, input: Input<'pseudonyms.remove'>): null {
  const things = storedPseudonyms(db).map((each) => ({ uid: each.uid, names: [each.name], each }));
  const { each } = findNamed(things, input.name, 'refused.unknown-pseudonym');
  db.remove('pseudonyms', each.id);
  db.tell({ name: each.name });
  return null;
}

/** A longer name of the list takes its places from a shorter one, as it does in what leaves. */
export function findName(db: Readable, input: Input<'pseudonyms.find'>): Output<'pseudonyms.find'> {
  const name = clean(input.name);
  const others = listPseudonyms(db).filter((each) => nameKey(each.name) !== nameKey(name));
  const find = nameFinder([...others, { name, pseudonym: '' }]);
  const shown: FoundName[] = [];
  const found = { places: 0, sources: 0 };
  for (const source of listSources(db)) {
    const text = readText(db, source.content);
    const hits = find(text).filter((hit) => hit.name === name);
    found.places += hits.length;
    found.sources += hits.length === 0 ? 0 : 1;
    const more = hits.slice(0, input.most - shown.length);
    if (more.length > 0) shown.push(...inContext(source, text, more));
  }
  return { ...found, shown };
}

/** So much of a line is shown at each side of a name, in UTF-16 units. */
const context = 48;

function inContext(
  { name: source, uid: sourceUid }: Source,
  text: string,
  hits: readonly { readonly start: number; readonly end: number }[],
): FoundName[] {
  const paragraphs = findParagraphs(text);
  return hits.map(({ start, end }) => ({
    source,
    sourceUid,
    paragraph: paragraphAt(paragraphs, start),
    start,
    end,
    before: (
      text
        .slice(Math.max(0, start - context), start)
        .split('\n')
        .at(-1) ?? ''
    ).toWellFormed(),
    name: text.slice(start, end),
    after: (text.slice(end, end + context).split('\n')[0] ?? '').toWellFormed(),
  }));
}

function suggestedNames(db: Readable, listed: readonly Pseudonym[]): SuggestedName[] {
  const find = nameFinder(listed);
  const people = listSpeakers(db).filter(({ name }) => !isGenericLabel(name));
  const all = [
    ...listCases(db).map(({ name }) => ({ name, kind: 'case' as const })),
    ...people.map(({ name }) => ({ name, kind: 'speaker' as const })),
  ];
  const byKey = new Map(all.toReversed().map((each) => [nameKey(each.name), each]));
  return [...byKey.values()].toReversed().filter(({ name }) => find(name).length === 0);
}

function refuseNamesInPseudonyms(list: readonly Pseudonym[]): void {
  const find = nameFinder(list);
  for (const { pseudonym } of list) {
    const [hit] = find(pseudonym);
    if (hit) throw new Refused('refused.name-in-pseudonym', { pseudonym, name: hit.name });
  }
}

interface StoredPseudonym extends Pseudonym {
  readonly id: number;
  readonly uid: string;
}

const storedPseudonyms = (db: Readable): StoredPseudonym[] =>
  db.all<StoredPseudonym>('SELECT id, uid, name, pseudonym FROM pseudonyms ORDER BY id');
