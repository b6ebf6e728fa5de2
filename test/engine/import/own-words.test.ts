// Words and 字数 of a source: a label is no word, and every table says the same.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { createEngine } from '../../../electron/engine/engine.ts';
import { countOutside } from '../../../shared/import/own-words.ts';
import { packAscending } from '../../../shared/text/segment.ts';
import { aFolder } from '../../helpers/project.ts';

void test('words outside labels are counted as by looking at each', () => {
  const ascending = fc.uniqueArray(fc.nat(300), { maxLength: 60 }).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(ascending, ascending, (positions, borders) => {
      const labels = borders.flatMap((start, index) => {
        const end = borders[index + 1];
        return index % 2 === 0 && end !== undefined ? [{ start, end, speaker: 0 }] : [];
      });
      assert.equal(
        countOutside(labels, packAscending(Int32Array.from(positions))),
        positions.filter((at) => !labels.some(({ start, end }) => start <= at && at < end)).length,
      );
    }),
  );
});

void test('the words that an import tells are those of the matrices, without labels', async (t) => {
  const engine = createEngine();
  const folder = aFolder(t, () => void engine.close());
  const project = engine.files.grant(join(folder, 'study.crosscase'));
  await engine.call('project.create', {
    file: project,
    name: 'S',
    language: 'en',
    framework: null,
    coder: 'Ada',
  });
  const text = '[00:03:18] Old Ben: One two three.\nInterviewer: 您好，four?\nOld Ben: Five.\n';
  writeFileSync(join(folder, 'a.txt'), text);
  const file = { token: engine.files.grant(join(folder, 'a.txt')), name: 'a.txt' };
  const preview = await engine.call('import.preview', { ...file, encoding: null });
  const placement = { case: null, phase: null, interviewers: [], encoding: null };
  for await (const outcome of engine.stream('import.files', { files: [file], ...placement })) {
    assert.ok(outcome.outcome === 'imported' && preview.outcome === 'readable');
    for (const { words, units } of [outcome, preview])
      assert.deepEqual({ words, units }, { words: 6, units: 7 });
  }
  const code = { id: null, coder: null, phase: null, level: null, direction: null, memo: null, weight: null };
  await engine.call('codings.addNew', {
    ...code,
    source: 'a',
    code: 'All',
    passage: { start: 0, end: text.length },
  });
  const question = { filters: [], overlap: 'split' as const, coders: null, near: null };
  for (const [measure, expected] of [
    ['words', 6],
    ['units', 7],
  ] as const) {
    const axes = { rows: ['code'], columns: ['speaker'], measure };
    const { rowTotals } = await engine.call('matrices.table', { ...question, ...axes });
    assert.deepEqual(rowTotals, [expected], measure);
  }
});
