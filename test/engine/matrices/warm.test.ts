// What is worked out ahead of the first table, and that it ends with the project.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { warmTables } from '../../../electron/engine/matrices/warm.ts';
import { layoutOf } from '../../../shared/matrices/layout.ts';
import { makeCorpus, sizes } from '../../bench/matrices.ts';

test('the texts are ready before the first table is asked, and nothing goes on for a project that was closed', async () => {
  const corpus = makeCorpus(sizes.S);
  const looked: boolean[] = [];
  let asked = 0;
  let read = 0;
  const until = async (isDone: () => boolean): Promise<void> => {
    for (let waited = 0; !isDone() && waited < 1200; waited++) await pause(50);
  };
  let isOpen = true;
  const kept = {
    isOpen: () => {
      looked.push(isOpen);
      return isOpen;
    },
    readOn: (most: number) => (read += most) >= corpus.sources.length,
    current: () => {
      asked += 1;
      return corpus;
    },
  };
  warmTables(kept);
  assert.equal(read, 0, 'the window comes first');
  // Once to begin, once for each slice of texts, once at the end.
  const most = 2 + sizes.S.sources / 20;
  await until(() => asked === most);
  assert.ok(corpus.sources.every((source) => layoutOf(source).ordinals.has('characters')));
  assert.equal(read, corpus.sources.length, 'all is read, in slices');
  isOpen = false;
  warmTables(kept);
  await until(() => looked.includes(false));
  await pause(100);
  assert.deepEqual([asked, read], [most, corpus.sources.length]);
});
