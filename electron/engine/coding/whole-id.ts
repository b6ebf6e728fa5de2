// Ids of codings and links, as people write them: whole, or so much of their beginning that no other is meant.
import { Refused } from '../../../shared/refused.ts';
import type { Readable } from '../store/connection.ts';

/** No shorter beginning of an id stands for it. */
const shortest = 4;

const refusals = {
  codings: { none: 'refused.unknown-coding', several: 'refused.several-codings' },
  links: { none: 'refused.unknown-link', several: 'refused.several-links' },
} as const;

/** The id that is, or alone begins with, what was written; refuses when there is none and when there are several. */
export function wholeId(db: Readable, table: keyof typeof refusals, id: string): string {
  if (db.value(`SELECT 1 FROM ${table} WHERE uid = ?`, id) !== undefined) return id;
  const { none, several } = refusals[table];
  const begun =
    id.length < shortest
      ? []
      : db
          .rows<[string]>(`SELECT uid FROM ${table} WHERE uid >= ? AND uid < ? || char(1114111)`, id, id)
          .flat();
  const [uid] = begun;
  if (uid === undefined) throw new Refused(none, { id });
  if (begun.length > 1) throw new Refused(several, { id, n: begun.length });
  return uid;
}
