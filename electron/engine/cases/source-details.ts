// What a source is called and where it belongs: its name, its phase, its cases, its attributes.
import type { Input, Output } from '../../../shared/contract/index.ts';
import { clean, fold } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import type { Writable } from '../store/change.ts';
import { fromTo, findSource, sourceEntry, type Source } from '../text/sources.ts';
import { newAttributes, setAttribute } from './attributes.ts';
import { attach, caseNamed, existingCase, newCases } from './cases.ts';
import { nothingMade } from './made.ts';
import { existingPhase } from './phases.ts';

/** Changes what is given. Refuses a name that another source has, and a phase or case that there is not. */
export function updateSource(db: Writable, input: Input<'sources.update'>): Output<'sources.update'> {
  const source = findSource(db, input.source);
  const name = input.name === undefined ? source.name : freeName(db, source, input.name);
  db.update('sources', source.id, { name, phase_id: phaseFor(db, source, input.phase) });
  const cases = newCases(db, input.newCase ?? null);
  if (input.newCase !== undefined) setCases(db, source.id, [caseNamed(db, input.newCase).uid]);
  else if (input.cases !== undefined) setCases(db, source.id, input.cases);
  const pairs = input.attributes ?? [];
  const attributes = newAttributes(db, 'source', pairs);
  for (const pair of pairs) setAttribute(db, 'source', source.id, pair);
  db.tell({ source: fromTo(source.name, name) });
  return { ...sourceEntry(db, source.id), made: { ...nothingMade, cases, attributes } };
}

/** The same change of several sources. */
export function updateSources(
  db: Writable,
  { sources, ...change }: Input<'sources.updateMany'>,
): Output<'sources.updateMany'> {
  const each = [...new Set(sources)];
  for (const source of each) updateSource(db, { source, ...change });
  db.tell({ n: each.length });
  return { changed: each.length };
}

function freeName(db: Writable, source: Source, wanted: string): string {
  const name = clean(wanted);
  const others = db.rows<[string]>('SELECT name FROM sources WHERE id <> ?', source.id);
  if (others.some(([other]) => fold(other) === fold(name)))
    throw new Refused('refused.source-exists', { name });
  return name;
}

function phaseFor(db: Writable, source: Source, phase: string | null | undefined): number | null {
  if (phase === undefined) return source.phaseId;
  return phase === null ? null : existingPhase(db, phase).id;
}

function setCases(db: Writable, sourceId: number, references: readonly string[]): void {
  const wanted = references.map((reference) => existingCase(db, reference).id);
  const members = db.rows<[number, number]>(
    'SELECT id, case_id FROM members WHERE source_id = ? AND start IS NULL',
    sourceId,
  );
  for (const [id, caseId] of members) if (!wanted.includes(caseId)) db.remove('members', id);
  for (const caseId of wanted) attach(db, caseId, { source_id: sourceId });
}
