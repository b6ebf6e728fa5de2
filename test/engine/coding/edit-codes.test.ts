// The codebook changed: texts, places in the tree, and codes taken away with or without their codings.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addCode, codeEntries, findCode } from '../../../electron/engine/coding/codes.ts';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import { moveCode, removeCode, updateCode } from '../../../electron/engine/coding/edit-codes.ts';
import { sourceCodings } from '../../../electron/engine/coding/edit-codings.ts';
import type { Project } from '../../../electron/engine/project/open.ts';
import { listActs } from '../../../electron/engine/store/change.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { findFramework } from '../../../shared/frameworks/frameworks.ts';
import { must } from '../../../shared/must.ts';
import { Refused } from '../../../shared/refused.ts';
import { aCoding, act, addText, aProject, refusedWith, type Ending } from '../../helpers/project.ts';

/** A project with a codebook of its own: A (A1 (A1a), A2), B. */
function withCodes(t: Ending): Project {
  const project = aProject(t, { framework: null });
  for (const [name, parent] of [
    ['A', null],
    ['A1', 'A'],
    ['A1a', 'A1'],
    ['A2', 'A'],
    ['B', null],
  ] as const) {
    act(project, 'codes.add', (db) => addCode(db, { name, parent, shortId: null, definition: null }));
  }
  addText(project, 'Note', 'We kept the keys of the yard together for a year.');
  return project;
}

const tree = (project: Project): string =>
  codeEntries(project.db)
    .map(({ name, depth }) => '-'.repeat(depth - 1) + name)
    .join(' ');

const update = (project: Project, input: Input<'codes.update'>) =>
  act(project, 'codes.update', (db) => updateCode(db, input));
const move = (project: Project, code: string, parent: string | null, before: string | null = null) =>
  act(project, 'codes.move', (db) => moveCode(db, { code, parent, before }));
const remove = (project: Project, code: string, codings: Input<'codes.remove'>['codings']) =>
  act(project, 'codes.remove', (db) => removeCode(db, { code, codings }));
const code = (project: Project, name: string, given: Partial<Input<'codings.add'>> = {}) =>
  act(project, 'codings.add', (db) =>
    addCoding(db, aCoding({ source: '1', code: name, passage: { start: 3, end: 7 }, ...given })),
  );

test('texts of a code change one by one; null and an empty text take away; a sibling keeps its name', (t) => {
  const project = withCodes(t);
  const first = update(project, {
    code: 'A1',
    definition: 'D',
    useWhen: 'U',
    color: '#a0b1c2',
    alsoName: '甲',
  });
  assert.deepEqual(
    [first.definition, first.useWhen, first.color, first.alsoName],
    ['D', 'U', '#a0b1c2', '甲'],
  );
  const second = update(project, {
    code: 'A1',
    name: ' New  name ',
    useWhen: '',
    alsoName: null,
    example: 'E',
  });
  assert.deepEqual(second, { ...first, name: 'New name', useWhen: null, alsoName: null, example: 'E' });
  assert.deepEqual(listActs(project.db, 1)[0]?.values, { code: 'A1 → New name' });
  assert.throws(() => update(project, { code: 'A2', name: 'New name' }), refusedWith('refused.code-exists'));
  assert.equal(update(project, { code: 'A1a', name: 'New name' }).parent, second.uid);
});

test('a code moves with what is below it, before a sibling or to the end', (t) => {
  const project = withCodes(t);
  move(project, 'B', 'A', 'A2');
  assert.equal(tree(project), 'A -A1 --A1a -B -A2');
  move(project, 'A1', null, 'A');
  assert.equal(tree(project), 'A1 -A1a A -B -A2');
  move(project, 'B', 'A');
  assert.equal(tree(project), 'A1 -A1a A -A2 -B');
  const acts = listActs(project.db, 100).length;
  move(project, 'B', 'A');
  assert.equal(listActs(project.db, 100).length, acts, 'nothing moved, nothing listed');
});

test('a place under itself, beside nothing or with a taken name is refused', (t) => {
  const project = withCodes(t);
  assert.throws(() => move(project, 'A', 'A'), refusedWith('refused.code-under-itself'));
  assert.throws(() => move(project, 'A', 'A1a'), refusedWith('refused.code-under-itself'));
  assert.throws(() => move(project, 'A2', null, 'A1a'), refusedWith('refused.not-a-sibling'));
  update(project, { code: 'B', name: 'A1' });
  const b = must(codeEntries(project.db).at(-1), 'the last code').uid;
  assert.throws(() => move(project, b, 'A'), refusedWith('refused.code-exists'));
  assert.equal(tree(project), 'A -A1 --A1a -A2 A1');
});

test('any moves leave a tree with the same codes', (t) => {
  const project = withCodes(t);
  const names = ['A', 'A1', 'A1a', 'A2', 'B'];
  const anyName = fc.constantFrom(...names);
  fc.assert(
    fc.property(anyName, fc.option(anyName), fc.option(anyName), (name, parent, before) => {
      const was = tree(project);
      try {
        move(project, name, parent, before);
      } catch (error) {
        assert.ok(error instanceof Refused, String(error));
        assert.equal(tree(project), was);
        return;
      }
      const entries = codeEntries(project.db);
      assert.deepEqual(entries.map((entry) => entry.name).sort(), [...names].sort());
      const above = entries.find((entry) => entry.name === parent)?.uid ?? null;
      assert.equal(entries.find((entry) => entry.name === name)?.parent, above);
      const siblings = entries.filter((entry) => entry.parent === above).map((entry) => entry.name);
      assert.equal(siblings[siblings.indexOf(name) + 1] ?? null, before);
    }),
    { numRuns: 150 },
  );
});

test('a new code stands last among its siblings, in a framework too', (t) => {
  const project = aProject(t);
  act(project, 'codes.add', (db) =>
    addCode(db, { name: 'Mine', parent: 'T', shortId: null, definition: null }),
  );
  const parent = findCode(project.db, 'T').uid;
  assert.equal(
    codeEntries(project.db)
      .filter((entry) => entry.parent === parent)
      .at(-1)?.name,
    'Mine',
  );
});

test('a code with codings is refused, or goes with them and with all below it', (t) => {
  const project = withCodes(t);
  code(project, 'A1a', { memo: 'why' });
  code(project, 'A2');
  code(project, 'B');
  assert.throws(() => remove(project, 'A', 'refuse'), refusedWith('refused.code-has-codings', { n: 2 }));
  assert.equal(tree(project), 'A -A1 --A1a -A2 B');
  remove(project, 'A', 'remove');
  assert.equal(tree(project), 'B');
  assert.equal(sourceCodings(project.db, { source: '1' }).length, 1);
  assert.equal(project.db.value('SELECT count(*) FROM memos'), 0);
  assert.deepEqual(listActs(project.db, 1)[0]?.values, { code: 'A', codes: 4, codings: 2, moved: 0 });
  assert.throws(() => remove(project, 'B', 'refuse'), refusedWith('refused.code-has-codings', { n: 1 }));
});

test('codings move to another code; one that is there already keeps what it says and takes the rest', (t) => {
  const project = withCodes(t);
  code(project, 'B', { id: 'kept', level: 1, memo: 'mine' });
  code(project, 'A1', { id: 'joined', level: 3, direction: 1, phase: 'after', memo: 'moved' });
  code(project, 'A2', { id: 'joined too', weight: 2 });
  code(project, 'A1', { id: 'hers', coder: 'Bo' });
  code(project, 'A1a', { id: 'elsewhere', passage: { start: 8, end: 11 } });
  assert.throws(() => remove(project, 'A', { moveTo: 'A1a' }), refusedWith('refused.move-to-removed'));
  remove(project, 'A', { moveTo: 'B' });
  const b = findCode(project.db, 'B').uid;
  const codings = sourceCodings(project.db, { source: '1' });
  assert.deepEqual(
    codings.map(({ id, code, level, direction, phase, weight, memo }) => ({
      id,
      code,
      level,
      direction,
      phase,
      weight,
      memo,
    })),
    [
      { id: 'kept', code: b, level: 1, direction: 1, phase: 'After', weight: 2, memo: 'mine\nmoved' },
      { id: 'hers', code: b, level: null, direction: null, phase: null, weight: null, memo: null },
      { id: 'elsewhere', code: b, level: null, direction: null, phase: null, weight: null, memo: null },
    ],
  );
  assert.deepEqual(listActs(project.db, 1)[0]?.values, { code: 'A', codes: 4, codings: 4, moved: 1 });
});

test('codings do not move to a code that names a level', (t) => {
  const framework = must(findFramework('asset-based-capacity-building'), 'the framework');
  const project = aProject(t, { framework });
  addText(project, 'Note', 'We kept the keys.');
  code(project, 'C1');
  assert.throws(() => remove(project, 'C1', { moveTo: 'G2' }), refusedWith('refused.code-is-property'));
});

test('a code leaves its code sets', (t) => {
  const project = withCodes(t);
  const a2 = findCode(project.db, 'A2').id;
  act(project, 'codes.update', (db) => {
    const code_set_id = db.insert('code_sets', { uid: 'set', name: 'Set' });
    db.insert('code_set_members', { code_set_id, code_id: a2 });
  });
  remove(project, 'A2', 'refuse');
  assert.equal(project.db.value('SELECT count(*) FROM code_set_members'), 0);
  must(project.changes, 'writable').undo({ coder: 'Ada' });
  assert.equal(project.db.value('SELECT code_id FROM code_set_members'), a2);
  assert.equal(tree(project), 'A -A1 --A1a -A2 B');
});
