// Codings: where a passage is found, what is stored once, what levels and phases named by a code do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addCode, codeEntries, findCode } from '../../../electron/engine/coding/codes.ts';
import { addCoding, removeCoding } from '../../../electron/engine/coding/codings.ts';
import { frequencies } from '../../../electron/engine/matrices/answers.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import type { Project } from '../../../electron/engine/project/open.ts';
import type { CodingAdded } from '../../../shared/contract/coding.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { findFramework } from '../../../shared/frameworks/frameworks.ts';
import { must } from '../../../shared/must.ts';
import { aCoding, act, addText, aProject, refusedWith } from '../../helpers/project.ts';

const TEXT = 'Interviewer: Who helped?\nMs Lin: Everyone helped. Everyone!\n\nMs Lin: Even 𠮷 helped 👩‍👧.';

function code(project: Project, input: Partial<Input<'codings.add'>>): CodingAdded {
  const whole = aCoding({ source: 'Lin', code: 'T1', passage: { start: 0, end: 5 }, ...input });
  return act(project, 'codings.add', (db) => addCoding(db, whole));
}

test('a passage is found exactly, counted from 1, left to right without overlap', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', TEXT);
  assert.throws(
    () => code(project, { passage: { find: 'helped', nth: null } }),
    refusedWith('refused.several', { n: 3 }),
  );
  assert.throws(
    () => code(project, { passage: { find: 'everyone', nth: null } }),
    refusedWith('refused.not-found'),
  );
  assert.throws(
    () => code(project, { passage: { find: 'helped', nth: 4 } }),
    refusedWith('refused.no-nth', { n: 3 }),
  );
  assert.throws(() => code(project, { passage: { find: '', nth: null } }), refusedWith('refused.not-found'));
  const { outcome, quote, start, paragraph, speaker } = code(project, {
    passage: { find: 'Everyone', nth: 2 },
  });
  const at = TEXT.indexOf('Everyone!');
  assert.deepEqual(
    { outcome, quote, start, paragraph, speaker },
    { outcome: 'added', quote: 'Everyone', start: at, paragraph: 2, speaker: 'Ms Lin' },
  );
  assert.equal(code(project, { passage: { find: 'Even', nth: 1 } }).paragraph, 3);

  addText(project, 'Aaa', 'aaaaa');
  assert.equal(code(project, { source: 'Aaa', passage: { find: 'aa', nth: 2 } }).start, 2);
});

test('a span outside the text, empty or reversed is refused; one that would cut a character is widened and says so', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', TEXT);
  for (const [start, end] of [
    [-1, 3],
    [3, 3],
    [5, 2],
    [0, TEXT.length + 1],
  ] as const) {
    assert.throws(
      () => code(project, { passage: { start, end } }),
      refusedWith('refused.span', { length: TEXT.length }),
    );
  }
  const han = TEXT.indexOf('𠮷');
  const widened = code(project, { passage: { start: han + 1, end: han + 3 } });
  assert.deepEqual([widened.widened, widened.start, widened.quote], [true, han, '𠮷 ']);
  assert.equal(code(project, { passage: { start: han, end: han + 2 }, code: 'T2' }).widened, false);
});

test('any span that is stored quotes its text exactly and cuts no character', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', TEXT);
  fc.assert(
    fc.property(fc.nat(TEXT.length), fc.nat(TEXT.length), (a, b) => {
      fc.pre(a !== b);
      const added = code(project, { passage: { start: Math.min(a, b), end: Math.max(a, b) } });
      assert.equal(added.quote, TEXT.slice(added.start, added.end));
      assert.ok(added.quote.isWellFormed());
      assert.ok(added.start <= Math.min(a, b) && added.end >= Math.max(a, b));
    }),
    { numRuns: 150 },
  );
});

test('the same code, passage and coder is stored once; a repeated id is harmless, a taken one refused', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', TEXT);
  const first = code(project, { id: 'mine' });
  assert.deepEqual({ ...code(project, { id: 'mine' }), outcome: 'added' }, first);
  assert.equal(code(project, { id: 'other' }).outcome, 'already there');
  assert.equal(code(project, { coder: 'Bo' }).outcome, 'added');
  assert.equal(code(project, { coder: 'bo', code: 'Trust among residents' }).outcome, 'already there');
  assert.throws(() => code(project, { id: 'mine', code: 'T2' }), refusedWith('refused.id-in-use'));
  assert.equal(project.db.value('SELECT count(*) FROM codings'), 2);
  assert.equal(act(project, 'codings.remove', (db) => removeCoding(db, { id: 'mine' })).quote, first.quote);
  assert.throws(
    () => act(project, 'codings.remove', (db) => removeCoding(db, { id: 'mine' })),
    refusedWith('refused.unknown-coding'),
  );
});

test('codes and sources answer to short id, name in both languages, number and id; headings may be used', (t) => {
  const project = aProject(t, { language: 'zh' });
  addText(project, 'Lin', TEXT);
  const { uid, id } = findCode(project.db, 'T1');
  for (const name of [
    't1',
    '居民间信任',
    'Trust among residents',
    'trust AMONG residents',
    String(id),
    uid,
  ]) {
    assert.equal(findCode(project.db, name).id, id, name);
  }
  assert.throws(
    () =>
      act(project, 'codes.add', (db) =>
        addCode(db, { name: '新', parent: null, shortId: 't1', definition: null }),
      ),
    refusedWith('refused.short-id-exists'),
  );
  assert.equal(code(project, { source: '1', code: 'T' }).code, 'T');
  assert.throws(() => code(project, { code: 'Love' }), refusedWith('refused.unknown-code', { name: 'Love' }));
  assert.throws(() => code(project, { source: 'Ma' }), refusedWith('refused.unknown-source', { name: 'Ma' }));
  for (const parent of ['T', 'N']) {
    act(project, 'codes.add', (db) => addCode(db, { name: '其他', parent, shortId: null, definition: null }));
  }
  assert.throws(() => code(project, { code: '其他' }), refusedWith('refused.ambiguous'));
  assert.throws(
    () =>
      act(project, 'codes.add', (db) =>
        addCode(db, { name: '其他', parent: 'N', shortId: null, definition: null }),
      ),
    refusedWith('refused.code-exists'),
  );
});

test('a code that names a level or a phase is stored only as that property', (t) => {
  const framework = must(findFramework('asset-based-capacity-building'), 'the framework');
  const project = aProject(t, { framework });
  addText(project, 'Lin', TEXT);
  const passage = { start: 25, end: 40 };
  const levels = (): unknown =>
    project.db.rows(
      `SELECT c.short_id, g.level, p.kind FROM codings g JOIN codes c ON c.id = g.code_id LEFT JOIN phases p ON p.id = g.phase_id ORDER BY c.short_id`,
    );
  code(project, { passage, code: 'C1' });
  code(project, { passage, code: 'M1' });
  const set = (name: string) => {
    const { outcome, set } = code(project, { passage, code: name });
    return [outcome, ...set];
  };
  assert.deepEqual(set('G1'), ['already there', 'level']);
  assert.deepEqual(set('H3'), ['already there', 'phase']);
  assert.deepEqual(levels(), [
    ['C1', 1, 'after'],
    ['M1', 1, 'after'],
  ]);
  assert.deepEqual(set('Weak'), ['already there']);
  assert.deepEqual(set('G3'), ['already there', 'level']);
  const alone = code(project, { passage: { start: 41, end: 44 }, code: 'G2' });
  assert.deepEqual([alone.outcome, alone.code], ['added', 'G2']);
  assert.deepEqual(levels(), [
    ['C1', 3, 'after'],
    ['G', 2, null],
    ['M1', 3, 'after'],
  ]);
});

test('the codebook is a tree: parents before children, numbers of codings beside', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', TEXT);
  code(project, {});
  const entries = codeEntries(project.db);
  const place = new Map(entries.map((entry, index) => [entry.uid, index]));
  for (const [index, { parent, depth }] of entries.entries()) {
    if (parent === null) assert.equal(depth, 1);
    else assert.ok(must(place.get(parent), 'the parent') < index);
  }
  assert.equal(entries.find((entry) => entry.shortId === 'T1')?.codings, 1);
});

test('what is given for a coding that is there is added where it is empty and refused where it differs', (t) => {
  const project = aProject(t);
  addText(project, 'Lin', TEXT);
  const stored = (): unknown =>
    project.db.rows(
      `SELECT g.level, g.direction, g.weight, p.kind, (SELECT group_concat(body) FROM memos WHERE owner_id = g.id)
       FROM codings g LEFT JOIN phases p ON p.id = g.phase_id`,
    );
  code(project, { id: 'mine', direction: 1 });
  const more = { id: 'mine', level: 2, memo: 'new', phase: 'after' };
  assert.deepEqual(code(project, more).set, ['phase', 'level', 'memo']);
  assert.deepEqual(stored(), [[2, 1, null, 'after', 'new']]);
  for (const again of [more, { ...more, id: 'other', direction: 1 }, {}]) {
    const { outcome, set } = code(project, again);
    assert.deepEqual([outcome, set], ['already there', []]);
  }
  for (const other of [{ level: 3 }, { direction: -1 }, { phase: 'before' }, { memo: 'else' }]) {
    assert.throws(
      () => code(project, { ...other, weight: 5 }),
      refusedWith('refused.coding-differs', { code: 'Trust among residents', id: 'mine' }),
    );
  }
  assert.deepEqual(stored(), [[2, 1, null, 'after', 'new']]);
});

test('a code that names a level takes the other properties along and refuses another level beside it', (t) => {
  const framework = must(findFramework('asset-based-capacity-building'), 'the framework');
  const project = aProject(t, { framework });
  addText(project, 'Lin', TEXT);
  const stored = (): unknown =>
    project.db.rows(
      `SELECT c.short_id, g.level, g.direction, p.kind, (SELECT group_concat(body) FROM memos WHERE owner_id = g.id)
       FROM codings g JOIN codes c ON c.id = g.code_id LEFT JOIN phases p ON p.id = g.phase_id ORDER BY g.id`,
    );
  const extras = { direction: -1, phase: 'before', memo: 'fragile' };
  code(project, { code: 'C1' });
  code(project, { code: 'M1', direction: -1 });
  assert.deepEqual(code(project, { code: 'G1', ...extras }).set, ['level', 'phase', 'direction', 'memo']);
  assert.deepEqual(stored(), [
    ['C1', 1, -1, 'before', 'fragile'],
    ['M1', 1, -1, 'before', 'fragile'],
  ]);
  assert.equal(code(project, { code: 'G1', ...extras }).outcome, 'already there');
  assert.throws(() => code(project, { code: 'G1', memo: 'else' }), refusedWith('refused.coding-differs'));
  assert.throws(() => code(project, { code: 'G1', level: 2 }), refusedWith('refused.code-names-other'));
  assert.throws(
    () => code(project, { code: 'H3', phase: 'before' }),
    refusedWith('refused.code-names-other'),
  );

  const alone = { passage: { start: 41, end: 44 }, code: 'G2' };
  code(project, { ...alone, phase: 'after', memo: 'alone' });
  assert.deepEqual((stored() as unknown[]).at(-1), ['G', 2, null, 'after', 'alone']);
});

test('levels, phases and codes of a passage give the same tables in any order', (t) => {
  const framework = must(findFramework('asset-based-capacity-building'), 'the framework');
  const steps: Partial<Input<'codings.add'>>[] = [
    { code: 'C1', direction: 1 },
    { code: 'G2', weight: 3 },
    { code: 'H3' },
  ];
  const orders = [
    [0, 1, 2],
    [1, 0, 2],
    [1, 2, 0],
    [2, 1, 0],
    [2, 0, 1],
    [0, 2, 1],
  ];
  const tellings = orders.map((order) => {
    const project = aProject(t, { framework });
    addText(project, 'Lin', TEXT);
    for (const step of order) code(project, must(steps[step], 'the step'));
    const corpus = keepCorpus(project.db).current();
    const filtered = { by: 'code' as const, filters: [], overlap: 'split' as const, coders: null };
    return frequencies(project.db, corpus, filtered).rows.filter(({ references }) => references > 0);
  });
  for (const told of tellings) assert.deepEqual(told, tellings[0]);
  assert.deepEqual(
    tellings[0]?.map(({ id, references }) => [id, references]),
    [
      ['C', 1],
      ['C1', 1],
      ['G', 1],
      ['G2', 1],
      ['H', 1],
      ['H3', 1],
    ],
  );

  const waiting = [
    [1, 2],
    [2, 1],
  ].map((order) => {
    const project = aProject(t, { framework });
    addText(project, 'Lin', TEXT);
    for (const step of order) code(project, must(steps[step], 'the step'));
    return project.db.rows('SELECT code_id, level, phase_id, weight FROM codings');
  });
  assert.deepEqual(waiting[0], waiting[1]);
});

test('a coding takes over what waited for it, in one act; the placeholder of another coder stays', (t) => {
  const framework = must(findFramework('asset-based-capacity-building'), 'the framework');
  const project = aProject(t, { framework });
  addText(project, 'Lin', TEXT);
  code(project, { code: 'G2', weight: 3, memo: 'slowly' });
  code(project, { code: 'G1', coder: 'Bo' });
  assert.throws(() => code(project, { code: 'C1', level: 3 }), refusedWith('refused.coding-differs'));
  assert.equal(code(project, { code: 'C1', memo: 'seen' }).outcome, 'added');
  const stored = (): unknown =>
    project.db.rows(
      `SELECT c.short_id, g.level, g.weight, k.name,
         (SELECT group_concat(body, '+' ORDER BY id) FROM memos WHERE owner = 'coding' AND owner_id = g.id)
       FROM codings g JOIN codes c ON c.id = g.code_id JOIN coders k ON k.id = g.coder_id ORDER BY g.coder_id`,
    );
  assert.deepEqual(stored(), [
    ['C1', 2, 3, 'Ada', 'slowly+seen'],
    ['G', 1, null, 'Bo', null],
  ]);
  must(project.changes, 'a writable project').undo({ coder: 'Ada' });
  assert.deepEqual(stored(), [
    ['G', 2, 3, 'Ada', 'slowly'],
    ['G', 1, null, 'Bo', null],
  ]);
});
