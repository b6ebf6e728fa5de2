// The one door to writes: durable, undoable across runs, listed, sealed.
import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { listCodes } from '../../../electron/engine/coding/codes.ts';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import { saveDocument } from '../../../electron/engine/import/save.ts';
import { openProject, type Project } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { listActs } from '../../../electron/engine/store/change.ts';
import { trackedTables } from '../../../electron/engine/store/tables.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { isWordKey, say } from '../../../shared/words/say.ts';
import { aCoding, act, addText, aDocument, aProject, reopened } from '../../helpers/project.ts';
import { anyAct, perform } from './random-acts.ts';

const TEXT =
  'Ms Lin: We trust the club 😀 and the club trusts us.\nInterviewer: Since when?\nMs Lin: Since the fire.';

const coding = (input: Partial<Input<'codings.add'>>): Input<'codings.add'> =>
  aCoding({ source: '1', code: 'T1', passage: { start: 0, end: 5 }, ...input });

/** Every tracked row of the project: what undo must bring back exactly. */
function contentOf(project: Project): unknown {
  const tables = [...trackedTables(project.db).keys()].sort();
  return tables.map((table) => [table, project.db.rows(`SELECT * FROM ${table} ORDER BY id`)]);
}

test('an act that changes nothing is not listed, a failed one leaves nothing', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', TEXT);
  act(project, 'codings.add', (db) => addCoding(db, coding({})));
  const before = contentOf(project);
  const listed = listActs(project.db, 100).length;
  assert.equal(act(project, 'codings.add', (db) => addCoding(db, coding({}))).outcome, 'already there');
  assert.throws(() =>
    act(project, 'codings.add', (db) => {
      addCoding(db, coding({ code: 'T2' }));
      throw new Error('half way');
    }),
  );
  assert.deepEqual(contentOf(project), before);
  assert.equal(listActs(project.db, 100).length, listed);
});

test('undo and redo work across runs and are listed with who, when and what', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', TEXT);
  const empty = contentOf(project);
  act(project, 'codings.add', (db) => addCoding(db, coding({ memo: 'first', coder: 'Bo' })));
  const full = contentOf(project);
  project.close();

  const second = openProject(project.connection.path, 'write');
  t.after(() => second.close());
  const changes = must(second.changes, 'writable');
  assert.equal(must(changes.undo({ coder: 'Ada' }), 'an act').name, 'codings.add');
  assert.deepEqual(contentOf(second), empty);
  assert.equal(must(changes.redo({ coder: 'Ada' }), 'an act').state, 'done');
  assert.deepEqual(contentOf(second), full);
  assert.equal(changes.redo({ coder: 'Ada' }), null);

  const acts = listActs(second.db, 100);
  assert.deepEqual(
    acts.map((each) => each.name),
    ['redo', 'undo', 'codings.add', 'import.files', 'project.create'],
  );
  assert.ok(acts.every((each) => each.coder === 'Ada' && !Number.isNaN(Date.parse(each.at))));
  assert.deepEqual(acts[2]?.values, { code: 'Trust among residents', source: 'Lin', paragraph: 1 });
});

test('the beginning of a project cannot be undone', (t) => {
  const project = aProject(t);
  assert.equal(must(project.changes, 'writable').undo({ coder: 'Ada' }), null);
  assert.equal(listCodes(project.db).length, 67);
});

test('a new act ends the line of what could be redone', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', TEXT);
  const changes = must(project.changes, 'writable');
  act(project, 'codings.add', (db) => addCoding(db, coding({})));
  changes.undo({ coder: 'Ada' });
  act(project, 'codings.add', (db) => addCoding(db, coding({ code: 'N2' })));
  assert.equal(changes.redo({ coder: 'Ada' }), null);
  assert.equal(listActs(project.db, 100).find((each) => each.state === 'dropped')?.name, 'codings.add');
  assert.deepEqual(verifyProject(project.db).faults, []);
});

test('a batch is one act, each piece durable by itself; what comes between begins another one', (t) => {
  const project = aProject(t);
  const changes = must(project.changes, 'writable');
  const empty = contentOf(project);
  const place = { case: 'North', phase: null, interviewers: [] };
  const batch = changes.batch({ name: 'import.files', coder: 'Ada' });
  const store = (name: string): unknown =>
    batch((db) => saveDocument(db, `${name}.txt`, aDocument(TEXT), place));
  const told = (): unknown => {
    const [latest] = listActs(project.db, 1);
    return latest && [latest.name, latest.values, latest.state];
  };
  store('one');
  assert.deepEqual(told(), ['import.files', { source: 'one' }, 'done']);
  store('two');
  assert.equal(reopened(t, project).db.value('SELECT count(*) FROM sources'), 2);
  store('three');
  assert.deepEqual(told(), ['import.files', { source: 'one', more: 2 }, 'done']);
  const full = contentOf(project);
  must(changes.undo({ coder: 'Ada' }), 'an act');
  assert.deepEqual(contentOf(project), empty);
  must(changes.redo({ coder: 'Ada' }), 'an act');
  assert.deepEqual(contentOf(project), full);
  act(project, 'codings.add', (db) => addCoding(db, coding({})));
  store('four');
  assert.deepEqual(told(), ['import.files', { source: 'four' }, 'done']);
  must(changes.undo({ coder: 'Ada' }), 'an act');
  assert.equal(project.db.value('SELECT count(*) FROM sources'), 3);
  assert.equal(verifyProject(project.connection).ok, true);
});

test('an act of more rows than one call takes arguments is undone and done again', (t) => {
  const project = aProject(t);
  const changes = must(project.changes, 'writable');
  const count = (): unknown => project.db.value(`SELECT count(*) FROM phases WHERE name LIKE 'Month %'`);
  act(project, 'phases.add', (db) => {
    for (let n = 0; n < 130_000; n++)
      db.insert('phases', { uid: `month-${n}`, name: `Month ${n}`, kind: null, position: n });
  });
  assert.equal(must(changes.undo({ coder: 'Ada' }), 'an act').name, 'phases.add');
  assert.equal(count(), 0);
  assert.equal(must(changes.redo({ coder: 'Ada' }), 'an act').name, 'phases.add');
  assert.equal(count(), 130_000);
});

test('500 random acts with undo and redo mixed in: always sound, and undo to the start restores the content exactly', () => {
  const done = new Set<string>();
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 500, maxLength: 500 }), (steps) => {
      const cleanups: (() => void)[] = [];
      const project = aProject({ after: (work) => cleanups.unshift(work) });
      try {
        const start = contentOf(project);
        addText(project, 'Lin', TEXT);
        for (const each of steps) {
          const edit = perform(project, each);
          if (edit !== null) done.add(edit);
        }
        assert.deepEqual(verifyProject(project.db).faults, []);
        for (const { name, values } of listActs(project.db, 10_000)) {
          const key = `history.${name}`;
          if (name === 'undo' || name === 'redo') continue;
          assert.ok(isWordKey(key), key);
          for (const language of ['en', 'zh'] as const) assert.notEqual(say(language, key, values), '');
        }
        const end = contentOf(project);
        const changes = must(project.changes, 'writable');
        let undone = 0;
        while (changes.undo({ coder: 'Ada' })) undone += 1;
        assert.deepEqual(contentOf(project), start);
        assert.deepEqual(verifyProject(project.db).faults, []);
        for (let i = 0; i < undone; i++) changes.redo({ coder: 'Ada' });
        assert.deepEqual(contentOf(project), end);
      } finally {
        for (const cleanup of cleanups) cleanup();
      }
    }),
    { numRuns: 2 },
  );
  assert.ok(done.size > 9, 'most kinds of edits were made');
});

test('a project that another program replaced is noticed; the work is kept beside it', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', TEXT);
  const { path } = project.connection;
  copyFileSync(path, `${path}.other`);
  renameSync(`${path}.other`, path);
  assert.throws(
    () => act(project, 'codings.add', (db) => addCoding(db, coding({}))),
    (error) => error instanceof Refused && error.refusal.key === 'refused.replaced',
  );
  assert.throws(() => act(project, 'codings.add', (db) => addCoding(db, coding({ code: 'T2' }))));
  const copies = readdirSync(dirname(path)).filter((name) => name.includes('(recovered'));
  assert.equal(copies.length, 1);
  const kept = openProject(path.replace('.crosscase', ' (recovered).crosscase'), 'read');
  t.after(() => kept.close());
  assert.equal(kept.db.value('SELECT count(*) FROM sources'), 1);
  assert.deepEqual(verifyProject(kept.db).faults, []);
});

test('a project that was deleted is noticed too', (t) => {
  const project = aProject(t);
  rmSync(project.connection.path);
  assert.throws(
    () => addText(project, 'Lin', TEXT),
    (error) => error instanceof Refused && error.refusal.key === 'refused.replaced',
  );
});

test('reading is possible while the project is held, and cannot write', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', TEXT);
  const reader = reopened(t, project);
  assert.equal(reader.db.value('SELECT count(*) FROM sources'), 1);
  assert.equal(reader.changes, null);
  assert.throws(() => reader.connection.write('DELETE FROM sources'));
});
