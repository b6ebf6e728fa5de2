// Several codings in one act: coded, changed, removed, split and merged; what they carry is kept, and one undo takes it back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import { sourceCodings } from '../../../electron/engine/coding/edit-codings.ts';
import { addLink, linkEntries } from '../../../electron/engine/coding/links.ts';
import { addCodings, removeCodings, updateCodings } from '../../../electron/engine/coding/many.ts';
import { mergeCodings, splitCoding } from '../../../electron/engine/coding/split-merge.ts';
import type { Project } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { listActs } from '../../../electron/engine/store/change.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { must } from '../../../shared/must.ts';
import type { Language } from '../../../shared/words/say.ts';
import { actSentence } from '../../../shared/words/acts.ts';
import { aCoding, act, addText, aProject, refusedWith, type Ending } from '../../helpers/project.ts';

const TEXT = 'Ms Lin: They kept the list. 𠮷 came back.\nMr Ma: So we trust them now.';
const whole = TEXT.indexOf('They');

function aStudy(t: Ending): Project {
  const project = aProject(t);
  addText(project, 'Lin', TEXT);
  return project;
}

/** Codes these words. */
function code(project: Project, id: string, words: string, given: Partial<Input<'codings.add'>> = {}): void {
  const start = TEXT.indexOf(words);
  const passage = { start, end: start + words.length };
  act(project, 'codings.add', (db) =>
    addCoding(db, aCoding({ id, source: 'Lin', code: 'T2', passage, ...given })),
  );
}

/** id, words, short id or uid of the code, level and memo of every coding. */
const all = (project: Project) =>
  sourceCodings(project.db, { source: 'Lin' }).map(({ id, start, end, level, memo }) => [
    id,
    TEXT.slice(start, end),
    level,
    memo,
  ]);

const undo = (project: Project) => must(project.changes, 'writable').undo({ coder: 'Ada' });
const isSound = (project: Project) => assert.deepEqual(verifyProject(project.db).faults, []);
const latest = (project: Project, language: Language = 'en') =>
  actSentence(language, must(listActs(project.db, 1)[0], 'an act'));

test('a passage is coded with several codes in one act; each coding has the memo', (t) => {
  const project = aStudy(t);
  const start = TEXT.indexOf('trust them');
  const { codings } = act(project, 'codings.addMany', (db) =>
    addCodings(db, {
      source: 'Lin',
      passage: { start, end: start + 'trust them'.length },
      codings: [
        { id: 'one', code: 'T1' },
        { id: 'two', code: 'N2' },
      ],
      coder: null,
      phase: null,
      level: 2,
      direction: null,
      weight: null,
      memo: 'softly',
    }),
  );
  assert.deepEqual(
    codings.map(({ outcome, code: shortId }) => [outcome, shortId]),
    [
      ['added', 'T1'],
      ['added', 'N2'],
    ],
  );
  assert.deepEqual(all(project), [
    ['one', 'trust them', 2, 'softly'],
    ['two', 'trust them', 2, 'softly'],
  ]);
  assert.equal(latest(project), 'Coded “Lin” ¶2 with Trust among residents, Reciprocity');
  isSound(project);
  undo(project);
  assert.deepEqual(all(project), []);
});

test('many codings get a code, a level, a phase and a weight in one act', (t) => {
  const project = aStudy(t);
  code(project, 'a', 'They kept');
  code(project, 'b', 'the list', { level: 3, memo: 'kept' });
  code(project, 'there', 'the list', { code: 'N1', memo: 'there' });
  const before = all(project);
  const { changed, joined } = act(project, 'codings.updateMany', (db) =>
    updateCodings(db, { ids: ['a', 'b', 'a'], code: 'N1', level: 1, weight: 5, phase: 'before' }),
  );
  assert.deepEqual([changed, joined], [2, 1]);
  // Where N1 stood already, the recoded coding is part of it.
  assert.deepEqual(all(project), [
    ['a', 'They kept', 1, null],
    ['there', 'the list', 1, 'kept\nthere'],
  ]);
  assert.equal(latest(project), 'Gave 2 codings the code “Formal institutions”');
  isSound(project);
  undo(project);
  assert.deepEqual(all(project), before);
  act(project, 'codings.updateMany', (db) =>
    updateCodings(db, { ids: ['a', 'b'], level: null, direction: -1 }),
  );
  assert.deepEqual(
    all(project).map(([, , level]) => level),
    [null, null, null],
  );
  assert.equal(latest(project, 'zh'), '修改 2 个编码片段');
  const acts = listActs(project.db, 99).length;
  assert.throws(
    () => act(project, 'codings.updateMany', (db) => updateCodings(db, { ids: ['a', 'none'], level: 2 })),
    refusedWith('refused.unknown-coding'),
  );
  assert.equal(listActs(project.db, 99).length, acts, 'all or nothing');
  isSound(project);
});

test('many codings are removed in one act and come back in one', (t) => {
  const project = aStudy(t);
  code(project, 'a', 'They kept', { memo: 'x' });
  code(project, 'b', 'the list');
  code(project, 'c', 'trust them');
  const before = all(project);
  act(project, 'codings.removeMany', (db) => removeCodings(db, { ids: ['a', 'c'] }));
  assert.deepEqual(all(project), [['b', 'the list', null, null]]);
  assert.equal(latest(project), 'Removed 2 codings');
  undo(project);
  assert.deepEqual(all(project), before);
  isSound(project);
});

test('a coding is split between its words; the first part stays itself', (t) => {
  const project = aStudy(t);
  code(project, 'a', 'They kept the list. 𠮷 came back', { memo: 'x', level: 2 });
  code(project, 'other', 'trust them');
  const link = { id: 'l', from: 'a', to: 'other', type: 'influences', sign: null, memo: null, coder: null };
  act(project, 'links.add', (db) => addLink(db, link));
  const before = all(project);
  const split = (at: number) =>
    act(project, 'codings.split', (db) => splitCoding(db, { id: 'a', at, newId: 'b' }));
  const { codings } = split(TEXT.indexOf(' 𠮷'));
  assert.deepEqual(
    codings.map(({ quote }) => quote),
    ['They kept the list.', '𠮷 came back'],
  );
  assert.deepEqual(all(project), [
    ['a', 'They kept the list.', 2, 'x'],
    ['b', '𠮷 came back', 2, null],
    ['other', 'trust them', null, null],
  ]);
  assert.equal(linkEntries(project.db, { source: null, coding: 'a' }).length, 1);
  isSound(project);
  undo(project);
  assert.deepEqual(all(project), before);
  for (const at of [whole, whole - 3, TEXT.indexOf('back') + 4, 0, TEXT.length])
    assert.throws(() => split(at), refusedWith('refused.no-split'));
  // Inside the character: it goes whole to one of the parts.
  const parts = split(TEXT.indexOf('𠮷') + 1).codings.map(({ quote }) => quote);
  assert.ok(
    parts.every((quote) => quote.isWellFormed()),
    parts.join('|'),
  );
  isSound(project);
});

test('across speakers, neither part of a split coding holds the label', (t) => {
  const project = aStudy(t);
  code(project, 'a', TEXT.slice(whole));
  const at = TEXT.indexOf('Mr Ma');
  const { codings } = act(project, 'codings.split', (db) => splitCoding(db, { id: 'a', at, newId: null }));
  assert.deepEqual(
    codings.map(({ quote }) => quote),
    ['They kept the list. 𠮷 came back.', 'So we trust them now.'],
  );
  isSound(project);
});

test('codings of one code become one with the memos and links of all', (t) => {
  const project = aStudy(t);
  code(project, 'a', 'They kept', { memo: 'x' });
  code(project, 'b', 'the list', { memo: 'y', level: 3 });
  code(project, 'n', 'trust them', { code: 'N2' });
  const links = [
    ['l1', 'a', 'b'],
    ['l2', 'b', 'n'],
  ] as const;
  for (const [id, from, to] of links)
    act(project, 'links.add', (db) =>
      addLink(db, { id, from, to, type: 'influences', sign: null, memo: null, coder: null }),
    );
  const before = all(project);
  const merge = (...ids: string[]) => act(project, 'codings.merge', (db) => mergeCodings(db, { ids }));
  assert.equal(merge('b', 'a').quote, 'They kept the list');
  assert.deepEqual(all(project)[0], ['a', 'They kept the list', 3, 'x\ny']);
  assert.deepEqual(
    linkEntries(project.db, { source: null, coding: null }).map(({ id, from, to }) => [id, from.id, to.id]),
    [['l2', 'a', 'n']],
  );
  assert.equal(latest(project), "Merged 2 codings of “Residents' trust in the organisation” on “Lin” ¶1");
  isSound(project);
  undo(project);
  assert.deepEqual(all(project), before);

  assert.throws(() => merge('a'), refusedWith('refused.merge-one'));
  assert.throws(() => merge('a', 'n'), refusedWith('refused.merge-unlike'));
  act(project, 'codings.updateMany', (db) => updateCodings(db, { ids: ['a'], level: 1 }));
  assert.throws(() => merge('a', 'b'), refusedWith('refused.merge-properties'));
  isSound(project);
});
