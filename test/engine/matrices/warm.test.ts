// What is worked out ahead of the first table, and that it ends with the project.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { warmTables } from '../../../electron/engine/matrices/warm.ts';
import { layoutOf } from '../../../shared/matrices/layout.ts';
import { makeCorpus, sizes } from '../../bench/matrices.ts';

test('the texts are ready before the first table is asked, and nothing goes on for a project that was closed', async () => {
  const corpus = makeCorpus(sizes.S);
  const asked: boolean[] = [];
  const until = async (isDone: () => boolean): Promise<void> => {
    for (let waited = 0; !isDone() && waited < 1200; waited++) await pause(50);
  };
  let isOpen = true;
  warmTables(() => {
    asked.push(isOpen);
    return isOpen ? corpus : null;
  });
  assert.equal(asked.length, 0, 'the window comes first');
  // Once to begin, once for each slice of texts, once at the end.
  const most = 2 + sizes.S.sources / 20;
  await until(() => asked.length === most);
  assert.ok(corpus.sources.every((source) => layoutOf(source).ordinals.has('characters')));
  isOpen = false;
  warmTables(() => {
    asked.push(isOpen);
    return null;
  });
  await until(() => asked.includes(false));
  await pause(100);
  assert.equal(asked.length, most + 1);
});
