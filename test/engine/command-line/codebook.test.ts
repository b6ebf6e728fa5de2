// The codebook, its sets, sources and cases, changed from a terminal: each an act that can be undone.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SourceEntry } from '../../../shared/contract/import.ts';
import type { CodeEntry } from '../../../shared/contract/coding.ts';
import { aStudy, type Study } from './in-process.ts';
import { interview } from './run.ts';

interface Labelled {
  readonly rows: readonly { readonly label: string }[];
  readonly cells: readonly (readonly number[])[];
}

function ways({ tell }: Study) {
  return {
    run: async (...words: string[]) => (await tell(words)).text.trimEnd(),
    json: async <T>(...words: string[]) => (await tell(words)).document as T,
  };
}

function file({ folder }: Study, name: string): string {
  const path = join(folder, name);
  writeFileSync(path, interview);
  return path;
}

test('codes are renamed, moved, gathered in sets and removed', async (t) => {
  const study = await aStudy(t);
  const { run, json } = ways(study);
  const codes = (...words: string[]) => run('codes', 'study', ...words);
  await run('import', 'study', file(study, 'a.txt'));
  await run('code', 'study', '--source', '1', '--code', 'T1', '--find', 'lend tools');
  assert.equal(
    await codes('--code', 'T1', '--rename', 'Trust at home'),
    'Changed the code “Trust among residents → Trust at home”',
  );
  assert.equal(
    await codes('--code', 'T1', '--rename', 'Trust at home'),
    'Nothing changed; it was so already.',
  );
  assert.equal(await codes('--code', 'T1', '--parent', 'N'), 'Moved the code “Trust at home”');
  assert.match(await codes('--parent', 'N'), /^“--parent” goes only with “--code”/);
  assert.match(await codes('--code', 'T1', '--remove'), /have 1 coding; add --with-codings .*--codings-to/);
  assert.equal(await codes('--set', 'Ties', '--code', 'T1', '--code', 'T2'), 'Made the code set “Ties”');
  assert.match(await codes(), /\nSet Ties: T2, T1$/);
  const sets = await json<Labelled>('matrix', 'study', '--rows', 'code-set');
  assert.deepEqual([sets.rows.map(({ label }) => label), sets.cells], [['Ties'], [[1]]]);
  assert.equal(await codes('--set', 'ties', '--drop', 'T2'), 'Changed the code set “Ties”');
  assert.equal(
    await codes('--code', 'T1', '--remove', '--codings-to', 'T2'),
    'Removed the code “Trust at home” (1 code; 1 coding moved to another code)',
  );
  assert.equal(await codes('--set', 'Ties', '--remove'), 'Removed the code set “Ties”');

  const undone = await run('undo', 'study', '--steps', '6');
  assert.equal(undone.split('\n').length, 6);
  const { codes: all } = await json<{ codes: CodeEntry[] }>('codes', 'study');
  assert.equal(all.find(({ shortId }) => shortId === 'T1')?.name, 'Trust among residents');
  const redone = await json<{ acts: object[] }>('redo', 'study', '--steps', '99');
  assert.equal(redone.acts.length, 6);
  assert.match(await run('verify', 'study'), /^All is well/);
  assert.equal(await run('redo', 'study', '--steps', '2'), 'There is nothing to redo.');
});

test('sources take attributes, cases and phases, which matrices read; they are removed and brought back', async (t) => {
  const study = await aStudy(t);
  const { run, json } = ways(study);
  await run('import', 'study', file(study, 'a.txt'), file(study, 'b.txt'), '--case', 'North');
  await run('code', 'study', '--source', 'a', '--code', 'T1', '--find', 'lend tools');
  assert.equal(
    await run('source', 'study', 'a', '--attribute', 'Kind=group', '--phase', 'after'),
    '1 a\n  Attributes: Kind=group\n  Cases: North\n  Phase: After\n  Made the attribute “Kind”.',
  );
  const table = await json<Labelled>('matrix', 'study', '--rows', 'source:Kind');
  assert.deepEqual([table.rows.map(({ label }) => label), table.cells], [['group'], [[1]]]);
  const unknown = await run('source', 'study', 'a', '--phase', 'Befroe');
  assert.match(unknown, /no phase “Befroe”.*Before, During, After/);
  assert.equal(
    await run('case', 'study', 'North', '--detach-source', 'b'),
    'Took “b” out of the case “North”',
  );
  assert.equal(await run('case', 'study', 'North', '--rename', 'Up'), 'Renamed the case “North” to “Up”');
  const sources = async (): Promise<string[]> =>
    (await json<{ sources: SourceEntry[] }>('sources', 'study')).sources.map(({ name }) => name);
  assert.equal(await run('source', 'study', 'a', '--remove'), 'Removed the source “a” with 1 coding');
  assert.deepEqual(await sources(), ['b']);
  await run('undo', 'study');
  assert.deepEqual(await sources(), ['a', 'b']);
});

test('the ids that quotes show are taken by uncode, also their beginnings', async (t) => {
  const study = await aStudy(t);
  const { run } = ways(study);
  await run('import', 'study', file(study, 'a.txt'));
  const code = (name: string, ...more: string[]) =>
    run('code', 'study', '--source', '1', '--code', name, '--find', 'lend tools', ...more);
  await code('T1', '--level', '2', '--direction', '-1', '--memo', 'Said twice.');
  await code('T2', '--id', 'mine-0001');
  await code('N2', '--id', 'mine-0002');
  const shown = await run('quotes', 'study');
  assert.match(
    shown,
    /^a ¶2 · Ana · T1 .* · level 2 · direction -1 · \[[0-9a-f]{8}\]\n {4}lend tools\n {4}Memo: Said twice\.\n/,
  );
  const [, id = ''] = /\[([0-9a-f]{8})\]/.exec(shown) ?? [];
  assert.match(shown, /\[mine-0001\]/);
  assert.match(await run('uncode', 'study', 'mine-000'), /^The ids of 2 codings begin with “mine-000”/);
  assert.match(await run('uncode', 'study', 'min'), /^There is no coding “min”; crosscase quotes study/);
  assert.match(await run('uncode', 'study', id), /^Removed: a ¶2 · Ana · T1 /);
  assert.match(await run('uncode', 'study', 'mine-0002'), /^Removed: /);
  assert.match(await run('uncode', 'study', 'mine'), /^Removed: /);
});

test('a filter takes what tables and lists show, and offers what it takes', async (t) => {
  const study = await aStudy(t);
  const { run, json } = ways(study);
  for (const name of ['North', 'South']) {
    await run('import', 'study', file(study, `${name}.txt`), '--case', name);
    await run('code', 'study', '--source', name, '--code', 'T1', '--find', 'lend tools', '--weight', '2.5');
  }
  const quotes = async (filter: string) =>
    (await json<{ quotes: { source: string; weight: number }[] }>('quotes', 'study', '--filter', filter))
      .quotes;
  assert.equal(
    await run('quotes', 'study', '--filter', 'speaker=Ana'),
    '“Ana” names several things; write one of these instead: Ana (North), Ana (South).',
  );
  const south = await quotes('speaker=Ana (South)');
  assert.deepEqual(
    south.map(({ source, weight }) => [source, weight]),
    [['South', 2.5]],
  );
  assert.equal((await quotes('code=T1 Trust among residents')).length, 2);
  assert.equal((await quotes('source=south')).length, 1);
  assert.equal(
    await run('case', 'study', 'Anas', '--speaker', 'Ana (South)').then((text) => text.split('\n')[1]),
    '  Speakers: Ana',
  );
});
