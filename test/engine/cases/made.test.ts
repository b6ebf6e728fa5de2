// What an act makes on its way is told, with the name that was perhaps meant.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setCase } from '../../../electron/engine/cases/cases.ts';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import { saveDocument } from '../../../electron/engine/import/save.ts';
import { aCoding, act, aDocument, addText, aProject } from '../../helpers/project.ts';

const text = 'Ana: We lend tools.\nAna: We share food.';

test('an import tells the case and the phase that it makes, and only those', (t) => {
  const project = aProject(t);
  const made = (place: { case: string | null; phase: string | null }) =>
    act(project, 'import.files', (db) =>
      saveDocument(db, 'a.txt', aDocument(text), { interviewers: [], ...place }),
    ).made;
  const none = { cases: [], phases: [], coders: [], attributes: [] };
  assert.deepEqual(made({ case: null, phase: 'before' }), none);
  const first = made({ case: 'North Street', phase: 'Befroe' });
  assert.deepEqual(first, {
    ...none,
    cases: [{ name: 'North Street', near: null }],
    phases: [{ name: 'Befroe', near: 'Before' }],
  });
  assert.deepEqual(made({ case: 'north street', phase: 'befroe' }), none);
  assert.deepEqual(made({ case: ' Nroth  Street', phase: '之后' }).cases, [
    { name: 'Nroth Street', near: 'North Street' },
  ]);
});

test('a coding tells the phase and the coder that it makes, a case its attributes', (t) => {
  const project = aProject(t);
  addText(project, 'a', text);
  const made = (coder: string | null, phase: string | null, start: number) =>
    act(project, 'codings.add', (db) => {
      const passage = { start, end: start + 2 };
      return addCoding(db, aCoding({ source: 'a', code: 'T1', passage, coder, phase }));
    }).made;
  assert.deepEqual(made('ada', 'after', 0), { cases: [], phases: [], coders: [], attributes: [] });
  assert.deepEqual(made('Berta', null, 2).coders, [{ name: 'Berta', near: null }]);
  assert.deepEqual(made('Bertha', '介入后', 4), {
    cases: [],
    phases: [{ name: '介入后', near: null }],
    coders: [{ name: 'Bertha', near: 'Berta' }],
    attributes: [],
  });
  const attributes = [
    { name: 'Kind of comunity', value: 'old' },
    { name: 'Motto', value: 'x' },
    { name: 'motto', value: 'y' },
  ];
  const entry = act(project, 'cases.set', (db) =>
    setCase(db, { name: 'East', attributes, sources: [], speakers: [] }),
  );
  assert.deepEqual(entry.made, {
    cases: [{ name: 'East', near: null }],
    phases: [],
    coders: [],
    attributes: [
      { name: 'Kind of comunity', near: 'Kind of community' },
      { name: 'motto', near: null },
    ],
  });
});
