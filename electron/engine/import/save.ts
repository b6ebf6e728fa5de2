// An imported document becomes a source of the project.
import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { Made } from '../../../shared/contract/coding.ts';
import type { ImportedDocument } from '../../../shared/import/document.ts';
import { clean, fold } from '../../../shared/names.ts';
import { attach, caseNamed, newCases } from '../cases/cases.ts';
import { nothingMade } from '../cases/made.ts';
import { newPhases, phaseNamed } from '../cases/phases.ts';
import { speakerOfLabel } from '../cases/speakers.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { keepDocument, sourceWithText } from '../text/contents.ts';
import { keepLabelPattern } from '../text/label-patterns.ts';
import { packLabels } from '../text/sources.ts';

export interface Placement {
  readonly case: string | null;
  readonly phase: string | null;
  readonly interviewers: readonly string[];
  /** The pattern of the speakers' labels that the person chose; absent or null: found by itself. */
  readonly speakers?: string | null;
}

/**
 * Stores the document; returns the new source's id, the case and the phase that were made for it, an earlier source with
 * the same text, and interviewers who do not speak in it.
 */
export function saveDocument(
  db: Writable,
  fileName: string,
  document: ImportedDocument,
  placement: Placement,
): {
  readonly id: number;
  readonly made: Made;
  readonly sameTextAs: string | null;
  readonly unknownInterviewers: readonly string[];
} {
  const { content, file } = keepDocument(db, document);
  const sameTextAs = sourceWithText(db, content);
  const made = {
    ...nothingMade,
    cases: newCases(db, placement.case),
    phases: newPhases(db, placement.phase),
  };
  const caseId = placement.case === null ? null : caseNamed(db, placement.case).id;
  const name = freeName(db, clean(fileName.slice(0, fileName.length - extname(fileName).length)) || fileName);
  const id = db.insert('sources', {
    uid: randomUUID(),
    number: (db.value<number>('SELECT max(number) FROM sources') ?? 0) + 1,
    name,
    file_name: fileName,
    format: document.format,
    encoding: document.encoding,
    content_sha256: content,
    file_sha256: file,
    labels: packLabels(document.labels),
    phase_id: placement.phase === null ? null : phaseNamed(db, placement.phase),
    imported_at: new Date().toISOString(),
  });
  if (placement.speakers != null) keepLabelPattern(db, id, placement.speakers);
  for (const [place, { name: label, role, turns }] of document.speakers.entries()) {
    const named = placement.interviewers.some((interviewer) => fold(interviewer) === fold(label));
    const speaker = { name: label, role: named ? 'interviewer' : role, turns } as const;
    db.insert('source_speakers', { source_id: id, place, speaker_id: speakerOfLabel(db, speaker, caseId) });
  }
  if (caseId !== null) attach(db, caseId, { source_id: id });
  db.tell({ source: name });
  const labels = document.speakers.map((speaker) => fold(speaker.name));
  const unknownInterviewers = placement.interviewers.filter((each) => !labels.includes(fold(each)));
  return { id, made, sameTextAs, unknownInterviewers };
}

/** "Name", else "Name (2)", "Name (3)" … */
function freeName(db: Readable, name: string): string {
  const taken = (candidate: string): boolean =>
    db.value('SELECT 1 FROM sources WHERE name = ?', candidate) !== undefined;
  let candidate = name;
  for (let n = 2; taken(candidate); n++) candidate = `${name} (${n})`;
  return candidate;
}
