// Coding with a new code: one act and one undo for both, and nothing of either where one is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCodingWithNewCode } from '../../../electron/engine/coding/add-new.ts';
import { codeEntries } from '../../../electron/engine/coding/codes.ts';
import { sourceCodings } from '../../../electron/engine/coding/edit-codings.ts';
import { listActs } from '../../../electron/engine/store/change.ts';
import { must } from '../../../shared/must.ts';
import { actSentence } from '../../../shared/words/acts.ts';
import { aCoding, act, addText, aProject, refusedWith } from '../../helpers/project.ts';

const TEXT = 'Interviewer: Who helped?\nMs Lin: Everyone helped.';

test('the code and its coding are made by one act, taken back by one undo and made again by one redo', (t) => {
  const project = aProject(t, { framework: null });
  const changes = must(project.changes, 'a writable project');
  const db = project.connection;
  addText(project, 'Lin', TEXT);
  const before = listActs(db, 100).length;
  const there = () => [codeEntries(db).map(({ name }) => name), sourceCodings(db, { source: 'Lin' }).length];
  const passage = { find: 'Everyone helped', nth: null };
  const made = act(project, 'codings.addNew', (writable) =>
    addCodingWithNewCode(writable, aCoding({ source: 'Lin', code: ' Helping  out', passage })),
  );
  assert.deepEqual(
    [made.code.name, made.code.depth, made.coding.quote],
    ['Helping out', 1, 'Everyone helped'],
  );
  assert.deepEqual(there(), [['Helping out'], 1]);
  const [latest, ...others] = listActs(db, 100);
  assert.equal(others.length, before);
  assert.equal(
    actSentence('en', must(latest, 'the act')),
    'Made the code “Helping out” and coded “Lin” ¶2 with it',
  );
  changes.undo({ coder: 'Ada' });
  assert.deepEqual(there(), [[], 0]);
  changes.redo({ coder: 'Ada' });
  assert.deepEqual(there(), [['Helping out'], 1]);
});

test('a name that is taken and a passage that is not there make neither code nor coding', (t) => {
  const project = aProject(t);
  const db = project.connection;
  addText(project, 'Lin', TEXT);
  const codes = codeEntries(db).length;
  const attempt = (code: string, find: string) => () =>
    act(project, 'codings.addNew', (writable) =>
      addCodingWithNewCode(writable, aCoding({ source: 'Lin', code, passage: { find, nth: null } })),
    );
  assert.throws(attempt('Trust', 'Everyone'), refusedWith('refused.code-exists', { name: 'Trust' }));
  assert.throws(attempt('Helping', 'Nobody'), refusedWith('refused.not-found'));
  assert.equal(codeEntries(db).length, codes);
  assert.deepEqual(sourceCodings(db, { source: 'Lin' }), []);
});
