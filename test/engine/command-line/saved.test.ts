// Saved matrices from a terminal: their list, and a table as it stands and as it stood.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aStudy } from './in-process.ts';

test('saved matrices are listed, shown by name, and as they stood on a day', async (t) => {
  const { tell, engine } = await aStudy(t);
  assert.match((await tell(['matrices', 'study'])).text, /^No matrix is saved yet/);
  await engine.call('matrices.save', {
    name: 'Codes at the top',
    description: '',
    display: 'table',
    question: {
      rows: ['code:1'],
      columns: [],
      measure: 'references',
      near: null,
      filters: [{ dimension: 'code', value: 'T' }],
      overlap: 'split',
      coders: null,
    },
  });
  assert.match((await tell(['matrices', 'study'])).text, /Codes at the top\s+code:1\s+0/);
  const shown = (await tell(['matrices', 'study', '--show', 'codes at the top'])).text;
  assert.match(shown, /T Trust\s+0/);
  assert.match(shown, /Only code: Trust/);
  const { text } = await tell(['matrices', 'study', '--show', 'Codes at top']);
  assert.match(text, /did you mean “Codes at the top”/);
  const past = (await tell(['matrices', 'study', '--show', 'Codes at the top', '--at', '2001-01-01'])).text;
  assert.match(past, /The project began on \d{4}-/);
  const later = (await tell(['matrices', 'study', '--show', 'Codes at the top', '--at', '2999-01-01'])).text;
  assert.match(later, /As the project stood\s+on 1 January 2999/);
  assert.match((await tell(['matrices', 'study', '--at', '2999-02-30'])).text, /is no day for --at/);
  assert.match((await tell(['matrices', 'study', '--at', '2999-01-01'])).text, /goes only with/);
});

test('a saved report is listed and shown by name, in a format too', async (t) => {
  const { tell, engine } = await aStudy(t);
  await engine.call('matrices.save', {
    name: 'What is coded',
    description: '',
    display: 'report',
    question: { kind: 'coverage', filters: [], overlap: 'split', coders: null, most: 5 },
  });
  assert.match((await tell(['matrices', 'study'])).text, /What is coded\s+What of each source is coded/);
  assert.match((await tell(['matrices', 'study', '--show', 'what is coded'])).text, /Text coded/);
  const csv = await tell(['matrices', 'study', '--show', 'What is coded', '--format', 'csv']);
  assert.match(csv.text, /^Source,Text coded/);
});

test('a change without columns is told by its three, none of them called a total', async (t) => {
  const { tell } = await aStudy(t);
  const change = ['--measure', 'presence', '--change', 'before > after'];
  const { text } = await tell(['matrix', 'study', '--rows', 'code:1', ...change]);
  assert.match(text, /^% of cases +Before +After +Change$/m);
});
