// Panels, change and order on a real project: places, ids, quotes and the flat table for paper say the same.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Project } from '../../../electron/engine/project/open.ts';
import { createSample } from '../../../electron/engine/project/sample.ts';
import { cellQuotes, matrixEvidence } from '../../../electron/engine/matrices/cell.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import { matrix } from '../../../electron/engine/matrices/matrix.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { flat } from '../../../shared/matrices/flat.ts';
import { headingText } from '../../../shared/matrices/headings.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { must } from '../../../shared/must.ts';
import { addText, aFolder, refusedWith, type Ending } from '../../helpers/project.ts';

type MatrixInput = Input<'matrices.table'>;
const plain = { filters: [], overlap: 'split', coders: 'all', near: null, measure: 'references' } as const;
const ask = (rest: Partial<MatrixInput>): MatrixInput => ({
  ...plain,
  filters: [],
  rows: ['code:1'],
  columns: ['case'],
  ...rest,
});

/** The sample study, which has before and after in three cases. */
function sample(t: Ending, prepare: (project: Project) => unknown = () => undefined) {
  let project: Project | null = null;
  const folder = aFolder(t, () => project?.close());
  project = createSample(join(folder, 'sample.crosscase'), 'en', 'Ada');
  prepare(project);
  const { db } = project;
  const corpus = keepCorpus(db).current();
  const quotes = (question: MatrixInput, cell: Omit<Input<'matrices.cell'>, 'question'>) =>
    cellQuotes(db, corpus, { question, ...cell }).quotes;
  return {
    corpus,
    table: (question: MatrixInput) => matrix(db, corpus, question),
    quotes,
    behind: (question: MatrixInput) => matrixEvidence(db, corpus, question),
  };
}

test('every cell of every panel has as many quotes as it says, by place and by id', (t) => {
  const { table, quotes, behind } = sample(t);
  const question = ask({ panels: 'role', rowOrder: { by: 'total', descending: true } });
  const answer = table(question);
  assert.deepEqual(
    answer.panels.map(({ entry }) => entry.ids),
    [['respondent'], ['interviewer']],
  );
  assert.deepEqual(
    answer.rowTotals,
    answer.rowTotals.toSorted((a, b) => (b ?? 0) - (a ?? 0)),
  );
  const [row, column] = [must(answer.rows[0], 'a row'), must(answer.columns[1], 'a column')];
  for (const [panel, { entry, cells, rowTotals }] of answer.panels.entries()) {
    assert.equal(quotes(question, { row: 0, column: 1, panel }).length, cells[0]?.[1] ?? 0);
    const byId = { row: [...row.ids], column: [...column.ids], panel: [...entry.ids] };
    assert.equal(quotes(question, byId).length, cells[0]?.[1] ?? 0);
    assert.equal(quotes(question, { row: 0, column: null, panel }).length, rowTotals[0] ?? 0);
  }
  assert.equal(quotes(question, { row: 0, column: 1 }).length, answer.cells[0]?.[1]);

  const onPaper = flat(answer);
  const found = behind(question);
  for (const [r, line] of onPaper.cells.entries()) {
    const isTotal = onPaper.rows[r]?.ids.at(-1) === '*all';
    for (const [c, count] of line.entries()) {
      const here = found.filter((each) => each.row === r && each.column === c);
      if (!isTotal) assert.equal(here.length, count ?? 0);
    }
  }
  assert.equal(
    headingText('en', onPaper.dimensions.rows, must(onPaper.rows[0], 'r')).startsWith('respondent / '),
    true,
  );
});

test('before and after open onto the quotes of the paired cases, on each side', (t) => {
  const { table, quotes, behind } = sample(t);
  const change = { dimension: 'phase', from: 'before', to: 'after' } as const;
  const question = ask({ rows: ['code'], columns: [], measure: 'mean-level', change });
  const answer = table(question);
  assert.equal(answer.change?.paired, 3);
  assert.match(ruleText('en', answer.rule), /Compared are only cases with coded material in both/);
  assert.match(ruleText('zh', answer.rule), /只比较前后都有已编码材料的案例/);
  const ofMedians = table({ ...question, measure: 'median-level' });
  assert.match(
    ruleText('en', ofMedians.rule),
    /the mean over cases of the median of each case\. From Before/,
  );
  assert.match(ruleText('zh', ofMedians.rule), /先求每个案例的中位数，再对案例求均值/);
  assert.doesNotMatch(ruleText('en', answer.rule), /median of each case/);
  const row = answer.changes?.findIndex(([cell]) => (cell?.n ?? 0) > 1) ?? -1;
  const cell = must(answer.changes?.[row]?.[0], 'a changed code');
  assert.equal(answer.cells[row]?.[0]?.toFixed(9), ((cell.after ?? NaN) - (cell.before ?? NaN)).toFixed(9));
  assert.equal(answer.bases[row]?.[0], cell.n);
  const sides = (['before', 'after'] as const).map((side) => quotes(question, { row, column: 0, side }));
  for (const [index, list] of sides.entries()) {
    assert.ok(list.length >= cell.n);
    const cases = new Set(list.map((quote) => quote.case));
    assert.equal(cases.size, cell.n);
    for (const quote of list) assert.equal(quote.phase, index === 0 ? 'Before' : 'After');
  }
  const found = behind(question).filter((each) => each.row === row);
  assert.deepEqual(
    [0, 1, 2].map(
      (column) => found.filter((each) => each.column === column && each.quote.level !== null).length,
    ),
    [...sides.map((list) => list.length), 0],
  );
  assert.deepEqual(
    flat(answer).columns.map((entry) => headingText('zh', flat(answer).dimensions.columns, entry)),
    ['Before', 'After', '变化'],
  );
});

test('pairs in panels are the pairs of each value; counts are not compared before and after', (t) => {
  const { table, quotes } = sample(t);
  const question = ask({ rows: ['code:1'], columns: ['code:1'], near: 'turn', panels: 'case' });
  const answer = table(question);
  const [first] = answer.panels;
  const { entry, cells } = must(first, 'a panel');
  const filtered = table({
    ...question,
    panels: null,
    filters: [{ dimension: 'case', value: must(entry.ids[0], 'id') }],
  });
  assert.deepEqual(cells, filtered.cells);
  assert.ok(
    quotes(question, { row: 0, column: 1, panel: 0 }).length <=
      quotes(question, { row: 0, column: 1 }).length,
  );
  const change = { dimension: 'phase', from: 'before', to: 'after' } as const;
  assert.throws(() => table(ask({ change })), refusedWith('refused.change-measure'));
});

test('what has no text within the filters stands on no axis, the same in all panels', (t) => {
  const { table, corpus } = sample(t);
  const ids = (list: readonly { readonly ids: readonly string[] }[]): string[] =>
    list.map((each) => each.ids.join());
  const [name, inPlace] = must(
    corpus.cases.flatMap(({ attributes }) => [...attributes]).find(([, value]) => value !== ''),
    'an attribute of a case',
  );
  const isOf = new Set(
    corpus.cases.filter(({ attributes }) => attributes.get(name) === inPlace).map(({ id }) => id),
  );
  const kept = corpus.cases.flatMap(({ id }) => (isOf.has(id) ? [id] : []));
  assert.ok(kept.length > 0 && kept.length < corpus.cases.length);
  const filters = [{ dimension: `case:${name}`, value: inPlace }];
  for (const panels of [null, 'role']) {
    const { rows, cells } = table(ask({ rows: ['case'], columns: ['code'], filters, panels }));
    assert.deepEqual(ids(rows), kept);
    assert.ok(cells.flat().includes(0), 'codes that nobody used there stay');
  }
  const byHand = { by: 'hand' as const, ids: corpus.cases.toReversed().map(({ id }) => [id]) };
  assert.deepEqual(
    ids(table(ask({ rows: ['case'], columns: ['code'], filters, rowOrder: byHand })).rows),
    kept.toReversed(),
  );
  const within = new Set(ids(table(ask({ rows: ['source'], columns: ['case'], filters })).rows));
  const [one] = kept;
  const ofOne = table(
    ask({ rows: ['source'], filters: [{ dimension: 'case', value: must(one, 'a case') }] }),
  ).rows;
  assert.ok(within.size > 0 && ids(ofOne).every((id) => within.has(id)));
  assert.ok(within.size < corpus.sources.length);
});

test('text that nobody has coded has no number, in a table as in its panels, and the rule says so', (t) => {
  const late = 'Ms Orr: Well?\nMs Late: Nothing.\nMs Orr: Sure?\nMs Late: Quite sure.';
  const { table } = sample(t, (project) => addText(project, 'Late', late, { case: 'Late Lane' }));
  const byCase = table(ask({ rows: ['case'], columns: ['code:1'] }));
  const row = byCase.rows.findIndex(({ labels }) => labels[0] === 'Late Lane');
  assert.ok(byCase.cells[row]?.every((value) => value === null));
  assert.equal(byCase.rowTotals[row], null);
  assert.ok(byCase.empty[row]?.every((reason) => reason === 'uncoded'));
  assert.match(ruleText('en', byCase.rule), /without a number \(n\.c\.\).*: case Late Lane/);
  assert.match(ruleText('zh', byCase.rule), /尚未编码/);
  const byRole = table(ask({ rows: ['role'], columns: ['code:1'] }));
  const interviewers = byRole.rows.findIndex(({ ids }) => ids[0] === 'interviewer');
  assert.ok(
    byRole.cells[interviewers]?.every((value) => value === 0),
    'what somebody has read through is a 0',
  );
  const inPanels = table(ask({ rows: ['code:1'], columns: ['role'], panels: 'case' }));
  const panel = must(
    inPanels.panels.find(({ entry }) => entry.labels[0] === 'Late Lane'),
    'the panel',
  );
  assert.ok(panel.rowTotals.every((value) => value === null));
  assert.ok(inPanels.rowTotals.every((value) => value !== null));
  const stacked = flat(inPanels);
  assert.equal(stacked.empty.length, stacked.rows.length + 1);
  assert.ok(stacked.empty.some((line) => line?.includes('uncoded')));
});
