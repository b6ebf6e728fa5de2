// How codes look: the hue of the family, or one that was chosen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { codeLooks, hueColors, hues } from '../../renderer/code-look.ts';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import { frameworks } from '../../shared/frameworks/frameworks.ts';

const tree = [
  ['T', null, 1],
  ['T1', 'T', 2],
  ['T11', 'T1', 3],
  ['T2', 'T', 2],
  ['N', null, 1],
] as const;

function huesWith(colors: Readonly<Record<string, string>>): readonly unknown[] {
  const codes: readonly Omit<CodeEntry, 'codings'>[] = tree.map(([uid, parent, depth], number) => ({
    uid,
    shortId: uid,
    number,
    name: uid,
    alsoName: null,
    parent,
    depth,
    color: colors[uid] ?? null,
    definition: null,
    useWhen: null,
    notWhen: null,
    example: null,
    applicable: true,
  }));
  return [...codeLooks(codes).values()].map(({ hue }) => hue);
}

test('a family has one hue, and a chosen one goes for the codes beneath', () => {
  assert.deepEqual(huesWith({}), ['blue', 'blue', 'blue', 'blue', 'amber']);
  assert.deepEqual(huesWith({ T1: hueColors.olive }), ['blue', 'olive', 'olive', 'blue', 'amber']);
  assert.deepEqual(huesWith({ T: hueColors.teal.toUpperCase(), T11: hueColors.grey }), [
    'teal',
    'teal',
    'grey',
    'teal',
    'amber',
  ]);
  assert.deepEqual(huesWith({ T1: '#123456' }), ['blue', 'blue', 'blue', 'blue', 'amber']);
});

test('a hue is stored as it is drawn on paper, and no ready codebook chooses one by chance', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../renderer/style/tokens.css'), 'utf8');
  for (const hue of hues) assert.ok(tokens.includes(`--${hue}-2: ${hueColors[hue]};`), hue);
  const colors = frameworks.flatMap(({ codes }) => codes.map(({ colour }) => colour.toLowerCase()));
  assert.deepEqual(
    hues.filter((hue) => colors.includes(hueColors[hue])),
    [],
  );
});
