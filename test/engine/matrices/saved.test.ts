// Saved matrices: named, live, duplicated, undone; and the project as it stood at a moment.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import { projectAfter } from '../../../electron/engine/store/as-of.ts';
import { openConnection } from '../../../electron/engine/store/connection.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { MatrixOrder } from '../../../shared/contract/matrices.ts';
import { isReport } from '../../../shared/matrices/is-report.ts';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import { must } from '../../../shared/must.ts';
import { actSentence } from '../../../shared/words/acts.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import {
  aCoding,
  act,
  addText,
  aFolder,
  aProject,
  refusedWith,
  reopened,
  type Ending,
} from '../../helpers/project.ts';

import { addCoding, removeCoding } from '../../../electron/engine/coding/codings.ts';
import { matrix } from '../../../electron/engine/matrices/matrix.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';

const question = {
  rows: ['case'],
  columns: ['code'],
  measure: 'references' as const,
  near: null,
  filters: [{ dimension: 'code', value: 'T' }],
  overlap: 'split' as const,
  coders: null,
};

async function aSample(t: Ending): Promise<Engine> {
  const engine = createEngine();
  const folder = aFolder(t, () => void engine.close());
  await engine.call('project.sample', {
    file: engine.files.grant(`${folder}/sample.crosscase`),
    language: 'en',
    coder: 'Ada',
  });
  return engine;
}

test('a matrix is saved with its filters, renamed, described, duplicated and removed, each undone by one step', async (t) => {
  const engine = await aSample(t);
  const names = async (): Promise<string[]> =>
    (await engine.call('matrices.list', {})).matrices.map(({ name }) => name);
  const saved = await engine.call('matrices.save', {
    name: ' Trust by case ',
    description: '',
    question,
    display: 'table',
  });
  assert.equal(saved.name, 'Trust by case');
  assert.deepEqual(saved.question, question);
  await engine.call('matrices.update', { matrix: saved.uid, name: 'Trust', description: 'Who trusts whom' });
  const { uid } = await engine.call('matrices.duplicate', { matrix: 'Trust', name: 'Trust again' });
  assert.deepEqual(await names(), ['Trust', 'Trust again']);
  await engine.call('matrices.remove', { matrix: uid });
  assert.deepEqual(await names(), ['Trust']);
  await engine.call('history.undo', {});
  assert.deepEqual(await names(), ['Trust', 'Trust again']);
  for (const left of [['Trust'], ['Trust by case'], []]) {
    await engine.call('history.undo', {});
    assert.deepEqual(await names(), left);
  }
  for (const _ of [1, 2, 3, 4]) await engine.call('history.redo', {});
  assert.deepEqual(await names(), ['Trust']);
  assert.equal((await engine.call('project.verify', {})).ok, true);
  const { acts } = await engine.call('history.list', { limit: 50, before: null });
  for (const language of ['en', 'zh'] as const) {
    const said = acts.map((each) => actSentence(language, each)).join('\n');
    assert.match(
      said,
      language === 'en' ? /Made the matrix “Trust again” after “Trust”/ : /由“Trust”复制出矩阵“Trust again”/,
    );
    assert.doesNotMatch(said, /matrices\./);
  }
});

test('a name that another matrix has, in any case of letters, is refused; so is a matrix that is not there', async (t) => {
  const engine = await aSample(t);
  const save = (name: string) =>
    engine.call('matrices.save', { name, description: '', question, display: 'table' });
  await save('Trust');
  await assert.rejects(save('trust'), refusedWith('refused.matrix-exists'));
  await save('Norms');
  await assert.rejects(
    engine.call('matrices.update', { matrix: 'Norms', name: 'TRUST' }),
    refusedWith('refused.matrix-exists'),
  );
  await engine.call('matrices.update', { matrix: 'Norms', name: 'norms' });
  await assert.rejects(
    engine.call('matrices.remove', { matrix: 'Trus' }),
    refusedWith('refused.unknown-matrix', { near: 'Trust' }),
  );
});

test('a report is saved with its filters, stays with codes that get another short id, and takes no notes', async (t) => {
  const engine = await aSample(t);
  const scope = { filters: [{ dimension: 'code', value: 'T' }], overlap: 'split' as const, coders: null };
  const influence: ReportInput = {
    kind: 'relations',
    ...scope,
    rows: ['T', 'N'],
    columns: ['T'],
    type: null,
    near: 'turn',
    claims: [['T', 'N']],
  };
  const draft: ReportInput = {
    kind: 'truth-table',
    ...scope,
    conditions: ['code:T', 'case:tenure'],
    outcome: 'code:N',
    cutoff: 1,
  };
  const save = (name: string, asked: ReportInput) =>
    engine.call('matrices.save', { name, description: '', question: asked, display: 'report' });
  const kept = await save('Influence', { ...influence, at: new Date().toISOString() });
  assert.deepEqual(kept.question, influence);
  await save('Draft', draft);
  const coverage: ReportInput = { kind: 'coverage', ...scope, most: 5 };
  await engine.call('matrices.update', { matrix: 'Influence', question: coverage });
  await engine.call('history.undo', {});
  await engine.call('matrices.duplicate', { matrix: 'Influence', name: 'Influence again' });

  await engine.call('matrices.save', { name: 'Trust', description: '', question, display: 'table' });

  await engine.call('codes.update', { code: 'T', shortId: 'X9' });
  const { matrices } = await engine.call('matrices.list', {});
  const now = new Map(matrices.map(({ name, question: asked }) => [name, asked]));
  const filters = [{ dimension: 'code', value: 'X9' }];
  const renamed = { ...influence, filters, rows: ['X9', 'N'], columns: ['X9'], claims: [['X9', 'N']] };
  assert.deepEqual(now.get('Influence'), renamed);
  assert.deepEqual(now.get('Influence again'), renamed);
  assert.deepEqual(now.get('Draft'), { ...draft, filters, conditions: ['code:X9', 'case:tenure'] });

  const cell = { matrix: 'Influence', row: ['X9'], column: ['N'] };
  await assert.rejects(
    engine.call('cells.rate', { ...cell, rating: 3, reason: null }),
    refusedWith('refused.report-has-no-cells'),
  );
  assert.deepEqual(await engine.call('cells.list', { matrix: 'Influence' }), { cells: [] });
  await engine.call('cells.rate', { matrix: 'Trust', row: null, column: null, rating: 3, reason: null });
  await assert.rejects(
    engine.call('matrices.update', { matrix: 'Trust', question: coverage }),
    refusedWith('refused.report-has-no-cells'),
  );
  const methods = await engine.call('export.methods', { file: null, format: 'md', language: 'en' });
  assert.match(methods.text ?? '', /Influence again\n[^#]*links/i);
});

test('rows stand by the ratings of their cells, and frequencies as they were put by hand', async (t) => {
  const engine = await aSample(t);
  const { uid: saved } = await engine.call('matrices.save', {
    name: 'Trust',
    description: '',
    question,
    display: 'table',
  });
  const asked = { ...question, matrix: saved };
  const { rows } = await engine.call('matrices.table', asked);
  const [first = [], second = [], third = []] = rows.map(({ ids }) => [...ids]);
  const rate = (row: string[], column: string, rating: number) =>
    engine.call('cells.rate', { matrix: saved, row, column: [column], rating, reason: null });
  await rate(second, 'T1', 5);
  await rate(third, 'T1', 4);
  await rate(third, 'T2', 2);
  const standing = async (rowOrder: MatrixOrder): Promise<string[][]> => {
    const table = await engine.call('matrices.table', { ...asked, rowOrder });
    assert.match(ruleText('en', table.rule), /Rows stand by the ratings of their cells/);
    return table.rows.map(({ ids }) => [...ids]);
  };
  const at = ['T1'];
  assert.deepEqual(await standing({ by: 'rating', at, descending: true }), [second, third, first]);
  assert.deepEqual(await standing({ by: 'rating', at: null, descending: false }), [third, second, first]);
  // The order is kept with the question, and goes on naming the code whatever its short id becomes.
  await engine.call('matrices.update', {
    matrix: saved,
    question: { ...question, rowOrder: { by: 'rating', at, descending: true } },
  });
  await engine.call('codes.update', { code: 'T1', shortId: 'T99' });
  const [kept] = (await engine.call('matrices.list', {})).matrices;
  assert.ok(kept && !isReport(kept.question));
  assert.deepEqual(kept.question.rowOrder, { by: 'rating', at: ['T99'], descending: true });

  const counted = { filters: [], overlap: 'split' as const, coders: null, by: 'case' as const };
  const byHand = { ...counted, rowOrder: { by: 'hand' as const, ids: [third, first] } };
  const names = (await engine.call('matrices.frequencies', byHand)).rows.map(({ id }) => [id]);
  assert.deepEqual(names, [third, first, second]);
  const tidy = { file: null, format: 'tidy' as const, language: 'en' as const };
  const { text } = await engine.call('export.frequencies', { ...tidy, question: byHand });
  // Quotes follow their rows.
  const lines = (text ?? '').trim().split('\r\n').slice(1);
  assert.ok(lines[0]?.startsWith('Station Road,'));
  for (const line of lines) assert.match(line, /^([^,]+),References,[^,]+,.*,\1,/);
});

test('the same question at a moment of the past answers as it did then, and the file stays untouched', async (t) => {
  const engine = await aSample(t);
  const table = (at?: string) =>
    engine.call('matrices.table', at === undefined ? question : { ...question, at });
  const first = await table();
  const moments = [new Date().toISOString()];
  const { quotes } = await engine.call('matrices.cell', { question, row: null, column: null });
  const later = async (work: () => Promise<unknown>) => {
    await delay(5);
    await work();
    await delay(5);
    moments.push(new Date().toISOString());
  };
  await later(() => engine.call('codings.remove', { id: must(quotes[0], 'a quote').id }));
  const second = await table();
  await later(() => engine.call('cases.rename', { case: 'Maple Lane', name: 'Acorn Lane' }));
  await later(() => engine.call('history.undo', {}));
  await later(() => engine.call('history.undo', {}));
  const numbers = ({ rows, cells, total }: typeof first) => ({ rows, cells, total });
  const past = await Promise.all(moments.map(table));
  assert.deepEqual(past.map(numbers).slice(0, 2), [numbers(first), numbers(second)]);
  assert.ok(past[2]?.rows.some(({ labels }) => labels[0] === 'Acorn Lane'));
  assert.deepEqual(numbers(must(past[3], 'the fourth')), numbers(second));
  assert.deepEqual(numbers(must(past[4], 'the fifth')), numbers(first));
  assert.notDeepEqual(numbers(first), numbers(second));
  assert.match(ruleText('en', must(past[0], 'the first').rule), /As the project stood on /);
  assert.deepEqual(numbers(await table()), numbers(first));
  assert.equal((await engine.call('project.verify', {})).ok, true);
  const quoted = await engine.call('matrices.cell', {
    question: { ...question, at: must(moments[1], 'a moment') },
    row: null,
    column: null,
  });
  assert.equal(quoted.quotes.length, second.total);
  await assert.rejects(table('2001-01-01T00:00:00Z'), refusedWith('refused.before-project'));

  // An export names the state of the project that is, and of one that was its moment.
  const { filters, overlap, coders } = question;
  const asked = { filters: [...filters], overlap, coders, limit: null };
  const exported = async (at: string | undefined) => {
    const to = { file: null, format: 'csv' as const, language: 'en' as const };
    const when = at === undefined ? {} : { at };
    const texts = await Promise.all([
      engine.call('export.table', { ...to, question: { ...question, ...when } }),
      engine.call('export.quotes', { ...to, question: { ...asked, ...when } }),
    ]);
    return texts.map(({ text }) =>
      [/State of the project/, /As the project stood on/].map((of) => of.test(text ?? '')),
    );
  };
  assert.deepEqual(await exported(undefined), [
    [true, false],
    [true, false],
  ]);
  assert.deepEqual(await exported(must(moments[1], 'a moment')), [
    [false, true],
    [false, true],
  ]);
});

test('walking back through undone, redone and dropped acts leads to each state that was', (t) => {
  const project = aProject(t);
  const changes = must(project.changes, 'writable');
  addText(project, 'Lin', 'Ms Lin: We trust the club. We share the keys.', { case: 'East' });
  const all: Input<'matrices.table'> = { ...question, filters: [] };
  const numbers = (db: Parameters<typeof matrix>[0]) => matrix(db, keepCorpus(db).current(), all).cells;
  const states: { last: number; cells: unknown }[] = [];
  const note = (): void => {
    const last = must(project.db.value<number>('SELECT max(id) FROM acts'), 'an act');
    states.push({ last, cells: numbers(project.db) });
  };
  const code = (start: number, id: string) =>
    act(project, 'codings.add', (db) =>
      addCoding(db, aCoding({ id, source: '1', code: 'T1', passage: { start, end: start + 3 } })),
    );
  const undo = (): unknown => changes.undo({ coder: 'Ada' });
  const steps: (() => unknown)[] = [
    () => code(8, 'a'),
    () => code(11, 'b'),
    undo,
    undo,
    () => changes.redo({ coder: 'Ada' }),
    () => code(17, 'c'),
    () => act(project, 'codings.remove', (db) => removeCoding(db, { id: 'a' })),
    undo,
    undo,
  ];
  note();
  for (const step of steps) {
    step();
    note();
  }
  const file = reopened(t, project).connection;
  for (const { last, cells } of states) {
    const copy = projectAfter(file, last);
    assert.deepEqual(numbers(copy), cells);
    copy.close();
  }
  const now = openConnection(project.connection.path, 'read');
  t.after(() => now.close());
  assert.deepEqual(numbers(now), states.at(-1)?.cells);
});
