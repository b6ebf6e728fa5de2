// What is worked out ahead of the first table, and that it ends with the project.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { warmTables } from '../../../electron/engine/matrices/warm.ts';
import { layoutOf } from '../../../shared/matrices/layout.ts';
import { makeCorpus, sizes } from '../../bench/matrices.ts';

test('the texts are ready before the first table is asked, and nothing goes on for a project that was closed', async () => {
  const corpus = makeCorpus(sizes.S);
  let asked = 0;
  let isOpen = true;
  warmTables(() => {
    asked++;
    return isOpen ? corpus : null;
  });
  assert.equal(asked, 0, 'the window comes first');
  for (let waited = 0; asked < 5 && waited < 100; waited++) await pause(50);
  assert.equal(asked, 1 + 1 + sizes.S.sources / 20, 'once to begin, once for each slice, once at the end');
  assert.ok(corpus.sources.every((source) => layoutOf(source).ordinals.has('characters')));
  isOpen = false;
  let later = 0;
  warmTables(() => {
    later++;
    return null;
  });
  for (let waited = 0; later < 1 && waited < 100; waited++) await pause(50);
  await pause(100);
  assert.equal(later, 1);
});
