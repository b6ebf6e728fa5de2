// The one door to writes: durable, undoable across runs, listed, sealed.
import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { defineAttribute } from '../../../electron/engine/cases/attributes.ts';
import { detachFromCase, removeCase, renameCase, setCase } from '../../../electron/engine/cases/cases.ts';
import { addPhase, movePhase, removePhase, renamePhase } from '../../../electron/engine/cases/phases.ts';
import { updateSource } from '../../../electron/engine/cases/source-details.ts';
import { updateSpeaker } from '../../../electron/engine/cases/speakers.ts';
import { addCode, listCodes } from '../../../electron/engine/coding/codes.ts';
import { addCoding, removeCoding } from '../../../electron/engine/coding/codings.ts';
import { moveCode, removeCode, updateCode } from '../../../electron/engine/coding/edit-codes.ts';
import { updateCoding } from '../../../electron/engine/coding/edit-codings.ts';
import { removeSource } from '../../../electron/engine/coding/remove-source.ts';
import { openProject, type Project } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { listActs, type Writable } from '../../../electron/engine/store/change.ts';
import { trackedTables } from '../../../electron/engine/store/rows.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { isWordKey, say } from '../../../shared/words/say.ts';
import { aCoding, act, addText, aProject, reopened } from '../../helpers/project.ts';

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

/** What an edit is made of; the numbers choose among what the project holds. */
interface Edit {
  readonly one: number;
  readonly other: number;
  readonly name: string;
  readonly text: string | null;
}

type Table = 'codings' | 'codes' | 'sources' | 'speakers' | 'cases' | 'phases';

/** The acts that change what there is, each on something that `edit` chooses; nothing to choose is a refusal. */
const edits: Readonly<Record<string, (db: Writable, edit: Edit) => unknown>> = {
  'codings.update': (db, { one, other, text }) => {
    const memo = text === null ? {} : { memo: text };
    const recode = one % 3 === 0 ? { code: pick(db, 'codes', other) } : {};
    const id = pick(db, 'codings', one);
    const span = { start: other % 60, end: (other % 60) + 1 + (one % 9) };
    const properties = { phase: one % 2 ? null : pick(db, 'phases', other), level: (other % 3) + 1 };
    return updateCoding(db, { id, ...span, ...recode, ...properties, ...memo });
  },
  'codes.update': (db, { one, name, text }) =>
    updateCode(db, { code: pick(db, 'codes', one), name, definition: text, alsoName: text }),
  'codes.move': (db, { one, other }) => {
    const parent = other % 3 === 0 ? null : pick(db, 'codes', other);
    return moveCode(db, { code: pick(db, 'codes', one), parent, before: null });
  },
  'codes.remove': (db, { one, other }) => {
    const moveTo = { moveTo: pick(db, 'codes', other) };
    const codings = other % 3 === 0 ? 'refuse' : other % 3 === 1 ? 'remove' : moveTo;
    return removeCode(db, { code: pick(db, 'codes', one), codings });
  },
  'sources.update': (db, { one, other, name }) => {
    const cases = other % 2 ? [] : [pick(db, 'cases', other)];
    return updateSource(db, {
      source: pick(db, 'sources', one),
      name,
      phase: pick(db, 'phases', other),
      cases,
    });
  },
  'sources.remove': (db, { one }) => removeSource(db, { source: pick(db, 'sources', one) }),
  'speakers.update': (db, { one, other, name }) => {
    const role = other % 2 ? 'interviewer' : 'respondent';
    return updateSpeaker(db, { speaker: pick(db, 'speakers', one), name, role });
  },
  'cases.rename': (db, { one, name }) => renameCase(db, { case: pick(db, 'cases', one), name }),
  'cases.remove': (db, { one }) => removeCase(db, { case: pick(db, 'cases', one) }),
  'cases.detach': (db, { one, other }) =>
    detachFromCase(db, { case: pick(db, 'cases', one), source: pick(db, 'sources', other), speaker: null }),
  'attributes.add': (db, { one, name }) =>
    defineAttribute(db, { owner: one % 2 ? 'case' : 'source', name, type: 'choice', choices: ['a', 'b'] }),
  'phases.add': (db, { name }) => addPhase(db, { name }),
  'phases.rename': (db, { one, name }) => renamePhase(db, { phase: pick(db, 'phases', one), name }),
  'phases.move': (db, { one, other }) =>
    movePhase(db, { phase: pick(db, 'phases', one), before: pick(db, 'phases', other) }),
  'phases.remove': (db, { one }) => removePhase(db, { phase: pick(db, 'phases', one) }),
};

function pick(db: Writable, table: Table, which: number): string {
  const ids = db.rows<[string]>(`SELECT uid FROM ${table} ORDER BY id`);
  const [id] = ids[which % Math.max(1, ids.length)] ?? [];
  if (id === undefined) throw new Refused('refused.unknown-source', { name: table });
  return id;
}

test('500 random acts with undo and redo mixed in: always sound, and undo to the start restores the content exactly', () => {
  const codes = ['T1', 'T2', 'N1', 'W3', 'F5'];
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('code' as const),
        start: fc.nat(90),
        length: fc.integer({ min: 1, max: 30 }),
        code: fc.constantFrom(...codes),
        level: fc.option(fc.integer({ min: 1, max: 3 })),
        memo: fc.option(fc.string({ unit: 'grapheme', maxLength: 12 })),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('uncode' as const), which: fc.nat(50) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('text' as const),
        text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        case: fc.option(fc.constantFrom('East', 'West')),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('case' as const),
        name: fc.constantFrom('East', 'West', '南'),
        value: fc.string({ unit: 'grapheme', maxLength: 8 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('add code' as const),
        name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('edit' as const),
        act: fc.constantFrom(...Object.keys(edits)),
        one: fc.nat(200),
        other: fc.nat(200),
        name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((text) => `n${text}`),
        text: fc.option(fc.string({ unit: 'grapheme', maxLength: 8 })),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  );
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
  const done = new Set<string>();
  const perform = (project: Project, each: Step): void => {
    const changes = must(project.changes, 'writable');
    switch (each.do) {
      case 'code': {
        const { code, start, length, level, memo } = each;
        const input = { code, level, memo, passage: { start, end: start + length } };
        act(project, 'codings.add', (db) =>
          addCoding(db, coding({ ...input, source: pick(db, 'sources', start) })),
        );
        return;
      }
      case 'uncode': {
        const ids = project.db.rows<[string]>('SELECT uid FROM codings ORDER BY id').map(([id]) => id);
        const id = ids[each.which % Math.max(1, ids.length)];
        if (id !== undefined) act(project, 'codings.remove', (db) => removeCoding(db, { id }));
        return;
      }
      case 'text':
        addText(project, 'note', each.text, { case: each.case });
        return;
      case 'case': {
        const attributes = [{ name: 'Note', value: each.value }];
        const input = { name: each.name, attributes, sources: ['1'], speakers: [] };
        act(project, 'cases.set', (db) => setCase(db, input));
        return;
      }
      case 'add code': {
        const input = { name: each.name, parent: null, shortId: null, definition: null };
        act(project, 'codes.add', (db) => addCode(db, input));
        return;
      }
      case 'edit': {
        const edit = must(edits[each.act], 'the edit');
        act(project, each.act, (db) => edit(db, each));
        done.add(each.act);
        return;
      }
      case 'undo':
      case 'redo':
        changes[each.do]({ coder: 'Ada' });
    }
  };
  fc.assert(
    fc.property(fc.array(step, { minLength: 500, maxLength: 500 }), (steps) => {
      const cleanups: (() => void)[] = [];
      const project = aProject({ after: (work) => cleanups.unshift(work) });
      try {
        const start = contentOf(project);
        addText(project, 'Lin', TEXT);
        for (const each of steps) {
          try {
            perform(project, each);
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
          }
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
