// One coding made two at a place in its passage, and several of one code made one.
import { randomUUID } from 'node:crypto';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Span } from '../../../shared/text/lines.ts';
import { passageOf } from '../../../shared/text/passages.ts';
import { readText } from '../text/contents.ts';
import { sourceById } from '../text/sources.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { copyMarks } from './cell-marks.ts';
import { codingEntry, codingOf, findCoding } from './codings.ts';
import { refuseEqual, storedPlace } from './edit-codings.ts';
import { handOver, storedProperties } from './join.ts';
import { joinedProperties } from './properties.ts';

/**
 * Splits the coding at `at`: each part is left with its words, without blanks or a label at its ends. The first part stays
 * the coding, with its memos and links; the second has its code, coder, properties and marks in cells. Refuses where a part has no words.
 */
export function splitCoding(db: Writable, input: Input<'codings.split'>): Output<'codings.split'> {
  const row = findCoding(db, input.id);
  const source = sourceById(db, row.sourceId);
  const text = readText(db, source.content);
  const part = (span: Span): Span | null =>
    span.start < span.end ? passageOf({ text, labels: source.labels }, span) : null;
  const first = part({ start: row.start, end: Math.min(input.at, row.end) });
  const second = part({ start: Math.max(input.at, row.start), end: row.end });
  if (!first || !second) throw new Refused('refused.no-split', { code: row.name });
  const stored = { ...storedPlace(db, row.id), ...storedProperties(db, row.id) };
  const spanned = (span: Span) => ({
    start: span.start,
    end: span.end,
    quote: text.slice(span.start, span.end),
  });
  refuseEqual(db, row.id, first);
  refuseEqual(db, row.id, second);
  const uid = input.newId ?? randomUUID();
  if (db.value('SELECT 1 FROM codings WHERE uid = ?', uid) !== undefined)
    throw new Refused('refused.id-in-use', { id: uid });
  db.update('codings', row.id, spanned(first));
  const created_at = new Date().toISOString();
  const id = db.insert('codings', { ...stored, uid, ...spanned(second), created_at });
  copyMarks(db, row.id, id);
  const parts = [row.id, id].map((each) => codingEntry(db, codingOf(db, each)));
  const [entry] = parts;
  db.tell({ code: row.name, source: source.name, paragraph: entry?.paragraph ?? 0 });
  return { codings: parts };
}

/**
 * Makes one coding of several of the same code and coder in one source, from where the first begins to where the last
 * ends. The first stays, with the memos and links of all. Refuses codings that differ in a property.
 */
export function mergeCodings(db: Writable, { ids }: Input<'codings.merge'>): Output<'codings.merge'> {
  const rows = [...new Map(ids.map((id) => [id, findCoding(db, id)])).values()].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const [first, ...others] = rows;
  if (!first || others.length === 0) throw new Refused('refused.merge-one');
  const place = storedPlace(db, first.id);
  for (const { id, name } of others) {
    const { source_id, code_id, coder_id } = storedPlace(db, id);
    if (source_id !== place.source_id || code_id !== place.code_id || coder_id !== place.coder_id)
      throw new Refused('refused.merge-unlike', { code: first.name, other: name });
  }
  const source = sourceById(db, first.sourceId);
  const span = { start: first.start, end: Math.max(...rows.map(({ end }) => end)) };
  db.update('codings', first.id, joined(db, rows));
  for (const { id } of others) handOver(db, id, first.id);
  refuseEqual(db, first.id, span);
  db.update('codings', first.id, {
    ...span,
    quote: readText(db, source.content).slice(span.start, span.end),
  });
  const entry = codingEntry(db, codingOf(db, first.id));
  db.tell({ n: rows.length, code: entry.codeName, source: entry.source, paragraph: entry.paragraph });
  return entry;
}

function joined(db: Readable, rows: readonly { readonly id: number; readonly name: string }[]) {
  const [first, ...others] = rows.map(({ id }) => storedProperties(db, id));
  let properties = must(first, 'a coding');
  for (const other of others) {
    const both = joinedProperties(properties, other);
    if (both === null) throw new Refused('refused.merge-properties', { code: rows[0]?.name ?? '' });
    properties = both;
  }
  return properties;
}
