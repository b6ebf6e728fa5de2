// Pseudonyms at a terminal: set, listed, looked for, and what tables and quotes show then.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aStudy } from './in-process.ts';

test('names are given pseudonyms, which stand in every answer that may leave until the names are asked for', async (t) => {
  const { tell, folder } = await aStudy(t);
  const run = async (words: readonly string[]): Promise<string> => (await tell(words)).text;
  const file = join(folder, 'ferry.txt');
  writeFileSync(file, 'Interviewer: And the club?\nMs Lin: Ferry Street keeps the list.\n');
  await run(['import', 'study', file, '--case', 'Ferry Street']);
  await run(['code', 'study', '--source', '1', '--code', 'T2', '--find', 'Ferry Street keeps the list.']);
  assert.match(
    await run(['pseudonyms', 'study']),
    /^There are no pseudonyms.*\n\nWithout a pseudonym: Ferry Street, Ms Lin\.\n$/,
  );
  const found = await run(['pseudonyms', 'study', '--find', 'Ferry Street']);
  assert.match(
    found,
    /^ferry ¶2: Ms Lin: \[Ferry Street\] keeps the list\.\n“Ferry Street” stands at 1 place/,
  );
  const set = ['pseudonyms', 'study', '--set', 'Ms Lin=Ms Berg', '--set', 'Ferry Street=River Road'];
  assert.equal(await run(set), 'Gave “Ms Lin” and 1 other name pseudonyms\n');
  assert.match(await run(['pseudonyms', 'study']), /Ferry Street\s+River Road\n[^]*still\s+personal\s+data/);

  const quotes = await run(['quotes', 'study', '--code', 'T2']);
  assert.match(quotes, /^ferry ¶2 · River Road · Ms Berg · T2 .*\n {4}River Road keeps the list\./);
  assert.match(quotes, /Names are replaced by pseudonyms \(\d+ places\); --names real shows them\.\n$/);
  const table = ['matrix', 'study', '--rows', 'code:1', '--columns', 'case'];
  const { document } = await tell(table);
  assert.match(JSON.stringify(document), /"label":"River Road".*"replaced":[1-9]/);
  const written = await run([...table, '--out', join(folder, 'table.csv')]);
  assert.match(written, /^Written to .*table\.csv\.\nNames are replaced by pseudonyms \(\d+ places?\)/);
  const real = await run([...table, '--names', 'real', '--format', 'md']);
  assert.match(real, /Ferry Street/);
  assert.doesNotMatch(real, /River Road|pseudonyms/);
  assert.match(await run(['methods', 'study']), /River Road[^]*Names are replaced by pseudonyms/);

  assert.match(await run(['pseudonyms', 'study', '--drop', 'Ms Linn']), /did you mean “Ms Lin”/);
  await run(['pseudonyms', 'study', '--drop', 'Ms Lin']);
  await run(['undo', 'study', '--steps', '2']);
  assert.match(await run(['quotes', 'study']), /Ferry Street · Ms Lin/);
  assert.equal((await tell(['pseudonyms', 'study', '--set', 'Ms Lin='])).kind, 'usage');
});
