// What a project is called and who works in it, changed and taken back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coderEntries, renameCoder } from '../../../electron/engine/coding/coders.ts';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import { updateProject } from '../../../electron/engine/project/details.ts';
import { projectInfo } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { listActs } from '../../../electron/engine/store/change.ts';
import { must } from '../../../shared/must.ts';
import { actSentence } from '../../../shared/words/acts.ts';
import { aCoding, act, addText, aProject, refusedWith } from '../../helpers/project.ts';

test('another name for the project is an act that can be undone and is told in both languages', (t) => {
  const project = aProject(t);
  const { name, file } = act(project, 'project.update', (db) => updateProject(db, { name: ' Sheds ' }));
  assert.equal(name, 'Sheds');
  assert.equal(file, project.connection.path);
  const renamed = must(listActs(project.db, 1)[0], 'an act');
  assert.equal(actSentence('en', renamed), 'Renamed the project “Study” to “Sheds”');
  assert.equal(actSentence('zh', renamed), '将项目“Study”改名为“Sheds”');
  must(project.changes, 'writable').undo({ coder: 'Ada' });
  assert.equal(projectInfo(project.db).name, 'Study');
});

test('a coder who is renamed keeps the codings; another coder makes new ones and leaves these alone', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', 'Ms Lin: We trust the club.');
  const code = (shortId: string): unknown =>
    act(project, 'codings.add', (db) =>
      addCoding(db, aCoding({ source: 'Lin', code: shortId, passage: { find: 'trust', nth: null } })),
    );
  const tally = (): unknown => coderEntries(project.db).map(({ name, codings }) => [name, codings]);
  code('T1');
  act(project, 'coders.rename', (db) => renameCoder(db, { coder: 'ada', name: 'Ada Lin' }));
  assert.equal(projectInfo(project.db).coder, 'Ada Lin');
  code('T2');
  assert.deepEqual(tally(), [['Ada Lin', 2]]);
  act(project, 'project.update', (db) => updateProject(db, { coder: 'Bo' }));
  code('T3');
  assert.deepEqual(tally(), [
    ['Ada Lin', 2],
    ['Bo', 1],
  ]);
  act(project, 'project.update', (db) => updateProject(db, { coder: 'ADA LIN' }));
  assert.equal(projectInfo(project.db).coder, 'Ada Lin', 'as this coder is written');
  const rename = (coder: string, name: string) => (): unknown =>
    act(project, 'coders.rename', (db) => renameCoder(db, { coder, name }));
  assert.throws(rename('Bo', 'ada lin'), refusedWith('refused.coder-exists', { name: 'ada lin' }));
  assert.throws(rename('Cy', 'Di'), refusedWith('refused.unknown-coder'));
  const sentence = must(listActs(project.db, 1)[0], 'an act');
  assert.equal(actSentence('en', sentence), 'Made “Ada Lin” the coder');
  assert.equal(verifyProject(project.connection).ok, true);
});

test('a coder can be renamed before the first coding', (t) => {
  const project = aProject(t);
  act(project, 'coders.rename', (db) => renameCoder(db, { coder: 'Ada', name: 'Bo' }));
  assert.equal(projectInfo(project.db).coder, 'Bo');
  assert.deepEqual(
    coderEntries(project.db).map(({ name }) => name),
    ['Bo'],
  );
});
