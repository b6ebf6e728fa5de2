// The sentences of the history, those of unknown acts among them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actSentence } from '../../../shared/words/acts.ts';

test('an act is told in the reader’s language', () => {
  const coded = { name: 'codings.add', values: { code: 'Trust', source: 'north-1', paragraph: 2 } };
  assert.equal(actSentence('en', coded), 'Coded “north-1” ¶2 with “Trust”');
  assert.equal(actSentence('zh', coded), '为“north-1”¶2 编码“Trust”');
  const made = { name: 'cases.set', values: { case: 'North', made: 1 } };
  assert.equal(actSentence('en', made), 'Made the case “North”');
  assert.equal(
    actSentence('en', { ...made, values: { case: 'North', made: 0 } }),
    'Changed the case “North”',
  );
  assert.equal(
    actSentence('en', { name: 'project.create', values: { name: 'S', framework: '' } }),
    'Made the project “S”',
  );
  const imported = { name: 'import.files', values: { source: 'north-1', more: 1 } };
  assert.equal(actSentence('en', imported), 'Imported “north-1” and 1 other file');
  assert.equal(actSentence('zh', imported), '导入“north-1”和另外 1 个文件');
});

test('undoing and redoing tell what was undone, however deep', () => {
  const values = { act: 'undo', name: 'x', source: 'north-1' };
  assert.equal(
    actSentence('en', { name: 'undo', values: { act: 'import.files', source: 'north-1' } }),
    'Undone: Imported “north-1”',
  );
  assert.equal(
    actSentence('zh', { name: 'redo', values: { ...values, act: 'import.files' } }),
    '重做：导入“north-1”',
  );
});

test('an act of another version is told by its name and values', () => {
  assert.equal(
    actSentence('en', { name: 'links.add', values: { kind: 'builds' } }),
    'links.add (kind: builds)',
  );
  assert.equal(actSentence('en', { name: 'codings.add', values: { code: 'T' } }), 'codings.add (code: T)');
  assert.equal(actSentence('en', { name: 'undo', values: {} }), 'Undone: ?');
});
