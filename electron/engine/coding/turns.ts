// The turns of an edited text: its labels, and who of the project speaks in it.
import { roleOf } from '../../../shared/import/speaker-names.ts';
import type { Label, SpeakerRole } from '../../../shared/import/document.ts';
import { must } from '../../../shared/must.ts';
import type { Span } from '../../../shared/text/lines.ts';
import { speakerOfLabel } from '../cases/speakers.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import type { Source } from '../text/sources.ts';
import { removeIfSilent } from './remove-source.ts';

/** A label and who speaks: a place among the speakers of the source, or somebody who did not speak in it. */
export interface Turn extends Span {
  readonly speaker:
    number | { readonly uid: string | null; readonly name: string; readonly role?: SpeakerRole };
}

/** Sets who speaks in the source and returns its labels. Who no longer says anything in it leaves it. */
export function setTurns(db: Writable, source: Source, turns: readonly Turn[]): Label[] {
  const caseId =
    db.value<number>('SELECT case_id FROM members WHERE source_id = ? AND start IS NULL', source.id) ?? null;
  const ids = new Map<string, number>();
  const idOf = ({ speaker }: Turn): number => {
    if (typeof speaker === 'number') return must(source.speakers[speaker], 'the speaker of a label');
    const { uid, name, role = roleOf(name) } = speaker;
    const key = uid ?? name;
    const known = uid === null ? undefined : db.value<number>('SELECT id FROM speakers WHERE uid = ?', uid);
    const id = ids.get(key) ?? known ?? speakerOfLabel(db, { name, role, turns: 1 }, caseId);
    ids.set(key, id);
    return id;
  };
  const said = turns.map((turn) => ({ start: turn.start, end: turn.end, id: idOf(turn) }));
  const speaking = new Set(said.map(({ id }) => id));
  const stay = source.speakers.filter((id) => speaking.has(id));
  const speakers = [...new Set([...stay, ...speaking])];
  setSpeakers(db, source, speakers);
  return said.map(({ start, end, id }) => ({ start, end, speaker: speakers.indexOf(id) }));
}

function setSpeakers(db: Writable, source: Source, speakers: readonly number[]): void {
  const rows = db.all<{ id: number; place: number; speaker: number }>(
    'SELECT id, place, speaker_id AS speaker FROM source_speakers WHERE source_id = ? ORDER BY place',
    source.id,
  );
  for (const { id } of rows.slice(speakers.length)) db.remove('source_speakers', id);
  for (const [place, speaker] of speakers.entries()) {
    const row = rows[place];
    if (row) db.update('source_speakers', row.id, { place, speaker_id: speaker });
    else db.insert('source_speakers', { source_id: source.id, place, speaker_id: speaker });
  }
  for (const { speaker } of rows)
    if (!speakers.includes(speaker) && !isKnownElsewhere(db, speaker)) removeIfSilent(db, speaker);
}

/** Somebody of a case, or written about, stays in the project without a word. */
function isKnownElsewhere(db: Readable, speaker: number): boolean {
  return (
    db.value('SELECT 1 FROM members WHERE speaker_id = ?', speaker) !== undefined ||
    db.value(`SELECT 1 FROM memos WHERE owner = 'speaker' AND owner_id = ?`, speaker) !== undefined
  );
}
