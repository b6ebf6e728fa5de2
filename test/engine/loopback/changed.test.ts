// What the stream of changes tells: the tables and the sources of each act, of its undoing and of its redoing.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import type { ProjectChange } from '../../../shared/contract/project.ts';
import { must } from '../../../shared/must.ts';
import { aCoding, aFolder } from '../../helpers/project.ts';

const talk = 'Mara: We bake on Sundays.\nTomas: I sweep.\nMara: Who carries?\nTomas: All of us.\n';

interface Study {
  readonly engine: Engine;
  /** Runs `work` and returns what was told of it. */
  told(work: () => Promise<unknown>): Promise<ProjectChange>;
}

/** Two sources "one" and "two" with a code "Bread". */
async function aStudy(t: { after(work: () => Promise<void>): void }): Promise<Study> {
  const folder = aFolder({ after: (work) => t.after(async () => work()) });
  const engine = createEngine();
  t.after(() => engine.close());
  const file = engine.files.grant(join(folder, 'study.crosscase'));
  await engine.call('project.create', { file, name: 'Study', language: 'en', framework: null, coder: 'Ada' });
  const place = { case: null, phase: null, interviewers: [], encoding: null };
  for (const name of ['one', 'two']) {
    writeFileSync(join(folder, `${name}.txt`), `${talk}${name}\n`);
    const files = [{ token: engine.files.grant(join(folder, `${name}.txt`)), name: `${name}.txt` }];
    for await (const { outcome } of engine.stream('import.files', { files, ...place }))
      assert.equal(outcome, 'imported');
  }
  await engine.call('codes.add', { name: 'Bread', parent: null, shortId: null, definition: null });
  const changes = engine.stream('project.changed', {})[Symbol.asyncIterator]();
  const next = async (): Promise<ProjectChange> => (await changes.next()).value as ProjectChange;
  await next();
  return {
    engine,
    told: async (work) => {
      await work();
      return next();
    },
  };
}

test('an act, its undo and its redo tell the same sources', async (t) => {
  const { engine, told } = await aStudy(t);
  const { sources } = await engine.call('sources.list', {});
  const [one, two] = sources.map(({ uid }) => uid);
  const passage = { start: 6, end: 13 };
  const coding = aCoding({ id: 'c1', source: 'one', code: 'Bread', passage, memo: 'warm' });
  const acts = [
    [() => engine.call('codings.add', coding), ['codings', 'memos'], [one]],
    [
      () => engine.call('codings.add', aCoding({ source: 'two', code: 'Bread', passage })),
      ['codings'],
      [two],
    ],
    [() => engine.call('codings.update', { id: 'c1', memo: 'cold' }), ['memos'], [one]],
    [() => engine.call('codings.remove', { id: 'c1' }), ['codings', 'memos'], [one]],
    [
      () => engine.call('cases.set', { name: 'Mill', attributes: [], sources: ['two'], speakers: [] }),
      null,
      [two],
    ],
    [() => engine.call('cases.remove', { case: 'Mill' }), null, [two]],
    [() => engine.call('speakers.update', { speaker: 'Mara', role: 'interviewer' }), ['speakers'], null],
    [() => engine.call('codes.update', { code: 'Bread', name: 'Loaf' }), ['codes'], []],
    [() => engine.call('sources.update', { source: 'one', name: 'first' }), ['sources'], [one]],
    [() => engine.call('sources.remove', { source: 'first' }), null, null],
  ] as const;
  for (const [act, tables, touched] of acts) {
    const done = await told(act);
    if (tables) assert.deepEqual(done.tables.toSorted(), tables, String(act));
    if (touched) assert.deepEqual(done.sources, touched, String(act));
    assert.ok(touched?.length === 0 || done.sources.length > 0, String(act));
    const undone = await told(() => engine.call('history.undo', {}));
    const redone = await told(() => engine.call('history.redo', {}));
    for (const again of [undone, redone]) {
      assert.deepEqual(again.tables.toSorted(), done.tables.toSorted(), String(act));
      assert.deepEqual(again.sources, done.sources, String(act));
      assert.ok(must(again.act, 'an act') > must(done.act, 'an act'));
    }
  }
});

test('a change names its codings, and these alone can be asked for', async (t) => {
  const { engine, told } = await aStudy(t);
  const add = (id: string, start: number, memo: string | null = null) => {
    const passage = { start, end: start + 2 };
    return engine.call('codings.add', aCoding({ id, source: 'one', code: 'Bread', passage, memo }));
  };
  const asked = async (ids: readonly string[], source = 'one'): Promise<string[]> => {
    const { codings } = await engine.call('codings.list', { source, only: [...ids] });
    return codings.map(({ id }) => id);
  };
  assert.deepEqual((await told(() => add('late', 12))).codings, ['late']);
  assert.deepEqual((await told(() => add('early', 6, 'warm'))).codings, ['early']);
  assert.deepEqual((await told(() => engine.call('history.undo', {}))).codings, ['early']);
  assert.deepEqual(await asked(['early']), []);
  assert.deepEqual((await told(() => engine.call('history.redo', {}))).codings, ['early']);
  assert.deepEqual((await told(() => engine.call('codings.update', { id: 'early', memo: '' }))).codings, [
    'early',
  ]);
  assert.deepEqual(await asked(['late', 'early']), ['early', 'late']);
  assert.deepEqual(await asked(['late', 'nobody']), ['late']);
  assert.deepEqual(await asked(['late'], 'two'), []);
  for (const id of ['late', 'early'])
    assert.deepEqual((await told(() => engine.call('codings.remove', { id }))).codings, [id]);
  assert.deepEqual(await asked(['late', 'early']), []);
});

test('the stream ends when it is left, and a change that nobody follows costs nothing', async (t) => {
  const { engine } = await aStudy(t);
  const leaving = new AbortController();
  const heard: ProjectChange[] = [];
  const follow = async (): Promise<void> => {
    for await (const change of engine.stream('project.changed', {}, leaving.signal)) heard.push(change);
  };
  const following = follow();
  await engine.call('codes.add', { name: 'Yard', parent: null, shortId: null, definition: null });
  leaving.abort();
  await following;
  await engine.call('codes.add', { name: 'Broom', parent: null, shortId: null, definition: null });
  assert.ok(heard.length >= 1 && heard.length <= 2);
});
