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

test('an edit of a text names only what became of codings', () => {
  const edited = (touched: number, removed: number, codings = 3) => ({
    name: 'sources.edit',
    values: { source: 'north-1', codings, touched, removed },
  });
  assert.equal(actSentence('en', edited(0, 0, 0)), 'Edited “north-1”');
  assert.equal(actSentence('zh', edited(0, 0)), '编辑“north-1”的文本；3 个编码片段随之移动');
  assert.equal(
    actSentence('en', edited(2, 1)),
    'Edited “north-1”; 3 codings followed, 2 of them with other words, 1 coding taken away',
  );
  assert.equal(
    actSentence('zh', { ...edited(0, 1), name: 'sources.restoreVersion' }),
    '恢复“north-1”的早先版本及其编码片段；1 个编码片段被删除',
  );
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
