// Speakers: who speaks in the sources; a person of the project, not of one file.
import { randomUUID } from 'node:crypto';
import type { Input } from '../../../shared/contract/index.ts';
import { findNamed } from '../../../shared/find-named.ts';
import type { DetectedSpeaker } from '../../../shared/import/document.ts';
import { isGenericLabel } from '../../../shared/import/speaker-names.ts';
import { clean, fold } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Writable } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';
import { fromTo, listSpeakers, type Speaker } from '../text/sources.ts';

/**
 * The speaker that a label of a new source means. The same name is the same person where both are interviewers or both
 * are respondents in sources of the same case (or of no case); a label that names nobody ("Speaker 1") is somebody new.
 */
export function speakerOfLabel(db: Writable, { name, role }: DetectedSpeaker, caseId: number | null): number {
  if (role === 'interviewer' || !isGenericLabel(name)) {
    const known = listSpeakers(db).find(
      (speaker) =>
        speaker.name === name &&
        speaker.role === role &&
        (role === 'interviewer' || speaksInCase(db, speaker.id, caseId)),
    );
    if (known) return known.id;
  }
  return db.insert('speakers', { uid: randomUUID(), name, role });
}

/**
 * The one of `speakers` with this id or name; of several with one name the label tells which: "Ana (Ferry Street)".
 * Refuses when there is none, and a name of several people.
 */
export function findSpeaker(db: Readable, speakers: readonly Speaker[], reference: string): Speaker {
  const wanted = fold(reference);
  const likely = speakers.filter(({ name, uid }) => wanted.startsWith(fold(name)) || uid.startsWith(wanted));
  const labels = speakerLabels(db, likely);
  const people = likely.map((speaker) => {
    const { id, uid, name } = speaker;
    const inSources = `${name} (${speaksIn(db, id).join(', ')})`;
    const label = labels.get(id);
    const person = { uid, names: [name, inSources], speaker };
    return label === undefined ? person : { ...person, label };
  });
  const names = speakers.map(({ name }) => name);
  return findNamed(people, reference, 'refused.unknown-speaker', names).speaker;
}

/**
 * What tells those of `speakers` apart who share a name: their cases, else their sources: "Ana (Ferry Street)". By row id;
 * whose name is their own has none.
 */
export function speakerLabels(db: Readable, speakers: readonly Speaker[]): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  for (const group of Map.groupBy(speakers, ({ name }) => fold(name)).values()) {
    if (group.length < 2) continue;
    const cases = group.map(({ id }) => caseNamesOf(db, id));
    for (const [place, { id, name }] of group.entries()) {
      const own = cases[place] ?? '';
      const isApart = own !== '' && cases.filter((each) => each === own).length === 1;
      labels.set(id, `${name} (${isApart ? own : speaksIn(db, id).join(', ')})`);
    }
  }
  return labels;
}

function caseNamesOf(db: Readable, speakerId: number): string {
  const names = db.rows<[string]>(
    `SELECT name FROM cases WHERE id IN (
       SELECT m.case_id FROM source_speakers p JOIN members m ON m.source_id = p.source_id AND m.start IS NULL
       WHERE p.speaker_id = ? UNION SELECT case_id FROM members WHERE speaker_id = ?)
     ORDER BY position, id`,
    speakerId,
    speakerId,
  );
  return names.join(', ');
}

function speaksIn(db: Readable, speakerId: number): string[] {
  return db
    .rows<[string]>(
      `SELECT s.name FROM source_speakers p JOIN sources s ON s.id = p.source_id WHERE p.speaker_id = ?
       ORDER BY s.number`,
      speakerId,
    )
    .map(([name]) => name);
}

/** Renames a speaker or gives the other role. Refuses a name that another speaker of the same case has. */
export function updateSpeaker(db: Writable, input: Input<'speakers.update'>): null {
  const speaker = findSpeaker(db, listSpeakers(db), input.speaker);
  const name = clean(input.name ?? speaker.name);
  if (name !== speaker.name) refuseTaken(db, speaker.id, name);
  db.update('speakers', speaker.id, { name, role: input.role ?? speaker.role });
  db.tell({ speaker: fromTo(speaker.name, name) });
  return null;
}

/** Different people of different cases may have one name; within a case (or without any) it means one person. */
function refuseTaken(db: Readable, speakerId: number, name: string): void {
  const cases = casesOf(db, speakerId);
  const taken = listSpeakers(db).some(
    ({ id, name: other }) =>
      id !== speakerId && fold(other) === fold(name) && cases.some((caseId) => speaksInCase(db, id, caseId)),
  );
  if (taken) throw new Refused('refused.speaker-exists', { name });
}

function speaksInCase(db: Readable, speakerId: number, caseId: number | null): boolean {
  return casesOf(db, speakerId).includes(caseId);
}

/** Row ids of the cases of the speaker and of the sources in which the speaker speaks; null for a source of no case. */
function casesOf(db: Readable, speakerId: number): (number | null)[] {
  const cases = db.rows<[number | null]>(
    `SELECT m.case_id FROM source_speakers p LEFT JOIN members m ON m.source_id = p.source_id AND m.start IS NULL
     WHERE p.speaker_id = ? UNION SELECT case_id FROM members WHERE speaker_id = ?`,
    speakerId,
    speakerId,
  );
  return cases.map(([id]) => id);
}
