// Versions of a text: what it was before each edit, with its turns and codings. Any of them can be read.
import { randomUUID } from 'node:crypto';
import type { VersionEntry, VersionReading } from '../../../shared/contract/editing.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { fileDigest, readText } from '../text/contents.ts';
import { findSource, type Source } from '../text/sources.ts';
import { packState, unpackState, type TextState } from './text-state.ts';

/** Of the file that a text came from. */
export interface FileFacts {
  readonly file_name: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly file_sha256: string;
}

interface VersionRow extends FileFacts {
  readonly uid: string;
  readonly content_sha256: string;
  readonly state_sha256: string;
  readonly replaced_at: string;
  readonly replaced_by: string;
  readonly replaced_how: string;
}

/** Keeps the text as it is, with what stands in it, before the act `how` changes it. */
export function keepVersion(
  db: Writable,
  source: Source,
  { coder, how }: { readonly coder: string; readonly how: string },
): void {
  const bytes = packState(db, source);
  const state_sha256 = fileDigest(bytes);
  db.keep('files', { sha256: state_sha256, bytes });
  const file = must(
    db.get<FileFacts>('SELECT file_name, format, encoding, file_sha256 FROM sources WHERE id = ?', source.id),
    'the source',
  );
  db.insert('versions', {
    uid: randomUUID(),
    source_id: source.id,
    content_sha256: source.content,
    state_sha256,
    ...file,
    replaced_at: new Date().toISOString(),
    replaced_by: coder,
    replaced_how: how,
  });
}

/** The latest first; the first is the text as it is. */
export function listVersions(
  db: Readable,
  { source: reference }: { readonly source: string },
): VersionEntry[] {
  const source = findSource(db, reference);
  let made: Pick<VersionEntry, 'at' | 'coder' | 'how'> = {
    at: must(db.value<string>('SELECT imported_at FROM sources WHERE id = ?', source.id), 'the source'),
    coder: importedBy(db, source),
    how: 'import.files',
  };
  const entries: VersionEntry[] = versionsOf(db, source).map((row) => {
    const codings = readStateOf(db, row).codings.length;
    const entry = { id: row.uid, ...made, ...sizeOf(db, row.content_sha256), codings };
    made = { at: row.replaced_at, coder: row.replaced_by, how: row.replaced_how };
    return entry;
  });
  const codings = db.value<number>('SELECT count(*) FROM codings WHERE source_id = ?', source.id) ?? 0;
  return [...entries, { id: null, ...made, ...sizeOf(db, source.content), codings }].toReversed();
}

/** An earlier version as it was read then. */
export function readVersion(
  db: Readable,
  { source, version }: { readonly source: string; readonly version: string },
): VersionReading {
  const { text, state } = versionNamed(db, findSource(db, source), version);
  const coders = new Map(db.rows<[string, string]>('SELECT uid, name FROM coders'));
  return {
    text,
    labels: state.labels,
    speakers: state.speakers,
    codings: state.codings.map(({ uid, code, start, end, coder }) => ({
      id: uid,
      code,
      start,
      end,
      coder: coders.get(coder) ?? '',
    })),
  };
}

/** Refuses a version that the source does not have. */
export function versionNamed(
  db: Readable,
  source: Source,
  version: string,
): { readonly text: string; readonly state: TextState; readonly file: FileFacts } {
  const row = versionsOf(db, source).find(({ uid }) => uid === version);
  if (!row) throw new Refused('refused.unknown-version', { source: source.name });
  const { file_name, format, encoding, file_sha256 } = row;
  return {
    text: readText(db, row.content_sha256),
    state: readStateOf(db, row),
    file: { file_name, format, encoding, file_sha256 },
  };
}

/** The oldest first. */
function versionsOf(db: Readable, source: Source): VersionRow[] {
  return db.all<VersionRow>('SELECT * FROM versions WHERE source_id = ? ORDER BY id', source.id);
}

function readStateOf(db: Readable, { state_sha256 }: VersionRow): TextState {
  const sql = 'SELECT bytes FROM files WHERE sha256 = ?';
  return unpackState(must(db.value<Uint8Array>(sql, state_sha256), 'the state of a version'));
}

function sizeOf(db: Readable, content: string): Pick<VersionEntry, 'paragraphs' | 'characters'> {
  const sql = 'SELECT paragraph_count AS paragraphs, characters FROM contents WHERE sha256 = ?';
  return must(db.get<Pick<VersionEntry, 'paragraphs' | 'characters'>>(sql, content), 'the text');
}

function importedBy(db: Readable, source: Source): string | null {
  return db.value<string>(IMPORTED_BY_SQL, source.id) ?? null;
}

/** Who brought in the source with a row id; by an index, as the journal is as long as all that was ever coded. */
export const IMPORTED_BY_SQL = `SELECT a.coder FROM journal j JOIN acts a ON a.id = j.act_id
  WHERE j."table" = 'sources' AND j.row_id = ? AND j.op = 'insert' ORDER BY a.id DESC`;
