// Phases: the ordered time points of the study.
import { randomUUID } from 'node:crypto';
import type { PhaseEntry } from '../../../shared/contract/codebook.ts';
import type { MadeThing } from '../../../shared/contract/coding.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { must } from '../../../shared/must.ts';
import { clean, fold } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { movedBefore, nextPosition, putInOrder } from '../text/order.ts';
import { madeThing } from './made.ts';

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
  return findPhase(db, name)?.id ?? insertPhase(db, name);
}

/** The phase that `phaseNamed` would make; nothing where it is there or none is named. */
export function newPhases(db: Readable, name: string | null): MadeThing[] {
  if (name === null || findPhase(db, name)) return [];
  const known = listPhases(db).flatMap((phase) => [phase.name, ...wordsFor(phase)]);
  const { near, ...made } = madeThing(name, known);
  return [{ ...made, near: near === null ? null : existingPhase(db, near).name }];
}

/** The phase that `name` names; refuses when there is none. */
export function existingPhase(db: Readable, name: string): Phase {
  const found = findPhase(db, name);
  if (found) return found;
  const known = listPhases(db).map((phase) => phase.name);
  throw new Refused('refused.unknown-phase', { name, known });
}

/** In the researcher's order, with the number of sources of each. */
export function phaseEntries(db: Readable): PhaseEntry[] {
  return db.all<PhaseEntry>(
    `SELECT uid, name, kind, (SELECT count(*) FROM sources s WHERE s.phase_id = phases.id) AS sources
     FROM phases ORDER BY position`,
  );
}

/** Adds a phase after the others. Refuses a name that one of them answers to. */
export function addPhase(db: Writable, { name }: Input<'phases.add'>): null {
  refuseTaken(db, name, null);
  insertPhase(db, name);
  db.tell({ phase: clean(name) });
  return null;
}

export function renamePhase(db: Writable, input: Input<'phases.rename'>): null {
  const phase = existingPhase(db, input.phase);
  refuseTaken(db, input.name, phase);
  db.update('phases', phase.id, { name: clean(input.name) });
  db.tell({ before: phase.name, phase: clean(input.name) });
  return null;
}

export function movePhase(db: Writable, input: Input<'phases.move'>): null {
  const phase = existingPhase(db, input.phase);
  const before = input.before === null ? null : existingPhase(db, input.before);
  const ids = listPhases(db).map(({ id }) => id);
  if (before?.id !== phase.id) {
    putInOrder(db, 'phases', must(movedBefore(ids, phase.id, before?.id ?? null), 'the place'));
  }
  db.tell({ phase: phase.name });
  return null;
}

/** Refused while a source or a coding has the phase. */
export function removePhase(db: Writable, input: Input<'phases.remove'>): null {
  const { id, name } = existingPhase(db, input.phase);
  const count = (table: 'sources' | 'codings'): number =>
    must(db.value<number>(`SELECT count(*) FROM ${table} WHERE phase_id = ?`, id), 'a count');
  const used = { sources: count('sources'), codings: count('codings') };
  if (used.sources + used.codings > 0) throw new Refused('refused.phase-in-use', { name, ...used });
  db.remove('phases', id);
  db.tell({ phase: name });
  return null;
}

function refuseTaken(db: Readable, name: string, self: Phase | null): void {
  const taken = findPhase(db, name);
  if (taken && taken.id !== self?.id) throw new Refused('refused.phase-exists', { name: clean(name) });
}

/** A phase of the beginning that was taken away comes back as such, so that codes that set it find it again. */
function insertPhase(db: Writable, name: string): number {
  const kind = kinds.find((each) => phaseWords(each).includes(fold(name))) ?? null;
  const isThere = listPhases(db).some((phase) => phase.kind === kind);
  const position = nextPosition(db, 'phases');
  return db.insert('phases', { uid: randomUUID(), name: clean(name), kind: isThere ? null : kind, position });
}

export function findPhase(db: Readable, name: string): Phase | undefined {
  const wanted = fold(name);
  const phases = listPhases(db);
  return (
    phases.find((phase) => fold(phase.name) === wanted || phase.uid === name) ??
    phases.find((phase) => wordsFor(phase).includes(wanted)) ??
    phases.find((phase) => phase.kind !== null && phase.kind === kindOfCode(db, wanted))
  );
}

/** The kind of phase that a code of this name sets: what the codebook calls "After intervention" is the phase after. */
function kindOfCode(db: Readable, wanted: string): string | undefined {
  const codes = db.all<{ kind: string; name: string; also: string | null }>(
    'SELECT sets_phase AS kind, name, also_name AS also FROM codes WHERE sets_phase IS NOT NULL',
  );
  return codes.find(({ name, also }) => [name, also ?? ''].some((each) => fold(each) === wanted))?.kind;
}

/** What the phase answers to besides its name. */
export function wordsFor({ kind }: Phase): readonly string[] {
  return isKind(kind) ? phaseWords(kind) : [];
}

type Kind = (typeof kinds)[number];

const isKind = (kind: string | null): kind is Kind => kinds.some((known) => known === kind);

function phaseWords(kind: Kind): string[] {
  return [kind, fold(say('en', `phase.${kind}`)), fold(say('zh', `phase.${kind}`))];
}
