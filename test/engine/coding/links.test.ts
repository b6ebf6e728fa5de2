// Links between codings: made, found from both ends, changed and taken away; they follow their codings; types of links.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCoding, removeCoding } from '../../../electron/engine/coding/codings.ts';
import { codeEntries } from '../../../electron/engine/coding/codes.ts';
import { removeCode } from '../../../electron/engine/coding/edit-codes.ts';
import {
  addLink,
  addLinkWithNewType,
  linkEntries,
  removeLink,
  updateLink,
} from '../../../electron/engine/coding/links.ts';
import {
  addRelationType,
  relationTypeEntries,
  removeRelationType,
  updateRelationType,
} from '../../../electron/engine/coding/relation-types.ts';
import { removeSource } from '../../../electron/engine/coding/remove-source.ts';
import type { NewProject, Project } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { listActs } from '../../../electron/engine/store/change.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { findFramework, frameworks } from '../../../shared/frameworks/frameworks.ts';
import { must } from '../../../shared/must.ts';
import { actSentence } from '../../../shared/words/acts.ts';
import { aCoding, act, addText, aProject, refusedWith, type Ending } from '../../helpers/project.ts';

const TEXT = 'Ms Lin: They kept the list.\nMs Lin: So we trust them now.';

/** Two texts; 'kept' (T2) and 'trust' (T1) are codings in the first, 'other' (N2) one in the second. */
function aStudy(t: Ending, request: Partial<NewProject> = {}): Project {
  const project = aProject(t, request);
  addText(project, 'Lin', TEXT);
  addText(project, 'Ma', 'Mr Ma: Nobody sweeps the hall.');
  code(project, 'kept', { start: 8, end: 26 });
  code(project, 'trust', { start: 36, end: 56 }, { code: 'T1' });
  code(project, 'other', { start: 7, end: 29 }, { source: '2', code: 'N2' });
  return project;
}

function code(
  project: Project,
  id: string,
  passage: { start: number; end: number },
  more: Partial<Input<'codings.add'>> = {},
) {
  return act(project, 'codings.add', (db) =>
    addCoding(db, aCoding({ id, source: '1', code: 'T2', passage, ...more })),
  );
}

const aLink = (given: Partial<Input<'links.add'>> = {}): Input<'links.add'> => ({
  id: 'link',
  from: 'kept',
  to: 'trust',
  type: 'influences',
  sign: 1,
  memo: null,
  coder: null,
  ...given,
});

const add = (project: Project, given: Partial<Input<'links.add'>> = {}) =>
  act(project, 'links.add', (db) => addLink(db, aLink(given)));

const all = (project: Project) => linkEntries(project.db, { source: null, coding: null });
const undo = (project: Project) => must(project.changes, 'writable').undo({ coder: 'Ada' });
const redo = (project: Project) => must(project.changes, 'writable').redo({ coder: 'Ada' });
const isSound = (project: Project) => assert.deepEqual(verifyProject(project.db).faults, []);

test('a link is told with both ends, is found from each of them, and is an act that can be undone', (t) => {
  const project = aStudy(t);
  const { outcome, ...link } = add(project, { memo: 'because of the list' });
  assert.equal(outcome, 'added');
  assert.deepEqual(
    [link.from.code, link.from.quote, link.from.paragraph, link.to.code, link.to.quote, link.to.paragraph],
    ['T2', 'They kept the list', 1, 'T1', 'So we trust them now', 2],
  );
  assert.deepEqual(
    [link.type, link.typeName, link.directed, link.sign, link.memo, link.coder],
    ['influences', 'influences', true, 1, 'because of the list', 'Ada'],
  );
  for (const coding of ['kept', 'trust'])
    assert.deepEqual(linkEntries(project.db, { source: null, coding }), [link]);
  assert.deepEqual(linkEntries(project.db, { source: 'Lin', coding: null }), [link]);
  assert.deepEqual(linkEntries(project.db, { source: 'Ma', coding: null }), []);
  add(project, { id: 'far', from: 'other', to: 'kept', type: 'contradicts', sign: null });
  assert.deepEqual(
    linkEntries(project.db, { source: 'Ma', coding: null }).map(({ id }) => id),
    ['far'],
  );
  isSound(project);

  const [, first] = listActs(project.db, 2);
  assert.equal(
    actSentence('en', must(first, 'an act')),
    `Linked “${link.from.codeName}” with “${link.to.codeName}” (influences)`,
  );
  undo(project);
  undo(project);
  assert.deepEqual(all(project), []);
  redo(project);
  assert.deepEqual(all(project), [link]);
  isSound(project);
});

test('the same link again is harmless and fills what is empty; what differs is refused', (t) => {
  const project = aStudy(t);
  add(project, { sign: null });
  const acts = listActs(project.db, 50).length;
  assert.equal(add(project, { id: 'again', sign: null }).outcome, 'already there');
  assert.equal(listActs(project.db, 50).length, acts);
  assert.equal(add(project, { id: null, sign: -1, memo: 'why' }).sign, -1);
  assert.throws(() => add(project, { sign: 1 }), refusedWith('refused.same-link'));
  assert.equal(add(project, { id: 'back', from: 'trust', to: 'kept' }).outcome, 'added');
  assert.throws(
    () => act(project, 'links.update', (db) => updateLink(db, { id: 'back', turn: true })),
    refusedWith('refused.same-link'),
  );
  // "Contradicts" says the same from both ends.
  add(project, { id: 'no', type: 'contradicts', sign: null });
  const turned = add(project, { id: 'no2', type: 'contradicts', sign: null, from: 'trust', to: 'kept' });
  assert.deepEqual([turned.outcome, turned.id], ['already there', 'no']);
  assert.throws(
    () => add(project, { id: 'link', type: 'precedes', sign: null }),
    refusedWith('refused.link-id-in-use'),
  );
  assert.throws(() => add(project, { to: 'kept' }), refusedWith('refused.link-to-itself'));
  assert.throws(() => add(project, { type: 'precedes' }), refusedWith('refused.no-sign'));
  assert.throws(
    () => add(project, { type: 'precede', sign: null }),
    refusedWith('refused.unknown-relation-type', { near: 'precedes' }),
  );
  assert.equal(add(project, { id: 'by Bo', coder: 'Bo' }).outcome, 'added');
  isSound(project);
});

test('a link is changed in type, sign, memo and direction, and removed', (t) => {
  const project = aStudy(t);
  const before = add(project);
  const update = (input: Omit<Input<'links.update'>, 'id'>) =>
    act(project, 'links.update', (db) => updateLink(db, { id: 'link', ...input }));
  assert.deepEqual(
    [update({ sign: -1 }).sign, update({ memo: 'x' }).memo, update({ memo: '' }).memo],
    [-1, 'x', null],
  );
  const turned = update({ turn: true });
  assert.deepEqual([turned.from.id, turned.to.id], ['trust', 'kept']);
  // The sign goes with the type that had it.
  assert.deepEqual([update({ type: '先于' }).type, all(project)[0]?.sign], ['precedes', null]);
  assert.throws(() => update({ sign: 1 }), refusedWith('refused.no-sign'));
  for (let n = 0; n < 5; n++) undo(project);
  const { outcome, ...link } = before;
  assert.deepEqual([outcome, all(project)], ['added', [link]]);
  assert.deepEqual(
    act(project, 'links.remove', (db) => removeLink(db, { id: 'link' })),
    link,
  );
  assert.deepEqual(all(project), []);
  assert.throws(
    () => act(project, 'links.remove', (db) => removeLink(db, { id: 'link' })),
    refusedWith('refused.unknown-link'),
  );
  isSound(project);
});

test('links go with a coding, a code or a text that is removed, in the same act, and come back with it', (t) => {
  const project = aStudy(t);
  add(project);
  add(project, { id: 'far', from: 'other', to: 'kept' });
  const before = all(project);
  const removals = [
    () => act(project, 'codings.remove', (db) => removeCoding(db, { id: 'kept' })),
    () => act(project, 'codes.remove', (db) => removeCode(db, { code: 'T2', codings: 'remove' })),
    () => act(project, 'sources.remove', (db) => removeSource(db, { source: 'Lin' })),
  ];
  for (const remove of removals) {
    remove();
    assert.deepEqual(all(project), []);
    isSound(project);
    undo(project);
    assert.deepEqual(all(project), before);
    isSound(project);
  }
});

test('where two codings become one, its links are those of both, each once and none to itself', (t) => {
  const project = aStudy(t);
  // T2 and T3 on the same passage join when T3 is removed into T2.
  code(project, 'twin', { start: 8, end: 26 }, { code: 'T3' });
  add(project, { sign: null, memo: 'of the list' });
  add(project, { id: 'same', from: 'twin', sign: -1, memo: 'of the hall' });
  add(project, { id: 'self', from: 'twin', to: 'kept' });
  add(project, { id: 'more', from: 'other', to: 'twin' });
  act(project, 'codes.remove', (db) => removeCode(db, { code: 'T3', codings: { moveTo: 'T2' } }));
  assert.deepEqual(
    all(project).map(({ id, from, to, sign, memo }) => [id, from.id, to.id, sign, memo]),
    [
      ['link', 'kept', 'trust', -1, 'of the list\n\nof the hall'],
      ['more', 'other', 'kept', 1, null],
    ],
  );
  isSound(project);
  undo(project);
  assert.equal(all(project).length, 4);
  isSound(project);
});

test('a level or phase that waited for a code leaves its links to the coding that takes it over', (t) => {
  const project = aProject(t, { framework: must(findFramework('asset-based-capacity-building'), 'it') });
  addText(project, 'Lin', TEXT);
  const passage = { start: 27, end: 35 };
  code(project, 'there', { start: 8, end: 26 }, { code: 'C2' });
  code(project, 'waits', passage, { code: 'G1' });
  add(project, { from: 'waits', to: 'there', type: 'builds' });
  code(project, 'comes', passage, { code: 'C1' });
  assert.deepEqual(
    all(project).map(({ from }) => from.id),
    ['comes'],
  );
  isSound(project);
});

test('a type without a direction links two codings once, whichever way a link comes about', (t) => {
  const project = aStudy(t);
  const lay = (given: Partial<Input<'links.add'>>) => add(project, { sign: null, ...given });
  const update = (id: string, input: Omit<Input<'links.update'>, 'id'>) =>
    act(project, 'links.update', (db) => updateLink(db, { id, ...input }));
  lay({ id: 'plain', type: 'contradicts' });
  lay({ id: 'back', from: 'trust', to: 'kept', type: 'precedes' });
  assert.throws(() => update('back', { type: 'contradicts' }), refusedWith('refused.same-link'));
  assert.equal(update('plain', { turn: true }).from.id, 'trust');
  // The coding that another one joins has the link the other way round.
  code(project, 'twin', { start: 8, end: 26 }, { code: 'T3' });
  lay({ id: 'twinned', from: 'twin', to: 'trust', type: 'contradicts' });
  act(project, 'codes.remove', (db) => removeCode(db, { code: 'T3', codings: { moveTo: 'T2' } }));
  assert.deepEqual(
    all(project).map(({ id }) => id),
    ['plain', 'back'],
  );
  // A type loses its direction only where no two links would be the same then.
  lay({ id: 'forth', type: 'precedes' });
  const settle = () =>
    act(project, 'relation-types.update', (db) =>
      updateRelationType(db, { type: 'precedes', directed: false }),
    );
  assert.throws(settle, refusedWith('refused.links-both-ways', { n: 1 }));
  act(project, 'links.remove', (db) => removeLink(db, { id: 'back' }));
  assert.equal(settle().directed, false);
  assert.equal(lay({ id: 'again', from: 'trust', to: 'kept', type: 'precedes' }).outcome, 'already there');
  isSound(project);
});

test('every project begins with the types of its framework, or with plain ones, in both languages', (t) => {
  const keys = (project: Project) => relationTypeEntries(project.db).map(({ key }) => key);
  for (const framework of frameworks) {
    const project = aProject(t, { framework, language: 'zh' });
    assert.deepEqual(
      keys(project),
      framework.relationTypes.map(({ id }) => id),
    );
    for (const [at, type] of relationTypeEntries(project.db).entries()) {
      const { name, directed, signed, between = [] } = must(framework.relationTypes[at], 'the type');
      const ids = type.between.map(
        (uid) => codeEntries(project.db).find((each) => each.uid === uid)?.shortId,
      );
      assert.deepEqual(ids, between);
      assert.deepEqual(
        [type.name, type.alsoName, type.directed, type.signed],
        [name.zh, name.en, directed, signed],
      );
    }
  }
  const blank = aProject(t, { framework: null });
  assert.deepEqual(keys(blank), ['influences', 'causes', 'precedes', 'contradicts']);
});

test('types of links are added, renamed and removed; no two answer to the same word', (t) => {
  const project = aStudy(t);
  const type = act(project, 'relation-types.add', (db) =>
    addRelationType(db, { name: 'Leans on', alsoName: '依靠', directed: true, signed: true }),
  );
  assert.deepEqual([type.key, type.links], ['leans-on', 0]);
  add(project, { type: '依靠' });
  for (const name of ['influences', '影响', 'leans-on', 'LEANS ON'])
    assert.throws(
      () =>
        act(project, 'relation-types.add', (db) =>
          addRelationType(db, { name, alsoName: null, directed: true, signed: false }),
        ),
      refusedWith('refused.relation-type-exists'),
    );
  const update = (input: Omit<Input<'relation-types.update'>, 'type'>) =>
    act(project, 'relation-types.update', (db) => updateRelationType(db, { type: 'leans-on', ...input }));
  assert.throws(() => update({ signed: false }), refusedWith('refused.signed-links', { n: 1 }));
  assert.throws(() => update({ name: 'precedes' }), refusedWith('refused.relation-type-exists'));
  assert.deepEqual([update({ name: 'Rests on' }).key, all(project)[0]?.typeName], ['leans-on', 'Rests on']);
  const remove = () =>
    act(project, 'relation-types.remove', (db) =>
      removeRelationType(db, { type: 'Rests on', links: 'refuse' }),
    );
  assert.throws(remove, refusedWith('refused.type-in-use', { n: 1 }));
  act(project, 'links.remove', (db) => removeLink(db, { id: 'link' }));
  remove();
  assert.equal(relationTypeEntries(project.db).length, 3);
  isSound(project);
});

test('a new type and its first link are one act; where one is refused there is neither', (t) => {
  const project = aStudy(t);
  const wanted = {
    ...aLink({ type: 'Rests  on', sign: -1, memo: 'her words' }),
    directed: true,
    signed: true,
  };
  const make = (given: Partial<Input<'links.addNew'>> = {}) =>
    act(project, 'links.addNew', (db) => addLinkWithNewType(db, { ...wanted, ...given }));
  const before = listActs(project.db, 50).length;
  const types = () => relationTypeEntries(project.db).length;
  assert.throws(() => make({ to: 'kept' }), refusedWith('refused.link-to-itself'));
  assert.throws(() => make({ type: 'Precedes' }), refusedWith('refused.relation-type-exists'));
  assert.deepEqual([types(), all(project)], [3, []]);
  const { typeName, sign, memo } = make();
  assert.deepEqual([typeName, sign, memo, types()], ['Rests on', -1, 'her words', 4]);
  const [latest, ...others] = listActs(project.db, 50);
  assert.equal(others.length, before);
  assert.match(
    actSentence('en', must(latest, 'the act')),
    /^Linked “.+” with “.+” by the new type “Rests on”$/,
  );
  undo(project);
  assert.deepEqual([types(), all(project)], [3, []]);
  redo(project);
  assert.deepEqual([types(), all(project).length], [4, 1]);
  isSound(project);
});

test('a type goes with its links, or leaves them to another type; one undo brings all back', (t) => {
  const project = aStudy(t);
  add(project, { memo: 'why' });
  add(project, { id: 'far', from: 'other', to: 'kept', sign: -1 });
  add(project, { id: 'plain', type: 'contradicts', sign: null, from: 'trust', to: 'kept' });
  const before = [all(project), relationTypeEntries(project.db)];
  const remove = (links: Input<'relation-types.remove'>['links']) =>
    act(project, 'relation-types.remove', (db) => removeRelationType(db, { type: 'influences', links }));
  assert.throws(() => remove({ moveTo: 'influences' }), refusedWith('refused.type-to-itself'));
  remove('remove');
  const [latest] = listActs(project.db, 1);
  assert.match(actSentence('en', must(latest, 'the act')), /\(2 links removed\)$/);
  assert.deepEqual(
    all(project).map(({ id }) => id),
    ['plain'],
  );
  isSound(project);
  undo(project);
  assert.deepEqual([all(project), relationTypeEntries(project.db)], before);
  // What contradicts has no sign, and says the same both ways: the link that is there takes the memo.
  remove({ moveTo: 'contradicts' });
  assert.deepEqual(
    all(project).map(({ id, type, sign, memo }) => [id, type, sign, memo]),
    [
      ['far', 'contradicts', null, null],
      ['plain', 'contradicts', null, 'why'],
    ],
  );
  isSound(project);
  undo(project);
  assert.deepEqual([all(project), relationTypeEntries(project.db)], before);
  act(project, 'links.update', (db) => updateLink(db, { id: 'plain', memo: 'how' }));
  remove({ moveTo: 'contradicts' });
  assert.equal(all(project).find(({ id }) => id === 'plain')?.memo, 'how\n\nwhy');
  isSound(project);
});

test('which codes a type joins is changed, and follows the codebook', (t) => {
  const project = aStudy(t);
  const joined = () => {
    const type = relationTypeEntries(project.db).find(({ key }) => key === 'precedes');
    return type?.between.map((uid) => codeEntries(project.db).find((code) => code.uid === uid)?.shortId);
  };
  const join = (...between: string[]) =>
    act(project, 'relation-types.update', (db) => updateRelationType(db, { type: 'precedes', between }));
  join('T1', 'N2', 'T1');
  assert.deepEqual(joined(), ['T1', 'N2']);
  act(project, 'codes.remove', (db) => removeCode(db, { code: 'T1', codings: 'remove' }));
  assert.deepEqual(joined(), ['N2']);
  undo(project);
  assert.deepEqual(joined(), ['T1', 'N2']);
  join();
  assert.deepEqual(joined(), []);
  assert.throws(() => join('T99'), refusedWith('refused.unknown-code'));
  isSound(project);
});
