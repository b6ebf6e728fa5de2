// Reports on a made-up study whose truths are planted: QCA, saturation, coverage, crosstab, links, and their files.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setCase } from '../../../electron/engine/cases/cases.ts';
import { addCoding } from '../../../electron/engine/coding/codings.ts';
import { addCode } from '../../../electron/engine/coding/codes.ts';
import { addLink } from '../../../electron/engine/coding/links.ts';
import { addRelationType } from '../../../electron/engine/coding/relation-types.ts';
import { exportReport } from '../../../electron/engine/export/report.ts';
import { createEngine } from '../../../electron/engine/engine.ts';
import { keepCorpus } from '../../../electron/engine/matrices/load-corpus.ts';
import { cellQuotes } from '../../../electron/engine/matrices/cell.ts';
import { report } from '../../../electron/engine/matrices/reports/report.ts';
import type { ReportAnswer, ReportInput, ReportKind } from '../../../shared/contract/reports.ts';
import { findFramework } from '../../../shared/frameworks/frameworks.ts';
import { reportPages } from '../../../shared/matrices/report-sheets.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { must } from '../../../shared/must.ts';
import { leaving } from '../../helpers/leaving.ts';
import { aCoding, act, addText, aFolder, aProject, refusedWith, type Ending } from '../../helpers/project.ts';

/** Six communities: four moves, which of them were made, and whether governance came to perform. */
const communities = [
  ['Maple Lane', '1111', 'yes', 'north'],
  ['Ferry Street', '1111', 'yes', 'north'],
  ['New Harbour', '1111', 'yes', 'south'],
  ['West Slope', '1110', 'no', 'south'],
  ['Lotus Pond', '1101', 'no', 'south'],
  ['Station Road', '1010', 'no', 'north'],
] as const;

const TALK = 'Interviewer: And then?\nMr Li: We did it together.\nMs An: Nobody asked us.\n';
const question = { filters: [], overlap: 'split', coders: null } as const;

function study(t: Ending) {
  const framework = must(findFramework('asset-based-capacity-building'), 'the framework');
  const project = aProject(t, { framework });
  for (const [name, moves, performs, side] of communities) {
    addText(project, name, TALK, { case: name, interviewers: ['Interviewer'] });
    const attributes = [
      ...Array.from(moves, (digit, place) => ({
        name: `Move ${place + 1}`,
        value: digit === '1' ? 'yes' : 'no',
      })),
      { name: 'Performs', value: performs },
      { name: 'Side', value: side },
    ];
    act(project, 'cases.set', (db) => setCase(db, { name, attributes, sources: [], speakers: [] }));
  }
  const code = (source: string, which: string, find = 'We did it together.'): string =>
    act(project, 'codings.add', (db) =>
      addCoding(db, aCoding({ source, code: which, passage: { find, nth: 1 } })),
    ).id;
  const ask = <K extends ReportKind>(
    input: { kind: K } & Record<string, unknown>,
  ): Extract<ReportAnswer, { kind: K }> => {
    const corpus = keepCorpus(project.db).current();
    return report(project.db, corpus, { ...question, filters: [], ...input } as ReportInput) as Extract<
      ReportAnswer,
      { kind: K }
    >;
  };
  return { project, code, ask };
}

test('the truth table of the six communities: four rows, twelve remainders, and both solutions', (t) => {
  const { ask } = study(t);
  const moves = ['case:Move 1', 'case:move 2', 'case:Move 3', 'case：Move 4'];
  const found = ask({ kind: 'truth-table', conditions: moves, outcome: 'case:Performs', cutoff: 1 });
  assert.deepEqual(
    found.rows.map(({ values, outcome, cases }) => [values.join(''), outcome, cases.length]),
    [
      ['1010', 0, 1],
      ['1101', 0, 1],
      ['1110', 0, 1],
      ['1111', 1, 3],
    ],
  );
  assert.equal(found.remainders, 12);
  const terms = (kind: 'conservative' | 'parsimonious') =>
    found[kind]?.map((model) => model.terms.map(({ text }) => text));
  assert.deepEqual(terms('conservative'), [['Move 1*Move 2*Move 3*Move 4']]);
  assert.deepEqual(terms('parsimonious'), [['Move 3*Move 4']]);
  assert.deepEqual(found.warnings, ['too-few-cases']);
  const { notes } = reportPages('zh', found);
  assert.ok(notes.some((note) => note.includes('案例太少')));
});

test('presence of a code is a draft of a rating; a case that is not rated is left out, not absent', (t) => {
  const { ask, code, project } = study(t);
  code('Maple Lane', 'M1');
  code('Ferry Street', 'M1');
  act(project, 'cases.set', (db) =>
    setCase(db, {
      name: 'West Slope',
      attributes: [{ name: 'Performs', value: '' }],
      sources: [],
      speakers: [],
    }),
  );
  const found = ask({ kind: 'truth-table', conditions: ['code:M1'], outcome: 'case:Performs', cutoff: 1 });
  assert.deepEqual(found.leftOut, ['West Slope']);
  assert.deepEqual(
    found.rows.map(({ values, outcome, inclusion }) => [values[0], outcome, inclusion.toFixed(2)]),
    [
      [0, null, '0.33'],
      [1, 1, '1.00'],
    ],
  );
  assert.deepEqual(found.warnings, ['contradictions', 'draft-ratings', 'left-out']);
  assert.throws(
    () => ask({ kind: 'truth-table', conditions: ['code:Q9'], outcome: 'case:Performs', cutoff: 1 }),
    refusedWith('refused.unknown-code'),
  );
});

test('ratings of the cells of cases are conditions, and cases without one are left out', async (t) => {
  const { project } = study(t);
  project.close();
  const engine = createEngine();
  t.after(() => void engine.close());
  await engine.call('project.open', { file: engine.files.grant(project.connection.path), access: 'write' });
  const asked = { ...question, filters: [], measure: 'references' as const, near: null };
  for (const [name, rows, columns] of [
    ['Moves', ['case'], ['code']],
    ['Turned', ['code'], ['case']],
  ] as const) {
    const table = { ...asked, rows: [...rows], columns: [...columns] };
    const { uid: matrix } = await engine.call('matrices.save', {
      name,
      description: '',
      question: table,
      display: 'table',
    });
    const ids = (await engine.call('matrices.table', table))[name === 'Moves' ? 'rows' : 'columns'];
    for (const [place, [community, , performs]] of communities.entries()) {
      if (community === 'Station Road') continue;
      const at = ids.find(({ labels }) => labels[0] === community)?.ids ?? [];
      const cell = name === 'Moves' ? { row: [...at], column: ['M1'] } : { row: ['M1'], column: [...at] };
      const rating = performs === 'yes' ? 4 : (place % 3) + 1;
      await engine.call('cells.rate', { matrix, ...cell, rating, reason: 'As they tell it.' });
    }
    const kind = 'truth-table' as const;
    const input = { kind, ...question, filters: [], outcome: 'case:Performs', cutoff: 1 };
    const found = await engine.call('matrices.report', { ...input, conditions: [`cell:${name}/M1 >= 4`] });
    assert.ok(found.kind === kind);
    assert.deepEqual(
      [
        found.conditions,
        found.leftOut,
        found.rows.map(({ values, outcome, cases }) => [values[0], outcome, cases.length]),
      ],
      [
        ['M1≥4'],
        ['Station Road'],
        [
          [0, 0, 2],
          [1, 1, 3],
        ],
      ],
    );
    for (const [condition, key] of [
      [`cell:${name}/M2>=4`, 'refused.heading-without-ratings'],
      [`cell:${name}/M1`, 'refused.not-a-cell-rating'],
      ['cell:Nowhere/M1>=4', 'refused.unknown-matrix'],
    ] as const)
      await assert.rejects(
        engine.call('matrices.report', { ...input, conditions: [condition] }),
        refusedWith(key),
      );
  }
  assert.deepEqual((await engine.call('matrices.rated', {})).headings, [
    { matrix: 'Moves', heading: 'M1', name: 'M1' },
    { matrix: 'Turned', heading: 'M1', name: 'M1' },
  ]);
});

test('an attribute by a code counts cases, k of N, with the exact test', (t) => {
  const { ask, code } = study(t);
  for (const name of ['Maple Lane', 'Ferry Street', 'Station Road']) code(name, 'M1');
  code('Maple Lane', 'M1', 'Nobody asked us.');
  const found = ask({ kind: 'crosstab', attribute: 'side', level: null });
  assert.deepEqual(found.values, [
    { name: 'north', n: 3 },
    { name: 'south', n: 3 },
  ]);
  const row = must(
    found.rows.find(({ code: { id } }) => id === 'M1'),
    'M1',
  );
  assert.deepEqual(row.k, [3, 0]);
  // All three against none of three: 2 of the 20 ways to deal three among six.
  assert.equal(row.exact.value?.toFixed(6), '0.100000');
  assert.equal(row.chiSquared.value?.toFixed(6), '6.000000');
  const silent = must(
    found.rows.find(({ code: { id } }) => id === 'M2'),
    'M2',
  );
  assert.deepEqual(silent.p, { value: null, reason: 'no-variation' });
  assert.deepEqual(found.warnings, ['few-expected', 'many-tests']);
});

test('saturation follows the order of collection and leaves out what is not coded yet', (t) => {
  const { ask, code } = study(t);
  code('Maple Lane', 'M1');
  code('Maple Lane', 'M2', 'Nobody asked us.');
  code('Ferry Street', 'M1');
  code('New Harbour', 'C1');
  code('West Slope', 'M2');
  code('Lotus Pond', 'X5');
  const rest = { base: 2, run: 1, threshold: 0, level: null, heldBack: 1, order: null };
  const found = ask({ kind: 'saturation', ...rest });
  assert.deepEqual(
    found.units.map(({ source, fresh, cumulative }) => [
      source,
      fresh.map(({ id }) => id).join(),
      cumulative,
    ]),
    [
      ['Maple Lane', 'M1,M2', 2],
      ['Ferry Street', '', 2],
      ['New Harbour', 'C1', 3],
      ['West Slope', '', 3],
      ['Lotus Pond', 'X5', 4],
    ],
  );
  assert.deepEqual([found.baseCodes, found.reachedAt], [2, 3]);
  assert.deepEqual(found.leftOut, ['Station Road']);
  assert.deepEqual(
    found.heldBack?.fresh.map(({ id }) => id),
    ['X5'],
  );
  assert.match(reportPages('en', found).notes.join(' '), /reached at 3\+1/);
  // Four codes found of 4.8 that Chao2 expects.
  assert.equal(found.chao2.value?.toFixed(1), '4.8');
  assert.deepEqual(found.warnings, ['more-expected', 'left-out']);
  assert.match(reportPages('en', found).notes.join(' '), /fewer than 90% of the codes that Chao2 expects/);
  assert.match(ruleText('en', found.rule), /Sources stand in the order of import/);
  assert.match(ruleText('zh', found.rule), /资料按导入顺序排列/);
  const byTop = ask({ kind: 'saturation', ...rest, level: 1 });
  assert.deepEqual(
    byTop.units.map(({ fresh }) => fresh.map(({ id }) => id).join()),
    ['M', '', 'C', '', 'X'],
  );
});

test('saturation whose every code came twice expects no more', (t) => {
  const { ask, code } = study(t);
  for (const [name] of communities) code(name, 'M1');
  const asked = { base: 2, run: 1, threshold: 0, level: null, heldBack: 0, order: null };
  const found = ask({ kind: 'saturation', ...asked });
  assert.equal(found.reachedAt, 2);
  assert.deepEqual(found.warnings, []);
});

test('where no row has a core category, a sentence says how it is filled, and only there', (t) => {
  const { ask, code, project } = study(t);
  code('Maple Lane', 'M1');
  const told = (): string => reportPages('en', ask({ kind: 'levels', most: null })).notes.join(' ');
  assert.match(told(), /No row has a core category: it is the topmost code above the category/);
  const finer = { name: 'Finer', parent: 'M1', shortId: null, definition: null };
  act(project, 'codes.add', (db) => addCode(db, finer));
  code('Ferry Street', 'Finer');
  assert.doesNotMatch(told(), /core category/);
});

test('a value that no case in scope has is no column of the crosstab', (t) => {
  const { ask, project } = study(t);
  const attributes = [{ name: 'Side', value: 'west' }];
  act(project, 'cases.set', (db) =>
    setCase(db, { name: 'Silent Lane', attributes, sources: [], speakers: [] }),
  );
  const found = ask({ kind: 'crosstab', attribute: 'side', level: null });
  assert.deepEqual(
    found.values.map(({ name }) => name),
    ['north', 'south'],
  );
  assert.ok(found.rows.every(({ k }) => k.length === 2));
});

test('a code without a short id goes by its name, and its heading leads to its quotes', (t) => {
  const { ask, code, project } = study(t);
  act(project, 'codes.add', (db) =>
    addCode(db, { name: 'Keys', parent: null, shortId: null, definition: null }),
  );
  code('Maple Lane', 'Keys');
  const { rows } = ask({ kind: 'crosstab', attribute: 'side', level: null });
  const keys = must(
    rows.find(({ code: { name } }) => name === 'Keys'),
    'the code',
  );
  assert.equal(keys.code.id, '');
  const axes = { rows: ['code'], columns: ['case:Side'], measure: 'cases' as const, near: null };
  const corpus = keepCorpus(project.db).current();
  const cell = { question: { ...question, ...axes, filters: [] }, row: [keys.code.reference], column: null };
  const { quotes } = cellQuotes(project.db, corpus, cell);
  assert.deepEqual(
    quotes.map(({ quote }) => quote),
    ['We did it together.'],
  );
});

test('coverage tells how much of a source is coded and which turns of respondents are not', (t) => {
  const { ask, code } = study(t);
  code('Maple Lane', 'M1');
  const found = ask({ kind: 'coverage', most: 3 });
  const [first] = found.sources;
  assert.deepEqual([first?.turns, first?.uncoded, found.total], [2, 1, 11]);
  assert.deepEqual(
    found.uncoded.map(({ source, speaker, paragraph, text }) => [source, speaker, paragraph, text])[0],
    ['Maple Lane', 'Ms An (Maple Lane)', 3, 'Nobody asked us.'],
  );
  assert.equal(found.uncoded.length, 3);
  assert.match(reportPages('en', found).notes.join(' '), /3 of 11 turns/);
});

test('links are ordered pairs with signs, beside how often codes stand together; what lies off the theory is told', (t) => {
  const { ask, code, project } = study(t);
  const move = code('Maple Lane', 'M1');
  const capacity = code('Maple Lane', 'C1');
  const other = code('Ferry Street', 'C4');
  const specialised = code('Ferry Street', 'C2a', 'Nobody asked us.');
  const link = (from: string, to: string, sign: 1 | -1 | null, type = 'builds'): void => {
    act(project, 'links.add', (db) =>
      addLink(db, { id: null, from, to, type, sign, memo: null, coder: null }),
    );
  };
  link(move, capacity, 1);
  link(move, other, -1);
  link(move, specialised, null);
  link(capacity, move, null, 'causes');
  const claims = [
    ['M1', 'C1'],
    ['M2', 'C2'],
  ];
  const rest = { near: 'overlap', type: null, claims };
  const found = ask({ kind: 'relations', rows: ['M1', 'M2'], columns: ['C1', 'C2', 'C4'], ...rest });
  assert.deepEqual(
    found.cells[0]?.map(({ links, positive, negative, together, claimed }) => [
      links,
      positive,
      negative,
      together,
      claimed,
    ]),
    [
      [1, 1, 0, 1, true],
      [1, 0, 0, 0, false],
      [1, 0, 1, 0, false],
    ],
  );
  assert.equal(found.offClaims.links?.toFixed(4), '0.6667');
  assert.equal(found.offClaims.together, 0);
  // Left out, they are the framework's own, which hold for sub-codes too.
  const ofTheory = ask({
    kind: 'relations',
    rows: ['M1', 'M2'],
    columns: ['C1', 'C2a', 'C4'],
    ...rest,
    claims: null,
  });
  assert.deepEqual(
    ofTheory.cells.map((row) => row.map(({ claimed }) => claimed)),
    [
      [true, false, false],
      [false, true, false],
    ],
  );
  assert.equal(ofTheory.offClaims.links?.toFixed(4), '0.6667');
  const untold = ask({ kind: 'relations', rows: ['C1'], columns: ['M'], ...rest, claims: null });
  assert.deepEqual([untold.cells[0]?.[0]?.claimed, untold.offClaims.links], [false, null]);
  const turned = ask({
    kind: 'relations',
    rows: ['C1'],
    columns: ['M'],
    ...rest,
    type: 'causes',
    claims: [],
  });
  assert.deepEqual([turned.cells[0]?.[0]?.links, turned.offClaims.links], [1, null]);
  const builds = ask({
    kind: 'relations',
    rows: ['C1'],
    columns: ['M'],
    ...rest,
    type: 'builds',
    claims: [],
  });
  assert.equal(builds.cells[0]?.[0]?.links, 0);
});

test('a link without direction counts once in a cell, and a claim holds it whichever way it was drawn', (t) => {
  const { ask, code, project } = study(t);
  const link = (from: string, to: string, type: string): void => {
    const ends = { id: null, from, to, type, sign: null, memo: null, coder: null };
    act(project, 'links.add', (db) => addLink(db, ends));
  };
  act(project, 'relation-types.add', (db) =>
    addRelationType(db, { name: 'clashes', alsoName: null, directed: false, signed: false }),
  );
  const move = code('Maple Lane', 'M1');
  const other = code('Ferry Street', 'M2');
  const capacity = code('Maple Lane', 'C1', 'Nobody asked us.');
  link(move, other, 'clashes');
  link(capacity, move, 'clashes');
  link(move, capacity, 'builds');
  const claims = [['M1', 'C1']];
  const linksOf = (rows: string[], columns: string[]) => {
    const found = ask({ kind: 'relations', rows, columns, near: 'overlap', type: null, claims });
    return [found.cells.map((row) => row.map(({ links }) => links)), found.offClaims.links];
  };
  // Between two moves it stands both ways round, and is one link of the cell of all moves.
  assert.deepEqual(linksOf(['M'], ['M']), [[[1]], 1]);
  assert.deepEqual(linksOf(['M1'], ['C1']), [[[2]], 0]);
  assert.deepEqual(linksOf(['C1'], ['M1']), [[[1]], 0]);
  // The code and the one above it show the same links, of which each is one for the share.
  assert.deepEqual(linksOf(['M', 'M1', 'M2'], ['C1', 'M2']), [
    [
      [2, 1],
      [2, 1],
      [0, 0],
    ],
    1 / 3,
  ]);
});

test('codes that stand together on both axes are one pair, held by a claim of either order', (t) => {
  const { ask, code } = study(t);
  for (const which of ['M1', 'C1']) code('Maple Lane', which);
  for (const which of ['M1', 'M2']) code('Ferry Street', which);
  const codes = ['M1', 'M2', 'C1'];
  const claims = [['C1', 'M1']];
  const found = ask({ kind: 'relations', rows: codes, columns: codes, near: 'overlap', type: null, claims });
  assert.equal(found.offClaims.together, 1 / 2);
  const turned = ask({
    kind: 'relations',
    rows: ['M1'],
    columns: ['C1'],
    near: 'overlap',
    type: null,
    claims,
  });
  assert.equal(turned.offClaims.together, 0);
  const nested = ask({
    kind: 'relations',
    rows: ['M', 'M1'],
    columns: ['C', 'C1'],
    near: 'overlap',
    type: null,
    claims,
  });
  assert.equal(nested.offClaims.together, 0);
});

test('each sentence stands with its concept, category and core category, and goes out in every format', async (t) => {
  const { ask, code, project } = study(t);
  code('Maple Lane', 'C2a');
  code('Ferry Street', 'M1', 'Nobody asked us.');
  const found = ask({ kind: 'levels' });
  assert.deepEqual(
    found.rows.map(({ quote, concept, category, core }) => [quote.said, concept.id, category?.id, core?.id]),
    [
      ['Nobody asked us.', 'M1', 'M', undefined],
      ['We did it together.', 'C2a', 'C2', 'C'],
    ],
  );
  const part = ask({ kind: 'levels', most: 1 });
  assert.deepEqual([part.rows, part.total], [found.rows.slice(0, 1), 2]);
  assert.deepEqual(reportPages('en', part).notes, ['1 of 2 coded sentences are listed.']);
  const corpus = keepCorpus(project.db).current();
  const input = { kind: 'levels', ...question, filters: [] } as const satisfies ReportInput;
  const folder = aFolder(t);
  for (const format of ['csv', 'xlsx', 'docx'] as const) {
    const path = join(folder, `levels.${format}`);
    const { bytes } = await exportReport(project.db, corpus, {
      question: input,
      ...leaving(project.db, path),
      file: null,
      format,
      language: 'zh',
    });
    assert.equal(readFileSync(path).length, bytes);
    if (format === 'csv') assert.match(readFileSync(path, 'utf8'), /原始语句,资料,概念,范畴,核心范畴/);
  }
});
