// Cases, attributes with their types, phases, and who counts as one speaker.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseEntries, detachFromCase, setCase } from '../../../electron/engine/cases/cases.ts';
import { findPhase, listPhases } from '../../../electron/engine/cases/phases.ts';
import type { Project } from '../../../electron/engine/project/open.ts';
import { listSpeakers, sourceEntries } from '../../../electron/engine/text/sources.ts';
import { must } from '../../../shared/must.ts';
import { findFramework } from '../../../shared/frameworks/frameworks.ts';
import { Refused } from '../../../shared/refused.ts';
import { sayRefusal } from '../../../shared/say-refused.ts';
import { act, addText, aProject, refusedWith } from '../../helpers/project.ts';

const talk = (...names: string[]): string =>
  [1, 2, 3]
    .flatMap((n) => names.map((name) => `${name}: That was the ${n}. time we met in the yard.`))
    .join('\n');

function set(
  project: Project,
  name: string,
  attributes: Record<string, string>,
  more: { sources?: string[]; speakers?: string[] } = {},
) {
  const pairs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  const input = { name, attributes: pairs, sources: [], speakers: [], ...more };
  return act(project, 'cases.set', (db) => setCase(db, input));
}

test('a case is made once and gathers attributes, sources and speakers', (t) => {
  const project = aProject(t);
  addText(project, 'A', talk('Interviewer', 'Ms Lin'), { case: 'Ferry Street' });
  addText(project, 'B', talk('Interviewer', 'Mr Ma'));
  set(
    project,
    'ferry street',
    { 'Households in community': '1200', 'Kind of community': 'resettle' },
    { sources: ['B'] },
  );
  const entry = set(project, 'Ferry Street', { Motto: 'Together' }, { sources: ['A'], speakers: ['Mr Ma'] });
  assert.deepEqual(
    { attributes: entry.attributes, sources: entry.sources, speakers: entry.speakers },
    {
      attributes: {
        'Households in community': '1200',
        'Kind of community': 'resettlement',
        Motto: 'Together',
      },
      sources: ['A', 'B'],
      speakers: ['Mr Ma'],
    },
  );
  set(project, entry.uid.slice(0, 8), {});
  assert.deepEqual(
    caseEntries(project.db).map(({ name }) => name),
    ['Ferry Street'],
  );
});

test('a value that does not fit its attribute is refused with what fits, and an empty one takes it away', (t) => {
  const project = aProject(t);
  const refusal = (attributes: Record<string, string>): string => {
    try {
      set(project, 'East', attributes);
    } catch (error) {
      if (error instanceof Refused) return `${error.refusal.key}: ${sayRefusal('en', error.refusal)}`;
      throw error;
    }
    return 'set';
  };
  assert.match(refusal({ 'Households in community': 'many' }), /^refused.not-a-number/);
  assert.match(
    refusal({ 'Registration status': 'perhaps' }),
    /^refused.not-a-choice: .* one of: registered, filed with street office, none; /,
  );
  assert.deepEqual(caseEntries(project.db), []);
  assert.equal(refusal({ 'Households in community': '12,5', 登记状态: '登记' }), 'set');
  assert.deepEqual(caseEntries(project.db)[0]?.attributes, {
    'Households in community': '12.5',
    'Registration status': 'registered',
  });
  set(project, 'East', { 'Households in community': '' });
  assert.deepEqual(caseEntries(project.db)[0]?.attributes, { 'Registration status': 'registered' });
});

test("the codebook's own name of a phase means that phase", (t) => {
  const framework = must(findFramework('asset-based-capacity-building'), 'the framework');
  const project = aProject(t, { framework });
  addText(project, 'A', 'One.', { phase: 'After intervention' });
  addText(project, 'B', 'Two.', { phase: '介入前' });
  assert.deepEqual(
    sourceEntries(project.db).map((source) => source.phase),
    ['After', 'Before'],
  );
  assert.equal(listPhases(project.db).length, 3);
});

test('phases answer in both languages; a new name is a new phase after the others', (t) => {
  const project = aProject(t, { language: 'zh' });
  addText(project, 'A', 'One.', { phase: 'before' });
  addText(project, 'B', 'Two.', { phase: '之后' });
  addText(project, 'C', 'Three.', { phase: 'Follow-up' });
  assert.deepEqual(
    sourceEntries(project.db).map((source) => source.phase),
    ['之前', '之后', 'Follow-up'],
  );
  assert.deepEqual(
    listPhases(project.db).map((phase) => phase.name),
    ['之前', '期间', '之后', 'Follow-up'],
  );
  assert.equal(findPhase(project.db, 'DURING')?.name, '期间');
  assert.equal(findPhase(project.db, 'befor'), undefined);
});

test('the same name in the same case is one speaker; a label that names nobody is somebody new each time', (t) => {
  const project = aProject(t);
  addText(project, 'A1', talk('Interviewer', 'Ms Lin'), { case: 'East' });
  addText(project, 'A2', talk('Interviewer', 'Ms Lin'), { case: 'East' });
  addText(project, 'B1', talk('Interviewer', 'Ms Lin'), { case: 'West' });
  addText(project, 'C1', talk('Speaker 1', 'Speaker 2'), { case: 'West' });
  addText(project, 'C2', talk('Speaker 1', 'Speaker 2'), { case: 'West' });
  const names = listSpeakers(project.db).map(({ name, role }) => `${name} ${role}`);
  assert.deepEqual(names.sort(), [
    'Interviewer interviewer',
    'Ms Lin respondent',
    'Ms Lin respondent',
    ...['Speaker 1', 'Speaker 1', 'Speaker 2', 'Speaker 2'].map((name) => `${name} respondent`),
  ]);
});

test('a speaker named as interviewer is one, and turns are counted per source', (t) => {
  const project = aProject(t);
  addText(project, 'A', talk('Ana', 'Bea'), { interviewers: ['ana'] });
  assert.deepEqual(
    sourceEntries(project.db)[0]?.speakers.map(({ name, role, turns }) => ({ name, role, turns })),
    [
      { name: 'Ana', role: 'interviewer', turns: 3 },
      { name: 'Bea', role: 'respondent', turns: 3 },
    ],
  );
});

test('a name of several people is refused with what tells them apart, which is accepted; so is an id', (t) => {
  const project = aProject(t);
  addText(project, 'C1', talk('Speaker 1', 'Speaker 2'), { case: 'West' });
  addText(project, 'C2', talk('Speaker 1', 'Speaker 2'), { case: 'West' });
  const [first] = listSpeakers(project.db).filter(({ name }) => name === 'Speaker 1');
  const a = must(first, 'one').uid;
  const put = (speaker: string) =>
    act(project, 'cases.set', (db) =>
      setCase(db, { name: 'P', attributes: [], sources: [], speakers: [speaker] }),
    );
  assert.throws(
    () => put('speaker 1'),
    refusedWith('refused.ambiguous', { candidates: ['Speaker 1 (C1)', 'Speaker 1 (C2)'] }),
  );
  assert.deepEqual(put(a).speakers, ['Speaker 1']);
  const detached = act(project, 'cases.detach', (db) =>
    detachFromCase(db, { case: 'P', source: null, speaker: 'Speaker 1' }),
  );
  assert.deepEqual(detached.speakers, []);
  assert.deepEqual(put('speaker 1 (c1)').speakers, ['Speaker 1']);
  assert.deepEqual(put('Speaker 1 (C2)').speakers, ['Speaker 1', 'Speaker 1']);

  addText(project, 'N', talk('Ana'), { case: 'North' });
  addText(project, 'S', talk('Ana'), { case: 'South' });
  assert.throws(
    () => put('Ana'),
    refusedWith('refused.ambiguous', { candidates: ['Ana (North)', 'Ana (South)'] }),
  );
  assert.deepEqual(put('Ana (South)').speakers, ['Speaker 1', 'Speaker 1', 'Ana']);
});
