// Phases: the ordered time points of the study.
import { randomUUID } from 'node:crypto';
import { clean, fold } from '../../../shared/names.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';

export interface Phase {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  /** 'before', 'during', 'after' for the phases that every project begins with; they answer to these words too. */
  readonly kind: string | null;
}

const kinds = ['before', 'during', 'after'] as const;

export function listPhases(db: Readable): Phase[] {
  return db.all<Phase>('SELECT id, uid, name, kind FROM phases ORDER BY position');
}

/** The phases every project begins with. */
export function addPhases(db: Writable, language: Language): void {
  for (const [position, kind] of kinds.entries()) {
    db.insert('phases', { uid: randomUUID(), name: say(language, `phase.${kind}`), kind, position });
  }
}

/** The id of the phase that `name` names, in either language; a new name makes a new phase after the others. */
export function phaseNamed(db: Writable, name: string): number {
  const found = findPhase(db, name);
  if (found) return found.id;
  const position = listPhases(db).length;
  return db.insert('phases', { uid: randomUUID(), name: clean(name), kind: null, position });
}

export function findPhase(db: Readable, name: string): Phase | undefined {
  const wanted = fold(name);
  const phases = listPhases(db);
  return (
    phases.find((phase) => fold(phase.name) === wanted || phase.uid === name) ??
    phases.find((phase) => isKind(phase.kind) && phaseWords(phase.kind).includes(wanted))
  );
}

type Kind = (typeof kinds)[number];

const isKind = (kind: string | null): kind is Kind => kinds.some((known) => known === kind);

function phaseWords(kind: Kind): string[] {
  return [kind, fold(say('en', `phase.${kind}`)), fold(say('zh', `phase.${kind}`))];
}
