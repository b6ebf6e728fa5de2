// Codings changed one property at a time, the codings of a source as they are read, and a source taken away.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { setCase } from '../../../electron/engine/cases/cases.ts';
import { removePhase } from '../../../electron/engine/cases/phases.ts';
import { coderEntries } from '../../../electron/engine/coding/coders.ts';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import { sourceCodings, updateCoding } from '../../../electron/engine/coding/edit-codings.ts';
import { removeSource } from '../../../electron/engine/coding/remove-source.ts';
import { codeEntries } from '../../../electron/engine/coding/codes.ts';
import type { Project } from '../../../electron/engine/project/open.ts';
import { listActs } from '../../../electron/engine/store/change.ts';
import { listSpeakers, readSource, sourceEntries } from '../../../electron/engine/text/sources.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { findFramework } from '../../../shared/frameworks/frameworks.ts';
import { must } from '../../../shared/must.ts';
import { aCoding, act, addText, aProject, refusedWith } from '../../helpers/project.ts';

const TEXT = [
  'Ms Lin: We helped each other 𠮷 then.',
  'Mr Ma: We did, and still do.',
  'Ms Lin: Even now?',
  'Mr Ma: Even now.',
].join('\n');

const add = (project: Project, id: string, given: Partial<Input<'codings.add'>> = {}) =>
  act(project, 'codings.add', (db) =>
    addCoding(db, aCoding({ id, source: '1', code: 'T1', passage: { start: 8, end: 17 }, ...given })),
  );

const update = (project: Project, input: Input<'codings.update'>) =>
  act(project, 'codings.update', (db) => updateCoding(db, input));

const only = (project: Project, id: string) =>
  must(
    sourceCodings(project.db, { source: '1' }).find((coding) => coding.id === id),
    'the coding',
  );

test('what is given changes, what is left out stays, null and an empty memo take away', (t) => {
  const project = aProject(t);
  addText(project, 'Talk', TEXT);
  add(project, 'one', { memo: 'first', level: 2, direction: -1, weight: 3, phase: 'after' });
  const before = only(project, 'one');
  assert.deepEqual(
    { ...before, code: null },
    {
      id: 'one',
      code: null,
      start: 8,
      end: 17,
      coder: 'Ada',
      phase: 'After',
      level: 2,
      direction: -1,
      weight: 3,
      memo: 'first',
    },
  );
  update(project, { id: 'one' });
  assert.deepEqual(only(project, 'one'), before);
  update(project, { id: 'one', level: null, phase: 'during', memo: 'second' });
  assert.deepEqual(only(project, 'one'), { ...before, level: null, phase: 'During', memo: 'second' });
  update(project, { id: 'one', phase: null, direction: 0, weight: null, memo: '' });
  assert.deepEqual(only(project, 'one'), {
    ...before,
    level: null,
    phase: null,
    direction: 0,
    weight: null,
    memo: null,
  });
  assert.equal(project.db.value('SELECT count(*) FROM memos'), 0);
  assert.equal(update(project, { id: 'one', code: 'N2' }).code, 'N2');
  const n2 = codeEntries(project.db).find(({ shortId }) => shortId === 'N2');
  assert.equal(only(project, 'one').code, n2?.uid);
  const [last] = listActs(project.db, 1);
  assert.deepEqual(
    [last?.name, last?.values['source'], last?.values['paragraph']],
    ['codings.update', 'Talk', 1],
  );
});

test('any new borders are widened to characters and quoted anew, or refused and nothing changes', (t) => {
  const project = aProject(t);
  addText(project, 'Talk', TEXT);
  add(project, 'one');
  const border = fc.option(fc.integer({ min: -2, max: TEXT.length + 2 }), { nil: undefined });
  fc.assert(
    fc.property(border, border, (start, end) => {
      const before = only(project, 'one');
      const asked = { start: start ?? before.start, end: end ?? before.end };
      const change = { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
      if (asked.start < 0 || asked.end > TEXT.length || asked.start >= asked.end) {
        assert.throws(() => update(project, { id: 'one', ...change }), refusedWith('refused.span'));
        assert.deepEqual(only(project, 'one'), before);
        return;
      }
      const entry = update(project, { id: 'one', ...change });
      assert.equal(entry.quote, TEXT.slice(entry.start, entry.end));
      assert.ok(entry.quote.isWellFormed());
      assert.ok(entry.start <= asked.start && asked.start - entry.start <= 1);
      assert.ok(entry.end >= asked.end && entry.end - asked.end <= 1);
    }),
    { numRuns: 100 },
  );
});

test('a change that would equal another coding is refused, by border and by code; another coder may have the same', (t) => {
  const project = aProject(t);
  addText(project, 'Talk', TEXT);
  add(project, 'one');
  add(project, 'two', { passage: { start: 8, end: 20 } });
  add(project, 'three', { code: 'N2' });
  add(project, 'hers', { code: 'N2', coder: 'Bo' });
  assert.throws(() => update(project, { id: 'two', end: 17 }), refusedWith('refused.same-coding'));
  assert.throws(() => update(project, { id: 'three', code: 'T1' }), refusedWith('refused.same-coding'));
  assert.throws(() => update(project, { id: 'none', level: 1 }), refusedWith('refused.unknown-coding'));
  assert.throws(() => update(project, { id: 'one', phase: 'Never' }), refusedWith('refused.unknown-phase'));
  assert.equal(update(project, { id: 'hers', code: 'T1' }).coder, 'Bo');
  assert.deepEqual(
    coderEntries(project.db).map(({ name, codings }) => [name, codings]),
    [
      ['Ada', 3],
      ['Bo', 1],
    ],
  );
});

test('a code that names a level or a phase is a property: refused as a code, and refused where its phase is gone', (t) => {
  const framework = must(findFramework('asset-based-capacity-building'), 'the framework');
  const project = aProject(t, { framework });
  addText(project, 'Talk', TEXT);
  add(project, 'one', { code: 'C1' });
  for (const code of ['G2', 'H3']) {
    assert.throws(() => update(project, { id: 'one', code }), refusedWith('refused.code-is-property'));
  }
  act(project, 'phases.remove', (db) => removePhase(db, { phase: 'after' }));
  assert.throws(() => add(project, 'two', { code: 'H3' }), refusedWith('refused.code-lacks-phase'));
});

test('codings are listed in the order of the text, with the uid of their code', (t) => {
  const project = aProject(t);
  addText(project, 'Talk', TEXT);
  addText(project, 'Other', TEXT);
  add(project, 'late', { passage: { start: 40, end: 44 } });
  add(project, 'long', { passage: { start: 8, end: 30 } });
  add(project, 'short');
  add(project, 'elsewhere', { source: 'Other' });
  assert.deepEqual(
    sourceCodings(project.db, { source: 'Talk' }).map(({ id }) => id),
    ['short', 'long', 'late'],
  );
});

test('a source is read with its turns, its speakers and where it belongs', (t) => {
  const project = aProject(t);
  addText(project, 'Talk', TEXT, { case: 'East', phase: 'before' });
  const { text, labels, speakers, cases, phase, number } = readSource(project.db, { source: 'Talk' });
  assert.equal(text, TEXT);
  assert.deepEqual({ cases, phase, number }, { cases: ['East'], phase: 'Before', number: 1 });
  assert.deepEqual(
    labels.map(({ start, end, speaker }) => [text.slice(start, end).trim(), speakers[speaker]?.name]),
    [
      ['Ms Lin:', 'Ms Lin'],
      ['Mr Ma:', 'Mr Ma'],
      ['Ms Lin:', 'Ms Lin'],
      ['Mr Ma:', 'Mr Ma'],
    ],
  );
});

test('a source leaves with its codings, memos, places in cases and those who speak nowhere else', (t) => {
  const project = aProject(t);
  addText(project, 'Talk', TEXT, { case: 'East' });
  addText(project, 'Again', TEXT.replaceAll('Mr Ma', 'Ms Zhu'), { case: 'East' });
  add(project, 'one', { memo: 'a memo' });
  add(project, 'kept', { source: 'Again', memo: 'another' });
  const speakers = ['Mr Ma', 'Ms Lin'];
  const input = { name: 'West', attributes: [], sources: ['Talk'], speakers };
  act(project, 'cases.set', (db) => setCase(db, input));
  act(project, 'sources.remove', (db) => removeSource(db, { source: 'Talk' }));
  assert.deepEqual(
    sourceEntries(project.db).map(({ name }) => name),
    ['Again'],
  );
  assert.deepEqual(
    listSpeakers(project.db).map(({ name }) => name),
    ['Ms Lin', 'Ms Zhu'],
  );
  const left = (table: string): unknown => project.db.value(`SELECT count(*) FROM ${table}`);
  assert.deepEqual(['codings', 'memos', 'source_speakers', 'members'].map(left), [1, 1, 2, 2]);
  assert.deepEqual(listActs(project.db, 1)[0]?.values, { source: 'Talk', codings: 1 });
  assert.throws(
    () => act(project, 'sources.remove', (db) => removeSource(db, { source: 'Talk' })),
    refusedWith('refused.unknown-source'),
  );
});
