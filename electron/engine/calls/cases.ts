// What is compared: cases, attributes, phases; and what stands for names in what leaves.
import { attributeEntries, defineAttribute } from '../cases/attributes.ts';
import {
  caseEntries,
  casesForSources,
  detachFromCase,
  removeCase,
  renameCase,
  setCase,
} from '../cases/cases.ts';
import { addPhase, movePhase, phaseEntries, removePhase, renamePhase } from '../cases/phases.ts';
import { findName, pseudonymList, removePseudonym, setPseudonyms } from '../cases/pseudonyms.ts';
import type { FileDesk } from '../project/files.ts';
import type { Session } from '../project/session.ts';
import { waysIn, type CallsOf } from './ways-in.ts';

/** What is compared, and pseudonyms. */
export function caseCalls(
  session: Session,
  files: FileDesk,
): CallsOf<'cases' | 'attributes' | 'phases' | 'pseudonyms'> {
  const { change, read } = waysIn(session, files);
  return {
    'cases.list': read((db) => ({ cases: caseEntries(db) })),
    'cases.set': change('cases.set', setCase),
    'cases.forSources': change('cases.forSources', casesForSources),
    'cases.rename': change('cases.rename', renameCase),
    'cases.remove': change('cases.remove', removeCase),
    'cases.detach': change('cases.detach', detachFromCase),
    'attributes.list': read((db) => ({ attributes: attributeEntries(db) })),
    'attributes.add': change('attributes.add', defineAttribute),
    'phases.list': read((db) => ({ phases: phaseEntries(db) })),
    'phases.add': change('phases.add', addPhase),
    'phases.rename': change('phases.rename', renamePhase),
    'phases.move': change('phases.move', movePhase),
    'phases.remove': change('phases.remove', removePhase),
    'pseudonyms.list': read(pseudonymList),
    'pseudonyms.set': change('pseudonyms.set', setPseudonyms),
    'pseudonyms.remove': change('pseudonyms.remove', removePseudonym),
    'pseudonyms.find': read(findName),
  };
}
