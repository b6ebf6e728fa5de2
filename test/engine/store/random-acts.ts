// Random acts of a person on a project: what the properties of undo and of the check are tried on.
import fc from 'fast-check';
import { defineAttribute } from '../../../electron/engine/cases/attributes.ts';
import { detachFromCase, removeCase, renameCase, setCase } from '../../../electron/engine/cases/cases.ts';
import { addPhase, movePhase, removePhase, renamePhase } from '../../../electron/engine/cases/phases.ts';
import { updateSource, updateSources } from '../../../electron/engine/cases/source-details.ts';
import { updateSpeaker } from '../../../electron/engine/cases/speakers.ts';
import { addCode } from '../../../electron/engine/coding/codes.ts';
import { addCoding, removeCoding } from '../../../electron/engine/coding/codings.ts';
import { moveCode, removeCode, updateCode } from '../../../electron/engine/coding/edit-codes.ts';
import { editText } from '../../../electron/engine/coding/edit-text.ts';
import { updateCoding } from '../../../electron/engine/coding/edit-codings.ts';
import {
  addLink,
  addLinkWithNewType,
  removeLink,
  updateLink,
} from '../../../electron/engine/coding/links.ts';
import { addCodings, removeCodings, updateCodings } from '../../../electron/engine/coding/many.ts';
import { mergeCodings, splitCoding } from '../../../electron/engine/coding/split-merge.ts';
import { removeRelationType, updateRelationType } from '../../../electron/engine/coding/relation-types.ts';
import { removeSource } from '../../../electron/engine/coding/remove-source.ts';
import { readText } from '../../../electron/engine/text/contents.ts';
import { findSource } from '../../../electron/engine/text/sources.ts';
import type { Project } from '../../../electron/engine/project/open.ts';
import type { Writable } from '../../../electron/engine/store/change.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { widenToCharacters } from '../../../shared/text/positions.ts';
import { cleanTyped } from '../../../shared/text/splices.ts';
import { aCoding, act, addText } from '../../helpers/project.ts';

/** What an edit is made of; the numbers choose among what the project holds. */
interface Edit {
  readonly one: number;
  readonly other: number;
  readonly name: string;
  readonly text: string | null;
}

type Table = 'codings' | 'links' | 'relation_types' | 'codes' | 'sources' | 'speakers' | 'cases' | 'phases';

/** The acts that change what there is, each on something that `edit` chooses; nothing to choose is a refusal. */
const edits: Readonly<Record<string, (db: Writable, edit: Edit) => unknown>> = {
  'codings.update': (db, { one, other, text }) => {
    const memo = text === null ? {} : { memo: text };
    const recode = one % 3 === 0 ? { code: pick(db, 'codes', other) } : {};
    const id = pick(db, 'codings', one);
    const span = { start: other % 60, end: (other % 60) + 1 + (one % 9) };
    const properties = { phase: one % 2 ? null : pick(db, 'phases', other), level: (other % 3) + 1 };
    return updateCoding(db, { id, ...span, ...recode, ...properties, ...memo });
  },
  'codings.addMany': (db, { one, other, text }) =>
    addCodings(db, {
      source: pick(db, 'sources', one),
      passage: { start: other % 60, end: (other % 60) + 9 },
      codings: [one, other].map((which) => ({ id: null, code: pick(db, 'codes', which) })),
      coder: null,
      phase: null,
      level: null,
      direction: null,
      weight: null,
      memo: text,
    }),
  'codings.updateMany': (db, { one, other }) =>
    updateCodings(db, {
      ids: [pick(db, 'codings', one), pick(db, 'codings', other)],
      level: (one % 3) + 1,
      ...(other % 2 ? {} : { code: pick(db, 'codes', one) }),
    }),
  'codings.removeMany': (db, { one, other }) =>
    removeCodings(db, { ids: [pick(db, 'codings', one), pick(db, 'codings', other)] }),
  'codings.split': (db, { one, other }) =>
    splitCoding(db, { id: pick(db, 'codings', one), at: other % 70, newId: null }),
  'codings.merge': (db, { one, other }) =>
    mergeCodings(db, { ids: [pick(db, 'codings', one), pick(db, 'codings', other)] }),
  'links.add': (db, { one, other, text }) =>
    addLink(db, {
      id: null,
      from: pick(db, 'codings', one),
      to: pick(db, 'codings', other),
      type: pick(db, 'relation_types', one),
      sign: null,
      memo: text,
      coder: null,
    }),
  'links.update': (db, { one, other, text }) => {
    const memo = text === null ? { turn: true as const } : { memo: text };
    return updateLink(db, { id: pick(db, 'links', one), type: pick(db, 'relation_types', other), ...memo });
  },
  'links.remove': (db, { one }) => removeLink(db, { id: pick(db, 'links', one) }),
  'relation-types.update': (db, { one, name, text }) =>
    updateRelationType(db, {
      type: pick(db, 'relation_types', one),
      name,
      alsoName: text,
      between: [pick(db, 'codes', one)],
    }),
  'links.addNew': (db, { one, other, name, text }) =>
    addLinkWithNewType(db, {
      id: null,
      from: pick(db, 'codings', one),
      to: pick(db, 'codings', other),
      type: name,
      directed: one % 2 === 0,
      signed: other % 2 === 0,
      sign: null,
      memo: text,
      coder: null,
    }),
  'relation-types.remove': (db, { one, other }) => {
    const moveTo = { moveTo: pick(db, 'relation_types', other) };
    const links = other % 3 === 0 ? 'refuse' : other % 3 === 1 ? 'remove' : moveTo;
    return removeRelationType(db, { type: pick(db, 'relation_types', one), links });
  },
  'codes.update': (db, { one, name, text }) =>
    updateCode(db, { code: pick(db, 'codes', one), name, definition: text, alsoName: text }),
  'codes.move': (db, { one, other }) => {
    const parent = other % 3 === 0 ? null : pick(db, 'codes', other);
    return moveCode(db, { code: pick(db, 'codes', one), parent, before: null });
  },
  'codes.remove': (db, { one, other }) => {
    const moveTo = { moveTo: pick(db, 'codes', other) };
    const codings = other % 3 === 0 ? 'refuse' : other % 3 === 1 ? 'remove' : moveTo;
    return removeCode(db, { code: pick(db, 'codes', one), codings });
  },
  'sources.update': (db, { one, other, name }) => {
    const cases = other % 2 ? [] : [pick(db, 'cases', other)];
    return updateSource(db, {
      source: pick(db, 'sources', one),
      name,
      phase: pick(db, 'phases', other),
      cases,
    });
  },
  'sources.updateMany': (db, { one, other }) =>
    updateSources(db, {
      sources: [pick(db, 'sources', one), pick(db, 'sources', other)],
      phase: other % 3 ? pick(db, 'phases', other) : null,
      cases: one % 2 ? [] : [pick(db, 'cases', one)],
    }),
  'sources.edit': (db, { one, other, name, text }) => {
    const source = findSource(db, pick(db, 'sources', one));
    const before = readText(db, source.content);
    const place = widenToCharacters(
      before,
      Math.min(one % 60, before.length),
      Math.min(other % 90, before.length),
    );
    if (place.start > place.end) throw new Refused('refused.bad-splice');
    const splices = [{ ...place, text: cleanTyped(`${name}${text ?? ''}`) }];
    const versions = db.rows<[string]>('SELECT uid FROM versions WHERE source_id = ?', source.id).flat();
    const version = versions[other % 4];
    return editText(db, {
      source: source.uid,
      base: source.content,
      change: version === undefined ? { kind: 'splices', splices } : { kind: 'version', version },
      decisions: [],
      leaveOut: one % 4 > 0,
      draft: null,
      document: null,
      coder: 'Ada',
    });
  },
  'sources.remove': (db, { one }) => removeSource(db, { source: pick(db, 'sources', one) }),
  'speakers.update': (db, { one, other, name }) => {
    const role = other % 2 ? 'interviewer' : 'respondent';
    return updateSpeaker(db, { speaker: pick(db, 'speakers', one), name, role });
  },
  'cases.rename': (db, { one, name }) => renameCase(db, { case: pick(db, 'cases', one), name }),
  'cases.remove': (db, { one }) => removeCase(db, { case: pick(db, 'cases', one) }),
  'cases.detach': (db, { one, other }) =>
    detachFromCase(db, { case: pick(db, 'cases', one), source: pick(db, 'sources', other), speaker: null }),
  'attributes.add': (db, { one, name }) =>
    defineAttribute(db, { owner: one % 2 ? 'case' : 'source', name, type: 'choice', choices: ['a', 'b'] }),
  'phases.add': (db, { name }) => addPhase(db, { name }),
  'phases.rename': (db, { one, name }) => renamePhase(db, { phase: pick(db, 'phases', one), name }),
  'phases.move': (db, { one, other }) =>
    movePhase(db, { phase: pick(db, 'phases', one), before: pick(db, 'phases', other) }),
  'phases.remove': (db, { one }) => removePhase(db, { phase: pick(db, 'phases', one) }),
};

const codes = ['T1', 'T2', 'N1', 'W3', 'F5'];
/** One act, or a step back or forth. */
export const anyAct = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('code' as const),
      start: fc.nat(90),
      length: fc.integer({ min: 1, max: 30 }),
      code: fc.constantFrom(...codes),
      level: fc.option(fc.integer({ min: 1, max: 3 })),
      memo: fc.option(fc.string({ unit: 'grapheme', maxLength: 12 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('uncode' as const), which: fc.nat(50) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('text' as const),
      text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      case: fc.option(fc.constantFrom('East', 'West')),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('case' as const),
      name: fc.constantFrom('East', 'West', '南'),
      value: fc.string({ unit: 'grapheme', maxLength: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('add code' as const),
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      act: fc.constantFrom(...Object.keys(edits)),
      one: fc.nat(200),
      other: fc.nat(200),
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((text) => `n${text}`),
      text: fc.option(fc.string({ unit: 'grapheme', maxLength: 8 })),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
);

type AnyAct = typeof anyAct extends fc.Arbitrary<infer S> ? S : never;

/**
 * Does the act; one that is refused leaves all as it was. Returns the kind of edit that was made, else null.
 */
export function perform(project: Project, each: AnyAct): string | null {
  try {
    return attempt(project, each);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

function attempt(project: Project, each: AnyAct): string | null {
  const changes = must(project.changes, 'writable');
  switch (each.do) {
    case 'code': {
      const { code, start, length, level, memo } = each;
      const input = { code, level, memo, passage: { start, end: start + length } };
      act(project, 'codings.add', (db) =>
        addCoding(db, aCoding({ ...input, source: pick(db, 'sources', start) })),
      );
      return null;
    }
    case 'uncode': {
      const ids = project.db.rows<[string]>('SELECT uid FROM codings ORDER BY id').map(([id]) => id);
      const id = ids[each.which % Math.max(1, ids.length)];
      if (id !== undefined) act(project, 'codings.remove', (db) => removeCoding(db, { id }));
      return null;
    }
    case 'text':
      addText(project, 'note', each.text, { case: each.case });
      return null;
    case 'case': {
      const attributes = [{ name: 'Note', value: each.value }];
      const input = { name: each.name, attributes, sources: ['1'], speakers: [] };
      act(project, 'cases.set', (db) => setCase(db, input));
      return null;
    }
    case 'add code': {
      const input = { name: each.name, parent: null, shortId: null, definition: null };
      act(project, 'codes.add', (db) => addCode(db, input));
      return null;
    }
    case 'edit': {
      const edit = must(edits[each.act], 'the edit');
      act(project, each.act, (db) => edit(db, each));
      return each.act;
    }
    case 'undo':
    case 'redo':
      changes[each.do]({ coder: 'Ada' });
      return null;
  }
}

function pick(db: Writable, table: Table, which: number): string {
  const ids = db.rows<[string]>(`SELECT uid FROM ${table} ORDER BY id`);
  const [id] = ids[which % Math.max(1, ids.length)] ?? [];
  if (id === undefined) throw new Refused('refused.unknown-source', { name: table });
  return id;
}
