// Sources: the imported texts, their speakers and turns.
import type { SourceEntry, SourceSpeaker, SourceText } from '../../../shared/contract/import.ts';
import type { SourceReading } from '../../../shared/contract/reading.ts';
import { findNamed } from '../../../shared/find-named.ts';
import type { Label, SpeakerRole } from '../../../shared/import/document.ts';
import { countOutside } from '../../../shared/import/own-words.ts';
import { must } from '../../../shared/must.ts';
import { clean } from '../../../shared/names.ts';
import type { LabelledText } from '../../../shared/text/passages.ts';
import type { Readable } from '../store/connection.ts';
import { readText } from './contents.ts';

export interface Source {
  readonly id: number;
  readonly uid: string;
  readonly number: number;
  readonly name: string;
  readonly content: string;
  readonly phaseId: number | null;
  readonly labels: readonly Label[];
  /** Row ids of the speakers that `labels` point to. */
  readonly speakers: readonly number[];
}

interface SourceRow {
  readonly id: number;
  readonly uid: string;
  readonly number: number;
  readonly name: string;
  readonly content_sha256: string;
  readonly phase_id: number | null;
  readonly labels: string;
  /** JSON list of speaker ids. */
  readonly speakers: string;
}

/** All sources in the order of their numbers. */
export function listSources(db: Readable): Source[] {
  return db.all<SourceRow>(`SELECT ${columns} FROM sources ORDER BY number`).map(sourceFromRow);
}

/** The source that a name, number or id means; refuses when there is none. */
export function findSource(db: Readable, reference: string): Source {
  // Most references are names or ids; digits may be a number as well.
  const exact =
    db.value<number>('SELECT id FROM sources WHERE name = ?', clean(reference)) ??
    db.value<number>('SELECT id FROM sources WHERE uid = ?', reference);
  if (exact !== undefined && !/^\d+$/.test(reference)) return sourceById(db, exact);
  const names = db.all<{ id: number; uid: string; number: number; name: string }>(
    'SELECT id, uid, number, name FROM sources',
  );
  const things = names.map((row) => ({ ...row, names: [row.name] }));
  return sourceById(db, findNamed(things, reference, 'refused.unknown-source').id);
}

export function sourceById(db: Readable, id: number): Source {
  return sourceFromRow(
    must(db.get<SourceRow>(`SELECT ${columns} FROM sources WHERE id = ?`, id), 'the source'),
  );
}

export function sourceText(db: Readable, { source: reference }: { readonly source: string }): SourceText {
  const source = findSource(db, reference);
  const { uid, number, name } = source;
  return { uid, number, name, text: readText(db, source.content) };
}

/** The text of the source with this uid, and nothing else of it: for going through thousands. */
export function textOf(db: Readable, uid: string): string {
  const sql = 'SELECT c.text FROM sources s JOIN contents c ON c.sha256 = s.content_sha256 WHERE s.uid = ?';
  return must(db.value<string>(sql, uid), 'the text of the source');
}

/** The same with its labels, without which its sentences cannot be told. */
export function labelledText(db: Readable, uid: string): LabelledText {
  const { content, labels } = findSource(db, uid);
  return { text: readText(db, content), labels };
}

/** A source as it is read: its text, who speaks where, and where it belongs. */
export function readSource(db: Readable, { source: reference }: { readonly source: string }): SourceReading {
  const source = findSource(db, reference);
  const { uid, number, name, cases, phase } = sourceEntry(db, source.id);
  const speakers = source.speakers.map((id) => {
    const { uid, name, role } = speakerById(db, id);
    return { uid, name, role };
  });
  return {
    uid,
    number,
    name,
    cases,
    phase,
    speakers,
    text: readText(db, source.content),
    content: source.content,
    labels: source.labels,
  };
}

/** A name, with the one that it had before where it changed: what the history shows. */
export function fromTo(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}

/** Labels are stored flat: [start, end, speaker, start, end, speaker …]. */
export function packLabels(labels: readonly Label[]): string {
  return JSON.stringify(labels.flatMap(({ start, end, speaker }) => [start, end, speaker]));
}

/** Everything that a list of sources shows, each table read once: there may be thousands of them. */
export function sourceEntries(db: Readable): SourceEntry[] {
  const rows = new Map(db.all<EntryRow>(entrySql('')).map((row) => [row.id, row]));
  const attributes = Map.groupBy(db.rows<OwnValue>(valuesSql('')), ([owner]) => owner);
  const speakers = new Map(listSpeakers(db).map((speaker) => [speaker.id, speaker]));
  return listSources(db).map((source) =>
    entryOf(source, must(rows.get(source.id), 'the source'), {
      attributes: attributes.get(source.id) ?? [],
      speakerBy: (id) => must(speakers.get(id), 'the speaker of a label'),
    }),
  );
}

export function sourceEntry(db: Readable, id: number): SourceEntry {
  return entryOf(sourceById(db, id), must(db.get<EntryRow>(entrySql('WHERE s.id = ?'), id), 'the source'), {
    attributes: db.rows<OwnValue>(valuesSql('AND v.owner_id = ?'), id),
    speakerBy: (speaker) => speakerById(db, speaker),
  });
}

type EntryRow = Omit<SourceEntry, 'speakers' | 'cases' | 'inNoCase' | 'attributes' | 'words' | 'units'> & {
  readonly id: number;
  readonly cases: string;
  readonly inNoCase: number;
  readonly words: Uint8Array;
  readonly units: Uint8Array;
};

type OwnValue = [owner: number, attribute: string, value: string];

interface Beside {
  readonly attributes: readonly OwnValue[];
  readonly speakerBy: (id: number) => Speaker;
}

function entryOf(source: Source, row: EntryRow, { attributes, speakerBy }: Beside): SourceEntry {
  const { id: _, cases, inNoCase: isNowhere, words, units, ...rest } = row;
  return {
    ...rest,
    words: countOutside(source.labels, words),
    units: countOutside(source.labels, units),
    speakers: speakersOf(source, speakerBy),
    cases: JSON.parse(cases) as string[],
    inNoCase: isNowhere === 1,
    attributes: Object.fromEntries(attributes.map(([, name, value]) => [name, value])),
  };
}

export interface Speaker {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  readonly role: SpeakerRole;
}

export function listSpeakers(db: Readable): Speaker[] {
  return db.all<Speaker>('SELECT id, uid, name, role FROM speakers ORDER BY id');
}

/** Who speaks at `position`; the next speaker where it lies in a label, null before the first. */
export function speakerAt(db: Readable, source: Source, position: number): Speaker | null {
  const label = source.labels.findLast(({ start }) => start <= position);
  return label ? speakerById(db, must(source.speakers[label.speaker], 'the speaker of the label')) : null;
}

function speakerById(db: Readable, id: number): Speaker {
  return must(
    db.get<Speaker>('SELECT id, uid, name, role FROM speakers WHERE id = ?', id),
    'the speaker of a label',
  );
}

function speakersOf(source: Source, speakerBy: Beside['speakerBy']): SourceSpeaker[] {
  const turns = new Map<number, number>();
  for (const label of source.labels) turns.set(label.speaker, (turns.get(label.speaker) ?? 0) + 1);
  return source.speakers.map((id, index) => {
    const { uid, name, role } = speakerBy(id);
    return { uid, name, role, turns: turns.get(index) ?? 0 };
  });
}

const columns = `id, uid, number, name, content_sha256, phase_id, labels,
  (SELECT json_group_array(speaker_id ORDER BY place) FROM source_speakers p WHERE p.source_id = sources.id) AS speakers`;

function sourceFromRow(row: SourceRow): Source {
  const flat = JSON.parse(row.labels) as number[];
  const labels: Label[] = [];
  for (let i = 0; i + 2 < flat.length; i += 3) {
    labels.push({ start: flat[i] ?? 0, end: flat[i + 1] ?? 0, speaker: flat[i + 2] ?? 0 });
  }
  const { id, uid, number, name } = row;
  const speakers = JSON.parse(row.speakers) as number[];
  return { id, uid, number, name, content: row.content_sha256, phaseId: row.phase_id, labels, speakers };
}

/** Holds for a source `s` that belongs to no case: neither it, nor a passage of it, nor anyone who speaks in it. */
export const inNoCase = `NOT EXISTS(SELECT 1 FROM members m WHERE m.source_id = s.id
  OR m.speaker_id IN (SELECT p.speaker_id FROM source_speakers p WHERE p.source_id = s.id))`;

const entrySql = (which: string): string => `
  SELECT s.id, s.uid, s.number, s.name, s.file_name AS fileName, s.format, s.encoding,
    c.paragraph_count AS paragraphs, c.words, c.units, c.characters,
    (SELECT json_group_array(k.name ORDER BY k.position, k.id) FROM members m JOIN cases k ON k.id = m.case_id WHERE m.source_id = s.id AND m.start IS NULL) AS cases,
    ${inNoCase} AS inNoCase,
    (SELECT name FROM phases p WHERE p.id = s.phase_id) AS phase,
    (SELECT pattern FROM label_patterns l WHERE l.source_id = s.id) AS labelPattern,
    (SELECT count(*) FROM codings g WHERE g.source_id = s.id) AS codings
  FROM sources s JOIN contents c ON c.sha256 = s.content_sha256 ${which}`;

const valuesSql = (which: string): string => `
  SELECT v.owner_id, a.name, v.value FROM attribute_values v JOIN attributes a ON a.id = v.attribute_id
  WHERE a.owner = 'source' ${which} ORDER BY a.position, a.id`;
