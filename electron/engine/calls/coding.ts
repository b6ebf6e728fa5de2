// The codebook, the codings and what they have to do with one another.
import { codeSetEntries, removeCodeSet, updateCodeSet } from '../coding/code-sets.ts';
import { addCodingWithNewCode } from '../coding/add-new.ts';
import { coderEntries, renameCoder } from '../coding/coders.ts';
import { addCode, codeEntries } from '../coding/codes.ts';
import { addCoding, removeCoding } from '../coding/codings.ts';
import { judgeEvidence } from '../coding/evidence-tests.ts';
import { moveCode, removeCode, updateCode } from '../coding/edit-codes.ts';
import { sourceCodings, updateCoding } from '../coding/edit-codings.ts';
import { addLink, addLinkWithNewType, linkEntries, removeLink, updateLink } from '../coding/links.ts';
import { addCodings, removeCodings, updateCodings } from '../coding/many.ts';
import {
  addRelationType,
  relationTypeEntries,
  removeRelationType,
  updateRelationType,
} from '../coding/relation-types.ts';
import { mergeCodings, splitCoding } from '../coding/split-merge.ts';
import type { FileDesk } from '../project/files.ts';
import type { Session } from '../project/session.ts';
import { waysIn, type CallsOf } from './ways-in.ts';

/** The codebook, the codings and what they have to do with one another. */
export function codingCalls(
  session: Session,
  files: FileDesk,
): CallsOf<'codes' | 'code-sets' | 'coders' | 'codings' | 'relation-types' | 'links' | 'evidence'> {
  const { change, changeBy, read } = waysIn(session, files);
  return {
    'codes.list': read((db) => ({ codes: codeEntries(db) })),
    'codes.add': change('codes.add', addCode),
    'codes.update': change('codes.update', updateCode),
    'codes.move': change('codes.move', moveCode),
    'codes.remove': change('codes.remove', removeCode),
    'code-sets.list': read((db) => ({ sets: codeSetEntries(db) })),
    'code-sets.update': change('code-sets.update', updateCodeSet),
    'code-sets.remove': change('code-sets.remove', removeCodeSet),
    'coders.rename': change('coders.rename', renameCoder),
    'coders.list': read((db) => ({ coders: coderEntries(db) })),
    'codings.list': read((db, input) => ({ codings: sourceCodings(db, input) })),
    'codings.add': changeBy('codings.add', addCoding),
    'codings.addNew': changeBy('codings.addNew', addCodingWithNewCode),
    'codings.update': change('codings.update', updateCoding),
    'codings.remove': change('codings.remove', removeCoding),
    'codings.addMany': changeBy('codings.addMany', addCodings),
    'codings.updateMany': change('codings.updateMany', updateCodings),
    'codings.removeMany': change('codings.removeMany', removeCodings),
    'codings.split': change('codings.split', splitCoding),
    'codings.merge': change('codings.merge', mergeCodings),

    'relation-types.list': read((db) => ({ types: relationTypeEntries(db) })),
    'relation-types.add': change('relation-types.add', addRelationType),
    'relation-types.update': change('relation-types.update', updateRelationType),
    'relation-types.remove': change('relation-types.remove', removeRelationType),
    'links.list': read((db, input) => ({ links: linkEntries(db, input) })),
    'links.add': changeBy('links.add', addLink),
    'links.addNew': changeBy('links.addNew', addLinkWithNewType),
    'links.update': change('links.update', updateLink),
    'links.remove': change('links.remove', removeLink),
    'evidence.judge': change('evidence.judge', judgeEvidence),
  };
}
