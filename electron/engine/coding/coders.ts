// Coders: the people whose codings these are.
import { randomUUID } from 'node:crypto';
import type { MadeThing } from '../../../shared/contract/coding.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { unknownName } from '../../../shared/find-named.ts';
import { clean, fold } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import { madeThing } from '../cases/made.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { changeSetting, setting } from '../text/settings.ts';

/** In the order in which they came, with the number of their codings. */
export function coderEntries(db: Readable): Output<'coders.list'>['coders'] {
  return db.all(
    `SELECT uid, name, (SELECT count(*) FROM codings g WHERE g.coder_id = coders.id) AS codings
     FROM coders ORDER BY id`,
  );
}

/** The coder of this name, made where there is none; without a name the project's own coder. */
export function coderNamed(db: Writable, name: string | null): number {
  const wanted = name ?? setting(db, 'coder');
  return findCoder(db, wanted)?.id ?? db.insert('coders', { uid: randomUUID(), name: clean(wanted) });
}

/** The coder that `coderNamed` would make, unless it is the project's own. */
export function newCoders(db: Readable, name: string | null): MadeThing[] {
  const own = setting(db, 'coder');
  if (name === null || fold(name) === fold(own) || findCoder(db, name)) return [];
  const known = coderEntries(db).map((coder) => coder.name);
  return [madeThing(name, [own, ...known])];
}

/** Refuses somebody who has not coded here and a name that another coder has; the project's own coder follows the name. */
export function renameCoder(db: Writable, input: Input<'coders.rename'>): null {
  const own = setting(db, 'coder');
  const found = findCoder(db, input.coder);
  const isOwn = fold(found?.name ?? input.coder) === fold(own);
  if (!found && !isOwn)
    throw unknownName('refused.unknown-coder', input.coder, [
      own,
      ...coderEntries(db).map((each) => each.name),
    ]);
  const name = clean(input.name);
  const taken = findCoder(db, name);
  if (taken && taken.id !== found?.id) throw new Refused('refused.coder-exists', { name });
  if (found) db.update('coders', found.id, { name });
  if (isOwn) changeSetting(db, 'coder', name);
  db.tell({ before: found?.name ?? own, coder: name });
  return null;
}

/** As this coder is called, or would be. */
export function coderCalled(db: Readable, name: string): string {
  return findCoder(db, name)?.name ?? clean(name);
}

function findCoder(db: Readable, name: string): { id: number; name: string } | undefined {
  const coders = db.all<{ id: number; name: string }>('SELECT id, name FROM coders');
  return (
    coders.find((coder) => coder.name === clean(name)) ??
    coders.find((coder) => fold(coder.name) === fold(name))
  );
}
