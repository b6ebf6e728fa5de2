// Cases for texts that have none: all at once, or one while the text is placed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseEntries, caseNamed, casesForSources } from '../../../electron/engine/cases/cases.ts';
import { updateSource } from '../../../electron/engine/cases/source-details.ts';
import { updateCode } from '../../../electron/engine/coding/edit-codes.ts';
import type { Project } from '../../../electron/engine/project/open.ts';
import { listActs } from '../../../electron/engine/store/change.ts';
import { sourceEntries } from '../../../electron/engine/text/sources.ts';
import { must } from '../../../shared/must.ts';
import { actSentence } from '../../../shared/words/acts.ts';
import { act, addText, aProject, refusedWith } from '../../helpers/project.ts';

const casesOf = (project: Project): unknown =>
  caseEntries(project.db).map(({ name, sources }) => [name, sources]);

test('each text without a case gets one, by its name, in one act', (t) => {
  const project = aProject(t);
  addText(project, 'Old', 'Ana: Hello.', { case: 'Ana' });
  for (const name of ['Ana 2', 'Lin', 'Lin, after', 'Bo']) addText(project, name, `${name}: Hello.`);
  assert.deepEqual(act(project, 'cases.forSources', casesForSources), { sources: 4, made: 2 });
  assert.deepEqual(casesOf(project), [
    ['Ana', ['Old', 'Ana 2']],
    ['Lin', ['Lin', 'Lin, after']],
    ['Bo', ['Bo']],
  ]);
  const made = must(listActs(project.db, 1)[0], 'an act');
  assert.equal(actSentence('en', made), 'Made 2 cases for 4 texts');
  assert.equal(actSentence('zh', made), '为 4 份文本新建 2 个案例');
  must(project.changes, 'writable').undo({ coder: 'Ada' });
  assert.deepEqual(casesOf(project), [['Ana', ['Old']]]);
});

test('a text of which a passage or a speaker belongs to a case needs none: what is offered is what is made', (t) => {
  const project = aProject(t);
  const passage = addText(project, 'Group', 'Ana: Hello.');
  addText(project, 'Talk', 'Lin: Who?\nBo: You.\nLin: Me?\nBo: Yes.');
  addText(project, 'Walk', 'Cy: Here.');
  act(project, 'cases.set', (db) => {
    const { id: case_id } = caseNamed(db, 'North');
    db.insert('members', { case_id, source_id: passage, start: 0, end: 5 });
    const speaker_id = db.value<number>(`SELECT id FROM speakers WHERE name = 'Bo'`) ?? null;
    db.insert('members', { case_id, speaker_id });
  });
  const without = () =>
    sourceEntries(project.db)
      .filter(({ inNoCase }) => inNoCase)
      .map(({ name }) => name);
  assert.deepEqual(without(), ['Walk']);
  assert.deepEqual(act(project, 'cases.forSources', casesForSources), { sources: 1, made: 1 });
  assert.deepEqual(without(), []);
});

test('a text is put into a new case, or a known one in any letter case, and leaves the one it had', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: Hello.', { case: 'North' });
  const put = (newCase: string) =>
    act(project, 'sources.update', (db) => updateSource(db, { source: 'Lin', newCase })).made.cases;
  assert.deepEqual(put('Nort'), [{ name: 'Nort', near: 'North' }]);
  assert.deepEqual(casesOf(project), [
    ['North', []],
    ['Nort', ['Lin']],
  ]);
  assert.deepEqual(put('north'), []);
  assert.deepEqual(casesOf(project), [
    ['North', ['Lin']],
    ['Nort', []],
  ]);
});

test('a code’s short id is changed and taken away; one in use is refused in any letter case', (t) => {
  const project = aProject(t);
  const give = (code: string, shortId: string | null) =>
    act(project, 'codes.update', (db) => updateCode(db, { code, shortId }));
  assert.equal(give('T2', 'T9').shortId, 'T9');
  assert.equal(give('T9', 't9').shortId, 't9');
  assert.throws(() => give('t9', 'n1'), refusedWith('refused.short-id-exists', { name: 'n1' }));
  assert.equal(give('t9', null).shortId, null);
});
