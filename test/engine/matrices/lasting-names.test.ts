// What is saved goes on asking for the same things, whatever they are called by now.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import { openProject } from '../../../electron/engine/project/open.ts';
import { verifyProject } from '../../../electron/engine/project/verify.ts';
import type { ReportInput, ReportKind } from '../../../shared/contract/reports.ts';
import type { SavedMatrix, SavedTable } from '../../../shared/contract/saved-matrices.ts';
import { isReport } from '../../../shared/matrices/is-report.ts';
import { must } from '../../../shared/must.ts';
import { makeOlder } from '../../helpers/older.ts';
import { act, aFolder, type Ending } from '../../helpers/project.ts';

const scope = { filters: [], overlap: 'split' as const, coders: null };
const kind = 'case:Kind of community';
const byName = (dimension: string, ...values: string[]) => values.map((value) => ({ dimension, value }));

/** Each names things in another way: by name, by short id, by the name in the other language, as a heading shows it. */
const tables: Readonly<Record<string, SavedTable>> = {
  'Trust by case': {
    ...scope,
    rows: ['case'],
    columns: ['code'],
    measure: 'references',
    near: null,
    filters: [
      ...byName('case', 'Maple Lane', 'Ferry Street', 'Station Road'),
      ...byName('code', 'T', 'Norms'),
      ...byName('source-phase', 'After', '之前', 'none'),
      ...byName('role', 'respondent', 'none'),
    ],
    coders: ['Ada'],
    panels: kind,
    rowOrder: { by: 'attribute', attribute: 'Year founded', descending: true },
    columnOrder: { by: 'rating', at: null, descending: true },
  },
  'By speaker': {
    ...scope,
    rows: ['speaker'],
    columns: [kind],
    measure: 'words',
    near: null,
    filters: [...byName('code-set', 'Bonds'), ...byName('speaker', 'Wu Guilan'), ...byName(kind, '*')],
    rowOrder: { by: 'value', at: ['old danwei / old estate'], descending: true },
  },
  'By source': {
    ...scope,
    rows: ['source'],
    columns: [],
    measure: 'rate',
    near: null,
    filters: [
      ...byName('source', 'Maple Lane, interview 1, leader', '2', '3'),
      ...byName('source:Material', 'field note', 'semi-structured interview'),
    ],
    rowOrder: { by: 'attribute', attribute: 'Date recorded', descending: true },
  },
  Change: {
    ...scope,
    rows: ['code'],
    columns: [],
    measure: 'presence',
    near: null,
    change: { dimension: 'phase', from: 'Before', to: 'After' },
    rowOrder: { by: 'hand', ids: [['T2'], ['T1']] },
  },
};

const reports: { readonly [K in ReportKind]: Extract<ReportInput, { readonly kind: K }> } = {
  crosstab: { kind: 'crosstab', ...scope, attribute: 'Kind of community', level: 1 },
  relations: {
    kind: 'relations',
    ...scope,
    rows: ['T', 'Norms'],
    columns: ['T1', 'N'],
    type: 'builds',
    near: 'turn',
    claims: [['Trust', 'N']],
  },
  levels: { kind: 'levels', ...scope, filters: byName('code', 'T'), most: null },
  saturation: {
    kind: 'saturation',
    ...scope,
    level: null,
    base: 4,
    run: 2,
    threshold: 0.05,
    heldBack: 0,
    order: 'Date recorded',
  },
  coverage: { kind: 'coverage', ...scope, filters: byName('case', 'Maple Lane'), most: 5 },
  'truth-table': {
    kind: 'truth-table',
    ...scope,
    conditions: ['cell:Trust by case/T1 ≥ 4', 'case:Mobilises', 'code:Norms'],
    outcome: 'case:Carries itself',
    cutoff: 1,
  },
  portrait: {
    kind: 'portrait',
    ...scope,
    sources: ['Maple Lane, interview 1, leader', '2'],
    codes: ['T', 'Norms'],
    level: null,
    scale: 'text',
    most: 5,
  },
  tracing: {
    kind: 'tracing',
    ...scope,
    hypotheses: ['T', 'Norms'],
    exclusive: true,
    order: 'Date recorded',
    most: null,
  },
  'code-trend': {
    kind: 'code-trend',
    ...scope,
    codes: ['T', 'Norms'],
    over: 'source',
    order: 'Date recorded',
    measure: 'references',
  },
  'word-trend': {
    kind: 'word-trend',
    ...scope,
    words: ['trust*', 'key'],
    over: 'source',
    order: 'Date recorded',
    measure: 'rate',
    most: null,
  },
};

test('every saved table and report answers the same after everything in the project was renamed', async (t) => {
  const { path, engine } = await aSample(t);
  await saveAll(engine);
  const before = await answers(engine);
  assert.equal(before.size, Object.keys({ ...tables, ...reports }).length);
  assert.ok([...before.values()].every((answer) => /[1-9]/.test(answer)));
  const at = new Date().toISOString();
  await engine.close();
  renameEverything(path);

  const later = await opened(t, path);
  const { matrices } = await later.call('matrices.list', {});
  const asked = JSON.stringify(matrices.map(({ question }) => question));
  for (const named of [
    'case:New Kind of community',
    'cell:New Trust by case/ZT1>=4',
    'New Ada',
    'New builds',
  ])
    assert.ok(asked.includes(named), named);
  const after = await answers(later);
  for (const [name, answer] of before) assert.equal(after.get(`New ${name}`), answer, name);
  // So does the project as it stood, when all had their names of then.
  const past = await answers(later, { at });
  for (const [name, answer] of before) assert.equal(past.get(`New ${name}`), answer, name);

  // A copy, and what is saved once more, ask the same.
  for (const { uid, name, question } of matrices) {
    await later.call('matrices.duplicate', { matrix: uid, name: `${name} again` });
    await later.call('matrices.update', { matrix: uid, question });
  }
  const again = await answers(later);
  for (const [name, answer] of before)
    if (name !== 'Trust by case') assert.equal(again.get(`New ${name} again`), answer, name);
  for (const [name, answer] of before) assert.equal(again.get(`New ${name}`), answer, name);
});

test('headings of rated cells go by name in conditions, in truth tables and where they are offered', async (t) => {
  const { engine } = await aSample(t);
  const byPhase = { ...must(tables['Trust by case'], 'a table'), columns: ['source-phase'], filters: [] };
  const { panels: _, rowOrder: __, columnOrder: ___, ...question } = byPhase;
  await engine.call('matrices.save', { name: 'Time', description: '', question, display: 'table' });
  const { rows, columns } = await engine.call('matrices.table', question);
  const column = must(
    columns.find(({ labels }) => labels[0] === 'After'),
    'the phase',
  ).ids;
  for (const [place, { ids }] of rows.entries())
    await engine.call('cells.rate', {
      matrix: 'Time',
      row: [...ids],
      column: [...column],
      rating: (place % 2) + 3,
      reason: null,
    });
  const { headings } = await engine.call('matrices.rated', {});
  assert.deepEqual(headings, [{ matrix: 'Time', heading: column[0], name: 'After' }]);
  for (const written of ['after', column[0]]) {
    const conditions = [`cell:Time/${written}>=4`];
    const found = await engine.call('matrices.report', { ...reports['truth-table'], conditions });
    assert.ok(found.kind === 'truth-table');
    assert.deepEqual(found.conditions, ['After≥4']);
  }
});

test('what an earlier version saved by names keeps its meaning when it is brought up to date', async (t) => {
  const { path, engine } = await aSample(t);
  await saveAll(engine);
  const before = await answers(engine);
  await engine.close();
  asVersion12(path);
  renameEverything(path);
  const after = await answers(await opened(t, path));
  for (const [name, answer] of before) assert.equal(after.get(`New ${name}`), answer, name);
});

async function aSample(t: Ending): Promise<{ readonly path: string; readonly engine: Engine }> {
  const engine = createEngine();
  const folder = aFolder(t, () => void engine.close());
  const path = `${folder}/sample.crosscase`;
  await engine.call('project.sample', { file: engine.files.grant(path), language: 'en', coder: 'Ada' });
  return { path, engine };
}

async function opened(t: Ending, path: string): Promise<Engine> {
  const engine = createEngine();
  t.after(() => void engine.close());
  await engine.call('project.open', { file: engine.files.grant(path), access: 'write' });
  return engine;
}

/** Every question, with cells that are rated where a condition asks for them. */
async function saveAll(engine: Engine): Promise<void> {
  await engine.call('code-sets.update', { name: 'Bonds', add: ['T', 'N'], drop: [] });
  for (const [name, question] of Object.entries({ ...tables, ...reports }))
    await engine.call('matrices.save', { name, description: '', question, display: 'table' });
  const { cases } = await engine.call('cases.list', {});
  const matrix = 'Trust by case';
  for (const [place, { uid }] of cases.slice(0, 3).entries())
    await engine.call('cells.rate', { matrix, row: [uid], column: ['T1'], rating: place + 3, reason: null });
}

/** By name: all numbers of the answer to what is saved. */
async function answers(engine: Engine, then: { readonly at?: string } = {}): Promise<Map<string, string>> {
  const { matrices } = await engine.call('matrices.list', {});
  const all = new Map<string, string>();
  for (const { name, uid, question } of matrices)
    all.set(name, await numbers(engine, { uid, question: { ...question, ...then } }));
  return all;
}

async function numbers(
  engine: Engine,
  { uid, question }: Pick<SavedMatrix, 'uid' | 'question'>,
): Promise<string> {
  const answer = isReport(question)
    ? await engine.call('matrices.report', question)
    : await engine.call('matrices.table', { ...question, matrix: uid });
  // The rule says in words what was asked, and of a past moment when.
  return JSON.stringify({ ...answer, rule: null }, (_, value: unknown) =>
    typeof value === 'string' ? '' : value,
  );
}

const renamed = [
  'cases',
  'sources',
  'speakers',
  'phases',
  'coders',
  'code_sets',
  'attributes',
  'codes',
  'relation_types',
  'matrices',
];

function renameEverything(path: string): void {
  const project = openProject(path, 'write');
  act(project, 'cases.rename', (db) => {
    for (const table of renamed)
      for (const { id, name } of db.all<{ id: number; name: string }>(`SELECT id, name FROM ${table}`))
        db.update(table, id, { name: `New ${name}` });
    for (const [id, shortId] of db.rows<[number, string]>(
      `SELECT id, short_id FROM codes WHERE short_id <> ''`,
    ))
      db.update('codes', id, { short_id: `Z${shortId}` });
    for (const [id] of db.rows<[number]>('SELECT id FROM settings WHERE key = ?', 'coder'))
      db.update('settings', id, { value: 'New Ada' });
  });
  assert.deepEqual(verifyProject(project.db).faults, []);
  project.close();
}

/** Puts names in the place of the ids of attributes, coders, types of links and matrices, as version 12 stored them. */
function asVersion12(path: string): void {
  const project = openProject(path, 'write');
  const named = ['attributes', 'coders', 'relation_types', 'matrices'];
  const names = named.flatMap((table) => project.db.rows<[string, string]>(`SELECT uid, name FROM ${table}`));
  act(project, 'matrices.update', (db) => {
    for (const [id, stored] of db.rows<[number, string]>('SELECT id, question FROM matrices')) {
      const question = names.reduce((text, [uid, name]) => text.replaceAll(uid, name), stored);
      db.update('matrices', id, { question });
    }
  });
  project.close();
  makeOlder(path, 12);
}
