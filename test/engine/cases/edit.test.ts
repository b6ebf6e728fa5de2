// Cases, phases, attributes, speakers and sources renamed, moved, detached and removed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeEntries, defineAttribute } from '../../../electron/engine/cases/attributes.ts';
import {
  caseEntries,
  detachFromCase,
  removeCase,
  renameCase,
  setCase,
} from '../../../electron/engine/cases/cases.ts';
import {
  addPhase,
  findPhase,
  movePhase,
  phaseEntries,
  removePhase,
  renamePhase,
} from '../../../electron/engine/cases/phases.ts';
import { updateSource } from '../../../electron/engine/cases/source-details.ts';
import { updateSpeaker } from '../../../electron/engine/cases/speakers.ts';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import type { Project } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import { listActs, type Writable } from '../../../electron/engine/store/change.ts';
import { listSpeakers, sourceEntries } from '../../../electron/engine/text/sources.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { RefusalKey } from '../../../shared/refused.ts';
import { aCoding, act, addText, aProject, refusedWith } from '../../helpers/project.ts';

const talk = (...names: string[]): string =>
  [1, 2, 3].flatMap((n) => names.map((name) => `${name}: That was the ${n}. time in the yard.`)).join('\n');

/** Calls that are one act each, by their names. */
function acts(project: Project) {
  const one =
    <In, Out>(name: string, work: (db: Writable, input: In) => Out) =>
    (input: In): Out =>
      act(project, name, (db) => work(db, input));
  return {
    set: (name: string, more: Partial<Input<'cases.set'>> = {}) =>
      one('cases.set', setCase)({ name, attributes: [], sources: [], speakers: [], ...more }),
    renameCase: one('cases.rename', renameCase),
    removeCase: one('cases.remove', removeCase),
    detach: one('cases.detach', detachFromCase),
    addPhase: one('phases.add', addPhase),
    renamePhase: one('phases.rename', renamePhase),
    movePhase: one('phases.move', movePhase),
    removePhase: one('phases.remove', removePhase),
    define: one('attributes.add', defineAttribute),
    source: one('sources.update', updateSource),
    speaker: one('speakers.update', updateSpeaker),
    last: () => listActs(project.db, 1)[0],
  };
}

const phases = (project: Project): string[] => phaseEntries(project.db).map(({ name }) => name);

test('a case is renamed unless another has the name, in any letter case', (t) => {
  const project = aProject(t);
  const does = acts(project);
  does.set('East');
  does.set('West');
  assert.throws(() => does.renameCase({ case: 'East', name: 'WEST' }), refusedWith('refused.case-exists'));
  assert.throws(() => does.renameCase({ case: 'North', name: 'South' }), refusedWith('refused.unknown-case'));
  assert.equal(does.renameCase({ case: 'east', name: ' EAST  side' }).name, 'EAST side');
  assert.deepEqual(does.last()?.values, { before: 'East', case: 'EAST side' });
});

test('a removed case takes its attributes and what it gathers; sources, speakers and codings stay', (t) => {
  const project = aProject(t);
  addText(project, 'A', talk('Interviewer', 'Ms Lin'), { case: 'East' });
  const does = acts(project);
  does.set('East', { attributes: [{ name: 'Note', value: 'x' }], speakers: ['Ms Lin'] });
  does.set('West', { attributes: [{ name: 'Note', value: 'y' }], sources: ['A'] });
  does.set('North');
  does.removeCase({ case: 'East' });
  does.set('South');
  assert.deepEqual(
    caseEntries(project.db).map(({ name, attributes }) => [name, attributes]),
    [
      ['West', { Note: 'y' }],
      ['North', {}],
      ['South', {}],
    ],
    'a new case stands last',
  );
  assert.deepEqual(sourceEntries(project.db)[0]?.cases, ['West']);
  assert.equal(listSpeakers(project.db).length, 2);
  assert.deepEqual(verifyProject(project.db).faults, []);
});

test('a source or a speaker is taken out of a case that lists it', (t) => {
  const project = aProject(t);
  addText(project, 'A', talk('Interviewer', 'Ms Lin'), { case: 'East' });
  const does = acts(project);
  does.set('East', { speakers: ['Ms Lin'] });
  assert.deepEqual(does.detach({ case: 'East', source: null, speaker: 'Ms Lin' }).speakers, []);
  assert.deepEqual(does.detach({ case: 'East', source: 'A', speaker: null }).sources, []);
  assert.deepEqual(does.last()?.values, { what: 'A', case: 'East' });
  for (const none of [
    { source: 'A', speaker: null },
    { source: null, speaker: 'Ms Lin' },
  ]) {
    assert.throws(() => does.detach({ case: 'East', ...none }), refusedWith('refused.not-in-case'));
  }
});

test('phases are added, renamed and moved; one in use stays', (t) => {
  const project = aProject(t);
  addText(project, 'A', 'One and two.', { phase: 'before' });
  const does = acts(project);
  does.addPhase({ name: 'Follow-up' });
  for (const name of ['follow-UP', 'BEFORE', '之后']) {
    assert.throws(() => does.addPhase({ name }), refusedWith('refused.phase-exists'), name);
  }
  does.movePhase({ phase: 'Follow-up', before: 'during' });
  assert.deepEqual(phases(project), ['Before', 'Follow-up', 'During', 'After']);
  does.movePhase({ phase: 'Before', before: null });
  assert.deepEqual(phases(project), ['Follow-up', 'During', 'After', 'Before']);
  does.movePhase({ phase: 'Before', before: 'Before' });
  assert.deepEqual(phases(project), ['Follow-up', 'During', 'After', 'Before']);

  does.renamePhase({ phase: 'Before', name: 'Baseline' });
  assert.equal(findPhase(project.db, 'before')?.name, 'Baseline', 'it still answers to its kind');
  assert.throws(
    () => does.renamePhase({ phase: 'After', name: 'baseline' }),
    refusedWith('refused.phase-exists'),
  );
  assert.throws(() => does.renamePhase({ phase: 'Never', name: 'X' }), refusedWith('refused.unknown-phase'));

  assert.throws(
    () => does.removePhase({ phase: 'Baseline' }),
    refusedWith('refused.phase-in-use', { sources: 1, codings: 0 }),
  );
  const coding = aCoding({ source: 'A', code: 'T1', passage: { start: 0, end: 3 }, phase: 'after' });
  act(project, 'codings.add', (db) => addCoding(db, coding));
  assert.throws(
    () => does.removePhase({ phase: 'After' }),
    refusedWith('refused.phase-in-use', { codings: 1 }),
  );
  does.removePhase({ phase: 'Follow-up' });
  assert.deepEqual(
    phaseEntries(project.db).map(({ name, kind, sources }) => [name, kind, sources]),
    [
      ['During', 'during', 0],
      ['After', 'after', 0],
      ['Baseline', 'before', 1],
    ],
  );
});

test('a phase of the beginning that was taken away comes back under its own meaning, last', (t) => {
  const project = aProject(t, { language: 'zh' });
  const does = acts(project);
  does.removePhase({ phase: 'before' });
  does.addPhase({ name: '之前' });
  assert.equal(findPhase(project.db, 'before')?.kind, 'before');
  assert.deepEqual(phases(project), ['期间', '之后', '之前']);
});

test('attributes are listed with their choices; a list needs different values', (t) => {
  const project = aProject(t, { framework: null });
  const does = acts(project);
  does.define({ owner: 'case', name: 'Size', type: 'ordinal', choices: ['small', 'large'] });
  does.define({ owner: 'source', name: 'Size', type: 'text', choices: [] });
  assert.throws(
    () => does.define({ owner: 'case', name: 'SIZE', type: 'text', choices: [] }),
    refusedWith('refused.attribute-exists'),
  );
  for (const choices of [[], ['Yes', 'yes']]) {
    assert.throws(
      () => does.define({ owner: 'case', name: 'Kind', type: 'choice', choices }),
      refusedWith('refused.bad-choices'),
    );
  }
  assert.deepEqual(
    attributeEntries(project.db).map(({ owner, name, type, choices }) => ({ owner, name, type, choices })),
    [
      { owner: 'case', name: 'Size', type: 'ordinal', choices: ['small', 'large'] },
      { owner: 'source', name: 'Size', type: 'text', choices: [] },
    ],
  );
  assert.deepEqual(does.set('East', { attributes: [{ name: 'size', value: 'LARGE' }] }).attributes, {
    Size: 'large',
  });
});

test('a source gets a name, a phase and cases; what is left out stays', (t) => {
  const project = aProject(t);
  addText(project, 'A', 'One.', { case: 'East', phase: 'before' });
  addText(project, 'B', 'Two.');
  const does = acts(project);
  does.set('West');
  const shown = () => {
    const { name = '', phase = null, cases = [] } = sourceEntries(project.db)[0] ?? {};
    return [name, phase, cases];
  };
  does.source({ source: 'A', name: ' New  name ' });
  assert.deepEqual(shown(), ['New name', 'Before', ['East']]);
  assert.deepEqual(does.last()?.values, { source: 'A → New name' });
  does.source({ source: '1', phase: 'after', cases: ['West', 'East', 'West'] });
  assert.deepEqual(shown(), ['New name', 'After', ['East', 'West']]);
  does.source({ source: '1', phase: null, cases: [] });
  assert.deepEqual(shown(), ['New name', null, []]);
  const refuses = (change: Omit<Input<'sources.update'>, 'source'>, key: RefusalKey): void =>
    assert.throws(() => does.source({ source: '1', ...change }), refusedWith(key));
  refuses({ name: 'b' }, 'refused.source-exists');
  refuses({ phase: 'Never' }, 'refused.unknown-phase');
  refuses({ cases: ['Nowhere'] }, 'refused.unknown-case');
  assert.deepEqual(shown(), ['New name', null, []]);
});

test('a speaker gets a name or the other role; within a case a name means one person', (t) => {
  const project = aProject(t);
  addText(project, 'A', talk('Interviewer', 'Ms Lin', 'Mr Ma'), { case: 'East' });
  addText(project, 'B', talk('Interviewer', 'Ms Zhu'), { case: 'West' });
  const does = acts(project);
  assert.throws(
    () => does.speaker({ speaker: 'Mr Ma', name: 'ms lin' }),
    refusedWith('refused.speaker-exists'),
  );
  does.speaker({ speaker: 'Mr Ma', name: 'Ms Zhu' });
  assert.throws(() => does.speaker({ speaker: 'Ms Zhu', name: 'X' }), refusedWith('refused.ambiguous'));
  does.speaker({ speaker: 'Ms Lin', role: 'interviewer' });
  assert.deepEqual(
    listSpeakers(project.db).map(({ name, role }) => `${name} ${role}`),
    ['Interviewer interviewer', 'Ms Lin interviewer', 'Ms Zhu respondent', 'Ms Zhu respondent'],
  );
});
