// What stands in a text at one time: its turns, codings and passages of cases, as a version keeps them.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Label, SpeakerRole } from '../../../shared/import/document.ts';
import { must } from '../../../shared/must.ts';
import type { Span } from '../../../shared/text/lines.ts';
import type { Readable } from '../store/connection.ts';
import type { Source } from '../text/sources.ts';

/** A coding as it is stored, with what names it. */
export interface PlacedCoding extends Span {
  readonly id: number;
  readonly uid: string;
  readonly quote: string;
  readonly codeId: number;
  /** uid and name. */
  readonly code: string;
  readonly codeName: string;
  readonly coderId: number;
  readonly coder: string;
}

export interface KeptMemo {
  readonly uid: string;
  readonly kind: string | null;
  readonly body: string;
  /** uid. */
  readonly coder: string | null;
  readonly at: string;
}

/** A coding as a version keeps it; other rows by their uids. */
export interface KeptCoding extends Span {
  readonly uid: string;
  readonly code: string;
  readonly coder: string;
  readonly weight: number | null;
  readonly phase: string | null;
  readonly level: number | null;
  readonly direction: number | null;
  readonly createdAt: string;
  readonly memos: readonly KeptMemo[];
}

/**
 * A stretch that belongs to a case (its uid); `id` is the row's, which comes back when an act is undone, and which another
 * stretch may have by then.
 */
export interface KeptPassage extends Span {
  readonly id: number;
  readonly case: string;
}

/** A link from or to a coding of the text; ends, type and coder by their uids. */
export interface KeptLink {
  readonly uid: string;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly sign: number | null;
  readonly memo: string | null;
  readonly coder: string;
  readonly at: string;
}

export interface TextState {
  readonly labels: readonly Label[];
  /** Those that `labels` point to. */
  readonly speakers: readonly { readonly uid: string; readonly name: string; readonly role: SpeakerRole }[];
  readonly codings: readonly KeptCoding[];
  readonly passages: readonly KeptPassage[];
  readonly links: readonly KeptLink[];
}

/** The codings of all coders, in the order of the text. */
export function placedCodings(db: Readable, source: Source): PlacedCoding[] {
  return db.all<PlacedCoding>(
    `SELECT g.id, g.uid, g.start, g."end", g.quote, g.code_id AS codeId, c.uid AS code, c.name AS codeName,
       g.coder_id AS coderId, k.name AS coder
     FROM codings g JOIN codes c ON c.id = g.code_id JOIN coders k ON k.id = g.coder_id
     WHERE g.source_id = ? ORDER BY g.start, g."end", g.id`,
    source.id,
  );
}

/** A stretch of the source that belongs to a case. */
export interface CasePassage extends KeptPassage {
  readonly caseId: number;
}

export function casePassages(db: Readable, source: Source): CasePassage[] {
  return db.all<CasePassage>(
    `SELECT m.id, m.case_id AS caseId, c.uid AS "case", m.start, m."end" FROM members m JOIN cases c ON c.id = m.case_id
     WHERE m.source_id = ? AND m.start IS NOT NULL ORDER BY m.start, m.id`,
    source.id,
  );
}

/** The state as bytes, always the same for the same state. */
export function packState(db: Readable, source: Source): Uint8Array {
  return new Uint8Array(deflateRawSync(JSON.stringify(readState(db, source))));
}

export function unpackState(bytes: Uint8Array): TextState {
  return JSON.parse(inflateRawSync(bytes).toString('utf8')) as TextState;
}

function readState(db: Readable, source: Source): TextState {
  const memos = Map.groupBy(
    db.all<KeptMemo & { owner: number }>(
      `SELECT m.owner_id AS owner, m.uid, m.kind, m.body, k.uid AS coder, m.written_at AS at
       FROM memos m JOIN codings g ON g.id = m.owner_id LEFT JOIN coders k ON k.id = m.coder_id
       WHERE m.owner = 'coding' AND g.source_id = ? ORDER BY m.id`,
      source.id,
    ),
    ({ owner }) => owner,
  );
  const codings = db.all<KeptCoding & { id: number }>(
    `SELECT g.id, g.uid, g.start, g."end", c.uid AS code, k.uid AS coder, g.weight, p.uid AS phase, g.level, g.direction,
       g.created_at AS createdAt
     FROM codings g JOIN codes c ON c.id = g.code_id JOIN coders k ON k.id = g.coder_id
       LEFT JOIN phases p ON p.id = g.phase_id
     WHERE g.source_id = ? ORDER BY g.start, g."end", g.id`,
    source.id,
  );
  return {
    labels: source.labels,
    speakers: source.speakers.map((id) =>
      must(
        db.get<TextState['speakers'][number]>('SELECT uid, name, role FROM speakers WHERE id = ?', id),
        'a speaker',
      ),
    ),
    codings: codings.map(({ id, ...coding }) => ({
      ...coding,
      memos: (memos.get(id) ?? []).map(({ uid, kind, body, coder, at }) => ({ uid, kind, body, coder, at })),
    })),
    passages: db.all(
      `SELECT m.id, c.uid AS "case", m.start, m."end" FROM members m JOIN cases c ON c.id = m.case_id
       WHERE m.source_id = ? AND m.start IS NOT NULL ORDER BY m.start, m.id`,
      source.id,
    ),
    links: db.all(
      `SELECT l.uid, f.uid AS "from", o.uid AS "to", t.uid AS type, l.sign, l.memo, k.uid AS coder, l.created_at AS at
       FROM links l JOIN codings f ON f.id = l.from_id JOIN codings o ON o.id = l.to_id
         JOIN relation_types t ON t.id = l.type_id JOIN coders k ON k.id = l.coder_id
       WHERE ? IN (f.source_id, o.source_id) ORDER BY l.id`,
      source.id,
    ),
  };
}
