// A corrected transcript at the terminal: its text is replaced with the codings kept, and its versions are listed.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aStudy } from './in-process.ts';

const talk = [
  'Q: How did the shed begin?',
  'Ms Orr: We lent each other ladders.',
  'Q: And then?',
  'Ms Orr: Then we ask twice, kindly.',
].join('\n');

test('source --replace keeps the codings and tells those with other words; versions lists what the text was', async (t) => {
  const { folder, engine, tell } = await aStudy(t);
  const [first, right] = [join(folder, 'shed.txt'), join(folder, 'right.txt')];
  writeFileSync(first, talk);
  await tell(['import', 'study', first]);
  for (const words of ['each other', 'ask twice', 'And then?'])
    await tell(['code', 'study', '--source', 'shed', '--code', 'T1', '--find', words]);
  writeFileSync(right, talk.replace('ask twice', 'ask three times').replace('\nQ: And then?', ''));
  const refused = await tell(['source', 'study', 'shed', '--replace', right]);
  assert.equal(refused.kind, 'refused');
  assert.match(refused.text, /Of 1 coding in “shed” nothing would be left/);
  const done = await tell(['source', 'study', 'shed', '--replace', right, '--leave-out']);
  assert.equal(done.kind, 'done');
  assert.match(done.text, /Replaced the text of “shed”/);
  assert.match(done.text, /other words: “ask twice” → “ask three times”/);
  assert.match(done.text, /nothing left: “And then\?”/);
  assert.equal((await engine.call('codings.list', { source: 'shed' })).codings.length, 2);
  const versions = await tell(['versions', 'study', '--source', 'shed']);
  assert.match(versions.text, /Replaced by a corrected file[^\n]*2\n[^\n]*Imported[^\n]*3/);
  assert.match((await tell(['versions', 'study', '--source', 'shed'], 'zh')).text, /以更正后的文件替换/);
  const alone = await tell(['source', 'study', 'shed', '--leave-out']);
  assert.equal(alone.kind, 'usage');
});
