// The workflows of the repository's host: what they call exists, what is not ours is pinned, and no more is allowed than needed.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { must } from '../../shared/must.ts';

const root = join(import.meta.dirname, '../..');
const files = globSync('.github/{workflows,actions/*}/*.yml', { cwd: root });
const texts = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

test('every action of others is pinned to a commit, with its version beside it', () => {
  const uses = texts.flatMap(({ text }) => [...text.matchAll(/uses: (.+)/g)].map(([, used]) => used ?? ''));
  assert.ok(uses.length >= 5);
  for (const used of uses)
    assert.match(used, /^(?:\.\/\.github\/actions\/\w+|actions\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+)$/);
});

test('every script that they run is one of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const run = texts.flatMap(({ text }) => [...text.matchAll(/npm run ([\w-]+)|npm (test)\b/g)]);
  assert.ok(run.length >= 4);
  for (const [, script, own] of run)
    assert.ok(must(script ?? own, 'a script') in scripts, `npm run ${script}`);
});

test('a workflow may read; only the draft of a release may write, and no secret is written down', () => {
  for (const { file, text } of texts) {
    if (/workflows/.test(file)) assert.match(text, /^permissions:\n {2}contents: read$/m, file);
    const writes = text.match(/: write\b/g) ?? [];
    assert.equal(writes.length, file.endsWith('release.yml') ? 1 : 0, file);
    const signing = [...text.matchAll(/^ +(?:CSC|APPLE|WIN|GH)_\w+: (.*)$/gm)].map(
      ([, value]) => value ?? '',
    );
    for (const value of signing) assert.match(value, /^\$\{\{ .* \}\}$/, file);
  }
});
