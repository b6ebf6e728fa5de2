// Links from a terminal: made by the ids that quotes show, listed with their ends, taken away; and their types.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkEntry } from '../../../shared/contract/links.ts';
import { temporaryFolder, interview } from './run.ts';

test('two passages are coded, linked, listed and unlinked', async () => {
  using folder = temporaryFolder();
  const { run, json } = folder;
  folder.write('north-1.txt', interview);
  await run(['new', 'study', '--framework', 'community-social-capital', '--coder', 'Mei']);
  await run(['import', 'study', 'north-1.txt']);
  const code = async (name: string, find: string): Promise<string> => {
    const { id } = await json<{ id: string }>(
      'code',
      'study',
      '--source',
      '1',
      '--code',
      name,
      '--find',
      find,
    );
    return id;
  };
  const from = await code('T1', 'look out');
  const to = await code('N2', 'for each other');

  const signed = ['--type', 'influences', '--sign', '-', '--memo', 'Not so.'];
  const linked = await run(['link', 'study', from.slice(0, 8), to].concat(signed));
  assert.match(linked.out, /^Linked: T1 .+ → N2 .+ · influences − · Mei · \[[0-9a-f-]{36}\]\n/);
  assert.match(
    linked.out,
    /\n {2}north-1 ¶\d · .+: look out\n {2}north-1 .+: for each other\n {2}Memo: Not so\.\n$/,
  );
  const again = await run(['link', 'study', from, to, '--type', '影响']);
  assert.match(again.out, /^Already there: T1 /);
  const { links } = await json<{ links: LinkEntry[] }>('links', 'study');
  assert.deepEqual(
    links.map((link) => [link.from.id, link.to.id, link.type, link.sign, link.memo]),
    [[from, to, 'influences', -1, 'Not so.']],
  );
  const id = links[0]?.id ?? '';
  const shown = (await run(['links', 'study', '--source', 'north-1'])).out;
  assert.ok(shown.includes(`influences − · Mei · [${id.slice(0, 8)}]\n    north-1 ¶`), shown);

  const own = await run(['link', 'study', to, from, '--type', 'Rests on', '--new']);
  assert.match(own.out, /^Linked: N2 .+ → T1 .+ · Rests on · Mei/);
  const types = (await run(['links', 'study', '--types'])).out;
  assert.match(types, /^influences +influences +影响 +→ +\+ − 0 +T N W F P O +1$/m);
  assert.match(types, /^contradicts +contradicts +矛盾 +↔ .* 0$/m);
  assert.match(types, /^Rests on +rests-on +→ +\+ − 0 +any codes +1$/m);
  assert.match((await run(['undo', 'study'])).out, /by the new type “Rests on”/);
  assert.equal((await json<{ types: unknown[] }>('links', 'study', '--types')).types.length, 3);

  const refused = [
    [['link', 'study', from, to, '--type', 'influence'], /did you mean “influences”/],
    [['link', 'study', from, to, '--type', 'precedes', '--sign', '+'], /have no sign/],
    [['link', 'study', from, from, '--type', 'precedes'], /cannot be linked with itself/],
    [['unlink', 'study', 'none'], /There is no link “none”/],
    [['link', 'study', from, '--type', 'precedes'], /Something is missing after the project/],
    [['link', 'study', from, to], /--type/],
    [['link', 'study', from, to, '--type', 'influences', '--sign', 'strong'], /takes \+, - or 0/],
    [['links', 'study', '--types', '--source', '1'], /--source/],
  ] as const;
  for (const [words, sentence] of refused) {
    const { code: exit, err } = await run(words);
    assert.match(err, sentence);
    assert.ok(exit === 1 || exit === 2);
  }
  assert.match((await run(['unlink', 'study', id.slice(0, 8), '--lang', 'zh'])).out, /^已删除：T1 /);
  assert.match((await run(['links', 'study'])).out, /^No codings are linked yet\.\n$/);
});
