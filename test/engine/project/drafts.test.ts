// Words that are being written: kept in the project, outside its history, and gone without a trace once they are stored.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import { must } from '../../../shared/must.ts';
import { aFolder, refusedWith } from '../../helpers/project.ts';

const about = 'code/1/definition';
const words = 'What is given comes back, sooner or later.';

async function aStudy(t: TestContext): Promise<{ readonly engine: Engine; readonly path: string }> {
  const path = join(aFolder(t), 'study.crosscase');
  const engine = createEngine();
  t.after(() => engine.close());
  const about = { name: 'Study', language: 'en', framework: null, coder: 'Ada' } as const;
  await engine.call('project.create', { file: engine.files.grant(path), ...about });
  return { engine, path };
}

const byAbout = (a: readonly string[], b: readonly string[]): number =>
  must(a[0], 'a name') < must(b[0], 'a name') ? -1 : 1;

async function kept(
  engine: Engine,
): Promise<readonly (readonly [about: string, base: string, text: string])[]> {
  const { drafts } = await engine.call('drafts.list', {});
  return drafts.map(({ about: of, base, text }) => [of, base, text]);
}

test('the latest words of a field are kept, also in the next run, until they are dropped', async (t) => {
  const { engine, path } = await aStudy(t);
  await engine.call('drafts.keep', { about, base: '', text: 'What is' });
  await engine.call('drafts.keep', { about, base: '', text: words });
  await engine.call('drafts.keep', { about: 'case/2/name', base: 'East', text: '东街' });
  const both = [
    ['case/2/name', 'East', '东街'],
    [about, '', words],
  ];
  assert.deepEqual((await kept(engine)).toSorted(byAbout), both.toSorted(byAbout));
  await engine.call('project.close', {});
  await engine.call('project.open', { file: engine.files.grant(path), access: 'write' });
  assert.deepEqual((await kept(engine)).toSorted(byAbout), both.toSorted(byAbout));
  assert.deepEqual((await engine.call('project.verify', {})).faults, []);
  await engine.call('drafts.drop', { about });
  await engine.call('drafts.drop', { about });
  assert.deepEqual(await kept(engine), [['case/2/name', 'East', '东街']]);
  assert.deepEqual((await engine.call('project.verify', {})).faults, []);
  await engine.call('project.close', {});
  assert.ok(!readFileSync(path).includes(words), 'no trace is left in the file');
});

test('a draft is no act: history, undo and redo know nothing of it, and nobody is told', async (t) => {
  const { engine } = await aStudy(t);
  await engine.call('codes.add', { name: 'Bread', parent: null, shortId: null, definition: null });
  await engine.call('history.undo', {});
  const before = await engine.call('history.list', { limit: 100, before: null });
  const stopped = new AbortController();
  const changes = engine.stream('project.changed', {}, stopped.signal)[Symbol.asyncIterator]();
  await changes.next();
  await engine.call('drafts.keep', { about, base: '', text: words });
  assert.deepEqual(await engine.call('history.list', { limit: 100, before: null }), before);
  assert.equal((await engine.call('history.redo', {})).name, 'codes.add');
  const { value } = await changes.next();
  assert.ok(!value?.tables.includes('drafts'), 'only the redone act was told');
  assert.deepEqual(await kept(engine), [[about, '', words]]);
  stopped.abort();
});

test('a project that is only read keeps none', async (t) => {
  const { engine, path } = await aStudy(t);
  await engine.call('drafts.keep', { about, base: '', text: words });
  const reader = createEngine();
  t.after(() => reader.close());
  await reader.call('project.open', { file: reader.files.grant(path), access: 'read' });
  assert.deepEqual(await kept(reader), [[about, '', words]]);
  await assert.rejects(
    reader.call('drafts.keep', { about, base: '', text: 'other' }),
    refusedWith('refused.held'),
  );
});
